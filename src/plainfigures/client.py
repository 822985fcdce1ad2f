"""What a consumer of the data needs: is this package whole, and does every quote stand?

`verify` needs the standard library alone and reads each file once for its checksum and the CSV
tables once more for their quotes. A table's Parquet twin is covered by its checksum.
"""

import csv
import hashlib
import json
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plainfigures.errors import SourceError, UsageError

CHECKSUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
_LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a package: the file (a path inside the package) and a plain sentence."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A cited paragraph: where its text starts in the document, and the text."""

    start: int
    text: str


_Digests = dict[str, tuple[int, str]]
_Rows = list[dict[str, str]]


def verify(package: Path, source: Path | None = None) -> list[Problem]:
    """Everything that is wrong with the package in this folder; an empty list when it is whole.

    Checked are every file against SHA256SUMS (no file missing, none more), every resource against
    `bytes` and `hash` of datapackage.json, and every quote, sentence and selector against the
    paragraph that it was taken from. With `source`, a document as it was received, the paragraphs
    of that document are compared with its text, too.

    Raises UsageError when there is no such folder, SourceError when `source` cannot be read.
    """
    if not package.is_dir():
        what = "is no folder" if package.exists() else "there is no such folder"
        raise UsageError(f"{package}: {what}; name the folder of a built package.")
    text = None if source is None else _canonical_text(source)
    problems: list[Problem] = []
    digests = _digests(package, problems)
    problems += _check_sums(package, digests)
    resources = _check_descriptor(package, digests, problems)
    tables = dict(_tables(package, resources, problems))
    blocks = _blocks(tables, problems)
    for name, rows in tables.items():
        if name != "paragraphs" and rows and "paragraph" in rows[0]:
            problems += _check_places(name, rows, blocks)
    if text is not None and source is not None:
        problems += _check_source(source, text, tables, blocks)
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
        fault = _unsafe(path)
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
) -> dict[str, tuple[str, list[object]]]:
    """Compare the resources with the files; gives path and columns of the CSV tables by name."""
    tables: dict[str, tuple[str, list[object]]] = {}
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
        fault = _unsafe(path) if isinstance(path, str) else "which is no path"
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


def _unsafe(path: str) -> str | None:
    """Why a path may leave the package or mean another file elsewhere; None when it is safe."""
    if path.startswith(("/", "~")) or "\\" in path or ":" in path:
        return "which is no path inside the package"
    if any(part in ("", ".", "..") for part in path.split("/")):
        return "which is no plain path inside the package"
    if any(not character.isprintable() for character in path):
        return "which holds a control character"
    return None


def _tables(
    package: Path, described: dict[str, tuple[str, list[object]]], problems: list[Problem]
) -> Iterator[tuple[str, _Rows]]:
    """The rows of every CSV table that can be read, cells as text, by the name of the table."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        for name, (path, columns) in described.items():
            try:
                with (package / path).open(encoding="utf-8", newline="") as file:
                    reader = csv.reader(file, strict=True)
                    header = next(reader, [])
                    if header != columns:
                        raise ValueError("other columns")
                    rows = [dict(zip(header, row, strict=True)) for row in reader]
            except (OSError, UnicodeDecodeError, csv.Error, ValueError):
                sentence = f"is no CSV table in UTF-8 with the columns that {DESCRIPTOR} tells."
                problems.append(Problem(path, sentence))
            else:
                yield name, rows
    finally:
        csv.field_size_limit(limit)


def _blocks(tables: dict[str, _Rows], problems: list[Problem]) -> dict[tuple[str, str], _Block]:
    """The cited paragraphs by document and number."""
    blocks: dict[tuple[str, str], _Block] = {}
    if "paragraphs" not in tables:
        problems.append(Problem("paragraphs.csv", "is no readable table, so no quote is checked."))
    for number, row in enumerate(tables.get("paragraphs", []), 1):
        try:
            start, end, text = int(row["start"]), int(row["end"]), row["text"]
            blocks[row["document"], row["paragraph"]] = _Block(start, text)
        except (KeyError, ValueError):
            sentence = f"row {number} has no document, paragraph, start, end and text."
            problems.append(Problem("paragraphs.csv", sentence))
            continue
        if end - start != len(text):
            sentence = f"row {number} is {len(text)} characters long, not {end} - {start}."
            problems.append(Problem("paragraphs.csv", sentence))
    return blocks


def _check_places(
    table: str, rows: _Rows, blocks: dict[tuple[str, str], _Block]
) -> Iterator[Problem]:
    """Compare what each row quotes with the paragraph that the row names."""
    columns = rows[0].keys()
    owed = "quote" in columns
    for number, row in enumerate(rows, 1):
        label = row.get("figure_id") or f"row {number}"
        block = blocks.get((row.get("document", ""), row["paragraph"]))
        if block is None:
            if owed:
                yield Problem(f"{table}.csv", f"{label}: its paragraph is not in paragraphs.csv.")
            continue
        for fault in _faults(row, block):
            yield Problem(f"{table}.csv", f"{label}: {fault}.")


def _faults(row: dict[str, str], block: _Block) -> Iterator[str]:
    try:
        start, end = int(row["start"]) - block.start, int(row["end"]) - block.start
    except (KeyError, ValueError):
        yield "start and end are no whole numbers"
        return
    if not 0 <= start < end <= len(block.text):
        yield "start and end do not lie within its paragraph"
        return
    before, words, after = block.text[:start], block.text[start:end], block.text[end:]
    for column in ("quote", "token"):
        if column in row and row[column] != words:
            yield f"the {column} is not what its paragraph says there"
    if "sentence" in row and not (
        row["quote"] in row["sentence"] and row["sentence"] in block.text
    ):
        yield "the sentence is not one of its paragraph that holds the quote"
    # A selector may reach over the border of the paragraph; the part within it is compared.
    prefix, suffix = row.get("prefix", ""), row.get("suffix", "")
    if prefix and not (prefix.endswith(before) or before.endswith(prefix)):
        yield "the prefix is not what stands before the quote"
    if suffix and not (suffix.startswith(after) or after.startswith(suffix)):
        yield "the suffix is not what stands behind the quote"


def _check_source(
    source: Path, text: str, tables: dict[str, _Rows], blocks: dict[tuple[str, str], _Block]
) -> Iterator[Problem]:
    """Compare the paragraphs of the document with this text, found by the sum of its text."""
    rows = tables.get("documents", [])
    digest = hashlib.sha256(text.encode()).hexdigest()
    same = [row.get("document", "") for row in rows if row.get("text_sha256") == digest]
    if not same:
        sentence = f"no document of the package has the text of {source} (sha256 {digest})."
        yield Problem("documents.csv", sentence)
    # A text that was changed is still compared where it can only be the one document.
    names = same or [row.get("document", "") for row in rows if len(rows) == 1]
    for (document, paragraph), block in blocks.items():
        end = block.start + len(block.text)
        if document in names and text[block.start : end] != block.text:
            sentence = f"paragraph {paragraph} of {document} is not what {source} says there."
            yield Problem("paragraphs.csv", sentence)
    for row in tables.get("coverage", []):
        place = row.get("start", ""), row.get("end", "")
        if row.get("document") in names and all(mark.isdecimal() for mark in place):
            if text[int(place[0]) : int(place[1])] != row.get("token"):
                sentence = f"the token at {place[0]} is not what {source} says there."
                yield Problem("coverage.csv", sentence)


def _canonical_text(source: Path) -> str:
    """The text of a document as offsets count it: UTF-8, no byte order mark, line ends LF."""
    try:
        text = source.read_bytes().decode("utf-8")
    except OSError as error:
        raise SourceError(f"{source}: cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{source}: byte {error.start} is no UTF-8; give the document as it was received."
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
