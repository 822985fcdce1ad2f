"""Those who act, give or receive without a name: people, troops and institutions."""

from functools import lru_cache

from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.lexicon import agents, groups, is_person, nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

Span = tuple[int, int]

_REACH = 6
_DESCRIBE = frozenset(("a", "vg", "vd", "n", "ns", "r"))
_IN_TAIL = frozenset(("a", "n", "ns"))
_NOW = frozenset(("last", "this", "next"))


@lru_cache(maxsize=1 << 12)
def is_actor(word: str) -> bool:
    """Whether a lower-case noun means people, a group or an institution; offices only speak."""
    noun = singular(word)
    if noun in nouns("title") or word in nouns("title"):
        return False
    known = noun in nouns("institution") or word in nouns("institution")
    return known or noun in groups() or noun in agents() or is_person(noun)


def actor_right(tokens: Tokens, i: int) -> Span | None:
    """The noun phrase of actors that begins at token `i`: "the flood victims", "both armies".

    One in the singular needs an article ("by the garrison", not "by hand").
    """
    word, n = tokens.word, tokens.size
    j = i
    while j < n and (word[j] in DETERMINERS or word[j] == "'s"):
        j += 1
    determined = j > i
    first = j
    head = None
    while j < n and j - first < _REACH:
        if not word[j][0].isalpha() and word[j] != "-":
            break
        kind = tag(word[j]).split(",")[0]
        if word[j] not in ("both", "all") and word[j] != "-" and kind not in _DESCRIBE:
            break
        if head is not None and (kind[:1] == "v" or is_number(word[j]) or word[j] in _NOW):
            break  # "offered the refugees | two million dollars", "for refugees | last week"
        if kind in ("n", "ns") or is_actor(word[j]):
            head = j
        j += 1
    if head is None or not is_actor(word[head]):
        return None
    if tag(word[head])[0] == "a" and "ns" in tag(tokens.at(head + 1) or ".").split(","):
        return None  # "the humanitarian | needs"
    if not determined and singular(word[head]) == word[head]:
        return None
    return first, _tail(tokens, head + 1)


def _tail(tokens: Tokens, last: int) -> int:
    """The end of "of the earthquake" or "'s unions" after a noun phrase of actors, or `last`."""
    word = tokens.word
    if tokens.at(last) in ("'s", "'") and is_actor(tokens.at(last + 1)):
        return last + 2
    if tokens.at(last) != "of":
        return last
    j = last + 1
    while tokens.at(j) in DETERMINERS:
        j += 1
    first = j
    while j < tokens.size and word[j].isalpha() and tag(word[j]).split(",")[0] in _IN_TAIL:
        j += 1
    return j if j > first else last
