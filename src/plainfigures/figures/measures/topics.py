"""Topics: what a text counts and sums up, by its headings and by what it told before."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plainfigures.figures.measures.headings import Headings
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import Vocabulary
from plainfigures.prose.nouns.quantity import Quantity

BOUND = "what the text told of as bound"


class Topics:
    """The topics of one document as it is read."""

    def __init__(self, vocabulary: Vocabulary, headings: Headings) -> None:
        self._measures = vocabulary.measures
        self._headings = headings
        # how often people were counted in a measure so far
        self._told: Counter[str] = Counter()
        # the measure of the last sum
        self._sum = ""
        # the same of the last that was bound
        self._bound = ""
        self._binding = vocabulary.lists.bound

    def note(self, quantities: Iterable[Quantity], matches: Iterable[Match]) -> None:
        """Take in what a sentence measures."""
        for q, match in zip(quantities, matches, strict=True):
            if match.measure is not None and q.unit in PEOPLE:
                self._told[match.measure] += 1
            elif match.measure is not None and q.kind == "money":
                self._sum = match.measure
                self._bound = match.measure if match.measure in self._binding else self._bound

    def at(self, start: int) -> Iterator[tuple[str, str]]:
        """The measures that a sentence at `start` may be on, each with the rule that found it."""
        for measure in self._headings.topics(start):
            yield measure, "heading of the section"
        most = max(self._told, key=self._told.__getitem__, default="")
        if most and self._measures[most].topic:
            yield most, "what the text told before"
        if self._sum:
            yield self._sum, "what the text told before"
        if self._bound and self._sum != self._bound:
            yield self._bound, BOUND
