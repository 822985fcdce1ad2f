"""Changes: how a staged package differs from the one in `datasets/`, by rows and by files."""

import csv
import filecmp
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Where something stands in a document; what is inserted above moves it and changes nothing else.
PLACES = ("paragraph", "start", "end", "number_start", "number_end")
# What makes two rows of figures of unlike ids one, the surest first.
SAME_FIGURE = (
    ("document", "measure", "start", "end"),
    ("document", "measure", "paragraph", "quote"),
    ("document", "measure", "quote", "sentence"),
    ("document", "measure", "paragraph", "number_start"),
)
# Columns that name other figures of the table by their id.
_IDS = ("part_of", "same_as")
# So many ids are named in the report of a package.
_NAMED = 20

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """How a staged package differs from the published one.

    `rows` and `rows_before` count the main table (None where the package is not there); `removed`,
    `changed`, `reidentified` (the new ids), `moved` and `added` are figure ids, `files` the paths
    of files that differ, all sorted.
    """

    package: str
    rows: int | None
    rows_before: int | None
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    reidentified: tuple[str, ...]
    moved: tuple[str, ...]
    added: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """Whether every byte is the same."""
        return not self.files

    @property
    def ids(self) -> dict[str, tuple[str, ...]]:
        """The ids of the rows that differ, by what became of them, what is lost first."""
        return {
            "withdrawn": self.removed,
            "changed": self.changed,
            "re-identified": self.reidentified,
            "moved within the document": self.moved,
            "added": self.added,
        }

    def words(self) -> str:
        """What has changed, in a few words, those of `plainfigures diff`."""
        if self.rows is None:
            return "removed: no dataset has this name"
        if self.rows_before is None:
            return "new"
        words = counted_rows({title: len(ids) for title, ids in self.ids.items()})
        if words:
            return words
        return "the same rows; " + ", ".join(self.files) if self.files else "as before"


def counted_rows(counts: Mapping[str, int]) -> str:
    """How many rows met which fate: "2 rows withdrawn, 1 changed"; empty where none did."""
    told = [(count, title) for title, count in counts.items() if count]
    rows = ["row " if count == 1 else "rows " for count, _ in told[:1]] + [""] * len(told[1:])
    return ", ".join(
        f"{count} {noun}{title}" for noun, (count, title) in zip(rows, told, strict=True)
    )


def compare(package: str, table: str, staged: Path, published: Path) -> Change:
    """Compare two folders of a package; `table` is the name of its main table."""
    new, old = _rows(staged / f"{table}.csv"), _rows(published / f"{table}.csv")
    again = _reidentified(old, new)
    changed, moved = _differing(old, new, again)
    return Change(
        package=package,
        rows=len(new) if staged.is_dir() else None,
        rows_before=len(old) if published.is_dir() else None,
        removed=tuple(sorted(old.keys() - new.keys() - again.keys())),
        changed=tuple(sorted(changed)),
        reidentified=tuple(sorted(again.values())),
        moved=tuple(sorted(moved)),
        added=tuple(sorted(new.keys() - old.keys() - set(again.values()))),
        files=tuple(_different_files(staged, published)),
    )


def report(changes: Sequence[Change]) -> str:
    """All changes in Markdown."""
    lines = ["| package | rows | before | what changed |", "|---|---:|---:|---|"]
    for change in changes:
        rows, before = (
            "" if count is None else str(count) for count in (change.rows, change.rows_before)
        )
        lines.append(f"| {change.package} | {rows} | {before} | {change.words()} |")
    for change in changes:
        if change.equal:
            continue
        lines += ["", f"## {change.package}", ""]
        for title, ids in change.ids.items():
            if ids:
                more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
                lines.append(f"- {title}: {', '.join(ids[:_NAMED])}{more}")
        lines.append(f"- files: {', '.join(change.files)}")
    return "\n".join(lines) + "\n"


def _reidentified(old: Mapping[str, Row], new: Mapping[str, Row]) -> dict[str, str]:
    """New ids by old ones of figures found again: measure and place agree and stand once."""
    found: dict[str, str] = {}
    for columns in SAME_FIGURE:
        gone = old.keys() - new.keys() - found.keys()
        come = new.keys() - old.keys() - set(found.values())
        if not gone or not come:
            break
        before, now = _once(old, gone, columns), _once(new, come, columns)
        found |= {before[place]: now[place] for place in before if place in now}
    return found


def _once(
    rows: Mapping[str, Row], ids: Iterable[str], columns: Sequence[str]
) -> dict[tuple[str, ...], str]:
    """Ids by their cells of these columns, of rows that have them and stand there alone."""
    found: dict[tuple[str, ...], str | None] = {}
    for name in ids:
        row = rows[name]
        if all(column in row for column in columns):
            place = tuple(row[column] for column in columns)
            found[place] = None if place in found else name
    return {place: name for place, name in found.items() if name is not None}


def _differing(
    old: Mapping[str, Row], new: Mapping[str, Row], again: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """The ids of rows of one id that say something else, and of those that only moved."""
    changed: list[str] = []
    moved: list[str] = []
    for name in old.keys() & new.keys():
        was, now = old[name], new[name]
        # A new column is no other row, and a figure named by its new id is the same figure.
        differing = {
            column
            for column in was.keys() & now.keys()
            if was[column] != now[column]
            and not (column in _IDS and again.get(was[column]) == now[column])
        }
        if differing:
            (moved if differing.issubset(PLACES) else changed).append(name)
    return changed, moved


def _rows(path: Path) -> dict[str, Row]:
    """The rows of a table by their first column, none where it is unreadable."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            names = next(rows, [])
            return {row[0]: dict(zip(names, row, strict=False)) for row in rows if row}
    except (OSError, ValueError, csv.Error):
        return {}
    finally:
        csv.field_size_limit(limit)


def _different_files(staged: Path, published: Path) -> Iterable[str]:
    names = {
        path.relative_to(folder).as_posix()
        for folder in (staged, published)
        for path in folder.rglob("*")
        if path.is_file()
    }
    return sorted(name for name in names if not _same(staged / name, published / name))


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)
