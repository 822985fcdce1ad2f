"""Openings: what a preposition leads to before the subject of a clause."""

from plainfigures.prose.words.closed import ARTICLES
from plainfigures.prose.words.lexicon import countries, places, tag
from plainfigures.prose.words.tokens import Tokens

BORDERS = frozenset("; : while but that".split())
_STARTS = BORDERS | {",", "and"}
_NAMES = frozenset("name group place historic".split())
_SETTING = frozenset("in at on for after before during since under near outside inside".split())


def after_opener(tokens: Tokens, first: int, j: int) -> int:
    """ "Under the Relief Plan | the Union received": past what a preposition leads to."""
    if first > j or tag(tokens.word[first])[0] != "p":
        return first
    ends = (k for k in range(j, first + 1, -1) if tokens.word[k] in ARTICLES)
    return next((k + 1 for k in ends if tokens.capital(k - 1)), first)


def after_setting(tokens: Tokens, first: int, last: int) -> int:
    """ "At the summit | Japan", "In Bonn | Norway": past what opens a clause with a preposition."""
    lead = first - 1 - (tokens.at(first - 1) in ARTICLES)
    opens = lead == 0 or tokens.at(lead - 1) in _STARTS
    if lead < 0 or not opens or tokens.word[lead] not in _SETTING or not tokens.capital(last):
        return first
    name = tokens.name_start(last, first)
    if name > first and tag(tokens.word[name - 1]).split(",")[0] in ("n", "ns", "r"):
        return name  # "In aid alone | Chad"
    ends = [k for k in range(last + 1, name, -1) if is_place(" ".join(tokens.raw[name:k]))]
    return ends[0] if ends and ends[0] <= last else first


def is_place(name: str) -> bool:
    """Whether a name is one of a country or town, and no adjective."""
    entry = countries().get(name)
    return name in places() or (entry is not None and not _NAMES.isdisjoint(entry.kinds))
