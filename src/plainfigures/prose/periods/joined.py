"""Words of time that make one period: "from 1988 to 1994", "dawn on Monday", "March last year"."""

from plainfigures.prose.periods.durations import month_shifted
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.lexicon import calendar
from plainfigures.prose.words.tokens import Tokens

_GLUE = (["to"], ["until"], ["through"], ["-"], ["\u2013"])
_ENDING = (["to"], ["to", "the"], ["ending"], ["ended"], ["ending", "in"], ["ended", "in"])
_YEAR = 4
_BESIDE: tuple[list[str], ...] = ([], ["of"])


def _continues(tokens: Tokens, before: Period, period: Period, gap: list[str]) -> bool:
    """Whether two times with these words between them are the ends of one period."""
    word = tokens.word
    opener = word[before.first]
    if not gap:
        return opener == "from" and word[period.first] in ("until", "till", "through")
    months = calendar("month").keys() >= {word[before.last - 1], word[period.first]}
    if gap == ["and"] and (months or _follow(before, period)):
        return "respectively" not in word  # "in 1925 and 1926", "in May and June"
    return gap in _GLUE or (gap == ["and"] and opener == "between")


def _follow(before: Period, period: Period) -> bool:
    """Whether two times are years, decades or months of which one follows the other."""
    first, last = before.start or "", period.start or ""
    if len(first) == len(last) == _YEAR:
        years = int(last) - int(first)
        return int(before.end or 0) == int(first) + years - 1 or (
            years == 1 and before.end == first
        )
    month = len(first) == len(last) == _YEAR + 3 and first[:_YEAR] == last[:_YEAR]
    return month and int(last[-2:]) - int(first[-2:]) == 1


def merged(tokens: Tokens, found: list[Period]) -> list[Period]:
    """Periods of which one says more of its neighbour, as one."""
    kept: list[Period] = []
    for period in found:
        one = _both(tokens, kept[-1], period) if kept else None
        if one is None:
            kept.append(period)
        else:
            kept[-1] = one
    return kept


def _both(tokens: Tokens, before: Period, period: Period) -> Period | None:
    """One period of two neighbours, or None where each stands for itself."""
    gap = tokens.word[before.last : period.first]
    if len(gap) > 2 or period.role != "period":
        return None
    head = tokens.word[before.last - 1]
    if head in ("year", "quarter", "months") and gap in _ENDING:
        return _year_to(tokens, before, period)
    ends = gap[:-1] if gap[-1:] == ["the"] else gap
    if _continues(tokens, before, period, ends):
        last = period.last + (tokens.at(period.last) == "period")
        return Period(before.first, last, before.start, period.end)
    if gap in _BESIDE and _month_of_year(tokens, before, period):
        year = period.start or ""
        start, end = (day and (year or day[:4]) + day[4:] for day in (before.start, before.end))
        return Period(before.first, period.last, start, end, before.role)
    of = head in calendar("unit") or tokens.word[period.first] in calendar("month")
    if (of and gap == ["of"]) or (head == "followed" and not gap):
        return Period(before.first, period.last, period.start, period.end, before.role)
    if gap in ([], ["on"], ["in"]) and _part_of_day(tokens, before):
        return Period(before.first, period.last, period.start, period.end, before.role)
    return None


def _month_of_year(tokens: Tokens, before: Period, period: Period) -> bool:
    """ "in March last year": a month or day whose year stands after it."""
    if tokens.word[period.first] == "over":
        return False  # "rose 7 percent in May over last year"
    year = len(period.start or "") == _YEAR and period.start == period.end
    year = year or (tokens.word[period.last - 1] == "year" and not before.end)
    return year and not calendar("month").keys().isdisjoint(tokens.word[before.first : before.last])


def _year_to(tokens: Tokens, before: Period, period: Period) -> Period:
    """ "the year to March 2023", "the quarter ending June 2019"."""
    end, back = period.end, {"year": -11, "quarter": -2}.get(tokens.word[before.last - 1])
    start = month_shifted(end, back) if back and end is not None and len(end) == 7 else None
    return Period(before.first, period.last, start, end)


def _part_of_day(tokens: Tokens, before: Period) -> bool:
    word = tokens.word[before.last - 1]
    return word in calendar("daypart") or word in ("overnight", "night")
