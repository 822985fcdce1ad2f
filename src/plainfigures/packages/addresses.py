"""Addresses: where the files of a release lie, once the collection has a base address."""

from plainfigures.documents import Collection


def address(collection: Collection, dataset: str, version: str, path: str) -> str:
    """The address of a file of a release: absolute below the base address, else relative.

    A relative one is the path itself and holds for whoever has the package; none is invented.
    """
    if collection.base_address is None:
        return path
    return f"{collection.base_address}/{dataset}/{version}/{path}"


def home(collection: Collection, dataset: str, version: str) -> str | None:
    """Where people read about a release: its README; None without a base address."""
    if collection.base_address is None:
        return None
    return address(collection, dataset, version, "README.md")
