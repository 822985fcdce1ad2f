"""One set of built packages for all tests that only read them."""

from pathlib import Path

import pytest

from plainfigures import definitions
from plainfigures.definitions import Definitions
from plainfigures.packages import Package
from tests.packages.sample import build_all


@pytest.fixture(scope="session")
def known() -> Definitions:
    return definitions.load()


@pytest.fixture(scope="session")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("datasets")


@pytest.fixture(scope="session")
def built(datasets: Path, known: Definitions) -> dict[str, Package]:
    return build_all(datasets, known)
