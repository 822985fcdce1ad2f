"""What is told after a unit: "two miles and a half", "a day or two"."""

from decimal import Decimal

from plainfigures.prose.nouns.quantity import Quantity, bounds
from plainfigures.prose.quantities import qualifiers
from plainfigures.prose.units.units import unit_after
from plainfigures.prose.words.tokens import Tokens

_WHOLE = Decimal(100)  # percent


def join_parts(tokens: Tokens, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, each part behind a unit and "and" made one with the whole before it."""
    if not any(_is_behind(tokens, q) or _is_from_one(tokens, q) for q in quantities):
        return quantities
    joined: list[Quantity] = []
    for q in quantities:
        one = joined[-1] if joined else None
        if _is_behind(tokens, q):
            if one is not None and _is_whole(one, q):
                q = _sum(tokens, one, q, joined.pop().value or Decimal(0), one.unit)
            elif (unit := _alone(tokens, q)) is not None:
                q = _sum(tokens, None, q, Decimal(1), unit)
        elif _is_from_one(tokens, q) and (unit := _alone(tokens, q)) is not None:
            q = _from_one(q, unit) if q.unit in (None, unit) else q
        joined.append(q)
    return joined


def _is_behind(tokens: Tokens, q: Quantity) -> bool:
    if not q.fraction or q.value is None or q.kind != "percent" or q.qualifier != "exact":
        return False
    return q.first > 1 and tokens.word[q.first - 1 : q.first + 1] == ["and", "a"]


def _is_from_one(tokens: Tokens, q: Quantity) -> bool:
    """ "a day or *two*", "an hour to *two* hours": the upper end of a range from one on."""
    kind = {"or": "bare", "to": "unit"}.get(tokens.at(q.first - 1))
    return q.kind == kind and q.qualifier == "exact" and q.value is not None and q.value > 1


def _from_one(q: Quantity, unit: str) -> Quantity:
    """The range from one unit on, which begins at its article."""
    q.low, q.high, q.value, q.qualifier = Decimal(1), q.value, None, "between"
    q.first = q.phrase_first = q.first - 3
    q.kind, q.unit = "unit", unit
    return q


def _is_whole(one: Quantity, q: Quantity) -> bool:
    if one.kind != "unit" or one.inherited or one.value is None:
        return False
    return one.phrase_last == q.first - 1 and one.value == one.value.to_integral_value()


def _alone(tokens: Tokens, q: Quantity) -> str | None:
    """The unit of "a mile and a half", of which there is one."""
    at = q.first - 2
    if tokens.at(at - 1) not in ("a", "an"):
        return None
    unit = unit_after(tokens, at)
    alone = unit is not None and unit.kind == "unit" and unit.last == q.first - 1
    return unit.name if unit is not None and alone else None


def _sum(
    tokens: Tokens, one: Quantity | None, q: Quantity, whole: Decimal, unit: str | None
) -> Quantity:
    """The part with its whole, which begins at the number or at the article of the unit."""
    assert q.value is not None
    first = q.first - 3 if one is None else one.first
    left = qualifiers.before(tokens, first) if one is None else (one.phrase_first, one.qualifier)
    q.first, q.value = first, whole + q.value / _WHOLE
    q.phrase_first, q.qualifier = left or (first, "exact")
    q.low, q.high = bounds(q.value, q.qualifier)
    q.kind, q.unit, q.fraction = "unit", unit, False
    q.noun = q.noun if one is None else one.noun
    return q
