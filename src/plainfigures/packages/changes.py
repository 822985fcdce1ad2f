"""Changes: how a staged package differs from the one in `datasets/`, by rows and by files."""

import csv
import filecmp
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# So many ids are named in the report of a package.
_NAMED = 20


@dataclass(frozen=True, slots=True)
class Change:
    """How a staged package differs from the published one.

    `rows` and `rows_before` count the main table (None where the package is not there); `added`,
    `removed` and `changed` are figure ids, `files` the paths of files that differ, all sorted.
    """

    package: str
    rows: int | None
    rows_before: int | None
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """Whether every byte is the same."""
        return not self.files

    def words(self) -> str:
        """What has changed, in a few words."""
        if self.rows is None:
            return "removed: no dataset has this name"
        if self.rows_before is None:
            return "new"
        counts = {"added": self.added, "removed": self.removed, "changed": self.changed}
        words = [f"{len(ids)} {name}" for name, ids in counts.items() if ids]
        if words:
            return "rows: " + ", ".join(words)
        return "the same rows; " + ", ".join(self.files) if self.files else "as before"


def compare(package: str, table: str, staged: Path, published: Path) -> Change:
    """Compare two folders of a package; `table` is the name of its main table."""
    new, old = _rows(staged / f"{table}.csv"), _rows(published / f"{table}.csv")
    both = new.keys() & old.keys()
    return Change(
        package=package,
        rows=len(new) if staged.is_dir() else None,
        rows_before=len(old) if published.is_dir() else None,
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(sorted(name for name in both if new[name] != old[name])),
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
        for title in ("added", "removed", "changed"):
            ids: tuple[str, ...] = getattr(change, title)
            if ids:
                more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
                lines.append(f"- {title}: {', '.join(ids[:_NAMED])}{more}")
        lines.append(f"- files: {', '.join(change.files)}")
    return "\n".join(lines) + "\n"


def _rows(path: Path) -> dict[str, list[str]]:
    """The rows of a table by their first column, none where it is unreadable."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows, None)
            return {row[0]: row for row in rows if row}
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
