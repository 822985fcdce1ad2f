"""Releases of the sample packages, on a server that fails as it is told to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainfigures import definitions
from plainfigures.client import Settings
from tests.client.server import Server, serving
from tests.client.shelf import release
from tests.packages.sample import build_all
from tests.packages.tampering import Rows, change_rows


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of the sample."""
    folder = tmp_path_factory.mktemp("datasets")
    build_all(folder, definitions.load())
    return folder


@pytest.fixture(scope="session")
def released(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """casualties 1.0.0, 1.1.0, 1.2.0 (with a row less each) and 2.0.0; reading and mines 1.0.0."""
    shelf = tmp_path_factory.mktemp("released")
    package = tmp_path_factory.mktemp("packages") / "casualties"
    shutil.copytree(whole / "casualties", package)

    def withdraw(rows: Rows) -> None:
        rows.pop()

    for version in ("1.0.0", "1.1.0", "1.2.0", "2.0.0"):
        release(shelf, package, version)
        change_rows(package, "casualties", withdraw)
    release(shelf, whole / "reading", "1.0.0")
    release(shelf, whole / "mines", "1.0.0")
    return shelf


@pytest.fixture
def shelf(released: Path, tmp_path: Path) -> Path:
    """A copy of the releases, to be changed."""
    return Path(shutil.copytree(released, tmp_path / "shelf"))


@pytest.fixture
def server(shelf: Path) -> Iterator[Server]:
    with serving(shelf) as server:
        yield server


@pytest.fixture
def settings(server: Server, tmp_path: Path) -> Settings:
    """A cache of its own, and little patience."""
    return Settings(server.address, tmp_path / "cache", timeout=5.0, tries=3, pause=0.001)
