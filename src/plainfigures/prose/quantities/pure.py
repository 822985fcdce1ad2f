"""Pure numbers: ratios, coefficients and the like, which have the unit of no number beside them."""

from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import nouns, singular
from plainfigures.prose.words.signs import ARE
from plainfigures.prose.words.tokens import Tokens

# What leads from a ratio to its number, and from a verb of change to where it led.
_LEADING = ARE | frozenset("of , ( : = at stood remained stayed about only a an".split())
_REACHED = frozenset(("to", "from", "by"))
_REACH = 4
# What leads from "pH" to its value.
_ACID = frozenset(
    "of was is were remained stayed at to = between from near the range value".split()
)


def stands_alone(tokens: Tokens, q: Quantity) -> bool:
    """Whether nothing before a bare number lends it a unit: a ratio, "R = 4", "population 40"."""
    return tokens.at(q.phrase_first - 1) in ("=", "population") or is_pure(tokens, q)


def is_pure(tokens: Tokens, q: Quantity) -> bool:
    """Whether a bare number is of a ratio or of those studied: "an index of 2", "n = 9"."""
    k = q.phrase_first - 1
    if tokens.at(k) == "=" and tokens.at(k - 1) == "n":
        return True
    for _ in range(_REACH):
        if tokens.at(k) in _REACHED and tokens.at(k - 1) in changes.verbs():
            k -= 2
        elif tokens.at(k) in _LEADING:
            k -= 1
        else:
            break
    return k >= 0 and singular(tokens.word[k]) in nouns("ratio")


def is_term(tokens: Tokens, q: Quantity) -> bool:
    """ "the x = 0.2 curve", "a factor of 0.9 fits": the value of a letter or a ratio, no count."""
    k = q.phrase_first - 1
    if tokens.at(k) == "=":
        return tokens.at(k - 1) != "n"
    if tokens.at(k) == "of" and len(tokens.at(k - 1)) == 1:
        return tokens.word[k - 1].isalpha()
    return "." in tokens.word[q.first] and is_pure(tokens, q)


def scale_before(tokens: Tokens, k: int) -> str | None:
    """The scale of numbers without a unit whose words end at token `k`: pH, magnitude.

    "at pH 7", "the pH was between 6 and 8", "a magnitude 7 quake", "with a magnitude of 6.1".
    """
    sized = k - (tokens.at(k) == "of" and tokens.at(k - 2) in ("a", "the"))
    if tokens.at(sized) == "magnitude":
        return "magnitude"
    while k > 0 and tokens.word[k] in _ACID:
        k -= 1
    return "pH" if k >= 0 and tokens.raw[k] == "pH" else None


def encloses(tokens: Tokens, q: Quantity, share: Quantity) -> bool:
    """ "in Oro (90, *4%*) and Bor", "in Oro 90 (*4%*)": a number, its share in brackets."""
    opened = "(" in (tokens.at(q.phrase_first - 1), tokens.at(q.phrase_last))
    close = share.phrase_first == q.phrase_last + 1 and tokens.at(share.phrase_last) == ")"
    return opened and close and share.kind == "percent" and q.kind != "percent"
