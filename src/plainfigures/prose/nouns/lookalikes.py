"""Lookalikes: verbs behind a number, with what they take, that look like a noun phrase counted."""

from plainfigures.prose.words.lexicon import calendar, is_person, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.tokens import Tokens

_STILL = frozenset("still now already currently yet".split())


def is_predicate(tokens: Tokens, first: int, head: int) -> bool:
    """A verb and its object, not a compound: "1.4 million need food", "900 fleeing hunger".

    Nor is a day counted: "40 | late Monday", "another 1,400 | overnight and early Tuesday".
    """
    if tokens.word[head] in calendar("weekday"):
        return True
    if head - first > 2:
        return False
    kinds = tag(word := tokens.word[first]).split(",")
    alone = head == first  # "900 waiting at a border", "1,200 living in tents"
    if alone or (kinds[0] == "vg" and not is_person(singular(tokens.word[head]))):
        return kinds[0] == "vg"
    done = "vd" in kinds and "a" not in kinds  # but "16 unexploded ordnance"
    return "v" in kinds or (done and not word.startswith("un"))


def is_object(tokens: Tokens, first: int, head: int) -> bool:
    """ "4,500 found refuge": a verb and what it takes, not the many things counted."""
    if head != first + 1:
        return False
    verb = tag(tokens.word[first]).split(",")
    return verb[:2] == ["vd", "v"] and tag(tokens.word[head]) == "n" and tokens.raw[head].islower()


def is_doing(tokens: Tokens, at: int) -> bool:
    """ "7,300 Nuer *living* in the south": what those do who bear the name before it."""
    named = tokens.capital(at - 1) and tokens.raw[at].islower()
    acts = named and tokens.word[at].endswith("ing")
    return acts and tag(tokens.at(at + 1) or ".")[0] == "p"


def is_still_doing(tokens: Tokens, at: int) -> bool:
    """ "with 12,000 still *living* in camps", "200,000 still *hope* to go"."""
    if tokens.word[at - 1] not in _STILL:
        return False
    kinds, after = tag(tokens.word[at]).split(","), tokens.at(at + 1)
    taken = after == "to" or after in MONEY or is_number(after or ".")  # "now costs 12 dollars"
    return "vg" in kinds or ("v" in kinds and taken)
