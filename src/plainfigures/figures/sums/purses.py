"""Purses: bare numbers that are sums, in the currency that a text told before them."""

from decimal import Decimal

from plainfigures.figures.exclusions.uncounted import is_in_gifts
from plainfigures.figures.triggers.match import Carried
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.parallels import LEAST_SUM
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.quantities.sharing import scale_of
from plainfigures.prose.units.denominations import Denomination
from plainfigures.prose.words.helpers import HAVE, HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import ONE
from plainfigures.prose.words.signs import CLOSERS
from plainfigures.prose.words.stems import verb_forms

# Less is a sum only in a list of which its heading says so.
_SUM = 1_000_000
_FED = frozenset("fed feed feeding reached reaching helped helping assisted assisting".split())
_ASKED = frozenset(
    "ask asks asked asking appeal appeals appealed appealing call calls called calling plea "
    "request requests looking sought bid apply applies applied applying turn turned".split()
)
# What people do and sums do not.
_LIVE = tuple(
    "lack face suffer starve live struggle depend rely flee survive sleep experience endure die "
    "reside dwell".split()
)
# What may stand behind a number that a verb of paying alone makes a sum.
_AFTER = CLOSERS | frozenset("but by for from in or so this to toward towards while".split())
_A_BIT = frozenset("a bit little".split())
_HAVING = HAVE | {"got", "gets"}
_THAT = frozenset("it that this which".split())
# What is given in money alone, in the singular: three million loans are many.
_MONEYS = frozenset(
    "aid assistance contribution donation funding grant loan pledge subsidy".split()
)
_NOUNS = 5
# The longest insertion between such a verb and its number, in tokens.
_INSERTED = 6
_WHOM = frozenset("who whom affected displaced hungry need homeless people".split())


class Purses:
    """The sums without a currency of one sentence."""

    def __init__(self, scan: Scan, carried: Carried, paying: frozenset[str]) -> None:
        """`paying` are the forms of verbs that tell of sums alone."""
        self._quantities = scan.quantities
        self._tokens = scan.tokens
        self._carried = carried
        self._paying = paying

    def of(self, index: int) -> str | None:
        """ "asked for 300 million euros and were given 45 million": the currency told before."""
        q = self._quantities[index]
        if q.kind != "bare" or q.unit is not None or q.value is None:
            return None
        if not _WHOM.isdisjoint(self._tokens.word[q.last : q.last + 4]):
            return None  # "for the 4 million in need of help"
        if self._tokens.word[q.last : q.last + 2] == ["of", "them"]:
            return None  # "There may be nine million of them by then"
        verb = q.last
        while self._tokens.at(verb) in HELPERS:
            verb += 1
        if self._tokens.at(verb) in verb_forms(_LIVE):
            return None  # "nearly 4 million lack clean water"
        before = self._tokens.at(q.phrase_first - 1)
        if before in _FED or (before == "for" and not self._is_asked(q)):
            return None  # "rations were restored for 6 million"
        if q.value < _SUM:
            found = self._denomination(index)
            if found is not None and found.scale > 1:
                return found.unit
            found = self._told_before(index) if q.value >= LEAST_SUM else None
            return None if found is None else found.unit
        for k in range(index - 1, -1, -1):
            if self._quantities[k].kind == "money":
                return self._quantities[k].unit
        if is_in_gifts(self._tokens, q.last):  # "3 million in grants and $2 million in loans"
            after = (one.unit for one in self._quantities[index:] if one.kind == "money")
            if (unit := next(after, None)) is not None:
                return unit
        found = self._denomination(index)
        return self._carried.currency if found is None else found.unit

    def _is_asked(self, q: Quantity) -> bool:
        """ "asked (the bank) for | 6 million", "has applied to it for another 6 million"."""
        word, k = self._tokens.word, q.phrase_first - 2
        while k > 0 and (word[k] == "to" or tag(word[k])[0] in "nad") and word[k] not in _ASKED:
            k -= 1
        return word[k] in _ASKED

    def claim(self) -> None:
        """Make sums of what is counted in money alone ("*a 3 million* disaster relief *grant*")."""
        for index, q in enumerate(self._quantities):
            if q.noun is None or q.value is None or q.value < _SUM or not self._is_gift(q):
                continue
            before = (one.unit for one in self._quantities[index::-1] if one.kind == "money")
            unit = next(before, self._carried.currency)
            if unit is not None:
                q.kind, q.unit, q.noun, q.inherited = "money", unit, None, True

    def _is_gift(self, q: Quantity) -> bool:
        """Whether the nouns behind a number end in one that is given in money."""
        if q.noun is not None and q.inherited:
            return q.noun.head in _MONEYS
        word, k = self._tokens.word, q.last
        while k < q.last + _NOUNS and tag(self._tokens.at(k) or ".").split(",")[0] in ("n", "a"):
            k += 1
        return word[k - 1] in _MONEYS and not self._tokens.at(k).endswith("s")

    def fill(self, index: int) -> None:
        """Make a bare number the sum that it is."""
        q, listed = self._quantities[index], self._denomination(index)
        q.unit, q.inherited = self.of(index), True
        if listed is not None and q.value is not None and q.value < _SUM:
            q.multiply(listed.scale)
        q.kind = "money"

    def _denomination(self, index: int) -> Denomination | None:
        """What the sums of a list are in, for the first number of its item; or the sum before."""
        others = self._quantities[:index]  # "14.0 requested, 6.1 received"
        listed = self._carried.denomination()
        if (
            listed is not None
            and listed.kind == "money"
            and all(q.kind == "bare" or (q.kind == "money" and q.inherited) for q in others)
        ):
            return listed
        return self._told_before(index)

    def _told_before(self, index: int) -> Denomination | None:
        """ "asked for $250 million. They *promised 208* and *paid*, in the end, *150*".

        A number in thousands is told in full: "asked for $3 million and *got 900,000*".
        """
        q = self._quantities[index]
        if q.value is None or q.value >= _SUM:
            return None
        whole = q.value >= LEAST_SUM
        if not self._is_paid(q):
            return None
        united = (q for q in reversed(self._quantities[:index]) if q.unit and not q.inherited)
        before = next(united, None)
        if before is None:
            carried = self._carried
            known = carried.after_sum and carried.currency is not None
            scale = ONE if whole else carried.scale
            return Denomination("money", carried.currency, scale, False) if known else None
        if before.kind != "money" or before.unit is None:
            return None
        scale = ONE if whole else scale_of(self._tokens, before)
        spelt = self._tokens.word[q.first].isalpha()
        if scale == ONE and not whole and spelt and before.value and before.value % LEAST_SUM == 0:
            scale = Decimal(LEAST_SUM)  # "promised $40,000 and sent fifteen"
        return Denomination("money", before.unit, scale, False)

    def _is_paid(self, q: Quantity) -> bool:
        """Whether a verb of paying or "grant of" leads to a number without a noun behind it."""
        tokens, k = self._tokens, q.phrase_first - 1
        after = tokens.at(q.last)
        if after == "has":
            return True  # "Of this, 390 *has* reached us": one sum
        if after not in _AFTER and not (after == "of" and tokens.at(q.last + 1) in _THAT):
            return False
        while k > 0 and (tag(tokens.word[k]) == "r" or tokens.word[k] in _A_BIT):
            k -= 1
        if tokens.at(k) == ",":
            opened = range(k - 1, max(0, k - _INSERTED), -1)
            k = next((j for j in opened if tokens.word[j] == ","), 0) - 1
        named = tokens.at(k) == "of" and tokens.word[k - 1] in _MONEYS
        return k >= 0 and (named or tokens.word[k] in self._paying or tokens.word[k] in _HAVING)
