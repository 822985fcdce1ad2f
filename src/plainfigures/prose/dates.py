"""Dates, years and times in the token table, with the calendar span that each one states."""

from calendar import monthrange
from dataclasses import dataclass

from plainfigures.prose.tokens import Tokens

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_YEAR_BLOCKERS = frozenset(
    "about over than around nearly almost approximately roughly some least most to".split()
)
_CLOCK_WORDS = frozenset(
    ("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "hours", "hrs", "gmt", "o'clock")
)
_PARTS = frozenset(("early", "mid", "late", "end", "beginning", "middle", "start"))
_HALVES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


@dataclass(frozen=True, slots=True)
class Date:
    """Tokens first..last (exclusive) that state a calendar span; ISO text, either end may be null.

    `kind` is date, time or age of a century; `closed` is False where only a part is known (a day
    without a year has no span until the document lends its year).
    """

    first: int
    last: int
    start: str | None
    end: str | None
    month: int | None = None
    day: int | None = None
    valid: bool = True
    kind: str = "date"


def year_like(raw: str) -> bool:
    """Whether four bare digits read as a year (1400 to 2099)."""
    return len(raw) == 4 and raw.isdecimal() and "1400" <= raw <= "2099"


def find(tokens: Tokens) -> list[Date]:
    """All dates and times of the sentence, in order, none overlapping another."""
    found: list[Date] = []
    i, n = 0, tokens.size
    word = tokens.word
    while i < n:
        w = word[i]
        date = None
        if w in MONTHS:
            date = _month(tokens, i)
        elif w[0].isdecimal():
            date = _digits(tokens, i)
        elif w == "'" and i + 2 < n and word[i + 1].isdecimal() and len(word[i + 1]) == 2:
            if word[i + 2] == "s" and tokens.tight(i + 2):
                decade = "19" + word[i + 1][0]
                date = Date(i, i + 3, decade + "0", decade + "9")
        elif w in SEASONS:
            date = _season(tokens, i)
        elif w == "century":
            date = _century(tokens, i)
        elif w in ("half", "quarter"):
            date = _year_part(tokens, i)
        elif w in ("fy", "fiscal"):
            date = _fiscal(tokens, i)
        if date is None:
            i += 1
            continue
        while found and found[-1].last > date.first:
            found.pop()
        found.append(date)
        i = max(date.last, i + 1)
    return found


def _year_at(tokens: Tokens, i: int) -> str | None:
    if i < tokens.size and year_like(tokens.raw[i]):
        return tokens.raw[i]
    return None


def _day(raw: str) -> int | None:
    if len(raw) <= 2 and raw.isdecimal() and 1 <= int(raw) <= 31:
        return int(raw)
    return None


def day_span(
    year: str | None, month: int, day: int, end_day: int | None = None
) -> tuple[str | None, str | None, bool]:
    """ISO start and end of a day (or days) of a month, and whether the calendar has it."""
    last = end_day or day
    if year is None:
        return None, None, last <= (29 if month == 2 else monthrange(2001, month)[1])
    valid = last <= monthrange(int(year), month)[1]
    if not valid:
        return None, None, False
    return f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}-{last:02d}", True


def _month(tokens: Tokens, i: int) -> Date | None:
    """A month word at `i`, with the day before or after it and the year."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    month = MONTHS[word[i]]
    short = len(word[i]) == 3 and word[i] != "may"
    if not raw[i][0].isupper():
        return None
    after = i + 1
    if short and after < n and word[after] == "." and tokens.tight(after):
        after += 1
    first, day, end_day = i, None, None
    # day before: 31 March, 31st March, 3-5 March, the 31st of March
    j = i - 1
    if j >= 0 and word[j] == "of":
        j -= 1
    if j >= 1 and word[j] in _ORDINAL_ENDS and tokens.tight(j):
        j -= 1
    if (
        j >= 0
        and not tokens.text[tokens.end[j] : tokens.end[j] + 1].isalpha()
        or j >= 0
        and word[j + 1] in _ORDINAL_ENDS
    ):
        day = _day(raw[j])
    if day is not None:
        first = j
        if j >= 2 and word[j - 1] in ("-", "\u2013", "and", "to") and _day(raw[j - 2]) is not None:
            if (
                word[j - 1] in ("-", "\u2013")
                or (_day(raw[j - 2]) or 0) < day
                and word[j - 1] == "and"
            ):
                end_day, day, first = day, _day(raw[j - 2]), j - 2
    else:  # day after: March 31, March 31st, March 3-5
        k = after
        if k < n and (value := _day(raw[k])) is not None and not _counts(tokens, k):
            day, after = value, k + 1
            if after < n and word[after] in _ORDINAL_ENDS and tokens.tight(after):
                after += 1
            if (
                after + 1 < n
                and word[after] in ("-", "\u2013")
                and (last := _day(raw[after + 1])) is not None
            ):
                end_day, after = last, after + 2
    year = None
    k = after
    if k < n and word[k] in (",", "of"):
        k += 1
    if k < n and word[k] == "this" and k + 1 < n and word[k + 1] == "year":
        k = after
    if (year := _year_at(tokens, k)) is not None and not (word[after] == "of" and day is not None):
        after = k + 1
    elif year is not None:
        after = k + 1
    if day is None and year is None and not tokens.raw[i][0].isupper():
        return None
    if day is None:
        if year is None:
            if word[i] in ("may", "march", "mar") and not (
                i > 0
                and word[i - 1]
                in (
                    "in",
                    "since",
                    "by",
                    "of",
                    "until",
                    "last",
                    "next",
                    "to",
                    "from",
                    "early",
                    "late",
                    "mid",
                )
            ):
                return None
            # January 2001 to ... : a bare month before "-Month YYYY" takes the year of the other
            return Date(i, after, None, None, month=month)
        return Date(i, after, f"{year}-{month:02d}", f"{year}-{month:02d}")
    start, end, valid = day_span(year, month, day, end_day)
    return Date(first, after, start, end, month=month, day=day, valid=valid)


def _counts(tokens: Tokens, k: int) -> bool:
    """Whether the number after a month counts something ("in May 12 people")."""
    if k + 1 >= tokens.size:
        return False
    nxt = tokens.word[k + 1]
    return (
        nxt.isalpha() and nxt[-1:] == "s" and nxt not in ("as", "was", "is", "this", "has", "its")
    )


def _digits(tokens: Tokens, i: int) -> Date | None:
    word, raw, n = tokens.word, tokens.raw, tokens.size
    here = raw[i]
    # 10:30, 10.30 a.m.
    if (
        i + 2 < n
        and word[i + 1] == ":"
        and tokens.tight(i + 1)
        and tokens.tight(i + 2)
        and len(here) <= 2
        and len(raw[i + 2]) == 2
        and raw[i + 2].isdecimal()
        and here.isdecimal()
        and int(here) < 25
    ):
        last = i + 3
        while last + 1 < n and word[last] == ":" and raw[last + 1].isdecimal():
            last += 2
        if last < n and word[last] in _CLOCK_WORDS:
            last += 1
        return Date(i, last, None, None, kind="time")
    if i + 1 < n and word[i + 1] in ("am", "pm", "a.m.", "p.m.", "o'clock") and len(here) <= 5:
        return Date(i, i + 2, None, None, kind="time")
    if len(here) == 4 and i + 1 < n and word[i + 1] in ("gmt", "hrs") and here.isdecimal():
        return Date(i, i + 2, None, None, kind="time")
    # ISO and slashed dates
    if (
        i + 4 < n
        and word[i + 1] in "-/"
        and word[i + 3] == word[i + 1]
        and tokens.tight(i + 1)
        and tokens.tight(i + 2)
        and tokens.tight(i + 4)
    ):
        a, b, c = here, raw[i + 2], raw[i + 4]
        if a.isdecimal() and b.isdecimal() and c.isdecimal():
            if year_like(a) and len(b) <= 2 and len(c) <= 2 and 1 <= int(b) <= 12:
                start, end, valid = day_span(a, int(b), max(1, int(c)))
                return Date(i, i + 5, start, end, valid=valid)
            if len(a) <= 2 and len(b) <= 2 and len(c) in (2, 4):
                year = c if len(c) == 4 else None
                day, month = int(a), int(b)
                if year and year_like(year) and day > 12 >= month >= 1:
                    start, end, valid = day_span(year, month, day)
                elif year and year_like(year) and month > 12 >= day >= 1:
                    start, end, valid = day_span(year, day, month)
                else:
                    start, end, valid = None, None, True
                return Date(i, i + 5, start, end, valid=valid)
    if here.count(".") == 2:
        a, b, c = here.split(".")
        if len(a) <= 2 and len(b) <= 2 and len(c) == 4 and 1 <= int(b) <= 12 and year_like(c):
            start, end, valid = day_span(c, int(b), int(a))
            return Date(i, i + 1, start, end, valid=valid)
    if not year_like(here):
        return None
    return _year(tokens, i)


def _year(tokens: Tokens, i: int) -> Date | None:
    word, raw, n = tokens.word, tokens.raw, tokens.size
    year = raw[i]
    # 1990s, 1990's, mid-1990s
    if i + 1 < n and tokens.tight(i + 1) and word[i + 1] in ("s", "'s"):
        if word[i + 1] == "s" or year.endswith("0"):
            first = i
            return Date(first, i + 2, year[:3] + "0", year[:3] + "9")
    # 1991-1992, 2007/08, 2001-02
    if i + 2 < n and word[i + 1] in ("-", "\u2013", "/") and raw[i + 2].isdecimal():
        other = raw[i + 2]
        if year_like(other) and other > year:
            return Date(i, i + 3, year, other)
        if len(other) == 2 and tokens.tight(i + 1) and tokens.tight(i + 2) and other > year[2:]:
            return Date(i, i + 3, year, year[:2] + other)
    previous = word[i - 1] if i else ""
    nxt = word[i + 1] if i + 1 < n else ""
    if previous in ("$", "\u20ac", "\u00a3") or (
        i > 0
        and tokens.tight(i)
        and previous not in ("(", "[", '"', "\u201c", "-", "\u2013", "/", "'")
    ):
        return None
    if nxt in ("%", "percent", "per", "million", "billion", "thousand") and not (
        nxt == "per" and i + 2 < n and word[i + 2] != "cent"
    ):
        return None
    if previous in _YEAR_BLOCKERS and not (
        previous in ("to", "than", "around", "about") and not _plural(nxt)
    ):
        return None
    if _plural(nxt) and previous not in (
        "in",
        "since",
        "of",
        "from",
        "by",
        "until",
        "during",
        "the",
        "and",
        ",",
    ):
        return None
    if (
        i + 1 < n
        and word[i + 1] == "-"
        and tokens.tight(i + 1)
        and i + 2 < n
        and tokens.tight(i + 2)
        and word[i + 2].isalpha()
        and word[i + 2] not in ("present", "era")
    ):
        return None
    return Date(i, i + 1, year, year)


def _plural(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and (
        (word[-1] == "s" and word[-2] not in "sui") or word in ("people", "men", "women", "children")
    )  # fmt: skip


def _season(tokens: Tokens, i: int) -> Date | None:
    k = i + 1
    if k < tokens.size and tokens.word[k] == "of":
        k += 1
    year = _year_at(tokens, k)
    if year is None:
        return None
    first, last = SEASONS[tokens.word[i]]
    close = year if last >= first else str(int(year) + 1)
    return Date(i, k + 1, f"{year}-{first:02d}", f"{close}-{last:02d}")


def _century(tokens: Tokens, i: int) -> Date | None:
    from plainfigures.prose.lexicon import numbers

    word = tokens.word
    j = i - 1
    if j >= 1 and word[j] in _ORDINAL_ENDS and word[j - 1].isdecimal() and tokens.tight(j):
        number, first = int(word[j - 1]), j - 1
    elif j >= 0 and (entry := numbers().get(word[j])) is not None and entry[0] == "ordinal":
        number, first = int(entry[1]), j
        if j >= 2 and word[j - 1] == "-" and word[j - 2] == "twenty":
            number, first = number + 20, j - 2
        elif j >= 1 and word[j - 1] == "twenty":
            number, first = number + 20, j - 1
    else:
        return None
    if not 1 <= number <= 30:
        return None
    return Date(first, i + 1, f"{100 * (number - 1) + 1:04d}", f"{100 * number:04d}")


def _year_part(tokens: Tokens, i: int) -> Date | None:
    """ "the first half of 2009", "third quarter of 2010"."""
    word = tokens.word
    if i == 0 or word[i - 1] not in _HALVES:
        return None
    k = i + 1
    if k < tokens.size and word[k] == "of":
        k += 1
    year = _year_at(tokens, k)
    if year is None:
        return None
    size = 6 if word[i] == "half" else 3
    index = _HALVES[word[i - 1]]
    index = 12 // size - 1 if index < 0 else index
    if index * size >= 12:
        return None
    start, end = index * size + 1, (index + 1) * size
    return Date(i - 1, k + 1, f"{year}-{start:02d}", f"{year}-{end:02d}")


def _fiscal(tokens: Tokens, i: int) -> Date | None:
    word, n = tokens.word, tokens.size
    k = i + 1
    if k < n and word[k] in ("year", "years"):
        k += 1
    if k >= n or not word[k].isdecimal() or len(word[k]) not in (2, 4):
        return None
    last = k + 1
    if last + 1 < n and word[last] in "-/\u2013" and word[last + 1].isdecimal():
        last += 2
    year = word[k] if len(word[k]) == 4 else "20" + word[k]
    return Date(i, last, year, year) if last == k + 1 else Date(i, last, year, None)
