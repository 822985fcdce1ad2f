"""A package: all files of a dataset, from its tables to its checksums, as bytes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plainfigures.definitions import Dataset, Definitions
from plainfigures.documents import Collection, Document
from plainfigures.errors import TargetError, UsageError
from plainfigures.figures import Reading
from plainfigures.packages.accuracy import Accuracy, accuracy_sentences
from plainfigures.packages.canonical_json import compact, pretty
from plainfigures.packages.checksums import CHECKSUMS, checksums
from plainfigures.packages.citation_files import (
    BIBTEX,
    CFF,
    bibtex,
    citation_cff,
    dataset_bibtex,
)
from plainfigures.packages.citations import licence
from plainfigures.packages.croissant import CROISSANT, croissant
from plainfigures.packages.csv_table import csv_bytes
from plainfigures.packages.descriptor import (
    DESCRIPTOR,
    csv_resource,
    package_descriptor,
    parquet_resource,
)
from plainfigures.packages.layout import layout
from plainfigures.packages.parquet import METADATA_KEY, parquet_bytes
from plainfigures.packages.readme import readme
from plainfigures.packages.rows import TABLES, corrected, document_rows, figure_rows
from plainfigures.packages.tables import arrow_table

CHANGELOG = "CHANGELOG.md"
FIRST_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class Package:
    """A built package: `files` by their path in it, `counts` the rows of each table.

    `corrected` rows of the main table stand by a correction.
    """

    name: str
    title: str
    description: str
    version: str
    licence: Mapping[str, str]
    table: str
    files: Mapping[str, bytes]
    counts: Mapping[str, int]
    corrected: int

    @property
    def rows(self) -> int:
        """The number of rows of the main table."""
        return self.counts[self.table]


def build_package(
    name: str,
    readings: Iterable[Reading],
    definitions: Definitions,
    collection: Collection,
    version: str = FIRST_VERSION,
    changelog: bytes | None = None,
    checks: Iterable[str] = (),
    accuracy: Accuracy = (),
) -> Package:
    """Build the package of a dataset from the readings of all documents.

    `changelog` is CHANGELOG.md; without it, this is the first version. `checks` are sentences on
    what the gates found, for the README, and `accuracy` is what was measured of the reader; neither
    enters any other file but the checksums. Raises UsageError for a dataset that is not defined.
    """
    dataset = definitions.datasets.get(name)
    if dataset is None:
        known = ", ".join(definitions.datasets)
        raise UsageError(f"{name}: there is no such dataset; defined are {known}.")
    read = sorted(readings, key=lambda reading: reading.document.name)
    cited = {row["document"] for row in document_rows(dataset, read)}
    documents = [reading.document for reading in read if reading.document.name in cited]
    tables = layout(dataset, definitions)

    files: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    resources: list[dict[str, Any]] = []
    example: dict[str, Any] | None = None
    for table in tables:
        rows = TABLES.get(table.name, figure_rows)(dataset, read)
        arrow = arrow_table(table.arrow_schema(), rows)
        cells = arrow.to_pylist()
        files[table.csv] = csv_bytes(arrow.column_names, cells)
        inside = package_descriptor(
            dataset, documents, collection, version, [parquet_resource(table)]
        )
        files[table.parquet] = parquet_bytes(arrow, {METADATA_KEY: compact(inside)})
        counts[table.name] = len(cells)
        resources.append(csv_resource(table, files[table.csv]))
        resources.append(parquet_resource(table, files[table.parquet]))
        if table.name == dataset.table and cells:
            example = next((row for row in cells if _says_what(row)), cells[0])

    stand = sum(len(corrected(dataset, reading)) for reading in read)
    described = package_descriptor(dataset, documents, collection, version, resources)
    files[DESCRIPTOR] = pretty(described)
    files[CROISSANT] = pretty(
        croissant(
            dataset=dataset,
            measures=definitions.measures_of(name),
            tables=tables,
            documents=documents,
            collection=collection,
            version=version,
            files=files,
            cite_as=dataset_bibtex(dataset, collection, version),
        )
    )
    files[CFF] = citation_cff(dataset, documents, collection, version)
    files[BIBTEX] = bibtex(dataset, documents, collection, version)
    files[CHANGELOG] = changelog or _first_changelog(
        dataset, version, counts[dataset.table], documents
    )
    files["README.md"] = readme(
        dataset=dataset,
        tables=tables,
        documents=documents,
        collection=collection,
        version=version,
        counts=counts,
        corrected=stand,
        example=example,
        accuracy=accuracy_sentences(accuracy, name),
        checks=checks,
    )
    files[CHECKSUMS] = checksums(files)
    return Package(
        name=dataset.name,
        title=dataset.title,
        description=dataset.description,
        version=version,
        licence=licence(collection.data_licence),
        table=dataset.table,
        files=dict(sorted(files.items())),
        counts=counts,
        corrected=stand,
    )


def write(package: Package, folder: Path) -> None:
    """Write the files of a package into its folder; TargetError where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in package.files.items():
            (folder / path).write_bytes(data)
    except OSError as error:
        raise TargetError(
            f"{folder}: cannot be written ({error.strerror}); "
            "make room there, or make it writable, and build again."
        ) from None


def _says_what(row: Mapping[str, Any]) -> bool:
    """Whether the quote of a row holds the noun that it counts, so that it tells without more."""
    counted = row["counted"]
    return bool(counted) and counted in row["quote"]


def _first_changelog(dataset: Dataset, version: str, rows: int, documents: list[Document]) -> bytes:
    row, document = (
        "row" if rows == 1 else "rows",
        "document" if len(documents) == 1 else "documents",
    )
    return (
        f"# Changelog of {dataset.title}\n\n## {version}\n\n"
        f"The first version: {rows} {row} from {len(documents)} {document}.\n"
    ).encode()
