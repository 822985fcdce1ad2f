"""Is this package whole, and does every quote stand?

The standard library alone is needed. Each file is read once for its checksum, the CSV tables once
more for their quotes; a table's Parquet twin is covered by its checksum.
"""

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from plainfigures.client.paths import unsafe
from plainfigures.client.problems import Problem
from plainfigures.client.quotes import Table, check_quotes
from plainfigures.errors import UsageError

CHECKSUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
_LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)")
_Digests = dict[str, tuple[int, str]]


def verify(
    package: str | os.PathLike[str], source: str | os.PathLike[str] | None = None
) -> list[Problem]:
    """Everything that is wrong with the package in this folder; an empty list when it is whole.

    Checked are every file against SHA256SUMS (no file missing, none more), every resource against
    `bytes` and `hash` of datapackage.json, and every quote, sentence and selector against the
    paragraph that it was taken from. With `source`, a document as it was received, the paragraphs
    of that document are compared with its text, too.

    Raises UsageError when there is no such folder, SourceError when `source` cannot be read.
    """
    package = Path(package)
    source = None if source is None else Path(source)
    if not package.is_dir():
        what = "is no folder" if package.exists() else "there is no such folder"
        raise UsageError(f"{package}: {what}; name the folder of a built package.")
    problems: list[Problem] = []
    digests = _digests(package, problems)
    problems += _check_sums(package, digests)
    tables = _check_descriptor(package, digests, problems)
    problems += check_quotes(package, tables, source)
    return sorted(set(problems), key=lambda problem: (problem.file, problem.sentence))


def _digests(package: Path, problems: list[Problem]) -> _Digests:
    """Size and sha256 of every regular file below the folder, by its path with forward slashes."""
    found: _Digests = {}
    for folder, folders, files in os.walk(package):
        for name in folders + files:
            path = Path(folder, name)
            place = path.relative_to(package).as_posix()
            place = place.encode("utf-8", "backslashreplace").decode()
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                continue
            if not stat.S_ISREG(mode):
                sentence = "is a link or a special file; a package holds plain files alone."
                problems.append(Problem(place, sentence))
                continue
            try:
                with path.open("rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
                found[place] = (path.stat().st_size, digest)
            except OSError as error:
                problems.append(Problem(place, f"cannot be read: {error.strerror}."))
    return found


def _check_sums(package: Path, digests: _Digests) -> Iterator[Problem]:
    """Compare the files with SHA256SUMS, whose every byte is held to the one way to write it."""
    if CHECKSUMS not in digests:
        yield Problem(CHECKSUMS, "is missing, so no file can be checked.")
        return
    lines = (package / CHECKSUMS).read_bytes().decode("utf-8", "backslashreplace").split("\n")
    if lines.pop() != "" or not lines:
        yield Problem(CHECKSUMS, "does not end with a whole line; it was cut or changed.")
    listed: dict[str, str] = {}
    before = ""
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        digest, path = match.groups() if match else ("", "")
        fault = unsafe(path)
        if match is None:
            sentence = f"line {number} is not 64 hex digits, two spaces and a path."
            yield Problem(CHECKSUMS, sentence)
        elif fault:
            yield Problem(CHECKSUMS, f"line {number} names {path!r}, {fault}.")
        elif path <= before:
            yield Problem(CHECKSUMS, f"line {number} is out of order or stands twice.")
        else:
            before = path
            listed[path] = digest
    for path, digest in listed.items():
        if path not in digests:
            yield Problem(path, f"is missing; {CHECKSUMS} lists it.")
        elif digests[path][1] != digest:
            yield Problem(path, f"was changed: its sha256 is not the one in {CHECKSUMS}.")
    for path in digests.keys() - listed.keys() - {CHECKSUMS}:
        yield Problem(path, f"does not belong here: {CHECKSUMS} does not list it.")


def _check_descriptor(
    package: Path, digests: _Digests, problems: list[Problem]
) -> dict[str, Table]:
    """Compare the resources with the files; gives path and columns of the CSV tables by name."""
    tables: dict[str, Table] = {}
    if DESCRIPTOR not in digests:
        problems.append(Problem(DESCRIPTOR, "is missing, so the tables are not known."))
        return tables
    try:
        descriptor = json.loads((package / DESCRIPTOR).read_bytes())
        resources = [(str(item["name"]), item) for item in descriptor["resources"]]
        columns = {
            name: [field["name"] for field in item["schema"]["fields"]] for name, item in resources
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        problems.append(
            Problem(DESCRIPTOR, "is no JSON object with a list of described resources.")
        )
        return tables
    for name, item in resources:
        path = item.get("path")
        fault = unsafe(path) if isinstance(path, str) else "which is no path"
        if fault:
            sentence = f"resource {name} names {path!r}, {fault}."
            problems.append(Problem(DESCRIPTOR, sentence))
        elif path not in digests:
            problems.append(Problem(path, f"is missing; resource {name} names it."))
        else:
            size, digest = digests[path]
            if item.get("bytes") != size or item.get("hash") != f"sha256:{digest}":
                sentence = f"has other bytes than {DESCRIPTOR} says of resource {name}."
                problems.append(Problem(path, sentence))
            if item.get("format") == "csv":
                tables[name] = path, columns[name]
    return tables
