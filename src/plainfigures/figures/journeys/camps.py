"""Camps and crossings: people who live in a camp, or who cross a river into a country."""

from functools import cache

from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import PARTS, RELATIVES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import countries, places, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_STAYING = tuple(
    "live reside settle shelter dwell stay camp sleep gather herd cram crowd pack place confine "
    "lodge house accommodate".split()
)
_REMAINING = ("remain", "leave", "languish", "linger")
_CROSSING = tuple(
    "cross pour stream flood flow flock rush spill swarm trek walk swim wade surge".split()
)
_SITED = frozenset(("in", "at", "inside", "into"))
_CAMPS = frozenset(("camp", "camps", "settlement", "settlements"))
_CENTRES = frozenset("centre centres center centers".split())
_OF_REFUGE = frozenset("transit reception evacuation collective refugee emergency relief".split())
# Camps of those who have not fled.
_OTHERS = frozenset(
    "training prison labour labor concentration holiday summer army military base work scout youth "
    "boot internment detention death mining logging hunting rebel guerrilla squatter".split()
)
_HOLDING = tuple("hold house shelter host accommodate contain receive".split())
_HOUSING = ("house", "shelter")
# Where people find a roof who have lost theirs.
_ROOFS = frozenset(
    "building church mosque school monastery convent stadium gymnasium hall warehouse hangar "
    "factory hotel hostel barracks centre center shelter facility tent trailer caravan".split()
)
_MODALS = frozenset("can could may might would should to".split())
_PUT_IN = ([",", "including"], [",", "among"], [",", "most"], [",", "mostly"], [",", "many"])
_INCLUDING = ("include", "comprise", "number")
_INTO = frozenset(("into", "to"))
_ENDS = frozenset(", ; : ( ) and or but who which that where when leaving".split())
_REACH = 10
# What people stay in, and where several are.
_SHELTERS = "shelters"
# How far behind its name a camp may have its people.
_PLACED = 6
# How far before its verb a camp may stand, what is put in between included.
_ASIDE = 14
_BORDERS = frozenset("; and but while who".split())


def in_camp(tokens: Tokens, predicates: Predicates, q: Quantity) -> bool:
    """ "40,000 Kurds lived in the sprawling Ostra camp"."""
    if belongs_to_camp(tokens, q):
        return True
    k = _verb(tokens, predicates, q)
    if tokens.at(q.phrase_last) in _SITED:  # "the 9,000 Kurds in the camp"
        k = q.phrase_last - 1
    elif q.noun is not None and q.noun.last < q.first:
        # "the number of Kurds (living) in the camps has reached 9,000"
        k = q.noun.last - (tokens.at(q.noun.last) not in _verbs_of_staying())
        if tokens.at(k + 1) not in _SITED:
            return False
    elif tokens.at(q.phrase_last) in BE and tokens.at(q.phrase_last + 1) in _SITED:
        k = q.phrase_last  # "40,000 people are in overcrowded camps"
    elif tokens.at(k) not in _verbs_of_staying() or tokens.at(k + 1) not in _SITED:
        return False
    for j in range(k + 2, min(k + _REACH, tokens.size)):
        if tokens.word[j] == _SHELTERS:
            return True
        if tokens.word[j] in _CAMPS or tokens.word[j] in _CENTRES:
            return _is_camp(tokens, j)
        if tokens.word[j] in _ENDS:
            break
    return False


def belongs_to_camp(tokens: Tokens, q: Quantity) -> bool:
    """ "Ostra, a camp with 900 refugees": of whom the verb of the camp, or of others, tells no.

    "the largest camp in Chad with 900 residents", "the camp is home to 900 people".
    """
    word, k = tokens.word, q.phrase_first - 1
    if k > 1 and word[k - 1 : k + 1] == ["home", "to"]:
        near = range(k - 1, max(-1, k - _ASIDE), -1)
    elif k > 0 and word[k] == "with":
        near = range(k - 1, max(-1, k - _PLACED), -1)
    else:
        return False
    camp = next((j for j in near if word[j] in _CAMPS), 0)
    return _is_camp(tokens, camp) and _BORDERS.isdisjoint(word[camp:k])


def is_housed(tokens: Tokens, predicates: Predicates, q: Quantity) -> bool:
    """ "the camp, built for 900, houses 2,500": in a camp by a verb that is of no prisoners."""
    k = predicates.verb_before(q)
    if k < 1 or tokens.word[k] not in verb_forms(_HOUSING) or "camp" not in tokens.word[:k]:
        return False
    return is_held(tokens, predicates, q)


def is_held(tokens: Tokens, predicates: Predicates, q: Quantity) -> bool:
    """ "the camp, built for 900, now holds 2,500": whom a camp takes in."""
    k = predicates.verb_before(q)
    if k < 1 or tokens.word[k] not in verb_forms(_HOLDING) or tokens.word[k - 1] in _MODALS:
        return False
    near = range(k - 1, max(-1, k - _ASIDE), -1)
    shelters = tokens.word[k] in verb_forms(_HOUSING)
    camp = next((j for j in near if _is_camp(tokens, j)), -1)
    if camp < 0 and shelters:
        camp = next((j for j in near if singular(tokens.word[j]) in _ROOFS), -1)
        camp = camp if tokens.at(camp - 1) not in _OTHERS else -1
    first = camp
    while first > 0 and (tokens.capital(first - 1) or tag(tokens.word[first - 1])[0] in "dan"):
        first -= 1
    opens = first <= tokens.head or tokens.word[first - 1] in PARTS or tokens.word[k - 1] == "that"
    opens = opens or tokens.word[camp + 1 : camp + 3] == [",", "which"]
    opens = opens or tokens.word[k].endswith("ing")  # "there are two camps, housing 900"
    end = k - (tokens.word[k - 1] == "and")  # "was built for 900 and houses 2,500"
    return camp >= 0 and opens and _BORDERS.isdisjoint(tokens.word[camp:end])


def _is_camp(tokens: Tokens, k: int) -> bool:
    if tokens.at(k) in _CENTRES:
        return tokens.at(k - 1) in _OF_REFUGE
    return tokens.at(k) in _CAMPS and tokens.at(k - 1) not in _OTHERS


def crosses_into(tokens: Tokens, predicates: Predicates, q: Quantity) -> str | None:
    """ "900 people crossed the Ostra River into Chad": the first word of the country."""
    k = _verb(tokens, predicates, q)
    if tokens.at(k) not in verb_forms(_CROSSING):
        return None
    for j in range(k + 1, min(k + _REACH, tokens.size - 1)):
        if tokens.word[j] in _INTO:
            j += 1 + (tag(tokens.word[j + 1]).split(",")[0] == "a" and not tokens.capital(j + 1))
            name = tokens.raw[j] if j < tokens.size else ""
            return name if name in countries() or name in places() else None
        if tokens.word[j] in _ENDS:
            break
    return None


def _verb(tokens: Tokens, predicates: Predicates, q: Quantity) -> int:
    """The verb of people, or of the clause that describes them, over what is put in between."""
    k = q.phrase_last
    if tokens.word[k : k + 1] == ["of"] and tokens.at(k + 1) in ("them", "whom"):
        k += 2
    elif tokens.word[k : k + 2] in _PUT_IN:
        ends = range(k + 2, min(k + _ASIDE, tokens.size))
        k = next((j + 1 for j in ends if tokens.word[j] == ","), k)
    elif tokens.at(k) in RELATIVES and tokens.at(k + 1) in verb_forms(_INCLUDING):
        ends = range(k + 2, min(k + _ASIDE, tokens.size))
        k = next((j for j in ends if tokens.word[j] in BE), k)
    return predicates.after_helpers(k + (tokens.at(k) == "who"))


@cache
def _verbs_of_staying() -> frozenset[str]:
    return verb_forms(_STAYING + _REMAINING)


@cache
def words() -> frozenset[str]:
    """Words without which nobody is in a camp or crosses."""
    return _CAMPS | _CENTRES | {_SHELTERS} | verb_forms(_CROSSING) | verb_forms(_HOUSING)
