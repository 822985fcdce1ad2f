"""Changes to a built package, with or without checksums that hide them."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from plainfigures.packages.canonical_json import pretty
from plainfigures.packages.checksums import checksums
from plainfigures.packages.csv_table import csv_bytes
from plainfigures.packages.parquet import parquet_bytes
from plainfigures.packages.tables import arrow_table

Rows = list[dict[str, Any]]


def change_rows(
    folder: Path, table: str, change: Callable[[Rows], None], twins: str = "both"
) -> None:
    """Change the rows of a table in its CSV, its Parquet or both, and hide it by new checksums."""
    arrow = pq.ParquetFile(folder / f"{table}.parquet").read()
    rows = arrow.to_pylist()
    change(rows)
    if twins in ("both", "csv"):
        (folder / f"{table}.csv").write_bytes(csv_bytes(arrow.column_names, rows))
    if twins in ("both", "parquet"):
        other = arrow_table(arrow.schema, rows)
        data = parquet_bytes(other, arrow.schema.metadata or {})
        (folder / f"{table}.parquet").write_bytes(data)
    hide(folder)


def hide(folder: Path) -> None:
    """Give every file the checksums that its bytes have now."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    for resource in descriptor["resources"]:
        file = folder / resource["path"]
        if file.is_file():
            data = file.read_bytes()
            resource["bytes"] = len(data)
            resource["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
    path.write_bytes(pretty(descriptor))
    linked = folder / "croissant.json"
    if linked.is_file():
        described = json.loads(linked.read_bytes())
        for entry in described["distribution"]:
            data = (folder / entry["contentUrl"]).read_bytes()
            entry["contentSize"] = f"{len(data)} B"
            entry["sha256"] = hashlib.sha256(data).hexdigest()
        linked.write_bytes(pretty(described))
    hide_files(folder)


def hide_files(folder: Path) -> None:
    """Write SHA256SUMS anew for the files that are there."""
    files = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    (folder / "SHA256SUMS").write_bytes(checksums(files))
