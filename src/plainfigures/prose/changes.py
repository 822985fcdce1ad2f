"""Direction of change: the verb or adverb that says which way a number moved."""

from functools import cache
from importlib import resources

from plainfigures.prose.lexicon import inflections
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_REACH = 9
_STOPS = frozenset((";", ":", ".", "while", "but", "whereas", "that", "which", "who", "(", "when", "as"))


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """(verb forms, adverbs) -> direction."""
    verbs: dict[str, str] = {}
    adverbs: dict[str, str] = {}
    text = resources.files(__package__).joinpath("lexicons/changes.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        word, direction, part = line.split("\t")
        if part == "adverb":
            adverbs[word] = direction
        else:
            verbs.update(dict.fromkeys(inflections(word), direction))
    return verbs, adverbs


def direction(tokens: Tokens, q: Quantity, before: Quantity | None) -> tuple[str, str] | None:
    """(increase or decrease, the word that says so) for a quantity that is a change.

    `before` is the quantity before it: "fell 190 points, or 0.6 percent" hands its direction on.
    """
    verbs, adverbs = _tables()
    word, n = tokens.word, tokens.size
    j = q.phrase_last
    if j < n and word[j] in adverbs and (j + 1 >= n or word[j + 1] != "than" or q.kind == "percent"):
        return adverbs[word[j]], word[j]
    low = max(0, q.phrase_first - _REACH)
    for k in range(q.phrase_first - 1, low - 1, -1):
        w = word[k]
        if before is not None and k < before.phrase_last:
            gap = word[before.phrase_last : q.phrase_first]
            if gap in ([",", "or"], ["or"], ["("], [","], ["to"]):
                return direction(tokens, before, None)
            return None
        if w in _STOPS:
            return None
        if w in adverbs and q.phrase_first - k <= 3 and word[q.phrase_first - 1] != "to":
            if not (w == "up" and k + 1 < n and word[k + 1] == "to"):
                return adverbs[w], w
        if w in verbs and not (k and word[k - 1] in ("a", "an", "the", "of", "in", "this", "any")):
            return verbs[w], w
    return None
