"""People who leave their refuge for a third country, in a text on resettlement."""

from collections.abc import Sequence

from plainfigures.figures.grammar.people import is_anybody, nation
from plainfigures.figures.grammar.themes import MOVED
from plainfigures.figures.journeys.departures import Departures
from plainfigures.figures.journeys.whither import LEAVING
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import countries
from plainfigures.prose.words.stems import verb_forms

_RESETTLING = frozenset(("resettle", "resettlement", "resettled"))
_DRIVEN = frozenset("fled fighting war attack attacks clashes conflict violence".split())
_TO = frozenset(("to", "for"))


class Resettling(Departures):
    """Finds in one sentence who has left to be settled elsewhere."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of resettlement to those who leave, and to those beside them in a list.

        "900 refugees left for Canada, 80 for Norway and 12 for Chile".
        """
        word, rehomed = self._tokens.word, self._lists.rehomed
        if rehomed is None or verb_forms(LEAVING).isdisjoint(word):
            return
        if not self._is_told() or not _DRIVEN.isdisjoint(word):
            return
        leave = 0
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if match.measure not in {None, rehomed.name, *rehomed.beats}:
                continue
            if match.measure is None and not is_anybody(self._tokens, q):
                continue
            beside = leave > 0 and q.kind == "bare" and self._tokens.at(q.phrase_last) in _TO
            if beside or (leave := self._leaves(q)):
                matches[index] = Match(rehomed.name, rule="left to be resettled")

    def _is_told(self) -> bool:
        """Whether the sentence, those before it or the last figure tell of resettlement."""
        last, rehomed = self._carried.last or self._carried.earlier, self._lists.rehomed
        if last is not None and rehomed is not None and last[1].measure == rehomed.name:
            return True
        return not _RESETTLING.isdisjoint((*self._tokens.word, *self._carried.before()))

    def _leaves(self, q: Quantity) -> int:
        """The verb of those who leave for another country than theirs; else 0."""
        k = self.leave(q)
        own = nation(self._tokens, q) if q.kind == "noun" else None
        home = countries().get(self._carried.home() or "")
        own = own or (home.code if home is not None else None)
        whither = self._whither(k) if k else None
        if own is None:  # "9,000 people left Chad for Niger" may have fled
            known = q.noun is None or q.noun.head in MOVED
            return k if whither and known else 0
        return k if whither and own not in (whither, self.left_country(k)) else 0
