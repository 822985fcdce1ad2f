"""Traders: the country whose trade a text tells of, where no sentence with a number names it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import countries, tag

_NAME = r"(?:(?<![\w-])|(?<=[Ii]ntra-))((?:the )?[A-Z][\w.]*(?: (?:and |of )?[A-Z][\w.]*){0,3})"
# here and below, each begins with its letter, so that a text is searched faster
_GOODS = (
    "Exports?|exports?|Imports?|imports?|Trade|trade|Commerce|commerce|shipments?|exporters|"
    "importers|turnover"
)
# "Kenya's tea exports", "Kenya: exports", "exports of Kenya by country", "Kenya exported"
_PLAIN = r"((?:[a-z-]+ ){0,3})"
_OWNED = re.compile(rf"{_NAME}(?:'s|:)? {_PLAIN}(?:{_GOODS})\b")
_OWNER = r"(?:the )?[A-Z]\w+(?: [A-Z]\w+)*+(?= (?:by|to)\b|[,.:\n])"
_OF = re.compile(rf"\b(?:{_GOODS}) of {_NAME}()")
_VERBS = "exports|exported|imports|imported|registered|recorded|posted|logged|shipped|sold|earned"
_TRADING = re.compile(rf"{_NAME} (?:has |had |have )?()(?:{_VERBS})\b")
# where nothing tells better: "Kenya's economy"
_GENITIVE = re.compile(rf"{_NAME}(?:'s| government| economy| authorities) ()")
# "the Central Bank of Kenya", "Kenya National Bureau of Statistics", "Statistics Norway"
_OFFICE = "(?:Commerce|Trade|Finance|Economy)"
_COUNTING = (
    "Central Bank|National Bank|Reserve Bank|State Bank|Federal Bank|Bank|Bureau of Statistics|"
    "Census Bureau|Customs|Commerce (?:Department|Ministry)|"
    "Statisti(?:cs|cal) (?:Office|Agency|Service|Authority|Institute|Committee)|"
    f"Department of {_OFFICE}|Ministry of {_OFFICE}"
)
_COUNTER = rf"(?:{_COUNTING}|Statistics) (?:of )?(?:the )?[A-Z]\w+"
_COUNTED = re.compile(rf"\b(?:(?:{_COUNTING}) of|Statistics) (?!America\b){_NAME}()")
_COUNTS = re.compile(
    r"\b([A-Z]\w+(?: [A-Z]\w+)??) (?:National |Central |Federal )?()"
    rf"(?:{_COUNTING}|Export Promotion)\b"
)
_STATE = re.compile(
    r"\b(?:[A-Z][a-z]+ )?(?:Republic|Kingdom|Federation|Sultanate|Emirate|Principality|Grand Duchy)"
    r" of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?\b"
)
_ON_TRADE = re.compile(r"\b(?:trade|customs|exports?|imports?|commerce)\b", re.IGNORECASE)
# Each with its weight, and with its last words, which are sought first: so a text is read faster.
_Kind = tuple[re.Pattern[str], re.Pattern[str], int]
_KINDS: tuple[_Kind, ...] = (
    (re.compile(rf" (?:{_GOODS})\b"), _OWNED, 3),
    (re.compile(rf" (?:{_VERBS})\b"), _TRADING, 2),
    (re.compile(rf"(?:{_GOODS}) of {_OWNER}"), _OF, 3),
)
_LAST: tuple[_Kind, ...] = (
    (re.compile("(?:'s| government| economy| authorities) "), _GENITIVE, 1),
    (re.compile(_COUNTER), _COUNTED, 1),
    (re.compile(rf" (?:{_COUNTING}|Export Promotion)\b"), _COUNTS, 1),
)
# How far before its last words a name begins.
_REACH = 160
_TIMES = 2
# So many letters at the start say what a text is on.
_LEAD = 500
_STATES = frozenset(("name", "adjective", "group"))


class Trader(NamedTuple):
    """A country in the words of the text, its code, and whether the text says that it trades."""

    text: str
    code: str | None
    sure: bool


def trader_of(text: str) -> Trader | None:
    """The country whose trade a text tells of by far most often."""
    text = text.replace("\u2019", "'")
    return _most(text, _KINDS, True) or _lettered(text) or _most(text, _LAST, False)


def state_in(title: str) -> str | None:
    """The one state that a title or letterhead names in full ("Customs, *Republic of Tarvia*")."""
    found = {match.group() for match in _STATE.finditer(title)}
    return found.pop() if len(found) == 1 else None


def _lettered(text: str) -> Trader | None:
    """The state in whose name a text on trade is written, whether or not any table knows it."""
    title = text[: max(0, text.find("\n"))]
    state = state_in(title) if _ON_TRADE.search(title) else None
    return None if state is None else Trader(state, code_of(state), True)


def _most(text: str, kinds: Iterable[_Kind], sure: bool) -> Trader | None:
    """The country that patterns of some weights find by far most often, more so in the title."""
    weights: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    title = text.find("\n")
    surfaces: dict[str, str] = {}
    for ends, pattern, weight in kinds:
        for match in _matches(text, ends, pattern):
            name = _country(match.group(1))
            if name is not None and all(map(_describes, match.group(2).split())):
                key = code_of(name) or name
                weights[key] += weight if match.start() > title else _TIMES * weight
                counts[key] += 1 + (match.start() < _LEAD)
                surfaces.setdefault(key, name)
    ranked = weights.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    if counts[ranked[0][0]] < _TIMES:
        return None  # told of once, far down
    name = surfaces[ranked[0][0]]
    return Trader(name, code_of(name), sure)


def _matches(text: str, ends: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """All that a pattern finds; `ends` finds the last words that it may have."""
    after = 0
    for end in ends.finditer(text):
        found = pattern.search(text, max(after, end.start() - _REACH), end.end())
        match = found and pattern.match(text, found.start())  # "Kenya's export | trade"
        if match is not None:
            after = match.end()
            yield match


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
