"""Readers that people use, each made to give the types and rows of a table in the same shape."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.scratch import ROOT

Rows = list[dict[str, Any]]
# Made by `make validate-metadata`.
VALIDATORS = ROOT / ".cache" / "validators" / "bin" / "python"
# Column -> the type that the reader calls it, and the rows, a missing cell as None.
Read = tuple[dict[str, str], Rows]


@dataclass(frozen=True)
class Reader:
    """A reader of one table; `types` are its words for those of the schema, `missing` for none."""

    name: str
    form: str
    read: Callable[[Path], Read]
    types: Mapping[str, str]
    missing: str

    def __str__(self) -> str:
        return f"{self.name} ({self.form})"


def fields(path: Path) -> dict[str, str]:
    """The columns of the table in this file with their types, from the descriptor beside it."""
    descriptor = json.loads((path.parent / "datapackage.json").read_bytes())
    (resource,) = (each for each in descriptor["resources"] if each["path"] == path.name)
    return {each["name"]: each["type"] for each in resource["schema"]["fields"]}


def pyarrow(path: Path) -> Read:
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    return {each.name: str(each.type) for each in table.schema}, table.to_pylist()


def pandas(backend: str) -> Callable[[Path | str], Read]:
    def read(path: Path | str) -> Read:
        import pandas as pd

        return frame(pd.read_parquet(path, dtype_backend=backend))

    return read


def frame(table: Any) -> Read:
    types = {name: repr(kind) for name, kind in table.dtypes.items()}
    types = {name: str(table.dtypes[name]) for name in types}
    plain = table.astype(object).where(table.notna(), None)
    return types, plain.to_dict("records")


def polars(path: Path | str) -> Read:
    import polars as pl

    table = pl.read_parquet(path)
    return {name: str(kind) for name, kind in table.schema.items()}, table.to_dicts()


def duckdb(path: Path | str) -> Read:
    import duckdb as db

    return relation(db.connect().read_parquet(str(path)))


def relation(found: Any) -> Read:
    types = dict(zip(found.columns, map(str, found.types), strict=True))
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    return types, rows


def hyparquet(path: Path | str) -> Read:
    return hyparquet_many([path])[0]


def hyparquet_many(paths: Sequence[Path | str]) -> list[Read]:
    """JavaScript tells types of cells, not of columns; of the null it tells that there is one."""
    return told_by_cells("node", modules() / "read.mjs", *paths)


def mlcroissant(path: Path) -> Read:
    return mlcroissant_many([path])[0]


def mlcroissant_many(paths: Sequence[Path]) -> list[Read]:
    """The record sets over these files, read in an environment where the pins of it hold."""
    return told_by_cells(VALIDATORS, Path(__file__).with_name("read_croissant.py"), *paths)


def told_by_cells(*command: Path | str) -> list[Read]:
    """What another process prints of each table: a line of JSON with the types of its cells."""
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    read = []
    for line in done.stdout.splitlines():
        found = json.loads(line)
        kinds = {name: sorted({*each} - {"null"}) for name, each in found["types"].items()}
        read.append(({name: " ".join(each) for name, each in kinds.items()}, found["rows"]))
    return read


def modules() -> Path:
    """The folder in the cache with what package-lock.json locks, made where it is not there."""
    here = Path(__file__).parent
    folder = ROOT / ".cache" / "readers"
    lock = (here / "package-lock.json").read_bytes()
    marker = folder / "node_modules" / ".locked"
    if not marker.exists() or marker.read_bytes() != lock:
        beside = folder.with_name(f"readers-{os.getpid()}")
        beside.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(here / name, beside)
        install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(install, cwd=beside, check=True, capture_output=True, timeout=300)
        (beside / "node_modules" / ".locked").write_bytes(lock)
        shutil.rmtree(folder, ignore_errors=True)
        beside.rename(folder)
    shutil.copy(here / "read.mjs", folder)
    return folder


@cache
def package(descriptor: Path) -> Any:
    from frictionless import Package

    return Package(str(descriptor))


def frictionless(path: Path) -> Read:
    resource = package(path.parent / "datapackage.json").get_resource(path.stem)
    with resource:
        types = {each.name: each.type for each in resource.schema.fields}
        rows = [row.to_dict() for row in resource.row_stream]
    kinds = {"number": float, "integer": int, "string": str}
    for row in rows:
        for name, cell in row.items():
            row[name] = None if cell is None else kinds[types[name]](cell)
    return types, rows


def pandas_csv(path: Path) -> Read:
    import pandas as pd
    import pyarrow as pa

    types = {"string": pa.string(), "number": pa.float64(), "integer": pa.int64()}
    kinds = {name: pd.ArrowDtype(types[kind]) for name, kind in fields(path).items()}
    return frame(pd.read_csv(path, dtype=kinds, keep_default_na=False, na_values=[""]))


def polars_csv(path: Path) -> Read:
    import polars as pl

    types = {"string": pl.String(), "number": pl.Float64(), "integer": pl.Int64()}
    kinds = {name: types[kind] for name, kind in fields(path).items()}
    table = pl.read_csv(path, schema=kinds)
    return {name: str(kind) for name, kind in table.schema.items()}, table.to_dicts()


def duckdb_csv(path: Path) -> Read:
    import duckdb as db

    types = {"string": "VARCHAR", "number": "DOUBLE", "integer": "BIGINT"}
    kinds = {name: types[kind] for name, kind in fields(path).items()}
    return relation(db.connect().read_csv(str(path), header=True, columns=kinds, quotechar='"'))


def _types(string: str, number: str, integer: str) -> dict[str, str]:
    return {"string": string, "number": number, "integer": integer}


ARROW = _types("string", "double", "int64")
ARROW_FRAME = _types("string[pyarrow]", "double[pyarrow]", "int64[pyarrow]")
POLARS = _types("String", "Float64", "Int64")
DUCKDB = _types("VARCHAR", "DOUBLE", "BIGINT")
HYPARQUET = Reader(
    "JavaScript, hyparquet", "Parquet", hyparquet, _types("string", "number", "bigint"), "null"
)
MLCROISSANT = Reader(
    "mlcroissant, by `croissant.json`",
    "Parquet",
    mlcroissant,
    _types("bytes", "float", "int"),
    "None",
)
READERS: Sequence[Reader] = (
    Reader("pyarrow", "Parquet", pyarrow, ARROW, "null"),
    Reader(
        'pandas, `dtype_backend="pyarrow"`', "Parquet", pandas("pyarrow"), ARROW_FRAME, "`<NA>`"
    ),
    Reader(
        'pandas, `dtype_backend="numpy_nullable"`',
        "Parquet",
        pandas("numpy_nullable"),
        _types("string", "Float64", "Int64"),
        "`<NA>`",
    ),
    Reader("polars", "Parquet", polars, POLARS, "null"),
    Reader("DuckDB", "Parquet", duckdb, DUCKDB, "NULL"),
    HYPARQUET,
    MLCROISSANT,
    Reader("Frictionless", "CSV", frictionless, _types("string", "number", "integer"), "None"),
    Reader("pandas, told the types", "CSV", pandas_csv, ARROW_FRAME, "`<NA>`"),
    Reader("polars, told the types", "CSV", polars_csv, POLARS, "null"),
    Reader("DuckDB, told the types", "CSV", duckdb_csv, DUCKDB, "NULL"),
)


def read_all(reader: Reader, paths: Sequence[Path]) -> list[Read]:
    """Every table; one process is enough for JavaScript, and for mlcroissant."""
    if reader is HYPARQUET:
        return hyparquet_many(paths)
    if reader is MLCROISSANT:
        return mlcroissant_many(paths)
    return [reader.read(path) for path in paths]


def can_run(reader: Reader) -> bool:
    """Whether this machine has what the reader needs."""
    return reader is not HYPARQUET or bool(shutil.which("node") and shutil.which("npm"))
