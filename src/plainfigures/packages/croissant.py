"""Croissant: the package as JSON-LD, a schema.org Dataset that search engines and loaders read.

The context is the one of Croissant 1.1, with schema.org under https, as its own validator demands
it. Every table that quotes has an annotation that leads each record to its place in the document
(`prov:wasQuotedFrom`). The day of publication is not known to a build and stands in the index of
releases.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from plainfigures.definitions import Dataset, Measure
from plainfigures.documents import Collection, Document
from plainfigures.packages.addresses import address
from plainfigures.packages.citations import cite_document, document_address, licence
from plainfigures.packages.layout import TableLayout

CROISSANT: Final = "croissant.json"
CONFORMS_TO: Final = "http://mlcommons.org/croissant/1.1"
_TYPES: Final = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
}
# The columns that hold words of a document, and how the vocabulary of Web Annotation calls them and
# what bounds them.
_QUOTED: Final = ("quote", "token", "text")
_SELECTORS: Final = {
    "start": "oa:start",
    "end": "oa:end",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
}
_CONTEXT: Final[dict[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "annotation": "cr:annotation",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "excludes": "cr:excludes",
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "oa": "http://www.w3.org/ns/oa#",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "prov": "http://www.w3.org/ns/prov#",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "readLines": "cr:readLines",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "sdVersion": "cr:sdVersion",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
    "unArchive": "cr:unArchive",
}


def croissant(
    dataset: Dataset,
    measures: Iterable[Measure],
    tables: Sequence[TableLayout],
    documents: Iterable[Document],
    collection: Collection,
    version: str,
    files: Mapping[str, bytes],
    cite_as: str,
) -> dict[str, Any]:
    """The JSON-LD of a package; `files` holds the tables, `cite_as` is its BibTeX."""

    def at(path: str) -> str:
        return address(collection, dataset.name, version, path)

    cited = list(documents)
    publisher = _publisher(collection)
    described: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "identifier": dataset.name,
        "name": dataset.title,
        "description": dataset.description,
        "version": version,
        "license": licence(collection.data_licence)["path"],
        "url": at("README.md"),
        "creator": publisher,
        "publisher": publisher,
        "citeAs": cite_as,
        "isAccessibleForFree": True,
        "isLiveDataset": False,
        "includedInDataCatalog": _catalog(collection),
        "variableMeasured": [_variable(measure) for measure in measures],
        "distribution": [
            _file(table, path, at(path), files[path])
            for table in tables
            for path in (table.csv, table.parquet)
        ],
        "recordSet": [_record_set(table) for table in tables],
    }
    languages = sorted({each.citation.language for each in cited if each.citation.language})
    optional: dict[str, list[Any]] = {
        "keywords": list(dataset.keywords),
        "inLanguage": languages,
        "isBasedOn": [_work(document) for document in cited],
    }
    return described | {name: values for name, values in optional.items() if values}


def _publisher(collection: Collection) -> dict[str, Any]:
    publisher: dict[str, Any] = {"@type": "sc:Organization", "name": collection.publisher}
    if collection.contact:
        publisher["url" if "://" in collection.contact else "email"] = collection.contact
    return publisher


def _catalog(collection: Collection) -> dict[str, Any]:
    whole: dict[str, Any] = {"@type": "sc:DataCatalog", "name": collection.title}
    if collection.base_address:
        whole["url"] = collection.base_address
    return whole


def _variable(measure: Measure) -> dict[str, Any]:
    return {
        "@type": "sc:PropertyValue",
        "name": measure.name,
        "description": measure.description,
        "unitText": ", ".join(measure.units),
    }


def _work(document: Document) -> dict[str, Any]:
    """A document as the work that the data is based on; what is not known of it is left out."""
    known = document.citation
    work: dict[str, Any] = {
        "@type": ["sc:CreativeWork", "prov:Entity"],
        "identifier": document.name,
        "name": known.title or document.name,
        "citation": cite_document(document),
        "sha256": document.source_sha256,
    }
    optional: dict[str, Any] = {
        "author": known.author and {"@type": "sc:Person", "name": known.author},
        "isPartOf": known.publication and {"@type": "sc:CreativeWork", "name": known.publication},
        "datePublished": known.date,
        "inLanguage": known.language,
        "url": document_address(known),
        "usageInfo": known.rights,
    }
    return work | {name: value for name, value in optional.items() if value}


def _file(table: TableLayout, path: str, place: str, data: bytes) -> dict[str, Any]:
    text = path == table.csv
    # The loaders of Croissant know Parquet by the name that it had before it was registered.
    parquet = ["application/vnd.apache.parquet", "application/x-parquet"]
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "description": f"{table.title}, as {'CSV' if text else 'Parquet'}.",
        "contentUrl": place,
        "contentSize": f"{len(data)} B",
        "encodingFormat": "text/csv" if text else parquet,
        "sha256": sha256(data).hexdigest(),
    }


def _record_set(table: TableLayout) -> dict[str, Any]:
    fields = []
    for column in table.columns:
        field = {
            "@type": "cr:Field",
            "@id": f"{table.name}/{column.name}",
            "name": column.name,
            "description": column.description,
            "dataType": _TYPES[column.type],
            "source": _source(table, column.name),
        }
        if column.unit:
            field["unitText"] = column.unit
        fields.append(field)
    whole = {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{column}"} for column in table.primary_key],
        "field": fields,
    }
    annotation = _quotation(table)
    return whole | ({"annotation": annotation} if annotation else {})


def _source(table: TableLayout, column: str) -> dict[str, Any]:
    return {"fileObject": {"@id": table.parquet}, "extract": {"column": column}}


def _quotation(table: TableLayout) -> dict[str, Any] | None:
    """Where the words of a record stand: document, paragraph, place and the words themselves."""
    columns = {column.name: column for column in table.columns}
    quoted = next((name for name in _QUOTED if name in columns), None)
    if quoted is None or "start" not in columns:
        return None
    place = f"{table.name}/quoted_from"
    parts = {
        "document": "prov:hadPrimarySource",
        "paragraph": None,
        **_SELECTORS,
        quoted: "oa:exact",
    }
    fields = []
    for name, same in parts.items():
        if name in columns:
            field = {
                "@type": "cr:Field",
                "@id": f"{place}/{name}",
                "description": columns[name].description,
                "dataType": _TYPES[columns[name].type],
                "source": _source(table, name),
            }
            fields.append(field | ({"equivalentProperty": same} if same else {}))
    return {
        "@type": "cr:Field",
        "@id": place,
        "description": "The place in the document whose words the record gives.",
        "dataType": "prov:Entity",
        "equivalentProperty": "prov:wasQuotedFrom",
        "subField": fields,
    }
