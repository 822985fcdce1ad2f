"""Homes: who leaves for home, and who is settled by others ("settled 143,000 on the land")."""

from collections.abc import Sequence

from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.stems import verb_forms

_SETTLED = frozenset("settled established installed planted".split())
_LEAVING = ("leave", "depart", "sail", "start", "embark", "set")
_THEN = frozenset("on in at by after before this last yesterday today from with".split())
_THEIR = frozenset(("the", "their"))
_OLD = frozenset("native home ancestral rebuilt restored reconstructed liberated old".split())
_ANY = _SETTLED | _OLD
_FAR = 18
_COMPANY = frozenset(
    "soldier officer employee worker teacher winner tenant buyer student athlete veteran "
    "policeman customer".split()
)


class Homes(Teller):
    """Finds in one sentence the people who leave for home or are settled."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of resettlement to people who have none, or one that only names them."""
        rehomed = self._lists.rehomed
        if rehomed is None or _ANY.isdisjoint(self._tokens.word):
            return
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if q.kind != "noun" or q.unit not in PEOPLE or q.noun is None:
                continue
            if match.measure is not None and match.measure not in rehomed.beats:
                continue
            if q.noun.head in _COMPANY:
                continue
            if self._lists.home is not None and self._heads_home(q):
                matches[index] = Match(self._lists.home.name, rule="left for home")
            elif match.measure is not None and self._is_settled(q):
                matches[index] = Match(rehomed.name, rule="settled by others")

    def _heads_home(self, q: Quantity) -> bool:
        """ "a convoy with 310 people left for home on Thursday", "… for the rebuilt village"."""
        word = self._tokens.word
        near = range(q.phrase_last, min(q.phrase_last + _FAR, self._tokens.size - 2))
        k = next((k for k in near if word[k] == "for"), 0)
        if not k or verb_forms(_LEAVING).isdisjoint(word[q.phrase_last : k]):
            return False
        if word[k + 1] == "home":
            return word[k + 2] in _THEN or not word[k + 2].isalpha()
        return word[k + 1] in _THEIR and word[k + 2] in _OLD

    def _is_settled(self, q: Quantity) -> bool:
        """ "the commission settled 143,000 refugees on the land": whoever they are that fled."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        return k > 0 and word[k] in _SETTLED and word[k - 1] not in BE
