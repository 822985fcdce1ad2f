"""Direction of change: the verb or adverb that says which way a number moved."""

from functools import cache

from plainfigures.prose import lexicon
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_REACH = 9
_STOPS = frozenset("; : . while but whereas that which who ( when as".split())
_NOMINAL = frozenset("a an the of in this any".split())
_JOINTS = ([",", "or"], ["or"], ["("], [","], ["to"])


def direction(tokens: Tokens, q: Quantity, before: Quantity | None) -> tuple[str, str] | None:
    """(increase or decrease, the word that says so) for a quantity that is a change.

    `before` is the quantity before it: "fell 190 points, or 0.6 percent" hands its direction on.
    """
    word = tokens.word
    after = tokens.at(q.phrase_last)
    if after in adverbs() and (q.kind == "percent" or tokens.at(q.phrase_last + 1) != "than"):
        return adverbs()[after], after
    for k in range(q.phrase_first - 1, max(0, q.phrase_first - _REACH) - 1, -1):
        w = word[k]
        if before is not None and k < before.phrase_last:
            joined = word[before.phrase_last : q.phrase_first] in _JOINTS
            return direction(tokens, before, None) if joined else None
        if w in _STOPS:
            return None
        if w in adverbs() and _moves(tokens, k, q.phrase_first):
            return adverbs()[w], w
        if w in verbs() and tokens.at(k - 1) not in _NOMINAL:
            return verbs()[w], w
    return None


def _moves(tokens: Tokens, k: int, first: int) -> bool:
    """Whether an adverb at token `k` moves the number at `first` ("down by 5", not "up to 5")."""
    near = first - k <= 3 and tokens.word[first - 1] != "to"
    return near and not (tokens.word[k] == "up" and tokens.word[k + 1] == "to")


@cache
def verbs() -> dict[str, str]:
    """Every form of the verbs of change -> increase or decrease."""
    found: dict[str, str] = {}
    for lemma, way, part in lexicon.table("changes.tsv"):
        if part == "verb":
            found.update(dict.fromkeys(lexicon.inflections(lemma), way))
    return found


@cache
def adverbs() -> dict[str, str]:
    """The adverbs of change -> increase or decrease."""
    rows = lexicon.table("changes.tsv")
    return {word: way for word, way, part in rows if part == "adverb"}
