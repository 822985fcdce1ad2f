"""The files that lead to a release: pointer, manifest and catalogue, as docs/releases.md tells.

All that is read here comes from elsewhere, so every name and path is held to its form before it is
used. Keys that are not known are ignored; a higher `format_version` is refused.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from plainfigures.client.paths import unsafe
from plainfigures.client.versions import Version
from plainfigures.errors import ReleaseError, UsageError

FORMAT = 1
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST = 1 << 40


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release: its path, its size in bytes and its sha256."""

    path: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """What `latest.json` says: the newest version, and of every version its manifest and day."""

    newest: Version
    manifests: Mapping[Version, File]
    released: Mapping[Version, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release: its files by path, its tables by name with the path of their Parquet file.

    `digest` is the sha256 of the manifest itself, and so stands for all that it names.
    """

    dataset: str
    version: Version
    files: Mapping[str, File]
    tables: Mapping[str, str]
    main: str
    schema_sha256: str
    digest: str

    def file(self, table: str) -> File:
        """The Parquet file of a table."""
        return self.files[self.tables[table]]


class _Unlike(Exception):
    """A file is not what it should be; the words say how."""


def checked_name(text: str, what: str) -> str:
    """The name of a dataset or table; UsageError where it cannot be one."""
    if not _NAME.fullmatch(text):
        raise UsageError(f"{what} {text!r}: a name has small letters, digits and _ alone.")
    return text


def checked_digest(text: str) -> str:
    """A sha256 that somebody wrote down; UsageError where it cannot be one."""
    digest = text.strip().lower()
    if not _DIGEST.fullmatch(digest):
        raise UsageError(f"sha256 {text!r}: write its 64 hex digits.")
    return digest


def pointer(data: bytes, place: str, dataset: str) -> Pointer:
    """Read `latest.json`; ReleaseError where it is something else."""
    try:
        whole = _object(data)
        if whole.get("dataset") != dataset:
            raise _Unlike(f"is about {whole.get('dataset')!r}, not about {dataset}")
        manifests: dict[Version, File] = {}
        released: dict[Version, str] = {}
        for entry in _list(whole, "versions"):
            version = _version(entry)
            manifests[version] = _file(entry.get("manifest"))
            released[version] = str(entry.get("released") or "")
        newest = _version(whole)
        if newest not in manifests:
            raise _Unlike(f"points to {newest}, which is not among its versions")
        if newest != max(manifests):
            raise _Unlike(f"points to {newest}, though it lists {max(manifests)}")
        return Pointer(newest, manifests, released)
    except _Unlike as fault:
        raise ReleaseError(f"{place}: {fault}.") from None


def manifest(data: bytes, place: str, dataset: str, version: Version) -> Manifest:
    """Read a manifest; ReleaseError where it is something else."""
    try:
        whole = _object(data)
        if whole.get("dataset") != dataset or _version(whole) != version:
            raise _Unlike(f"is not the manifest of {dataset} {version}")
        files = {entry.path: entry for entry in map(_file, _list(whole, "files"))}
        tables: dict[str, str] = {}
        for entry in _list(whole, "tables"):
            name, path = entry.get("name"), entry.get("parquet")
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                raise _Unlike(f"names a table {name!r}")
            if not isinstance(path, str) or path not in files:
                raise _Unlike(f"names {path!r} for the table {name}, which is none of its files")
            tables[name] = path
        main = whole.get("table")
        if not isinstance(main, str) or main not in tables:
            raise _Unlike(f"calls {main!r} its table and does not list it")
        schema = str(whole.get("schema_sha256") or "")
        digest = sha256(data).hexdigest()
        return Manifest(dataset, version, files, tables, main, schema, digest)
    except _Unlike as fault:
        raise ReleaseError(f"{place}: {fault}.") from None


def datasets(data: bytes, place: str) -> list[str]:
    """The names in `catalog.json`; ReleaseError where it is something else."""
    try:
        names = [entry.get("name") for entry in _list(_object(data), "datasets")]
        return [name for name in names if isinstance(name, str) and _NAME.fullmatch(name)]
    except _Unlike as fault:
        raise ReleaseError(f"{place}: {fault}.") from None


def _object(data: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        raise _Unlike("is no JSON") from None
    if not isinstance(whole, dict):
        raise _Unlike("is no JSON object")
    found = whole.get("format_version")
    if not isinstance(found, int) or found < 1:
        raise _Unlike(
            "has no format_version, so it belongs to no release; built packages lie in datasets/, "
            "releases in releases/"
        )
    if found > FORMAT:
        raise _Unlike(
            f"has format_version {found}, and this client knows {FORMAT}; "
            "install a newer plainfigures"
        )
    return whole


def _list(whole: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    entries = whole.get(key)
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise _Unlike(f"has no list {key}")
    return entries


def _version(entry: Mapping[str, Any]) -> Version:
    version = Version.of(entry.get("version"))
    if version is None:
        raise _Unlike(f"names the version {entry.get('version')!r}")
    return version


def _file(entry: object) -> File:
    if not isinstance(entry, dict):
        raise _Unlike("describes a file by something else than an object")
    path, size, digest = (entry.get(key) for key in ("path", "bytes", "sha256"))
    if not isinstance(path, str) or unsafe(path):
        fault = unsafe(path) if isinstance(path, str) else "which is no path"
        raise _Unlike(f"names {path!r}, {fault}")
    if type(size) is not int or not 0 <= size <= _LARGEST:
        raise _Unlike(f"gives {path} the size {size!r}")
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        raise _Unlike(f"gives {path} no sha256 of 64 hex digits")
    return File(path, size, digest)
