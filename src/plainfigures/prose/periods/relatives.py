"""Periods relative to the document's date: "last year", "since spring", "yesterday", "to date"."""

from datetime import date
from decimal import Decimal

from plainfigures.prose.dates.portions import lead, months, narrowed
from plainfigures.prose.periods.durations import day_shifted, month_shifted, past_event, shifted
from plainfigures.prose.periods.moment import Moment
from plainfigures.prose.periods.moments import is_rate, moments
from plainfigures.prose.periods.openers import opened, opener_at
from plainfigures.prose.periods.period import Period
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.lexicon import calendar
from plainfigures.prose.words.tokens import Tokens

_PLAIN = ("last", "this", "next")
_OFFSETS = {"yesterday": -1, "tonight": 0, "tomorrow": 1}
_AS_OF = {"far": "so", "date": "to", "present": "at"}
_THEN = ("since", "until", "by")
_ADVERBS = ("overnight", "today", "then", "per", *_AS_OF, *_OFFSETS)
_ADVERB = kind(lambda: (*_ADVERBS, *calendar("often")))

Span = tuple[str | None, str | None]


def relatives(scan: Scan, document_date: str | None) -> list[Period]:
    """All relative periods of a sentence; without a document's date they have no span."""
    tokens = scan.tokens
    dated = frozenset(one.first for one in scan.dates if one.kind == "date")
    found = [_placed(tokens, moment, document_date) for moment in moments(tokens, dated)]
    for i in tokens.of_kind(_ADVERB):
        period = _adverb(tokens, i, document_date)
        if period is not None:
            found.append(period)
    return found


def _adverb(tokens: Tokens, i: int, document_date: str | None) -> Period | None:
    """The period of the adverb of time at token `i`."""
    word, after = tokens.word[i], tokens.at(i + 1)
    if word in _OFFSETS:
        last = i + 2 if after in calendar("daypart") or after == "night" else i + 1
        return opened(tokens, i, last, *_day(_OFFSETS[word], document_date))
    if word == "overnight":
        return Period(i, i + 1, None, None)
    if word == "today" and after != "'s":
        return Period(i, i + 1, document_date, document_date, "as_of")
    if word == "per":
        rate = after in calendar("unit") and is_rate(tokens, i, i + 2)
        return Period(i, i + 2, None, None) if rate else None
    if word in _AS_OF:
        if tokens.at(i - 1) != _AS_OF[word]:
            return None
        return Period(i - 1, i + 1, document_date, document_date, "as_of")
    if word == "then":
        return Period(i - 1, i + 1, None, None) if tokens.at(i - 1) in _THEN else None
    named = tokens.capital(i) and tokens.capital(i + 1)  # "the Daily Star"
    often = word in calendar("often") and i and not named
    return Period(i, i + 1, None, None) if often else None


def _placed(tokens: Tokens, moment: Moment, document_date: str | None) -> Period:
    """The period of a moment, with the portion and the preposition before it."""
    begin = moment.first
    first = lead(tokens, begin)
    at = opener_at(tokens, first)
    span = _span(tokens, moment, tokens.at(at), document_date) if document_date else (None, None)
    last = past_event(tokens, moment.last) if moment.kind in ("unit", "units") else moment.last
    span = narrowed(tokens, moment.head + 1, moment.last, span)
    span = narrowed(tokens, first, begin, span)
    if first != begin and tokens.at(first - 1) in DETERMINERS:
        first -= 1
    if moment.kind == "units" and tokens.at(at) == "for":
        return Period(at, last, *span)
    return opened(tokens, first, last, *span)


def _day(days: int, document_date: str | None) -> Span:
    if not document_date or len(document_date) != 10:
        return None, None
    day = day_shifted(document_date, days)
    return day, day


def _span(tokens: Tokens, moment: Moment, opener: str, document_date: str) -> Span:
    """The span of a moment beside the document's date."""
    word = tokens.word[moment.head]
    if moment.kind == "weekday":
        return _weekday(word, moment.shift or opener, document_date)
    if moment.ago:
        return _ago(word, moment, document_date)
    if (word, moment.shift) == ("night", "last"):
        return _day(-1, document_date)
    if moment.kind == "daypart":
        return _day(0, document_date) if moment.shift == "this" else (None, None)
    if moment.kind == "season":
        return _season(word, moment.shift or opener, document_date)
    if not moment.shift:
        return None, None
    shift = int(calendar("shift")[moment.shift])
    if moment.kind == "month":
        return _month(word, shift, document_date)
    return _unit(word, moment.shift, shift, document_date)


def _unit(unit: str, which: str, shift: int, document_date: str) -> Span:
    """ "last year", "this month", "next quarter", "the past decade"."""
    year = int(document_date[:4])
    if which in ("previous", "preceding", "following"):
        return None, None  # before or after another time that the text names
    if unit == "year":
        return f"{year + shift:04d}", f"{year + shift:04d}"
    if unit == "decade":
        return (f"{year - 10:04d}", f"{year:04d}") if which == "past" else (None, None)
    if len(document_date) < 7 or which not in _PLAIN:
        return None, None
    if unit == "month":
        month = month_shifted(document_date, shift)
        return month, month
    if unit == "quarter":
        month = month_shifted(document_date, 3 * shift)
        return months(month[:4], (int(month[5:7]) + 2) // 3, 3)
    return None, None


def _month(name: str, shift: int, document_date: str) -> Span:
    """ "last May": the last one that is over; "this May"; "next May", where this year's is."""
    if len(document_date) < 7:
        return None, None
    number, now = int(calendar("month")[name]), int(document_date[5:7])
    if shift > 0 and number > now:
        return None, None  # of this year or the next
    year = int(document_date[:4]) + (shift > 0) - (shift < 0 and number >= now)
    return f"{year:04d}-{number:02d}", f"{year:04d}-{number:02d}"


def _season(name: str, which: str, document_date: str) -> Span:
    """ "last summer", "this spring", "since autumn"; a winter has two years and stays open."""
    first, last = (int(month) for month in calendar("season")[name].split("-"))
    if last < first or len(document_date) < 7 or which not in ("last", "this", "since"):
        return None, None
    year, month = int(document_date[:4]), int(document_date[5:7])
    if which == "last":
        year -= last >= month
    elif which == "since":
        year -= first > month
    return f"{year:04d}-{first:02d}", f"{year:04d}-{last:02d}"


def _weekday(name: str, which: str, document_date: str) -> Span:
    """ "since Sunday", "last Friday": the last one before the document's day; no other is sure."""
    if len(document_date) != 10 or which not in ("last", "since"):
        return None, None
    number = int(calendar("weekday")[name])
    back = (date.fromisoformat(document_date).isoweekday() - number - 1) % 7 + 1
    return _day(-back, document_date)


def _ago(unit: str, moment: Moment, document_date: str) -> Span:
    """ "a year ago", "a week ago"."""
    one = moment.ago == "ago" and moment.determiner in ("a", "an")
    span = shifted(document_date, unit, Decimal(one), -1)
    return span, span
