"""Losses: the prisoners in a list of what an army lost ("200 dead, 300 wounded, 150 prisoners")."""

from collections.abc import Sequence

from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.signs import JOINERS

_TAKEN = frozenset(("prisoners", "captives"))
_JOINING = JOINERS | {"including", "of", "whom", "them"}
_LOSING = ("lose ", "cost ", "suffer ")


class Losses(Teller):
    """Finds in one sentence the prisoners who are told of beside the dead and the wounded."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Make those captured who stand in one list with people who were killed or hurt."""
        taken = self._lists.taken
        if taken is None or _TAKEN.isdisjoint(self._tokens.word):
            return
        for index in range(1, len(quantities)):
            q, before = quantities[index], quantities[index - 1]
            if not self._are_taken(q) or not self._is_lost(before, matches[index - 1]):
                continue
            gap = self._tokens.word[before.phrase_last : q.phrase_first]
            t = matches[index].trigger
            if gap and _JOINING.issuperset(gap) and (t is None or t.last <= q.phrase_first):
                matches[index] = Match(taken, rule="prisoners among losses")

    def _are_taken(self, q: Quantity) -> bool:
        """ "90 prisoners", "of whom 90 were prisoners", "90 of them captives"."""
        word, k = self._tokens.word, q.phrase_last
        if word[k - 1] in _TAKEN:
            return True
        k += 2 * (word[k : k + 2] == ["of", "them"])
        return self._tokens.at(k + (self._tokens.at(k) in BE)) in _TAKEN

    def _is_lost(self, q: Quantity, match: Match) -> bool:
        """ "200 *dead*", "*lost* 300 men": one of the losses, and not whom somebody killed."""
        t = match.trigger
        if t is None or match.measure not in self._lists.harmed:
            return False
        return t.last == q.phrase_last or t.lemma.startswith(_LOSING)
