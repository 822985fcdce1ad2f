"""Themes: whether the text around a sentence is about people who go home, or who are away."""

from collections.abc import Collection, Container

from plainfigures.definitions.model import Measure
from plainfigures.figures.triggers.match import Carried

HOMEWARD = frozenset("return returnee repatriation repatriate".split())
FLED = frozenset("refugee displaced idp exile".split())
# Nouns by which a sentence itself says that those of whom it tells go home.
RETURNS = frozenset("returns repatriation repatriations homecoming homecomings".split())
# The noun of going home, in the singular.
HOMING = frozenset(("return", "repatriation"))
DEPORTED = frozenset("deport deportee deportation expel".split())
# Those who are deported to a country of their own.
STRANGERS = frozenset("refugee asylum migrant undocumented".split())
# Those of whom there may be a population.
MOVED = FLED | {"returnee", "evacuee"}
FLEEING = ("flee", "escape")
UPROOTED = FLED | {"asylum", "migrant"}
# So many words around a sentence make a theme.
_THEME = 2


def is_around(carried: Carried, words: Container[str]) -> bool:
    """Whether enough of the words that make a theme stand around a sentence."""
    return sum(map(words.__contains__, carried.around())) >= _THEME


def words_of(measure: Measure) -> Collection[str]:
    """The words of its context that name the measure itself."""
    named = [word for words in measure.words.values() for word in words]
    return frozenset(measure.context).intersection(named)
