"""Denominations: what a heading says that the sums below it are in ("US$ million", "in euros")."""

from decimal import Decimal
from typing import NamedTuple

from plainfigures.prose.units.currencies import currency_named
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

_SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
}
_ONE = frozenset("a an one half each per".split())


class Denomination(NamedTuple):
    """A currency and what each number of it stands for."""

    currency: str
    scale: Decimal


def denomination(tokens: Tokens) -> Denomination | None:
    """The denomination that a heading names; None where it names none."""
    for i in range(tokens.size):
        found = currency_named(tokens, i)
        if found is not None:
            code, end = found
            k = i - 1 - (tokens.at(i - 1) == "of")
            return Denomination(code, _scale(tokens, end) or _scale(tokens, k) or Decimal(1))
    return None


def is_denomination(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sum of tokens first..last has no number but its scale ("million US dollars")."""
    words = tokens.word[first:last]
    if any(word[0].isdecimal() for word in words) or not _ONE.isdisjoint(words):
        return False
    if any(is_number(tokens.word[k]) and not _scale(tokens, k) for k in range(first, last)):
        return False  # "three million euros"
    return any(_scale(tokens, k) for k in range(first, last)) and tokens.at(first - 1) not in _ONE


def _scale(tokens: Tokens, k: int) -> Decimal | None:
    return _SCALES.get(tokens.at(k).removesuffix("s"))
