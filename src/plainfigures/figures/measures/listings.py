"""Listings: which lines of a text are headings, which lead to a list, and which are its items."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plainfigures.documents import Paragraph
from plainfigures.figures.measures.tables import has_count
from plainfigures.prose.words.bearers import names_place
from plainfigures.prose.words.sentences import is_bullet, lines, sentences

_LONGEST_HEADING = 110
_LONGEST_ITEM = 220
_CLOSERS = "\"'\u201d)"
# "… had been paid by May, as set out below."
_LEAD = re.compile(r"\b(?:below|as follows|the following)\b", re.IGNORECASE)
_LEADING = 60
_DIVIDING = re.compile(
    r"\b(?:follows|following|breakdown|distribut\w+|by (?:country|region|province|district|state"
    r"|city|year|month|nationality|origin|age|sex|gender|area|location))\b",
    re.IGNORECASE,
)
# The longest stretch from the sentence that a list divides up to the list.
_DIVIDED = 400

# "Norway — $9 million for tents.", below other items "Spain: EUR 3 million."
_LABELLED = re.compile(
    r"[A-Z][^.;:,\d\n]{1,40}? ?(:|[\u2014\u2013]| -) ?(?:[a-z]+ ){0,2}(?:[A-Z]{2,3} ?)?"
    r"[^\w\s]?\d"
)

# "$750,000 to the Red Cross to bring water.", below a line that ends with a colon
_SUM_FIRST = re.compile(
    r"(?:[A-Z]{2,3} ?|[A-Z]{0,3}[^\w\s])\d[\d.,]*(?: ?(?:mn?|bn|million|billion|thousand))? "
    r"(?:to|for)\b"
)

_DASHES = "\u2014\u2013"

Span = tuple[int, int]


class Line(NamedTuple):
    """Where a line starts, what leads its list if it is an item, and the heading of its section."""

    start: int
    leading: Span | None
    section: Span | None


def listings(
    plain: str, paragraphs: Sequence[Paragraph], names: Callable[[Span], bool]
) -> Iterator[Line]:
    """The lines of a text; `names` says whether a stretch of it names what a list counts."""
    leading: Span | None = None
    section: Span | None = None
    prose: Span | None = None  # the line of prose before
    heads = False  # whether the line before is a heading
    listing = False  # whether the lines before are one with a colon and its items
    for paragraph in paragraphs:
        for start, end in lines(plain, paragraph.start, paragraph.end):
            if not any(map(str.isalnum, plain[start:end])):
                continue  # a rule under the lines above
            item = False
            label = _LABELLED.match(plain, start, end)
            labelled = label is not None and (
                leading is not None
                or label[1] in _DASHES
                or names_place(plain[start : label.start(1)].strip())
            )
            opens = _SUM_FIRST.match(plain, start, end)
            labelled = labelled or (listing and opens is not None)
            bullet = labelled or is_bullet(plain, start)
            last = plain[max(start, end - 2) : end].strip(_CLOSERS)[-1:]
            listing = last == ":" or (listing and bullet)
            if last == ":":
                leading = _told_before(plain, names, prose, max(start, end - _LONGEST_ITEM), end)
            elif last in (".", "!", "?") and not bullet:
                leads = _LEAD.search(plain, max(start, end - _LEADING), end)
                begins = max(start, plain.rfind(". ", start, end - _LEADING) + 1)
                leading = None if leads is None else (max(begins, end - _LONGEST_ITEM), end)
                prose = start, end
            elif not bullet and not has_count(plain[start:end]):
                begins = leading[0] if heads and leading is not None else start
                leading = (begins, end) if end - start <= _LONGEST_HEADING else None
                section = leading or section
            else:
                item = end - start <= _LONGEST_ITEM
                if leading is None and labelled and prose is not None:
                    leading = next(iter(sentences(plain, *prose)), None)
            heads = leading is not None and leading[1] == end and last != ":"
            yield Line(start, leading if item else None, section)


def _told_before(
    plain: str, names: Callable[[Span], bool], prose: Span | None, start: int, end: int
) -> Span:
    """ "… 4 million refugees. | By country:": the line over a list, and what it divides up."""
    if prose is None or _DIVIDING.search(plain, start, end) is None:
        return start, end
    told = list(sentences(plain, *prose))[-1:]
    if not told or end - told[0][0] > _DIVIDED:
        return start, end
    return (start, end) if names((start, end)) else (told[0][0], end)
