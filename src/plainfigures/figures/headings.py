"""Headings: what a heading or the line before a list says that the items of the list count."""

import re
from collections.abc import Sequence

from plainfigures.documents import Paragraph
from plainfigures.figures.triggers import Vocabulary
from plainfigures.prose.tokens import Tokens

_LONGEST_HEADING = 110
_LONGEST_ITEM = 220
# A digit, but of no year.
_DIGIT = re.compile(r"(?<!\d)(?!(?:1[4-9]|20)\d\d(?!\d))\d")
_CLOSERS = "\"'\u201d)"
_BULLETS = "-*\u2022\u25cf\u25aa\u00b7"

Span = tuple[int, int]


class Headings:
    """The headings of one document; nothing is looked up before a list asks."""

    def __init__(self, vocabulary: Vocabulary, plain: str, paragraphs: Sequence[Paragraph]) -> None:
        self._vocabulary = vocabulary
        self._plain = plain
        self._paragraphs = paragraphs
        self._over: dict[int, Span] | None = None
        self._measures: dict[Span, tuple[str, ...]] = {}

    def measures(self, paragraph: Paragraph, start: int) -> tuple[str, ...]:
        """What the heading over a paragraph, or the line before its bullets, lends to an item.

        `start` is where the item's sentence begins. Empty for running prose.
        """
        span = self._leading(paragraph, start)
        if span is None:
            if self._over is None:
                self._over = self._spans()
            span = self._over.get(paragraph.number)
        if span is None:
            return ()
        found = self._measures.get(span)
        if found is None:
            found = self._measures[span] = self._named(*span)
        return found

    def _leading(self, paragraph: Paragraph, start: int) -> Span | None:
        """The line before the bullets of the same paragraph, if it ends in a colon."""
        if start == paragraph.start or self._plain[start] not in _BULLETS:
            return None
        colon = self._plain.find(":\n", paragraph.start, start)
        if colon < 0:
            return None
        return max(paragraph.start, colon - _LONGEST_ITEM), colon + 1

    def _spans(self) -> dict[int, Span]:
        """Number of a paragraph -> the heading over the list in which it stands."""
        found: dict[int, Span] = {}
        heading: Span | None = None
        for paragraph in self._paragraphs:
            start, end = paragraph.start, paragraph.end
            last = self._plain[start:end][-2:].strip(_CLOSERS)[-1:]
            if last == ":":
                heading = max(start, end - _LONGEST_ITEM), end
            elif last in (".", "!", "?") and self._plain[start] not in _BULLETS:
                heading = None
            elif _DIGIT.search(self._plain, start, end) is None:
                heading = (start, end) if end - start <= _LONGEST_HEADING else None
            elif heading is not None and end - start <= _LONGEST_ITEM:
                found[paragraph.number] = heading
        return found

    def _named(self, start: int, end: int) -> tuple[str, ...]:
        """The measures that a stretch of text names; first those that join two of them."""
        triggers = self._vocabulary.find(Tokens(self._plain, start, end))
        names = tuple(dict.fromkeys(t.measure for t in triggers))
        joined = (
            one.name
            for one in self._vocabulary.measures.values()
            if one.either and set(one.either) <= set(names)
        )
        return tuple(dict.fromkeys((*joined, *names)))
