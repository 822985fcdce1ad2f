"""The index of releases: which versions of which dataset there are, since when, and their sums."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from plainfigures.errors import UsageError
from plainfigures.packages.canonical_json import pretty
from plainfigures.releases.versions import Version, parse_version

INDEX = "index.json"
FORMAT_VERSION = 1
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class FileSum:
    """A file: its path, its size in bytes and its sha256."""

    path: str
    size: int
    sha256: str

    def entry(self) -> dict[str, Any]:
        """The file as JSON."""
        return {"bytes": self.size, "path": self.path, "sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its dataset, version, day (ISO) and rows, and its manifest below `releases/`."""

    dataset: str
    version: Version
    released: str
    rows: int
    content_sha256: str
    manifest: FileSum

    @property
    def package(self) -> str:
        """The folder of its package, below `releases/`."""
        return f"{self.dataset}/{self.version}"


@dataclass(frozen=True, slots=True)
class ReleaseIndex:
    """All releases by dataset, each list in the order of the versions."""

    releases: Mapping[str, tuple[Release, ...]]

    def of(self, dataset: str) -> tuple[Release, ...]:
        """The releases of a dataset, oldest first; none where it has none."""
        return self.releases.get(dataset, ())

    def newest(self, dataset: str) -> Release | None:
        """The newest release of a dataset."""
        known = self.of(dataset)
        return known[-1] if known else None

    def find(self, dataset: str, version: Version) -> Release | None:
        """The release of that version."""
        return next((each for each in self.of(dataset) if each.version == version), None)

    def all(self) -> list[Release]:
        """Every release, by dataset and version."""
        return [each for dataset in sorted(self.releases) for each in self.of(dataset)]

    def adding(self, release: Release) -> "ReleaseIndex":
        """The index with one release more."""
        known = (*self.of(release.dataset), release)
        ordered = tuple(sorted(known, key=lambda each: each.version))
        return replace(self, releases={**self.releases, release.dataset: ordered})

    def to_bytes(self) -> bytes:
        """index.json."""
        return pretty(
            {
                "format_version": FORMAT_VERSION,
                "datasets": {
                    dataset: [
                        {
                            "version": str(each.version),
                            "released": each.released,
                            "rows": each.rows,
                            "content_sha256": each.content_sha256,
                            "manifest": each.manifest.entry(),
                        }
                        for each in known
                    ]
                    for dataset, known in self.releases.items()
                },
            }
        )


def load_index(folder: Path) -> ReleaseIndex:
    """Read the index of a folder of releases; no releases where there is none.

    Raises UsageError where it cannot be read, or was written in a form that is not known here.
    """
    path = folder / INDEX
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ReleaseIndex({})
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    return parse_index(data, str(path))


def is_day(text: str) -> bool:
    """Whether a text is a day as it is written everywhere here, such as 2026-11-24."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def parse_index(data: bytes, place: str) -> ReleaseIndex:
    """The index in these bytes; `place` names it in the UsageError of one that is wrong."""
    try:
        whole = json.loads(data, object_pairs_hook=_object)
        form = whole["format_version"]
        if type(form) is not int or form < 1:
            raise ValueError("its format_version is no number that counts from 1")
        if form > FORMAT_VERSION:
            raise UsageError(
                f"{place}: has format_version {form}, and this program knows {FORMAT_VERSION}; "
                "update plainfigures"
            )
        known = {
            dataset: tuple(_release(dataset, entry) for entry in entries)
            for dataset, entries in whole["datasets"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{place}: is no index of releases ({error}); restore it") from None
    for dataset, releases in known.items():
        versions = [each.version for each in releases]
        if not versions:
            raise UsageError(f"{place}: names {dataset}, and no release of it; restore it")
        if versions != sorted(set(versions)):
            raise UsageError(f"{place}: the versions of {dataset} are not in order, each once")
    return ReleaseIndex(known)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object that has each key once: of two, one would be lost without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(each for each in names if names.count(each) > 1)} stands twice")
    return found


def _release(dataset: str, entry: Mapping[str, Any]) -> Release:
    manifest = entry["manifest"]
    version = parse_version(entry["version"])
    if not is_day(entry["released"]):
        raise ValueError(f"the day of {dataset} {version} is not written as 2026-11-24 is")
    sums = manifest["sha256"], entry["content_sha256"]
    path = f"{dataset}/{dataset}-{version}.manifest.json"
    if not _NAME.fullmatch(dataset) or manifest["path"] != path:
        raise ValueError(f"the manifest of {dataset} {version} is not {path}")
    if not all(_SHA256.fullmatch(each) for each in sums):
        raise ValueError(f"a sum of {dataset} {version} is no sha256")
    size, rows = manifest["bytes"], entry["rows"]
    if type(size) is not int or type(rows) is not int:
        raise ValueError(f"a size of {dataset} {version} is no whole number")
    return Release(dataset, version, entry["released"], rows, sums[1], FileSum(path, size, sums[0]))
