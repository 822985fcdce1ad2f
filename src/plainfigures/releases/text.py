"""Text: a comparison for the screen, what is lost first."""

import unicodedata
from collections.abc import Iterator

from plainfigures.releases.difference import PackageDiff, TableRows
from plainfigures.releases.reasons import RowChange
from plainfigures.releases.words import (
    ROW_ORDER,
    ROW_TITLES,
    change_sentence,
    headline,
    row_counts,
    row_stories,
)

_LONGEST = 160


def as_text(diff: PackageDiff, most: int) -> str:
    """The comparison in lines, at most so many rows of each kind in each table."""
    return "".join(f"{line}\n" for line in _lines(diff, most))


def _lines(diff: PackageDiff, most: int) -> Iterator[str]:
    yield headline(diff)
    for table in diff.tables:
        yield from _rows(diff, table, most)
    if diff.changes:
        yield ""
        yield "columns, words and files"
        for change in diff.changes:
            yield f"  {change.reason.level.value:<5}  {_plain(change_sentence(change))}"
    if diff.not_compared:
        yield ""
        yield "not compared"
        for each in diff.not_compared:
            yield f"  {each.place}: {_plain(each.words)}"
    same = [
        each.table for each in diff.tables if not any(each.counts.values()) and not each.reordered
    ]
    if same and not diff.equal:
        yield ""
        yield f"rows as before: {', '.join(same)}"


def _rows(diff: PackageDiff, table: TableRows, most: int) -> Iterator[str]:
    counts = row_counts(table)
    if not counts:
        return
    yield ""
    yield f"{table.table}: {counts} (of {table.before} before, {table.now} now)"
    stories = list(row_stories(diff, table.table, most))
    for change in ROW_ORDER:
        shown = [story for story in stories if story.change is change]
        if not shown or change is RowChange.SHIFTED:
            continue
        yield f"  {ROW_TITLES[change]}"
        for story in shown:
            told = "; ".join(story.told)
            yield f"    {story.row}{'  ' if told else ''}{_plain(told)}"
        more = table.counts[change] - len(shown)
        if more > 0:
            yield f"    and {more} more; --format json lists all"


def _plain(text: str) -> str:
    """One line without control or direction characters, cut where it is very long."""
    line = " ".join(text.split())
    safe = "".join(
        character if unicodedata.category(character)[0] != "C" else f"\\u{ord(character):04x}"
        for character in line
    )
    return safe if len(safe) <= _LONGEST else f"{safe[: _LONGEST - 1]}…"
