"""Brackets: what stands behind a bracketed range or tolerance, and sums that a bracket repeats."""

from plainfigures.prose.numbers.powers import raised
from plainfigures.prose.quantities.amounts import Amount, amount_at
from plainfigures.prose.units.home import Home
from plainfigures.prose.units.units import unit_after
from plainfigures.prose.words.number import ONE, is_number
from plainfigures.prose.words.tokens import Tokens

_TOLD = frozenset(("money", "percent"))


def take_behind(tokens: Tokens, one: Amount, two: Amount) -> None:
    """Give two ends in brackets the power or unit behind: "(4-6) mm", "(2-3) \u00d7 10^5"."""
    if tokens.at(one.first - 1) != "(" or tokens.at(two.last) != ")" or two.unit is not None:
        return
    close = two.last + 1
    factor, last = raised(tokens, ONE, close)
    unit = unit_after(tokens, last)
    if last == close and (unit is None or unit.kind == "point"):
        return
    for end in (one.number, two.number):
        end.value = None if end.value is None else end.value * factor
    one.first -= 1
    two.last, two.unit = last, unit


def past_repeat(tokens: Tokens, one: Amount, home: Home) -> None:
    """Take in a sum in words told again in digits: "fifty dollars ($50.00) a day"."""
    if one.unit is None or one.unit.kind not in _TOLD or not one.number.words:
        return
    k = one.last + 1
    if tokens.at(one.last) != "(" or k + 1 >= tokens.size:
        return
    k += not is_number(tokens.word[k])
    again = amount_at(tokens, k, home, one.last + 1) if is_number(tokens.at(k) or ".") else None
    if again is None or again.unit is None or again.unit.kind != one.unit.kind:
        return
    if again.number.value == one.number.value and tokens.at(again.last) == ")":
        one.last = again.last + 1
