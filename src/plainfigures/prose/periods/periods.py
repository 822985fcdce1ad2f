"""Periods: the words that say when, and the calendar span that follows from them."""

from itertools import pairwise

from plainfigures.prose.dates.date import Date
from plainfigures.prose.dates.portions import lead, narrowed
from plainfigures.prose.periods.durations import durations
from plainfigures.prose.periods.eras import eras
from plainfigures.prose.periods.joined import merged
from plainfigures.prose.periods.openers import opened
from plainfigures.prose.periods.period import Period
from plainfigures.prose.periods.records import sets_record
from plainfigures.prose.periods.relatives import relatives
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.lexicon import calendar, future
from plainfigures.prose.words.tokens import Tokens

_YEAR, _MONTHLY, _TO_NOW = 4, 7, ["and", "now"]
# Years beside another.
_NEIGHBOURS = {"previous": -1, "preceding": -1, "before": -1, "earlier": -1, "following": 1}
_BOUNDING = frozenset("since before after until till by from over".split())
_TO = frozenset("and to until through - \u2013".split())


def periods(scan: Scan, document_date: str | None) -> list[Period]:
    """All periods of a sentence in order; relative ones follow from the document's date."""
    tokens = scan.tokens
    dates = [one for one in scan.dates if one.kind == "date"]
    for one, after in pairwise(dates):
        _lend_year(tokens, one, after)
    found = merged(tokens, [_dated(tokens, one, document_date) for one in dates])
    found += durations(scan, document_date)
    found += relatives(scan, document_date)
    found += eras(scan, found)
    if not found:
        return found
    found.sort(key=lambda period: (period.first, -period.last))
    kept = merged(tokens, _longest(found))
    for k in range(1, len(kept)):
        _count_on(tokens, kept[:k], kept[k])
    return [one for one in kept if not (sets_record(tokens, one) or _is_cut(tokens, one))]


def _count_on(tokens: Tokens, before: list[Period], period: Period) -> None:
    """ "90 in 2010, and 40 *in the previous year*": a year beside the only one told before."""
    words = tokens.word[period.first : period.last]
    if "year" not in words[-2:]:
        return
    years = {(day or "")[:_YEAR] for one in before for day in (one.start, one.end)}
    year = years.pop()
    if years or not year:
        return
    shift = next((_NEIGHBOURS[one] for one in words if one in _NEIGHBOURS), 0)
    if shift and period.start is None and period.end is None and words[0] not in _BOUNDING:
        period.start = period.end = f"{int(year) + shift:04d}"


def _lend_year(tokens: Tokens, one: Date, after: Date) -> None:
    """ "between 3 *May* and 9 June *1915*": the year of both."""
    gap = tokens.word[one.last : after.first]
    if one.start or one.month is None or len(gap) != 1 or len(after.start or "") < _MONTHLY:
        return
    if after.start and gap[0] in _TO and one.month <= int(after.start[5:7]):
        day = "" if one.day is None else f"-{one.day:02d}"
        one.start = one.end = f"{after.start[:4]}-{one.month:02d}{day}"


def _is_cut(tokens: Tokens, one: Period) -> bool:
    """ "*in the week* before the police came": a span without what it was before or after."""
    head = tokens.word[one.last - 1]
    spans = head in calendar("unit") or head in calendar("units")
    return spans and tokens.at(one.last) in ("before", "after")


def _longest(found: list[Period]) -> list[Period]:
    """Of periods that overlap the longest; of equal ones the last."""
    kept: list[Period] = []
    for period in found:
        if not kept or period.first >= kept[-1].last:
            kept.append(period)
        elif period.last - period.first > kept[-1].last - kept[-1].first or (
            period.last - period.first == kept[-1].last - kept[-1].first
            and period.first > kept[-1].first
        ):
            kept[-1] = period
    return kept


def _dated(tokens: Tokens, one: Date, document_date: str | None) -> Period:
    """The period of a date, with the words of part and direction before it."""
    first = lead(tokens, one.first)
    span = narrowed(tokens, first, one.first, _lent(tokens, one, document_date))
    if tokens.at(first - 1) == "between" and tokens.word[one.last : one.last + 2] == _TO_NOW:
        return Period(first - 1, one.last + 2, span[0], None)  # "between January and now"
    return opened(tokens, first, one.last, *span)


def _lent(tokens: Tokens, one: Date, document_date: str | None) -> tuple[str | None, str | None]:
    """The span of a date; a day or month without a year takes that of the document.

    One later than the document is the last such before it, where the sentence tells of nothing to
    come ("In September 12 were killed", written in May).
    """
    if one.start is not None or one.month is None or not one.valid or not document_date:
        return one.start, one.end
    rest = f"-{one.month:02d}" if one.day is None else f"-{one.month:02d}-{one.day:02d}"
    year = int(document_date[:4])
    span = f"{year:04d}{rest}"
    if span > document_date[: len(span)] and future("measure").isdisjoint(tokens.word):
        if rest == "-02-29":
            return None, None
        span = f"{year - 1:04d}{rest}"
    return span, span
