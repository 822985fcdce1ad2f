"""Words: what a comparison found, in plain sentences; text, Markdown and changelog share them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from operator import eq
from typing import TYPE_CHECKING

from plainfigures.releases.difference import Change, PackageDiff, TableRows
from plainfigures.releases.reasons import Reason, RowChange

if TYPE_CHECKING:
    import pyarrow as pa

# The order in which rows are told: what is lost first.
ROW_ORDER = (
    RowChange.WITHDRAWN,
    RowChange.CHANGED,
    RowChange.REIDENTIFIED,
    RowChange.SHIFTED,
    RowChange.ADDED,
)
ROW_TITLES = {
    RowChange.WITHDRAWN: "withdrawn",
    RowChange.CHANGED: "changed",
    RowChange.REIDENTIFIED: "re-identified",
    RowChange.SHIFTED: "moved within the document",
    RowChange.ADDED: "added",
}
_SENTENCES = {
    Reason.COLUMN_ADDED: "column added: {place} ({now})",
    Reason.COLUMN_REMOVED: "column removed: {place} ({was})",
    Reason.COLUMN_RENAMED: "column renamed: {place} was {was}",
    Reason.COLUMN_MOVED: "column moved: {place} was column {was} and is column {now}",
    Reason.COLUMN_RETYPED: "column retyped: {place} was {was} and is {now}",
    Reason.CONSTRAINT_TIGHTENED: "constraint tightened: {place}, {was} -> {now}",
    Reason.CONSTRAINT_LOOSENED: "constraint loosened: {place}, {was} -> {now}",
    Reason.UNIT_CHANGED: "unit changed: {place}, {was} -> {now}",
    Reason.MEANING_CHANGED: "meaning changed: {place}, {was} -> {now}",
    Reason.KEY_CHANGED: "key changed: {place}, {was} -> {now}",
    Reason.CATEGORY_REMOVED: "value no longer allowed: {was} in {place}",
    Reason.CATEGORY_ADDED: "value newly allowed: {now} in {place}",
    Reason.TABLE_REMOVED: "table removed: {place}",
    Reason.TABLE_ADDED: "table added: {place}",
    Reason.WORDS_CHANGED: "other words: {place}, {was} -> {now}",
    Reason.METADATA_CHANGED: "other words: {place}, {was} -> {now}",
    Reason.RE_ENCODED: "the same in other bytes: {place}",
}

_SUM = re.compile(r"(sha256:)?[0-9a-f]{64}")
# Texts above this many characters are cut to what differs, with so many around it.
_LONG = 80
_AROUND = 20


@dataclass(frozen=True, slots=True)
class RowStory:
    """One row of a table: what became of it, its name, and a sentence on each cell."""

    change: RowChange
    row: str
    told: tuple[str, ...]


def headline(diff: PackageDiff) -> str:
    """What differs, in one line."""
    name = f"{diff.dataset} {diff.version_before}"
    if diff.equal:
        return f"{name}: equal, every byte"
    if diff.level is None:
        return f"{name} -> {diff.version}: the same but for version and changelog"
    rows = row_counts(diff.main_rows)
    what = ", ".join([*([rows] if rows else []), *_other_counts(diff)])
    return f"{name} -> {diff.next_version} ({diff.level.value}): {what}"


def row_counts(rows: TableRows) -> str:
    """How many rows met which fate: "2 rows withdrawn, 1 changed"; empty where none did."""
    counts = [(rows.counts.get(change, 0), ROW_TITLES[change]) for change in ROW_ORDER]
    told = [f"{count} {title}" for count, title in counts if count]
    if rows.reordered:
        told.append("in another order")
    if told and told[0][0].isdigit():
        number, _, title = told[0].partition(" ")
        told[0] = f"{number} {'row' if number == '1' else 'rows'} {title}"
    return ", ".join(told)


def change_sentence(change: Change) -> str:
    """One difference of columns, words or files."""
    if change.reason is Reason.DOCUMENTATION_CHANGED:
        return f"{change.place}: {change.now or change.was or 'changed'}"
    was, now = contrasted(change.was, change.now, "nothing")
    return _SENTENCES[change.reason].format(place=change.place, was=was, now=now)


def contrasted(was: str | None, now: str | None, nothing: str) -> tuple[str, str]:
    """Two texts, cut to where they differ if they are long, and checksums to their beginning."""
    if was is None or now is None:
        return nothing if was is None else was, nothing if now is None else now
    if _SUM.fullmatch(was) and _SUM.fullmatch(now):
        return f"{was[:8]}…", f"{now[:8]}…"
    if max(len(was), len(now)) <= _LONG:
        return was, now
    start = _shared(was, now)
    least = min(len(was), len(now)) - start
    end = min(least, _shared(was[::-1], now[::-1]))
    one, other = (_excerpt(text, start, len(text) - end) for text in (was, now))
    return one, other


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(takewhile(bool, map(eq, one, other)))


def _excerpt(text: str, start: int, end: int) -> str:
    """The part from start to end with a few words around it, and what is left out as "…"."""
    before = text[: max(0, start - _AROUND)]
    first = before.rfind(" ") + 1 if start > _AROUND else 0
    last = text.find(" ", end + _AROUND)
    last = len(text) if last < 0 else last
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def row_stories(diff: PackageDiff, table: str, most: int | None = None) -> Iterator[RowStory]:
    """The rows of a table that differ, in the order of ROW_ORDER, at most so many of each."""
    import pyarrow.compute as pc

    from plainfigures.releases.arrays import same_text

    of_table = diff.rows.filter(pc.equal(diff.rows["table"], same_text(table, len(diff.rows))))
    for change in ROW_ORDER:
        wanted = pc.equal(of_table["change"], same_text(change.value, len(of_table)))
        found = of_table.filter(wanted)
        names = list(dict.fromkeys(found["row"].to_pylist()))[:most]
        cells: dict[str, list[str]] = {name: [] for name in names}
        # Records stand column by column, so those of a row are gathered.
        for record in _records_of(found, names):
            row = record["row"] or ""
            if record["row_before"] is not None and not cells[row]:
                cells[row].append(f"was {record['row_before']}")
            cells[row].append(_cell_sentence(change, record))
        for name in names:
            yield RowStory(change, name, tuple(told for told in cells[name] if told))


def _records_of(found: "pa.Table", names: list[str]) -> list[dict[str, str | None]]:
    import pyarrow.compute as pc

    from plainfigures.releases.arrays import text_array

    chosen = found.filter(pc.is_in(found["row"], value_set=text_array(names)))
    records: list[dict[str, str | None]] = chosen.to_pylist()
    return records


def _cell_sentence(change: RowChange, record: dict[str, str | None]) -> str:
    if change is RowChange.WITHDRAWN:
        quote = f"“{record['was']}”" if record["was"] else ""
        return ": ".join(part for part in (quote, record["words"]) if part)
    if change is RowChange.ADDED:
        return f"“{record['now']}”" if record["now"] else ""
    if change is RowChange.REIDENTIFIED and record["now"] == record["row"]:
        return ""  # its own id is told already
    was, now = contrasted(record["was"], record["now"], "empty")
    return f"{record['column']}: {was} -> {now}"


def _other_counts(diff: PackageDiff) -> Iterator[str]:
    """Short words for what is no row of the main table."""
    columns = sum(change.reason.word.startswith("column_") for change in diff.changes)
    if columns:
        yield "1 column changed" if columns == 1 else f"{columns} columns changed"
    beside = [
        each.table for each in diff.tables if each.table != diff.main and any(each.counts.values())
    ]
    if beside:
        yield f"rows of {', '.join(beside)}"
    others = [change for change in diff.changes if not change.reason.word.startswith("column_")]
    if others:
        yield "1 other change" if len(others) == 1 else f"{len(others)} other changes"
    if diff.not_compared:
        yield f"{len(diff.not_compared)} not compared"
