"""Packages: figures become rows, Arrow tables, CSV, Parquet, descriptors and checksums."""

from plainfigures.packages.catalog import CATALOG, catalog
from plainfigures.packages.checksums import CHECKSUMS
from plainfigures.packages.descriptor import DESCRIPTOR
from plainfigures.packages.package import CHANGELOG, FIRST_VERSION, Package, build_package, write

__all__ = [
    "CATALOG",
    "CHANGELOG",
    "CHECKSUMS",
    "DESCRIPTOR",
    "FIRST_VERSION",
    "Package",
    "build_package",
    "catalog",
    "write",
]
