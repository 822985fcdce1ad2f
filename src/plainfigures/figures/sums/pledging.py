"""Pledging: sums that a text says are to be bound ("will allocate $3 million"), not yet bound."""

from plainfigures.figures.grammar.prospects import is_gathered
from plainfigures.figures.triggers.nominal import GRANTS
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_WILL = frozenset(("will", "would", "shall"))
# After these an infinitive is only promised; "agreed to allocate" binds.
_PROMISING = verb_forms(
    tuple("promise pledge vow announce plan intend propose offer undertake expect".split())
) | frozenset("commitment promise pledge plan plans intention".split())
_ANNOUNCING = verb_forms(tuple("announce promise pledge".split()))
# More of what is given already, for which no act of its own is told.
_MORE = ("increase ", "double ", "raise ", "boost ", "expand ", "step up ")
_DEBT = "debt"
_COMMITMENT = "commitment"
_REACH = 12
# What another does with each sum that somebody gives, and what leads to it.
_MATCHING = ("match", "double", "treble", "triple")
_WILL_BE = frozenset("will would shall to be is are has".split())
_NEAR, _FAR = 3, 20


def is_to_come(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether the act of a trigger is still to come: "is to allocate", "would be earmarked".

    What donors bind themselves to where they gather they only promise there.
    """
    word, k = tokens.word, t.first - 1
    if q.kind == "money" and t.kind == "noun" and t.lemma == _COMMITMENT:
        return is_gathered(word, t.first, t.last)
    if q.kind != "money" or _DEBT in t.lemma or t.kind not in ("verb", "phrase", "state"):
        return False
    if _is_package(t) or (t.kind == "phrase" and "v" not in tag(t.lemma.split()[0])[:3]):
        # "the package will bring $3 million"
        return t.last <= q.phrase_first and not _WILL.isdisjoint(word[t.last : q.phrase_first])
    while k > 0 and (tag(word[k]) == "r" or word[k] == "be"):
        k -= 1
    if k < 0 or word[k] in HAVE:
        return False
    if word[k] in _WILL:
        return True
    if word[k] == "to" and k:
        raises = t.lemma.startswith(_MORE) and word[k - 1] == "decided"
        return raises or word[k - 1] in BE or word[k - 1] in _PROMISING
    if word[t.first].endswith("ing") and t.lemma.startswith(_MORE):
        if word[k] in BE:
            return True  # "is doubling its contribution to $3 million"
        return not _ANNOUNCING.isdisjoint(word[max(0, k - _REACH) : k])
    return False


def is_matched(tokens: Tokens, q: Quantity) -> bool:
    """ "will double what you give, *up to* | $5,000", "will be matched by Chad, up to …"."""
    word, k = tokens.word, q.phrase_first - 1
    if q.kind != "money" or q.qualifier != "at_most" or word[k] != ",":
        return False
    return any(
        word[j] in verb_forms(_MATCHING) and not _WILL_BE.isdisjoint(word[max(0, j - _NEAR) : j])
        for j in range(k - 1, max(0, k - _FAR), -1)
    )


def is_announced(tokens: Tokens, q: Quantity, t: Trigger, best: Trigger) -> bool:
    """ "announced an aid package of $3 million": what the verb says of it, whose object it is.

    So with a commitment, and with "will provide a $3 million grant".
    """
    named = best.lemma == _COMMITMENT or (best.lemma in GRANTS and best.first >= q.last)
    if (
        not (named or _is_package(best))
        or t.kind not in ("verb", "phrase")
        or tag(tokens.word[t.first])[0] == "n"
    ):
        return False
    gap = tokens.word[t.last : min(best.first, q.phrase_first)]
    return "by" not in gap and not any(tag(word)[:1] == "v" for word in gap)


def _is_package(t: Trigger) -> bool:
    return t.lemma.startswith("package ") or t.lemma.endswith(" package")
