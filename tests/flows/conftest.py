"""A checkout for each flow test."""

from pathlib import Path

import pytest

from tests.scratch import make_checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return make_checkout(tmp_path, tmp_path / "none")
