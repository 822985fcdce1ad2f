"""Paragraphs: blocks between blank lines or, in a text that has none, lines.

Lines that the width of the page broke off are of one paragraph, in either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import and_
from typing import Final

# A line of white space only is blank. Possessive, so that each run of white space is read once.
_BLANK_LINES: Final = re.compile(r"\n[^\S\n]*+\n\s*+")
_LINE_END: Final = re.compile(r"\n")


# How a line goes on that the page broke off, and how one begins that goes on with it.
_OPEN: Final = re.compile(r"[^\W_]|[,-]")
_ITEM: Final = re.compile(r"[-*\u2022\u2013] |\(?(?:[A-Za-z]|[ivxIVX]{2,4}|\d{1,3}[a-z]?)[.)] ")
# A line of less than this part of the widest may end a paragraph.
_FULL: Final = 0.7
# What no heading and no row of a table ends with; a line of prose goes on behind it.
_WITHIN: Final = re.compile(
    r"(?:(?<=[a-z]),|(?<=[ \n])(?:the|an?|of|in|to|and|or|with|from|at|by|for|into|than|some|about|"
    r"nearly|almost|over|below|above|between|were|was|had|has|have|been|are|is|their|his|its|our|"
    r"since|during|among|through|against|per|as|that|which|who|whom|when|because|while|"
    r"among them|killing|injuring|wounding|leaving|including))\Z"
)
_LAST_WORD: Final = 14


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """The (start, end) of every paragraph, trimmed of outer white space, in order."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if end <= start:
        return []
    if _BLANK_LINES.search(text, start, end):
        return list(_trimmed(text, start, end, _BLANK_LINES))
    return _joined(text, list(_trimmed(text, start, end, _LINE_END)))


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines as paragraphs: each alone, unless the page's width broke them.

    So it did where one in the middle of a sentence goes on with a small letter.
    """
    firsts = [text[start].islower() and not _ITEM.match(text, start) for start, _ in lines]
    opens = [_OPEN.fullmatch(text, end - 1, end) is not None for _, end in lines]
    within = [goes_on(text, start, end) for start, end in lines]
    wrapped = any(map(and_, opens, firsts[1:]))
    if not (wrapped or any(within[:-1])):
        return lines
    widest = max(end - start for start, end in lines)
    found = lines[:1]
    for k, (start, end) in enumerate(lines[1:]):
        before, border = lines[k]
        goes = within[k] or (wrapped and border - before >= _FULL * widest)
        if firsts[k + 1] or (goes and not _ITEM.match(text, start)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a line is prose that ends within a phrase: "… which killed 12 men and"."""
    found = _WITHIN.search(text, max(start, end - _LAST_WORD), end)
    return found is not None and (found[0] != "," or ":" not in text[start:end])


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
