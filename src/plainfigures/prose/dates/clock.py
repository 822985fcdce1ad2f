"""Times of the day in the token table."""

from plainfigures.prose.dates.date import Date
from plainfigures.prose.words.tokens import Tokens

_HALVES = frozenset("am pm a.m. p.m. o'clock".split())
_AFTER = _HALVES | frozenset("a.m p.m hours hrs gmt".split())


def time(tokens: Tokens, i: int) -> Date | None:
    """The time that begins with the digits at token `i`: "10:30", "7 p.m.", "0900 GMT"."""
    here, after = tokens.raw[i], tokens.at(i + 1)
    if after == ":" and _is_hour(here) and _minutes(tokens, i):
        return Date(i, _end(tokens, i + 3), None, None, kind="time")
    if after in _HALVES and len(here) <= 5 and not (here.isdecimal() and 24 < int(here) < 100):
        return Date(i, i + 2, None, None, kind="time")
    if after in ("gmt", "hrs") and len(here) == 4 and here.isdecimal():
        return Date(i, i + 2, None, None, kind="time")
    return None


def _is_hour(raw: str) -> bool:
    return len(raw) <= 2 and raw.isdecimal() and int(raw) < 25


def _minutes(tokens: Tokens, i: int) -> bool:
    """Whether ":" and two digits hang on the hour at token `i`."""
    minutes = tokens.at(i + 2)
    return len(minutes) == 2 and minutes.isdecimal() and tokens.glued(i + 1)


def _end(tokens: Tokens, last: int) -> int:
    """The token after seconds and the words of a clock."""
    while tokens.at(last) == ":" and tokens.at(last + 1).isdecimal():
        last += 2
    return last + 1 if tokens.at(last) in _AFTER else last
