"""The gate of units: every measure is counted in its own units, as the definitions say."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from plainfigures.definitions import Definitions, Measure
from plainfigures.packages.rows import JOIN
from plainfigures.prose.words.lexicon import units
from plainfigures.quality.report import CheckResult, broken

CURRENCY = re.compile(r"[A-Z]{3}")
# A sign that several currencies share may be left without a code.
_EXCUSE = "ambiguous_currency"


def check_units(rows: Sequence[Mapping[str, Any]], definitions: Definitions) -> list[CheckResult]:
    """A check per measure that occurs in the rows of a main table."""
    by_measure: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row["measure"] in definitions.measures:
            by_measure.setdefault(row["measure"], []).append(row)
    areas = {unit.unit for unit in units().values() if unit.dimension == "area"}
    results = []
    for name, counted in sorted(by_measure.items()):
        measure = definitions.measures[name]
        wrong = [row for row in counted if not _fits(row["unit"], measure, areas)]
        left = [row for row in wrong if _EXCUSE not in (row["anomalies"] or "").split(JOIN)]
        results.append(
            broken(
                "units",
                f"{name} is counted in {_listed(measure.units)}.",
                [row["figure_id"] for row in left],
                {"measure": name, "units": list(measure.units)},
                excused=len(wrong) - len(left),
            )
        )
    return results


def _fits(unit: str | None, measure: Measure, areas: set[str]) -> bool:
    if unit is None:
        return False
    if "currency" in measure.units and CURRENCY.fullmatch(unit):
        return True
    return unit in measure.units or ("area" in measure.units and unit in areas)


def _listed(names: Sequence[str]) -> str:
    words = {"currency": "a currency", "area": "a unit of area"}
    return " or ".join(words.get(name, name) for name in names)
