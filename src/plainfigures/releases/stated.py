"""Stated: what rows of figures that stand on one side alone state, and which stand at one place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plainfigures.packages.csv_table import number_text
from plainfigures.releases.alignment import whole_column

if TYPE_CHECKING:
    import pyarrow as pa

# What a reader wants to know of a figure that is gone or new, beside its quote.
STATED = ("measure", "value", "value_low", "value_high", "unit")
# What makes two figures stand at one place, the surest first. Unlike in `identity`, their measures
# may differ: they are two figures, told together.
_ONE_PLACE = (
    ("document", "paragraph", "number_start", "number_end"),
    ("document", "paragraph", "quote"),
    ("document", "paragraph", "number_start"),
    ("document", "paragraph", "start"),
)
_PLACED = tuple(dict.fromkeys(name for names in _ONE_PLACE for name in names))


@dataclass(frozen=True, slots=True)
class StatedRow:
    """What one row states, by column (STATED, those that it has), and its cells of place."""

    row: str
    cells: Mapping[str, str | None]
    place: Mapping[str, Any]

    @property
    def words(self) -> str:
        """Measure, value and unit: "captured 5200 person", "pledged 3000000-4000000 USD"."""
        words = (self.cells.get("measure"), self._number(), self.cells.get("unit"))
        return " ".join(word for word in words if word)

    def _number(self) -> str:
        value, low, high = (self.cells.get(name) for name in ("value", "value_low", "value_high"))
        if value is None and low is not None and high is not None:
            return f"{low}-{high}"
        return value or low or high or "(no value)"


def stated_rows(
    table: "pa.Table", rows: "pa.Array", documents: Mapping[str, str]
) -> dict[str, StatedRow]:
    """What the rows at these positions state, by figure_id; nothing where no column says it.

    `documents` has new names by old ones of documents that were renamed.
    """
    if not any(name in table.column_names for name in STATED):
        return {}
    wanted = [name for name in ("figure_id", *STATED, *_PLACED) if name in table.column_names]
    records = [
        dict(zip(wanted, cells, strict=True))
        for cells in zip(
            *(whole_column(table, name).take(rows).to_pylist() for name in wanted), strict=True
        )
    ]
    found = {}
    for record in records:
        place = {name: record[name] for name in _PLACED if name in record}
        if "document" in place:
            place["document"] = documents.get(place["document"], place["document"])
        cells = {name: _text(record[name]) for name in STATED if name in record}
        found[record["figure_id"]] = StatedRow(record["figure_id"], cells, place)
    return found


def replacements(gone: Iterable[StatedRow], come: Iterable[StatedRow]) -> dict[str, str]:
    """Ids of added rows by those of withdrawn ones at whose place alone they stand."""
    left, new = list(gone), list(come)
    pairs: dict[str, str] = {}
    for columns in _ONE_PLACE:
        before, now = _by_place(left, columns), _by_place(new, columns)
        pairs |= {before[key]: now[key] for key in before if key in now}
        taken = set(pairs.values())
        left = [each for each in left if each.row not in pairs]
        new = [each for each in new if each.row not in taken]
    return pairs


def _by_place(rows: Sequence[StatedRow], columns: Sequence[str]) -> dict[tuple[Any, ...], str]:
    """Ids by place, of rows that have all of the columns and stand there alone."""
    found: dict[tuple[Any, ...], str | None] = {}
    for each in rows:
        key = tuple(each.place.get(name) for name in columns)
        if None not in key:
            found[key] = None if key in found else each.row
    return {key: row for key, row in found.items() if row is not None}


def _text(cell: str | float | None) -> str | None:
    return number_text(cell) if isinstance(cell, float) else cell
