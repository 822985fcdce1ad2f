"""Mentions: the countries and regions that a text names, and what each says of where it is."""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache

from plainfigures.figures.places.mention import GIVER, LOCATED, Mention, mention_of
from plainfigures.figures.places.world import WORLD, everywhere
from plainfigures.prose.words.lexicon import countries, places

# A capital first and then what stands before it: so it is searched faster.
_CAPITAL = re.compile(r"[A-Z](?<![\w.].)\w*+")
_INITIALS = 3


def mentions(original: str, plain: str) -> list[Mention]:
    """The countries and regions that a text names, by name or by a word of nationality."""
    by_first = _by_first()
    found = [
        Mention(first, WORLD, None if plain[first].isdecimal() else original[first:last], LOCATED)
        for first, last in (match.span(match.lastindex or 0) for match in everywhere(plain))
    ]
    end = 0
    for match in _CAPITAL.finditer(plain):
        word = match.group()
        surfaces, capitals = by_first.get(word), False
        if surfaces is None:
            if len(word) <= _INITIALS or not word.isupper():
                continue
            surfaces, capitals = by_first.get(word.title()), True  # "REPUBLIC OF ANGOLA"
        start = match.start()
        if surfaces is None or start < end:
            continue
        for surface in surfaces:
            end = start + len(surface)
            written = surface.upper() if capitals else surface
            if plain.startswith(written, start) and not _goes_on(plain[end : end + 1]):
                mention = mention_of(original, plain, start, surface)
                if mention is not None:
                    found.append(mention)
                break
        else:
            end = start
    return sorted(found)


def givers(found: Collection[Mention]) -> tuple[str, ...]:
    """The countries of which a text tells that they give as often as where they lie."""
    gifts: Counter[str] = Counter()
    for mention in found:
        if mention.weight in (GIVER, LOCATED):
            gifts[mention.key] += 1 if mention.weight == GIVER else -1
    given = {mention.key for mention in found if mention.weight == GIVER}
    return tuple(key for key in sorted(given) if gifts[key] >= 0)


def _goes_on(character: str) -> bool:
    """Whether a word goes on, or is the first half of a sign ("US$")."""
    return character.isalnum() or character == "$"


@cache
def _by_first() -> dict[str, list[str]]:
    """The surfaces of countries and cities by their first word, the longest first.

    "Mexico City" is told by its country.
    """
    known = countries().keys()
    cities = [name for name in places() if known.isdisjoint((name, *name.split()))]
    found: dict[str, list[str]] = {}
    for surface in (*known, *cities):
        first = _CAPITAL.match(surface)
        if first is not None:
            found.setdefault(first.group(), []).append(surface)
    for surfaces in found.values():
        surfaces.sort(key=lambda one: (-len(one), one))
    return found
