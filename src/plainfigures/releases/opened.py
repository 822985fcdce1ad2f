"""Opened packages: what lies in the folder of a package, read with no trust in what it says."""

import hashlib
import json
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainfigures.client.verification import LARGEST
from plainfigures.errors import UsageError
from plainfigures.packages import DESCRIPTOR
from plainfigures.packages.canonical_json import compact

if TYPE_CHECKING:
    import pyarrow as pa

# No path of a descriptor leads out of the package: a table is a plain file beside it.
_TABLE_FILE = re.compile(r"([A-Za-z0-9_]+)\.(csv|parquet)")
_NAME = re.compile(r"[a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The size of a file in bytes, and its sha256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class OpenedTable:
    """A table as its CSV resource describes it, and its files."""

    name: str
    schema: Mapping[str, Any]
    csv: str
    parquet: str

    @property
    def fields(self) -> list[Mapping[str, Any]]:
        """The columns as the Table Schema describes them, in order."""
        return list(self.schema["fields"])

    @property
    def key(self) -> tuple[str, ...]:
        """The primary key; empty where the table has none."""
        key = self.schema.get("primaryKey", ())
        return (key,) if isinstance(key, str) else tuple(key)


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """A package in a folder: its descriptor, the facts of every file by path, and its tables.

    The first of the tables is the main one.
    """

    folder: Path
    name: str
    version: str
    descriptor: Mapping[str, Any]
    files: Mapping[str, FileFacts]
    tables: Mapping[str, OpenedTable]

    @property
    def main(self) -> OpenedTable:
        """The main table."""
        return next(iter(self.tables.values()))

    def read(self, table: str) -> "pa.Table":
        """The rows of a table; ValueError where its file is not the table that is described."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        opened = self.tables[table]
        try:
            rows = pq.ParquetFile(self.folder / opened.parquet).read()
        except (OSError, pa.ArrowException) as error:
            raise ValueError(f"{opened.parquet} is no readable Parquet file ({error})") from None
        if rows.column_names != [field["name"] for field in opened.fields]:
            raise ValueError(f"{opened.parquet} has other columns than {DESCRIPTOR} says")
        return rows


def open_package(folder: Path) -> OpenedPackage:
    """Open the package in a folder; UsageError where there is none, or one that cannot be used."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder; name the folder of a package")
    path = folder / DESCRIPTOR
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path}: has more than {LARGEST:,} bytes, so it is not read")
        descriptor = json.loads(path.read_bytes())
        name, version = descriptor["name"], descriptor["version"]
        resources = [(str(item["name"]), item) for item in descriptor["resources"]]
        compact(descriptor)  # no text or number of it is one that no file can hold
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(
            f"{path}: no readable descriptor of a package with name, version and resources"
        ) from None
    if not (isinstance(name, str) and isinstance(version, str) and _NAME.fullmatch(name)):
        raise UsageError(f"{path}: name and version are texts, the name of a-z, 0-9 and _ alone")
    files = file_facts(folder)
    tables = dict(_tables(path, resources, files))
    if not tables:
        raise UsageError(f"{path}: no table is described")
    return OpenedPackage(folder, name, version, descriptor, files, tables)


def refuse_damaged(package: OpenedPackage) -> None:
    """UsageError where a resource has other bytes than the descriptor says: what is compared of
    one of its files would not hold for the others."""
    for item in package.descriptor["resources"]:
        path, told = item.get("path"), item.get("hash")
        facts = package.files.get(path)
        if told is not None and facts is not None and told != f"sha256:{facts.sha256}":
            raise UsageError(
                f"{package.folder / path}: has other bytes than {DESCRIPTOR} says, so nothing can "
                "be told of the package; see plainfigures verify"
            )


def file_facts(folder: Path) -> dict[str, FileFacts]:
    """Size and sha256 of every file below a folder, by path; UsageError for a link among them."""
    found = {}
    for place, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(place, name)
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                continue
            if not stat.S_ISREG(mode):
                raise UsageError(f"{path}: a link or special file; a package has plain files alone")
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            found[path.relative_to(folder).as_posix()] = FileFacts(path.stat().st_size, digest)
    return dict(sorted(found.items()))


def _tables(
    path: Path, resources: list[tuple[str, Any]], files: Mapping[str, FileFacts]
) -> list[tuple[str, OpenedTable]]:
    """The tables that the CSV resources describe, in their order."""
    tables = []
    for name, item in resources:
        file = item.get("path")
        if item.get("format") != "csv":
            if not isinstance(file, str) or file not in files:
                raise UsageError(
                    f"{path}: resource {name} names {file!r}, which is no file of the package"
                )
            continue
        match = _TABLE_FILE.fullmatch(file) if isinstance(file, str) else None
        if match is None or match[2] != "csv":
            raise UsageError(
                f"{path}: resource {name} names {file!r}; the path of a table is the plain name "
                "of a CSV file in the package"
            )
        twin = f"{match[1]}.parquet"
        for each in (file, twin):
            if each not in files:
                raise UsageError(f"{path}: resource {name} needs {each}, which is not there")
        tables.append((name, OpenedTable(name, _schema(path, name, item), file, twin)))
    return tables


def _schema(path: Path, name: str, item: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of a resource, once all of it has the form that is relied on."""
    try:
        schema: Mapping[str, Any] = item["schema"]
        columns = [field["name"] for field in schema["fields"]]
        whole = all(isinstance(field["type"], str) for field in schema["fields"])
    except (KeyError, TypeError):
        whole, columns, schema = False, [], {}
    if not whole or not all(isinstance(column, str) for column in columns):
        raise UsageError(f"{path}: resource {name} has no schema whose fields have name and type")
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise UsageError(f"{path}: resource {name} has the column {twice[0]} twice")
    if not _are_columns(schema.get("primaryKey", []), columns):
        raise UsageError(f"{path}: resource {name} has a primary key that is none of its columns")
    if not all(_is_key(each, columns) for each in _items(schema.get("foreignKeys", []))):
        raise UsageError(f"{path}: resource {name} has a foreign key that is none of its columns")
    for field in schema["fields"]:
        constraints = field.get("constraints", {})
        if not isinstance(constraints, dict) or not isinstance(constraints.get("enum", []), list):
            raise UsageError(
                f"{path}: resource {name} has constraints of {field['name']} that are none"
            )
    return schema


def _items(value: object) -> list[Any]:
    """The items of a list; what is none is an item that nothing takes for a key."""
    return value if isinstance(value, list) else [None]


def _is_key(value: object, columns: list[str]) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("reference"), dict)
        and _are_columns(value.get("fields"), columns)
    )


def _are_columns(names: object, columns: list[str]) -> bool:
    """Whether this names columns, one as a text or any number as a list."""
    return (
        names in columns
        if isinstance(names, str)
        else (isinstance(names, list) and all(each in columns for each in names))
    )
