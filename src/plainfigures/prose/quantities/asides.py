"""Asides: a part put in behind its whole, which lends nothing to the number after it."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

THEM = frozenset("them these those which whom".split())
_OUT_OF = frozenset(("of", "among"))


def is_bracketed(tokens: Tokens, before: Quantity, q: Quantity) -> bool:
    """ "killed 88 (*of whom 12 officers*), wounded 230": a part in brackets lends nothing."""
    k = before.phrase_first - 1
    if tokens.at(k) in THEM and tokens.at(k - 1) == "of":
        k -= 2
    elif tokens.at(k) != "including":
        return False
    return tokens.at(k if tokens.at(k) == "(" else k - 1) == "(" and (
        ")" in tokens.word[before.phrase_last : q.phrase_first]
    )


def is_put_in(tokens: Tokens, part: Quantity, q: Quantity) -> bool:
    """ "killed 36 people, *including 11 clerks*, and injured | 90": a part alone lends nothing."""
    k = part.phrase_first - 1
    led = tokens.at(k) == "including" or (tokens.at(k) in THEM and tokens.at(k - 1) in _OUT_OF)
    gap = tokens.word[part.phrase_last : q.phrase_first]
    verb = len(gap) > 2 and gap[0] == "," and gap[1] == "and" and tag(gap[2])[:1] == "v"
    return led and verb
