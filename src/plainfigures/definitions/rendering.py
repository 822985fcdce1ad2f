"""One definition, rendered: Table Schema, Arrow schema and data dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from plainfigures.definitions.model import Column, ForeignKey

if TYPE_CHECKING:
    import pyarrow as pa

_PROFILE: Final = "https://datapackage.org/profiles/2.0/tableschema.json"


def table_schema(
    columns: Iterable[Column],
    primary_key: Sequence[str] = (),
    foreign_keys: Iterable[ForeignKey] = (),
    tables: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The Frictionless Table Schema (v2), with constraints that the stock validator enforces.

    `tables` maps the names of tables in foreign keys to those of resources where they differ
    ("main" to the main table's); a table that maps to "" is the one described.
    """
    schema: dict[str, Any] = {
        "$schema": _PROFILE,
        "fields": [_field(column) for column in columns],
        "missingValues": [""],
    }
    if primary_key:
        schema["primaryKey"] = list(primary_key)
    names = tables or {}
    keys = [
        {
            "fields": list(key.columns),
            "reference": {
                "resource": names.get(key.table, key.table),
                "fields": list(key.references),
            },
        }
        for key in foreign_keys
    ]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def arrow_schema(columns: Iterable[Column]) -> pa.Schema:
    """The Arrow schema: strings, int64, float64, booleans; nullable unless required."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
    }
    return pa.schema(
        [
            pa.field(column.name, types[column.type], nullable=not column.required)
            for column in columns
        ]
    )


def dictionary(columns: Iterable[Column]) -> list[dict[str, str]]:
    """The rows of a data dictionary: what a reader wants to know of each column, as text."""
    return [
        {
            "column": column.name,
            "title": column.title,
            "type": column.type,
            "unit": column.unit or "",
            "required": "yes" if column.required else "no",
            "values": ", ".join(column.enum),
            "description": column.description,
            "example": column.example or "",
        }
        for column in columns
    ]


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    if column.format:
        field["format"] = column.format
    field["title"] = column.title
    field["description"] = column.description
    if column.unit:
        field["unit"] = column.unit
    if column.example is not None:
        field["example"] = _example(column)
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    for name in ("minimum", "maximum", "pattern"):
        value = getattr(column, name)
        if value is not None:
            constraints[name] = value
    if constraints:
        field["constraints"] = constraints
    return field


def _example(column: Column) -> str | int | float:
    text = column.example or ""
    if column.type == "integer":
        return int(text)
    return float(text) if column.type == "number" else text
