"""Befallen things: houses that burned or land that came back, and nobody told of beside them."""

from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import is_person, singular, tag
from plainfigures.prose.words.tokens import Tokens

_OPENERS = frozenset("when if after because as that while until once before where since".split())
_HOUSES = frozenset("town village house city quarter home hut barn church street camp".split())


def burns_things(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "houses were *burned*, leaving 900 in the open", "900 from the *burnt* quarter"."""
    if q.phrase_first <= t.first < q.phrase_last:
        return False
    k, after = t.first - 1, tokens.at(t.last)
    while k > 0 and tokens.word[k] in HELPERS:
        k -= 1
    of_house = tag(after or ".")[:1] == "n" and not is_person(singular(after))
    before = singular(tokens.word[k])
    things = tag(tokens.word[k])[:2] == "ns" and not is_person(before)
    return of_house or things or before in _HOUSES


def is_of_things(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "42,000 would be displaced when land would be returned": no people are brought back."""
    k = t.first - 1
    if t.kind in NAMING or t.first <= q.phrase_last or word[k] not in BE:
        return False
    if q.kind == "money":
        return False
    while k > q.phrase_last and (word[k] in HELPERS or tag(word[k]) == "r"):
        k -= 1
    if word[k] == "which":
        return k - 1 != q.phrase_last or word[k - 1] != "of"  # but "nine of which were lifted"
    if k <= q.phrase_last or tag(word[k]).split(",")[0] != "n" or is_person(word[k]):
        return False
    while k > q.phrase_last and tag(word[k]).split(",")[0] in ("n", "a", "d"):
        k -= 1
    return word[k] in _OPENERS
