"""One Prefect API and one built checkout for all flow tests of a session."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.server import prefect_api
from tests.scratch import make_checkout


@pytest.fixture(scope="session")
def api(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an embedded server, started as `plainfigures build` starts it."""
    home = tmp_path_factory.mktemp("prefect") / "home"
    shutil.copytree(migrated, home)
    with prefect_api(home, import_slowly) as url:
        yield url


def import_slowly() -> None:
    import great_expectations  # noqa: F401

    import flows.rebuild  # noqa: F401


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return make_checkout(tmp_path, tmp_path / "none")
