"""Claims in a text on asylum: each is of one person who fled, whatever became of the others."""

from collections.abc import Sequence

from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.triggers.match import Carried, Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_CLAIMS = frozenset("application claim request petition".split())
_ASYLUM = "asylum"
# What is done to claims that were told of when they were made.
_DECIDING = verb_forms(
    tuple(
        "decide process refuse reject grant approve consider review examine hear handle rule "
        "withdraw close settle dismiss clear".split()
    )
)
_REACH = 4


def are_claims(tokens: Tokens, q: Quantity, carried: Carried) -> bool:
    """ "202,000 applications for asylum", "4,100 claims" where the text before is on asylum."""
    if q.kind != "noun" or q.noun is None or q.noun.head not in _CLAIMS:
        return False
    return _ASYLUM in tokens.word or _ASYLUM in carried.before()


class Claimants(Teller):
    """Finds in one sentence the claims for asylum that its triggers leave out."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of people in flight to claims that were made."""
        abroad = self._lists.abroad
        for index, q in enumerate(quantities):
            if abroad is None or not are_claims(self._tokens, q, self._carried):
                continue
            if self._are_decided(q):
                matches[index] = Match()
            elif matches[index].measure is None:
                matches[index] = Match(abroad.name, rule="claims for asylum")

    def _are_decided(self, q: Quantity) -> bool:
        """ "decided on 900 claims", "900 applications were refused"."""
        word = self._tokens.word
        before = word[max(0, q.phrase_first - _REACH) : q.phrase_first]
        own = self._predicates.own_verb(q)
        return not _DECIDING.isdisjoint(before) or (own is not None and word[own] in _DECIDING)
