"""Replacement: what was built and judged takes the place of what stands in `datasets/`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plainfigures.documents import Collection
from plainfigures.packages.canonical_json import pretty
from plainfigures.packages.catalog import CATALOG, catalog
from plainfigures.packages.changes import Change, compare
from plainfigures.packages.checkout import built_packages
from plainfigures.packages.package import Package
from plainfigures.packages.staging import Staging, keep_equal_files, swap, target_errors


@dataclass(frozen=True, slots=True)
class Replacement:
    """How each package differs from the one that stood there, by name; whether the catalog does."""

    changes: tuple[Change, ...]
    catalog: bool

    @property
    def equal(self) -> bool:
        """Whether all that was built equals what stood there."""
        return not self.catalog and all(change.equal for change in self.changes)


def replace_packages(
    staging: Staging, built: Sequence[Package], collection: Collection, whole: bool
) -> Replacement:
    """Swap the staged packages in, with their catalog; what is equal is left as it is.

    Where `built` is the `whole` collection, packages of any other name are taken out. Raises
    TargetError, and then nothing has changed.
    """
    tables = {package.name: package.table for package in built}
    gone = sorted(set(built_packages(staging.datasets)) - tables.keys()) if whole else []
    changes = [
        compare(name, tables.get(name, name), staging.new / name, staging.datasets / name)
        for name in sorted([*tables, *gone])
    ]
    replaced = [
        change.package for change in changes if not change.equal and change.package in tables
    ]
    for name in replaced:
        keep_equal_files(staging, name)
    index = (
        catalog(built, collection) if whole else catalog_beside(built, collection, staging.datasets)
    )
    other = not _holds(staging.datasets / CATALOG, index)
    if other:
        with target_errors(staging.datasets):
            (staging.new / CATALOG).write_bytes(index)
        replaced.append(CATALOG)
    swap(staging, replaced, gone)
    return Replacement(tuple(changes), other)


def catalog_beside(packages: Sequence[Package], collection: Collection, datasets: Path) -> bytes:
    """catalog.json with the packages given and those of the published one that are still there."""
    made = json.loads(catalog(packages, collection))
    names = {entry["name"] for entry in made["datasets"]}
    kept = [
        entry
        for entry in _published(datasets / CATALOG)
        if entry["name"] not in names and (datasets / entry["name"]).is_dir()
    ]
    entries = sorted([*made["datasets"], *kept], key=lambda entry: str(entry["name"]))
    return pretty({**made, "datasets": entries})


def _published(path: Path) -> list[dict[str, Any]]:
    """The entries of the published catalog; none where it cannot be read."""
    try:
        entries = json.loads(path.read_bytes())["datasets"]
        return [entry for entry in entries if isinstance(entry["name"], str)]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
