"""A document: one source text with its paragraphs, repeats, checksums and citation data."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from plainfigures.documents.canonical_text import canonical, refuse_surrogates
from plainfigures.documents.citation import Citation
from plainfigures.documents.paragraphs import paragraph_spans
from plainfigures.documents.repeats import Repeat, find_near_repeats, find_repeats, word_runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text; `number` counts from 1, offsets are code points, the end exclusive."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source text as read: offsets everywhere count code points of `text`.

    `near_repeats` are pairs (paragraph, container): a pull quote that is not word for word.
    `source_sha256` is of the bytes as received, `text_sha256` of the canonical text in UTF-8.
    """

    name: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    repeats: tuple[Repeat, ...]
    near_repeats: tuple[tuple[int, int], ...]
    citation: Citation
    source_sha256: str
    text_sha256: str

    def slice(self, start: int, end: int) -> str:
        """The text between two offsets."""
        return self.text[start:end]


def slug(name: str) -> str:
    """A name as it stands in ids and folders: a-z, 0-9 and single hyphens; "document" if empty."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-") or "document"


def document_of_text(
    name: str,
    text: str,
    citation: Citation | None = None,
    source_sha256: str | None = None,
) -> Document:
    """The document of a text that is already decoded; an empty text has no paragraph.

    Without `source_sha256` the text itself, in UTF-8, is taken as the source.
    """
    text_in_full = canonical(text)
    try:
        digest = sha256(text_in_full.encode()).hexdigest()
    except UnicodeEncodeError:
        refuse_surrogates(text, name)
        raise
    if source_sha256 is None:
        source_sha256 = digest if text_in_full == text else sha256(text.encode()).hexdigest()
    spans = paragraph_spans(text_in_full)
    runs = word_runs(text_in_full, spans)
    repeats = find_repeats(text_in_full, spans, runs)
    return Document(
        name=name,
        text=text_in_full,
        paragraphs=tuple(
            Paragraph(number, start, end) for number, (start, end) in enumerate(spans, 1)
        ),
        repeats=repeats,
        near_repeats=find_near_repeats(runs, repeats),
        citation=citation or Citation(),
        source_sha256=source_sha256,
        text_sha256=digest,
    )
