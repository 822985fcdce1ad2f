"""The words that identify a figure or a repeat: longest runs of letters and digits, folded."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# In CPython both stand for exactly the runs of str.isalnum; a test walks all of Unicode to say so.
# The first is faster, and right where no underscore stands.
_WORD: Final = re.compile(r"\w+")
_WORD_BESIDE_UNDERSCORES: Final = re.compile(r"[^\W_]+")


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
    """The words of text[start:end] without their offsets, which is about twice as fast."""
    pattern = _WORD if text.find("_", start, end) < 0 else _WORD_BESIDE_UNDERSCORES
    return _folded(pattern.findall(text, start, end))


def _folded(raw: list[str]) -> list[str]:
    # One call for all words. A line feed is in no word, takes part in no composition and comes out
    # of no decomposition, so that folding the joined text folds each word by itself.
    joined = "\n".join(raw)
    if not joined.isascii():
        joined = unicodedata.normalize("NFKC", joined)
    return joined.casefold().split("\n") if joined else []
