"""The proof of one figure: its words, every place where it stands, and the document."""

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from plainfigures.client.loading import read_table
from plainfigures.client.manifests import Manifest
from plainfigures.client.releases import Releases, open_releases
from plainfigures.client.settings import Settings
from plainfigures.client.versions import LATEST, Wanted
from plainfigures.errors import ReleaseError, UsageError


@dataclass(frozen=True, slots=True)
class Span:
    """A place of a figure: offsets in code points of the document's text, the end exclusive.

    `prefix` and `suffix` are the text before and after the quote; with it they stand once in the
    document.
    """

    paragraph: int
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a figure stands on, of the release that is named.

    `text` is the paragraph as written and begins at the offset `text_start` of the document; the
    first span is that of the figure, further ones repeat it. `document` is the row of the table
    `documents`: citation, rights and checksums. What is not known in it is None.
    """

    figure_id: str
    quote: str
    sentence: str
    paragraph: int
    text: str
    text_start: int
    spans: tuple[Span, ...]
    document: Mapping[str, Any]
    decision: str | None
    dataset: str
    version: str


def provenance(
    figure_id: str,
    dataset: str = "reading",
    version: str = LATEST,
    *,
    source: str | os.PathLike[str] | None = None,
    manifest_sha256: str | None = None,
    settings: Settings | None = None,
) -> Provenance:
    """The proof of a figure, from the dataset that has all of them or from the one named.

    `manifest_sha256` pins every file that it is taken from, as that of `load` does.

    Raises UsageError where there is no such figure, else as `load` does.
    """
    wanted = Wanted.of(version)
    releases = open_releases(source, settings)
    manifest = releases.resolve(dataset, wanted, manifest_sha256)
    try:
        return _proof(releases, manifest, wanted, figure_id)
    except KeyError as error:
        raise ReleaseError(
            f"{dataset} {manifest.version}: has no column {error}, which a proof is made of; take "
            "a version of another form, or a newer plainfigures."
        ) from None


def _proof(releases: Releases, manifest: Manifest, wanted: Wanted, figure_id: str) -> Provenance:
    dataset = manifest.dataset

    def rows(table: str, **cells: object) -> list[dict[str, Any]]:
        return _rows(read_table(releases, manifest, table, wanted.text), cells)

    found = rows(manifest.main, figure_id=figure_id)
    if not found:
        table = read_table(releases, manifest, manifest.main, wanted.text)
        near = difflib.get_close_matches(figure_id, table.column("figure_id").to_pylist(), 1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(f"{dataset} {manifest.version}: has no figure {figure_id!r}.{hint}")
    row = found[0]
    document, paragraph = row["document"], row["paragraph"]
    paragraphs = rows("paragraphs", document=document, paragraph=paragraph)
    documents = rows("documents", document=document)
    spans = sorted(rows("spans", figure_id=figure_id), key=lambda each: each["span"])
    if not (paragraphs and documents and spans):
        raise ReleaseError(
            f"{dataset} {manifest.version}: lacks the paragraph, document or spans of {figure_id}; "
            "tell the publisher."
        )
    text, first = paragraphs[0]["text"], paragraphs[0]["start"]
    if text[row["start"] - first : row["end"] - first] != row["quote"]:
        raise ReleaseError(
            f"{dataset} {manifest.version}: the quote of {figure_id} is not what its paragraph "
            "says there; tell the publisher."
        )
    return Provenance(
        figure_id=figure_id,
        quote=row["quote"],
        sentence=row["sentence"],
        paragraph=paragraph,
        text=text,
        text_start=first,
        spans=tuple(Span(**{name: each[name] for name in Span.__slots__}) for each in spans),
        document=MappingProxyType(documents[0]),
        decision=row["decision"],
        dataset=dataset,
        version=str(manifest.version),
    )


def _rows(table: Any, cells: Mapping[str, object]) -> list[dict[str, Any]]:
    """The rows of a table that have these cells."""
    import pyarrow.compute as pc

    for name, cell in cells.items():
        if name not in table.column_names:
            raise KeyError(name)
        table = table.filter(pc.equal(table.column(name), cell))
    found: list[dict[str, Any]] = table.to_pylist()
    return found
