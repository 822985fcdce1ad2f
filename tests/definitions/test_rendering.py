"""Table Schema, Arrow schema and dictionary are three renderings of one definition."""

import json
from typing import Any

import pyarrow as pa
import pytest
from frictionless import Resource, Schema

from plainfigures import definitions
from plainfigures.definitions import arrow_schema, dictionary, table_schema

FOUND = definitions.load()
NAMES = [*FOUND.datasets, *FOUND.tables]


def row(names: tuple[str, ...], **values: Any) -> list[Any]:
    return [values.get(name) for name in names]


@pytest.mark.parametrize("name", NAMES)
def test_the_three_renderings_have_the_same_columns(name: str) -> None:
    columns = FOUND.columns_of(name)
    fields = table_schema(columns)["fields"]
    arrow = arrow_schema(columns)
    assert [field["name"] for field in fields] == arrow.names
    assert [line["column"] for line in dictionary(columns)] == arrow.names
    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}
    for field, arrow_field in zip(fields, arrow, strict=True):
        assert arrow_field.type == types[field["type"]]
        required = field.get("constraints", {}).get("required", False)
        assert arrow_field.nullable == (not required)


@pytest.mark.parametrize("name", NAMES)
def test_no_whole_number_can_be_missing(name: str) -> None:
    assert not [
        f
        for f in arrow_schema(FOUND.columns_of(name))
        if pa.types.is_integer(f.type) and f.nullable
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_table_schema_is_one_that_frictionless_reads(name: str) -> None:
    schema = table_schema(FOUND.columns_of(name))
    assert Schema.from_descriptor(json.loads(json.dumps(schema))).field_names == [
        field["name"] for field in schema["fields"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_valid_values(name: str) -> None:
    columns = FOUND.columns_of(name)
    for field in table_schema(columns)["fields"]:
        if "example" not in field:
            continue
        schema = {"fields": [field]}
        report = Resource(
            data=[[field["name"]], [field["example"]]], schema=Schema.from_descriptor(schema)
        ).validate()
        assert report.valid, report.flatten(["message"])


def errors(name: str, **values: Any) -> list[str]:
    """The kinds of error that frictionless finds in one otherwise plausible row of a dataset."""
    columns = FOUND.columns_of(name)
    names = tuple(column.name for column in columns)
    sound = {
        "figure_id": "essay-2020-0a1b2c3d",
        "measure": FOUND.datasets[name].measures[0],
        "value": 12.0,
        "qualifier": "exact",
        "quote": "12 millers",
        "sentence": "12 millers left.",
        "document": "essay-2020",
        **dict.fromkeys(("paragraph", "start", "end", "number_start", "number_end"), 1),
    }
    data = [list(names), row(names, **(sound | values))]
    schema = Schema.from_descriptor(table_schema(columns))
    report = Resource(data=data, schema=schema).validate()
    return [error[0] for error in report.flatten(["type"])]


@pytest.mark.parametrize(
    "values",
    [
        {"figure_id": None},
        {"figure_id": "essay-2020"},
        {"measure": None},
        {"measure": "share_of_trade"},
        {"qualifier": "roughly"},
        {"quote": None},
        {"paragraph": 0},
        {"start": -1},
        {"period_start": "spring"},
        {"nationality": "Azerbaijani"},
        {"sex": "women"},
    ],
)
def test_frictionless_enforces_the_constraints(values: dict[str, Any]) -> None:
    assert errors("casualties") == []
    assert errors("casualties", **values) == ["constraint-error"]


def test_keys_are_rendered_with_the_names_of_the_resources() -> None:
    table = FOUND.tables["spans"]
    schema = table_schema(
        FOUND.columns_of("spans"), table.primary_key, table.foreign_keys, {"main": "mines"}
    )
    assert schema["primaryKey"] == ["figure_id", "span"]
    assert schema["foreignKeys"][0] == {
        "fields": ["figure_id"],
        "reference": {"resource": "mines", "fields": ["figure_id"]},
    }
    assert schema["foreignKeys"][2]["reference"]["resource"] == "paragraphs"


def test_a_schema_without_keys_names_none() -> None:
    schema = table_schema(FOUND.columns_of("documents"))
    assert "primaryKey" not in schema
    assert "foreignKeys" not in schema
    assert schema["missingValues"] == [""]


def test_the_dictionary_tells_people_what_a_column_holds() -> None:
    lines = {line["column"]: line for line in dictionary(FOUND.columns_of("casualties"))}
    assert lines["sex"]["values"] == "female, male"
    assert lines["start"]["unit"] == "code points"
    assert lines["figure_id"]["required"] == "yes"
    assert lines["place"]["required"] == "no"
    assert all(isinstance(value, str) for line in lines.values() for value in line.values())
