"""Every quote against its paragraph, and the paragraphs against the document.

Tables are read from their CSV a batch of rows at a time, so that of a large package only the
paragraphs lie in memory. The rows of a batch are settled together, by a few comparisons of whole
columns; what is wrong with a row that does not stand is worked out for that one alone.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import add, and_, not_, sub
from pathlib import Path

from plainfigures.client.problems import Problem
from plainfigures.client.tables import UNREADABLE, Batch, batches
from plainfigures.errors import SourceError

PARAGRAPHS = "paragraphs"
Table = tuple[str, Sequence[str]]
# A cited paragraph: where its text starts in the document, and the text; by document and number,
# both as the tables have them.
_Block = tuple[int, str]
Blocks = dict[tuple[bytes, bytes], _Block]
# No offset has so many digits.
_LONG = 20
_PARAGRAPH = frozenset(("document", "paragraph", "start", "end", "text"))
_PLACE = frozenset(("document", "paragraph", "start", "end"))


@dataclass(frozen=True, slots=True)
class Cited:
    """The cited paragraphs of a package, and what is wrong with their table."""

    blocks: Blocks
    problems: list[Problem]


def read_cited(package: Path, tables: Mapping[str, Table]) -> Cited:
    """The cited paragraphs of a package, whose CSV tables are given as name -> path and columns."""
    cited = Cited({}, [])
    path, columns = tables.get(PARAGRAPHS, (f"{PARAGRAPHS}.csv", ()))
    before = 1
    try:
        if not _PARAGRAPH.issubset(columns):
            raise ValueError("other columns")
        for batch in batches(package / path, columns):
            for number, fault in _take_paragraphs(batch, cited.blocks):
                cited.problems.append(Problem(path, f"row {before + number} {fault}."))
            before += len(batch)
    except UNREADABLE:
        sentence = "is no readable table of paragraphs, so no quote is checked."
        cited.problems.append(Problem(path, sentence))
    return cited


def check_table(package: Path, table: Table, cited: Callable[[], Cited]) -> list[Problem]:
    """What is wrong with the quotes of a table, or that it is none where its reading breaks off."""
    problems: list[Problem] = []
    try:
        problems.extend(_check_table(package, table, cited().blocks))
    except UNREADABLE:
        sentence = "is no CSV table in UTF-8 with the columns that datapackage.json tells."
        problems.append(Problem(table[0], sentence))
    return problems


def _take_paragraphs(batch: Batch, blocks: Blocks) -> Iterator[tuple[int, str]]:
    """Put the paragraphs of a batch among the blocks; gives rows with what is wrong with them."""
    names = list(zip(batch.column("document"), batch.column("paragraph"), strict=True))
    texts = list(map(bytes.decode, batch.column("text")))
    starts, ends = _numbers(batch.column("start")), _numbers(batch.column("end"))
    if starts and ends and list(map(sub, ends, starts)) == list(map(len, texts)):
        blocks.update(zip(names, zip(starts, texts, strict=True), strict=True))
        return
    for number, (name, text) in enumerate(zip(names, texts, strict=True)):
        row = batch.row(number)
        start, end = row["start"], row["end"]
        if not (_whole(start) and _whole(end)):
            yield number, "has no start and end in whole numbers"
            continue
        blocks[name] = int(start), text
        if int(end) - int(start) != len(text):
            yield number, f"is {len(text)} characters long, not {end} - {start}"


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < _LONG


def _numbers(cells: list[bytes]) -> list[int]:
    """The whole numbers of a column; none where a cell is anything else."""
    if not b"".join(cells).isdigit():
        return []
    try:
        return list(map(int, cells))
    except ValueError:  # an empty cell, or more digits than Python takes
        return []


def _check_table(package: Path, table: Table, blocks: Blocks) -> Iterator[Problem]:
    """Compare what each row quotes with the paragraph that the row names."""
    path, columns = table
    words = next((each for each in ("quote", "token") if each in columns), None)
    if not _PLACE.issubset(columns):
        words = None
    before = 1
    for batch in batches(package / path, columns):  # to its end: it may be unreadable
        if words is not None:
            for number, fault in _check_batch(batch, words, blocks):
                label = batch.row(number).get("figure_id") or f"row {before + number}"
                yield Problem(path, f"{label}: {fault}.")
        before += len(batch)


def _check_batch(batch: Batch, words: str, blocks: Blocks) -> Iterator[tuple[int, str]]:
    """What is wrong with which row; `words` is the column of what is quoted."""
    names = zip(batch.column("document"), batch.column("paragraph"), strict=True)
    found = list(map(blocks.get, names))
    numbers: Sequence[int] = range(len(batch))
    cited = [block for block in found if block is not None]
    if len(cited) < len(found):
        # Of a table of all numbers, most stand in paragraphs that nobody cites.
        if words == "quote":
            for number in numbers:
                if found[number] is None:
                    yield number, "its paragraph is not in paragraphs.csv"
        numbers = [number for number in numbers if found[number] is not None]
        batch = batch.some(numbers)
    for place in _unsettled(batch, words, cited) if cited else ():
        for fault in _faults(batch.row(place), cited[place]):
            yield numbers[place], fault


def _unsettled(batch: Batch, words: str, blocks: list[_Block]) -> Sequence[int]:
    """The rows of which it takes more to be sure that they stand in their blocks.

    Every step is one pass over a column of the batch.
    """
    every = range(len(batch))
    starts, ends = _numbers(batch.column("start")), _numbers(batch.column("end"))
    if not (starts and ends):
        return every
    firsts, texts = zip(*blocks, strict=True)
    here = list(map(sub, starts, firsts))
    quotes = list(map(bytes.decode, batch.column(words)))
    lengths = list(map(len, quotes))
    if min(here) < 0 or min(lengths) == 0 or list(map(sub, ends, starts)) != lengths:
        return every
    # Words that are looked for beyond the text, or before it, where fewer are left, do not stand.
    stand: list[bool] = []
    if "sentence" in batch.columns:
        # A sentence holds its quote; where, tells the place of the sentence. One that holds it
        # twice may begin earlier, which is looked for where a row is told of.
        sentences = list(map(bytes.decode, batch.column("sentence")))
        within = list(map(str.find, sentences, quotes))
        if min(within) < 0:
            return every
        stand = list(map(str.startswith, texts, sentences, map(sub, here, within)))
    if {"prefix", "suffix"}.issubset(batch.columns):
        before = list(map(bytes.decode, batch.column("prefix")))
        behind = list(map(bytes.decode, batch.column("suffix")))
        around = map(add, map(add, before, quotes), behind)
        places = map(sub, here, map(len, before))
        selected = list(map(str.startswith, texts, around, places))
        for row in compress(every, map(not_, selected)):
            selector = before[row], quotes[row], behind[row]
            selected[row] = texts[row].startswith(*_within(texts[row], here[row], selector))
        stand = list(map(and_, stand, selected)) if stand else selected
    stand = stand or list(map(str.startswith, texts, quotes, here))
    return list(compress(every, map(not_, stand))) if False in stand else ()


def _within(text: str, start: int, selector: tuple[str, str, str]) -> tuple[str, int]:
    """Of prefix, quote and suffix what lies within the text, and where; the rest is elsewhere."""
    prefix, quote, suffix = selector
    first = max(0, start - len(prefix))
    left = max(0, len(text) - start - len(quote))
    return prefix[len(prefix) - (start - first) :] + quote + suffix[:left], first


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
    quote = row["quote"] if "quote" in row else row["token"]
    if "sentence" in row and not (quote in row["sentence"] and row["sentence"] in text):
        yield "the sentence is not one of its paragraph that holds the quote"
    # A selector may reach over the border of the paragraph; the part within it is compared.
    prefix, suffix = row.get("prefix", ""), row.get("suffix", "")
    if prefix and not (prefix.endswith(before) or before.endswith(prefix)):
        yield "the prefix is not what stands before the quote"
    if suffix and not (suffix.startswith(after) or after.startswith(suffix)):
        yield "the suffix is not what stands behind the quote"


def check_source(
    package: Path, tables: Mapping[str, Table], source: Path, text: str, blocks: Blocks
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
    for (name, number), (first, words) in blocks.items():
        if name.decode() in names and not text.startswith(words, first):
            sentence = (
                f"paragraph {number.decode()} of {name.decode()} is not what {source} says there."
            )
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
        path, columns = tables[name]
        try:
            for batch in batches(package / path, columns):
                yield from map(batch.row, range(len(batch)))
        except UNREADABLE:
            return


def canonical_text(source: Path) -> str:
    """The text of a document as offsets count it: UTF-8, no byte order mark, line ends LF.

    Raises SourceError when it cannot be read.
    """
    try:
        text = source.read_bytes().decode("utf-8")
    except OSError as error:
        raise SourceError(f"{source}: cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{source}: byte {error.start} is no UTF-8; give the document as it was received."
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
