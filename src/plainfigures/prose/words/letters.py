"""The words of a text in the plain letters a-z, told apart quickly, each at its own offset."""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_lowercase

_BLANKED = bytes(code if chr(code) in ascii_lowercase else 0x20 for code in range(256))
_RUN = 1 << 16
# So many runs of the text that is being read are kept, since several readers look through them.
_KEPT = 8


def letters(text: str) -> str:
    """A text in small letters with a blank for every sign but a-z: `split()` gives its words."""
    low = text.replace("\u0130", " ").lower()  # the one capital whose small letter is two signs
    low = low.replace("de-min", " demin")  # "de-mining"
    return low.encode("latin-1", "replace").translate(_BLANKED).decode("ascii")


def places(
    letters: str, sought: Container[str], met: set[str] | None = None
) -> Iterator[tuple[int, str]]:
    """Where some words stand in plain letters, in order; `met` takes in all words."""
    blanked = f" {letters} "  # a blank before and after each word, so at one more than in `letters`
    at = 0
    for run in runs(letters):
        if met is not None:
            met.update(run)
        for word in [word for word in run if word in sought]:
            at = blanked.find(f" {word} ", at)
            yield at, word
            at += len(word) + 1


def places_of_few(letters: str, sought: Iterable[str]) -> list[tuple[int, str]]:
    """The same for a few words, each looked for by itself: faster than to tell all words apart."""
    blanked = f" {letters} "
    found = []
    for word in sought:
        at = blanked.find(f" {word} ")
        while at >= 0:
            found.append((at, word))
            at = blanked.find(f" {word} ", at + len(word) + 1)
    return sorted(found)


def openings(
    letters: str, sought: Mapping[str, Container[str] | None]
) -> Iterator[tuple[int, str]]:
    """Where some words stand in plain letters, those alone that one of their own words may follow.

    None: any word may. More may stand between two words than a blank.
    """
    blanked = f" {letters} "
    at = 0
    passed: list[str] = []  # since the last that was given, which stands before `at`
    for run in runs(letters):
        last = len(run) - 1
        for i in [i for i, word in enumerate(run) if word in sought]:
            word = run[i]
            after = sought[word]
            if after is not None and i < last and run[i + 1] not in after:
                passed.append(word)
                continue
            for _ in range(passed.count(word)):
                at = blanked.find(f" {word} ", at) + len(word) + 1
            passed.clear()
            at = blanked.find(f" {word} ", at)
            yield at, word
            at += len(word) + 1


def runs(letters: str) -> Iterator[list[str]]:
    """The words of a text in plain letters, in runs of bounded length."""
    start, stop = 0, len(letters)
    while start < stop:
        cut = letters.find(" ", start + _RUN, stop) if stop - start > _RUN else -1
        cut = stop if cut < 0 else cut
        yield _run(letters, start, cut)
        start = cut


@lru_cache(maxsize=_KEPT)
def _run(letters: str, start: int, end: int) -> list[str]:
    return letters[start:end].split()
