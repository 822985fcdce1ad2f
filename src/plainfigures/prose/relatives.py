"""Periods relative to the document's date: "last year", "this month", "yesterday", "to date"."""

from plainfigures.prose.durations import TIME_UNITS, day_shifted, month_shifted
from plainfigures.prose.lexicon import calendar
from plainfigures.prose.period import Period
from plainfigures.prose.tokens import Tokens

_SHIFTS = {
    "this": 0,
    "current": 0,
    "last": -1,
    "previous": -1,
    "past": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_PLAIN = ("last", "this", "next")
_UNITS = frozenset("year month week decade century quarter".split())
_OPENERS = frozenset("by until since over during from".split())
_DAYS = {"yesterday": -1, "tonight": 0, "tomorrow": 1}
_AS_OF = (("so", "far"), ("to", "date"))
_EACH = ("each", "every")
_ADVERBS = frozenset("annually yearly monthly weekly daily".split())
_CUES = _ADVERBS | _SHIFTS.keys() | _DAYS.keys() | {"today", "so", "to", *_EACH}

Span = tuple[str | None, str | None]


def relatives(tokens: Tokens, document_date: str | None) -> list[Period]:
    """All relative periods of a sentence, in order; without a document's date they have no span."""
    found = []
    for i, word in enumerate(tokens.word):
        period = _relative(tokens, i, document_date) if word in _CUES else None
        if period is not None:
            found.append(period)
    return found


def _relative(tokens: Tokens, i: int, document_date: str | None) -> Period | None:
    """The period that begins at the cue `i`, or ends after it ("the last year")."""
    word = tokens.word[i]
    if word in _SHIFTS:
        return _shifted(tokens, i, document_date)
    if word in _DAYS:
        return Period(i, i + 1, *_day(word, document_date))
    if word == "today":
        return Period(i, i + 1, None, None, "as_of")
    if (word, tokens.at(i + 1)) in _AS_OF:
        return Period(i, i + 2, None, None, "as_of")
    if word in _EACH and tokens.at(i + 1) in TIME_UNITS:
        return Period(i, i + 2, None, None)
    return Period(i, i + 1, None, None) if word in _ADVERBS and i else None


def _shifted(tokens: Tokens, i: int, document_date: str | None) -> Period | None:
    """ "last year", "the previous month", "since last May": the word of direction at token `i`."""
    which, unit = tokens.word[i], tokens.at(i + 1)
    if unit not in _UNITS and (unit not in calendar("month") or which not in _PLAIN):
        return None
    first = i - 1 if tokens.at(i - 1) == "the" else i
    opener = tokens.at(first - 1)
    start, end = _span(unit, which, document_date)
    if opener == "since":
        end = None
    elif opener in ("by", "until"):
        start = None
    return Period(first - 1 if opener in _OPENERS else first, i + 2, start, end)


def _day(word: str, document_date: str | None) -> Span:
    if not document_date or len(document_date) != 10:
        return None, None
    day = day_shifted(document_date, _DAYS[word])
    return day, day


def _span(unit: str, which: str, document_date: str | None) -> Span:
    """The span of a unit of time, or of a month by name, beside the document's date."""
    if not document_date:
        return None, None
    shift = _SHIFTS[which]
    year = int(document_date[:4])
    if unit == "year":
        # the year before or after another one that the text names
        named = which in ("previous", "preceding", "following")
        return (None, None) if named else (f"{year + shift:04d}", f"{year + shift:04d}")
    if unit == "decade":
        return (f"{year - 10:04d}", f"{year:04d}") if which == "past" else (None, None)
    if len(document_date) < 7:
        return None, None
    if unit == "month" and which in _PLAIN:
        month = month_shifted(document_date, shift)
        return month, month
    if unit in calendar("month") and which == "last":
        number = int(calendar("month")[unit])
        if number >= int(document_date[5:7]):
            year -= 1
        return f"{year:04d}-{number:02d}", f"{year:04d}-{number:02d}"
    return None, None
