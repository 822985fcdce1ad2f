"""People who reach a place because of fighting or a flood elsewhere: they have fled."""

from collections.abc import Sequence
from itertools import pairwise

from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.journeys.departures import Departures
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import singular, tag, verb_lemmas
from plainfigures.prose.words.stems import verb_forms

_ARRIVING = verb_forms(("arrive", "come", "get"))
_REACHING = verb_forms(("reach", "enter"))
_COMING = _ARRIVING | _REACHING
_ARRIVALS = frozenset("arrival arrivals influx".split())
_ANY = _COMING | _ARRIVALS
_INTO = frozenset(("in", "at", "into", "to"))
_BECAUSE = frozenset("since after following amid amidst as because with from".split())
_EVENTS = frozenset(
    "fighting clash shelling violence attack bombardment bombing offensive raid massacre airstrike "
    "killing hostility eruption flood flooding unrest assault incursion burning".split()
)
_PLACES = frozenset(
    "town city village capital camp settlement district province region country border area state "
    "county island valley territory suburb safety frontier".split()
)
# What they come for who have not fled.
_ERRANDS = frozenset("for join help".split())
_REACH = 7


class Arrivals(Departures):
    """Finds in one sentence those who have come away from fighting or a flood."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of people in flight to people of whom no trigger tells."""
        abroad = self._lists.abroad
        if abroad is None or _ANY.isdisjoint(self._tokens.word):
            return
        told = any(match.measure == abroad.name for match in matches)
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            comes = match.measure is None and q.kind == "noun"
            if comes and (self._arrives(q) or (told and self._adds(q))):
                matches[index] = Match(abroad.name, rule="came away from what befell")

    def _arrives(self, q: Quantity) -> bool:
        """ "since Monday's clashes 900 people have arrived in the town"."""
        word, k = self._tokens.word, self.predicate(q)
        reaches = self._tokens.at(k) in _REACHING
        comes = self._tokens.at(k) in _ARRIVING and self._tokens.at(k + 1) in _INTO
        if not (reaches or comes) or not is_anybody(self._tokens, q) or not self._is_driven():
            return False
        tail = word[k + 1 + comes :]
        purpose = any(a == "to" and b in verb_lemmas(b) for a, b in pairwise(tail))
        return self._is_place(k + 1 + comes) and _ERRANDS.isdisjoint(tail) and not purpose

    def _adds(self, q: Quantity) -> bool:
        """ "has 900 refugees, but with the *arrival of* | 300 Chadians": more of them."""
        led = self._tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
        return led[1:] == ["of"] and led[0] in _ARRIVALS and is_anybody(self._tokens, q)

    def _is_place(self, k: int) -> bool:
        """ "the provincial | capital", "Ostra", but no "hospital" and no "station"."""
        for j in range(k, min(k + _REACH, self._tokens.size)):
            if singular(self._tokens.word[j]) in _PLACES or self._tokens.capital(j):
                return True
            if tag(self._tokens.word[j])[0] not in "dan":
                break
        return False

    def _is_driven(self) -> bool:
        """ "since fighting broke out", "following renewed violence"."""
        word = self._tokens.word
        causes = [k for k, one in enumerate(word) if one in _BECAUSE]
        return any(singular(one) in _EVENTS for k in causes for one in word[k + 1 : k + 1 + _REACH])
