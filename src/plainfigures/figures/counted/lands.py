"""Lands: numbers that say how many live in a land, or how large it is, and nothing of an event."""

from plainfigures.figures.grammar.themes import MOVED
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.bearers import names_country
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_INHABITANTS = frozenset("person people inhabitant resident citizen soul".split())
_TOLLS = frozenset("toll count tally number total".split())
_POPULOUS = frozenset(("population", "populations"))
_NUMBERING = BE | {"numbers", "numbered", "totals", "totalled", "exceeds"}
_STANDING = verb_forms(("stand",))
_PEOPLED = _POPULOUS | frozenset("country nation city community".split())
_ROOMS = frozenset("room flat apartment tent hut cell house cabin container shelter".split())
_REALMS = frozenset("province region country state county district island".split())
# What a treaty marks off, and the longest phrase that ends in it.
_ZONES, _ZONED = frozenset("zone zones strip territory".split()), 5


def is_population(tokens: Tokens, q: Quantity) -> bool:
    """ "a country of 4 million", "a population of some 4 million people": who live there."""
    word, k = tokens.word, q.phrase_first - 1
    while k > 1 and tag(word[k]) == "r":
        k -= 1
    if word[k - 2 : k] == [",", "which"] and word[k] in _NUMBERING:
        return word[k - 3] in _POPULOUS  # "its population, which numbers 6 million"
    if word[k] == "at" and word[k - 1] in _STANDING:
        of = next((j for j in range(k - 2, 0, -1) if word[j] in _POPULOUS), 0)
        if not _TOLLS.isdisjoint(word[of:k]):
            return False  # "the population has fled, and the death toll stands at 16"
        return of > 0 and word[of - 1] not in MOVED  # "the population has sunk, standing at 6,000"
    if k < 1 or word[k] != "of" or word[k - 2] in MOVED:
        return False  # "a refugee population of 4 million"
    if word[k - 2] in ("entire", "whole") and tokens.at(q.phrase_last) in BE:
        return False  # "its entire population of 4,700 was either slain or driven out"
    aside = word[k - 1] == ","  # "a small country, of barely two million souls"
    land = word[k - 1 - aside]
    if q.kind != "bare" and (
        not (aside or land in _POPULOUS)
        or q.noun is None
        or not (q.noun.head in _INHABITANTS or tag(q.noun.head)[:2] == "vd")
    ):
        return False
    return land in nouns("area") or land in _PEOPLED


def is_all_of_a_land(tokens: Tokens, q: Quantity) -> bool:
    """ "all of the country's 4 million people", "Chad's 16 million inhabitants"."""
    k = q.phrase_first - 1
    if q.noun is None or q.noun.head not in _INHABITANTS or q.noun.last - q.noun.first > 1:
        return False
    if k < 1 or tokens.word[k] != "'s":
        return False
    return tokens.word[k - 1] in _PEOPLED or names_country(tokens.raw[k - 1])


def is_of_a_zone(tokens: Tokens, q: Quantity) -> bool:
    """ "demining in Chad's 900 sq km temporary *zone*": the size of a named land, or of a room."""
    k = q.phrase_first - 1
    land = singular(tokens.at(k - 1) or ".") if tokens.at(k) == "of" else ""
    if land in _ROOMS or (land in _REALMS and tokens.word[k - 3 : k - 1] == ["in", "a"]):
        return True  # "they live in rooms of 22 square metres", "in a province of 900"
    owner = tokens.raw[k - 1] if k > 0 and tokens.word[k] == "'s" else ""
    if not (names_country(owner) or owner in ("country", "nation", "state")):
        return False
    end = start = q.phrase_last
    while tag(tokens.at(end) or ".")[:1] in ("a", "n") and end - start < _ZONED:
        end += 1
    return tokens.word[end - 1] in _ZONES
