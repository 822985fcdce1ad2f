"""Openings: the small words between a number and the noun phrase that it counts."""

from plainfigures.prose.nouns.heads import DETERMINERS, SPANS
from plainfigures.prose.words.closed import DEFINITE
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.signs import CLOSE_QUOTES, OPEN_QUOTES
from plainfigures.prose.words.tokens import Tokens

_LEADING = frozenset("of more other further additional the mostly mainly largely".split())


def begin(tokens: Tokens, start: int, vague: bool) -> int:
    """Step over "of the", "of" after a vague number, and an opening quote, from token `start`."""
    word, n = tokens.word, tokens.size
    at = start
    if vague and tokens.at(at) in CLOSE_QUOTES and tokens.at(at + 1) == "of":
        at += 1  # "'thousands' of mines"
    if word[at : at + 2] == ["more", "of"] and tokens.at(at + 2) in DEFINITE:
        at += 1  # "40 more of our neighbours"
    if (
        word[at : at + 1] == ["of"]
        and tokens.at(at + 1) in DEFINITE
        and tokens.at(at + 2 + (tokens.at(at + 2) == "own")) == "number"
    ):
        return at  # "lost nine of their number"
    if word[at : at + 2] == ["of", "the"] and not SPANS.isdisjoint(word[at + 2 : at + 4]):
        return at  # "the 3,940 of the year before", "12 of the first half"
    if word[at : at + 3] == ["of", "the", "total"] and tag(tokens.at(at + 3))[:1] != "n":
        return at  # "a million of the total have gone"
    if at + 1 < n and word[at] == "of" and (vague or word[at + 1] in DEFINITE):
        at += 2 if word[at + 1] in DETERMINERS else 1
    if at + 1 < n and word[at] in OPEN_QUOTES and word[at + 1].isalpha():
        at += 1
    return at


def past_leading(tokens: Tokens, first: int, head: int) -> int:
    """The first token of a phrase up to its `head` that is no small word: "further | mines"."""
    while first < head and tokens.word[first] in _LEADING:
        first += 1
    return first
