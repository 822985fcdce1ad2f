"""Words: what a comparison found, in plain sentences; text, Markdown and changelog share them."""

import re
from collections.abc import Iterator
from itertools import takewhile
from operator import eq

from plainfigures.packages import DESCRIPTOR
from plainfigures.packages.changes import counted_rows
from plainfigures.releases.difference import Change, PackageDiff, TableRows
from plainfigures.releases.reasons import Reason, RowChange
from plainfigures.releases.versions import Level

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
_METADATA = (Reason.METADATA_CHANGED, Reason.DOCUMENTATION_CHANGED)
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

# An item of a list of the metadata, as in sources[an-essay], or a part of it.
_ITEM = re.compile(r"(?:(?P<inside>.+)\.)?(?P<list>\w+)\[(?P<key>.+?)\](?:\.(?P<part>[^\[\]]+))?")
_SUM = re.compile(r"(sha256:)?[0-9a-f]{64}")
# Texts above this many characters are cut to what differs, with so many around it.
_LONG = 80
_AROUND = 20


def headline(diff: PackageDiff) -> str:
    """What differs, in one line."""
    name = f"{diff.dataset} {diff.version_before}"
    if diff.equal:
        return f"{name}: equal, every byte"
    if diff.level is None:
        return f"{name} -> {diff.version}: the same but for version and changelog"
    rows = row_counts(diff.main_rows)
    what = ", ".join([*([rows] if rows else []), *_other_counts(diff)])
    metadata = _metadata_count(diff)
    if metadata:
        what = f"{what}; and {metadata}" if what else metadata
    built = diff.version != diff.version_before  # else it is still to have its version
    return f"{name} -> {diff.version if built else diff.next_version} ({diff.level.value}): {what}"


def told_in_full(diff: PackageDiff, verbose: bool) -> set[str]:
    """The tables whose rows are told one by one; the others say the same once more."""
    if verbose or not row_counts(diff.main_rows):
        return {table.table for table in diff.tables}
    return {diff.main}


def row_counts(rows: TableRows) -> str:
    """How many rows met which fate: "2 rows withdrawn, 1 changed"; empty where none did."""
    told = counted_rows({ROW_TITLES[each]: rows.counts.get(each, 0) for each in ROW_ORDER})
    order = "in another order" if rows.reordered else ""
    return ", ".join(part for part in (told, order) if part)


def change_lines(diff: PackageDiff, verbose: bool) -> Iterator[tuple[Level, str]]:
    """The differences of columns, words and files, the gravest first, each with its level.

    Statements on one item of the metadata are one line, and so are files in other words, but where
    it is `verbose`.
    """
    lines: dict[object, list[Change]] = {}
    for change in diff.changes:
        lines.setdefault(change if verbose else _line_of(change), []).append(change)
    for together in lines.values():
        level = together[0].reason.level
        if len(together) == 1:
            yield level, change_sentence(together[0])
        elif together[0].reason is Reason.DOCUMENTATION_CHANGED:
            yield level, f"{', '.join(each.place for each in together)}: changed"
        else:
            items = [match for each in together if (match := _ITEM.fullmatch(each.place))]
            parts = ", ".join(match["part"] for match in items)
            yield level, f"{_item_name(items[0], 'changed')} ({parts})"


def _line_of(change: Change) -> object:
    """What is equal for changes that are told in one line."""
    if change.reason is Reason.DOCUMENTATION_CHANGED and change.was is None and change.now is None:
        return change.reason
    match = _ITEM.fullmatch(change.place)
    if change.reason is Reason.METADATA_CHANGED and match and match["part"]:
        return change.place.removesuffix(match["part"])
    return change


def change_sentence(change: Change) -> str:
    """One difference of columns, words or files."""
    if change.reason is Reason.DOCUMENTATION_CHANGED:
        return f"{change.place}: {change.now or change.was or 'changed'}"
    match = _ITEM.fullmatch(change.place)
    if change.reason is Reason.METADATA_CHANGED and match and not match["part"]:
        if change.was is None:
            return _item_name(match, "added")
        if change.now is None:
            return _item_name(match, "removed")
    was, now = contrasted(change.was, change.now, "nothing")
    return _SENTENCES[change.reason].format(place=change.place, was=was, now=now)


def _item_name(match: re.Match[str], fate: str) -> str:
    """What became of an item of a list: "source added: an-essay"."""
    inside = f" in {match['inside']}" if match["inside"] else ""
    return f"{match['list'].removesuffix('s')} {fate}: {match['key']}{inside}"


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


def _other_counts(diff: PackageDiff) -> Iterator[str]:
    """Short words for what is no row of the main table."""
    columns = sum(change.reason.word.startswith("column_") for change in diff.changes)
    if columns:
        yield "1 column changed" if columns == 1 else f"{columns} columns changed"
    beside = [
        each.table
        for each in diff.tables
        if each.table != diff.main and row_counts(each) and not row_counts(diff.main_rows)
    ]
    if beside:
        yield f"rows of {', '.join(beside)}"
    others = sum(
        not change.reason.word.startswith("column_") and change.reason not in _METADATA
        for change in diff.changes
    )
    if others:
        yield "1 other change" if others == 1 else f"{others} other changes"
    if diff.not_compared:
        yield f"{len(diff.not_compared)} not compared"


def _metadata_count(diff: PackageDiff) -> str:
    """How many files say something else of the package: "3 files of metadata"."""
    files = {
        DESCRIPTOR if change.reason is Reason.METADATA_CHANGED else change.place
        for change in diff.changes
        if change.reason in _METADATA
    }
    if not files:
        return ""
    return f"{len(files)} {'file' if len(files) == 1 else 'files'} of metadata"
