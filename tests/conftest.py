"""What all tests share: the same generated texts in every run, libraries that report nothing."""

import os

import pytest
from hypothesis import settings

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
