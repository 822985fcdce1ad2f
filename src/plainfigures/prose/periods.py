"""Periods: the words that say when, and the calendar span that follows from them."""

from plainfigures.prose.date import Date
from plainfigures.prose.durations import durations
from plainfigures.prose.eras import eras
from plainfigures.prose.period import Period
from plainfigures.prose.relatives import relatives
from plainfigures.prose.scan import Scan
from plainfigures.prose.tokens import Tokens

_SPANNING = frozenset("during throughout between over from through within".split())
_PARTS = frozenset(
    "early mid late beginning end middle start turn course first second half hours morning evening "
    "afternoon night spring summer autumn winter".split()
)
_GLUE = (["to"], ["until"], ["through"], ["-"], ["\u2013"])


def periods(scan: Scan, document_date: str | None) -> list[Period]:
    """All periods of a sentence in order; relative ones follow from the document's date."""
    tokens = scan.tokens
    dates = [one for one in scan.dates if one.kind == "date"]
    found = _joined(tokens, [_dated(tokens, one, document_date) for one in dates])
    found += durations(scan, document_date)
    found += relatives(tokens, document_date)
    found += eras(tokens, found)
    found.sort(key=lambda period: (period.first, -period.last))
    return _longest(found)


def _longest(found: list[Period]) -> list[Period]:
    """Of periods that overlap the longest."""
    kept: list[Period] = []
    for period in found:
        if not kept or period.first >= kept[-1].last:
            kept.append(period)
        elif period.last - period.first > kept[-1].last - kept[-1].first:
            kept[-1] = period
    return kept


def _dated(tokens: Tokens, one: Date, document_date: str | None) -> Period:
    """The period of a date, with the words of part and direction before it."""
    word = tokens.word
    first = _first_part(tokens, one.first)
    parts = word[first : one.first]
    start, end = _lent(one, document_date)
    if start is not None and len(start) == 4:
        if "end" in parts:
            start = end = f"{end}-12"
        elif "beginning" in parts or parts[:1] == ["start"]:
            start = end = f"{start}-01"
    at = first - 2 if tokens.at(first - 1) == "the" and first >= 2 else first - 1
    opener = tokens.at(at)
    if opener in ("of", "at") and tokens.at(at - 1) == "as":
        return Period(at - 1, one.last, start, end, "as_of")
    if opener == "since":
        return Period(at, one.last, start, None)
    if opener in ("until", "till"):
        lead = at - 1 if tokens.at(at - 1) in ("up", "from") else at
        return Period(lead, one.last, None, end)
    if opener == "by":
        return Period(at, one.last, None, end)
    if opener == "before":
        return Period(at, one.last, None, start)
    if opener == "after":
        return Period(at, one.last, end, None)
    return Period(at if opener in _SPANNING else first, one.last, start, end)


def _lent(one: Date, document_date: str | None) -> tuple[str | None, str | None]:
    """The span of a date; a day or month without a year takes that of the document."""
    if one.start is not None or one.month is None or not one.valid or not document_date:
        return one.start, one.end
    month = f"{document_date[:4]}-{one.month:02d}"
    span = month if one.day is None else f"{month}-{one.day:02d}"
    return span, span


def _first_part(tokens: Tokens, first: int) -> int:
    """The first token of "the early hours of", "the end of", "late", "mid-" before a date."""
    word = tokens.word
    for j in range(first - 1, -1, -1):
        if word[j] in _PARTS or (word[j] == "-" and tokens.tight(j)):
            first = j
        elif word[j] not in ("of", "the"):
            break
    return first


def _joined(tokens: Tokens, found: list[Period]) -> list[Period]:
    """ "from 1988 to 1994", "between May 1992 and June 1993" become one period."""
    joined: list[Period] = []
    for period in found:
        if joined and _continues(tokens, joined[-1], period):
            before = joined[-1]
            joined[-1] = Period(before.first, period.last, before.start, period.end)
        else:
            joined.append(period)
    return joined


def _continues(tokens: Tokens, before: Period, period: Period) -> bool:
    """Whether two dates are the ends of one period."""
    word = tokens.word
    gap = word[before.last : period.first]
    opener = word[before.first]
    if not gap:
        return opener == "from" and word[period.first] in ("until", "till", "through")
    return gap in _GLUE or (gap == ["and"] and opener == "between")
