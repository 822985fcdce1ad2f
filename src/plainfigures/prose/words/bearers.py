"""Bearers of names: the country, city, group or body that a name is of, as far as is known."""

from functools import cache

from plainfigures.prose.words.lexicon import (
    agents,
    countries,
    groups,
    moneys,
    nouns,
    places,
    singular,
    tag,
)
from plainfigures.prose.words.surfaces import Index, index_of, longest
from plainfigures.prose.words.tokens import Tokens

# What stands before the name of a person.
HONOURS = frozenset("mr mrs ms dr prof sir lord lady dame madam hon".split())
_NAMING = frozenset(("name", "place", "historic"))
_STATES = frozenset("kingdom republic sultanate emirate federation".split())
_CAUSES = frozenset("liberation patriotic popular democratic revolutionary islamic unity".split())
_OFFICES = frozenset("department departments ministry bureau office".split())
_PAPERS = frozenset("aid relief overview facility mechanism action awareness assistance".split())
_RED = frozenset(("cross", "crescent"))
_SHORT = 2
# What is somewhere where a group of states is named.
_OF_GROUPS = frozenset("state country nation market member area zone".split())


@cache
def known_names() -> Index:
    """The names of countries, regions, cities and groups, and words of nationality, by kind."""
    rows = [(name, name, "city") for name in places()]
    for name, entry in countries().items():
        kind = "nationality"
        if "group" in entry.kinds:
            kind = "group"
        elif not _NAMING.isdisjoint(entry.kinds):
            kind = "country"
        rows.append((name, name, kind))
    return index_of(sorted(rows))


@cache
def name_sizes() -> tuple[int, ...]:
    """How many words the names of countries have, the most first."""
    return tuple(sorted({name.count(" ") + 1 for name in countries()}, reverse=True))


def names_country(words: str) -> bool:
    """Whether words are the name of a country ("Norway"), not only of what is its."""
    entry = countries().get(words)
    return entry is not None and not _NAMING.isdisjoint(entry.kinds)


def names_place(words: str) -> bool:
    """Whether words are the name of a country, region or city."""
    return words in places() or names_country(words)


def is_nationality(words: str) -> bool:
    """Whether words say whose and name no country ("Norwegian", "Norwegians")."""
    return words in countries() and not names_country(words)


def kind_of(tokens: Tokens, i: int) -> tuple[str | None, int]:
    """What the longest known name at token `i` is, and the token after it."""
    if i >= tokens.size:
        return None, i
    found = longest(known_names(), tokens.raw, i)
    if found is None or tokens.at(i + len(found.words)) in moneys():  # "US dollars"
        return None, i
    return found.kind, i + len(found.words)


def is_known(tokens: Tokens, j: int, last: int) -> bool:
    """Whether all of a name is known, or its first words are a city."""
    kind, end = kind_of(tokens, j)
    return kind == "city" or (kind is not None and end == last)


def is_local(tokens: Tokens, j: int, last: int) -> bool:
    """Whether a name begins or ends with a noun of place ("Agdam district", "Lake Tarn")."""
    if last <= j + 1:
        return False
    if tokens.at(j + 1) == "of" and tokens.word[j] in _OFFICES:
        return False  # "the Department of State"
    if singular(tokens.word[last - 1]) in _bodies_alone():
        return False  # "the State Department"
    if tokens.word[last - 2] in _CAUSES:
        return False  # "the Kelman Liberation Front"
    return any(singular(tokens.word[k]) in nouns("place") for k in (j, last - 1))


def is_group(tokens: Tokens, j: int, last: int) -> bool:
    """Whether a name is a group of states ("the EU")."""
    return kind_of(tokens, j) == ("group", last)


def is_historic(tokens: Tokens, j: int, last: int) -> bool:
    """Whether a name is of a state that is no more."""
    entry = countries().get(" ".join(tokens.raw[j:last]))
    return entry is not None and "historic" in entry.kinds


def is_no_place(tokens: Tokens, j: int, last: int, sure: bool) -> bool:
    """Whether a name is a word of nationality alone, or only describes what follows."""
    kind, end = kind_of(tokens, j)
    alone = tokens.at(last)[-1:] != "s" or singular(tokens.at(last)) not in _OF_GROUPS
    people = alone and kind is None and is_nationality(tokens.raw[last - 1])
    if (kind, end) == ("nationality", last) or people:
        return True  # "in Central Asian |"
    if (kind, end) == ("group", last) and last < tokens.size and tokens.raw[last].islower():
        # "in the United Nations appeal", but "in the Gulf states"
        noun = singular(tokens.word[last])
        return tag(noun)[0] in "na" and noun not in _OF_GROUPS and noun not in nouns("place")
    if sure or kind not in ("country", "nationality") or not end < last < tokens.size:
        return False
    # "in U.S. Emergency Shelter aid"
    return tag(tokens.word[last])[0] == "n" and tokens.raw[last].islower()


def is_body(tokens: Tokens, last: int) -> bool:
    """Whether the name that ends before token `last` is of a body ("the Food Programme")."""
    raw, noun = tokens.raw[last - 1], singular(tokens.word[last - 1])
    if noun in _RED and tokens.at(last - 2) == "red":
        return True  # "to the Red Cross"
    if len(raw) > _SHORT and raw[-1] == "s" and raw[:-1].isupper():
        return True  # "to Danish NGOs"
    if len(raw) > _SHORT and raw.isupper() and not tokens.capital(last - 2):
        return True  # "to UNICEF"
    if noun in _STATES and not tokens.capital(last - 2):
        return True  # "in the Kingdom"
    if tokens.word[last - 1] == "no" or noun in nouns("paper"):
        return True  # "in Flash Update No. 3"
    return noun in _no_places() or noun in groups() or noun in agents()


@cache
def _bodies_alone() -> frozenset[str]:
    """The last words of names of bodies that no place is called by ("governorate")."""
    return _no_places() - nouns("place")


@cache
def _no_places() -> frozenset[str]:
    """The last words of names of no place ("in the Global Appeal")."""
    return nouns("body") | nouns("sum") | nouns("programme") | _PAPERS
