"""The peer of a build: an empty flow, called plainly, in a process with the same libraries."""

import frictionless  # noqa: F401
import great_expectations  # noqa: F401
import pandas  # noqa: F401
from prefect import flow


@flow
def empty() -> None:
    """Do nothing."""


if __name__ == "__main__":
    empty()
