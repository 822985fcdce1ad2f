"""Tolerances: how much more or less an amount may be ("59 \u00b1 3 minutes", "5 V \u00b1 2%")."""

from plainfigures.prose.quantities.amounts import Amount, amount_at
from plainfigures.prose.units.home import Home
from plainfigures.prose.units.units import unit_after
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.tokens import Tokens

_MARGINS = (["+", "/", "-"], ["plus", "or", "minus"])
_HUNDRED = 100


def tolerance(tokens: Tokens, one: Amount, home: Home) -> Amount | None:
    """The tolerance after an amount ("59 \u00b1 3 minutes", "4 (\u00b1 2) cm", "6 +/- 1")."""
    if one.number.value is None or one.last >= tokens.size:
        return None
    j = one.last + 1 if tokens.word[one.last] == "(" else one.last
    if one.unit is not None:  # "85 mm ± 5 mm", "46 mm (± 3)"
        k = one.unit.last + (tokens.at(one.unit.last) == "(")
        j = k if tokens.at(k) == "\u00b1" else j
    if tokens.at(j) == "\u00b1":
        k = j + 1
    elif tokens.word[j : j + 3] in _MARGINS:
        k = j + 3
    else:
        return None
    start = k
    k += tokens.at(k) in MONEY
    if k >= tokens.size or not tokens.word[k][0].isdecimal():
        return None
    two = amount_at(tokens, k, home, start)
    if two is None or two.number.value is None:
        return None
    if tokens.at(j - 1) == "(" and tokens.at(two.last) == ")":
        two.unit = two.unit or unit_after(tokens, two.last + 1)
        two.last += 1
    _relate(one, two)
    if tokens.at(two.last) == "\u00b1" and tokens.at(two.last + 1)[:1].isdecimal():
        again = amount_at(tokens, two.last + 1, home, two.last + 1)  # "4.1 ± 0.3 ± 0.2 s"
        if again is not None:
            two.last, two.unit = again.last, two.unit or again.unit
    return two


def _relate(one: Amount, two: Amount) -> None:
    """Make a tolerance in percent one in the unit of the amount: "320 Ω ± 10%"."""
    if one.unit is None or two.unit is None or two.unit.kind != "percent":
        return
    if one.unit.kind == "unit" and one.number.value is not None and two.number.value is not None:
        two.number.value *= abs(one.number.value) / _HUNDRED
        two.unit = one.unit
