"""Purses: bare numbers that are sums, in the currency that a text told before them."""

from plainfigures.figures.triggers.match import Carried
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.units.denominations import Denomination
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.stems import verb_forms

# Less is a sum only in a list of which its heading says so.
_SUM = 1_000_000
_FED = frozenset("fed feed feeding reached reaching helped helping assisted assisting".split())
_ASKED = frozenset(
    "ask asks asked asking appeal appeals appealed appealing call calls called calling plea "
    "request requests looking sought bid".split()
)
_EQUAL = frozenset(", ( or about".split())
# What people do and sums do not.
_LIVE = tuple(
    "lack face suffer starve live struggle depend rely flee survive sleep experience endure die "
    "reside dwell".split()
)
_WHOM = frozenset("who whom affected displaced hungry need homeless people".split())


class Purses:
    """The sums without a currency of one sentence."""

    def __init__(self, scan: Scan, carried: Carried) -> None:
        self._quantities = scan.quantities
        self._tokens = scan.tokens
        self._carried = carried

    def of(self, index: int) -> str | None:
        """ "asked for 300 million euros and were given 45 million": the currency told before."""
        q = self._quantities[index]
        if q.kind != "bare" or q.unit is not None or q.value is None:
            return None
        if not _WHOM.isdisjoint(self._tokens.word[q.last : q.last + 4]):
            return None  # "for the 4 million in need of help"
        verb = q.last
        while self._tokens.at(verb) in HELPERS:
            verb += 1
        if self._tokens.at(verb) in verb_forms(_LIVE):
            return None  # "nearly 4 million lack clean water"
        before = self._tokens.at(q.phrase_first - 1)
        if before in _FED or (
            before == "for" and self._tokens.at(q.phrase_first - 2) not in _ASKED
        ):
            return None  # "rations were restored for 6 million"
        if q.value < _SUM:
            found = self._denomination(index)
            return found.unit if found is not None and found.scale > 1 else None
        for k in range(index - 1, -1, -1):
            if self._quantities[k].kind == "money":
                return self._quantities[k - self._is_converted(k)].unit
        found = self._denomination(index)
        return self._carried.currency if found is None else found.unit

    def _is_converted(self, index: int) -> bool:
        """ "50 million rupiah, *about $3,100*": the same sum in other money."""
        before, q = self._quantities[max(0, index - 1)], self._quantities[index]
        gap = self._tokens.word[before.phrase_last : q.phrase_first]
        return before.kind == "money" and bool(gap) and _EQUAL.issuperset(gap)

    def fill(self, index: int) -> None:
        """Make a bare number the sum that it is."""
        q, listed = self._quantities[index], self._denomination(index)
        q.unit, q.inherited = self.of(index), True
        if listed is not None and q.value is not None and q.value < _SUM:
            q.value *= listed.scale
        q.kind = "money"

    def _denomination(self, index: int) -> Denomination | None:
        """What the sums of a list are in, for the first number of its item."""
        others = self._quantities[:index]  # "14.0 requested, 6.1 received"
        if any(q.kind != "bare" and not (q.kind == "money" and q.inherited) for q in others):
            return None
        found = self._carried.denomination()
        return None if found is None or found.kind != "money" else found
