"""Content: checksums of rows and of columns that no file format and no writer has a part in."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from plainfigures.packages.canonical_json import compact
from plainfigures.packages.csv_table import number_text
from plainfigures.releases.opened import OpenedTable

if TYPE_CHECKING:
    import pyarrow as pa

# The parts of a column that a program relies on; titles, descriptions and examples are for people.
_RELIED_ON = ("name", "type", "format", "unit", "constraints")


def content_sha256(table: "pa.Table", key: Sequence[str]) -> str:
    """The sha256 of the rows of a table, whatever file they were read from.

    It is taken over UTF-8 lines: first a JSON list of [column, type] in the order of the columns,
    then a JSON list of cells for each row, sorted by the cells of the key (without a key, by the
    lines). Text is JSON text with nothing escaped that need not be, a number the shortest text
    that reads back as the same double (34500, 8.2, 1e+16), a missing cell null.
    """
    types = [[field.name, _type(field.type)] for field in table.schema]
    columns = [_cells(column) for column in table.columns]
    lines = [f"[{','.join(cells)}]" for cells in zip(*columns, strict=True)]
    if key:
        keys = [table.column(name).to_pylist() for name in key]
        marked = [
            tuple((cell is not None, "" if cell is None else cell) for cell in row)
            for row in zip(*keys, strict=True)
        ]
        order = sorted(range(len(lines)), key=lambda index: (marked[index], lines[index]))
        lines = [lines[index] for index in order]
    else:
        lines.sort()
    whole = sha256(compact(types) + b"\n")
    for line in lines:
        whole.update(line.encode() + b"\n")
    return whole.hexdigest()


def together(digests: Mapping[str, str]) -> str:
    """One sha256 over those of all tables: a line "<table> <sha256>" each, sorted."""
    lines = "".join(f"{name} {digest}\n" for name, digest in sorted(digests.items()))
    return sha256(lines.encode()).hexdigest()


def schema_sha256(tables: Iterable[OpenedTable]) -> str:
    """The sha256 of what programs rely on: tables, columns, types, units, constraints and keys."""
    relied_on: list[Any] = [
        [
            table.name,
            [{part: field[part] for part in _RELIED_ON if part in field} for field in table.fields],
            list(table.key),
            table.schema.get("foreignKeys", []),
        ]
        for table in tables
    ]
    return sha256(compact(relied_on)).hexdigest()


def _cells(column: "pa.ChunkedArray") -> list[str]:
    """Each cell as canonical JSON."""
    cells: list[Any] = column.to_pylist()
    match _type(column.type):
        case "string":
            return ["null" if cell is None else encode_basestring(cell) for cell in cells]
        case "number":
            if not all(cell is None or math.isfinite(cell) for cell in cells):
                raise ValueError("a number is not finite")
            return ["null" if cell is None else number_text(cell) for cell in cells]
        case _:
            return ["null" if cell is None else json.dumps(cell) for cell in cells]


def _type(arrow: "pa.DataType") -> str:
    """The type of the Table Schema for one of Arrow; ValueError for one that we never publish."""
    import pyarrow.types as kinds

    if kinds.is_string(arrow) or kinds.is_large_string(arrow):
        return "string"
    if kinds.is_floating(arrow):
        return "number"
    if kinds.is_integer(arrow):
        return "integer"
    if kinds.is_boolean(arrow):
        return "boolean"
    raise ValueError(f"{arrow} is no type of a published column")
