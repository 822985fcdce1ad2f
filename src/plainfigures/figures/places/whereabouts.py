"""Whereabouts: a figure whose place is looked for, and what the rules of places ask of it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.places.belonging import JOINS
from plainfigures.figures.places.likeliest import FAINT
from plainfigures.figures.places.nearby import nearest_place
from plainfigures.figures.places.refuges import exile_of
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.located import NATIONS
from plainfigures.prose.words.bearers import is_nationality, name_sizes, names_country
from plainfigures.prose.words.lexicon import countries, nouns, places, singular
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.number import is_number

# A place in the words of the text, and the rule that gave it.
Found = tuple[str | None, str]

_LANDS = frozenset("countries nations states economies lands".split())
_THESE = frozenset("these those other its their our all donor such both".split())
_RETURNS = frozenset("returned return_target resettled".split())
# "The conference on Kenya", "those hit by the storm in Kenya" are of no country that gives.
_ABOUT = re.compile(" (?:on|for|to|in|at|after) ")
_ELSEWHERE = frozenset(("country", "territory", "zone"))
_OPENING = frozenset(("in", "at", "near", "outside"))
_WIDE = frozenset("world globe worldwide globally".split())
_GENITIVE = re.compile("['\u2019]s ")


@dataclass
class Whereabouts:
    """A figure of a sentence; `partners` are those with whom others trade in it."""

    sentence: Sentence
    q: Quantity
    own: Mapping[str, str | None]
    event: Name | None
    memory: Memory
    partners: Collection[str]
    measure: str | None

    @once
    def returns(self) -> bool:
        """Whether it counts those who return."""
        return self.measure in _RETURNS

    @once
    def fled(self) -> bool:
        """Whether it counts those who left their homes."""
        return self.measure == "displaced"

    @once
    def traded(self) -> bool:
        """Whether it is of trade."""
        return self.own.get("partner") is not None or self.own.get("flow") is not None

    @once
    def recipient(self) -> str | None:
        """Who takes a sum, the country for what is its own; no body told by its nation alone."""
        recipient = self.own.get("recipient")
        owner = _GENITIVE.split(recipient or "", maxsplit=1)[0]
        if owner != recipient and names_country(owner):
            return owner  # "*Ethiopia*'s response"
        return None if _is_body(recipient) else recipient

    @once
    def exile(self) -> str | None:
        """The word of nationality of the refugees whom a sum is for."""
        return exile_of(self.own.get("recipient"))

    @once
    def nearest(self) -> tuple[Name | None, Name | None]:
        """The nearest place in the sentence, and the nearest that those counted left."""
        partners = self.partners if self.traded else ()
        return nearest_place(self.sentence, self.q, self.own, partners, self.returns, self.fled)

    @once
    def elsewhere(self) -> tuple[str, ...]:
        """The codes of countries that are not the place: partners, givers, what refugees fled."""
        codes = [*map(code_of, self.partners if self.traded else ())]
        if self.q.kind == "money":
            codes += self.memory.givers()
        donor = _ABOUT.split(self.own.get("donor") or "", maxsplit=1)[0]
        codes += code_of(donor), code_of(self.exile)
        return tuple([code for code in codes if code is not None])

    @once
    def setting(self) -> Found | None:
        """The place that the text around is about, not one of those elsewhere."""
        return self.memory.setting(self.elsewhere)

    @once
    def sure_setting(self) -> Found | None:
        """The setting, where the text tells of it more than by naming it somewhere."""
        return sure(self.setting)

    def words(self, name: Name) -> str | None:
        """The words of a name."""
        return self.sentence.words(name.first, name.last)


def sure(setting: Found | None) -> Found | None:
    """A setting that the text is about; none that anything else outranks."""
    return None if setting is None or setting[1] in FAINT else setting


@lru_cache(maxsize=1 << 12)
def is_place(text: str | None) -> bool:
    """Whether words hold the name of a country, region or city."""
    if text is None:
        return False
    words = text.replace("\u2019", "'").removesuffix("'s").split()
    for i in range(len(words)):
        for size in name_sizes():
            head = " ".join(words[i : i + size])
            entry = countries().get(head)
            if head in places() or (entry is not None and "group" not in entry.kinds):
                return True
            if entry is not None:
                break
    return False


def are_lands(recipient: str | None) -> bool:
    """ "*Developing countries*", "12 of the poorest nations": those whose aid it is, unnamed."""
    words = (recipient or "").split()
    return bool(words) and words[-1] in _LANDS and words[0] not in _THESE


def _is_body(recipient: str | None) -> bool:
    """ "A *Norwegian organization*": whose it is says not where it works."""
    words = (recipient or "").partition(" for ")[0].split()  # "the *British Council* for Aid"
    initials = bool(words) and words[-1].removesuffix("s").isupper()  # "Danish NGOs"
    initials = initials or words[-1:] == ["organisers"]
    if len(words) < 2 or not (initials or singular(words[-1].lower()) in nouns("body")):
        return False
    known = [word for word in words if word in countries()]
    return bool(known) and all(map(is_nationality, known))


def is_named(one: Whereabouts, name: Name) -> bool:
    """Whether a place has a name, or is one that no name around it can be.

    "Tents" and "border areas" lie in a place with a name; "the world" and, of those who went
    there, "neighbouring countries" or "liberated territories" do not.
    """
    tokens, q = one.sentence.tokens, one.q
    head = singular(tokens.word[name.last - 1])
    opens = tokens.word[name.first - 1 : name.first + 1]
    if tokens.raw[name.last - 1] in NATIONS and "the" in opens:
        return False  # "in the West African country": the one that is told of
    if any(tokens.capital(k) for k in range(name.first, name.last)):
        return True
    if head in _WIDE or is_number(tokens.word[name.first]):
        return True
    return head in _ELSEWHERE and (
        q.first < name.first or JOINS.isdisjoint(tokens.word[name.last : q.phrase_first])
    )


def fronted(one: Whereabouts) -> Found | None:
    """ "*At Bor* there were 900 refugees in the camp": the place with a name that opens it."""
    tokens = one.sentence.tokens
    first = next((name for name in one.sentence.places if name.first <= 1), None)
    if first is None or tokens.word[0] not in _OPENING or not tokens.capital(first.first):
        return None
    return (one.words(first), "nearest place") if is_named(one, first) else None
