"""Dates, years and times in the token table, with the calendar span that each one states."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from plainfigures.prose.dates import seasons, years
from plainfigures.prose.dates.clock import time
from plainfigures.prose.dates.date import Date, day_span
from plainfigures.prose.dates.years import dated_year, year_at, year_like
from plainfigures.prose.words.lexicon import calendar, numbers, tag
from plainfigures.prose.words.signs import ENDS
from plainfigures.prose.words.tokens import DASHES, ORDINAL_ENDS, Tokens

# Months that are first names, too.
_FORENAMES = frozenset("jan april june".split())
# What opens a span of days, and what then leads to its end.
_SPANS = {"from": "to", "between": "and"}
_OPENING = frozenset(("", "from", "between", "on", "during", "(", ":", "week", "period"))
_PERIODS = frozenset("week weeks period fortnight days night nights weekend dates".split())
_JOINTS = frozenset("and or to until till through".split())
_AUXILIARIES = frozenset(("was", "were", "had", "did"))
_UNTIL = DASHES | {"to"}
_ALSO_VERBS = frozenset("may march mar".split())
_AND = frozenset(("and", "or", "&"))
_BEFORE_MONTH = frozenset("between in since by of until last next to from early late mid -".split())
_TENS, _LONGEST_MONTH = {"twenty": 20, "thirty": 30}, 31
_NOT_COUNTED = frozenset("as was is this has its".split())


def words() -> Iterable[str]:
    """The words and signs of the calendar at which a date may be read."""
    return _readers()


def begins(word: str) -> bool:
    """Whether a date or time may be read at a word."""
    return word[0].isdecimal() or word in _readers()


def find(tokens: Tokens, places: Iterable[int]) -> list[Date]:
    """All dates and times of the sentence, in order, none overlapping another.

    `places` are the tokens at which one may be read.
    """
    found: list[Date] = []
    readers, word = _readers(), tokens.word
    after = 0
    for i in places:
        date = readers.get(word[i], _digits)(tokens, i) if i >= after else None
        if date is None:
            continue
        while found and found[-1].last > date.first:
            found.pop()
        found.append(date)
        after = date.last
    return found


@cache
def _readers() -> Mapping[str, Callable[[Tokens, int], Date | None]]:
    """What reads a date at a word of the calendar."""
    return {
        **dict.fromkeys(calendar("season"), seasons.season),
        **dict.fromkeys(calendar("month"), _month),
        "'": years.short,
        "century": seasons.century,
        "half": seasons.part_of_year,
        "quarter": seasons.part_of_year,
        "fy": seasons.fiscal_year,
        "fiscal": seasons.fiscal_year,
        **dict.fromkeys(("a.d.", "ad", "b.c.", "bc", "b.c.e.", "bce"), years.era_year),
    }


def _month(tokens: Tokens, i: int) -> Date | None:
    """A month word at `i`, with the day before or after it and the year."""
    if not tokens.capital(i) and not _small(tokens, i):
        return None
    month = int(calendar("month")[tokens.word[i]])
    days = _days_before(tokens, i)
    after = _after_name(tokens, i)
    if days is None:
        days, after = _days_after(tokens, i, after)
    glued = tokens.at(after).partition(",")  # "May 31,2020"
    if days is None and (day := _day(glued[0])) is not None and year_like(glued[2]):
        start, end, valid = day_span(glued[2], month, day)
        return Date(i, after + 1, start, end, month=month, day=day, valid=valid)
    first = i if days is None else min(i, days[2])
    k = after + 1 if tokens.at(after) in (",", "of") else after
    year = dated_year(tokens, k, days is not None)
    if year is not None:
        after = k + 1
    if days is not None:
        start, end, valid = day_span(year, month, days[0], days[1])
        return Date(first, after, start, end, month=month, day=days[0], valid=valid)
    if year is not None:
        return Date(i, after, f"{year}-{month:02d}", f"{year}-{month:02d}")
    if tokens.word[i] in _ALSO_VERBS and not (
        tokens.at(i - 1) in _BEFORE_MONTH
        or tokens.at(after) == ":"  # "May: 6,900"
        or (tokens.capital(i) and tokens.at(after) in _UNTIL and _is_month(tokens, after + 1))
        or (tokens.at(i - 1) in _AND and tokens.at(i - 2) in calendar("month"))
    ):
        return None  # but "between January and March"
    named = after == i + 1 and tokens.capital(after) and tokens.word[i] in _FORENAMES
    if named and (tokens.word[i] == "jan" or tokens.at(i - 1) in ("", ",")):
        return None  # "its spokesman, Jan Holm"
    if _ends_name(tokens, i):
        return None
    return Date(i, after, None, None, month=month)


def _is_month(tokens: Tokens, k: int) -> bool:
    """Whether a month ends what the month before it begins: "(March-*May*)"."""
    return tokens.capital(k) and tokens.at(k) in calendar("month")


def _ends_name(tokens: Tokens, i: int) -> bool:
    """ "The district of Zenda *Jan*", "in Zabukh-*Nov*": a short month behind a name."""
    glued = tokens.at(i - 1) == "-" and tokens.tight(i)
    k = i - 1 - glued
    short = len(tokens.word[i]) == _SHORT and tokens.at(i + 1) != "."
    named = (
        k > 0
        and tokens.capital(k)
        and not any(tokens.word[k] in calendar(kind) for kind in ("month", "weekday"))
    )
    return short and named and tokens.raw[k].isalpha()


def _small(tokens: Tokens, i: int) -> bool:
    """Whether a month in small letters is one, by a day or year: "nov. 6", "12 march 1994"."""
    word = tokens.word[i]
    after = _after_name(tokens, i)
    sure = _day(tokens.at(after)) is not None and not _counts(tokens, after)
    before, year = _day(tokens.at(i - 1)) is not None, year_at(tokens, after) is not None
    if word in _ALSO_VERBS:
        return before and year
    return sure or year or before


_SHORT = 3
Days = tuple[int, int | None, int]


def _days_before(tokens: Tokens, i: int) -> Days | None:
    """31 March, 31st March, 3-5 March, the 31st of March: (day, last day or None, first token)."""
    j = i - 2 if tokens.at(i - 1) == "of" else i - 1
    if j >= 1 and (spelled := _spelled_day(tokens, j)) is not None:
        return spelled
    ordinal = j >= 1 and tokens.word[j] in ORDINAL_ENDS and tokens.tight(j)
    j -= ordinal
    if j < 0 or (tokens.text[tokens.end[j] : tokens.end[j] + 1].isalpha() and not ordinal):
        return None
    day = _day(tokens.raw[j])
    if day is None:
        return None
    earlier = _day(tokens.raw[j - 2]) if j >= 2 else None
    joint = tokens.at(j - 1)
    if earlier is not None and (joint in DASHES or (joint in _JOINTS and earlier < day)):
        if joint != "to" or _opens(tokens, j - 3):
            return earlier, day, j - 2
    return day, None, j


def _spelled_day(tokens: Tokens, j: int) -> Days | None:
    """ "The first of May", "the thirty-first of March": a day that ends with token `j`."""
    kind, day = numbers().get(tokens.word[j], ("", ""))
    if kind != "ordinal" or tokens.at(j + 1) != "of":
        return None
    value, first = int(day), j
    if tokens.at(j - 1) == "-" and tokens.at(j - 2) in _TENS:
        value, first = value + _TENS[tokens.at(j - 2)], j - 2
    led = tokens.at(first - 1) == "the"
    return (value, None, first) if led and value <= _LONGEST_MONTH else None


def _opens(tokens: Tokens, k: int) -> bool:
    """Whether a span of days begins behind token `k` ("in the week *of* 7 to 13 August")."""
    word = tokens.at(k)
    return word in _OPENING or (word == "of" and tokens.at(k - 1) in _PERIODS)


def _after_name(tokens: Tokens, i: int) -> int:
    """The token after the name of a month, the full stop of "Sep." included."""
    short = (len(tokens.word[i]) == 3 and tokens.word[i] != "may") or tokens.word[i] == "sept"
    stop = short and tokens.at(i + 1) == "." and tokens.tight(i + 1)
    return i + 2 if stop else i + 1


def _days_after(tokens: Tokens, i: int, k: int) -> tuple[Days | None, int]:
    """March 31, March 31st, March 3-5: the days that begin at token `k`, and the token after.

    The month is token `i`: "from March 3 to 28", "from March 3 to May 28 police held".
    """
    day = _day(tokens.at(k))
    if day is None or (_counts(tokens, k) and not _closes(tokens, i)):
        return None, k
    after = k + 1
    if tokens.at(after) in ORDINAL_ENDS and tokens.tight(after):
        after += 1
    spanned = tokens.at(after) == _SPANS.get(tokens.at(i - 1))
    joined = spanned or tokens.at(after) in DASHES or _is_second(tokens, after, day)
    last = _day(tokens.at(after + 1)) if joined else None
    last = None if spanned and (last or 0) <= day else last
    return (day, last, k), after if last is None else after + 2


def _closes(tokens: Tokens, i: int) -> bool:
    """Whether a month at token `i` ends a span that another opens ("from March 3 to | May")."""
    opened = tokens.at(i - 1) in _SPANS.values() and _day(tokens.at(i - 2)) is not None
    return opened and tokens.at(i - 3) in calendar("month")


def _is_second(tokens: Tokens, k: int, day: int) -> bool:
    """ "on March 11 and 14, rebels came", "attacks on May 3 and 7 killed many": a second day."""
    last, nxt = _day(tokens.at(k + 1)), tokens.at(k + 2)
    if tokens.at(k) != "and" or last is None or last <= day:
        return False
    return nxt in ENDS or (tag(nxt)[:2] == "vd" and nxt not in _AUXILIARIES)


def _day(raw: str) -> int | None:
    if len(raw) <= 2 and raw.isdecimal() and 1 <= int(raw) <= 31:
        return int(raw)
    return None


def _counts(tokens: Tokens, k: int) -> bool:
    """Whether the number after a month counts something ("in May 12 people")."""
    nxt = tokens.at(k + 1)
    if tokens.at(k - 1) == "." or tokens.at(k) == "1":
        return False  # "on Feb. 21 sales rose", "the diary for July 1 records"
    return nxt[-1:] == "s" and nxt not in _NOT_COUNTED and tag(nxt)[0] == "n"


def _digits(tokens: Tokens, i: int) -> Date | None:
    """The time, date or year that begins with the digits at token `i`."""
    found = time(tokens, i) or _three_parts(tokens, i) or _dotted(tokens, i)
    numbered = tokens.at(i - 1) == "/" == tokens.at(i + 1)  # "document S/2018/623"
    if found is None and year_like(tokens.raw[i]) and not numbered:
        return years.year(tokens, i)
    return found or years.early(tokens, i)


def _three_parts(tokens: Tokens, i: int) -> Date | None:
    """2001-05-31, 31-May-2001, 31/05/2001, 5/31/01; where it may be either, the span is open."""
    if i + 4 >= tokens.size or tokens.word[i + 1] not in ("-", "/"):
        return None
    if tokens.word[i + 3] != tokens.word[i + 1]:
        return None
    if not tokens.glued(i + 1) or not tokens.tight(i + 4):
        return None
    a, b, c = tokens.raw[i], tokens.raw[i + 2], tokens.raw[i + 4]
    month = calendar("month").get(b.lower())
    if month is not None and _day(a) is not None and year_like(c):  # "12-Sep-2003"
        start, end, valid = day_span(c, int(month), int(a))
        return Date(i, i + 5, start, end, valid=valid)
    if not (a + b + c).isdecimal() or len(b) > 2:
        return None
    start, end, valid = None, None, True
    if year_like(a) and len(c) <= 2 and 1 <= int(b) <= 12:
        start, end, valid = day_span(a, int(b), max(1, int(c)))
    elif len(a) <= 2 and len(c) in (2, 4):
        if year_like(c) and int(a) > 12 >= int(b) >= 1:
            start, end, valid = day_span(c, int(b), int(a))
        elif year_like(c) and int(b) > 12 >= int(a) >= 1:
            start, end, valid = day_span(c, int(a), int(b))
    else:
        return None
    return Date(i, i + 5, start, end, valid=valid)


def _dotted(tokens: Tokens, i: int) -> Date | None:
    """31.05.2001."""
    parts = tokens.raw[i].split(".")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    day, month, year = parts
    if _day(day) is None or len(month) > 2 or not year_like(year) or not 1 <= int(month) <= 12:
        return None
    start, end, valid = day_span(year, int(month), int(day))
    return Date(i, i + 1, start, end, valid=valid)
