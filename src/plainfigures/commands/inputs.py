"""Inputs: the documents that a command line names, as files, standard input or JSON lines."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from plainfigures import documents
from plainfigures.documents import Document
from plainfigures.errors import SourceError, UsageError

_STDIN = Path("-")
_BOM = b"\xef\xbb\xbf"
# So many lines are looked at for a first JSON object.
_LOOKED_AT = 100


class _NoObject(SourceError):
    """A line that is no JSON object."""


def read_input(file: Path) -> Document:
    """The document of a file, named by its stem, or of standard input (`-`), named `stdin`."""
    if file != _STDIN:
        return documents.read_file(file)
    data = _standard_input().read()
    return documents.document_of_text("stdin", documents.decode(data, "standard input"))


def read_inputs(files: list[Path]) -> Iterator[Document | SourceError]:
    """The document of each file, or why there is none; UsageError where two have one name."""
    names: dict[str, Path] = {}
    for file in files:
        name = "stdin" if file == _STDIN else documents.slug(file.stem)
        if name in names:
            raise UsageError(
                f"{file}: {names[name]} is the document {name} too, and their figures would have "
                "the same ids; rename one, or read them apart"
            )
        names[name] = file
    return (_one(file) for file in files)


def _one(file: Path) -> Document | SourceError:
    try:
        return read_input(file)
    except SourceError as error:
        return error


def read_json_lines(files: Iterable[Path]) -> Iterator[Document | SourceError]:
    """The document of each line `{"id": ..., "text": ...}`, or why there is none.

    A file that does not hold lines of JSON at all is one error.
    """
    places: dict[str, str] = {}
    for file in files:
        try:
            with _stream(file) as stream:
                yield from _of_lines(stream, file, places)
        except OSError as error:
            yield SourceError(f"{file}: cannot be read ({error.strerror or error})")


def _of_lines(
    stream: Iterable[bytes], file: Path, places: dict[str, str]
) -> Iterator[Document | SourceError]:
    """What the lines of one file give; errors wait until one line is a JSON object."""
    waiting: list[_NoObject] = []
    known = False
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        found = _of_line(line, f"{file}:{number}", places)
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


def _of_line(line: bytes, place: str, places: dict[str, str]) -> Document | SourceError:
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
        document = documents.document_of_text(name, text)
    except UnicodeEncodeError:
        return SourceError(f"{place}: half a surrogate pair stands in the id")
    except SourceError as error:
        return SourceError(f"{place}: {error}")
    places[name] = place
    return document
