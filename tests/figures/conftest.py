"""One reader for all tests of the room, and a short way to read a text."""

from collections.abc import Callable

import pytest

from plainfigures import definitions
from plainfigures.definitions import Definitions
from plainfigures.documents import Citation, document_of_text
from plainfigures.figures import Decision, Reader, Reading

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def house() -> Definitions:
    return definitions.load()


@pytest.fixture(scope="session")
def read(house: Definitions) -> Read:
    """read(text, decisions=(), **citation): the reading of a document called `test`."""
    reader = Reader(house)

    def reading(text: str, decisions: tuple[Decision, ...] = (), **citation: str) -> Reading:
        return reader.read(document_of_text("test", text, Citation(**citation)), decisions)

    return reading
