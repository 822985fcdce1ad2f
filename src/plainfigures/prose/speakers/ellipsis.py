"""Ellipsis: sources whose verb is said once ("the army put it at 90, the rebels at 300")."""

from plainfigures.prose.speakers.counting import (
    REACH,
    STOPS,
    Numbers,
    counting_verbs,
    is_verb,
)
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words.closed import ARTICLES
from plainfigures.prose.words.lexicon import nouns, speech_verbs
from plainfigures.prose.words.signs import GENITIVES, OPEN_QUOTES
from plainfigures.prose.words.tokens import Tokens

# The prepositions before a number whose source has no verb of its own.
ELLIPTIC = ("of", "at")
_WHERE = frozenset("in at on near".split())
# The longest apposition between a name and its number, in tokens.
_CALLED = 6


def elliptic(tokens: Tokens, i: int, numbers: Numbers) -> tuple[int, int] | None:
    """ "The army put it at 90, the rebels at 300": a source whose verb is said once.

    The preposition stands at token `i`, a number behind it, a source between it and a border.
    """
    if tokens.word[i] not in ELLIPTIC:
        return None
    k = i + 1
    k += tokens.at(k) in OPEN_QUOTES
    if numbers.get(k) not in ("bare", "noun"):
        return None
    first = i
    while first > 0 and i - first < REACH and tokens.word[first - 1] not in STOPS:
        if first - 1 in numbers:
            return None
        first -= 1
    if first == 0 or tokens.word[first - 1] not in STOPS:
        return None
    while first < i and (tokens.word[first] in ARTICLES or tokens.word[first] == "and"):
        first += 1
    opens = tokens.at(first)
    if first >= i or opens in ("up", "down", "that") or tokens.word[i - 1] in GENITIVES:
        return None  # "the other side's at 40", "and that its garrison of 40 fell"
    if any(
        tokens.word[k] in speech_verbs() and tokens.at(k + 1) in ARTICLES for k in range(first, i)
    ):
        return None  # "In Bor, the office estimates the number of those who fled at 900"
    if any(is_verb(tokens, k) for k in range(first, i)) or tokens.word[i - 1] in nouns("place"):
        return None  # "left Bor, a town of 900"
    return (first, i) if is_source(tokens, first, i) else None


def gapped(tokens: Tokens, cue: int, numbers: Numbers) -> list[tuple[int, int]]:
    """ "Chad announced 9 million euros and *the Union* 12": those whose verb is said once.

    The first number follows right after the verb at token `cue`, and no place after it.
    """
    if cue + 1 not in numbers:
        return []
    found = []
    for k in sorted(k for k in numbers if k > cue + 1 and tokens.word[k - 1] != "("):
        end = first = before_apposition(tokens, k)
        while first > cue + 1 and tokens.word[first - 1] not in STOPS:
            first -= 1
        if not _WHERE.isdisjoint(tokens.word[cue + 1 : first]) or tokens.at(first - 1) == ":":
            break
        first += tokens.word[first] in ARTICLES
        head = tokens.word[end - 1]
        telling = head in counting_verbs() or head in speech_verbs()
        acts = any(j in numbers or is_verb(tokens, j) for j in range(first, end))
        if first < end and not (telling or acts) and is_source(tokens, first, end):
            found.append((first, end))
    return found


def before_apposition(tokens: Tokens, k: int) -> int:
    """The end of a name before what it is called ("*Malta*, the host, | 12 million"); else `k`."""
    if tokens.at(k - 1) != ",":
        return k
    low = max(1, k - 1 - _CALLED)
    comma = next((j for j in range(k - 2, low, -1) if tokens.word[j] == ","), 0)
    called = comma > 0 and tokens.word[comma + 1] in ARTICLES and tokens.capital(comma - 1)
    return comma if called else k
