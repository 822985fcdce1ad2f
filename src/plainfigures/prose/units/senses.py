"""Senses: what a symbol of several units stands for, by the words of its sentence."""

from functools import cache

from plainfigures.prose.words.tables import table
from plainfigures.prose.words.tokens import Tokens

# What goes on with a compound of units, whose symbols tell each other.
_COMPOUNDING = frozenset("/ ^ - \u00b7 \u2212".split())


def sense(tokens: Tokens, j: int) -> tuple[str, str] | None:
    """The unit of the symbol at token `j` and its kind, money or unit; None where no word tells.

    "a wind of 40 kt" is in knots, "a 14 kt ring" in karats.
    """
    senses = _senses().get(tokens.raw[j])
    if senses is None or tokens.at(j + 1) in _COMPOUNDING:
        return None
    for unit, words in senses:
        if not words.isdisjoint(tokens.word):
            return unit, "money" if unit.isupper() else "unit"
    return None


@cache
def _senses() -> dict[str, list[tuple[str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for symbol, unit, words in table("senses.tsv"):
        found.setdefault(symbol, []).append((unit, frozenset(words.split())))
    return found
