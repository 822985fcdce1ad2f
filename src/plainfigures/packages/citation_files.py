"""Citation files: a dataset and the documents that it cites, as CITATION.cff and as BibTeX.

Names stand as they are given: none is cut into a given name and a family name, which would be a
guess. What is not known is left out, and so is the year, which no build knows.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import yaml

from plainfigures.definitions import Dataset
from plainfigures.documents import Collection, Document
from plainfigures.packages.addresses import home
from plainfigures.packages.citations import document_address

CFF: Final = "CITATION.cff"
BIBTEX: Final = "CITATION.bib"
_MESSAGE: Final = (
    "If you use these data, please cite them as below; wherever you quote a document, credit its "
    "author, too."
)
_LATEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_{}"},
    }
)
# What no address holds unescaped, and what would end the value.
_RAW: Final = str.maketrans({"{": "%7B", "}": "%7D"})


def citation_cff(
    dataset: Dataset, documents: Iterable[Document], collection: Collection, version: str
) -> bytes:
    """CITATION.cff 1.2 in UTF-8; a document without a known author is no reference in it."""
    publisher: dict[str, Any] = {"name": collection.publisher}
    if collection.contact:
        kind = "website" if "://" in collection.contact else "email"
        publisher[kind] = collection.contact
    record: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": dataset.title,
        "abstract": dataset.description,
        "authors": [publisher],
        "version": version,
        "license": collection.data_licence,
    }
    optional = {
        "url": home(collection, dataset.name, version),
        "keywords": list(dataset.keywords),
        "references": [_reference(each) for each in documents if each.citation.author],
    }
    record |= {name: value for name, value in optional.items() if value}
    return yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=100).encode()


def bibtex(
    dataset: Dataset, documents: Iterable[Document], collection: Collection, version: str
) -> bytes:
    """The entry of the dataset, then one for each document, in UTF-8."""
    entries = [dataset_bibtex(dataset, collection, version), *map(_document_bibtex, documents)]
    return "\n".join(entries).encode()


def dataset_bibtex(dataset: Dataset, collection: Collection, version: str) -> str:
    """The BibTeX entry of a dataset, which every style prints: it has no type of its own there."""
    page = home(collection, dataset.name, version)
    return _entry(
        "misc",
        f"{dataset.name}-{version}",
        {
            "author": f"{{{_latex(collection.publisher)}}}",
            "title": f"{{{_latex(dataset.title)}}}",
            "version": version,
            "note": _latex(f"Version {version}, {collection.data_licence}"),
            "url": page and page.translate(_RAW),
        },
    )


def _document_bibtex(document: Document) -> str:
    known = document.citation
    where = document_address(known)
    return _entry(
        "article" if known.publication else "misc",
        document.name,
        {
            "author": known.author and f"{{{_latex(known.author)}}}",
            "title": f"{{{_latex(known.title or document.name)}}}",
            "journal": known.publication and _latex(known.publication),
            "volume": known.volume and _latex(known.volume),
            "number": known.issue and _latex(known.issue),
            "pages": known.pages and _latex(known.pages),
            "year": known.date and known.date[:4],
            "date": known.date,
            "doi": known.doi and known.doi.translate(_RAW),
            "url": where and where.translate(_RAW),
        },
    )


def _entry(kind: str, key: str, fields: Mapping[str, str | None]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}}}\n"


def _latex(text: str) -> str:
    return " ".join(text.split()).translate(_LATEX)


def _reference(document: Document) -> dict[str, Any]:
    known = document.citation
    fields: dict[str, Any] = {
        "type": "article" if known.publication else "generic",
        "title": known.title or document.name,
        "authors": [{"name": known.author}],
        "journal": known.publication,
        "volume": known.volume,
        "issue": known.issue,
        "pages": known.pages,
        "date-published": known.date,
        "doi": known.doi,
        "url": document_address(known),
        "languages": known.language and [known.language],
    }
    return {name: value for name, value in fields.items() if value}
