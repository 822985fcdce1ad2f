"""Bytes held to their sha256 before anything that is made of them is given away."""

import threading
from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

_Made = TypeVar("_Made")
# From here on a second core is worth its while: bytes.
_LARGE = 1 << 20


class Damaged(Exception):
    """The bytes have another sha256, which the words are."""


def as_they_are(data: bytes) -> bytes:
    """The bytes themselves."""
    return data


def checked(data: bytes, digest: str, make: Callable[[bytes], _Made]) -> _Made:
    """What `make` makes of the bytes; Damaged where their sha256 is not `digest`.

    The sum of many bytes is taken while they are read by `make`, which must have no other effect:
    what it made, or that it failed, counts only when the sum is right.
    """
    if len(data) < _LARGE or make is as_they_are:
        _compare(sha256(data).hexdigest(), digest)
        return make(data)
    sums: list[str] = []
    summing = threading.Thread(target=lambda: sums.append(sha256(data).hexdigest()))
    summing.start()
    try:
        made = make(data)
    finally:
        summing.join()
        _compare(sums[0], digest)
    return made


def _compare(found: str, digest: str) -> None:
    if found != digest:
        raise Damaged(found)
