"""Gifts between countries, told without a word of aid: "The Japanese gave us 3 billion yen"."""

from plainfigures.figures.triggers import ACTING, Trigger
from plainfigures.prose.lexicon import countries, tag
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.stems import verb_forms
from plainfigures.prose.tokens import Tokens

_GIVING = tuple("give donate grant pledge promise offer lend contribute vote allocate".split())
_GIVERS = frozenset("government people parliament taxpayers authorities council ministry".split())
_TAKERS = frozenset("us you them".split())
_YOURS = frozenset(("you", "your"))
_TO = frozenset(("to", "for"))
_SUBJECT = 6
_NEAR = 9


def is_between_countries(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether a country gives a sum to another: "Malta gave Chad $3 million", "voted it for you".

    The giver stands before the verb, the taker right behind it or after "to" or "for".
    """
    word = tokens.word
    verb = next((k for k in range(t.first, t.last) if word[k] in verb_forms(_GIVING)), -1)
    if q.kind != "money" or t.kind not in ACTING or verb < 0 or verb > q.first:
        return False
    if tokens.at(verb - 1) == "we" and tokens.raw[verb + 1] in countries():
        return True  # "we promised Ethiopia 90 million pounds"
    giver = _giver(tokens, verb)
    if giver is None:
        return False
    if giver and (word[verb + 1] in _TAKERS or tokens.raw[verb + 1] in countries()):
        return True
    after = range(q.phrase_last, min(q.phrase_last + _NEAR, tokens.size - 1))
    return any(
        word[k] in _TO and (word[k + 1] in _YOURS or (giver and _named(tokens, k + 1)))
        for k in after
    )


def _giver(tokens: Tokens, verb: int) -> bool | None:
    """Whether the subject of a verb names its country; None where it is no country's."""
    word, k = tokens.word, verb - 1
    while k > max(-1, verb - _SUBJECT):
        named = tokens.raw[k] in countries()
        if word[k] in _GIVERS:
            return tokens.raw[k - 1] in countries() or _named(tokens, k + 2)
        if named:
            return True
        if tag(word[k])[0] not in "rvxmnad":
            return None
        k -= 1
    return None


def _named(tokens: Tokens, k: int) -> bool:
    """Whether a country is named at token `k`, or right behind it ("the Philippines")."""
    return any(name in countries() for name in tokens.raw[k : k + 2])
