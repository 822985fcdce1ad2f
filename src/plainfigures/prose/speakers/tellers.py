"""Tellers: which words can be of one who tells: a name, people, a body or a paper."""

from plainfigures.prose.words.lexicon import (
    agents,
    attribution,
    groups,
    is_person,
    is_word,
    nouns,
    singular,
    tag,
)
from plainfigures.prose.words.tokens import Tokens, is_date

_WARS = frozenset("war battle massacre famine earthquake storm hurricane flood".split())
_COUNTS = frozenset(("casualty", "fatality"))  # who are told of and tell nothing
_OPENING = 4  # the most tokens of a name that opens a sentence


def is_source(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words can say something: a name, those who speak, or a noun that publishes."""
    plain = tag(tokens.word[last - 1]) == "r" and not (last > 1 and tokens.capital(last - 1))
    if plain or tag(tokens.word[first]) == "p" or tag(tokens.word[last - 1]) == "p":
        return False  # "said | in a report", "a group of", "announced | the pledge of roughly"
    head = singular(tokens.word[first])
    if tokens.word[last - 1] in _WARS or (head in _WARS and tokens.at(first + 1) == "of"):
        return False  # "photographs from the Boer War | show"
    if tokens.at(first + 1) == "of" and head in nouns("place") and head not in nouns("institution"):
        return False  # "the townships of Bor county recorded"
    body = singular(tokens.word[last - 1])
    if (last == 1 or tokens.raw[last - 1].islower()) and _is_sum(body):
        return False  # "New pledges | announced in May"
    names = (k for k in range(first, last) if tokens.capital(k) and (k or _opens(tokens, last)))
    if any(tokens.word[k] == "may" or not is_date(tokens.word[k]) for k in names):
        return True
    if body == "body" and last - first > 1 and tag(tokens.word[last - 2]) == "n":
        return True  # "the *world body*", no "dead body"
    if tokens.at(last - 2) != "-" and (body in nouns("institution") or body in attribution("noun")):
        return True
    for word in tokens.word[first:last]:
        if word == "who" or word in attribution("noun") or word in attribution("people"):
            return True
        noun = singular(word)
        if noun in agents() or noun in groups() or (is_person(noun) and noun not in _COUNTS):
            return True
    return False


def _opens(tokens: Tokens, last: int) -> bool:
    """Whether the capital of the first word may be that of a name; no "Losses | reported in"."""
    one = singular(tokens.word[last - 1])
    plain = one != tokens.word[last - 1] and is_word(one)
    return last <= _OPENING and tokens.capital(last - 1) and not plain


def _is_sum(noun: str) -> bool:
    """Whether a noun is of money alone, and no paper and nobody who may tell."""
    if noun not in nouns("gift") and noun not in nouns("sum"):
        return False
    told = nouns("paper") | nouns("institution") | attribution("noun") | attribution("people")
    return noun not in told
