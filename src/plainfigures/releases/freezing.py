"""Freezing: built packages become releases in `releases/`, whole or not at all."""

import json
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plainfigures.documents import Collection
from plainfigures.errors import UsageError
from plainfigures.packages.canonical_json import compact, pretty
from plainfigures.packages.checkout import Checkout
from plainfigures.packages.parquet import parquet_bytes
from plainfigures.packages.staging import flush, flush_folder, target_errors, write_durably
from plainfigures.releases.archive import archive
from plainfigures.releases.as_json import SCHEMA, as_json, schema_bytes
from plainfigures.releases.candidates import Candidate
from plainfigures.releases.index import INDEX, Release, ReleaseIndex, load_index
from plainfigures.releases.manifest import contents_of, file_sum, manifest
from plainfigures.releases.pointers import pointers
from plainfigures.releases.versions import parse_version

STAGING = ".staging"
_JOURNAL = "journal.json"
_METADATA_KEY = b"plainfigures-diff"


@dataclass(frozen=True, slots=True)
class _Frozen:
    """A release that is ready to be renamed into place."""

    release: Release
    beside: tuple[str, ...]


def freeze(
    checkout: Checkout,
    found: Sequence[Candidate],
    index: ReleaseIndex,
    collection: Collection,
    day: str,
) -> ReleaseIndex:
    """Release the candidates on a day (ISO), and give the index that has them.

    Files are made in a staging folder and renamed into place; then index.json is replaced, which
    makes releases of them; then the files that point to the newest. Killed at any moment, the old
    releases are whole, and the next call completes. Raises TargetError; only the holder of the
    checkout's lock may call it.
    """
    releases = checkout.releases
    staging = releases / STAGING
    with target_errors(releases, "no release was made", "publish again"):
        releases.mkdir(exist_ok=True)
        clear(releases)
        try:
            frozen = [_make(each, staging, day) for each in found]
            if frozen:
                _write_journal(frozen, releases)
            for each in frozen:
                _put_in_place(each, staging, releases)
                index = index.adding(each.release)
            if frozen or not (releases / INDEX).exists():
                write_durably(releases / INDEX, index.to_bytes())
        finally:
            clear(releases)
    with target_errors(releases, "the releases stand and do not show", "publish again"):
        point(releases, index, collection)
    return index


def clear(releases: Path) -> None:
    """Remove what a run left that was cut off before the index named its releases."""
    staging = releases / STAGING
    journal = staging / _JOURNAL
    if journal.exists():
        index = load_index(releases)
        for entry in json.loads(journal.read_bytes()):
            if index.find(entry["dataset"], parse_version(entry["version"])) is None:
                folder = releases / entry["dataset"]
                if (folder / entry["version"]).exists():
                    shutil.rmtree(folder / entry["version"])
                for name in entry["beside"]:
                    (folder / name).unlink(missing_ok=True)
                with suppress(OSError):  # it holds other releases
                    folder.rmdir()
    if staging.exists():
        shutil.rmtree(staging)


def point(releases: Path, index: ReleaseIndex, collection: Collection) -> None:
    """Bring what points to the newest releases in line with the index."""
    files = {**pointers(releases, index, collection), SCHEMA: schema_bytes()}
    for path, data in files.items():
        file = releases / path
        if not file.is_file() or file.read_bytes() != data:
            write_durably(file, data)


def _make(candidate: Candidate, staging: Path, day: str) -> _Frozen:
    """Write the package and what lies beside it into the staging folder of its dataset."""
    package, diff = candidate.package, candidate.diff
    folder = staging / package.name
    stem = f"{package.name}-{package.version}"
    files = {path: (package.folder / path).read_bytes() for path in package.files}
    for path, data in files.items():
        file = folder / package.version / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    beside = {f"{stem}.zip": archive(files, stem)}
    if diff is not None:
        told = as_json(diff)
        inside = {name: told[name] for name in ("dataset", "format_version", "version_before")}
        inside["version"] = told["version"]
        beside[f"{stem}.diff.json"] = pretty(told)
        beside[f"{stem}.diff.parquet"] = parquet_bytes(diff.rows, {_METADATA_KEY: compact(inside)})
    contents = contents_of(package)
    sums = [file_sum(name, data) for name, data in beside.items()]
    name = f"{stem}.manifest.json"
    beside[name] = manifest(package, contents, diff, sums)
    for path, data in beside.items():
        (folder / path).write_bytes(data)
    release = Release(
        dataset=package.name,
        version=parse_version(package.version),
        released=day,
        rows=contents.rows[package.main.name],
        content_sha256=contents.whole,
        manifest=file_sum(f"{package.name}/{name}", beside[name]),
    )
    flush(folder)
    return _Frozen(release, tuple(beside))


def _write_journal(frozen: Sequence[_Frozen], releases: Path) -> None:
    """Note what is about to be put in place; UsageError where something lies there already."""
    for each in frozen:
        for name in (str(each.release.version), *each.beside):
            path = releases / each.release.dataset / name
            if path.exists():
                raise UsageError(
                    f"{path}: lies there, and {INDEX} does not name it; restore {INDEX}, or "
                    "remove what is no release"
                )
    entries = [
        {
            "dataset": each.release.dataset,
            "version": str(each.release.version),
            "beside": each.beside,
        }
        for each in frozen
    ]
    write_durably(releases / STAGING / _JOURNAL, pretty(entries))


def _put_in_place(frozen: _Frozen, staging: Path, releases: Path) -> None:
    """Rename what was made."""
    release = frozen.release
    source, target = staging / release.dataset, releases / release.dataset
    target.mkdir(exist_ok=True)
    (source / str(release.version)).rename(target / str(release.version))
    for name in frozen.beside:
        (source / name).rename(target / name)
    flush_folder(target)
