"""Sections: the title and the headings of a document, and where what stands under them ends."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from plainfigures.documents import Paragraph
from plainfigures.prose.words.bearers import names_country

# A large number, and of no year: a line with one is an item of a list.
_LARGE = re.compile(r"(?<!\d)(?!(?:1[4-9]|20)\d\d(?!\d))\d[\d,.]*(?:\d| (?:m|b|tr)illion)\b")
# Numbers that call a paper or a day: "Update no. 14, 3-17 May".
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_CALLED = re.compile(
    rf"\b(?:no\.?|number|report|update|bulletin|issue|vol\.?|part) ?#?\d+|#\d+"
    rf"|\b(?:\d{{1,2}} ?(?:-|to|and|\u2013) ?)?\d{{1,2}} {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
# "Chad. Exports fell by a tenth."
_RUN_IN = re.compile(r"([A-Z][\w'-]+(?: (?:and |of )?[A-Z][\w'-]+){0,3})\. (?=[A-Z])")
_LONGEST_HEADING = 110
_LONGEST_TITLE = 180
_NO_HEADING = (".", "!", "?", ":", ";", ",")
_TITLE_LINES = 6


class Sections:
    """The sections of one document; no heading is looked for before a figure asks."""

    def __init__(self, plain: str, paragraphs: Sequence[Paragraph]) -> None:
        self._plain, self._paragraphs = plain, paragraphs
        self._numbers: list[int] | None = None

    def title_end(self) -> int:
        """Where the lines end that stand before the first sentence, 0 where the text is all one."""
        end = 0
        for _ in range(_TITLE_LINES):
            after = self._plain.find("\n", end)
            line = self._plain[end : after if after >= 0 else len(self._plain)].strip()
            if after < 0 or len(line) > _LONGEST_TITLE or line.endswith((*_NO_HEADING, "%")):
                break
            if _LARGE.search(_CALLED.sub("", line)) and not (end == 0 and self._leads(after)):
                break  # an item of a list
            end = after + 1
        return end

    def _leads(self, at: int) -> bool:
        """Whether a long paragraph follows a line: it is a headline then and no item."""
        start = next((k for k in range(at, len(self._plain)) if self._plain[k] != "\n"), at)
        end = self._plain.find("\n", start)
        return (end if end >= 0 else len(self._plain)) - start > _LONGEST_HEADING

    def _heads(self) -> list[int]:
        """The numbers of the headings, in order."""
        if self._numbers is None:
            self._numbers = [one.number for one in self._paragraphs[:-1] if self._is_heading(one)]
        return self._numbers

    def _is_heading(self, one: Paragraph) -> bool:
        if one.end - one.start > _LONGEST_HEADING:
            return False
        after = self._paragraphs[one.number]
        if after.end - after.start <= one.end - one.start:
            return False
        if self._plain.endswith(_NO_HEADING, one.start, one.end):
            return False
        numbered = _NUMBERED.match(self._plain, one.start, one.end)
        start = numbered.end() if numbered else one.start
        return _LARGE.search(_CALLED.sub("", self._plain[start : one.end])) is None

    def head(self, number: int) -> int:
        """The number of the heading above a paragraph, or 0."""
        heads = self._heads()
        at = bisect_left(heads, number + 1)
        return heads[at - 1] if at else 0

    def end(self, number: int) -> int:
        """Where the section of a paragraph ends."""
        heads = self._heads()
        at = bisect_left(heads, number + 1)
        return self._paragraphs[heads[at] - 1].start if at < len(heads) else len(self._plain)


def run_in(plain: str, paragraph: Paragraph) -> str | None:
    """The country that is the heading of a paragraph, on its first line ("Chad. Exports fell")."""
    found = _RUN_IN.match(plain, paragraph.start, paragraph.end)
    return found.group(1) if found is not None and names_country(found.group(1)) else None
