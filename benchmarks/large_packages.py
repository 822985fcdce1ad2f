"""Large packages: the rows of a built one, copied under the names of many documents."""

import json
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from plainfigures.packages import CHECKSUMS, DESCRIPTOR
from plainfigures.packages.canonical_json import compact, pretty
from plainfigures.packages.checksums import checksums
from plainfigures.packages.csv_table import csv_bytes
from plainfigures.packages.parquet import METADATA_KEY, parquet_bytes
from plainfigures.releases.opened import OpenedPackage, open_package

Row = dict[str, Any]
# The columns that name a figure or figures, behind the name of its document.
_IDS = ("figure_id", "part_of", "same_as", "figures")


def every_hundredth(number: int, row: Row) -> Row | None:
    """What a correction does: of 100 rows one has another value, and one of 500 is gone."""
    if number % 500 == 499:
        return None
    return {**row, "value": number + 0.5} if number % 100 == 0 else row


def every_row(number: int, row: Row) -> Row:
    """Another value in each row, and another place in each that has one."""
    return {**row, "value": float(number), "place": row["place"] and "Elsewhere"}


def as_it_is(_number: int, row: Row) -> Row:
    """Nothing is corrected."""
    return row


CORRECTIONS: Mapping[str, Callable[[int, Row], Row | None]] = {
    "none": as_it_is,
    "some": every_hundredth,
    "all": every_row,
}


def write_large(
    source: Path, folder: Path, rows: int, correct: Callable[[int, Row], Row | None] = as_it_is
) -> None:
    """Write a package with at least so many rows in its main table into a new folder.

    `source` is the folder of a built package; `correct` is called for each row of the main table
    with its number, and gives the row or None.
    """
    package = open_package(source)
    tables = {name: package.read(name) for name in package.tables}
    copies = -(-rows // len(tables[package.main.name]))
    folder.mkdir(parents=True)
    files: dict[str, bytes] = {}
    described = json.loads((source / DESCRIPTOR).read_bytes())
    for name, table in tables.items():
        cells = _copied(table.to_pylist(), copies)
        if name == package.main.name:
            corrected = (correct(number, row) for number, row in enumerate(cells))
            cells = [row for row in corrected if row is not None]
        files |= _written(package, name, table.schema, cells)
    for resource in described["resources"]:
        data = files[resource["path"]]
        resource |= {"bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}"}
    files |= {
        DESCRIPTOR: pretty(described),
        "README.md": b"# Large\n",
        "CHANGELOG.md": b"# Large\n",
    }
    files[CHECKSUMS] = checksums(files)
    for path, data in files.items():
        (folder / path).write_bytes(data)


def _copied(rows: list[Row], copies: int) -> list[Row]:
    made = []
    for number in range(copies):
        document = f"essay-{number:05}"
        for row in rows:
            old = str(row["document"])
            copy = {**row, "document": document}
            for name in _IDS:
                if copy.get(name):
                    copy[name] = copy[name].replace(old, document)
            made.append(copy)
    return made


def _written(
    package: OpenedPackage, name: str, schema: Any, rows: list[Row]
) -> Mapping[str, bytes]:
    import pyarrow as pa

    opened = package.tables[name]
    table = pa.Table.from_pylist(rows, schema=schema.remove_metadata())
    return {
        opened.csv: csv_bytes(table.column_names, rows),
        opened.parquet: parquet_bytes(table, {METADATA_KEY: compact({"name": package.name})}),
    }


if __name__ == "__main__":
    # In a process of its own: no process that this one starts has a lower peak than its own.
    write_large(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), CORRECTIONS[sys.argv[4]])
