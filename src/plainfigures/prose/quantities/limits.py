"""Limits: two bounds joined to one range ("more than 20 but fewer than 30 men", "2 < x < 7")."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.tokens import Tokens

_LOW = ("more_than", "at_least")
_HIGH = ("less_than", "at_most")
_BELOW = frozenset("<≤")
_JOINTS = (["and"], ["but"], [",", "but"], [",", "and"])


def join_limits(tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, each pair of a lower and an upper limit side by side made one range."""
    if len(quantities) < 2:
        return quantities
    joined: list[Quantity] = []
    for q in quantities:
        if joined and _are_limits(tokens, joined[-1], q):
            joined[-1] = _range(joined[-1], q)
        else:
            joined.append(q)
    return joined


def _are_limits(tokens: Tokens, one: Quantity, two: Quantity) -> bool:
    if one.qualifier == "exact":
        return _is_between(tokens, one, two)
    low, high = (two, one) if one.qualifier in _HIGH else (one, two)
    if low.qualifier not in _LOW or high.qualifier not in _HIGH:
        return False
    if tokens.word[one.phrase_last : two.phrase_first] not in _JOINTS:
        return False
    if low.low is None or high.high is None or low.low >= high.high:
        return False
    if "bare" in (one.kind, two.kind):
        return True
    if one.noun is not None and two.noun is not None and one.noun.head != two.noun.head:
        return False
    return one.unit == two.unit


def _is_between(tokens: Tokens, one: Quantity, two: Quantity) -> bool:
    """ "18 ≤ age < 65": a variable between its two limits."""
    between = tokens.word[one.phrase_last : two.phrase_first]
    if len(between) != 2 or between[0] not in _BELOW or tokens.at(two.phrase_first) not in _BELOW:
        return False
    if one.kind != "bare" or one.low is None or two.high is None:
        return False
    return between[1].isalpha() and one.low < two.high


def _range(one: Quantity, two: Quantity) -> Quantity:
    """One range of two limits, with the unit of the one that has any."""
    q = one if two.kind == "bare" else two
    falls = one.high is not None and one.qualifier != "exact"
    low, high = (two.low, one.high) if falls else (one.low, two.high)
    q.first, q.last = one.first, two.last
    q.phrase_first, q.phrase_last = one.phrase_first, max(one.phrase_last, two.phrase_last)
    q.value, q.low, q.high, q.qualifier = None, low, high, "between"
    return q
