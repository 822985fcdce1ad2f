"""People helped on the way, among those whose return was told just before: they are a part."""

from collections.abc import Sequence

from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE

_HELPED = frozenset("assisted supported helped aided facilitated transported escorted".split())
_AFTER = frozenset(". , ; : by in at on during and from through this last".split())


class Helped(Teller):
    """Finds in one sentence those of the people told before who were helped to return."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of return to those who were helped, where others returned before."""
        home, last = self._lists.home, self._carried.last
        if home is None or _HELPED.isdisjoint(self._tokens.word):
            return
        told = last is not None and last[1].measure == home.name
        for index, q in enumerate(quantities):
            told = told or (index > 0 and matches[index - 1].measure == home.name)
            if told and matches[index].measure is None and self._is_helped(q):
                matches[index] = Match(home.name, rule="helped to return like those before")

    def _is_helped(self, q: Quantity) -> bool:
        """ "900 of them were assisted by the agency", "2,000 were supported: …"."""
        if q.unit not in PEOPLE and not (q.kind == "bare" and q.unit is None):
            return False
        k = q.phrase_last
        k += 2 * (tuple(self._tokens.word[k : k + 2]) in OF_THEM)
        k = self._predicates.after_helpers(k)
        if self._tokens.at(k) not in _HELPED or BE.isdisjoint(self._tokens.word[q.phrase_last : k]):
            return False
        return self._tokens.at(k + 1) in _AFTER or k + 1 == self._tokens.size
