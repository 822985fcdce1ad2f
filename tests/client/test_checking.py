"""Bytes count only when their sum is right, however they are read meanwhile."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from plainfigures.client.checking import Damaged, as_they_are, checked

SMALL, LARGE = b"a few bytes", bytes(range(256)) * (1 << 13)


def unreadable(data: bytes) -> int:
    raise ValueError("no table")


@pytest.mark.parametrize("data", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("make", [len, as_they_are])
def test_what_was_made_of_whole_bytes_is_given(
    data: bytes, make: Callable[[bytes], object]
) -> None:
    assert checked(data, sha256(data).hexdigest(), make) == make(data)


@pytest.mark.parametrize("data", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("make", [len, as_they_are, unreadable])
def test_of_damaged_bytes_nothing_is_given_and_that_they_are_is_told_first(
    data: bytes, make: Callable[[bytes], object]
) -> None:
    with pytest.raises(Damaged, match=sha256(data).hexdigest()):
        checked(data, "0" * 64, make)


@pytest.mark.parametrize("data", [SMALL, LARGE], ids=["small", "large"])
def test_whole_bytes_that_cannot_be_read_are_no_damage(data: bytes) -> None:
    with pytest.raises(ValueError, match="no table"):
        checked(data, sha256(data).hexdigest(), unreadable)
