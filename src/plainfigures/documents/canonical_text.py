"""The canonical text of a source: decoded, no byte order mark, line ends LF, else unchanged."""

from __future__ import annotations

import re
from typing import Final

from plainfigures.errors import SourceError

# What a file that is no text begins with, and what people call it. The second list are letters that
# a text may begin with too; they count where something else shows that it is none.
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as DOCX, ODT and EPUB files are"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ", "an XZ archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_LETTERS: Final = (
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"OggS", "an Ogg sound file"),
    (b"ID3", "an MP3 sound file"),
    (b"BZh", "a bzip2 archive"),
    (b"PAR1", "a Parquet file"),
    (b"MZ", "a program"),
)
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_REMEDY: Final = "save the document as UTF-8 text (.txt) and give that file."
# What a page of the web begins with, behind blanks, comments and declarations of XML.
_HTML: Final = re.compile(
    r"(?:\s|(?><!--.*?-->)|(?><\?.*?\?>))*+<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def canonical(text: str) -> str:
    """Drop a leading byte order mark and turn CRLF and CR into LF; idempotent."""
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def decode(data: bytes, place: str) -> str:
    """The canonical text of the bytes of a source; `place` names them in the error.

    Raises SourceError for what is no text, is HTML, is empty, holds NUL or is not strict UTF-8.
    """
    if not data:
        raise SourceError(f"{place}: the file is empty; put the text of the document into it.")
    _refuse_signature(data, place, _SIGNATURES)
    if data.startswith(_UTF16):
        raise SourceError(f"{place}: this looks like UTF-16 text; save the file as UTF-8.")
    nul = data.find(0)
    if nul >= 0:
        _refuse_signature(data, place, _LETTERS)
        raise SourceError(
            f"{place}: a NUL byte stands at byte {nul}, so this is no plain text; {_REMEDY}"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        _refuse_signature(data, place, _LETTERS)
        raise SourceError(
            f"{place}: not valid UTF-8 at byte {problem.start} "
            f"(0x{data[problem.start]:02x}); save the file as UTF-8."
        ) from None
    text = canonical(text)
    if not text.strip():
        raise SourceError(
            f"{place}: the file holds white space only; put the text of the document into it."
        )
    if is_html(text):
        raise SourceError(
            f"{place}: this looks like HTML, not plain text; copy the words of the page from a "
            "browser into a UTF-8 text file (.txt), or make it with pandoc --to=plain --wrap=none, "
            "and give that file."
        )
    return text


def is_html(text: str) -> bool:
    """Whether a text is a page of the web, whose tags would be read as words and signs."""
    return _HTML.match(text) is not None


def refuse_surrogates(text: str, place: str) -> None:
    """Raise SourceError for a lone surrogate, which JSON can spell but no UTF-8 file can hold."""
    if text.isascii():
        return
    found = _SURROGATE.search(text)
    if found:
        raise SourceError(
            f"{place}: half a surrogate pair stands at character {found.start()}; "
            "write the character out in UTF-8."
        )


def _refuse_signature(data: bytes, place: str, signatures: tuple[tuple[bytes, str], ...]) -> None:
    for signature, name in signatures:
        if data.startswith(signature):
            raise SourceError(f"{place}: this looks like {name}, not plain text; {_REMEDY}")
