"""Heads: what a counted noun phrase is, and the unit that its head gives."""

from dataclasses import dataclass

from plainfigures.prose.words.closed import ARTICLES, DEFINITE
from plainfigures.prose.words.lexicon import (
    calendar,
    demonyms,
    is_person,
    singular,
    tag,
    units,
    verb_lemmas,
)
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.tokens import Tokens

DETERMINERS = ARTICLES | DEFINITE | {"all", "some"}
SPANS = frozenset("year half quarter month week season decade period day".split())
# Nouns whose plural is as their singular, of what is counted.
MANY = frozenset("craft aircraft hovercraft spacecraft sheep cattle livestock fish".split())
# Participles that end a compound, with a hyphen or without: "40 combat related deaths".
COMPOUNDING = frozenset("related inflicted induced based borne".split())
# Adjectives that count people when no noun follows ("70 elderly", "12 dead", "40 wounded").
NOMINAL = frozenset(
    "dead wounded injured missing elderly disabled poor homeless unemployed sick maimed displaced "
    "hurt killed captured hospitalised hospitalized kidnapped abducted stranded".split()
)

_CREWS = frozenset(("crew", "aircrew"))
# What is a noun of people where it is the head of several.
_HANDS = frozenset("farm deck stable ranch field dock mill factory plantation hired".split())
_FORCES = frozenset("military paramilitary blacks whites".split())


@dataclass(slots=True)
class Noun:
    """Tokens first..last (exclusive) of a noun phrase; `head` is its singular, `unit` the unit.

    `whole` is the end of all who are counted together ("40 women | *and children*"), `origin` that
    of what these are of ("40 men | *of the village*").
    """

    first: int
    last: int
    head: str
    unit: str
    whole: int = 0
    origin: int = 0

    def __post_init__(self) -> None:
        self.whole = self.whole or self.last


def unit_of(head: str) -> str:
    """The unit of a counted head noun (singular): person, family, household, else itself."""
    if head in ("family", "household"):
        return head
    return "person" if is_person(head) else head


def are_people(tokens: Tokens, first: int, head: int) -> bool:
    """ "12 aircrew", "four farm hands", "40 whites"; not "three egg whites"."""
    word = tokens.word[head]
    alone = head == first or tag(tokens.word[head - 1])[0] != "n"
    hands = word == "hands" and tokens.word[head - 1] in _HANDS
    return word in _CREWS or hands or (alone and word in _FORCES)


def names_people(word: str) -> bool:
    """Whether a word is one for people in the plural."""
    one = singular(word)
    return one != word and is_person(one)


def names_one(word: str) -> bool:
    """Whether a word is one for a person in the singular."""
    return is_person(word) and singular(word) == word


def verb_follows(tokens: Tokens, at: int) -> bool:
    """ "names 90 dead and lists 40", "and paid $4 million", "and means to": a verb of its own."""
    after = tokens.at(at + 1) or "-"
    led = after in MONEY or after == "to" or is_number(after)
    return led and bool(verb_lemmas(tokens.word[at]))


def names_time(tokens: Tokens, at: int) -> bool:
    """ "maimed 151 last year", "dug up 340 last spring": words of time count nothing."""
    entry = units().get(tokens.at(at))
    timed = entry is not None and entry.dimension == "time"
    return timed or tokens.at(at) in calendar("season")


def takes_object(tokens: Tokens, at: int) -> bool:
    """ "the gang of 12 killed | a guard", but "12 killed | the day before"."""
    timed = names_time(tokens, at + 1) or names_time(tokens, at + 2)
    return tokens.at(at) in DETERMINERS and not timed


def demonym(tokens: Tokens, at: int, first: int) -> str | None:
    """What a word of nationality is, one of two words from token `first` on too.

    "Sierra Leoneans" are people by both, and "Karelians" by their ending.
    """
    raw = tokens.raw[at]
    one = demonyms().get(raw) or ("people" if raw.endswith("ians") and raw[0].isupper() else None)
    return one or (demonyms().get(f"{tokens.raw[at - 1]} {tokens.raw[at]}") if at > first else None)


def by_adjective(tokens: Tokens, first: int, last: int) -> Noun | None:
    """People counted by an adjective alone ("70 elderly", "20 Nepalese") in tokens first..last."""
    for k in range(first, last):
        if tokens.word[k] in NOMINAL and takes_object(tokens, k + 1):
            return None
        if tokens.word[k] in NOMINAL or tokens.raw[k] in demonyms():
            start = k - (k > first and tokens.capital(k) and tokens.capital(k - 1))
            return Noun(start, k + 1, tokens.word[k], "person")
    return None
