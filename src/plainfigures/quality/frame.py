"""The frame that expectations see: a row per figure with what they need of other rows joined to it.

Beside the columns of the table it has, for every dataset:

    least, most      the bounds of the value where the text gives any; for an exact number or one
                     with "about" the value itself; null where a side is open
    whole_value, whole_unit, whole_most     of the figure that `part_of` names
    period_first, period_last    the first and the last day of the period
    equal_start      where the number of the figure that `same_as` names begins
    spans            in how many places the figure stands
    document_date    the day on which the document was finalised
"""

from calendar import monthrange
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

_CLOSED = frozenset({"exact", "about"})


def expectation_frame(tables: Mapping[str, "pa.Table"], name: str) -> "pa.Table":
    """The table of figures with the joined columns; null where there is nothing to join.

    A whole or an equal outside the package joins nothing: `reading` holds every figure and is
    checked by the same rules.
    """
    import pyarrow as pa

    figures = tables[name]
    rows = figures.to_pylist()
    known = {row["figure_id"]: row for row in rows}
    places: dict[str, int] = {}
    for figure_id in tables["spans"].column("figure_id").to_pylist():
        places[figure_id] = places.get(figure_id, 0) + 1
    documents = tables["documents"]
    days = dict(
        zip(
            documents.column("document").to_pylist(),
            documents.column("date").to_pylist(),
            strict=True,
        )
    )
    wholes = [known.get(row["part_of"], {}) for row in rows]
    equals = [known.get(row["same_as"], {}) for row in rows]
    number, text, whole = pa.float64(), pa.string(), pa.int64()
    joined = {
        "least": pa.array([_bound(row, "value_low") for row in rows], number),
        "most": pa.array([_bound(row, "value_high") for row in rows], number),
        "period_first": pa.array([_day(row["period_start"], False) for row in rows], text),
        "period_last": pa.array([_day(row["period_end"], True) for row in rows], text),
        "whole_value": pa.array([row.get("value") for row in wholes], number),
        "whole_unit": pa.array([row.get("unit") for row in wholes], text),
        "whole_most": pa.array([_bound(row, "value_high") for row in wholes], number),
        "equal_start": pa.array([row.get("number_start") for row in equals], whole),
        "spans": pa.array([places.get(row["figure_id"], 0) for row in rows], whole),
        "document_date": pa.array([days.get(row["document"]) for row in rows], text),
    }
    for column, values in joined.items():
        figures = figures.append_column(column, values)
    return figures


def _bound(row: Mapping[str, Any], column: str) -> float | None:
    """The bound that the text gives, else the value where no side of it is open."""
    bound: float | None = row.get(column)
    if bound is None and row.get("qualifier") in _CLOSED:
        bound = row.get("value")
    return bound


def _day(date: str | None, last: bool) -> str | None:
    """The first or last day of an ISO date that may stop at its month or year."""
    if date is None or date.count("-") == 2:
        return date
    if date.count("-") == 0:
        return f"{date}-12-31" if last else f"{date}-01-01"
    year, month = date.split("-")
    return f"{date}-{monthrange(int(year), int(month))[1]}" if last else f"{date}-01"
