"""Parties: the groups and convoys in which people set off, and whether a number counts those."""

from plainfigures.figures.grammar.verbs import ARTICLES
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import singular
from plainfigures.prose.words.tokens import DASHES, Tokens

_GROUPS = frozenset("group batch contingent wave party convoy".split())
JOURNEYS = frozenset(
    "departure flight convoy journey voyage bus barge boat train truck plane ferry ship".split()
)
_SETTING_OFF = frozenset("departure return arrival homecoming repatriation".split())
ABOUT = frozenset("up to some about around roughly nearly almost over more than at least".split())
_AHEAD = frozenset("will plan plans planned intend intends due expected scheduled".split())
_OF = frozenset(("of", "for", "with", "carrying"))
BORDERS = frozenset("; : ( ) and or but who that which where when while".split())
_EXILES = frozenset("refugee returnee evacuee exile".split())
_FULL = frozenset("loaded filled packed laden crammed".split())
_LOADED = frozenset("with carrying".split())
_MARKS = DASHES | {","}
_RANKS = frozenset(("first", "last", "latest"))
_PUT_IN = frozenset(
    "consisting including comprising representing totalling totaling mostly most among".split()
)
_HELPING = BE | HAVE
_BY_OR_ON = frozenset(("by", "on", "aboard"))
_WAYS = frozenset("rail air sea road river".split())
_AFTER = 4
_INSERTED = 12
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
    aboard = tokens.word[q.phrase_last : q.phrase_last + 2] == ["on", "board"]
    if aboard and q.noun is not None and q.noun.head in _EXILES:
        return True
    if k < 2 or tokens.word[k] not in _LOADED:
        return False
    if aboard:
        return True
    if tokens.word[k - 1] in _FULL:  # "two buses loaded with 80 passengers"
        return not JOURNEYS.isdisjoint(map(singular, tokens.word[max(0, k - _REACH) : k]))
    if singular(tokens.word[k - 1]) in JOURNEYS:
        return True  # "a convoy of trucks carrying 900 people", "a flight with 900"
    k -= tokens.word[k - 1] == "each"
    if tokens.word[k - 1] != ",":
        return False
    for j in range(k - 2, max(-1, k - _ASIDE), -1):
        if tokens.word[j] in BORDERS:
            return False
        if singular(tokens.word[j]) in JOURNEYS:
            return True
    return False


def past_aside(tokens: Tokens, k: int) -> int:
    """The token behind what is put in between at token `k`, else `k`.

    "900 refugees | - half of them children - | left", "40 families, consisting of 90 people, left".
    """
    mark, word = tokens.at(k), tokens.word
    if mark == "," and tokens.at(k + 1) in _HELPING:
        return k + 1
    if mark == "(":
        mark = ")"  # "40 families (90 people) left"
    elif mark not in _MARKS or (
        mark == "," and tokens.at(k + 1) not in _PUT_IN and tokens.at(k + 2) not in _RANKS
    ):
        return k  # but "900 people, the *last* to go, left"
    ends = range(k + 2, min(k + _INSERTED, tokens.size))
    return next((j + 1 for j in ends if word[j] == mark), k)


def by_vehicle(tokens: Tokens, verb: int) -> bool:
    """ "have been brought so far *by train*", "were taken *on buses*"."""
    word = tokens.word
    for k in range(verb + 1, min(verb + _REACH, tokens.size - 1)):
        if word[k] in _BY_OR_ON:
            near = set(map(singular, word[k + 1 : k + _AFTER]))
            return not (JOURNEYS.isdisjoint(near) and _WAYS.isdisjoint(near))
    return False


def is_planned_load(tokens: Tokens, q: Quantity) -> bool:
    """ "will send two convoys, each with 900": whether those on board have yet to leave."""
    return not _AHEAD.isdisjoint(tokens.word[: q.phrase_first]) and is_load(tokens, q)


def is_of_journey(tokens: Tokens, q: Quantity) -> bool:
    """ "flights for up to 40 families", "the departure of the 900"."""
    k = lead(tokens, q)
    k -= tokens.word[k] in ARTICLES
    return tokens.word[k] in _OF and singular(tokens.at(k - 1)) in JOURNEYS
