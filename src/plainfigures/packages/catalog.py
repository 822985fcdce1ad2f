"""The catalog: one file that names every package beside it."""

from collections.abc import Iterable
from hashlib import sha256

from plainfigures.documents import Collection
from plainfigures.packages.canonical_json import pretty
from plainfigures.packages.descriptor import DESCRIPTOR
from plainfigures.packages.package import Package

CATALOG = "catalog.json"


def catalog(packages: Iterable[Package], collection: Collection) -> bytes:
    """catalog.json for the folder that holds a folder per package, sorted by name."""
    return pretty(
        {
            "title": collection.title,
            "publisher": collection.publisher,
            "datasets": [
                {
                    "name": package.name,
                    "title": package.title,
                    "description": package.description,
                    "rows": package.rows,
                    "version": package.version,
                    "path": f"{package.name}/{DESCRIPTOR}",
                    "licence": package.licence["name"],
                    "sha256": sha256(package.files[DESCRIPTOR]).hexdigest(),
                }
                for package in sorted(packages, key=lambda package: package.name)
            ],
        }
    )
