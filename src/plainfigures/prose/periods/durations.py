"""Durations as periods: quantities of time that reach back or forward ("the next four years")."""

from datetime import date, timedelta
from decimal import Decimal

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.period import Period
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import BEFORE_VERB
from plainfigures.prose.words.lexicon import nouns, tag
from plainfigures.prose.words.signs import WHICH
from plainfigures.prose.words.tokens import Tokens

TIME_UNITS = frozenset(
    "second minute hour day night week weekend fortnight month quarter year decade century".split()
)
_OWNED = DETERMINERS | {"'s"}
_EVENT = 6
_WHICH_OF_ALL = frozenset("first opening closing final initial".split())
_GOES_ON = frozenset("xov")  # a sign, a pronoun, a verb
_NEXT = frozenset("next coming following".split())
_PAST = frozenset("last past previous preceding recent".split())
_OPENERS = frozenset("over within in during for after throughout under".split())
_BEFORE_OF = frozenset("end course space period beginning start".split())
_HEADS = frozenset("period plan programme program span term war conflict".split())
_TO_COME = ["to", "come"]
# The spans of time by the unit that dates are shifted in.
YEARS = {"year": 1, "decade": 10, "century": 100}
MONTHS = {"month": 1, "quarter": 3}
DAYS = {"day": 1, "week": 7, "fortnight": 14}
_FURTHEST = 1000


def durations(scan: Scan, document_date: str | None) -> list[Period]:
    """ "over the next four years", "for three decades", "by the end of a five-year period"."""
    found = (
        _duration(scan.tokens, q, document_date)
        for q in scan.quantities
        if q.kind == "unit" and q.unit in TIME_UNITS and q.rate is None and not q.is_age
    )
    return [period for period in found if period is not None]


def _duration(tokens: Tokens, q: Quantity, document_date: str | None) -> Period | None:
    last = _last(tokens, q)
    if last is None:
        return None
    begin, direction = _direction(tokens, q)
    at = _opener(tokens, begin - 1)
    opener = tokens.at(at)
    if opener in _OPENERS or (opener == "by" and at < begin - 1):  # no "extended by two months"
        led = _WHICH_OF_ALL.isdisjoint(tokens.word[begin : q.phrase_first])
        first = at if led or opener not in ("in", "for") else begin
    elif "over" in tokens.word[begin : begin + 2]:  # a qualifier: "300 million over three years"
        first = begin + (tokens.word[begin] != "over")
    elif tokens.at(last) in ("ago", "earlier", "later"):
        span = shifted(document_date, q.unit, q.value, -1) if tokens.word[last] == "ago" else None
        return Period(q.phrase_first, last + 1, span, span)
    elif direction:
        first = begin
    else:
        return None
    if not document_date or not direction or q.value is None:
        return Period(first, last, None, None)
    other = shifted(document_date, q.unit, q.value, direction)
    here = document_date[: len(other)] if other else None
    start, end = (here, other) if direction > 0 else (other, here)
    return Period(first, last, start, end)


def _last(tokens: Tokens, q: Quantity) -> int | None:
    """The token after a duration; of one that describes a noun ("a five-year plan"), after that."""
    last = q.phrase_last
    if not q.attributive:
        followed = tokens.at(last) in WHICH and tokens.at(last + 1) == "followed"
        if followed or tokens.word[last : last + 2] == _TO_COME:
            return last + 2
        if tokens.at(last) == "since" and tag(tokens.at(last + 1) or ".")[0] in _GOES_ON:
            return last + 1  # "in the two months since, 40 have died"
        return past_event(tokens, last)
    if tokens.at(last) in _HEADS:
        return last + 1
    return last if tokens.word[last - 1] in ("period", "span") else None


def past_event(tokens: Tokens, last: int) -> int:
    """The end of "three months | of the siege", "three weeks | of the army's withdrawal"."""
    if tokens.at(last) != "of":
        return last
    for k in range(last + 1, min(tokens.size, last + _EVENT)):
        word = tokens.word[k]
        ends = word in nouns("time") or word in YEARS
        if ends and tokens.at(k + 1) not in nouns("time"):
            return k + 1
        if word not in _OWNED and tag(word).split(",")[0] not in ("a", "n", "ns"):
            break
    return last


def _direction(tokens: Tokens, q: Quantity) -> tuple[int, int]:
    """The first token with the articles before a duration, and 1, -1 or 0: next, past, neither."""
    begin, direction = q.phrase_first, 0
    while begin > 0:
        word = tokens.word[begin - 1]
        if word in _NEXT:
            direction = 1
        elif word in _PAST and not (word == "last" and tokens.at(begin - 2) in BEFORE_VERB):
            direction = -1
        elif word not in DETERMINERS and word not in _WHICH_OF_ALL:
            break
        begin -= 1
    return begin, direction


def _opener(tokens: Tokens, at: int) -> int:
    """The token of the preposition, stepping over "the end of", "the course of"."""
    if tokens.at(at) == "of" and tokens.at(at - 1) in _BEFORE_OF:
        at -= 2
        while tokens.at(at) in ("the", "a"):
            at -= 1
    return at


def shifted(
    document_date: str | None, unit: str | None, value: Decimal | None, direction: int
) -> str | None:
    """The document's date moved by a duration, at the precision of its unit."""
    if not document_date or not value or unit is None or value % 1 or abs(value) > _FURTHEST:
        return None
    count = int(value) * direction
    year = int(document_date[:4])
    if unit in YEARS:
        target = year + count * YEARS[unit]
        return f"{target:04d}" if 0 < target < 10000 else None
    if unit in MONTHS and len(document_date) >= 7:
        return month_shifted(document_date, count * MONTHS[unit])
    if unit in DAYS and len(document_date) == 10:
        return day_shifted(document_date, count * DAYS[unit])
    return None


def month_shifted(document_date: str, months: int) -> str:
    """The month of a date (YYYY-MM or longer), moved by a number of months."""
    at = int(document_date[:4]) * 12 + int(document_date[5:7]) - 1 + months
    return f"{at // 12:04d}-{at % 12 + 1:02d}"


def day_shifted(document_date: str, days: int) -> str:
    """A day (YYYY-MM-DD), moved by a number of days."""
    return (date.fromisoformat(document_date) + timedelta(days=days)).isoformat()
