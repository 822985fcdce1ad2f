"""The likeliest place of a text: the country that it names most, where nothing tells better."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from plainfigures.figures.places.homelands import country_of, nation_at
from plainfigures.figures.places.mention import CITY, DERIVED, LOCATED, Mention
from plainfigures.figures.places.world import WORLD

HEADED, OF_PARAGRAPH = "place in the heading", "what the paragraph is about"
OF_PARAGRAPHS = "what the paragraphs are about"
# Rules of settings that stand close to a figure.
CLOSE = frozenset((HEADED, OF_PARAGRAPH, OF_PARAGRAPHS))
ONLY, CITY_OF_TEXT = "only place of the paragraph", "city that the text tells of"
TOLD = "only place that the paragraph tells of"
NAMED_MOST = "country that the text names most"
PEOPLE_MOST = "country whose people the text names most"
NAMED_CITY = "city or region that the text names most"
OF_CITIES = frozenset((CITY_OF_TEXT, NAMED_CITY))
OPENED = "place with which the text opens"
# Rules of settings that anything else outranks.
FAINT = frozenset((OPENED, ONLY, TOLD, CITY_OF_TEXT, NAMED_MOST, PEOPLE_MOST, NAMED_CITY))
# How much the city of a text must be named more than the next one.
_TIMES = 2.0
_SIDES, _LEAST_OF_SIDES = 2, 3
# What part of all that is named of places it must be.
_SHARE = 0.33
# "The world's refugees", "global support"; not of bodies, cups and wars ("World Bank").
_WIDE = re.compile(r"\b(?:[Ww]orld(?:-?wide)?|[Gg]lob(?:e|al|ally))\b(?! [A-Z]| war\b)")

_POOLED = re.compile(r"\bGlobal (?:Fund|Alliance|Partnership)\b|\b[Rr]eplenishments?\b")
_NEXT = re.compile(r" (?!Government\b)[A-Z][a-z]")
# The rarest letters of each, and where they stand in it.
_RAREST = (("Global ", 0), ("eplenishment", 1))


def _starts(text: str, letters: str) -> Iterator[int]:
    """Where some letters stand in a text: a word is found fastest by its rarest ones."""
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + len(letters))


def _wide(plain: str) -> Iterator[str]:
    """The words for all the world."""
    for letters in ("orld", "lob"):
        for at in _starts(plain, letters):
            word = _WIDE.match(plain, max(0, at - 1))
            if word is not None:
                yield word.group()


def is_pooled(plain: str) -> bool:
    """Whether a text is about a fund of all the world: its sums are for no country."""
    found = (
        _POOLED.match(plain, max(0, at - back))
        for letters, back in _RAREST
        for at in _starts(plain, letters)
    )
    return sum(one is not None for one in found) > 1


def worldwide(plain: str, mentions: Iterable[Mention]) -> str | None:
    """A word for the world, where a text names no country more often."""
    words = list(_wide(plain))
    if not words:
        return None
    most = Counter(m.key for m in mentions if m.key != WORLD).most_common(1)
    if most and most[0][1] >= len(words):
        return None
    return next((word for word in words if "orld" in word), words[0])


def named_most(
    mentions: Iterable[Mention], original: str, without: Container[str]
) -> tuple[str, str, str] | None:
    """The words, the key and the rule of the country that is named most, more than any other.

    By words of nationality alone, then more than once: "a Kenyan paper" is no place.
    """
    found = [m for m in mentions if m.key not in without]
    weights: Counter[str] = Counter()
    for mention in found:
        weights[mention.key] += round(2 * mention.weight)
    ranked = weights.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    key, most = ranked[0]
    named = [m for m in found if m.key == key]
    sure = len(named) > 1 or named[0].weight > DERIVED
    if not sure or most <= _SHARE * weights.total():
        return None
    worded = [m for m in named if m.surface]
    if worded and all(m.weight <= DERIVED for m in worded):
        return None  # named as a partner alone
    text = next((m.surface for m in worded), None)
    if text is not None:
        return text, key, NAMED_MOST
    words = (nation_at(original, m.start) for m in named if not _is_in_name(original, m.start))
    text = next(map(country_of, words), None)
    return None if text is None else (text, key, PEOPLE_MOST)


def _is_in_name(original: str, start: int) -> bool:
    """ "The *Danish* Refugee Council": whether a word of nationality begins a body's name."""
    return _NEXT.match(original, start + len(nation_at(original, start))) is not None


def likely_city(
    cities: Sequence[Mention], lands: Iterable[Mention], opens: int
) -> tuple[str, str] | None:
    """The city or region that a text tells where by, and the rule; `opens` is where its start ends.

    None that is named but once, in a text of countries or behind its start.
    """
    told = [m for m in cities if m.weight == CITY]
    ranked = Counter(m.key for m in told).most_common(2)
    named = Counter(m.key for m in lands if m.weight > DERIVED).most_common(1)
    if ranked and ranked[0][1] == 1 and ((named and named[0][1] > 1) or told[0].start >= opens):
        return None
    if not ranked and (bare := Counter(m.key for m in cities).most_common(2)):
        unlike = bare[0][1] > (bare[1][1] if len(bare) > 1 else cities[0].start >= opens)
        placed = unlike and any(m.surface for m in cities if m.key == bare[0][0])
        return (bare[0][0], NAMED_CITY) if placed else None
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    return ranked[0][0], CITY_OF_TEXT


def between_sides(found: Sequence[Mention]) -> tuple[str, str] | None:
    """The place that a text of two nationalities, the sides of a war, tells most where by."""
    sides = Counter(m.key for m in found if m.surface is None).most_common(_SIDES)
    if len(sides) < _SIDES or sides[-1][1] < _LEAST_OF_SIDES:
        return None
    of_sides = [key for key, _ in sides]
    led = [m for m in found if m.weight == LOCATED and m.surface and m.key not in of_sides]
    ranked = Counter(m.key for m in led).most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    key = ranked[0][0]
    return next(m.surface for m in led if m.key == key and m.surface), key
