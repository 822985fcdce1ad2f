"""Stretches of years that have a name: seasons, centuries, halves, quarters, fiscal years."""

from plainfigures.prose.dates.date import Date
from plainfigures.prose.dates.years import YEAR_JOINTS, year_at, year_range
from plainfigures.prose.words.lexicon import calendar, numbers
from plainfigures.prose.words.tokens import ORDINAL_ENDS, Tokens

_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_MONTHS = {"half": 6, "quarter": 3}


def season(tokens: Tokens, i: int) -> Date | None:
    """ "spring 2001", "the winter of 1992", "winter 2016-17"."""
    k = i + 2 if tokens.at(i + 1) == "of" else i + 1
    year = year_at(tokens, k)
    if year is None:
        return None
    first, last = (int(month) for month in calendar("season")[tokens.word[i]].split("-"))
    close = year if last >= first else str(int(year) + 1)
    both = year_range(tokens, k)
    if both is not None and both.end != close:  # "the winters 1991-95"
        return None
    after = k + 1 if both is None else both.last
    return Date(i, after, f"{year}-{first:02d}", f"{close}-{last:02d}")


def century(tokens: Tokens, i: int) -> Date | None:
    """ "the 19th century", "twenty-first century": the word at token `i` and the ordinal before."""
    found = _ordinal(tokens, i - 1)
    if found is None or not 1 <= found[0] <= 30:
        return None
    number, first = found
    return Date(first, i + 1, f"{100 * (number - 1) + 1:04d}", f"{100 * number:04d}")


def _ordinal(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """The ordinal that ends with token `j`, and its first token."""
    word = tokens.word
    if j >= 1 and word[j] in ORDINAL_ENDS and word[j - 1].isdecimal() and tokens.tight(j):
        return (int(word[j - 1]), j - 1) if len(word[j - 1]) <= 2 else None
    kind, value = numbers().get(tokens.at(j), ("", "0"))
    if kind != "ordinal":
        return None
    if tokens.at(j - 1) == "-" and tokens.at(j - 2) == "twenty":
        return int(value) + 20, j - 2
    if tokens.at(j - 1) == "twenty":
        return int(value) + 20, j - 1
    return int(value), j


def part_of_year(tokens: Tokens, i: int) -> Date | None:
    """ "the first half of 2009", "third quarter of 2010": the word of the part at token `i`."""
    order = _ORDER.get(tokens.at(i - 1))
    if order is None:
        return None
    k = i + 2 if tokens.at(i + 1) == "of" else i + 1
    year = year_at(tokens, k)
    months = _MONTHS[tokens.word[i]]
    index = 12 // months - 1 if order < 0 else order
    if year is None or index * months >= 12:
        return None
    start, end = index * months + 1, (index + 1) * months
    return Date(i - 1, k + 1, f"{year}-{start:02d}", f"{year}-{end:02d}")


def fiscal_year(tokens: Tokens, i: int) -> Date | None:
    """ "FY23", "fiscal year 2022/23"; a year that spans two has no certain end."""
    word = tokens.word
    k = i + 2 if tokens.at(i + 1) in ("year", "years") else i + 1
    here = tokens.at(k)
    if not here.isdecimal() or len(here) not in (2, 4):
        return None
    if len(here) == 2 and tokens.at(k + 1) in numbers():
        return None  # "in the fiscal year 82 billion yen was lent"
    year = here if len(here) == 4 else "20" + here
    if k + 2 < tokens.size and word[k + 1] in YEAR_JOINTS and word[k + 2].isdecimal():
        return Date(i, k + 3, year, None)
    return Date(i, k + 1, year, year)
