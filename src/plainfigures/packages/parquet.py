"""Parquet: a table as bytes that depend on the rows, the schema and the lock file alone."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

METADATA_KEY = b"datapackage"


def parquet_bytes(table: "pa.Table", metadata: Mapping[bytes, bytes]) -> bytes:
    """The table in Parquet (snappy), with the metadata given and no other at file level.

    Snappy is read by every reader, also in a browser; at this size other codecs save nothing.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    text_columns = [field.name for field in table.schema if field.type == pa.string()]
    sink = pa.BufferOutputStream()
    pq.write_table(
        table.replace_schema_metadata(dict(metadata)),
        sink,
        compression="snappy",
        version="2.6",
        data_page_version="1.0",
        use_dictionary=text_columns,
        write_statistics=True,
        store_schema=True,
        row_group_size=1 << 20,
    )
    return bytes(sink.getvalue())
