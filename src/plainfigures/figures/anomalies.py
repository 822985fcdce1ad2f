"""Anomalies: what a careful editor would flag in the source, marked and never repaired."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from plainfigures.documents import Document
from plainfigures.figures import signs
from plainfigures.figures.figure import Anomaly
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.date import Date
from plainfigures.prose.lexicon import future

_LIMITS = frozenset(("by", "until", "till", "to", "through", "before"))
_PRESENT = frozenset(("is", "are"))
_REACH = 14


class Flags:
    """The anomalies found so far, each place and kind once, with the figures that it touches."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int, str], tuple[int, set[str]]] = {}

    def add(
        self, kind: str, paragraph: int, start: int, end: int, figure_id: str | None = None
    ) -> None:
        """Flag text[start:end]; a second call for the same place adds its figure."""
        _, figures = self._found.setdefault((start, end, kind), (paragraph, set()))
        if figure_id is not None:
            figures.add(figure_id)

    def all(self) -> tuple[Anomaly, ...]:
        """All anomalies in the order of the text."""
        return tuple(
            Anomaly(kind, paragraph, start, end, tuple(sorted(figures)))
            for (start, end, kind), (paragraph, figures) in sorted(self._found.items())
        )


def text_anomalies(document: Document, letters: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, paragraph, start, end) of what the text alone shows, pull quotes included.

    `letters` is the text in plain letters with a blank for every other sign.
    """
    text, paragraphs = document.text, document.paragraphs
    starts = [paragraph.start for paragraph in paragraphs]
    for kind, spans in (
        ("garbled_hyphen", signs.garbled_hyphens(text)),
        ("missing_space", signs.missing_spaces(text)),
        ("lost_hyphen", signs.lost_hyphens(text, letters, starts)),
    ):
        for start, end in spans:
            yield kind, paragraphs[bisect_right(starts, start) - 1].number, start, end
    for repeat in document.repeats:
        one = paragraphs[repeat.paragraph - 1]
        yield "repeat", one.number, one.start, one.end
        if not repeat.exact:
            yield "inexact_repeat", one.number, one.start, one.end
    for number, _ in document.near_repeats:
        one = paragraphs[number - 1]
        yield "inexact_repeat", one.number, one.start, one.end


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
    if any(a in _PRESENT and b.endswith("ing") for a, b in pairwise(near)):
        return False
    return _LIMITS.isdisjoint(word[max(0, date.first - 3) : date.first])
