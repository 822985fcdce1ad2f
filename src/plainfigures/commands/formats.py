"""Formats: how `extract` writes its records, as JSON lines, CSV, Parquet or a table to look at."""

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from plainfigures.errors import SourceError
from plainfigures.packages.csv_table import number_text

if TYPE_CHECKING:
    import pyarrow as pa

    from plainfigures.definitions import Definitions

Record = Mapping[str, Any]

# What a number that was not taken has beside its place: the reason, and its words.
SET_ASIDE_COLUMNS = ("set_aside", "token")

# So many rows are held before they become a row group, so many before they are written as text.
_ROWS = 50_000
_BATCH = 64
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


class Writer(Protocol):
    """Takes records, then is closed; what it is closed without is not written."""

    def write(self, records: Iterable[Record]) -> None:
        """Write some records, as they come."""

    def close(self) -> None:
        """Write what is left."""


class JsonLines:
    """An object a line, UTF-8, keys in the order of the columns."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, records: Iterable[Record]) -> None:
        """Write a line per record."""
        for some in _batches(records):
            self._stream.write("".join([_encode(record) + "\n" for record in some]).encode())

    def close(self) -> None:
        """Nothing is left."""


class Csv:
    """A header and a row per record; a list stands in its cell as JSON or joined by semicolons."""

    def __init__(self, stream: BinaryIO, columns: Sequence[str]) -> None:
        self._stream = stream
        self._columns = columns
        self._lines([columns])

    def write(self, records: Iterable[Record]) -> None:
        """Write a row per record."""
        for some in _batches(records):
            self._lines([[_text(record.get(name)) for name in self._columns] for record in some])

    def close(self) -> None:
        """Nothing is left."""

    def _lines(self, rows: Sequence[Sequence[str]]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        self._stream.write(text.getvalue().encode())


class Parquet:
    """One Parquet file, columns as in a package, lists as in CSV."""

    def __init__(self, stream: BinaryIO, schema: "pa.Schema") -> None:
        import pyarrow.parquet as pq

        self._schema = schema
        self._writer = pq.ParquetWriter(stream, schema, compression="snappy", version="2.6")
        self._rows: list[dict[str, Any]] = []

    def write(self, records: Iterable[Record]) -> None:
        """Take the records; whole row groups are written."""
        names = self._schema.names
        for record in records:
            self._rows.append({name: flat(record.get(name)) for name in names})
            if len(self._rows) >= _ROWS:
                self._flush()

    def close(self) -> None:
        """Write the last row group and the footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow as pa

        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()


def parquet_schema(known: "Definitions", columns: Sequence[str]) -> "pa.Schema":
    """The types of the columns as in a package; a number set aside leaves any of them null."""
    import pyarrow as pa

    from plainfigures import definitions

    typed = [
        replace(known.columns[name], required=False) for name in columns if name in known.columns
    ]
    fields = {field.name: field for field in definitions.arrow_schema(typed)}
    return pa.schema([fields.get(name) or pa.field(name, pa.string()) for name in columns])


class Table:
    """A table for the eye: the columns that fit a screen."""

    COLUMNS = ("figure_id", "value", "unit", "measure", "quote", "set_aside")

    def __init__(self, stream: BinaryIO, columns: Sequence[str], width: int | None) -> None:
        self._stream = stream
        self._columns = [name for name in self.COLUMNS if name in columns]
        self._width = width
        self._records: list[Record] = []

    def write(self, records: Iterable[Record]) -> None:
        """Take the records; widths are known when all are there."""
        self._records += records

    def close(self) -> None:
        """Write the table."""
        from rich.console import Console
        from rich.table import Table as RichTable
        from rich.text import Text

        table = RichTable(box=None, pad_edge=False, header_style="bold")
        for name in self._columns:
            table.add_column(name, overflow="fold", justify="right" if name == "value" else "left")
        for record in self._records:
            table.add_row(*(Text(_shown(record, name)) for name in self._columns))
        text = io.StringIO()
        Console(
            file=text,
            width=self._width or 160,
            force_terminal=self._width is not None,
            legacy_windows=False,
        ).print(table)
        lines = [line.rstrip() for line in text.getvalue().splitlines()]
        self._stream.write("".join(f"{line}\n" for line in lines).encode())


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records in lists of a bounded length."""
    following = iter(records)
    while some := list(islice(following, _BATCH)):
        yield some


def flat(value: Any) -> str | int | float | bool | None:
    """A value as one cell: names joined by semicolons, any other list or object as JSON."""
    if isinstance(value, float) and not math.isfinite(value):
        raise SourceError(f"{value} is no number that can be written")
    if value is None or isinstance(value, str | int | float):
        return value
    if not value:
        return None
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return _encode(value)


def plain(text: str) -> str:
    """Text of a document for a terminal: white space as blanks, nothing that steers the screen."""
    return _CONTROL.sub(" ", text)


def _text(value: Any) -> str:
    cell = flat(value)
    if cell is None:
        return ""
    return number_text(cell) if isinstance(cell, float) else str(cell)


def _shown(record: Record, name: str) -> str:
    if name == "value":
        return _number(record)
    if name == "quote":
        return plain(str(record.get("quote") or record.get("token") or ""))
    return plain(_text(record.get(name)))


def _number(record: Record) -> str:
    """The value, or its bounds where there are only those."""
    value, low, high = (record.get(name) for name in ("value", "value_low", "value_high"))
    if value is not None:
        text = f"{value:,.10g}"
        return {"at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}.get(
            record.get("qualifier", ""), {"about": "~ "}.get(record.get("qualifier", ""), "")
        ) + text
    if low is not None and high is not None:
        return f"{low:,.10g} - {high:,.10g}"
    return str(record.get("qualifier") or "")
