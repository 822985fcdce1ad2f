"""Paragraphs: blocks between blank lines or, in a text that has none, lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# A line of white space only is blank. Possessive, so that each run of white space is read once.
_BLANK_LINES: Final = re.compile(r"\n[^\S\n]*+\n\s*+")
_LINE_END: Final = re.compile(r"\n")


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """The (start, end) of every paragraph, trimmed of outer white space, in order."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if end <= start:
        return []
    separator = _BLANK_LINES if _BLANK_LINES.search(text, start, end) else _LINE_END
    return list(_trimmed(text, start, end, separator))


def _trimmed(
    text: str, start: int, end: int, separator: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    begin = start
    for match in separator.finditer(text, start, end):
        yield from _trim(text, begin, match.start())
        begin = match.end()
    yield from _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    inner = block.strip()
    if inner:
        begin = start + len(block) - len(block.lstrip())
        yield begin, begin + len(inner)
