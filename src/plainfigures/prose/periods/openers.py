"""Openers of a period: the preposition before words of time, and what it does to their span."""

from plainfigures.prose.dates.portions import DETERMINERS
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.tokens import Tokens

SPANNING = frozenset("during throughout between over from through within".split())


def opener_at(tokens: Tokens, first: int) -> int:
    """The token before words of time and their article."""
    at = first - 1
    while tokens.at(at) in DETERMINERS:
        at -= 1
    return at


def opened(tokens: Tokens, first: int, last: int, start: str | None, end: str | None) -> Period:
    """The period of the words of time first..last, with the preposition that bounds it.

    "since" leaves it open to the right, "by" and "until" to the left; "as of" makes it the day of
    a count; "in", "on" and "at" stay outside.
    """
    at = opener_at(tokens, first)
    opener = tokens.at(at)
    if opener in ("of", "at") and tokens.at(at - 1) == "as":
        return Period(at - 1, last, start, end, "as_of")
    if opener == "since":
        return Period(at, last, start, None)
    if opener in ("until", "till"):
        lead = at - 1 if tokens.at(at - 1) in ("up", "from") else at
        return Period(lead, last, None, end)
    if opener == "to" and tokens.at(at - 1) == "up":
        return Period(at - 1, last, None, end)
    if opener == "by":
        return Period(at, last, None, end)
    if tokens.word[:3] == ["by", "the", "time"] and "," not in tokens.word[: max(0, at - 1)]:
        return Period(first, last, None, end)  # "By the time I left, in May 2003, 90 had died"
    if opener == "before":
        return Period(at, last, None, start)
    if opener == "after":
        return Period(at, last, end, None)
    return Period(at if opener in SPANNING else first, last, start, end)
