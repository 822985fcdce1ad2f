"""From bytes to documents: canonical text, paragraphs, repeats, checksums and citation data."""

from plainfigures.documents.canonical_text import canonical, decode, is_html
from plainfigures.documents.citation import Citation, Collection, is_day, load_collection
from plainfigures.documents.document import (
    Document,
    Paragraph,
    document_of_text,
    slug,
)
from plainfigures.documents.repeats import Repeat
from plainfigures.documents.sources import load_document, load_documents, read_bytes, read_file
from plainfigures.documents.word import words, words_around

__all__ = [
    "Citation",
    "Collection",
    "Document",
    "Paragraph",
    "Repeat",
    "canonical",
    "decode",
    "document_of_text",
    "is_day",
    "is_html",
    "load_collection",
    "load_document",
    "load_documents",
    "read_bytes",
    "read_file",
    "slug",
    "words",
    "words_around",
]
