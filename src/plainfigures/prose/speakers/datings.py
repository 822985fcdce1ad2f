"""Datings: dates behind who or what tells ("data *from March to May 2012* show")."""

from plainfigures.prose.words.lexicon import calendar, tag
from plainfigures.prose.words.tokens import DASHES, Tokens, is_date

_PARTS = frozenset(("half", "quarter"))
_SPANS, _YEAR = DASHES | frozenset("to and mid early late the first second third last".split()), 4


def is_dated(word: str) -> bool:
    """Whether a word may be a month, a weekday or a year."""
    return is_date(word) or (len(word) == _YEAR and word.isdecimal())


def _spans(tokens: Tokens, k: int) -> bool:
    """Whether token `k` goes on to the left with a date ("*the first half of* 2012")."""
    word, portions = tokens.word[k], _PARTS.union(calendar("portion"))
    if word == "of":
        return tokens.at(k - 1) in portions
    return word in _SPANS or word in portions


def before_date(tokens: Tokens, j: int) -> int:
    """The token before a date that ends with token `j`, and before what leads to it, or `j`.

    "Data | from March to May 2012", "figures | for early May".
    """
    k = j
    while k > 0 and (is_dated(tokens.word[k]) or (k < j and _spans(tokens, k))):
        k -= 1
    return k - 1 if 0 < k < j and tag(tokens.word[k])[0] == "p" else j
