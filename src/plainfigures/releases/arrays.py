"""Arrays: Arrow arrays made from Python values, and constant ones.

`pyarrow.array` and `pyarrow.scalar` import pandas where it is installed, to know its objects. That
takes longer than most comparisons, so the few arrays that are needed are made of their buffers.
"""

from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


def text_array(values: Sequence[str | None]) -> "pa.Array":
    """The texts, None as null; ValueError where they hold 2 GB or more together."""
    import pyarrow as pa

    parts = [b"" if value is None else value.encode() for value in values]
    ends = list(accumulate(map(len, parts), initial=0))
    if ends[-1] >= 1 << 31:
        raise ValueError("the texts are too long for one array")
    buffers = [pa.py_buffer(array("i", ends)), pa.py_buffer(b"".join(parts))]
    mask = None
    if None in values:
        bits = bytearray((len(values) + 7) // 8)
        for at, value in enumerate(values):
            if value is not None:
                bits[at >> 3] |= 1 << (at & 7)
        mask = pa.py_buffer(bytes(bits))
    return pa.StringArray.from_buffers(len(values), buffers[0], buffers[1], mask)


def same_text(value: str, length: int) -> "pa.Array":
    """One text, so many times."""
    import pyarrow as pa
    import pyarrow.compute as pc

    zeros = pc.cast(pc.is_valid(pa.nulls(length)), pa.int32())
    return text_array([value]).take(zeros)


def no_text(length: int) -> "pa.Array":
    """So many missing texts."""
    import pyarrow as pa

    return pa.nulls(length, pa.string())


def flags(value: bool, length: int) -> "pa.Array":
    """One truth value, so many times."""
    import pyarrow as pa
    import pyarrow.compute as pc

    nothing = pa.nulls(length)
    return pc.is_null(nothing) if value else pc.is_valid(nothing)
