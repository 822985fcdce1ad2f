"""Entitled: the place smaller than a country that the title of a text tells.

"Floods in *Kelm*, Chad", "*Kelm* camps: update", "*Kelm*, siege of" over "Kelm is a town".
"""

import re

from plainfigures.figures.places.headlines import is_told_below
from plainfigures.prose.words.bearers import names_country, names_place
from plainfigures.prose.words.lexicon import is_word, nouns, singular

_NAME = r"[A-Z][\w'\u2019-]+(?: (?:(?:d[aeiou]s?|del|l[ao]s?) )?[A-Z][\w'\u2019-]+){0,3}"
# "Kelm, siege of", "Kelm (town)", over "Kelm is a town"
_ENTRY = re.compile(rf"({_NAME})(?:[,:(]| \(|\n|\Z)")
_IS = r" (?:is|was|lies|are|were)"
# "The fire in *Kelm*, Chad"
_HELD = re.compile(rf"(?:\A|\b(?:in|at|near|across|around|of) )({_NAME}), (?:the )?({_NAME})")
# "Chad: *Kelm and Tarn* floods"
_UNDER = re.compile(rf"({_NAME}): ({_NAME}(?: and {_NAME})?) [a-z]")
# "Floods in *Kelm*"
_EVENT = re.compile(rf"\b([A-Za-z]+) (?:in|at|near|off|across|around|on|of) ({_NAME})")
_HARM = frozenset("killing murder death shooting shelling quake blast mine casualty".split())
# "Mines in *the Northern Province*"
_STATE = re.compile(rf"\b(?:in|across|for) the ({_NAME})\b")


def entitled(plain: str, end: int) -> str | None:
    """The place smaller than a country that a title tells, which ends at `end`."""
    title = plain[:end].strip()
    words = re.findall("[a-z]+", title.lower())
    meets = not nouns("meeting").isdisjoint((*words, *map(singular, words)))
    if not title or meets:
        return None
    named = _of_entry(plain, title, end) or _under(plain, title, end)
    return named or _held(title) or _struck(title)


def _of_entry(plain: str, title: str, end: int) -> str | None:
    """ "*Kelm*, siege of" over "Kelm is a town": what an entry of an encyclopaedia is of."""
    found = _ENTRY.match(title)
    if found is None or names_country(name := found.group(1)):
        return None
    is_one = re.compile(rf"\s*{re.escape(name)}\b{_IS} (?:an? |the )?([^.]{{0,60}})")
    body = is_one.match(plain, end)
    words = [] if body is None else re.findall(r"[a-z]+", body.group(1).split(" in ")[0])
    return name if not nouns("place").isdisjoint(words) else None


def _under(plain: str, title: str, end: int) -> str | None:
    """ "Chad: *Kelm and Tarn* floods", over a text that tells of what was "in Kelm"."""
    found = _UNDER.match(title)
    if found is None or not names_country(found.group(1)):
        return None
    names = found.group(2).split(" and ")
    told = all(is_told_below(plain, one, end) and not names_country(one) for one in names)
    return found.group(2) if told else None


def _held(title: str) -> str | None:
    """ "Floods in *Kelm*, Chad", "mines in *the Northern Province*"."""
    for found in _HELD.finditer(title):
        name, land = found.groups()
        if names_country(land) and not names_country(name) and _is_strange(name):
            return name
    for found in _STATE.finditer(title):
        words = found.group(1).lower().split()
        if len(words) > 1 and words[-1] in nouns("place"):
            return found.group(1)
    return None


def _struck(title: str) -> str | None:
    """ "Floods in *Kelm*", "Killed in the blast at *Kelm*": where an event was."""
    found = _EVENT.search(title)
    if found is None or singular(found.group(1).lower()) not in nouns("event") | _HARM:
        return None
    name = found.group(2)
    return name if not names_country(name) and _is_strange(name) else None


def _is_strange(name: str) -> bool:
    """Whether a name is of no office or thing ("Ministry of *Finance*, Chad")."""
    return names_place(name) or not all(map(is_word, name.lower().split()))
