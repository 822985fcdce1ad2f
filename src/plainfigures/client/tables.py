"""CSV tables, read a batch of rows at a time.

Python's own reader of CSV says what a table holds. A block of lines whose quotation marks leave no
doubt is cut into the same cells by a few operations on all of its bytes, in half of the time;
every other block is given to the reader.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

# What the reading of a table may raise where it is none.
UNREADABLE = (OSError, csv.Error, ValueError)
# Bytes of a block: small enough that all that is made of it stays in the processor's cache.
_BLOCK = 1 << 16
_QUOTE, _PAIR, _COMMA, _LINE = b'"', b'""', b",", b"\n"
# A quoted cell that begins with a quotation mark.
_QUOTED = b',"""'
# These stand for a border between cells and for a mark of the text; where the text has one of them
# itself, the reader reads it.
_BORDER, _MARK = b"\x1f", b"\x1e"
_BETWEEN = frozenset(_COMMA + _LINE)
# All that ends no cell outside of quotation marks.
_NO_ENDS = bytes({*range(256)} - _BETWEEN)
_TO_BORDERS = bytes.maketrans(_COMMA + _LINE, _BORDER + _BORDER)
_first, _last = itemgetter(0), itemgetter(-1)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of a table: their cells in UTF-8, row behind row, and the names of the columns."""

    cells: list[bytes]
    columns: Sequence[str]

    def __len__(self) -> int:
        return len(self.cells) // len(self.columns)

    def column(self, name: str) -> list[bytes]:
        """The cells of a column."""
        return self.cells[self.columns.index(name) :: len(self.columns)]

    def some(self, numbers: Iterable[int]) -> "Batch":
        """These rows, counted from 0."""
        width = len(self.columns)
        rows = (self.cells[number * width : (number + 1) * width] for number in numbers)
        return Batch(list(chain.from_iterable(rows)), self.columns)

    def row(self, number: int) -> dict[str, str]:
        """A row, counted from 0, by the names of its columns."""
        width = len(self.columns)
        cells = self.cells[number * width : (number + 1) * width]
        return dict(zip(self.columns, map(bytes.decode, cells), strict=True))


@contextmanager
def long_cells() -> Iterator[None]:
    """Have Python's reader take cells of any length, as a paragraph may be."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def batches(path: Path, columns: Sequence[str], block_size: int = _BLOCK) -> Iterator[Batch]:
    """The rows of a table that has these columns; one of UNREADABLE where it has not."""
    with path.open("rb") as file:
        if next(_reader(file), []) != columns:
            raise ValueError("other columns")
        start, size = file.tell(), block_size
        while block := file.read(size):
            pieces, end = _whole_lines(block)
            if not end and len(block) == size:
                size *= 2  # a record that is longer than a block
                file.seek(start)
                continue
            cells = _cells(block[:end], pieces, len(columns))
            if cells is None:
                file.seek(start)
                cells = list(_read(file, start + (end or len(block)), len(columns)))
                end = file.tell() - start
            start, size = start + end, block_size
            file.seek(start)
            yield Batch(cells, columns)


def _whole_lines(block: bytes) -> tuple[list[bytes], int]:
    """What stands between the quotation marks of the lines that end in a block, and where they end.

    A line ends where no marks are around its line feed; there may be none.
    """
    pieces = block.split(_QUOTE)
    end = len(block)
    while pieces:
        feed = pieces[-1].rfind(_LINE) + 1 if len(pieces) % 2 else 0
        end -= len(pieces[-1])
        if feed:
            pieces[-1] = pieces[-1][:feed]
            return pieces, end + feed
        pieces.pop()
        end -= 1
    return [], 0


def _cells(lines: bytes, pieces: list[bytes], width: int) -> list[bytes] | None:
    """The cells of whole lines; None where it takes the reader of CSV to be sure of them.

    Sure are lines in which every second quotation mark opens a cell and the next one closes it,
    and which have all their commas between cells. Whatever pairs of marks are taken for a mark of
    the text, the reader comes to the same end where this holds.
    """
    if not pieces or width < 2:
        return None
    marked = not all(pieces[2::2])  # marks that touch one another
    if marked:
        if _MARK in lines:
            return None
        text = lines.replace(_QUOTED, _QUOTED[:2] + _MARK).replace(_PAIR, _MARK)
        pieces = text.split(_QUOTE)
    outside = pieces[::2]
    skeleton = _QUOTE.join(outside)
    ends = skeleton.translate(None, _NO_ENDS)
    rows = len(ends) // width
    if (
        b"\r" in skeleton
        or (marked and _MARK in skeleton)
        or not _between_cells(outside)
        or ends != (_COMMA * (width - 1) + _LINE) * rows
    ):
        return None
    lines.decode()  # raises where it is no UTF-8
    pieces[::2] = skeleton.translate(_TO_BORDERS).split(_QUOTE)
    whole = b"".join(pieces)
    cells = (whole.replace(_MARK, _QUOTE) if marked else whole).split(_BORDER)
    cells.pop()  # behind the last line feed
    # There are more where a text holds the sign of a border.
    return cells if len(cells) == rows * width else None


def _between_cells(outside: list[bytes]) -> bool:
    """Whether all that stands outside of quotation marks begins and ends between two cells."""
    before, behind = outside[:-1], outside[1:]
    if before and not before[0]:  # the first cell of all is quoted
        del before[0]
    if not (all(before) and all(behind)):
        return False
    return _BETWEEN.issuperset(map(_last, before)) and _BETWEEN.issuperset(map(_first, behind))


def _read(file: BinaryIO, end: int, width: int) -> Iterator[bytes]:
    """The cells of the records from where the file stands, the last the one that reaches `end`."""
    reader = _reader(file)
    while file.tell() < end:
        row = next(reader, [])
        if len(row) != width:
            raise ValueError("a row of another width")
        yield from map(str.encode, row)


def _reader(file: BinaryIO) -> Iterator[list[str]]:
    # Lines of bytes, for a line feed alone ends one.
    return csv.reader(map(bytes.decode, iter(file.readline, b"")), strict=True)
