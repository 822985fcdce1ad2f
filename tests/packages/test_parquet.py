"""Parquet: each reader gives back the same values, types and nulls, and finds the descriptor."""

import json
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from plainfigures.definitions import Definitions
from plainfigures.packages import Package
from plainfigures.packages.layout import layout

NAMES = ("casualties", "mines", "return_targets", "aid_amounts", "trade_percentages", "reading")
COLUMNS = ["value", "start", "unit", "part_of", "quote"]
ROWS = [
    (120.0, 60, "person", None, "120 villagers"),
    (None, 23, "person", None, "Hundreds of fishermen"),
]


@pytest.fixture(scope="session")
def file(datasets: Path, built: dict[str, Package]) -> str:
    return str(datasets / "casualties" / "casualties.parquet")


@pytest.mark.parametrize("name", NAMES)
def test_every_parquet_has_the_schema_of_its_definition(
    name: str, built: dict[str, Package], known: Definitions
) -> None:
    for table in layout(known.datasets[name], known):
        arrow = pq.read_table(pa.BufferReader(built[name].files[table.parquet]))
        assert arrow.schema.equals(table.arrow_schema())
        assert arrow.num_rows == built[name].counts[table.name]
        assert "" not in {cell for row in arrow.to_pylist() for cell in row.values()}
        # Flat, with plain strings, and whole numbers that cannot be missing.
        for column in arrow.schema:
            assert column.type in (pa.string(), pa.int64(), pa.float64())
            assert column.type != pa.int64() or not column.nullable


def test_pyarrow_reads_the_values(file: str) -> None:
    rows = pq.read_table(file).select(COLUMNS).to_pylist()
    assert [tuple(rows[index].values()) for index in (0, 8)] == ROWS


def test_pandas_reads_the_values_with_both_backends(file: str) -> None:
    exact = pd.read_parquet(file, dtype_backend="pyarrow")[COLUMNS]
    assert [str(kind) for kind in exact.dtypes] == [
        "double[pyarrow]",
        "int64[pyarrow]",
        "string[pyarrow]",
        "string[pyarrow]",
        "string[pyarrow]",
    ]
    usual = pd.read_parquet(file)[COLUMNS]
    assert (usual["value"].dtype, usual["start"].dtype) == ("float64", "int64")
    for frame in (exact, usual):
        found = frame.iloc[[0, 8]].astype(object)
        found = found.where(found.notna(), None)
        assert list(found.itertuples(index=False, name=None)) == ROWS


def test_polars_reads_the_values(file: str) -> None:
    frame = pl.read_parquet(file).select(COLUMNS)
    assert frame.dtypes == [pl.Float64, pl.Int64, pl.String, pl.String, pl.String]
    assert [frame.row(0), frame.row(8)] == ROWS


def test_duckdb_reads_the_values(file: str) -> None:
    found = duckdb.sql(f"SELECT {', '.join(COLUMNS)} FROM '{file}'")
    assert [str(kind) for kind in found.types] == [
        "DOUBLE",
        "BIGINT",
        "VARCHAR",
        "VARCHAR",
        "VARCHAR",
    ]
    rows = found.fetchall()
    assert [rows[0], rows[8]] == ROWS


def test_duckdb_finds_the_descriptor_in_the_file(file: str) -> None:
    found = duckdb.sql(f"SELECT key, value FROM parquet_kv_metadata('{file}')").fetchall()
    kept = {bytes(key).decode(): bytes(value) for key, value in found}
    assert set(kept) == {"datapackage", "ARROW:schema"}
    inside = json.loads(kept["datapackage"])
    assert (inside["name"], inside["version"]) == ("casualties", "1.0.0")
    assert inside["licenses"][0]["name"] == "CC-BY-4.0"
    assert [len(source["source_sha256"]) for source in inside["sources"]] == [64, 64]
    (resource,) = inside["resources"]
    assert resource["path"] == "casualties.parquet"
    assert resource["schema"]["fields"][0]["name"] == "figure_id"
    # The file cannot tell its own checksum.
    assert "hash" not in resource
