"""Comparison: one package against another of the same dataset, all that they hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from plainfigures.errors import UsageError
from plainfigures.releases.accounts import Reasons
from plainfigures.releases.alignment import align, repeated, row_keys
from plainfigures.releases.columns import (
    Pairing,
    compare_columns,
    pair_columns,
    rename_candidates,
)
from plainfigures.releases.descriptors import compare_descriptors
from plainfigures.releases.difference import Change, NotCompared, PackageDiff, TableRows
from plainfigures.releases.encodings import compare_files
from plainfigures.releases.opened import OpenedPackage, OpenedTable
from plainfigures.releases.reasons import Incomparable, Reason, Withdrawal
from plainfigures.releases.rows import Renames, RowsFound, Why, compare_rows, no_records
from plainfigures.releases.stated import StatedRow, replacements

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(slots=True)
class _Findings:
    """What is gathered table by table."""

    changes: list[Change] = field(default_factory=list)
    tables: list[TableRows] = field(default_factory=list)
    not_compared: list[NotCompared] = field(default_factory=list)
    records: list["pa.Table"] = field(default_factory=list)
    equal_tables: set[str] = field(default_factory=set)
    ids: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, StatedRow] = field(default_factory=dict)
    come: Mapping[str, StatedRow] = field(default_factory=dict)


def compare(
    old: OpenedPackage,
    new: OpenedPackage,
    account: Reasons | None = None,
    reworded: frozenset[str] = frozenset(),
) -> PackageDiff:
    """Compare two packages of one dataset; UsageError where they are of two.

    `account` tells why rows are gone. `reworded` are columns (`<table>.<column>`) whose changed
    description does not change what they mean, as a maintainer has put on record.
    """
    import pyarrow as pa

    if old.name != new.name:
        raise UsageError(
            f"{old.folder} is {old.name} and {new.folder} is {new.name}; only packages of one "
            "dataset can be compared"
        )
    found = _Findings()
    documents = _Documents(old, new)
    for name in old.tables:
        if name not in new.tables:
            found.changes.append(Change(Reason.TABLE_REMOVED, name))
            found.tables.append(TableRows(name, _count(old, name), None, {}))
    for name, table in new.tables.items():
        if name not in old.tables:
            found.changes.append(Change(Reason.TABLE_ADDED, name))
            found.tables.append(TableRows(name, None, _count(new, name), {}))
            continue
        main = table == new.main
        why = documents.why(account) if main else None
        _compare_tables(old, new, old.tables[name], table, documents.renamed, why, found)
    found.changes += compare_descriptors(old, new)
    found.changes += compare_files(old, new, frozenset(found.equal_tables))
    diff = PackageDiff(
        dataset=new.name,
        title=str(new.descriptor.get("title", new.name)),
        version_before=old.version,
        version=new.version,
        main=new.main.name,
        equal=old.files == new.files,
        changes=tuple(sorted((_as_meant(each, reworded) for each in found.changes), key=_order)),
        tables=tuple(found.tables),
        not_compared=tuple(found.not_compared),
        rows=pa.concat_tables([no_records(), *found.records]).combine_chunks(),
        gone=found.gone,
        come=found.come,
        replaced=replacements(found.gone.values(), found.come.values()),
    )
    if diff.equal or diff.reasons or old.version != new.version:
        return diff
    # Something differs that nothing above can name: the same said in other bytes.
    paths = [
        path for path in {**old.files, **new.files} if old.files.get(path) != new.files.get(path)
    ]
    return replace(diff, changes=tuple(Change(Reason.RE_ENCODED, path) for path in sorted(paths)))


class _Documents:
    """The documents of two packages: which was renamed, and what text each had."""

    def __init__(self, old: OpenedPackage, new: OpenedPackage) -> None:
        self.texts = _texts(old)
        now = _texts(new)
        by_text = {text: name for name, text in now.items() if name not in self.texts}
        self.renamed = {
            name: by_text[text]
            for name, text in self.texts.items()
            if name not in now and text in by_text
        }

    def why(self, account: Reasons | None) -> Why:
        """The function that tells why a row of the main table is gone."""

        def tell(figure_id: str, document: str) -> tuple[Withdrawal, str]:
            if account is None:
                return Withdrawal.UNKNOWN, "no account of the reading is at hand"
            return account.why(figure_id, document, self.texts.get(document))

        return tell


def _texts(package: OpenedPackage) -> dict[str, str]:
    """The sha256 of the text of each document, by name; none where they cannot be read."""
    try:
        table = package.read("documents")
        columns = (table.column(name).to_pylist() for name in ("document", "text_sha256"))
        return dict(zip(*columns, strict=True))
    except (KeyError, ValueError):
        return {}


def _compare_tables(
    old: OpenedPackage,
    new: OpenedPackage,
    was: OpenedTable,
    now: OpenedTable,
    renamed_documents: Mapping[str, str],
    why: Why | None,
    found: _Findings,
) -> None:
    """Compare one table that both packages have, and add to what was found."""
    name = now.name
    if was.schema == now.schema and _same_bytes(old, new, was, now):
        count = _count(new, name)
        found.tables.append(TableRows(name, count, count, {}))
        return
    try:
        before, after = old.read(name), new.read(name)
    except ValueError as error:
        found.changes += compare_columns(was, now, pair_columns(was, now, {}))
        found.not_compared.append(NotCompared(name, Incomparable.UNREADABLE, str(error)))
        found.tables.append(TableRows(name, None, None, {}))
        return
    pairing = pair_columns(was, now, _renamed(was, now, before, after))
    found.changes += compare_columns(was, now, pairing)
    before = before.rename_columns(
        [pairing.by_old.get(column, column) for column in before.column_names]
    )
    for column in pairing.columns:
        types = [str(each.schema.field(column).type) for each in (before, after)]
        if types[0] != types[1]:
            words = f"it was {types[0]} and is {types[1]}"
            found.not_compared.append(
                NotCompared(f"{name}.{column}", Incomparable.COLUMN_RETYPED, words)
            )
    hindrance = _hindrance(was, now, pairing, before, after)
    if hindrance is not None:
        found.not_compared.append(NotCompared(name, *hindrance))
        found.tables.append(TableRows(name, len(before), len(after), {}))
        return
    renames = Renames(renamed_documents, found.ids)
    rows = compare_rows(name, before, after, now.key, renames, why)
    same_columns = not pairing.renamed and before.schema.equals(after.schema)
    _add(found, name, before, after, rows, same_columns)


def _add(
    found: _Findings,
    name: str,
    before: "pa.Table",
    after: "pa.Table",
    rows: RowsFound,
    same_columns: bool,
) -> None:
    found.ids = {**found.ids, **rows.ids}
    found.records.append(rows.records)
    found.gone = {**found.gone, **rows.gone}
    found.come = {**found.come, **rows.come}
    found.tables.append(
        TableRows(name, len(before), len(after), rows.counts, reordered=rows.reordered)
    )
    if same_columns and not any(rows.counts.values()) and not rows.reordered:
        found.equal_tables.add(name)


def _hindrance(
    was: OpenedTable, now: OpenedTable, pairing: Pairing, before: "pa.Table", after: "pa.Table"
) -> tuple[Incomparable, str] | None:
    """Why the rows cannot be told apart; None where they can."""
    if not now.key or not was.key:
        return Incomparable.NO_KEY, "it has no primary key"
    if tuple(pairing.by_old.get(name, name) for name in was.key) != now.key:
        return Incomparable.KEY_CHANGED, "it has another primary key"
    for table in (before, after):
        twice = repeated(row_keys(table, now.key))
        if twice is not None:
            return Incomparable.KEY_REPEATED, "a key stands more than once in it"
    return None


def _renamed(
    was: OpenedTable, now: OpenedTable, before: "pa.Table", after: "pa.Table"
) -> dict[str, str]:
    """Old names by new ones of columns that mean the same, or say the same in every row."""
    renamed: dict[str, str] = {}
    for gone, come in rename_candidates(was, now):
        old, new = gone["name"], come["name"]
        if new in renamed or old in renamed.values():
            continue
        same = gone.get("description") == come.get("description") is not None
        if same or _same_cells(was, now, before, after, old, new):
            renamed[new] = old
    return renamed


def _same_cells(
    was: OpenedTable, now: OpenedTable, before: "pa.Table", after: "pa.Table", old: str, new: str
) -> bool:
    if not now.key or was.key != now.key or new in now.key:
        return False
    rows = align(row_keys(before, was.key), row_keys(after, now.key))
    cells = before.column(old).take(rows.before), after.column(new).take(rows.now)
    return bool(cells[0].equals(cells[1]) and cells[0].null_count < len(cells[0]))


def _same_bytes(old: OpenedPackage, new: OpenedPackage, was: OpenedTable, now: OpenedTable) -> bool:
    return all(
        old.files[one] == new.files[other]
        for one, other in ((was.csv, now.csv), (was.parquet, now.parquet))
    )


def _count(package: OpenedPackage, table: str) -> int | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        path = package.folder / package.tables[table].parquet
        return int(pq.read_metadata(path).num_rows)
    except (OSError, pa.ArrowException):
        return None


def _as_meant(change: Change, reworded: frozenset[str]) -> Change:
    if change.reason is Reason.MEANING_CHANGED and change.place.split(" ")[0] in reworded:
        return Change(Reason.WORDS_CHANGED, change.place, change.was, change.now)
    return change


def _order(change: Change) -> tuple[int, str, str]:
    return list(Reason).index(change.reason), change.place, change.was or ""
