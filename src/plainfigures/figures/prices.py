"""Prices: numbers of one of many, of one person or of what is owned, and of no country."""

from plainfigures.figures.fits import PEOPLE
from plainfigures.figures.phrases import OWNERS
from plainfigures.figures.triggers import Trigger
from plainfigures.prose.currencies import SIGNS
from plainfigures.prose.lexicon import countries, is_person, singular, tag
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_COSTS = frozenset(("cost", "costs"))
_EACH = frozenset(("each", "every"))
_NEAR_EACH = 9
_APIECE = frozenset(("each", "apiece"))
_ONE = frozenset(("a", "an", "each", "every", "per"))
_COVERS = frozenset(("cover", "covers", "covered"))
_PERSONAL = frozenset(("his", "her", "my"))
_NEAR = 5


class Prices:
    """The prices of one sentence."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._word = tokens.word

    def is_of_another(self, q: Quantity) -> bool:
        """ "slipped 2 percent to $71 a barrel": what it moves to is a price of one.

        Nor is it a share or change where "exports covered 80 percent of imports".
        """
        if self._tokens.at(q.phrase_first - 1) in _COVERS or self._is_of_stock(q):
            return True
        after = self._word[q.phrase_last : q.phrase_last + _NEAR]
        led = after[:1] == ["to"] and self._tokens.at(q.phrase_last + 1) in SIGNS
        return led and not _ONE.isdisjoint(after)

    def is_personal(self, t: Trigger | None) -> bool:
        """ "her own turnover halved": of one person, and no country."""
        k = -1 if t is None or t.kind == "noun" else t.first - 1
        while k > 0 and tag(self._word[k]).split(",")[0] in ("n", "ns", "a"):
            k -= 1
        return k >= 0 and self._word[k] in _PERSONAL

    def _is_of_stock(self, q: Quantity) -> bool:
        """ "Omega shares closed 3 percent lower", "shares in Polmet fell": what owners hold."""
        word = self._word
        if "shares" not in word[: q.first]:
            return False
        k = max(j for j in range(q.first) if word[j] == "shares")
        if word[k + 1] in ("of", "in"):
            return self._tokens.capital(k + 2) and self._tokens.raw[k + 2] not in countries()
        return word[k - 1] not in OWNERS and word[k + 1] != "to" and "," not in word[k : q.first]

    def is_priced(self, q: Quantity, t: Trigger) -> bool:
        """Whether a sum is that of one of many ("a tent costs $90", "each adult was given $5")."""
        each = self._word[0] in _EACH or self._tokens.at(q.phrase_last) in _APIECE
        if each and q.kind == "money":
            return True
        return self._word[t.first] in _COSTS and self._word[0] in _ONE

    def is_for_each(self, q: Quantity) -> bool:
        """ "gave 40,000 rupees and tools to every returning family", "every $5 saves"."""
        if self._tokens.at(q.phrase_first - 1) in _EACH:
            return True
        near = self._word[q.phrase_last : q.phrase_last + _NEAR_EACH]
        each = next((k for k, word in enumerate(near) if word in _EACH), len(near))
        whom = [singular(word) for word in near[each + 1 : each + 4]]
        return any(word in PEOPLE or is_person(word) for word in whom)
