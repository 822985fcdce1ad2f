"""Content sums: of what the rows say, whatever file they stand in."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from plainfigures.releases.content import content_sha256, schema_sha256
from plainfigures.releases.manifest import contents_of
from plainfigures.releases.opened import open_package
from tests.releases.sample import columns_of, described

SCHEMA = pa.schema(
    [("id", pa.string()), ("at", pa.int64()), ("value", pa.float64()), ("sure", pa.bool_())]
)
ROWS = [
    {"id": "b", "at": 2, "value": 8.2, "sure": True},
    {"id": "a", "at": 1, "value": 34500.0, "sure": None},
    {"id": 'ä "\n\t', "at": 3, "value": None, "sure": False},
]


def table(rows: list[dict[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def test_the_sum_is_that_of_lines_that_anyone_can_write() -> None:
    lines = [
        '[["id","string"],["at","integer"],["value","number"],["sure","boolean"]]',
        '["a",1,34500,null]',
        '["b",2,8.2,true]',
        '["ä \\"\\n\\t",3,null,false]',
    ]
    text = "".join(f"{line}\n" for line in lines)
    assert content_sha256(table(ROWS), ["id"]) == hashlib.sha256(text.encode()).hexdigest()


def test_neither_order_nor_writer_changes_the_sum(tmp_path: Path) -> None:
    owed = content_sha256(table(ROWS), ["id"])
    assert content_sha256(table(ROWS[::-1]), ["id"]) == owed
    path = tmp_path / "other.parquet"
    pq.write_table(table(ROWS), path, compression="zstd", version="1.0", row_group_size=1)
    assert content_sha256(pq.read_table(path), ["id"]) == owed
    large = table(ROWS).cast(SCHEMA.set(0, pa.field("id", pa.large_string())))
    assert content_sha256(large, ["id"]) == owed


@pytest.mark.parametrize(
    ("column", "value"), [("id", "A"), ("at", 2), ("value", 8.200000000000001), ("sure", True)]
)
def test_every_cell_counts(column: str, value: object) -> None:
    other = [*ROWS[:1], {**ROWS[1], column: value}, ROWS[2]]
    assert content_sha256(table(other), ["id"]) != content_sha256(table(ROWS), ["id"])


def test_numbers_at_the_edge_are_told_apart() -> None:
    values = [0.0, -0.0, 2.0**53, 2.0**53 + 2, 1e16, 1e308, 5e-324, 0.1 + 0.2, 0.3]
    sums = {content_sha256(table([{**ROWS[0], "value": value}]), ["id"]) for value in values}
    assert len(sums) == len(values)
    largest = {**ROWS[0], "at": 2**63 - 1}
    assert content_sha256(table([largest]), ["id"]) != content_sha256(table(ROWS[:1]), ["id"])
    for value in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="not finite"):
            content_sha256(table([{**ROWS[0], "value": value}]), ["id"])


def test_csv_and_parquet_of_a_package_have_one_sum(package: Path) -> None:
    opened = open_package(package)
    sums = contents_of(opened).tables
    types = {"string": str, "integer": int, "number": float}
    for name, each in opened.tables.items():
        rows = list(csv.reader(io.StringIO((package / each.csv).read_text("utf-8"))))
        kinds = [types[field["type"]] for field in each.fields]
        cells = [
            {
                field: kind(cell) if cell else None
                for field, kind, cell in zip(rows[0], kinds, row, strict=True)
            }
            for row in rows[1:]
        ]
        read = opened.read(name)
        again = pa.Table.from_pylist(cells, schema=read.schema.remove_metadata())
        assert content_sha256(again, each.key) == sums[name]


def test_the_schema_sum_leaves_out_what_is_for_people(package: Path) -> None:
    def sum_of(folder: Path) -> str:
        return schema_sha256(open_package(folder).tables.values())

    owed = sum_of(package)
    words = described(package, lambda d: columns_of(d)[2].update(title="Other", description="X"))
    assert sum_of(words) == owed
    unit = described(package, lambda d: columns_of(d)[2].update(unit="metre"))
    assert sum_of(unit) != owed
    assert json.loads((words / "datapackage.json").read_bytes())["resources"]
