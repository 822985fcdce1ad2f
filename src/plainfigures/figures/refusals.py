"""Refusals: what people would not do, were told in vain to do, or were spared."""

from plainfigures.figures.triggers import Trigger
from plainfigures.prose.helpers import BE, before_adverbs
from plainfigures.prose.lexicon import tag
from plainfigures.prose.stems import verb_forms
from plainfigures.prose.tokens import Tokens

_REFUSE = ("refuse", "decline", "fail", "neglect", "forbear", "omit", "scorn", "disdain")
_DEFY = (
    "ignore", "defy", "disobey", "resist", "reject", "flout", "disregard", "spurn", "shun", "avoid",
    "escape", "evade", "refuse", "withstand", "protest",
)  # fmt: skip
_ORDERS = frozenset(
    "order orders call calls advice warning warnings appeal appeals instruction instructions "
    "command commands demand demands plea pleas offer offers notice attempts attempt".split()
)
_INSTEAD = (["instead", "of"], ["rather", "than"])
_NEAR = 5


def is_refused(tokens: Tokens, t: Trigger) -> bool:
    """ "refused to leave", "defied the order to evacuate", "stayed rather than flee"."""
    word = tokens.word
    k = before_adverbs(word, t.first - 1)
    while k > 0 and word[k] in BE:
        k -= 1
    if word[max(0, k - 1) : k + 1] in _INSTEAD:
        return True
    if word[k].endswith("ing"):
        return False
    if word[k] != "to":
        return t.kind != "noun" and t.first - k > 1 and word[k] in verb_forms(("escape", "avoid"))
    if word[k - 1] in verb_forms(_REFUSE):
        return True
    if word[k - 1] not in _ORDERS:
        return False
    j = k - 2
    while j > max(0, k - _NEAR) and tag(word[j]).split(",")[0] in ("d", "a", "n", "p"):
        j -= 1
    return word[j] in verb_forms(_DEFY)
