"""The manifest of a release: what a frozen package holds, with every size and checksum."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from plainfigures.errors import UsageError
from plainfigures.packages.canonical_json import pretty
from plainfigures.releases.content import content_sha256, schema_sha256, together
from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.index import FORMAT_VERSION, FileSum, Release
from plainfigures.releases.opened import OpenedPackage, file_facts
from plainfigures.releases.versions import Level, parse_version


@dataclass(frozen=True, slots=True)
class Contents:
    """The sums of a package that no file format has a part in: of each table, and together."""

    tables: Mapping[str, str]
    rows: Mapping[str, int]
    schema: str

    @property
    def whole(self) -> str:
        """The sha256 over those of all tables."""
        return together(self.tables)


def contents_of(package: OpenedPackage) -> Contents:
    """Sum up the tables; UsageError where one cannot be read."""
    sums, rows = {}, {}
    for name, table in package.tables.items():
        try:
            read = package.read(name)
            sums[name], rows[name] = content_sha256(read, table.key), len(read)
        except ValueError as error:
            raise UsageError(f"{package.folder}: {error}; build it again") from None
    return Contents(sums, rows, schema_sha256(package.tables.values()))


def file_sum(path: str, data: bytes) -> FileSum:
    """A file and its sum."""
    return FileSum(path, len(data), sha256(data).hexdigest())


def manifest(
    package: OpenedPackage, contents: Contents, diff: PackageDiff | None, beside: Iterable[FileSum]
) -> bytes:
    """The manifest; `diff` is from the release before, None for the first."""
    tables = {
        file: name for name, table in package.tables.items() for file in (table.csv, table.parquet)
    }
    files = []
    for path, facts in sorted(package.files.items()):
        entry = FileSum(path, facts.size, facts.sha256).entry()
        if path in tables:
            name = tables[path]
            entry |= {"table": name, "content_sha256": contents.tables[name]}
        files.append(entry)
    licences = package.descriptor.get("licenses") or [{}]
    return pretty(
        {
            "format_version": FORMAT_VERSION,
            "dataset": package.name,
            "title": package.descriptor.get("title", package.name),
            "version": package.version,
            "previous": None if diff is None else diff.version_before,
            "level": None if diff is None else _step(diff).value,
            "licence": licences[0].get("name"),
            "table": package.main.name,
            "content_sha256": contents.whole,
            "schema_sha256": contents.schema,
            "tables": [
                {
                    "name": name,
                    "rows": contents.rows[name],
                    "columns": len(table.fields),
                    "content_sha256": contents.tables[name],
                    "csv": table.csv,
                    "parquet": table.parquet,
                }
                for name, table in package.tables.items()
            ],
            "files": files,
            "beside": [each.entry() for each in sorted(beside, key=lambda each: each.path)],
        }
    )


def _step(diff: PackageDiff) -> Level:
    """The step between the two versions of a comparison."""
    before = parse_version(diff.version_before)
    return next((each for each in Level if str(before.after(each)) == diff.version), Level.MAJOR)


def release_files(release: Release, releases: Path) -> list[FileSum]:
    """Every file of a release, its manifest last, by path below `releases`.

    Raises UsageError where the manifest is not the one of the index.
    """
    path = releases / release.manifest.path
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); restore it") from None
    if file_sum(release.manifest.path, data) != release.manifest:
        raise UsageError(f"{path}: is not the manifest that the index names; restore it")
    listed: dict[str, Any] = json.loads(data)
    parts = ((release.package, listed["files"]), (release.dataset, listed["beside"]))
    files = [
        FileSum(f"{folder}/{each['path']}", each["bytes"], each["sha256"])
        for folder, entries in parts
        for each in entries
    ]
    return [*files, release.manifest]


def require_whole(release: Release, releases: Path) -> None:
    """UsageError where a file of a release was changed, or is missing, or one more is there."""
    files = {each.path: each for each in release_files(release, releases)}
    folder = f"{release.package}/"
    found = {
        f"{folder}{path}": FileSum(f"{folder}{path}", facts.size, facts.sha256)
        for path, facts in file_facts(releases / release.package).items()
    }
    for path in files:
        if not path.startswith(folder) and (releases / path).is_file():
            found[path] = file_sum(path, (releases / path).read_bytes())
    for path in sorted(files.keys() | found.keys()):
        if files.get(path) != found.get(path):
            raise UsageError(
                f"{releases / path}: is not as it was released; a release never changes, so "
                "restore it (git checkout)"
            )
