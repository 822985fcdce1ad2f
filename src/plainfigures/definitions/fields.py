"""schemas/fields.yaml: every column, the blocks they stand in, the tables beside the main one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from plainfigures import strict_yaml
from plainfigures.definitions.columns import (
    TYPES,
    check_column,
    known_columns,
    one_of,
    read_categories,
    read_column,
    read_example,
    with_constraints,
)
from plainfigures.definitions.model import MAIN_TABLE, Column, ForeignKey, TableDefinition
from plainfigures.strict_yaml import Key, Yaml

_TABLE_KEYS: Final = (
    "title",
    "description",
    "columns",
    "primary_key",
    "foreign_keys",
    "differences",
)


@dataclass(frozen=True, slots=True)
class Fields:
    """What fields.yaml holds, checked."""

    yaml: Yaml
    columns: dict[str, Column]
    stated: tuple[str, ...]
    where: tuple[str, ...]
    tables: dict[str, TableDefinition]


def load_fields(path: Path) -> Fields:
    """Read and check fields.yaml; UsageError names file, line and remedy."""
    yaml = strict_yaml.load(path)
    yaml.check_keys((), ("columns", "blocks", "tables"))
    yaml.check_keys(("blocks",), ("stated", "where"))
    columns = {name: read_column(yaml, ("columns", name), name) for name in yaml.mapping("columns")}
    stated = known_columns(yaml, ("blocks", "stated"), columns)
    where = known_columns(yaml, ("blocks", "where"), columns)
    for name in where:
        if name in stated:
            yaml.fail(("blocks", "where"), f"the column {name!r} stands in both blocks.")
    tables = {name: _table(yaml, name, columns) for name in yaml.mapping("tables")}
    for name, table in tables.items():
        for index, key in enumerate(table.foreign_keys):
            check_foreign_key(yaml, ("tables", name, "foreign_keys", index), key, tables)
    return Fields(yaml, columns, stated, where, tables)


def foreign_key(yaml: Yaml, keys: tuple[Key, ...]) -> ForeignKey:
    """One foreign key: {columns, table, references}; without references they are the columns."""
    yaml.check_keys(keys, ("columns", "table", "references"))
    columns = yaml.texts(*keys, "columns")
    references = yaml.texts(*keys, "references") or columns
    if not columns or len(columns) != len(references):
        yaml.fail(keys, "a foreign key needs as many references as columns, one at least.")
    return ForeignKey(columns, yaml.text(*keys, "table"), references)


def check_foreign_key(
    yaml: Yaml, keys: tuple[Key, ...], key: ForeignKey, tables: Mapping[str, TableDefinition]
) -> None:
    """Refuse a foreign key to a table or column that does not exist."""
    if key.table == MAIN_TABLE:
        return
    table = tables.get(key.table)
    if table is None:
        names = ", ".join((MAIN_TABLE, *tables))
        yaml.fail(keys, f"unknown table {key.table!r} in a foreign key; there are {names}.")
    for column in key.references:
        if column not in table.columns:
            yaml.fail(keys, f"the table {key.table} has no column {column!r}; correct the key.")


def _table(yaml: Yaml, name: str, columns: Mapping[str, Column]) -> TableDefinition:
    keys = ("tables", name)
    yaml.check_keys(keys, _TABLE_KEYS)
    names = known_columns(yaml, (*keys, "columns"), columns)
    primary_key = yaml.texts(*keys, "primary_key")
    differences = {}
    for column in yaml.mapping(*keys, "differences"):
        if column not in names:
            yaml.fail((*keys, "differences", column), f"the table {name} has no such column.")
        differences[column] = _different(yaml, (*keys, "differences", column), columns[column])
    foreign_keys = tuple(
        foreign_key(yaml, (*keys, "foreign_keys", index))
        for index in range(len(yaml.items(*keys, "foreign_keys")))
    )
    for column in (*primary_key, *(column for key in foreign_keys for column in key.columns)):
        if column not in names:
            yaml.fail(keys, f"the table {name} has no column {column!r} for its keys.")
    return TableDefinition(
        name=name,
        title=yaml.text(*keys, "title"),
        description=yaml.text(*keys, "description"),
        columns=names,
        primary_key=primary_key,
        foreign_keys=foreign_keys,
        differences=differences,
    )


def _different(yaml: Yaml, keys: tuple[Key, ...], column: Column) -> Column:
    given = yaml.check_keys(
        keys, ("title", "description", "type", "categories", "example", "constraints")
    )
    if "title" in given:
        column = replace(column, title=yaml.text(*keys, "title"))
    if "description" in given:
        column = replace(column, description=yaml.text(*keys, "description"))
    if "type" in given:
        column = replace(column, type=one_of(yaml, (*keys, "type"), TYPES))
    if "categories" in given:
        column = replace(column, categories=read_categories(yaml, (*keys, "categories")))
    if "example" in given:
        column = replace(column, example=read_example(yaml, (*keys, "example")))
    column = with_constraints(yaml, keys, column)
    check_column(yaml, keys, column)
    return column
