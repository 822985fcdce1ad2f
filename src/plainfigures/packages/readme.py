"""The README of a package, rendered from the definition and from what the package holds."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from plainfigures.definitions import Dataset, dictionary
from plainfigures.documents import Collection, Document
from plainfigures.packages.citations import cite_dataset, cite_document, licence
from plainfigures.packages.layout import TableLayout

_TEMPLATES = Path(__file__).parent / "templates"
_ADDRESS = re.compile(r"(https?://[^\s<>]*[^\s<>,.;)])")
_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


def readme(
    dataset: Dataset,
    tables: Sequence[TableLayout],
    documents: Iterable[Document],
    collection: Collection,
    version: str,
    counts: Mapping[str, int],
    corrected: int,
    example: Mapping[str, Any] | None,
    accuracy: Iterable[str],
    checks: Iterable[str],
) -> bytes:
    """Markdown in UTF-8; `example` is a row of the main table; `accuracy`, `checks`: sentences."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = plain
    environment.filters["cited"] = cited
    environment.filters["counted"] = _counted
    environment.filters["codes"] = _codes
    environment.filters["sentence"] = _sentence
    sources = [
        {
            "name": document.name,
            "citation": cite_document(document),
            "rights": document.citation.rights,
        }
        for document in documents
    ]
    text = environment.get_template("README.md.j2").render(
        dataset=dataset,
        tables=tables,
        main=tables[0],
        columns={table.name: dictionary(table.columns) for table in tables},
        documents=sources,
        counts=counts,
        rows=counts[tables[0].name],
        corrected=corrected,
        example=example,
        citation=cite_dataset(dataset, version, collection),
        licence=licence(collection.data_licence),
        version=version,
        accuracy=list(accuracy),
        checks=list(checks),
    )
    return re.sub(r"\n{3,}", "\n\n", text).encode()


def plain(text: str) -> str:
    """Text as one line of Markdown that shows it as it is: no mark-up, no tag, no table border.

    A word between backticks is left as code.
    """
    parts = " ".join(text.split()).split("`")
    if len(parts) % 2 == 0:
        return _MARKS.sub(r"\\\1", "`".join(parts))
    return "`".join(
        part.replace("|", r"\|") if index % 2 else _MARKS.sub(r"\\\1", part)
        for index, part in enumerate(parts)
    )


def cited(text: str) -> str:
    """A citation as Markdown: plain text, its web addresses as links."""
    parts = _ADDRESS.split(" ".join(text.split()))
    return "".join(
        f"<{part}>" if index % 2 else _MARKS.sub(r"\\\1", part) for index, part in enumerate(parts)
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _codes(names: str) -> str:
    """Names joined by commas, each as code."""
    return ", ".join(f"`{name}`" for name in names.split(", ") if name)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
