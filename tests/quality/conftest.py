"""The gates look at the same built packages as the tests of the packages room."""

from tests.packages.conftest import built, datasets, known

__all__ = ["built", "datasets", "known"]
