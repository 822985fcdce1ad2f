"""Inputs: the documents that a command line names, as files, standard input or JSON lines."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from plainfigures import documents
from plainfigures.commands.told import told
from plainfigures.documents import Citation, Document
from plainfigures.errors import SourceError, UsageError

_STDIN = Path("-")
_BOM = b"\xef\xbb\xbf"
# What files of lines of JSON are called; read as prose, they would give ids that nobody knows.
_JSON_LINES = (".jsonl", ".ndjson")
# So many lines are looked at for a first JSON object.
_LOOKED_AT = 100


class _NoObject(SourceError):
    """A line that is no JSON object."""


def read_input(file: Path, name: str, citation: Citation) -> Document:
    """The document of a file, or of standard input (`-`), under a name that it may have."""
    if file != _STDIN:
        return documents.read_file(file, name, citation)
    data = _standard_input().read()
    return documents.document_of_text(name, documents.decode(data, "standard input"), citation)


def read_inputs(files: list[Path], citation: Citation) -> Iterator[Document | SourceError]:
    """The document of each file, or why there is none; UsageError where two have one name."""
    for file in files:
        if is_json_lines(file):
            raise UsageError(f"{file}: holds lines of JSON by its name; add --jsonl to read them")
    named = list(zip(files, _names(files), strict=True))
    return (_one(file, name, citation) for file, name in named)


def is_json_lines(file: Path) -> bool:
    """Whether a file is called as one that holds lines of JSON."""
    return file.suffix.lower() in _JSON_LINES


def names_of(file: Path) -> Iterator[str]:
    """The names that the document of a file may have: its stem, then with folders before it."""
    if file == _STDIN:
        yield "stdin"
        return
    name = file.stem
    yield documents.slug(name)
    for folder in reversed(file.parent.resolve().parts[1:]):
        name = f"{folder}-{name}"
        yield documents.slug(name)


def _names(files: Sequence[Path]) -> list[str]:
    """The name of each document, with as many folders as tell files of one name apart."""
    names = [next(names_of(file)) for file in files]
    for name in [name for name, times in Counter(names).items() if times > 1]:
        alike = [index for index, each in enumerate(names) if each == name]
        ways = list(zip(*(names_of(files[index]) for index in alike), strict=False))
        for at, index in enumerate(alike):
            names[index] = next((way[at] for way in ways if way.count(way[at]) == 1), name)
    first: dict[str, Path] = {}
    for file, name in zip(files, names, strict=True):
        if name in first:
            raise UsageError(
                f"{file}: {first[name]} is the document {name} too, and their figures would have "
                "the same ids; rename one, or read them apart"
            )
        first[name] = file
    return names


def _one(file: Path, name: str, citation: Citation) -> Document | SourceError:
    try:
        return read_input(file, name, citation)
    except SourceError as error:
        return error


def read_json_lines(files: Iterable[Path], citation: Citation) -> Iterator[Document | SourceError]:
    """The document of each line `{"id": ..., "text": ...}`, or why there is none.

    What a line has of date, country and currency goes before that of the `citation`. A file that
    does not hold lines of JSON at all is one error.
    """
    places: dict[str, str] = {}
    for file in files:
        try:
            with _stream(file) as stream:
                yield from _of_lines(stream, file, places, citation)
        except OSError as error:
            yield SourceError(f"{file}: cannot be read ({error.strerror or error})")


def _of_lines(
    stream: Iterable[bytes], file: Path, places: dict[str, str], citation: Citation
) -> Iterator[Document | SourceError]:
    """What the lines of one file give; errors wait until one line is a JSON object."""
    waiting: list[_NoObject] = []
    known = False
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        found = _of_line(line, f"{file}:{number}", places, citation)
        if known:
            yield found
        elif not isinstance(found, _NoObject):
            known = True
            yield from waiting
            yield found
        else:
            waiting.append(found)
            if len(waiting) == _LOOKED_AT:
                break
    if waiting and not known:
        yield SourceError(
            f"{file}: no line is a JSON object, and --jsonl reads nothing else; if this is plain "
            "text, leave out --jsonl"
        )


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise SourceError("standard input: cannot be read (it is closed)")
    return sys.stdin.buffer


@contextmanager
def _stream(file: Path) -> Iterator[BinaryIO]:
    if file == _STDIN:
        yield _standard_input()
    else:
        with file.open("rb") as stream:
            yield stream


def _of_line(
    line: bytes, place: str, places: dict[str, str], citation: Citation
) -> Document | SourceError:
    try:
        record = json.loads(line.removeprefix(_BOM).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        return _NoObject(f'{place}: no JSON object ({error}); a line is {{"id": ..., "text": ...}}')
    match record:
        case {"id": str(name), "text": str(text)} if name:
            pass
        case _ if not isinstance(record, dict):
            return _NoObject(f'{place}: a line is an object with texts "id" and "text"')
        case _:
            return SourceError(f'{place}: a line is an object with texts "id" and "text"')
    if name in places:
        return SourceError(
            f"{place}: the id {name!r} is that of {places[name]} too; ids are unique"
        )
    if "\0" in text:
        return SourceError(f"{place}: a NUL stands at character {text.index(chr(0))} of the text")
    if documents.is_html(text):
        return SourceError(f"{place}: the text looks like HTML; give the words of the page alone")
    try:
        name.encode()
        document = documents.document_of_text(name, text, told(record, citation))
    except UnicodeEncodeError:
        return SourceError(f"{place}: half a surrogate pair stands in the id")
    except (SourceError, ValueError) as error:
        return SourceError(f"{place}: {error}")
    places[name] = place
    return document
