"""Losses told in plain words beside other losses: who has fallen, and who has not come back."""

from collections.abc import Sequence

from plainfigures.figures.fits import PEOPLE
from plainfigures.figures.match import Match
from plainfigures.figures.returning import goes_back
from plainfigures.figures.teller import Teller
from plainfigures.figures.themes import FLED
from plainfigures.prose.helpers import HAVE
from plainfigures.prose.quantity import Quantity

_NOT = frozenset(("not", "never"))
_FAILED = frozenset(("failed", "fail"))
_SINCE = frozenset(("yet", "since", "even"))
_ENDS = frozenset((".", ",", ";", ":", ")", "and", "but", "in", "at", "on", "there", "since", ""))


class Losses(Teller):
    """Finds in one sentence who has fallen, or has not come back, where others were hurt."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give them their measure, whatever a word before them says of others."""
        if _ANY.isdisjoint(self._tokens.word):
            return
        last = self._carried.last
        told = last is not None and last[1].measure in self._lists.harmed
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            bare = q.kind == "bare" and not q.attributive
            if told and (bare or (q.kind == "noun" and q.unit in PEOPLE)) and _is_open(q, match):
                if self._lists.fallen is not None and self._has_fallen(q):
                    matches[index] = Match(
                        self._lists.fallen, rule="fallen, where others were hurt"
                    )
                elif self._lists.lost is not None and self._is_overdue(q):
                    matches[index] = Match(
                        self._lists.lost, rule="not come back from what hurt others"
                    )
            told = told or match.measure in self._lists.harmed

    def _has_fallen(self, q: Quantity) -> bool:
        """ "nine have fallen", but no "has fallen to nine", "have fallen ill"."""
        k = self._predicates.after_helpers(q.phrase_last)
        fallen = self._tokens.at(k) == "fallen" and self._tokens.word[k - 1] in HAVE
        return fallen and k > q.phrase_last and self._tokens.at(k + 1) in _ENDS

    def _is_overdue(self, q: Quantity) -> bool:
        """ "eleven fishermen have not come back", "two never returned", "one failed to return"."""
        word, k = self._tokens.word, self._predicates.after_helpers(q.phrase_last)
        if not FLED.isdisjoint(word):
            return False
        while self._tokens.at(k) in _SINCE or self._tokens.at(k) in _NOT:
            k += 1
        denied = not _NOT.isdisjoint(word[q.phrase_last : k])
        if self._tokens.at(k) in _FAILED and self._tokens.at(k + 1) == "to":
            denied, k = True, k + 2
        return denied and goes_back(self._tokens, k)


def _is_open(q: Quantity, match: Match) -> bool:
    """Whether a number has no measure, or one by a word that stands before it."""
    t = match.trigger
    return match.measure is None or (t is not None and t.last <= q.phrase_first)


_ANY = _NOT | _FAILED | {"fallen"}
