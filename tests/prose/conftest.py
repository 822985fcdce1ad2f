"""A short way from a text to the scan of its one sentence."""

from collections.abc import Callable

import pytest

from plainfigures.prose.quantities.scan import Scan, scan
from plainfigures.prose.words.normal import normalise
from plainfigures.prose.words.tokens import Tokens

ScanText = Callable[[str], Scan]


@pytest.fixture(scope="session")
def scan_text() -> ScanText:
    def scanned(text: str) -> Scan:
        plain = normalise(text)
        return scan(Tokens(plain, 0, len(plain)))

    return scanned
