"""One package for all comparisons of a session, and a checkout for each test that releases."""

from pathlib import Path

import pytest

from plainfigures.packages.checkout import Checkout
from tests.releases.sample import built, make_checkout


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The package of casualties, in a folder of its own; changed copies may lie beside it."""
    (tmp_path / "packages").mkdir()
    return built(tmp_path / "packages" / "casualties")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return make_checkout(tmp_path / "checkout")
