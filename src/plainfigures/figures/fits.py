"""Whether a quantity can be of a measure: its unit, its form, and the context that is asked."""

from collections.abc import Callable
from decimal import Decimal

from plainfigures.definitions.model import Measure
from plainfigures.prose.lexicon import units
from plainfigures.prose.quantity import Quantity

_COUNTED = frozenset(("person", "family", "household", "mine", "uxo", "item"))


def fits(q: Quantity, measure: Measure, special: str | None = None) -> bool:
    """Whether the unit of a quantity is one of the measure's.

    `special` is the unit of its own that a dataset has for the counted noun ("bombs": uxo). People
    and mines are whole numbers, and a rate that is not over time ("per 1,000") counts none.
    """
    allowed = measure.units
    if q.kind == "money":
        return "currency" in allowed
    if q.kind in ("percent", "multiple"):
        return "percent" in allowed
    if q.kind == "point":
        return "percentage_point" in allowed
    if q.kind == "unit" and "area" in allowed and q.unit is not None:
        return _is_area(q.unit)
    unit = special if special in allowed else q.unit
    if q.kind == "bare" and q.unit is None:
        unit = "person"
    if unit not in allowed:
        return False
    return unit not in _COUNTED or (_whole(q) and (q.rate is None or q.rate_over_time))


def _whole(q: Quantity) -> bool:
    return all(
        value is None or (value == value.to_integral_value() and value > Decimal(0))
        for value in (q.value, q.low, q.high)
    )


def _is_area(unit: str) -> bool:
    entry = units().get(unit.replace("_", " "))
    return entry is not None and entry.dimension == "area"


class Context:
    """Whether the context words of measures stand in a sentence, or else in its document."""

    def __init__(self, document: frozenset[str]) -> None:
        """`document`: the lower-case words of the document."""
        self._document = document
        self._known: dict[str, bool] = {}

    def holds(
        self,
        q: Quantity,
        measure: Measure,
        sentence: frozenset[str],
        before: Callable[[], frozenset[str]],
    ) -> bool:
        """Whether a trigger may be believed; `sentence` are its words and their stems.

        Percentages may lean on the paragraph's words `before` them, sums of money on the
        document's, but no vague sum ("billions of dollars").
        """
        if not measure.context or not sentence.isdisjoint(measure.context):
            return True
        if "percent" in measure.units and measure.competitors:
            return sentence.isdisjoint(measure.competitors) and not before().isdisjoint(
                measure.context
            )
        if "currency" not in measure.units or q.vague:
            return False
        found = self._known.get(measure.name)
        if found is None:
            found = self._known[measure.name] = not self._document.isdisjoint(measure.context)
        return found
