"""Spans: whether "over" tells how long or how far something went, and no bound."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.tokens import Tokens

_COURSES = frozenset("metre kilometre mile furlong yard".split())
_RACING = frozenset(
    "race races raced racing heat handicap hurdle gold length lengths stakes".split()
)
_TIMES = frozenset(
    "second minute hour day night week fortnight month season year decade century "
    "person_year".split()
)
_ROUNDS = frozenset(
    "inning innings match game leg round set over session hole lap race episode".split()
)
_LASTING = frozenset(
    "for after lasted lasting lasts last of than took takes taken take is was were be been being "
    "needs need spent by at , ( waited waiting just well from within aged".split()
) | {""}
_REACH = 22


def is_span(tokens: Tokens, q: Quantity) -> bool:
    """ "$4 million over three years", "won over 1600m"; not "he ran over 3 miles"."""
    if q.unit in _ROUNDS or (q.unit in _TIMES and not q.is_age):
        return _lasts(tokens, q)
    return q.unit in _COURSES and _is_raced(tokens, q)


def _lasts(tokens: Tokens, q: Quantity) -> bool:
    """Whether "over" tells how long ("$4 million over three years"), not how much longer."""
    first = q.phrase_first
    article = tokens.at(first + 1) in DETERMINERS  # "over the 13-year period"
    if tokens.word[first] != "over" or q.first - first > 1 + article:
        return False
    return q.attributive or tokens.at(first - 1) not in _LASTING


def _is_raced(tokens: Tokens, q: Quantity) -> bool:
    """Whether "over" tells how far a race was: "won by two lengths over 1600m"."""
    before = tokens.word[max(0, q.phrase_first - _REACH) : q.phrase_first]
    return tokens.word[q.phrase_first] == "over" and not _RACING.isdisjoint(before)
