"""Helping verbs, and what else may stand between a subject and its verb."""

from collections.abc import Sequence

from plainfigures.prose.words.lexicon import tag

BE = frozenset("is are was were be been being".split())
HAVE = frozenset(("have", "has", "had"))
HAVING = HAVE | {"having"}
NOW = frozenset(("is", "are", "am"))
REMAIN = frozenset(("remain", "remains", "remained"))
MODALS = frozenset("will would can could may might must shall should".split())
WILL = frozenset(("will", "shall"))
# What stands right before the plain form of a verb.
BEFORE_VERB = MODALS | {"to"}
# What may stand between a subject and its verb, adverbs left out.
HELPERS = BE | HAVE | MODALS.union("do does did also not".split())
# What people are said to be or to have done ("are reported to have been beaten").
RECKONED = frozenset(
    "estimated believed known thought feared reported said confirmed presumed assumed understood "
    "reckoned supposed alleged".split()
)
NOBODY = frozenset(("nobody", "none"))


def before_adverbs(word: Sequence[str], k: int) -> int:
    """The token at `k`, or the last before it that is no adverb; 0 where all are."""
    while k > 0 and tag(word[k]) == "r":
        k -= 1
    return k
