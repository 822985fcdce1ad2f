"""Tables: rows under the Arrow schema of their definition."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


def arrow_table(schema: "pa.Schema", rows: Iterable[Mapping[str, object]]) -> "pa.Table":
    """The rows as a table with exactly the columns of the schema; empty text becomes null.

    CSV cannot tell empty text from a missing value, so none is stored.
    """
    import pyarrow as pa

    names = schema.names
    cells: list[dict[str, Any]] = [
        {name: None if row[name] == "" else row[name] for name in names} for row in rows
    ]
    return pa.Table.from_pylist(cells, schema=schema)
