"""Tables: rows of numbers under the headings of columns, each of which says what it counts."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plainfigures.documents import Paragraph
from plainfigures.figures.exclusions.things import named_before
from plainfigures.figures.triggers.fits import PEOPLE, counts_people
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import Vocabulary
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.units.denominations import Denomination, denomination
from plainfigures.prose.words.lexicon import calendar, singular, tag
from plainfigures.prose.words.sentences import lines
from plainfigures.prose.words.tokens import Tokens

# The numbers that a heading may have: years, days, and those of tables and weeks.
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY = r"\d\d?(?:st|nd|rd|th)?"
_NUMBERED = re.compile(
    rf"(?<![\d.,])(?:(?:1[4-9]|20)\d\d(?:[/\u2013-]\d{{2,4}})?(?![\d.,]\d)"
    rf"|{_DAY}(?: ?(?:and|to|-|\u2013) ?{_DAY})?(?: of)? {_MONTH}\b)"
    rf"|\b{_MONTH}\.? {_DAY}(?!\d|,\d{{3}})"
    r"|\b[ck]?m[23]\b"
    r"|\b(?i:table|figure|annex|box|part|section|no\.|week|round|phase) \d+(?:\.\d+)*"
)
# What parts the cells of a row; it has one of these signs.
_SIGNS = ("|", "\t", "   ")
_PARTING = re.compile(r"[ \t]*(?:\||\t| {3,})[ \t]*")
# A cell of a number, with a sign or letters for its unit, or of none.
_NUMBER = re.compile(
    r"[^\w\s]{0,2}(?:[A-Z]{2,3} ?|[A-Z]{0,2}[$\u00a3\u20ac])?\d[\d.,]*(?: \d{3})*"
    r"(?: ?(?:%|[a-z]+\.?)){0,2}[*)\]\u2020]{0,2}"
    r"|(?:nil|none|n/?a|-+|\u2013|\u2014|\u2026|\.+)?",
    re.IGNORECASE,
)
_LONGEST = 110
_RULED = frozenset("|-:=+ \t")
_OPEN = frozenset("total number numbers all sum amount figure".split())

Cell = tuple[int, int]
Reading = Callable[[Tokens, Sequence[Quantity]], list[Match]]


def has_count(line: str) -> bool:
    """Whether a line has a number that is of no date, table or week."""
    return any(map(str.isdigit, line)) and any(map(str.isdigit, _NUMBERED.sub("", line)))


class Column(NamedTuple):
    """What the heading of a column says of its numbers: in what they are, what they may measure."""

    listed: Denomination | None
    unit: str | None
    measures: tuple[str, ...]


class Row:
    """A row of numbers: the cells with the column of each."""

    def __init__(self, cells: Sequence[tuple[Cell, Column]], vocabulary: Vocabulary) -> None:
        self._cells, self._vocabulary = cells, vocabulary

    def matches(self, tokens: Tokens, quantities: Sequence[Quantity]) -> list[Match]:
        """One match a quantity, by the heading of its column."""
        return [self._match(q, tokens.start[q.first]) for q in quantities]

    def _match(self, q: Quantity, at: int) -> Match:
        column = next((one for (low, high), one in self._cells if low <= at < high), None)
        if column is None:
            return Match()
        if column.listed is not None:
            column.listed.give([q])
        if q.kind == "bare" and column.unit is not None:
            q.unit, q.inherited = column.unit, True
        for name in column.measures:
            units = self._vocabulary.measures[name].units
            if q.kind == "bare" and q.unit is None and "person" in units:
                q.unit, q.inherited = "person", True
            if q.unit in units or name in self._vocabulary.lists.fitting.of(q):
                return Match(name, rule="heading of its column")
        return Match()


class Tables:
    """The tables of one document; nothing is read where no sign parts the cells of a row."""

    def __init__(self, vocabulary: Vocabulary, plain: str, paragraphs: Sequence[Paragraph]) -> None:
        self._vocabulary, self._plain, self._paragraphs = vocabulary, plain, paragraphs
        self._rows: dict[int, Row] | None = None

    def row(self, start: int) -> Reading | None:
        """What reads the row that a sentence is which begins at `start`; None for other lines."""
        if self._rows is None:
            parted = any(sign in self._plain for sign in _SIGNS)
            self._rows = dict(self._read()) if parted else {}
        row = self._rows.get(start)
        return None if row is None else row.matches

    def _read(self) -> Iterator[tuple[int, Row]]:
        title: Cell | None = None
        heads: list[Cell] = []
        columns: list[Column] = []
        for one in self._paragraphs:
            for start, end in lines(self._plain, one.start, one.end):
                if _RULED.issuperset(self._plain[start:end]):
                    continue
                cells = list(self._cells(start, end))
                numbers = len(cells) > 1 and all(
                    _NUMBER.fullmatch(self._plain, *cell) for cell in cells[1:]
                )
                if numbers and heads and len(cells) - 1 <= len(heads) <= len(cells):
                    columns = columns or [self._column(cell, title) for cell in heads]
                    of_cells = columns[-(len(cells) - 1) :]
                    yield start, Row(list(zip(cells[1:], of_cells, strict=True)), self._vocabulary)
                    continue
                columns = []
                if len(cells) > 1 and not has_count(self._plain[start:end]):
                    heads = cells
                else:
                    heads, title = [], (start, end) if end - start <= _LONGEST else None

    def _cells(self, start: int, end: int) -> Iterator[Cell]:
        """The cells of a line, those without a word at its ends left out."""
        begin = start
        parted = any(self._plain.find(sign, start, end) >= 0 for sign in _SIGNS)
        for match in _PARTING.finditer(self._plain, start, end) if parted else ():
            if match.start() > begin or begin > start:
                yield begin, match.start()
            begin = match.end()
        if begin < end:
            yield begin, end

    def _column(self, head: Cell, title: Cell | None) -> Column:
        tokens = Tokens(self._plain, *head)
        over = Tokens(self._plain, *title) if title is not None else None
        listed = denomination(tokens)
        people = next((one for one in map(singular, tokens.word) if one in PEOPLE), None)
        things = self._vocabulary.special(tokens, 0, tokens.size)
        unit = named_before(self._vocabulary, tokens, tokens.size) or things or people
        measures = () if self._counts_things(tokens) else self._named(tokens)
        if listed is None and over is not None and not any(map(_are_people, tokens.word)):
            listed = denomination(over)
            listed = listed if listed is not None and listed.set else None
        if over is not None and (unit is not None or self._is_open(tokens)):
            measures += self._named(over)
        return Column(listed, unit, measures)

    def _named(self, tokens: Tokens) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.measure for one in self._vocabulary.find(tokens)))

    def _counts_things(self, tokens: Tokens) -> bool:
        """ "Homes lost": a plural that is of no dataset."""
        found = self._vocabulary.find(tokens)
        named = {k for one in found if one.kind == "noun" for k in range(one.first, one.last)}
        for k, word in enumerate(tokens.word):
            known = k in named or singular(word) in self._vocabulary.counted
            if singular(word) != word and not (known or _are_people(word)):
                return True
        return False

    def _is_open(self, tokens: Tokens) -> bool:
        """Whether a heading says no more than when, how many, or which people ("2019", "Men")."""
        words = [one for one in tokens.word if one.isalpha() and tag(one)[:1] not in "pdc"]
        return all(one in _OPEN or one in calendar("month") or _are_people(one) for one in words)


def _are_people(word: str) -> bool:
    return counts_people(singular(word))
