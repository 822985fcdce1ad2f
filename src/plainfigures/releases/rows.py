"""Rows: which rows of a table are gone, come, changed or only moved, and their cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plainfigures.packages.changes import PLACES
from plainfigures.packages.csv_table import number_text
from plainfigures.releases.alignment import (
    Alignment,
    align,
    align_by_words,
    row_keys,
    then,
    whole_column,
)
from plainfigures.releases.arrays import flags, no_text, same_text, text_array
from plainfigures.releases.difference import ROW_COLUMNS
from plainfigures.releases.identity import reidentify, renamed_cells
from plainfigures.releases.reasons import RowChange, Withdrawal
from plainfigures.releases.stated import StatedRow, stated_rows

if TYPE_CHECKING:
    import pyarrow as pa

# Columns that name figures by their id.
_IDS = ("figure_id", "part_of", "same_as")

# Why a row of the main table is gone: figure_id and document in, a reason and its words out.
Why = Callable[[str, str], tuple[Withdrawal, str]]


@dataclass(frozen=True, slots=True)
class RowsFound:
    """What became of the rows of one table; `ids` has new ids by old ones.

    `gone` and `come` are what withdrawn and added figures of the main table state, by id.
    """

    counts: Mapping[RowChange, int]
    reordered: bool
    records: "pa.Table"
    ids: Mapping[str, str]
    gone: Mapping[str, StatedRow] = field(default_factory=dict)
    come: Mapping[str, StatedRow] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Renames:
    """New names by old ones: of documents, and of figures."""

    documents: Mapping[str, str]
    ids: Mapping[str, str]


def compare_rows(
    name: str,
    old: "pa.Table",
    new: "pa.Table",
    key: Sequence[str],
    renames: Renames,
    why: Why | None,
) -> RowsFound:
    """Compare two tables whose columns have one name where they are one, by a key of both.

    `why` is given for the main table alone: its rows may be found again under another id.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    old, new = old.combine_chunks(), new.combine_chunks()
    columns = [each for each in new.column_names if _comparable(each, old, new)]
    old = renamed_cells(old, _IDS, renames.ids)
    alignment = _align(old, new, key, columns)
    sure = len(alignment.before)
    ids: dict[str, str] = {}
    figures = why is not None and tuple(key) == ("figure_id",)
    if figures:
        alignment = reidentify(old, new, alignment, renames.documents)
        ids = _ids(old, new, alignment, sure)
        old = renamed_cells(old, _IDS[1:], ids)
    found = len(alignment.before)
    again = pa.concat_arrays([flags(False, sure), flags(True, found - sure)])
    differing = {each: _differs(old, new, each, alignment) for each in columns}
    said = [mask for each, mask in differing.items() if each not in PLACES]
    placed = [mask for each, mask in differing.items() if each in PLACES]
    other, moved = _any(said, found), _any(placed, found)
    changed = pc.and_not(other, again)
    shifted = pc.and_not(pc.and_not(moved, other), again)
    words = (RowChange.REIDENTIFIED, RowChange.CHANGED, RowChange.SHIFTED)
    first, second, third = (same_text(each.value, found) for each in words)
    kinds = pc.if_else(again, first, pc.if_else(other, second, third))
    counts = {
        RowChange.WITHDRAWN: len(alignment.gone),
        RowChange.REIDENTIFIED: found - sure,
        RowChange.CHANGED: changed.true_count,
        RowChange.SHIFTED: shifted.true_count,
        RowChange.ADDED: len(alignment.come),
    }
    labels = _labels(old, key), _labels(new, key)
    parts = [
        _lone(name, RowChange.WITHDRAWN, old, labels[0], alignment.gone, why),
        *(
            _cells(name, each, old, new, labels, alignment, mask, kinds, again)
            for each, mask in differing.items()
        ),
        _lone(name, RowChange.ADDED, new, labels[1], alignment.come, None),
    ]
    reordered = not any(counts.values()) and not _in_order(alignment)
    records = pa.concat_tables(parts)
    if not figures:
        return RowsFound(counts, reordered, records, ids)
    gone = stated_rows(old, alignment.gone, renames.documents)
    return RowsFound(counts, reordered, records, ids, gone, stated_rows(new, alignment.come, {}))


def no_records() -> "pa.Table":
    """No row of ROW_COLUMNS."""
    import pyarrow as pa

    return pa.table({name: no_text(0) for name in ROW_COLUMNS})


def _comparable(name: str, old: "pa.Table", new: "pa.Table") -> bool:
    return bool(
        name in old.column_names and old.schema.field(name).type == new.schema.field(name).type
    )


def _align(
    old: "pa.Table", new: "pa.Table", key: Sequence[str], columns: Sequence[str]
) -> Alignment:
    """By key; where a place is part of it, first by all that the rows say."""
    if not any(name in PLACES for name in key):
        return align(row_keys(old, key), row_keys(new, key))
    words = [name for name in columns if name not in PLACES]
    first = align_by_words(old, new, words)
    left, come = old.take(first.gone), new.take(first.come)
    return then(first, align(row_keys(left, key), row_keys(come, key)))


def _ids(old: "pa.Table", new: "pa.Table", alignment: Alignment, sure: int) -> dict[str, str]:
    before = old.column("figure_id").take(alignment.before[sure:]).to_pylist()
    now = new.column("figure_id").take(alignment.now[sure:]).to_pylist()
    return dict(zip(before, now, strict=True))


def _differs(old: "pa.Table", new: "pa.Table", name: str, alignment: Alignment) -> "pa.Array":
    """Whether the cells of a column differ, for each pair of rows; two missing ones do not."""
    import pyarrow as pa
    import pyarrow.compute as pc

    before = whole_column(old, name).take(alignment.before)
    now = whole_column(new, name).take(alignment.now)
    if pa.types.is_floating(before.type):
        # By their bits: 0.0 is not -0.0, and what is no number equals itself.
        before, now = before.view(pa.int64()), now.view(pa.int64())
    other = pc.coalesce(pc.not_equal(before, now), flags(False, len(now)))
    return pc.or_(other, pc.xor(pc.is_null(before), pc.is_null(now)))


def _any(masks: Sequence["pa.Array"], length: int) -> "pa.Array":
    import pyarrow.compute as pc

    whole = flags(False, length)
    for mask in masks:
        whole = pc.or_(whole, mask)
    return whole


def _labels(table: "pa.Table", key: Sequence[str]) -> "pa.Array":
    """What a row is called: the cells of its key."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [pc.cast(whole_column(table, name), pa.string()) for name in key]
    return (
        parts[0]
        if len(parts) == 1
        else pc.binary_join_element_wise(
            *parts, same_text(", ", len(table)), null_handling="replace", null_replacement=""
        )
    )


def _lone(
    name: str,
    change: RowChange,
    table: "pa.Table",
    labels: "pa.Array",
    rows: "pa.Array",
    why: Why | None,
) -> "pa.Table":
    """The records of rows that stand on one side alone, with what they quote."""

    nothing = no_text(len(rows))
    quotes = whole_column(table, "quote").take(rows) if "quote" in table.column_names else nothing
    reasons, words = nothing, nothing
    if why is not None and "document" in table.column_names:
        cited = whole_column(table, "document").take(rows).to_pylist()
        told = [
            why(figure, document)
            for figure, document in zip(labels.take(rows).to_pylist(), cited, strict=True)
        ]
        reasons = text_array([reason.value for reason, _ in told])
        words = text_array([text for _, text in told])
    gone = change is RowChange.WITHDRAWN
    return _records(
        len(rows),
        table=name,
        change=change.value,
        row=labels.take(rows),
        was=quotes if gone else nothing,
        now=nothing if gone else quotes,
        reason=reasons,
        words=words,
    )


def _cells(
    name: str,
    column: str,
    old: "pa.Table",
    new: "pa.Table",
    labels: tuple["pa.Array", "pa.Array"],
    alignment: Alignment,
    mask: "pa.Array",
    kinds: "pa.Array",
    again: "pa.Array",
) -> "pa.Table":
    """The records of the cells of one column that differ."""
    import pyarrow.compute as pc

    at = pc.indices_nonzero(mask)
    before, now = alignment.before.take(at), alignment.now.take(at)
    earlier = pc.if_else(again.take(at), labels[0].take(before), no_text(len(at)))
    return _records(
        len(at),
        table=name,
        change=kinds.take(at),
        row=labels[1].take(now),
        row_before=earlier,
        column=column,
        was=_texts(whole_column(old, column).take(before)),
        now=_texts(whole_column(new, column).take(now)),
    )


def _texts(cells: "pa.Array") -> "pa.Array":
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_floating(cells.type):
        texts = [None if cell is None else number_text(cell) for cell in cells.to_pylist()]
        return text_array(texts)
    return pc.cast(cells, pa.string())


def _records(length: int, **given: Any) -> "pa.Table":
    import pyarrow as pa

    columns = {}
    for name in ROW_COLUMNS:
        value = given.get(name)
        if value is None:
            value = no_text(length)
        columns[name] = same_text(value, length) if isinstance(value, str) else value
    return pa.table(columns)


def _in_order(alignment: Alignment) -> bool:
    import pyarrow.compute as pc

    if len(alignment.before) < 2:
        return True
    now = alignment.now.take(pc.sort_indices(alignment.before))
    return bool(pc.all(pc.less(now[:-1], now[1:])).as_py())
