"""Releases in the layout of docs/releases.md, made from packages that were built."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from plainfigures.packages.canonical_json import pretty

DAY = "2026-11-0{}"


def entry(path: Path, root: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {
        "bytes": len(data),
        "path": path.relative_to(root).as_posix(),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def release(shelf: Path, package: Path, version: str) -> Path:
    """Release a package, the pointer last; the folder of its files."""
    dataset = package.name
    home = shelf / dataset
    folder = home / version
    shutil.copytree(package, folder)
    return point(shelf, folder, dataset, version)


def point(shelf: Path, folder: Path, dataset: str, version: str) -> Path:
    """Write the manifest of what lies in the folder, the pointer and the catalogue."""
    home = shelf / dataset
    write_manifest(home, folder, dataset, version)
    versions = sorted(
        (path.name for path in home.iterdir() if path.is_dir()),
        key=lambda text: [int(number) for number in text.split(".")],
    )
    listed = [
        {
            "manifest": entry(home / f"{dataset}-{each}.manifest.json", home),
            "released": DAY.format(number),
            "version": each,
        }
        for number, each in enumerate(versions, 1)
    ]
    pointer = {"dataset": dataset, "format_version": 1, **listed[-1], "versions": listed}
    (home / "latest.json").write_bytes(pretty(pointer))
    names = sorted(path.parent.name for path in shelf.glob("*/latest.json"))
    catalog = {"datasets": [{"name": name} for name in names], "format_version": 1}
    (shelf / "catalog.json").write_bytes(pretty(catalog))
    return folder


def write_manifest(home: Path, folder: Path, dataset: str, version: str, **other: Any) -> Path:
    descriptor = json.loads((folder / "datapackage.json").read_bytes())
    tables = [
        {"name": each["name"].removesuffix("-parquet"), "parquet": each["path"]}
        for each in descriptor["resources"]
        if each["path"].endswith(".parquet")
    ]
    manifest = {
        "dataset": dataset,
        "files": [entry(path, folder) for path in sorted(folder.iterdir())],
        "format_version": 1,
        "schema_sha256": hashlib.sha256(dataset.encode()).hexdigest(),
        "table": tables[0]["name"],
        "tables": tables,
        "version": version,
        **other,
    }
    path = home / f"{dataset}-{version}.manifest.json"
    path.write_bytes(pretty(manifest))
    return path
