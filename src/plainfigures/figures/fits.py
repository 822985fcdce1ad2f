"""Whether a quantity can be of a measure, by its unit and its form."""

from collections.abc import Mapping
from decimal import Decimal

from plainfigures.definitions.model import Measure
from plainfigures.prose.lexicon import units
from plainfigures.prose.quantity import Quantity

# "3 times", "1.7-fold"
TIMES = frozenset(("time", "fold"))
PEOPLE = frozenset(("person", "family", "household"))
_MOST = 1 << 12
# The kinds of quantities that may count something.
_COUNTING = frozenset(("noun", "bare"))
# The units of measures that stand for many: no noun that is counted is one of these.
_CLASSES = frozenset(("area", "currency"))
_NONE: frozenset[str] = frozenset()

# What of a quantity decides which measures it may be of: see `Fitting.of`.
_Key = tuple[str, str | None, str | None, bool, bool, bool]


class Fitting:
    """Which measures a quantity may be of, by its unit and form; worked out once for each."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self._measures = measures.values()
        self._found: dict[_Key, frozenset[str]] = {}
        self._counting: dict[str, frozenset[str]] = {}
        for measure in self._measures:
            for unit in measure.units:
                self._counting[unit] = self.counting(unit) | {measure.name}

    def counting(self, unit: str) -> frozenset[str]:
        """The names of the measures that have a unit or class of units among theirs."""
        return self._counting.get(unit, _NONE)

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
        counts = q.kind in _COUNTING and (q.rate is None or q.rate_over_time) and is_whole(q)
        key = q.kind, q.unit, special, free, people, counts
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= _MOST:
                self._found.clear()
            found = frozenset(one.name for one in self._measures if _fits(one, *key))
            self._found[key] = found
        return found


def _fits(
    measure: Measure, kind: str, own: str | None, special: str | None, free: bool, people: bool,
    counts: bool,
) -> bool:  # fmt: skip
    """Whether a measure is of a kind and unit; `counts`: a whole number, no rate of another."""
    allowed = measure.units
    if kind == "money":
        return "currency" in allowed
    if kind in ("percent", "multiple"):
        return "percent" in allowed
    if kind == "point":
        return "percentage_point" in allowed
    if kind == "unit" and "area" in allowed and own is not None:
        return is_area(own)
    if own in TIMES and measure.directions:
        return "percent" in allowed
    unit = special if special in allowed else own
    if people and unit not in allowed:
        unit = "person"
    if kind == "bare" and (own is None or (free and unit not in allowed)):
        unit = "person"
    if unit in _CLASSES:
        return False  # "49 suspected areas"
    return unit in allowed and (kind == "unit" or counts)


def is_whole(q: Quantity) -> bool:
    """Whether a number may count people or things: no fraction, nothing below one."""
    return (
        _is_count(q.value)
        and (q.low is q.value or _is_count(q.low))
        and (q.high is q.value or _is_count(q.high))
    )


def _is_count(value: Decimal | None) -> bool:
    return value is None or (value > 0 and value == value.to_integral_value())


def is_area(unit: str) -> bool:
    """Whether a unit measures land."""
    entry = units().get(unit.replace("_", " "))
    return entry is not None and entry.dimension == "area"
