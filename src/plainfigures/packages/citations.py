"""Citations: how a document and a dataset are cited, and under which terms they stand."""

from plainfigures.definitions import Dataset
from plainfigures.documents import Citation, Collection, Document
from plainfigures.packages.addresses import home

_LICENCES = {
    "CC-BY-4.0": (
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "CC-BY-SA-4.0": (
        "Creative Commons Attribution Share-Alike 4.0 International",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    "CC0-1.0": (
        "Creative Commons Zero 1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
}


def licence(name: str) -> dict[str, str]:
    """A licence as a descriptor states it, from its SPDX name."""
    title, address = _LICENCES.get(name, (name, f"https://spdx.org/licenses/{name}.html"))
    return {"name": name, "title": title, "path": address}


def cite_document(document: Document) -> str:
    """The document in one line: author, title, publication, date and where it is found.

    What is not known is left out; a document without a known title goes by its name.
    """
    known = document.citation
    parts = [
        known.author,
        f"“{known.title}”" if known.title else document.name,
        known.publication,
        f"vol. {known.volume}" if known.volume else None,
        f"no. {known.issue}" if known.issue else None,
        known.date,
        f"pp. {known.pages}" if known.pages else None,
        document_address(known),
    ]
    return ", ".join(part for part in parts if part)


def cite_dataset(dataset: Dataset, version: str, collection: Collection) -> str:
    """The data in one line: publisher, title, version, collection, address, licence."""
    parts = [
        collection.publisher,
        f"“{dataset.title}”",
        f"version {version}",
        None if collection.title == collection.publisher else collection.title,
        home(collection, dataset.name, version),
        collection.data_licence,
    ]
    return ", ".join(part for part in parts if part)


def document_address(citation: Citation) -> str | None:
    """Where a document is found: by its DOI, else its web address; None if neither is known."""
    return f"https://doi.org/{citation.doi}" if citation.doi else citation.address
