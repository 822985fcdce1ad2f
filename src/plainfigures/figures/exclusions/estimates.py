"""Estimates: how far those lie apart of what was spoken of before ("estimates vary from …")."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_ESTIMATES = frozenset("estimates estimate guesses figures counts reports calculations".split())
_VARY = ("vary", "range", "run", "differ", "go", "lie", "fluctuate")


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
