"""Descriptors: datapackage.json (v2) and the same account of one table inside its Parquet file.

A Parquet resource has no `type` and the format "Parquet" with a capital letter: the stock validator
then takes it as a file, whose bytes and hash it checks, and not as a table that it would misread.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from plainfigures.definitions import Dataset
from plainfigures.documents import Collection, Document
from plainfigures.packages.addresses import home
from plainfigures.packages.citations import cite_document, document_address, licence
from plainfigures.packages.layout import TableLayout

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_DIALECT = {
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}


def package_descriptor(
    dataset: Dataset,
    documents: Iterable[Document],
    collection: Collection,
    version: str,
    resources: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """The descriptor of a package, or of a part of it, with the resources given."""
    descriptor: dict[str, Any] = {
        "$schema": PROFILE,
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "version": version,
        "licenses": [licence(collection.data_licence)],
        "sources": [_source(document) for document in documents],
        "contributors": [_publisher(collection)],
        "resources": list(resources),
    }
    if dataset.keywords:
        descriptor["keywords"] = list(dataset.keywords)
    page = home(collection, dataset.name, version)
    if page:
        descriptor["homepage"] = page
    if not descriptor["sources"]:
        del descriptor["sources"]
    return descriptor


def csv_resource(table: TableLayout, data: bytes) -> dict[str, Any]:
    """The CSV form of a table: a tabular resource whose every constraint the validator enforces."""
    return {
        "name": table.name,
        "path": table.csv,
        "title": table.title,
        "description": table.description,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": dict(_DIALECT),
        "schema": table.table_schema(),
        **_fixity(data),
    }


def parquet_resource(table: TableLayout, data: bytes | None = None) -> dict[str, Any]:
    """The Parquet form of a table; without its bytes, as it stands inside the file itself."""
    return {
        "name": f"{table.name}-parquet",
        "path": table.parquet,
        "title": table.title,
        "description": table.description,
        "format": "Parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": table.table_schema(),
        **({} if data is None else _fixity(data)),
    }


def _fixity(data: bytes) -> dict[str, Any]:
    return {"bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}"}


def _source(document: Document) -> dict[str, Any]:
    where = document_address(document.citation)
    source: dict[str, Any] = {
        "title": cite_document(document),
        "document": document.name,
        "source_sha256": document.source_sha256,
        "text_sha256": document.text_sha256,
    }
    if where:
        source["path"] = where
    if document.citation.rights:
        source["rights"] = document.citation.rights
    return source


def _publisher(collection: Collection) -> dict[str, Any]:
    publisher: dict[str, Any] = {"title": collection.publisher, "roles": ["publisher"]}
    if collection.contact:
        kind = "path" if "://" in collection.contact else "email"
        publisher[kind] = collection.contact
    return publisher
