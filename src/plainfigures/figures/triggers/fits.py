"""Whether a quantity can be of a measure, by its unit and its form."""

from collections.abc import Mapping
from decimal import Decimal

from plainfigures.definitions.model import Measure
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import groups, is_person, units

# "3 times", "1.7-fold"
TIMES = frozenset(("time", "fold"))
# The kinds of quantities that are said of another: of what they are a share, or how it changed.
SHARED = frozenset(("percent", "point", "multiple"))
# Below it a sum is the price of something.
_PRICE = 1_000
# Below it one in a hard currency is what one of many gets.
_HANDFUL = 500
# So many people or things are never counted as one figure.
_MOST = 1_000_000_000
_HARD = frozenset("USD EUR GBP CHF CAD AUD".split())
_SHARES = frozenset(("percent", "percentage_point"))
PEOPLE = frozenset(("person", "family", "household"))
# The units of measures that stand for many: no noun that is counted is one of these.
_CLASSES = frozenset(("area", "currency"))
_NONE: frozenset[str] = frozenset()

# The unit or class of units of a kind of quantities whose unit is of one sort.
_UNITS = {
    "money": "currency",
    "percent": "percent",
    "multiple": "percent",
    "point": "percentage_point",
}


def counts_people(noun: str) -> bool:
    """Whether a noun in the singular counts people, households or groups of them."""
    return noun in PEOPLE or is_person(noun) or noun in groups()


def is_shared(q: Quantity) -> bool:
    """Whether a quantity is said of another: also the 15 of "44 percent, and Chad 15"."""
    return q.kind in SHARED or (q.kind == "bare" and q.unit in _SHARES)


class Fitting:
    """Which measures a quantity may be of, by its unit and form."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self._counting: dict[str, frozenset[str]] = {}
        for measure in measures.values():
            for unit in measure.units:
                self._counting[unit] = self.counting(unit) | {measure.name}
        self._directed = frozenset(one.name for one in measures.values() if one.directions)

    def counting(self, unit: str) -> frozenset[str]:
        """The names of the measures that have a unit or class of units among theirs."""
        return self._counting.get(unit, _NONE)

    def _named(self, unit: str | None) -> frozenset[str]:
        """The same of a noun: "49 suspected areas" are no area."""
        return _NONE if unit is None or unit in _CLASSES else self.counting(unit)

    def of(
        self, q: Quantity, special: str | None = None, free: bool = False, people: bool = False
    ) -> frozenset[str]:
        """The names of the measures whose units have that of a quantity.

        `free`: a unit that a bare number took from its neighbour need not be its own;
        `people`: its noun may be the name of a people.
        `special` is the unit of its own that a dataset has for the counted noun ("bombs": uxo).
        What is counted comes in whole numbers, and a rate that is not over time ("per 1,000")
        counts none.
        """
        kind, own = q.kind, q.unit
        if kind in _UNITS:
            found = self.counting(_UNITS[kind])
            return found & self._directed if kind == "multiple" else found  # "doubled"
        found = self._named(own) if special is None else self._named(special) | self._named(own)
        if kind == "unit" or (own is not None and is_area(own)):  # "40 mined hectares", too
            areas = self.counting("area")
            found = found | areas if own is not None and is_area(own) else found - areas
        elif not (q.rate is None or q.rate_over_time) or not is_whole(q):
            found = _NONE
        elif kind == "bare" and own is None:
            found = self.counting("person")
        elif people or free:
            found = found | self.counting("person")
        if own in TIMES:
            found = found - self._directed | self._directed & self.counting("percent")
        return found


def is_whole(q: Quantity) -> bool:
    """Whether a number may count people or things: no fraction, nothing below one."""
    return (
        _is_count(q.value)
        and (q.low is q.value or _is_count(q.low))
        and (q.high is q.value or _is_count(q.high))
    )


def is_price(q: Quantity) -> bool:
    """Whether a sum is so small that it is what one thing costs."""
    return max(value or Decimal(0) for value in (q.value, q.low, q.high)) < _PRICE


def is_share_of_one(q: Quantity) -> bool:
    """Whether a sum in a hard currency is so small that it is what one of many gets."""
    ends = [value for value in (q.value, q.low, q.high) if value is not None]
    return (q.unit or "").split(" ")[0] in _HARD and bool(ends) and max(ends) < _HANDFUL


def _is_count(value: Decimal | None) -> bool:
    """Whether a number is whole, and written so: "4.0" counts nothing, "1.0 million" may."""
    if value is None:
        return True
    whole = 0 < value < _MOST and value == value.to_integral_value()
    return whole and not _is_point(value)


def _is_point(value: Decimal) -> bool:
    if value >= _PRICE:
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def is_area(unit: str) -> bool:
    """Whether a unit measures land."""
    entry = units().get(unit.replace("_", " "))
    return entry is not None and entry.dimension == "area"
