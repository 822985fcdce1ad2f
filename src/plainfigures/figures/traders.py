"""Traders: the country whose trade a text tells of, where no sentence with a number names it."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from plainfigures.figures.costs import HELPERS
from plainfigures.figures.phrases import code_of
from plainfigures.prose.lexicon import countries, tag

_NAME = r"(?<![\w-])((?:the )?[A-Z][\w.]*(?: (?:and |of )?[A-Z][\w.]*){0,3})"
_GOODS = "exports?|imports?|trade|shipments?|exporters|importers|turnover"
# "Kenya's tea exports", "Kenyan exports", "exports of Kenya", "Kenya exported"
_PLAIN = r"((?:[a-z-]+ ){0,3})"
_OWNED = re.compile(rf"{_NAME}(?:'s)? {_PLAIN}(?:{_GOODS})\b")
_VERBS = "exports|exported|imports|imported|registered|recorded|posted|logged|shipped|sold|earned"
_TRADING = re.compile(rf"{_NAME} (?:has |had |have )?()(?:{_VERBS})\b")
# where nothing tells better: "Kenya's economy"
_GENITIVE = re.compile(rf"{_NAME}(?:'s| government| economy| authorities) ()")
_KINDS = ((_OWNED, 3), (_TRADING, 2))
_TIMES = 2
_STATES = frozenset(("name", "adjective", "group"))


class Trader(NamedTuple):
    """A country in the words of the text, its code, and whether the text says that it trades."""

    text: str
    code: str | None
    sure: bool


def trader_of(text: str) -> Trader | None:
    """The country whose trade a text tells of by far most often."""
    text = text.replace("\u2019", "'")
    return _most(text, _KINDS, True) or _most(text, ((_GENITIVE, 1),), False)


def _most(text: str, kinds: Iterable[tuple[re.Pattern[str], int]], sure: bool) -> Trader | None:
    """The country that patterns of some weights find by far most often."""
    weights: Counter[str] = Counter()
    surfaces: dict[str, str] = {}
    for pattern, weight in kinds:
        for match in pattern.finditer(text):
            name = _country(match.group(1))
            if name is not None and all(map(_describes, match.group(2).split())):
                key = code_of(name) or name
                weights[key] += weight
                surfaces.setdefault(key, name)
    ranked = weights.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    name = surfaces[ranked[0][0]]
    return Trader(name, code_of(name), sure)


def _describes(word: str) -> bool:
    """Whether a word may stand before a noun ("monthly tea exports", no "is the main export")."""
    return word not in HELPERS and tag(word).split(",")[0] in ("a", "n", "ns", "vd", "vg", "")


def _country(words: str) -> str | None:
    """The name or word of nationality of a country that ends some words."""
    parts = words.removeprefix("the ").split()
    for size in range(len(parts), 0, -1):
        name = " ".join(parts[-size:])
        entry = countries().get(name)
        if entry is not None and not _STATES.isdisjoint(entry.kinds):
            return name
    return None
