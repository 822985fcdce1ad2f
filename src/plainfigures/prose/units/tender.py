"""Tender: the money of each country today and before, and the names that tell of whose it is."""

from collections.abc import Collection
from functools import cache

from plainfigures.prose.words import lexicon
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tables import table
from plainfigures.prose.words.tokens import Tokens

_REACH = 25
_WORLD = frozenset(("UN", "U.N.", "Nations"))
_WE = frozenset("we our us i my".split())
_OTHERS = frozenset("the a an its it they he she we i his her their our this that".split())


@cache
def currency_of_country() -> dict[str, str]:
    """ISO 3166-1 alpha-3 -> ISO 4217 of its legal tender today."""
    return {country: code for country, code, until in table("currency_countries.tsv") if not until}


@cache
def last_year_of(code: str) -> int | None:
    """The year until which a currency was anywhere legal tender; none of one that still is."""
    years = [until for _, each, until in table("currency_countries.tsv") if each == code]
    return max(map(int, years)) if all(years) and years else None


@cache
def names_by_currency() -> dict[str, list[str]]:
    """ISO 4217 -> the names of the countries whose tender it is or was, and of their cities.

    Their adjectives as well, where they do not begin with the name ("Finnish"; not "Indian").
    """
    tender, known = _tender(), lexicon.countries().items()
    found: dict[str, list[str]] = {}
    named = [(surface, one.code or "") for surface, one in known if "name" in one.kinds]
    called = [
        (surface, one.code or "") for surface, one in known
        if "adjective" in one.kinds and not any(surface.startswith(name) for name, _ in named)
    ]  # fmt: skip
    cities = [(s, row[0]) for row in table("capitals.tsv") for s in row[1].split("|")]
    for surface, country in (*named, *called, *cities):
        for code in tender.get(country, ()):
            found.setdefault(code, []).append(surface)
    return found


def of_subject(tokens: Tokens, k: int, candidates: Collection[str]) -> str | None:
    """The currency of who gives the sum before token `k`: "*Japan*, a neighbour, gave ¥300m".

    That is the nearest country that has one of the candidates; none that a preposition leads,
    and none before a comma behind which somebody else is the subject.
    """
    known, tender = lexicon.countries(), _tender()
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if tokens.word[j] in _OTHERS and tokens.at(j - 1) in (",", ";"):
            if j < 2 or tokens.raw[j - 2] not in known:
                return None
        if not tokens.capital(j):
            continue
        nation = known.get(tokens.raw[j])
        first = j
        if nation is None and tokens.capital(j - 1):
            nation, first = known.get(f"{tokens.raw[j - 1]} {tokens.raw[j]}"), j - 1
        country = "" if nation is None else nation.code or ""
        found = tender.get(country, set()).intersection(candidates)
        if found:
            before = first - (tokens.at(first - 1) == "the") - 1
            if before >= 0 and tag(tokens.word[before])[:1] == "p":
                return None
            today = currency_of_country().get(country)
            return today if today in found or len(found) > 1 else found.pop()
    return None


def of_the_world(tokens: Tokens, code: str) -> bool:
    """ "The *UN appealed* for $90 million" in a text of Canada: in no dollars of its own."""
    text = " ".join(tokens.raw)
    own = any(name in text for name in names_by_currency().get(code, ()))
    told = (tokens.word[k + 1] for k, raw in enumerate(tokens.raw[:-1]) if raw in _WORLD)
    return not own and _WE.isdisjoint(tokens.word) and any(tag(one)[0] in "vx" for one in told)


@cache
def _tender() -> dict[str, set[str]]:
    """ISO 3166-1 alpha-3 -> ISO 4217 of all that is or was its legal tender."""
    found: dict[str, set[str]] = {}
    for country, code, _ in table("currency_countries.tsv"):
        found.setdefault(country, set()).add(code)
    return found
