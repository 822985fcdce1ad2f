"""Datings: dates behind who or what tells ("data *from March to May 2012* show")."""

from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import DASHES, Tokens, is_date

_SPANS, _YEAR = DASHES | frozenset("to and mid early late".split()), 4


def is_dated(word: str) -> bool:
    """Whether a word may be a month, a weekday or a year."""
    return is_date(word) or (len(word) == _YEAR and word.isdecimal())


def before_date(tokens: Tokens, j: int) -> int:
    """The token before a date that ends with token `j`, and before what leads to it, or `j`.

    "Data | from March to May 2012", "figures | for early May".
    """
    k = j
    while k > 0 and (is_dated(tokens.word[k]) or (k < j and tokens.word[k] in _SPANS)):
        k -= 1
    return k - 1 if 0 < k < j and tag(tokens.word[k])[0] == "p" else j
