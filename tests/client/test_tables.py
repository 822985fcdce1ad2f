"""Tables in batches: whatever a file holds, the cells are those of Python's own reader of CSV."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from plainfigures.client.tables import UNREADABLE, batches
from plainfigures.packages.csv_table import csv_bytes

COLUMNS = ["a", "b", "c"]
HEADER = b"a,b,c\n"
# All that means something to a reader, the signs that the batches are cut by, and letters.
SIGNS = [",", '"', '""', "\n", "\r", "\x00", "\x1e", "\x1f", "x", "é", "“", " "]
CELLS = st.lists(st.sampled_from([sign for sign in SIGNS if sign != "\r"]), max_size=5).map("".join)
SIZES = st.sampled_from([1, 7, 40, 1 << 16])


def in_batches(data: bytes, size: int) -> list[list[str]] | None:
    """The rows; None where the file is no table."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        path.write_bytes(data)
        try:
            return [
                list(batch.row(number).values())
                for batch in batches(path, COLUMNS, size)
                for number in range(len(batch))
            ]
        except UNREADABLE:
            return None


def by_the_reader(data: bytes) -> list[list[str]] | None:
    """The rows as Python's reader has them; None where the file is no table."""
    try:
        lines = map(bytes.decode, _lines(data))
        header, *rows = csv.reader(lines, strict=True)
    except UNREADABLE:
        return None
    same = header == COLUMNS and all(len(row) == len(COLUMNS) for row in rows)
    return rows if same else None


def _lines(data: bytes) -> list[bytes]:
    lines = [line + b"\n" for line in data.split(b"\n")]
    last = lines.pop().removesuffix(b"\n")
    return [*lines, last] if last else lines


@given(st.lists(st.sampled_from(SIGNS), max_size=24).map("".join), SIZES)
@example('x,"x\n",x\n"x,x\n', 7)
@example('x"x,x,x\n"a\n",,\nx"x,",",\n', 7)
@example(',"""x"" x",\n,"x ""x""","x,""\n"\n', 40)
@example(',"",\n,"","x"\n', 40)
@example("x,x,x,x\nx,x\n", 40)
def test_any_text_is_read_as_by_the_reader_of_csv(text: str, size: int) -> None:
    data = HEADER + text.encode()
    assert in_batches(data, size) == by_the_reader(data)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8), SIZES)
def test_a_table_that_we_write_is_read_back(rows: list[tuple[str, str, str]], size: int) -> None:
    data = csv_bytes(COLUMNS, [dict(zip(COLUMNS, row, strict=True)) for row in rows])
    assert in_batches(data, size) == [list(row) for row in rows]


@given(st.binary(max_size=12), SIZES)
def test_bytes_that_are_no_text_are_no_table(data: bytes, size: int) -> None:
    whole = HEADER + b'x,"' + data + b'",x\n' + b"x,x,x\n"
    assert in_batches(whole, size) == by_the_reader(whole)


def test_a_record_of_many_lines_is_read_in_time() -> None:
    text = "\n" * 300_000 + '"said, "' * 50_000
    data = csv_bytes(COLUMNS, [{"a": "x", "b": text, "c": "x"}] * 2)
    assert in_batches(data, 1 << 10) == [["x", text, "x"]] * 2
