"""Adjoining: what a paragraph takes from the one before, where a report has a sentence to each."""

from collections.abc import Sequence

from plainfigures.figures.grammar.breakdowns import comparable
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.themes import DEPORTED, HOMEWARD, UPROOTED, is_around
from plainfigures.figures.measures.earlier import leads
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import Carried, Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.tokens import Tokens

_ON_RETURN = HOMEWARD | DEPORTED | UPROOTED


class Adjoining:
    """What the paragraph before lends the next; `predicates` are those of the sentence."""

    def __init__(self, carried: Carried, lists: MeasureLists, predicates: Predicates) -> None:
        self._carried = carried
        self._lists = lists
        self._predicates = predicates

    def lends(self, what: str, q: Quantity, matches: Sequence[Match]) -> Match:
        """The measure for a number of the class `what`, where sums or those who go home go on.

        "3,400 families came home on Monday. ¶ At Ost 900 people were registered.".
        """
        source = self._carried.above.get(what)
        if source is None or self._carried.last is not None:
            return Match()
        if any(match.measure is not None for match in matches):
            return Match()  # "Of the $9 million pledged, 2 will be in grants"
        if what == "currency":
            return source
        gone = source.measure in self._lists.homeward - {self._lists.waiting}
        if not gone or q.kind != "noun" or self._predicates.is_item:
            return Match()
        return source if is_around(self._carried, _ON_RETURN) else Match()

    def part(self, tokens: Tokens, q: Quantity) -> Match:
        """ "(b) Of these, in camps: 7,905", "of which women: 30": a part of what was told above."""
        earlier = self._carried.earlier
        if earlier is None or self._carried.last is not None or not leads(tokens):
            return Match()
        whole, source = earlier
        if not comparable(whole, q) or q.value is None or q.value >= (whole.value or 0):
            return Match()
        return source
