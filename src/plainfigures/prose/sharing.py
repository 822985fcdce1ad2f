"""Shared units: a bare number takes the unit of the nearest parallel quantity of its list."""

from itertools import pairwise

from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_JOINERS = frozenset((",", "and", "or", "to", "/", "-", "\u2013"))
_PARALLEL = frozenset("and or , from versus vs against compared with than".split())
_FURTHEST = 14
_MOST_PERCENT = 1000
_LENDERS = ("noun", "unit", "percent", "money")
_STRICT = ("percent", "money", "unit", "point")


def share_units(tokens: Tokens, quantities: list[Quantity]) -> None:
    """ "12, 15 and 20 trucks", "killed 12 men and wounded 34": give bare numbers their unit."""
    for index in range(len(quantities) - 2, -1, -1):  # the last of a list names its unit
        q, after = quantities[index], quantities[index + 1]
        if q.kind == "bare" and _takes_after(tokens, q, after):
            _take(q, after)
    for before, q in pairwise(quantities):
        if q.kind == "bare" and not q.inherited and _takes_before(tokens, q, before):
            _take(q, before)


def _takes_after(tokens: Tokens, q: Quantity, after: Quantity) -> bool:
    """Whether a bare number stands in one list with the quantity after it."""
    if after.kind not in _LENDERS and not after.inherited:
        return False
    if after.kind == "percent" and q.value is not None and q.value > _MOST_PERCENT:
        return False
    return _JOINERS.issuperset(tokens.word[q.phrase_last : after.phrase_first])


def _takes_before(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """Whether a bare number counts the same as the quantity before it."""
    if before.kind in ("bare", "multiple"):
        return False
    between = tokens.word[before.phrase_last : q.phrase_first]
    if len(between) > _FURTHEST or ";" in between:
        return False
    if before.kind not in _STRICT:
        return True
    # "rose 0.7 percent to 6,327": another kind of number, unless the two are parallel
    if not between or between[-1] not in _PARALLEL:
        return False
    return not (before.kind == "percent" and q.value is not None and q.value > _MOST_PERCENT)


def _take(q: Quantity, other: Quantity) -> None:
    q.unit, q.noun, q.inherited = other.unit, other.noun, True
    if other.kind != "noun":
        q.kind = other.kind
