"""Pointers: the files that lead to the newest releases, made from the index."""

import json
from pathlib import Path
from typing import Any

from plainfigures.documents import Collection
from plainfigures.packages import CATALOG, DESCRIPTOR
from plainfigures.packages.canonical_json import pretty
from plainfigures.releases.index import FORMAT_VERSION, Release, ReleaseIndex
from plainfigures.releases.manifest import file_sum

LATEST = "latest.json"


def pointers(releases: Path, index: ReleaseIndex, collection: Collection) -> dict[str, bytes]:
    """latest.json of each dataset, then catalog.json, by path: in the order to be written."""
    files = {f"{dataset}/{LATEST}": latest(index, dataset) for dataset in sorted(index.releases)}
    return {**files, CATALOG: catalog(releases, index, collection)}


def latest(index: ReleaseIndex, dataset: str) -> bytes:
    """latest.json: the newest version of a dataset, and every other; paths from its own folder."""
    known = [_entry(each) for each in index.of(dataset)]
    whole = {
        **known[-1],
        "format_version": FORMAT_VERSION,
        "dataset": dataset,
        "versions": known,
    }
    return pretty(whole)


def catalog(releases: Path, index: ReleaseIndex, collection: Collection) -> bytes:
    """catalog.json: the newest release of each dataset, with what a reader chooses by."""
    datasets = [
        _described(releases, known[-1]) for _, known in sorted(index.releases.items()) if known
    ]
    return pretty(
        {
            "format_version": FORMAT_VERSION,
            "title": collection.title,
            "publisher": collection.publisher,
            "datasets": datasets,
        }
    )


def _entry(release: Release) -> dict[str, Any]:
    manifest = release.manifest.entry()
    manifest["path"] = manifest["path"].removeprefix(f"{release.dataset}/")
    return {
        "version": str(release.version),
        "released": release.released,
        "manifest": manifest,
    }


def _described(releases: Path, release: Release) -> dict[str, Any]:
    path = f"{release.package}/{DESCRIPTOR}"
    data = (releases / path).read_bytes()
    descriptor = json.loads(data)
    return {
        "name": release.dataset,
        "title": descriptor["title"],
        "description": descriptor["description"],
        "rows": release.rows,
        "version": str(release.version),
        "released": release.released,
        "path": path,
        "latest": f"{release.dataset}/{LATEST}",
        "licence": descriptor["licenses"][0]["name"],
        "sha256": file_sum(path, data).sha256,
    }
