"""Text: a comparison for the screen, what is lost first."""

import unicodedata
from collections.abc import Iterator

from plainfigures.releases.difference import PackageDiff, TableRows
from plainfigures.releases.stories import row_groups
from plainfigures.releases.words import change_lines, headline, row_counts, told_in_full

_LONGEST = 160


def as_text(diff: PackageDiff, most: int | None, verbose: bool = False) -> str:
    """The comparison in lines, at most so many rows of each kind in each table.

    Of tables beside the main one, and of metadata, all is told only where it is `verbose`.
    """
    return "".join(f"{one_line(line)}\n" for line in _lines(diff, most, verbose))


def one_line(text: str) -> str:
    """A text whose control and direction characters are shown as codes: ids are of strangers."""
    return "".join(
        character if unicodedata.category(character)[0] != "C" else f"\\u{ord(character):04x}"
        for character in text
    )


def _lines(diff: PackageDiff, most: int | None, verbose: bool) -> Iterator[str]:
    yield headline(diff)
    full = told_in_full(diff, verbose)
    beside = [table for table in diff.tables if row_counts(table) and table.table not in full]
    for table in diff.tables:
        if table.table in full and row_counts(table):
            yield ""
            yield _counts(table)
            yield from _rows(diff, table, most, verbose)
    if beside:
        yield ""
        yield from map(_counts, beside)
    changes = list(change_lines(diff, verbose))
    if changes:
        yield ""
        yield "columns, words and files"
        for level, words in changes:
            yield f"  {level.value:<5}  {_plain(words)}"
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


def _counts(table: TableRows) -> str:
    return f"{table.table}: {row_counts(table)} (of {table.before} before, {table.now} now)"


def _rows(diff: PackageDiff, table: TableRows, most: int | None, verbose: bool) -> Iterator[str]:
    longest = None if verbose else _LONGEST  # what was asked for in full is not cut
    for group in row_groups(diff, table, most, verbose):
        yield f"  {group.title}"
        for story in group.stories:
            told = "; ".join(story.told)
            yield f"    {story.row}{'  ' if told else ''}{_plain(told, longest)}"
        if group.more:
            yield f"    and {group.more} more; --verbose or --format json lists all"


def _plain(text: str, longest: int | None = _LONGEST) -> str:
    """One line without control or direction characters, cut where it is very long."""
    safe = one_line(" ".join(text.split()))
    return safe if longest is None or len(safe) <= longest else f"{safe[: longest - 1]}…"
