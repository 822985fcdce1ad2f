"""Alignment: which row of one table is which of another, by key or by all that it says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainfigures.releases.arrays import same_text, text_array

if TYPE_CHECKING:
    import pyarrow as pa

# Between the cells of a key, and for a missing one: no published text holds either.
_BETWEEN, _MISSING = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Positions of rows: `before` and `now` side by side; `gone` only before, `come` only now."""

    before: "pa.Array"
    now: "pa.Array"
    gone: "pa.Array"
    come: "pa.Array"


def row_keys(table: "pa.Table", columns: Sequence[str]) -> "pa.Array":
    """One text for each row, made of the cells of the columns."""
    import pyarrow as pa
    import pyarrow.compute as pc

    missing = same_text(_MISSING, len(table))
    parts = [
        pc.coalesce(pc.cast(whole_column(table, name), pa.string()), missing) for name in columns
    ]
    between = same_text(_BETWEEN, len(table))
    return parts[0] if len(parts) == 1 else pc.binary_join_element_wise(*parts, between)


def whole_column(table: "pa.Table", name: str) -> "pa.Array":
    """A column in one piece."""
    import pyarrow as pa

    column = table.column(name).combine_chunks()
    return column if isinstance(column, pa.Array) else column.chunk(0)


def repeated(keys: "pa.Array") -> str | None:
    """A key that stands more than once; None where each stands once."""
    import pyarrow.compute as pc

    if pc.count_distinct(keys).as_py() == len(keys):
        return None
    counts = Counter(keys.to_pylist())
    return next(str(key) for key, count in counts.items() if count > 1)


def align(old: "pa.Array", new: "pa.Array") -> Alignment:
    """Align rows by keys that stand once on each side."""
    import pyarrow as pa
    import pyarrow.compute as pc

    at = pc.index_in(old, value_set=new)
    back = pc.index_in(new, value_set=old)
    return Alignment(
        before=pc.indices_nonzero(pc.is_valid(at)),
        now=pc.cast(at.drop_null(), pa.uint64()),
        gone=pc.indices_nonzero(pc.is_null(at)),
        come=pc.indices_nonzero(pc.is_null(back)),
    )


def align_by_words(old: "pa.Table", new: "pa.Table", columns: Sequence[str]) -> Alignment:
    """Align rows that say the same in these columns, the first with the first, and so on."""
    return align(_numbered(row_keys(old, columns)), _numbered(row_keys(new, columns)))


def then(first: Alignment, second: Alignment) -> Alignment:
    """Both alignments as one; `second` was made among what `first` left over on each side."""
    import pyarrow as pa

    return Alignment(
        before=pa.concat_arrays([first.before, first.gone.take(second.before)]),
        now=pa.concat_arrays([first.now, first.come.take(second.now)]),
        gone=first.gone.take(second.gone),
        come=first.come.take(second.come),
    )


def _numbered(keys: "pa.Array") -> "pa.Array":
    """The keys with the count of their like before them, so that each stands once."""
    seen: Counter[str] = Counter()
    numbered = []
    for key in keys.to_pylist():
        numbered.append(f"{seen[key]}{_BETWEEN}{key}")
        seen[key] += 1
    return text_array(numbered)
