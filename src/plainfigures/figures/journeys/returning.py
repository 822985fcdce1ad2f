"""What says that people go back, and whether more is told of them than what they are."""

from collections.abc import Container
from functools import cache

from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import NAMING
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_GOING = ("go", "come", "move", "head", "walk", "travel", "get", "bring", "take")
_HOME = frozenset(("back", "home"))
_ENDS = frozenset(". , ; ) and but while by before within since".split()) | {""}
_AT = frozenset("in on at with among inside under".split())


def goes_back(tokens: Tokens, k: int) -> bool:
    """Whether a verb of return stands at token `k` ("return", "go home", "be repatriated")."""
    k += tokens.at(k) in BE
    if tokens.at(k) in _returning():
        return True
    return tokens.at(k) in verb_forms(_GOING) and tokens.at(k + 1) in _HOME


def is_naming(q: Quantity, match: Match, displaced: Container[str]) -> bool:
    """Whether of people no measure is told, or one by what they are called alone ("refugees")."""
    if match.measure is None:
        return True
    t = match.trigger
    named = t is None or (t.kind in NAMING and q.first < t.last <= q.phrase_last)
    return named and match.measure in displaced


def is_home(tokens: Tokens, k: int) -> bool:
    """ "are | *home*.", "were | *back* in their houses": whether that is told behind "be"."""
    k -= tokens.at(k - 1) == "back"  # an adverb, over which one looks for a verb
    there = tokens.at(k) in _HOME and not BE.isdisjoint(tokens.word[max(0, k - 2) : k])
    return there and tokens.at(k + 1) in (_ENDS if tokens.at(k) == "home" else _ENDS | _AT)


@cache
def _returning() -> frozenset[str]:
    return verb_forms(("return", "repatriate"))
