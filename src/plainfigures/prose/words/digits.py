"""Runs of digits: their value under every grouping in use, spaced thousands and signs such as ½."""

import unicodedata
from decimal import Decimal

from plainfigures.prose.words.signs import AND_OR
from plainfigures.prose.words.tokens import Tokens

LONGEST = 24
FOOT = 12  # inches
_DAYS, _FINEST = 31, 100_000  # a denominator above one is no day of a month, and no code
_BELOW = frozenset("2 3 4 5 6 7 8 9 10 12 16 20 32 64 100".split())


def value_of(raw: str) -> Decimal | None:
    """The value of a run of digits with its separators; None when it is no number ("1.2.3")."""
    if len(raw) > LONGEST:
        return None
    if raw.isdecimal():
        return Decimal(raw)
    if raw[0] == ".":
        return Decimal("0" + raw)
    if "'" in raw:
        head, *groups = raw.split("'")
        if is_in_feet(raw):
            return round(Decimal(head) + Decimal(groups[0]) / FOOT, 4)
        good = len(head) <= 3 and all(len(g) == 3 and g.isdecimal() for g in groups)
        return Decimal(raw.replace("'", "")) if good else None
    commas, dots = raw.count(","), raw.count(".")
    if commas and dots:
        mark, other = (".", ",") if raw.rfind(".") > raw.rfind(",") else (",", ".")
        if raw.count(mark) > 1:
            return None
        whole, part = raw.split(mark)
        grouped = _grouped(whole, other)
        return None if grouped is None else Decimal(f"{grouped}.{part}")
    if commas:
        grouped = _grouped(raw, ",")
        if grouped is not None and raw[0] != "0":
            return Decimal(grouped)
        decimals = len(raw) <= 8 or raw[-3] == ","  # "1234567,89"
        return Decimal(raw.replace(",", ".")) if commas == 1 and decimals else None
    if dots == 1:
        return Decimal(raw)
    grouped = _grouped(raw, ".")
    return None if grouped is None else Decimal(grouped)


def is_in_feet(raw: str) -> bool:
    """Whether a run of digits gives feet and inches ("6'2")."""
    feet, mark, inches = raw.partition("'")
    return bool(mark) and f"{feet}{inches}".isdecimal() and len(inches) <= 2 and int(inches) < FOOT


def _grouped(raw: str, mark: str) -> str | None:
    """Western groups of three or Indian ones of two and three, joined; None for other groups."""
    head, *groups = raw.split(mark)
    if not groups:
        return head
    if len(head) > 3 or len(groups[-1]) != 3:
        return None
    western = all(len(group) == 3 for group in groups)
    indian = len(head) <= 2 and all(len(group) == 2 for group in groups[:-1])
    return head + "".join(groups) if western or indian else None


def spaced(tokens: Tokens, i: int) -> tuple[str, int]:
    """ "12 500", "1, 000", "1 234 567.89": the digits joined, and the token after them.

    Only groups of exactly three digits, one space apart, after a group of one to three.
    """
    raw, n = tokens.raw, tokens.size
    text, j = raw[i], i + 1
    if len(text) > 3 or not text.isdecimal() or text[0] == "0":
        return text, j
    hung = tokens.at(i - 1) == "-" and tokens.glued(i - 1)
    while True:
        k = j + 1 if j + 1 < n and raw[j] == "," and tokens.tight(j) else j
        if k >= n or tokens.tight(k) or tokens.start[k] - tokens.end[k - 1] != 1:
            break
        whole, point, _ = raw[k].partition(".")
        if not point and len(raw[k]) - len(raw[k].rstrip("0123456789")) < 3:
            whole, point, _ = raw[k].partition(",")  # "1 234 567,89"
        parted = tokens.at(k + 1) == "/" and tokens.at(k + 2)[:1].isdecimal()
        if len(whole) != 3 or not whole.isdecimal() or parted:
            break
        if j == i + 1 and whole[0] != "0" and _is_measured(tokens, k + 1):
            break  # "a pack of 12, 330ml cans", "6 250g packs"
        if k > j and (hung or (len(text) == 3 and whole != "000") or _listed(tokens, i, k)):
            break  # "the 6-foot-9, 240-pound guard", and a list: "252, 276 nm"
        text, j = text + raw[k], k + 1
        if point or len(text) > LONGEST:
            break
    return text, j


def _listed(tokens: Tokens, i: int, k: int) -> bool:
    """ "12, 25, | 140", "50, | 100 and 200": one of several numbers, no group of a broken one."""
    if tokens.at(i - 1) == "," and tokens.at(i - 2)[-1:].isdecimal():
        return True
    j = k + 1 + (tokens.at(k + 1) == ",")
    j += tokens.at(j) in AND_OR
    if j == k + 1 or tokens.at(j - 1) not in AND_OR or not tokens.at(j).isdecimal():
        return False
    return tokens.at(j + 1) != "," or not tokens.at(j + 2).isdecimal()  # "1, 200 and 1, 500"


def _is_measured(tokens: Tokens, k: int) -> bool:
    """Whether letters at token `k` touch the digits before them, and a plural follows."""
    return tokens.at(k).isalpha() and tokens.tight(k) and tokens.at(k + 1).endswith("s")


def sign_value(sign: str) -> Decimal | None:
    """The value of a one-character fraction (½); None for other numeric signs (①, ²)."""
    if "VULGAR" not in unicodedata.name(sign, ""):
        return None
    return Decimal(str(round(unicodedata.numeric(sign), 4)))


def is_ratio(tokens: Tokens, above: int, slash: int) -> bool:
    """Whether "1/2" at these tokens is a fraction, not a date, a pair or an address."""
    below = slash + 1
    if below >= tokens.size or not tokens.tight(below):
        return False
    if tokens.at(below + 1) == "/" and tokens.tight(below + 1):
        return False
    top, bottom = tokens.raw[above], tokens.raw[below]
    if top == "1" and bottom.isdecimal() and bottom not in _BELOW:
        year = len(bottom) == 4 and bottom[:2] in ("19", "20")
        return _DAYS < int(bottom) <= _FINEST and not year  # "1/1000", not "1/31" and "1/1999"
    small = top.isdecimal() and bottom in _BELOW and len(top) <= 2
    return small and 0 < int(top) < int(bottom)
