"""The definitions in schemas/: columns, datasets, measures and the words that trigger them."""

from plainfigures.definitions.loader import load, schemas_folder
from plainfigures.definitions.model import (
    Category,
    Column,
    Dataset,
    Definitions,
    ForeignKey,
    Listing,
    Measure,
    ReaderChoice,
    TableDefinition,
)
from plainfigures.definitions.rendering import arrow_schema, dictionary, table_schema

__all__ = [
    "Category",
    "Column",
    "Dataset",
    "Definitions",
    "ForeignKey",
    "Listing",
    "Measure",
    "ReaderChoice",
    "TableDefinition",
    "arrow_schema",
    "dictionary",
    "load",
    "schemas_folder",
    "table_schema",
]
