"""Every quote against its paragraph, and the paragraphs against the document.

Tables are read from their CSV a row at a time, so that of a large package only the paragraphs lie
in memory. A row that stands is settled by a few comparisons; what is wrong with one that does not
is worked out for that one alone.
"""

import csv
import hashlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

from plainfigures.client.problems import Problem
from plainfigures.errors import SourceError

Table = tuple[str, Sequence[str]]
# A cited paragraph: where its text starts in the document, and the text; by document and number.
_Block = tuple[int, str]
_Blocks = dict[tuple[str, str], _Block]
_PARAGRAPH = ("document", "paragraph", "start", "end", "text")
_UNREADABLE = (OSError, csv.Error, ValueError)


def check_quotes(package: Path, tables: Mapping[str, Table], source: Path | None) -> list[Problem]:
    """What is wrong with the CSV tables of a package, given as name -> path and columns.

    Raises SourceError when `source`, a document as it was received, cannot be read.
    """
    text = None if source is None else _canonical_text(source)
    problems: list[Problem] = []
    limit = csv.field_size_limit(sys.maxsize)
    try:
        blocks = _blocks(package, tables, problems)
        for name, table in tables.items():
            if name != "paragraphs":
                problems += _told(table, _check_table(package, table, blocks))
        if text is not None and source is not None:
            problems += _check_source(package, tables, source, text, blocks)
    finally:
        csv.field_size_limit(limit)
    return problems


def _told(table: Table, problems: Iterator[Problem]) -> Iterator[Problem]:
    """The problems of a table, and that it is none where its reading breaks off."""
    try:
        yield from problems
    except _UNREADABLE:
        sentence = "is no CSV table in UTF-8 with the columns that datapackage.json tells."
        yield Problem(table[0], sentence)


def _rows(package: Path, table: Table) -> Iterator[list[str]]:
    """The rows of a table, a cell for each of its columns; one of _UNREADABLE where it is none."""
    path, columns = table
    # Lines of bytes, for a line feed alone ends one, and they are decoded faster than read as text.
    with (package / path).open("rb") as file:
        reader = csv.reader(map(bytes.decode, file), strict=True)
        if next(reader, []) != columns:
            raise ValueError("other columns")
        width = len(columns)
        for row in reader:
            if len(row) != width:
                raise ValueError("a row of another width")
            yield row


def _blocks(package: Path, tables: Mapping[str, Table], problems: list[Problem]) -> _Blocks:
    """The cited paragraphs."""
    blocks: _Blocks = {}
    table = tables.get("paragraphs", ("paragraphs.csv", ()))
    path, columns = table
    try:
        pick = itemgetter(*map(columns.index, _PARAGRAPH))
        for number, row in enumerate(_rows(package, table), 1):
            document, paragraph, start, end, text = pick(row)
            if not (_whole(start) and _whole(end)):
                sentence = f"row {number} has no start and end in whole numbers."
                problems.append(Problem(path, sentence))
                continue
            blocks[document, paragraph] = int(start), text
            if int(end) - int(start) != len(text):
                sentence = f"row {number} is {len(text)} characters long, not {end} - {start}."
                problems.append(Problem(path, sentence))
    except _UNREADABLE:
        sentence = "is no readable table of paragraphs, so no quote is checked."
        problems.append(Problem(path, sentence))
    return blocks


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20


def _check_table(package: Path, table: Table, blocks: _Blocks) -> Iterator[Problem]:
    """Compare what each row quotes with the paragraph that the row names."""
    path, columns = table
    rows = _rows(package, table)
    words = next((each for each in ("quote", "token") if each in columns), None)
    if words is None or not {"document", "paragraph", "start", "end"}.issubset(columns):
        for _ in rows:
            pass  # to its end: it may be unreadable
        return
    key = itemgetter(columns.index("document"), columns.index("paragraph"))
    stands = _standing(columns, words)
    for number, row in enumerate(rows, 1):
        block = blocks.get(key(row))
        if block is not None and stands(row, block):
            continue
        cells = dict(zip(columns, row, strict=True))
        label = cells.get("figure_id") or f"row {number}"
        if block is not None:
            for fault in _faults(cells, block):
                yield Problem(path, f"{label}: {fault}.")
        elif words == "quote":
            yield Problem(path, f"{label}: its paragraph is not in paragraphs.csv.")


def _standing(columns: Sequence[str], words: str) -> Callable[[list[str], _Block], bool]:
    """Tells in the shortest time that a row has no fault; False where that is not sure."""
    pick = itemgetter(*map(columns.index, ("start", "end", words)))
    sentence_at = columns.index("sentence") if "sentence" in columns else None
    selectors = {"prefix", "suffix"}.issubset(columns)
    around = itemgetter(
        *map(columns.index, ("prefix", "suffix") if selectors else ("start", "end"))
    )

    def stands(row: list[str], block: _Block) -> bool:
        first, text = block
        start, end, quote = pick(row)
        if not (start.isdigit() and end.isdigit()):
            return False
        here, there = int(start) - first, int(end) - first
        if not (0 <= here < there <= len(text) and text[here:there] == quote):
            return False
        if sentence_at is not None:
            sentence = row[sentence_at]
            # A sentence holds its quote; where, tells the place of the sentence. One that holds it
            # twice may begin earlier, which is looked for when all is told of the row.
            within = sentence.find(quote)
            if not 0 <= within <= here or not text.startswith(sentence, here - within):
                return False
        if selectors:
            # Of a selector, what lies within the paragraph; the rest is not there to compare.
            prefix, suffix = around(row)
            left, right = min(here, len(prefix)), min(len(text) - there, len(suffix))
            return text.startswith(suffix[:right], there) and text.startswith(
                prefix[len(prefix) - left :], here - left
            )
        return True

    return stands


def _faults(row: Mapping[str, str], block: _Block) -> Iterator[str]:
    """All that is wrong with a row."""
    first, text = block
    if not (_whole(row["start"]) and _whole(row["end"])):
        yield "start and end are no whole numbers"
        return
    start, end = int(row["start"]) - first, int(row["end"]) - first
    if not 0 <= start < end <= len(text):
        yield "start and end do not lie within its paragraph"
        return
    before, words, after = text[:start], text[start:end], text[end:]
    for column in ("quote", "token"):
        if column in row and row[column] != words:
            yield f"the {column} is not what its paragraph says there"
    if "sentence" in row and not (row["quote"] in row["sentence"] and row["sentence"] in text):
        yield "the sentence is not one of its paragraph that holds the quote"
    # A selector may reach over the border of the paragraph; the part within it is compared.
    prefix, suffix = row.get("prefix", ""), row.get("suffix", "")
    if prefix and not (prefix.endswith(before) or before.endswith(prefix)):
        yield "the prefix is not what stands before the quote"
    if suffix and not (suffix.startswith(after) or after.startswith(suffix)):
        yield "the suffix is not what stands behind the quote"


def _check_source(
    package: Path, tables: Mapping[str, Table], source: Path, text: str, blocks: _Blocks
) -> Iterator[Problem]:
    """Compare the paragraphs of the document with this text, found by the sum of its text."""
    documents = list(_read(package, tables, "documents"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    same = [row.get("document", "") for row in documents if row.get("text_sha256") == digest]
    if not same:
        sentence = f"no document of the package has the text of {source} (sha256 {digest})."
        yield Problem("documents.csv", sentence)
    # A text that was changed is still compared where it can only be the one document.
    names = same or [row.get("document", "") for row in documents if len(documents) == 1]
    for (document, paragraph), (first, words) in blocks.items():
        if document in names and not text.startswith(words, first):
            sentence = f"paragraph {paragraph} of {document} is not what {source} says there."
            yield Problem("paragraphs.csv", sentence)
    for row in _read(package, tables, "coverage"):
        start, end = row.get("start", ""), row.get("end", "")
        if row.get("document") in names and _whole(start) and _whole(end):
            if text[int(start) : int(end)] != row.get("token"):
                sentence = f"the token at {start} is not what {source} says there."
                yield Problem("coverage.csv", sentence)


def _read(package: Path, tables: Mapping[str, Table], name: str) -> Iterator[dict[str, str]]:
    """The rows of a table as far as it can be read; that it cannot be is told elsewhere."""
    if name in tables:
        columns = tables[name][1]
        try:
            for row in _rows(package, tables[name]):
                yield dict(zip(columns, row, strict=True))
        except _UNREADABLE:
            return


def _canonical_text(source: Path) -> str:
    """The text of a document as offsets count it: UTF-8, no byte order mark, line ends LF."""
    try:
        text = source.read_bytes().decode("utf-8")
    except OSError as error:
        raise SourceError(f"{source}: cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{source}: byte {error.start} is no UTF-8; give the document as it was received."
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
