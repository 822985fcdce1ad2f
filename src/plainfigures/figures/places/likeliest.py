"""The likeliest place of a text, where nothing near a figure tells better."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from plainfigures.figures.places.mention import CITY, DERIVED, LOCATED, Mention

HEADED, OF_PARAGRAPH = "place in the heading", "what the paragraph is about"
OF_PARAGRAPHS = "what the paragraphs are about"
# Rules of settings that stand close to a figure.
CLOSE = frozenset((HEADED, OF_PARAGRAPH, OF_PARAGRAPHS))
ONLY, CITY_OF_TEXT = "only place of the paragraph", "city that the text tells of"
# Rules of settings that anything else outranks.
ALONE = "only country that the text names"
LEADING = "country that the text names most"
FAINT = frozenset((ONLY, ALONE, LEADING, CITY_OF_TEXT))
# How much the city of a text must be named more than the next one.
_TIMES = 2.0
_SIDES, _LEAST_OF_SIDES = 2, 3
_POOLED = re.compile(r"\bGlobal (?:Fund|Alliance|Partnership)\b|\b[Rr]eplenishments?\b")
# The rarest letters of each, and where they stand in it.
_RAREST = (("Global ", 0), ("eplenishment", 1))
# "BOR, Kenya - ", "BOR, Kenya (Agency)"
_CITY_BEFORE, _LONGEST = re.compile(r"(?:^|\n)[A-Z][A-Z .'-]+, \Z"), 40
_DASHED = tuple(f" {sign}" for sign in ("-", "\u2013", "\u2014", "("))


def _starts(text: str, letters: str) -> Iterator[int]:
    """Where some letters stand in a text: a word is found fastest by its rarest ones."""
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + len(letters))


def is_pooled(plain: str) -> bool:
    """Whether a text is about a fund of all the world: its sums are for no country."""
    found = (
        _POOLED.match(plain, max(0, at - back))
        for letters, back in _RAREST
        for at in _starts(plain, letters)
    )
    return sum(one is not None for one in found) > 1


def likely_city(cities: Sequence[Mention], lands: Iterable[Mention], opens: int) -> str | None:
    """The city that a text tells where by, more often than it names any country.

    None that is named but once behind the start of the text, which ends at `opens`.
    """
    told = [m for m in cities if m.weight == CITY]
    ranked = Counter(m.key for m in told).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    named = Counter(m.key for m in lands if m.weight > DERIVED).most_common(1)
    if (named and named[0][1] >= ranked[0][1]) or (ranked[0][1] == 1 and told[0].start >= opens):
        return None
    return ranked[0][0]


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


def is_leading(lands: Sequence[Mention], key: str) -> bool:
    """Whether a text names a country, told by its code, more than once or as the only one."""
    keys = [mention.key for mention in lands]
    return key.isupper() and (keys.count(key) > 1 or len(set(keys)) == 1)


def only_land(
    plain: str, lands: Sequence[Mention], without: Collection[str]
) -> tuple[str, str] | None:
    """The country in the dateline of a text that names no other ("BOR, *Kenya* - ")."""
    first = lands[0] if lands else None
    if first is None or first.surface is None or first.key in without:
        return None
    end = first.start + len(first.surface)
    dated = _CITY_BEFORE.search(plain, max(0, first.start - _LONGEST), first.start)
    if dated is None or not plain.startswith(_DASHED, end) or len({m.key for m in lands}) > 1:
        return None
    return first.surface, first.key
