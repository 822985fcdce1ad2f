"""Shared units: a bare number takes the unit of the nearest parallel quantity of its list."""

from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_JOINERS = frozenset((",", "and", "or", "to", "/", "-", "\u2013"))
_PARALLEL = frozenset("and or , from versus vs against compared with than".split())
_FURTHEST = 14


def share_units(tokens: Tokens, quantities: list[Quantity]) -> None:
    """ "12, 15 and 20 trucks", "killed 12 men and wounded 34": give bare numbers their unit."""
    word = tokens.word
    for index, q in enumerate(quantities):
        if q.kind != "bare":
            continue
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        if after is not None and after.kind in ("noun", "unit", "percent", "money"):
            if all(w in _JOINERS for w in word[q.phrase_last : after.phrase_first]):
                _take(q, after)
                continue
        before = quantities[index - 1] if index else None
        if before is None or before.kind in ("bare", "multiple"):
            continue
        between = word[before.phrase_last : q.phrase_first]
        if len(between) > _FURTHEST or ";" in between:
            continue
        if before.kind in ("percent", "money", "unit", "point"):
            # "rose 0.7 percent to 6,327": another kind of number, unless the two are parallel
            if not between or between[-1] not in _PARALLEL or (q.value is not None and q.value > 1000 and before.kind == "percent"):
                continue
        _take(q, before)


def _take(q: Quantity, other: Quantity) -> None:
    q.unit, q.noun, q.inherited = other.unit, other.noun, True
    if other.kind != "noun":
        q.kind = other.kind
