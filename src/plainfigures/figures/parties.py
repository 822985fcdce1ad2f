"""Parties: the groups and convoys in which people set off, and whether a number counts those."""

from plainfigures.prose.lexicon import singular
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_GROUPS = frozenset("group batch contingent wave party convoy".split())
JOURNEYS = frozenset(
    "departure flight convoy journey voyage bus barge boat train truck plane ferry ship".split()
)
_SETTING_OFF = frozenset("departure return arrival homecoming repatriation".split())
ABOUT = frozenset("up to some about around nearly almost over more than at least".split())
_BORDERS = frozenset("; : ( ) and or but who that which where when while".split())
_LOADED = frozenset("with carrying".split())
# "a convoy on Sunday, carrying 900 people"
_ASIDE = 8
_REACH = 6


def lead(tokens: Tokens, q: Quantity) -> int:
    """The token that leads to a number, over what says how exact it is."""
    k = q.phrase_first - 1
    while k > 0 and tokens.word[k] in ABOUT:
        k -= 1
    return k


def is_group(tokens: Tokens, q: Quantity) -> bool:
    """ "a group of 40 families", "today's batch of some 300": one of several that set off."""
    k = lead(tokens, q)
    return k > 1 and tokens.word[k] == "of" and tokens.word[k - 1] in _GROUPS


def is_departure(tokens: Tokens, q: Quantity) -> bool:
    """ "the departure of today's group of 40 refugees"."""
    k = lead(tokens, q)
    near = tokens.word[max(0, k - _REACH) : k - 1]
    return is_group(tokens, q) and not _SETTING_OFF.isdisjoint(near)


def is_load(tokens: Tokens, q: Quantity) -> bool:
    """ "three convoys, each with 900 people", "a convoy left on Sunday, carrying 40 families"."""
    k = lead(tokens, q)
    if k < 2 or tokens.word[k] not in _LOADED:
        return False
    if tokens.word[q.phrase_last : q.phrase_last + 2] == ["on", "board"]:
        return True
    k -= tokens.word[k - 1] == "each"
    if tokens.word[k - 1] != ",":
        return False
    for j in range(k - 2, max(-1, k - _ASIDE), -1):
        if tokens.word[j] in _BORDERS:
            return False
        if singular(tokens.word[j]) in JOURNEYS:
            return True
    return False
