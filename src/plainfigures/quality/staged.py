"""A staged package: its descriptor, its Parquet tables and its CSV bytes, read from a folder."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainfigures.errors import UsageError
from plainfigures.packages import DESCRIPTOR

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Staged:
    """What the gates look at; tables by name, CSV by the same names."""

    folder: Path
    name: str
    descriptor: Mapping[str, Any]
    tables: Mapping[str, "pa.Table"]
    csv: Mapping[str, bytes]

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table as plain Python."""
        rows: list[dict[str, Any]] = self.tables[table].to_pylist()
        return rows


def package_name(folder: Path) -> str:
    """The name that a package gives itself; UsageError where the folder holds no package."""
    try:
        name = json.loads((folder / DESCRIPTOR).read_bytes())["name"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(
            f"{folder / DESCRIPTOR}: there is no readable descriptor; name the folder of a package."
        ) from None
    return str(name)


def open_package(folder: Path, tables: tuple[str, ...]) -> Staged:
    """Read these tables of a package whose checksums stand; ValueError where one cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_bytes())
        return Staged(
            folder=folder,
            name=str(descriptor["name"]),
            descriptor=descriptor,
            tables={name: pq.ParquetFile(folder / f"{name}.parquet").read() for name in tables},
            csv={name: (folder / f"{name}.csv").read_bytes() for name in tables},
        )
    except (OSError, KeyError, TypeError, pa.ArrowInvalid) as error:
        raise ValueError(str(error)) from error
