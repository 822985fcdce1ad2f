"""Anomalies: what a careful editor would flag in the source, marked and never repaired."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from plainfigures.documents import Document
from plainfigures.figures.figure import Anomaly
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.date import Date
from plainfigures.prose.lexicon import future

# Runs are taken whole (possessive, no start inside a word), so that long runs are read once.
_GARBLED_HYPHEN = re.compile(
    r"(?<!\w)\w++(?: [\u2010\u2011] ?| ?[\u2010\u2011] )\w++(?: ?[\u2010\u2011] ?\w++)*+"
    r"|(?<!\w)\d++ - \w++ - \w++"
)
_MISSING_SPACE = re.compile(
    r"(?<![\w@/.])[^\W\d_]{3,}+[.!?](?=[A-Z][a-z]++\b(?!\.[a-z]{2,3}\b))[A-Z][a-z]++"
)
_WORD = re.compile(r"(?<![\w\u2010\u2011-])[^\W\d_]++(?![\u2010\u2011-])")
_COMPOUND = re.compile(r"(?<!\w)[^\W\d_]++(?:[-\u2010\u2011][^\W\d_]++)++")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_SHORTEST = 6
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


def text_anomalies(document: Document) -> Iterator[tuple[str, int, int, int]]:
    """(kind, paragraph, start, end) of what the text alone shows, pull quotes included."""
    text = document.text
    lost = list(_lost_hyphens(text))
    at = 0
    for paragraph in document.paragraphs:
        start, end = paragraph.start, paragraph.end
        for match in _GARBLED_HYPHEN.finditer(text, start, end):
            yield "garbled_hyphen", paragraph.number, *match.span()
        for match in _MISSING_SPACE.finditer(text, start, end):
            yield "missing_space", paragraph.number, *match.span()
        while at < len(lost) and lost[at][0] < end:
            yield "lost_hyphen", paragraph.number, *lost[at]
            at += 1
    spans = {
        paragraph.number: (paragraph.start, paragraph.end) for paragraph in document.paragraphs
    }
    for repeat in document.repeats:
        yield "repeat", repeat.paragraph, *spans[repeat.paragraph]
        if not repeat.exact:
            yield "inexact_repeat", repeat.paragraph, *spans[repeat.paragraph]
    for number, _ in document.near_repeats:
        yield "inexact_repeat", number, *spans[number]


def _lost_hyphens(text: str) -> Iterator[tuple[int, int]]:
    """Words that the document itself writes with a hyphen elsewhere ("onesided", "one-sided").

    A capital inside the word is proof; else it must be the rarer form, and no name.
    """
    compounds = Counter(
        _HYPHEN.sub("", match.group()).casefold() for match in _COMPOUND.finditer(text)
    )
    if not compounds:
        return
    plain: dict[str, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(text):
        key = match.group().casefold()
        if len(key) >= _SHORTEST and key in compounds:
            plain.setdefault(key, []).append(match.span())
    found = []
    for key, spans in plain.items():
        word = text[slice(*spans[0])]
        inner = not word.isupper() and any(char.isupper() for char in word[1:])
        if inner or (compounds[key] >= len(spans) and word.islower()):
            found.extend(spans)
    yield from sorted(found)


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
