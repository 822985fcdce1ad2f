"""Slots: percentages of parallel clauses of which only the last names the unit."""

from plainfigures.prose.nouns.changes import movements
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

# What may stand before each percentage of a list, and after a number that is one of them.
SLOTS = frozenset("at to with for by from".split())
# The longest subject of a clause whose verb is said once, in tokens.
_SUBJECT = 6


def takes_slot(tokens: Tokens, q: Quantity, between: list[str]) -> bool:
    """ "rose by 14 | and exports by | 22 per cent", "grew 14 | and imports | 22 per cent"."""
    led = tokens.at(q.phrase_first - 1)
    if led in SLOTS:
        if between[-1:] != [led]:
            return False
        between = between[:-1]
    elif led not in movements():
        return False
    subject = between[1:]
    named = all(tag(w)[0] in "nad" or w == "of" for w in subject)
    return between[:1] == ["and"] and 0 < len(subject) <= _SUBJECT and named
