"""Openers of a period: the preposition before words of time, and what it does to their span."""

from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

_BOUNDING = frozenset("since until till before after".split())
_DESCRIBING = frozenset(("a", "a,", "n", "n,", "ns", "vg"))
SPANNING = frozenset("during throughout between over from through within".split())


def opener_at(tokens: Tokens, first: int) -> int:
    """The token before words of time and their article."""
    at = first - 1
    while tokens.at(at) in DETERMINERS:
        at -= 1
    return at


def named_end(tokens: Tokens, first: int, last: int) -> int:
    """The end of what words of time describe ("the *1992-95* war", "*last year*'s flood")."""
    owns, k = tokens.at(last) == "'s", first - 1
    k -= tag(tokens.at(k) or ".")[0] == "a"
    plain = tokens.word[last - 1][-1:] != "s" and "of" not in tokens.word[first:last]
    end = last + owns
    if tokens.at(last) == "," and tokens.word[last - 1].isdecimal() and tokens.at(k) == "the":
        end += tokens.at(last + 2) == "of"  # "the May 4, 1995, *signing of* a truce"
    described = owns or (plain and tokens.at(k) in DETERMINERS)
    while described and tokens.at(end).isalpha() and tag(tokens.word[end])[:2] in _DESCRIBING:
        end += 1
    deed = tag(tokens.word[end - 1])[:2] == "vg" and tokens.at(end) == "of"
    named = deed or tag(tokens.word[end - 1])[0] == "n"
    return end if named and end > last + owns else last


def bounds(opener: str, start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """What the word before a time leaves of its span ("since" it, "by" it)."""
    if opener in ("since", "after", "following"):
        return start if opener == "since" else end, None
    if opener in ("before", "until", "till", "by"):
        return None, start if opener == "before" else end
    return start, end


def opened(tokens: Tokens, first: int, last: int, start: str | None, end: str | None) -> Period:
    """The period of the words of time first..last, with the preposition that bounds it.

    "since" leaves it open to the right, "by" and "until" to the left; "as of" makes it the day of
    a count; "in", "on" and "at" stay outside.
    """
    at = opener_at(tokens, first)
    opener = tokens.at(at)
    if opener in ("of", "at") and tokens.at(at - 1) == "as":
        return Period(at - 1, last, start, end, "as_of")
    if opener in _BOUNDING:
        last = named_end(tokens, first, last)
    elif named_end(tokens, first, last) != last:
        return Period(first, last, start, end)
    if opener == "to" and tokens.at(at - 1) == "up":
        return Period(at - 1, last, None, end)
    if opener in _BOUNDING or opener == "by":
        at -= opener in ("until", "till") and tokens.at(at - 1) in ("up", "from")
        return Period(at, last, *bounds(opener, start, end))
    if tokens.word[:3] == ["by", "the", "time"] and "," not in tokens.word[: max(0, at - 1)]:
        return Period(first, last, None, end)  # "By the time I left, in May 2003, 90 had died"
    return Period(at if opener in SPANNING else first, last, start, end)
