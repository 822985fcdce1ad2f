"""The words of a text in the plain letters a-z, told apart quickly, each at its own offset."""

from collections.abc import Container, Iterator
from string import ascii_lowercase

_BLANKED = bytes(code if chr(code) in ascii_lowercase else 0x20 for code in range(256))
_RUN = 1 << 16


def letters(text: str) -> str:
    """A text in small letters with a blank for every sign but a-z: `split()` gives its words."""
    low = text.replace("\u0130", " ").lower()  # the one capital whose small letter is two signs
    return low.encode("latin-1", "replace").translate(_BLANKED).decode("ascii")


def places(letters: str, sought: Container[str]) -> Iterator[tuple[int, str]]:
    """Where some words stand in plain letters, in order."""
    at = 0
    for run in runs(letters):
        for word in [word for word in run if word in sought]:
            at = letters.find(word, at)
            while not _is_whole(letters, at, at + len(word)):
                at = letters.find(word, at + 1)
            yield at, word
            at += len(word)


def _is_whole(letters: str, start: int, end: int) -> bool:
    """Whether no letter stands before letters[start:end] or after it."""
    return not (letters[start - 1 : start].isalpha() or letters[end : end + 1].isalpha())


def runs(letters: str, start: int = 0, end: int | None = None) -> Iterator[list[str]]:
    """The words of letters[start:end], in runs of bounded length."""
    stop = len(letters) if end is None else end
    while start < stop:
        cut = letters.find(" ", start + _RUN, stop) if stop - start > _RUN else -1
        cut = stop if cut < 0 else cut
        yield letters[start:cut].split()
        start = cut
