"""The gate of twins: the CSV and the Parquet form of a table are equal cell by cell."""

import csv
import io
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from plainfigures.quality.report import CheckResult, broken

if TYPE_CHECKING:
    import pyarrow as pa


def check_twins(name: str, data: bytes, table: "pa.Table") -> CheckResult:
    """Compare the CSV bytes with the table of the Parquet file; rows are named by their id."""
    rule = f"{name}.csv and {name}.parquet are equal cell by cell."
    try:
        rows = csv_rows(data, table.schema)
    except (ValueError, csv.Error):
        return CheckResult("twins", rule, {"table": name}, success=False)
    return broken("twins", rule, list(_different(rows, table.to_pylist())), {"table": name})


def csv_rows(data: bytes, schema: "pa.Schema") -> list[dict[str, Any]]:
    """The rows of a CSV table with the types of the schema; an empty cell is a missing value.

    Raises ValueError or csv.Error for what is no such table.
    """
    import pyarrow as pa

    readers: dict[Any, Callable[[str], Any]] = {
        pa.int64(): int,
        pa.float64(): float,
        pa.bool_(): _boolean,
    }
    kinds = [readers.get(field.type, str) for field in schema]
    limit = csv.field_size_limit(sys.maxsize)
    try:
        lines = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
        if next(lines, []) != schema.names:
            raise ValueError("other columns")
        return [
            {
                column: None if cell == "" else kind(cell)
                for column, kind, cell in zip(schema.names, kinds, line, strict=True)
            }
            for line in lines
        ]
    finally:
        csv.field_size_limit(limit)


def _boolean(cell: str) -> bool:
    return {"true": True, "false": False}[cell]


def _different(left: list[dict[str, Any]], right: list[dict[str, Any]]) -> Iterator[str]:
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else {}
        other = right[number] if number < len(right) else {}
        # An empty text would be a missing value in one twin and none in the other.
        if one != other or "" in other.values():
            yield str((one or other).get("figure_id") or f"row {number + 1}")
