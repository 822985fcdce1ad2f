"""What the slow faults share: a migrated Prefect home, a server, the bytes of a sound build."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.server import prefect_api
from tests.scratch import contents, make_checkout, run


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that was built without a fault."""
    checkout = make_checkout(tmp_path_factory.mktemp("undisturbed"), Path("none"))
    done = run(["build"], checkout)
    assert done.returncode == 0, done.stderr
    return checkout


@pytest.fixture(scope="session")
def owed(undisturbed: Path) -> dict[str, bytes]:
    """The bytes that every build of the same inputs must give."""
    return contents(undisturbed / "datasets")


@pytest.fixture(scope="session")
def served(undisturbed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """What a build is told of a server that runs, where its own is not what is tested."""
    home = tmp_path_factory.mktemp("server") / "prefect"
    shutil.copytree(undisturbed / ".cache" / "prefect", home)
    with prefect_api(home) as url:
        yield {"PREFECT_API_URL": url}


@pytest.fixture
def checkout(tmp_path: Path, undisturbed: Path) -> Path:
    """A fresh checkout, nothing built."""
    return make_checkout(tmp_path / "checkout", undisturbed / ".cache" / "prefect")
