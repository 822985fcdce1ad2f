"""Differences: what a comparison of two packages found, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plainfigures.releases.reasons import Incomparable, Reason, RowChange
from plainfigures.releases.stated import StatedRow
from plainfigures.releases.versions import Level, Version, parse_version

if TYPE_CHECKING:
    import pyarrow as pa

ROW_COLUMNS = (
    "table",
    "change",
    "row",
    "row_before",
    "column",
    "was",
    "now",
    "reason",
    "words",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference of columns, words or files: where, and what was and is there as text."""

    reason: Reason
    place: str
    was: str | None = None
    now: str | None = None


@dataclass(frozen=True, slots=True)
class NotCompared:
    """What was not compared, and why; it never counts as equal."""

    place: str
    why: Incomparable
    words: str


@dataclass(frozen=True, slots=True)
class TableRows:
    """How many rows a table had and has (None where it was not there), and what became of them."""

    table: str
    before: int | None
    now: int | None
    counts: Mapping[RowChange, int]
    reordered: bool = False


@dataclass(frozen=True, slots=True)
class PackageDiff:
    """How one package differs from another of the same dataset.

    `rows` has the columns ROW_COLUMNS, all text: a row for each withdrawn or added row (its quote
    in `was` or `now`) and one for each cell that changed. `equal` holds only where every file has
    the same bytes. `gone` and `come` are what withdrawn and added figures of the main table state,
    by id; `replaced` has the ids of added ones by those of withdrawn ones that stood at the same
    place.
    """

    dataset: str
    title: str
    version_before: str
    version: str
    main: str
    equal: bool
    changes: tuple[Change, ...]
    tables: tuple[TableRows, ...]
    not_compared: tuple[NotCompared, ...]
    rows: "pa.Table"
    gone: Mapping[str, StatedRow] = field(default_factory=dict)
    come: Mapping[str, StatedRow] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """All that differs, the gravest first; empty where only version and changelog differ."""
        found = {change.reason for change in self.changes}
        for table in self.tables:
            found |= {_OF_ROWS[change] for change, count in table.counts.items() if count}
            if table.reordered:
                found.add(Reason.ROWS_REORDERED)
        if self.not_compared:
            found.add(Reason.NOT_COMPARED)
        return tuple(reason for reason in Reason if reason in found)

    @property
    def level(self) -> Level | None:
        """The step of the version that the reasons demand; None where there is no reason."""
        return max((reason.level for reason in self.reasons), default=None)

    @property
    def next_version(self) -> Version:
        """The version that follows the one before."""
        before = parse_version(self.version_before)
        return before if self.level is None else before.after(self.level)

    @property
    def main_rows(self) -> TableRows:
        """What became of the rows of the main table."""
        return next(table for table in self.tables if table.table == self.main)


_OF_ROWS = {
    RowChange.WITHDRAWN: Reason.ROWS_WITHDRAWN,
    RowChange.REIDENTIFIED: Reason.ROWS_REIDENTIFIED,
    RowChange.CHANGED: Reason.ROWS_CHANGED,
    RowChange.SHIFTED: Reason.ROWS_SHIFTED,
    RowChange.ADDED: Reason.ROWS_ADDED,
}
