"""Denominations: what a heading says that the numbers below it are in ("US$ million", "in km")."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.units.currencies import currency_named
from plainfigures.prose.units.units import unit_after
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

_SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
}
_ONE = frozenset("a an one half each per".split())
_OPENS = frozenset(("(", "[", "in"))
# The most tokens of what leads to a list in one sentence.
_LEAD = 30
_CLOSES = frozenset(("", ")", "]", ",", ":"))


class Denomination(NamedTuple):
    """What each number of a list stands for: so much of a currency or unit, or of its own noun.

    It is `set` where a bracket or "in" holds it, so that every bare number is in it.
    """

    kind: str
    unit: str | None
    scale: Decimal
    set: bool

    def give(self, quantities: Iterable[Quantity]) -> None:
        """Put the numbers of an item in what its heading says, over the noun of its label."""
        for q in quantities:
            things = self.kind == "noun"  # of which those of a label are none
            if (q.kind == "bare" and not (things and q.unit)) or (
                q.kind == "noun" and q.inherited and not things
            ):
                q.multiply(self.scale)
                if self.unit is not None:
                    q.kind, q.unit, q.noun, q.inherited = self.kind, self.unit, None, True


def denominate(tokens: Tokens, quantities: list[Quantity], headed: Denomination | None) -> None:
    """Put numbers in what a heading says, or their sentence: "Gifts, in million euros: Mali 2"."""
    if headed is not None and headed.set:
        headed.give(quantities)
    colon = tokens.word.index(":") if ":" in tokens.word else 0
    own = denomination(tokens, colon) if colon <= _LEAD else None
    if own is None or not own.set or own.kind == "unit":
        return
    for q in quantities:
        if q.first > colon:
            plain = tokens.raw[q.first].replace(",", "") == str(q.value)
            q.kind = "bare" if q.inherited and plain else q.kind
            own.give([q])


def denomination(tokens: Tokens, end: int | None = None) -> Denomination | None:
    """The denomination that a heading names, up to an end; None where it names none."""
    for i in range(tokens.size if end is None else end):
        named = currency_named(tokens, i)
        if named is not None:
            code, end = named
            k = i - 1 - (tokens.at(i - 1) == "of")
            ahead = _scale(tokens, k)
            scale = _scale(tokens, end) or ahead or Decimal(1)
            first = k if ahead else i
            return Denomination("money", code, scale, _is_set(tokens, first, end))
        if tokens.at(i - 1) in _OPENS or (tokens.at(i - 1) == "," and i > 1):
            found = _unit(tokens, i) or _scaled(tokens, i)
            if found is not None:
                return found
    return None


def _unit(tokens: Tokens, i: int, scale: Decimal = Decimal(1)) -> Denomination | None:
    """ "(km2)", ", per cent of total": a unit that ends what a bracket holds."""
    unit = unit_after(tokens, i)
    if unit is None or unit.kind not in ("unit", "percent") or currency_named(tokens, i):
        return None
    share = unit.kind == "percent" and tokens.at(unit.last) == "of"
    ends = share or tokens.at(unit.last) in _CLOSES
    return Denomination(unit.kind, unit.name, scale, True) if ends else None


def _scaled(tokens: Tokens, i: int) -> Denomination | None:
    """ "(thousands)", "(thousands of tonnes)": a scale with its unit, or alone."""
    scale = _scale(tokens, i)
    if scale is None:
        return None
    last = i + 1 + (tokens.at(i + 1) == "of")
    alone = tokens.at(last) in _CLOSES
    return Denomination("", None, scale, True) if alone else _unit(tokens, last, scale)


def is_denomination(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sum of tokens first..last has no number but its scale ("million US dollars")."""
    words = tokens.word[first:last]
    if any(word[0].isdecimal() for word in words) or not _ONE.isdisjoint(words):
        return False
    if any(is_number(tokens.word[k]) and not _scale(tokens, k) for k in range(first, last)):
        return False  # "three million euros"
    return any(_scale(tokens, k) for k in range(first, last)) and tokens.at(first - 1) not in _ONE


def _is_set(tokens: Tokens, first: int, end: int) -> bool:
    """ "(US$ million)", "Needs, in euros", "Pledges, US dollars": a currency set off as such."""
    end += _scale(tokens, end) is not None
    if tokens.at(first - 1) == ",":
        return end == tokens.size
    return tokens.at(first - 1) in _OPENS and tokens.at(end) in _CLOSES


def _scale(tokens: Tokens, k: int) -> Decimal | None:
    return _SCALES.get(tokens.at(k).removesuffix("s"))
