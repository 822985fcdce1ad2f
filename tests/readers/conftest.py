"""What the readers read: the packages as committed, and one with cells to stumble over."""

import csv
import math
import shutil
from pathlib import Path
from typing import Any

import pytest

from plainfigures import definitions
from tests.packages.sample import build_all
from tests.packages.tampering import Rows, change_rows
from tests.readers.readers import fields
from tests.scratch import ROOT

# Words that a reader might take for a number, a date, a missing value or a formula.
STUMBLING = (
    "NA", "NaN", "null", "NULL", "None", "nan", "-", "007", "1e5", "1,234", "12-15", "MARCH1",
    "2024-01-01", "true", "FALSE", "inf", ' "quoted", with a comma ', "two\nlines", "tab\there",
    " padded ", '=HYPERLINK("x")', "+1", "-5.00", "@SUM(1)", "'", '"', '""', "#", "\\N", "\\",
    "ünï ‘ç’", "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT THREE}", "\N{FAMILY}\N{ZERO WIDTH JOINER}",
)  # fmt: skip
NUMBERS = (
    0.0, 0.1 + 0.2, 1e16, 1.5e300, 5e-324, 2.0**53 - 1, 1 / 3, 123456789.123456789,
)  # fmt: skip


@pytest.fixture(scope="session")
def stumbling(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table casualties of a package in which each text column has the words in turn."""
    whole = tmp_path_factory.mktemp("stumbling")
    build_all(whole, definitions.load())
    folder = whole / "casualties"

    def change(rows: Rows) -> None:
        template = rows[0]
        rows.clear()
        for number in range(len(STUMBLING) * 2):
            row: dict[str, Any] = dict(template)
            row["figure_id"] = f"harbour-2021-{number:08x}"
            for shift, name in enumerate(("event", "place", "period", "counted", "cause")):
                cell = STUMBLING[(number + 7 * shift) % len(STUMBLING)]
                row[name] = None if (number + shift) % 5 == 0 else cell
            value = NUMBERS[number % len(NUMBERS)]
            row.update(value=value, value_low=None if number % 3 else value, value_high=-value)
            rows.append(row)

    change_rows(folder, "casualties", change)
    return folder


@pytest.fixture(scope="session")
def tables(stumbling: Path) -> list[Path]:
    """Every published table, and that of the stumbling words, each without its ending."""
    published = sorted(path.with_suffix("") for path in (ROOT / "datasets").glob("*/*.parquet"))
    return [*published, stumbling / "casualties"]


@pytest.fixture(scope="session")
def copy(tables: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it below one folder, as a server has it."""
    root = tmp_path_factory.mktemp("served")
    for table in tables:
        shutil.copy(
            table.with_suffix(".parquet"), root / f"{table.parent.name}-{table.name}.parquet"
        )
    return root


def owed(table: Path) -> list[dict[str, Any]]:
    """The rows of a table by its CSV and the types of its schema, with nothing but the language."""
    kinds = {"string": str, "number": float, "integer": int}
    path = table.with_suffix(".csv")
    types = fields(path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    found: list[dict[str, Any]] = [
        {name: kinds[types[name]](cell) if cell else None for name, cell in row.items()}
        for row in rows
    ]
    assert all(
        math.isfinite(cell) for row in found for cell in row.values() if isinstance(cell, float)
    )
    return found
