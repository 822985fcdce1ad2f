"""Identity: rows whose id changed, but which state the same measure at the same place."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plainfigures.packages.changes import SAME_FIGURE
from plainfigures.releases.alignment import Alignment, align, row_keys, then, whole_column
from plainfigures.releases.arrays import text_array

if TYPE_CHECKING:
    import pyarrow as pa


def reidentify(
    old: "pa.Table", new: "pa.Table", alignment: Alignment, documents: Mapping[str, str]
) -> Alignment:
    """Pair what an alignment by id left over, where place and measure agree and stand once.

    `documents` has new names by old ones of documents that were renamed. The pairs come behind
    those of `alignment`.
    """
    for columns in SAME_FIGURE:
        if not len(alignment.gone) or not len(alignment.come):
            break
        if not all(name in table.column_names for table in (old, new) for name in columns):
            continue
        before = renamed_cells(old.take(alignment.gone), ("document",), documents)
        keys = row_keys(before, columns), row_keys(new.take(alignment.come), columns)
        alignment = then(alignment, align(*_once(*keys)))
    return alignment


def renamed_cells(
    table: "pa.Table", columns: Sequence[str], names: Mapping[str, str]
) -> "pa.Table":
    """The table with every cell of the columns that is a key of `names` replaced."""
    import pyarrow.compute as pc

    if not names:
        return table
    old, new = text_array(list(names)), text_array(list(names.values()))
    for name in columns:
        index = table.schema.get_field_index(name)
        if index >= 0:
            cells = whole_column(table, name)
            other = new.take(pc.index_in(cells, value_set=old, skip_nulls=True))
            table = table.set_column(index, table.field(index), pc.coalesce(other, cells))
    return table


def _once(old: "pa.Array", new: "pa.Array") -> tuple["pa.Array", "pa.Array"]:
    """The keys, each that stands twice on a side made unlike every other."""
    texts = old.to_pylist(), new.to_pylist()
    twice: set[str] = set()
    for side in texts:
        seen: set[str] = set()
        for key in side:
            (twice if key in seen else seen).add(key)
    one, other = (
        text_array([f"{mark}{at}" if key in twice else key for at, key in enumerate(side)])
        for mark, side in zip(("\x1dold", "\x1dnew"), texts, strict=True)
    )
    return one, other
