"""Markdown: a comparison for a page, a pull request or a summary of a run, what is lost first."""

from collections.abc import Iterator

from plainfigures.packages.readme import plain
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


def as_markdown(diff: PackageDiff, most: int | None = None, heading: str = "##") -> str:
    """The comparison as a section, at most so many rows of each kind in each table."""
    return "".join(f"{line}\n" for line in _lines(diff, most, heading))


def _lines(diff: PackageDiff, most: int | None, heading: str) -> Iterator[str]:
    yield f"{heading} {plain(headline(diff))}"
    for table in diff.tables:
        if row_counts(table):
            yield ""
            yield f"`{table.table}`: {row_counts(table)} (of {table.before} before)."
            yield from row_list(diff, table, most)
    if diff.changes:
        yield ""
        for change in diff.changes:
            yield f"- {change.reason.level.value}: {plain(change_sentence(change))}"
    if diff.not_compared:
        yield ""
        for each in diff.not_compared:
            yield f"- not compared: `{each.place}`, {plain(each.words)}"


def row_list(diff: PackageDiff, table: TableRows, most: int | None) -> Iterator[str]:
    """A list of the rows that differ, each with its cells; moved ones are only counted."""
    stories = list(row_stories(diff, table.table, most))
    for change in ROW_ORDER:
        shown = [story for story in stories if story.change is change]
        if not shown or change is RowChange.SHIFTED:
            continue
        yield ""
        for story in shown:
            told = "; ".join(plain(each) for each in story.told)
            yield f"- {ROW_TITLES[change]} `{story.row}`{': ' if told else ''}{told}"
        more = table.counts[change] - len(shown)
        if more > 0:
            yield f"- and {more} more {ROW_TITLES[change]}"
