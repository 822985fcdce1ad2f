"""The words that identify a figure or a repeat: longest runs of letters and digits, folded."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# In CPython both stand for exactly the runs of str.isalnum; a test walks all of Unicode to say so.
# The first is faster, and right where no underscore stands.
_WORD: Final = re.compile(r"\w+")
_WORD_BESIDE_UNDERSCORES: Final = re.compile(r"[^\W_]+")
_NON_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
# How far around a place words are looked for at first.
_WINDOW: Final = 64
# The small letter or digit of each ASCII character, and a blank for all else.
_FOLDED: Final = bytes(
    ord(chr(c).lower() if c < 128 and chr(c).isalnum() else " ") for c in range(256)
)


def fold(word: str) -> str:
    """A word as it is compared: NFKC, then case folded."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    return word.casefold()


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    """The words of text[start:end] as (start, end, folded word), offsets into `text`.

    A run that begins before `start` or goes on after `end` is cut there.
    """
    stop = len(text) if end is None else end
    pattern = _WORD if text.find("_", start, stop) < 0 else _WORD_BESIDE_UNDERSCORES
    spans = [match.span() for match in pattern.finditer(text, start, stop)]
    folded = _folded([text[a:b] for a, b in spans])
    return [(a, b, word) for (a, b), word in zip(spans, folded, strict=True)]


def folded_words(text: str, start: int, end: int) -> list[str]:
    """The words of text[start:end] without their offsets, which is several times as fast."""
    piece = text[start:end]
    if piece.isascii() or not _is_foreign(piece):
        return piece.encode("latin-1", "replace").translate(_FOLDED).decode("ascii").split()
    pattern = _WORD if "_" not in piece else _WORD_BESIDE_UNDERSCORES
    return _folded(pattern.findall(piece))


def _is_foreign(text: str) -> bool:
    """Whether a letter or digit is none of ASCII."""
    return any(sign.isalnum() for run in _NON_ASCII.findall(text) for sign in run)


def words_around(text: str, start: int, end: int, at: int, reach: int) -> list[str]:
    """The first word of text[start:end] at or after offset `at`, with up to `reach` on each side.

    A word that begins before `at` stands before it, even where it goes on after it.
    """
    while start < at < end and text[at].isalnum() and text[at - 1].isalnum():
        at += 1
    return [*_before(text, start, at, reach), *_from(text, at, end, reach + 1)]


def _before(text: str, start: int, at: int, count: int) -> list[str]:
    """The last `count` words of text[start:at]."""
    size = _WINDOW
    while True:
        first = max(start, at - size)
        found = folded_words(text, first, at)
        if first == start or len(found) > count:  # the first one may be cut
            return found[-count:]
        size *= 4


def _from(text: str, at: int, end: int, count: int) -> list[str]:
    """The first `count` words of text[at:end]."""
    size = _WINDOW
    while True:
        last = min(end, at + size)
        found = folded_words(text, at, last)
        if last == end or len(found) > count:  # the last one may be cut
            return found[:count]
        size *= 4


def _folded(raw: list[str]) -> list[str]:
    # One call for all words. A line feed is in no word, takes part in no composition and comes out
    # of no decomposition, so that folding the joined text folds each word by itself.
    joined = "\n".join(raw)
    if not joined.isascii():
        joined = unicodedata.normalize("NFKC", joined)
    return joined.casefold().split("\n") if joined else []
