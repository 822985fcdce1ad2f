"""Packages: figures become rows, Arrow tables, CSV, Parquet, descriptors and checksums."""

from plainfigures.packages.accuracy import Accuracy, load_accuracy
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
    "Accuracy",
    "Package",
    "build_package",
    "catalog",
    "load_accuracy",
    "write",
]
