"""Estimates: how far those lie apart of what was spoken of before, and what was lost."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import PARTS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_ESTIMATES = frozenset("estimates estimate guesses figures counts reports calculations".split())
_VARY = ("vary", "range", "run", "differ", "go", "lie", "fluctuate")
_HARM = frozenset("damage damages loss losses destruction".split())
_PUT = tuple("reach amount stand total rise grow come exceed put estimate value assess top".split())
_SORTS = frozenset("estimated insured reported combined resulting".split())


def are_estimates(tokens: Tokens, q: Quantity) -> bool:
    """ "The estimates vary widely *from 300 to 900*": a range of what the text does not repeat."""
    word, k = tokens.word, q.phrase_first - 1
    if q.qualifier != "between" or q.kind != "bare":
        return False
    while k > 0 and (tag(word[k]) == "r" or word[k] == "anywhere"):
        k -= 1
    if k < 1 or word[k] not in verb_forms(_VARY):
        return False
    k -= 1
    while k > 0 and (word[k] in HELPERS or tag(word[k]) == "r"):
        k -= 1
    return word[k] in _ESTIMATES


def is_of_damage(tokens: Tokens, q: Quantity) -> bool:
    """ "the *damage* in Chad has reached $40 million", "put the *losses* at $9": what was lost."""
    word, k = tokens.word, q.phrase_first - 1
    if q.kind != "money" or _HARM.isdisjoint(word[:k]):
        return False
    while k > 0 and (tag(word[k])[0] in "pr" or word[k] in verb_forms(_PUT) | HELPERS):
        k -= 1  # past "has reached", "is put at"
    told = not verb_forms(_PUT).isdisjoint(word[k + 1 : q.phrase_first])
    while told and k > 0 and word[k] not in _HARM | PARTS and tag(word[k])[0] not in "vmx":
        k -= 1  # past "in Chad"
    harm = word[k] in _HARM
    while harm and k > 0 and (tag(word[k])[0] in "dan" or word[k] in _SORTS):
        k -= 1  # but "the cost of damage", "help for losses"
    return harm and tag(word[k])[0] != "p" and tokens.at(k - 1) != "who"
