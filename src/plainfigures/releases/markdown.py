"""Markdown: a comparison for a page, a pull request or a summary of a run, what is lost first."""

from collections.abc import Iterator

from plainfigures.packages.readme import plain
from plainfigures.releases.difference import PackageDiff, TableRows
from plainfigures.releases.stories import row_groups
from plainfigures.releases.text import one_line
from plainfigures.releases.words import change_lines, headline, row_counts, told_in_full


def as_markdown(diff: PackageDiff, most: int | None = None, verbose: bool = False) -> str:
    """The comparison as a section, at most so many rows of each kind in each table.

    Of tables beside the main one, and of metadata, all is told only where it is `verbose`.
    """
    return "".join(f"{one_line(line)}\n" for line in _lines(diff, most, verbose))


def _lines(diff: PackageDiff, most: int | None, verbose: bool) -> Iterator[str]:
    yield f"## {plain(headline(diff))}"
    full = told_in_full(diff, verbose)
    for table in diff.tables:
        if table.table in full and row_counts(table):
            yield ""
            yield f"`{table.table}`: {row_counts(table)} (of {table.before} before)."
            yield from row_list(diff, table, most, verbose)
    told = [f"- {level.value}: {plain(words)}" for level, words in change_lines(diff, verbose)]
    told += [f"- not compared: `{each.place}`, {plain(each.words)}" for each in diff.not_compared]
    told += table_counts([table for table in diff.tables if table.table not in full])
    if told:
        yield ""
        yield from told


def row_list(
    diff: PackageDiff, table: TableRows, most: int | None, verbose: bool = False
) -> Iterator[str]:
    """A list of the rows that differ, each with its cells; moved ones are only counted."""
    for group in row_groups(diff, table, most, verbose):
        yield ""
        for story in group.stories:
            told = "; ".join(plain(each) for each in story.told)
            yield f"- {group.title} `{story.row}`{': ' if told else ''}{told}"
        if group.more:
            yield f"- and {group.more} more {group.title}"


def table_counts(tables: list[TableRows]) -> list[str]:
    """A line for each of these tables whose rows differ."""
    return [f"- table `{each.table}`: {row_counts(each)}" for each in tables if row_counts(each)]
