"""The layout of a package: which tables it holds, with their columns and keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plainfigures.definitions import (
    Column,
    Dataset,
    Definitions,
    ForeignKey,
    arrow_schema,
    table_schema,
)
from plainfigures.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

MAIN = "main"
BESIDE = ("spans", "paragraphs", "documents", "anomalies")
# What only the package of all figures can account for.
ACCOUNTS = ("coverage", "decisions")
# Where every row of every main table stands.
_STANDING = (
    ForeignKey(("document",), "documents", ("document",)),
    ForeignKey(("document", "paragraph"), "paragraphs", ("document", "paragraph")),
)


@dataclass(frozen=True, slots=True)
class TableLayout:
    """One table: its name (that of the CSV resource and of both files), its words and its keys."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    main: str

    @property
    def csv(self) -> str:
        """The path of the CSV file."""
        return f"{self.name}.csv"

    @property
    def parquet(self) -> str:
        """The path of the Parquet file."""
        return f"{self.name}.parquet"

    def table_schema(self) -> dict[str, Any]:
        """The Table Schema, its foreign keys naming the resources of this package."""
        main = "" if self.name == self.main else self.main
        return table_schema(self.columns, self.primary_key, self.foreign_keys, {MAIN: main})

    def arrow_schema(self) -> "pa.Schema":
        """The Arrow schema of the same columns."""
        return arrow_schema(self.columns)


def layout(dataset: Dataset, definitions: Definitions) -> tuple[TableLayout, ...]:
    """The tables of a dataset's package: the main one, then those beside it."""
    keys = (*dataset.foreign_keys, *(key for key in _STANDING if key not in dataset.foreign_keys))
    main = TableLayout(
        name=dataset.table,
        title=dataset.title,
        description=dataset.row,
        columns=definitions.columns_of(dataset.name),
        primary_key=("figure_id",),
        foreign_keys=keys,
        main=dataset.table,
    )
    names: Sequence[str] = (*BESIDE, *ACCOUNTS) if dataset.holds_all else BESIDE
    return (main, *(_beside(name, dataset, definitions) for name in names))


def _beside(name: str, dataset: Dataset, definitions: Definitions) -> TableLayout:
    table = definitions.tables.get(name)
    if table is None:
        raise UsageError(f"fields.yaml: the table {name} is missing; define it under tables.")
    return TableLayout(
        name=table.name,
        title=table.title,
        description=table.description,
        columns=definitions.columns_of(table.name),
        primary_key=table.primary_key,
        foreign_keys=table.foreign_keys,
        main=dataset.table,
    )
