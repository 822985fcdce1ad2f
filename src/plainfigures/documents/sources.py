"""Sources on disk: readers by suffix, bare files, document folders and their checksum guard."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from plainfigures.documents.canonical_text import decode
from plainfigures.documents.citation import Citation, SourceRecord, load_record
from plainfigures.documents.document import Document, document_of_text, slug
from plainfigures.errors import SourceError

Reader = Callable[[bytes, str], str]

# The one place where a reader for another format is added: its suffix, and a function that takes
# the bytes and their place for errors and returns the canonical text.
READERS: Final[dict[str, Reader]] = {".txt": decode}

_RECORD: Final = "document.yaml"
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_file(path: Path, name: str | None = None, citation: Citation | None = None) -> Document:
    """The document of a bare file, named by the slug of its stem where no name is given."""
    data = read_bytes(path)
    return document_of_text(name or slug(path.stem), _text(path, data), citation, _digest(data))


def load_document(folder: Path) -> Document:
    """The document of a folder with one source text and its document.yaml.

    Raises SourceError where anything is missing or the text is not the one of the checksum; the
    message then gives the checksum as it is and the line where it belongs.
    """
    if not folder.is_dir():
        raise SourceError(f"{folder}: there is no such folder; a document is a folder in seeds/.")
    if not _NAME.fullmatch(folder.name):
        raise SourceError(
            f"{folder}: a document's folder is named by small letters, digits and single hyphens; "
            f"rename it to {slug(folder.name)}."
        )
    if not (folder / _RECORD).is_file():
        raise SourceError(f"{folder}: {_RECORD} is missing; add it with at least sha256 in it.")
    record = load_record(folder / _RECORD)
    path = _source(folder, record)
    data = read_bytes(path)
    digest = _digest(data)
    text = _text(path, data)
    _guard(record, path.name, digest)
    return document_of_text(folder.name, text, record.citation, digest)


def load_documents(seeds: Path) -> tuple[Document, ...]:
    """All documents of a folder, by name; hidden folders are left out."""
    if not seeds.is_dir():
        raise SourceError(f"{seeds}: there is no such folder; put the documents into it.")
    folders = sorted(
        (path for path in seeds.iterdir() if path.is_dir() and not path.name.startswith(".")),
        key=lambda path: path.name,
    )
    if not folders:
        raise SourceError(f"{seeds}: no document stands here; add a folder with a text to it.")
    return tuple(load_document(folder) for folder in folders)


def read_bytes(path: Path) -> bytes:
    """The bytes of a source file; SourceError where there is none or it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file; check the name.") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: this is a folder; give the text file in it.") from None
    except PermissionError:
        raise SourceError(f"{path}: no permission to read it; change its access rights.") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise SourceError(f"{path}: cannot be read ({reason}).") from None


def _text(path: Path, data: bytes) -> str:
    # A bare file of another suffix, or of none, is tried as plain text; its bytes decide.
    return READERS.get(path.suffix.lower(), decode)(data, str(path))


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _source(folder: Path, record: SourceRecord) -> Path:
    if record.text is not None:
        path = folder / record.text
        if not path.exists():
            record.yaml.fail(
                ("text",), f"text names {record.text!r}, which is not in the folder; add the file."
            )
        return path
    texts = sorted(
        path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in READERS
    )
    if len(texts) == 1:
        return texts[0]
    kinds = ", ".join(sorted(READERS))
    if not texts:
        raise SourceError(f"{folder}: no source text ({kinds}) stands here; add it.")
    names = ", ".join(path.name for path in texts)
    raise SourceError(
        f"{folder / _RECORD}: {len(texts)} texts stand in the folder ({names}); "
        "name the source in the key text."
    )


def _guard(record: SourceRecord, name: str, digest: str) -> None:
    if record.sha256 is None:
        raise SourceError(
            f"{record.yaml.path}:{_last_line(record)}: sha256 is missing; add the line "
            f'sha256: "{digest}" here if {name} is the text as received.'
        )
    if record.sha256 != digest:
        record.yaml.fail(
            ("sha256",),
            f"sha256 is not that of {name}; if the text was changed on purpose, "
            f'put sha256: "{digest}" on this line, else restore the text.',
        )


def _last_line(record: SourceRecord) -> int:
    """The line after the last one that holds anything."""
    return len(record.yaml.path.read_text("utf-8-sig").rstrip().splitlines()) + 1
