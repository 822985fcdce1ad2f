"""Datelines: where a report was sent from ("(Abuja, March 26, 2015) -", "KABUL, May 3 (AFP) -")."""

from plainfigures.prose.words.lexicon import calendar
from plainfigures.prose.words.tokens import DASHES, Tokens

_SIGNS = frozenset("( ) , . / : via".split())
_LONGEST = 14


def is_dateline(tokens: Tokens, last: int) -> bool:
    """Whether a dateline goes on from token `last` to its dash: dates, agencies and signs alone."""
    word = tokens.word
    for k in range(last, min(last + _LONGEST, tokens.size)):
        if word[k] in DASHES:
            return not tokens.glued(k)
        known = word[k] in _SIGNS or tokens.capital(k) or word[k][0].isdigit()
        if not known and word[k] not in calendar("month"):
            return False
    return False
