"""Whether a quantity can be of a measure: its unit, its form, and the context that is asked."""

from collections.abc import Callable
from decimal import Decimal

from plainfigures.definitions.model import Measure
from plainfigures.figures.relevance import Relevance
from plainfigures.prose.lexicon import units
from plainfigures.prose.quantity import Quantity

PEOPLE = frozenset(("person", "family", "household"))
_SHARES = frozenset(("percent", "multiple", "point"))


def fits(
    q: Quantity,
    measure: Measure,
    special: str | None = None,
    free: bool = False,
    people: bool = False,
) -> bool:
    """Whether the unit of a quantity is one of the measure's.

    `free`: a unit that a bare number took from its neighbour need not be its own;
    `people`: its noun may be the name of a people.
    `special` is the unit of its own that a dataset has for the counted noun ("bombs": uxo). What
    is counted comes in whole numbers, and a rate that is not over time ("per 1,000") counts none.
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
    if people and unit not in allowed:
        unit = "person"
    if q.kind == "bare" and (q.unit is None or (free and unit not in allowed)):
        unit = "person"
    if unit not in allowed:
        return False
    return q.kind == "unit" or (is_whole(q) and (q.rate is None or q.rate_over_time))


def is_whole(q: Quantity) -> bool:
    """Whether a number may count people or things: no fraction, nothing below one."""
    return all(
        value is None or (value == value.to_integral_value() and value > Decimal(0))
        for value in (q.value, q.low, q.high)
    )


def _is_area(unit: str) -> bool:
    entry = units().get(unit.replace("_", " "))
    return entry is not None and entry.dimension == "area"


class Context:
    """Whether the context words of measures stand in a sentence, or else near it."""

    def __init__(self, relevance: Relevance, document: frozenset[str]) -> None:
        """`document`: the context words and competitors that the document holds."""
        self._relevance = relevance
        self._document = document

    def holds(
        self,
        q: Quantity,
        measure: Measure,
        lemma: str,
        sentence: frozenset[str],
        before: Callable[[], frozenset[str]],
    ) -> bool:
        """Whether a trigger may be believed; `sentence` are its context words and competitors.

        A firm trigger needs no context. The others may lean on the paragraph `before` the sentence,
        and, unless they are loose or something competes there, on the document; but no percentage
        and no vague sum ("billions of dollars") leans so far.
        """
        context = self._relevance.context[measure.name]
        if not context or not sentence.isdisjoint(context) or lemma in measure.firm:
            return True
        if measure.lenient and lemma not in measure.loose:
            return True
        competitors = self._relevance.competitors[measure.name]
        if q.kind in _SHARES:
            if competitors and sentence.isdisjoint(competitors):
                return not before().isdisjoint(context)
            return False
        if q.vague and q.kind == "money":
            return False
        around = before()
        if not around.isdisjoint(context):
            return True
        if (lemma in measure.loose and not measure.lenient) or not around.isdisjoint(competitors):
            return False
        return len(self._document & context) > len(self._document & competitors)
