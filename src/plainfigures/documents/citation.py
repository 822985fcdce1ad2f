"""Citation data of a document and of the collection: document.yaml and collection.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Final

from plainfigures import strict_yaml
from plainfigures.errors import SourceError
from plainfigures.strict_yaml import Yaml

_LANGUAGE: Final = re.compile(r"en(?:-[A-Z]{2})?")
_CODE: Final = re.compile(r"[A-Z]{3}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S+")
_ADDRESS: Final = re.compile(r"https?://\S+")
# Volumes and issues are numbers to most people, so the quotes may be left out.
_NUMBERED: Final = ("volume", "issue", "pages")
_FORMS: Final = (
    ("language", _LANGUAGE, "en (or en-GB and the like), for the reader reads English alone"),
    ("country", _CODE, "three capital letters of ISO 3166-1, such as AZE"),
    ("currency", _CODE, "three capital letters of ISO 4217, such as USD"),
    ("doi", _DOI, "a DOI without the address before it, such as 10.1234/abcd"),
    ("address", _ADDRESS, "a web address that begins with http:// or https://"),
)


@dataclass(frozen=True, slots=True)
class Citation:
    """How a document is cited; None where it is not known.

    `date` is an ISO date, `language` ISO 639-1, `country` the ISO 3166-1 alpha-3 code of where the
    author writes, `currency` the ISO 4217 code of a bare $.
    """

    title: str | None = None
    author: str | None = None
    publication: str | None = None
    date: str | None = None
    language: str | None = None
    country: str | None = None
    currency: str | None = None
    rights: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    address: str | None = None
    doi: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A document.yaml: the citation, the text file's name (or None) and its sha256 (or None)."""

    yaml: Yaml
    citation: Citation
    text: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Collection:
    """What all documents and datasets share; contact and base address are None if there is none."""

    title: str
    publisher: str
    contact: str | None
    base_address: str | None
    code_licence: str
    data_licence: str


_CITATION_KEYS: Final = tuple(field.name for field in fields(Citation))


def load_record(path: Path) -> SourceRecord:
    """Read and check a document.yaml; SourceError names file, line and remedy."""
    yaml = strict_yaml.load(path, SourceError)
    yaml.check_keys((), (*_CITATION_KEYS, "text", "sha256"))
    values = {key: _value(yaml, key) for key in _CITATION_KEYS}
    if values["date"] is not None and not is_day(values["date"]):
        yaml.fail(
            ("date",),
            f"date must be a day of the calendar such as 2024-04-05, not {values['date']!r}.",
        )
    for key, form, meaning in _FORMS:
        value = values[key]
        if value is not None and not form.fullmatch(value):
            yaml.fail((key,), f"{key} must be {meaning}, not {value!r}.")
    if values["language"] is not None:
        values["language"] = values["language"][:2]
    text = yaml.optional_text("text")
    if text is not None and (text.startswith(".") or "/" in text or "\\" in text):
        yaml.fail(("text",), f"text must be the name of a file beside document.yaml, not {text!r}.")
    sha256 = yaml.optional_text("sha256")
    if sha256 is not None and not _SHA256.fullmatch(sha256):
        sha256 = ""  # no checksum matches it, so the guard tells the right one
    return SourceRecord(yaml, Citation(**values), text, sha256)


def load_collection(seeds: Path) -> Collection:
    """Read seeds/collection.yaml; SourceError names file, line and remedy."""
    yaml = strict_yaml.load(seeds / "collection.yaml", SourceError)
    yaml.check_keys((), ("title", "publisher", "contact", "base_address", "licence"))
    yaml.check_keys(("licence",), ("code", "data"))
    address = yaml.optional_text("base_address")
    if address is not None and not _ADDRESS.fullmatch(address):
        yaml.fail(
            ("base_address",), f"base_address must be {_FORMS[4][2]}, or null, not {address!r}."
        )
    return Collection(
        title=yaml.text("title"),
        publisher=yaml.text("publisher"),
        contact=yaml.optional_text("contact"),
        base_address=address.rstrip("/") if address else None,
        code_licence=yaml.text("licence", "code"),
        data_licence=yaml.text("licence", "data"),
    )


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, written as 2024-04-05."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _value(yaml: Yaml, key: str) -> str | None:
    value = yaml.get(key)
    if key in _NUMBERED and type(value) is int:
        return str(value)
    text = yaml.optional_text(key)
    return text.strip() if text is not None else None
