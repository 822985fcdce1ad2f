"""Anomalies: what a careful editor would flag in the source, marked and never repaired."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from plainfigures.documents import Document
from plainfigures.figures import signs
from plainfigures.figures.figure import Anomaly
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.dates.date import Date
from plainfigures.prose.quantities.passage import Passage
from plainfigures.prose.words.lexicon import future

_LIMITS = frozenset(("by", "until", "till", "to", "through", "before"))
_REACH = 14


# (kind, paragraph, start, end, the figure that it touches)
Flag = tuple[str, int, int, int, str | None]
# (start, end, kind, paragraph) of what the text alone shows
Mark = tuple[int, int, str, int]


def gathered(flags: Iterable[Flag]) -> tuple[Anomaly, ...]:
    """All anomalies in the order of the text, each place and kind once, with its figures."""
    found: dict[tuple[int, int, str], tuple[int, set[str]]] = {}
    for kind, paragraph, start, end, figure_id in flags:
        _, figures = found.setdefault((start, end, kind), (paragraph, set()))
        if figure_id is not None:
            figures.add(figure_id)
    return tuple(
        Anomaly(kind, paragraph, start, end, tuple(sorted(figures)))
        for (start, end, kind), (paragraph, figures) in sorted(found.items())
    )


class TextFlags:
    """What the text alone shows, pull quotes included; asked from its beginning to its end."""

    def __init__(self, document: Document, passage: Passage) -> None:
        text, paragraphs = document.text, document.paragraphs
        starts = [paragraph.start for paragraph in paragraphs]
        self._document = document
        self._marks: list[Mark] = sorted(
            (start, end, kind, bisect_right(starts, start))
            for kind, spans in (
                ("garbled_hyphen", signs.garbled_hyphens(text)),
                ("missing_space", signs.missing_spaces(text)),
                ("lost_hyphen", signs.lost_hyphens(text, passage)),
            )
            for start, end in spans
        )
        self._next = 0
        self._open: list[Mark] = []

    def within(self, start: int, end: int) -> list[Mark]:
        """What touches text[start:end]; no call may begin before the one before it."""
        marks = self._marks
        if not marks:
            return marks
        while self._next < len(marks) and marks[self._next][0] < end:
            self._open.append(marks[self._next])
            self._next += 1
        if self._open:
            self._open = [mark for mark in self._open if mark[1] > start]
        return self._open

    def all(self) -> Iterator[Flag]:
        """All of them, with those of whole paragraphs: repeats."""
        for start, end, kind, number in self._marks:
            yield kind, number, start, end, None
        for repeat in self._document.repeats:
            yield "repeat", *self._whole(repeat.paragraph), None
            if not repeat.exact:
                yield "inexact_repeat", *self._whole(repeat.paragraph), None
        for number, _ in self._document.near_repeats:
            yield "inexact_repeat", *self._whole(number), None

    def _whole(self, number: int) -> tuple[int, int, int]:
        one = self._document.paragraphs[number - 1]
        return number, one.start, one.end


def date_after(sentence: Sentence, date: Date, document_date: str | None) -> bool:
    """Whether an event is dated after the document though nothing says that it is planned."""
    if not document_date or date.start is None or date.kind != "date":
        return False
    if date.start <= document_date[: len(date.start)]:
        return False
    word = sentence.tokens.word
    near = word[max(0, date.first - _REACH) : date.last + _REACH]
    if not future("date").isdisjoint(near):
        return False
    if any(a in ("is", "are") and b.endswith("ing") for a, b in pairwise(near)):
        return False
    return _LIMITS.isdisjoint(word[max(0, date.first - 3) : date.first])
