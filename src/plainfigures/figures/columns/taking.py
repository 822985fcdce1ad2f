"""Taking: the verbs whose subject gets the money."""

from plainfigures.figures.triggers import ACTING, Trigger
from plainfigures.prose.lexicon import verb_lemmas
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_TAKING = frozenset("receive get obtain accept benefit borrow".split())
_BORDERS = frozenset(", ; : and but while that which".split())
_REACH = 5


def taking_verb(tokens: Tokens, q: Quantity, trigger: Trigger | None) -> int | None:
    """The verb of taking in a trigger or right before a sum ("will receive a $5 million loan")."""
    if trigger is not None and trigger.kind in ACTING and trigger.last <= q.first:
        return next((k for k in range(trigger.first, trigger.last) if _takes(tokens, k)), None)
    for k in range(q.phrase_first - 1, max(-1, q.phrase_first - _REACH), -1):
        if tokens.word[k] in _BORDERS:
            break
        if _takes(tokens, k):
            return k
    return None


def _takes(tokens: Tokens, k: int) -> bool:
    return tokens.raw[k].islower() and not _TAKING.isdisjoint(verb_lemmas(tokens.word[k]))
