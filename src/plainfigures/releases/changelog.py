"""The changelog of a package: a section for each version, made of what changed in it."""

from collections.abc import Iterator
from dataclasses import replace

from plainfigures.packages.readme import plain
from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.markdown import row_list, table_counts
from plainfigures.releases.reasons import Reason
from plainfigures.releases.words import change_lines, row_counts

# So many rows of each kind are named; diff.parquet beside the release has all.
_NAMED = 100


def changelog(diff: PackageDiff, before: bytes) -> bytes:
    """CHANGELOG.md with a section on the version that follows, above those there were."""
    old = before.decode("utf-8")
    start = old.find("\n## ")
    sections = old[start + 1 :] if start >= 0 else ""
    section = "".join(f"{line}\n" for line in _section(diff))
    return f"# Changelog of {diff.title}\n\n{section}\n{sections}".encode()


def _section(diff: PackageDiff) -> Iterator[str]:
    yield f"## {diff.next_version}"
    yield ""
    level = "patch" if diff.level is None else diff.level.value
    counts = row_counts(diff.main_rows)
    yield f"A {level} step: {counts}." if counts else f"A {level} step, the same rows."
    yield from row_list(diff, diff.main_rows, _NAMED)
    beside = [table for table in diff.tables if table.table != diff.main]
    told = [*_changes(diff), *table_counts(beside)]
    if told:
        yield ""
        yield from told


def _changes(diff: PackageDiff) -> Iterator[str]:
    # What documents the package follows from the rest, and is worth a line alone.
    told = [each for each in diff.changes if each.reason is not Reason.DOCUMENTATION_CHANGED]
    follows = any(reason is not Reason.DOCUMENTATION_CHANGED for reason in diff.reasons)
    shown = replace(diff, changes=tuple(told)) if follows else diff
    for _, words in change_lines(shown, verbose=False):
        yield f"- {plain(words)}"
    for each in diff.not_compared:
        yield f"- not compared: `{each.place}`, {plain(each.words)}"
