"""Kinds of words: at which words a reader may find what it looks for, known once for each form."""

from collections.abc import Callable, Iterable
from functools import cache

from plainfigures.prose.words.stems import MOST, Memo

# The words of each kind; its bit is the one of its place.
_listed: list[Callable[[], Iterable[str]]] = []
# Kinds that digits and signs are of, too.
_signs: list[tuple[int, Callable[[str], bool]]] = []


def kind(words: Callable[[], Iterable[str]], signs: Callable[[str], bool] | None = None) -> int:
    """The bit of a new kind: of some words, and of the digits and signs for which `signs` holds.

    A reader asks for it once, when it is loaded; the words are looked up when a text is read.
    """
    bit = 1 << len(_listed)
    _listed.append(words)
    if signs is not None:
        _signs.append((bit, signs))
    _of_words.cache_clear()
    KINDS.clear()
    return bit


@cache
def _of_words() -> dict[str, int]:
    """Every word of a kind -> the bits of its kinds."""
    found: dict[str, int] = {}
    for index, words in enumerate(_listed):
        for word in words():
            found[word] = found.get(word, 0) | 1 << index
    return found


def meet(words: frozenset[str]) -> None:
    """Take in the words of a text, all in plain letters, at once: nearly all are of no kind."""
    # a letter alone may be a sign
    fresh = [word for word in words if word not in KINDS and len(word) > 1]
    if len(KINDS) + len(fresh) < MOST:
        known = _of_words()
        KINDS.update((word, known.get(word, 0)) for word in fresh)


def _kinds(word: str) -> int:
    found = _of_words().get(word, 0)
    if len(word) > 1 and word[0].isalpha():
        return found
    for bit, holds in _signs:
        if holds(word):
            found |= bit
    return found


# A lower-case word -> the bits of its kinds; 0 for most.
KINDS = Memo(_kinds)
