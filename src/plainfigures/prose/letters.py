"""The words of a text in the plain letters a-z, told apart quickly, each at its own offset."""

from collections.abc import Iterator
from string import ascii_lowercase

_BLANKED = bytes(code if chr(code) in ascii_lowercase else 0x20 for code in range(256))
_RUN = 1 << 16


def letters(low: str) -> str:
    """A lower-case text with a blank for every sign but a-z, so that `split()` gives its words."""
    return low.encode("latin-1", "replace").translate(_BLANKED).decode("ascii")


def runs(letters: str, start: int = 0, end: int | None = None) -> Iterator[list[str]]:
    """The words of letters[start:end], in runs of bounded length."""
    stop = len(letters) if end is None else end
    while start < stop:
        cut = letters.find(" ", start + _RUN, stop) if stop - start > _RUN else -1
        cut = stop if cut < 0 else cut
        yield letters[start:cut].split()
        start = cut
