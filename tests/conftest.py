"""What all tests share: the same generated texts in every run, libraries that report nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from flows.server import prefect_api
from tests.scratch import ROOT, environment

for name, value in {
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "False",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    # Servers of the tests are on this machine, and no proxy leads to them.
    "NO_PROXY": "127.0.0.1,localhost",
}.items():
    os.environ.setdefault(name, value)

settings.register_profile("house", derandomize=True, database=None, deadline=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The tables that tests make for the pages."""
    parser.addoption(
        "--write-pages", action="store_true", help="write the tables that tests make into docs/"
    )


# In a process of its own, which leaves the settings of this one alone.
MIGRATE = """
import sys
from pathlib import Path
from flows.server import prefect_api
with prefect_api(Path(sys.argv[1])):
    pass
"""


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Prefect home to copy, migrated once for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    home, unfinished = shared / "migrated", shared / "migrating"
    with FileLock(shared / "migrated.lock"):
        if not home.exists():
            arguments = [sys.executable, "-c", MIGRATE, str(unfinished)]
            subprocess.run(arguments, cwd=ROOT, env=environment(), check=True)
            unfinished.rename(home)
    return home


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
