"""One flipped bit in any file of a release: an error, or the very table that was published."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plainfigures.client import load, origin
from plainfigures.errors import ChecksumError, PlainFiguresError


def flips(path: Path, count: int) -> Iterator[None]:
    """The file with one bit changed, so many times at places that cover it."""
    data = path.read_bytes()
    for number in range(count):
        changed = bytearray(data)
        changed[number * len(data) // count] ^= 1 << number % 8
        path.write_bytes(changed)
        yield
    path.write_bytes(data)


# The file, the version that is asked for, and how many of the flips must at least be refused: the
# sums and names that are read are more than a quarter of a pointer and of a manifest. A manifest
# that the pointer names by its sum may not differ at all.
@pytest.mark.parametrize(
    ("name", "version", "least"),
    [
        ("latest.json", "latest", 30),
        ("latest.json", "~=1.0", 30),
        ("casualties-1.1.0.manifest.json", "1.1.0", 30),
        ("casualties-1.2.0.manifest.json", "~=1.0", 120),
        ("casualties-2.0.0.manifest.json", "latest", 120),
    ],
)
def test_a_flipped_bit_in_what_leads_to_a_release_leads_to_no_other_data(
    shelf: Path, name: str, version: str, least: int
) -> None:
    versions = ("1.0.0", "1.1.0", "1.2.0", "2.0.0")
    true = {each: load("casualties", each, source=shelf) for each in versions}
    refused = 0
    for _ in flips(shelf / "casualties" / name, 120):
        try:
            table = load("casualties", version, source=shelf)
        except PlainFiguresError:
            refused += 1
        else:
            assert table.equals(true[origin(table).version])
    assert refused >= least


def test_a_flipped_bit_in_the_table_is_refused(shelf: Path) -> None:
    for _ in flips(shelf / "casualties/1.1.0/casualties.parquet", 60):
        with pytest.raises(ChecksumError):
            load("casualties", "1.1.0", source=shelf)
    assert load("casualties", "1.1.0", source=shelf).num_rows > 0
