"""Is this package whole, and does every quote stand?

The standard library alone is needed. Each file is read once for its checksum, the CSV tables once
more for their quotes; a table's Parquet twin is covered by its checksum.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

from plainfigures.client.paths import unsafe
from plainfigures.client.problems import Problem
from plainfigures.client.quotes import (
    PARAGRAPHS,
    Cited,
    Table,
    canonical_text,
    check_source,
    check_table,
    read_cited,
)
from plainfigures.client.tables import long_cells
from plainfigures.errors import UsageError

CHECKSUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
_LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)")
_Digests = dict[str, tuple[int, str]]
# No descriptor and no list of sums has so many bytes; to read one takes many times as much memory.
LARGEST = 32 << 20
# Bytes that are summed at once.
_BLOCK = 1 << 20
# As many bytes are summed in the time that it takes to check one of a table.
_SUM_PER_TABLE = 8


@dataclass(frozen=True, slots=True)
class _Resource:
    """A resource as the descriptor has it: anything may stand in what is not yet compared."""

    name: str
    columns: list[str]
    path: Any
    size: Any
    hash: Any
    format: Any


@dataclass(frozen=True, slots=True)
class Job:
    """A part of the work that no other part waits for, and about how many bytes of tables it is."""

    size: int
    do: Callable[[], Any]


def in_turn(jobs: Sequence[Job]) -> Sequence[Any]:
    """What each job gives, done one after another."""
    return [job.do() for job in jobs]


def verify(
    package: str | os.PathLike[str],
    source: str | os.PathLike[str] | None = None,
    run: Callable[[Sequence[Job]], Sequence[Any]] = in_turn,
) -> list[Problem]:
    """Everything that is wrong with the package in this folder; an empty list when it is whole.

    Checked are every file against SHA256SUMS (no file missing, none more), every resource against
    `bytes` and `hash` of datapackage.json, and every quote, sentence and selector against the
    paragraph that it was taken from. With `source`, a document as it was received, the paragraphs
    of that document are compared with its text, too. `run` does the parts of the work and gives
    what each of them gives, in their order; it may do them side by side.

    Raises UsageError when there is no such folder, SourceError when `source` cannot be read.
    """
    package = Path(package)
    source = None if source is None else Path(source)
    if not package.is_dir():
        what = "is no folder" if package.exists() else "there is no such folder"
        raise UsageError(f"{package}: {what}; name the folder of a built package.")
    text = None if source is None else canonical_text(source)
    problems: list[Problem] = []
    files = _files(package, problems)
    resources = _resources(package, files, problems)
    tables = {
        each.name: (each.path, each.columns)
        for each in resources
        if each.format == "csv" and _safe(each.path) and each.path in files
    }
    with long_cells():
        cited = cache(partial(read_cited, package, tables))
        (digests, unread), *told = run(list(_jobs(package, files, tables, cited)))
        problems += chain(unread, *told)
        if source is not None and text is not None:
            problems += check_source(package, tables, source, text, cited().blocks)
    problems += _check_sums(package, digests)
    problems += _check_resources(resources, digests)
    shown = {Problem(_shown(each.file), _shown(each.sentence)) for each in problems}
    return sorted(shown, key=lambda problem: (problem.file, problem.sentence))


def _shown(text: str) -> str:
    """A text on one line, whatever signs or broken bytes a name from elsewhere brings into it."""
    return text if text.isprintable() else repr(text)[1:-1]


def _files(package: Path, problems: list[Problem]) -> dict[str, int]:
    """The bytes of each regular file below the folder, by its path with forward slashes."""
    found: dict[str, int] = {}
    left = [("", str(package))]
    while left:
        before, folder = left.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            problems.append(Problem(before, f"cannot be read: {error.strerror}."))
            continue
        for entry in entries:
            place = before + entry.name
            if entry.is_dir(follow_symlinks=False):
                left.append((f"{place}/", entry.path))
            elif entry.is_file(follow_symlinks=False):
                found[place] = entry.stat(follow_symlinks=False).st_size
            else:
                sentence = "is a link or a special file; a package holds plain files alone."
                problems.append(Problem(place, sentence))
    return found


def _jobs(
    package: Path, files: Mapping[str, int], tables: Mapping[str, Table], cited: Callable[[], Cited]
) -> Iterator[Job]:
    """The sums of the files, and what is wrong with each table."""
    yield Job(sum(files.values()) // _SUM_PER_TABLE, partial(_sums, package, files))
    yield Job(0, lambda: cited().problems)  # whoever checks a table has read them
    for name, table in tables.items():
        if name != PARAGRAPHS:
            yield Job(files[table[0]], partial(check_table, package, table, cited))


def _sums(package: Path, files: Iterable[str]) -> tuple[_Digests, list[Problem]]:
    """Size and sha256 of each file by its path, and which files cannot be read."""
    found: _Digests = {}
    unread: list[Problem] = []
    for place in files:
        try:
            found[place] = _sum(package / place)
        except OSError as error:
            unread.append(Problem(place, f"cannot be read: {error.strerror}."))
    return found, unread


def _sum(path: Path) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while data := file.read(_BLOCK):
            size += len(data)
            digest.update(data)
    return size, digest.hexdigest()


def _check_sums(package: Path, digests: _Digests) -> Iterator[Problem]:
    """Compare the files with SHA256SUMS, whose every byte is held to the one way to write it."""
    if CHECKSUMS not in digests:
        yield Problem(CHECKSUMS, "is missing, so no file can be checked.")
        return
    if digests[CHECKSUMS][0] > LARGEST:
        yield Problem(CHECKSUMS, f"has more than {LARGEST:,} bytes, so it is not read.")
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


def _resources(package: Path, files: Mapping[str, int], problems: list[Problem]) -> list[_Resource]:
    """What the descriptor describes."""
    if DESCRIPTOR not in files:
        problems.append(Problem(DESCRIPTOR, "is missing, so the tables are not known."))
        return []
    if files[DESCRIPTOR] > LARGEST:
        sentence = f"has more than {LARGEST:,} bytes, so it is not read."
        problems.append(Problem(DESCRIPTOR, sentence))
        return []
    try:
        descriptor = json.loads((package / DESCRIPTOR).read_bytes())
        return [
            _Resource(
                name=str(item["name"]),
                columns=[str(field["name"]) for field in item["schema"]["fields"]],
                path=item.get("path"),
                size=item.get("bytes"),
                hash=item.get("hash"),
                format=item.get("format"),
            )
            for item in descriptor["resources"]
        ]
    except OSError:
        problems.append(Problem(DESCRIPTOR, "cannot be read, so the tables are not known."))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        sentence = "is no JSON object with a list of described resources."
        problems.append(Problem(DESCRIPTOR, sentence))
    return []


def _check_resources(resources: list[_Resource], digests: _Digests) -> Iterator[Problem]:
    """Compare the resources with the files."""
    for each in resources:
        if not _safe(each.path):
            fault = unsafe(each.path) if isinstance(each.path, str) else "which is no path"
            sentence = f"resource {each.name} names {each.path!r}, {fault}."
            yield Problem(DESCRIPTOR, sentence)
        elif each.path not in digests:
            yield Problem(each.path, f"is missing; resource {each.name} names it.")
        elif (each.size, each.hash) != _described(digests[each.path]):
            sentence = f"has other bytes than {DESCRIPTOR} says of resource {each.name}."
            yield Problem(each.path, sentence)


def _safe(path: object) -> bool:
    return isinstance(path, str) and unsafe(path) is None


def _described(summed: tuple[int, str]) -> tuple[int, str]:
    size, digest = summed
    return size, f"sha256:{digest}"
