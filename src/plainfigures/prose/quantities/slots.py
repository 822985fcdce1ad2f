"""Slots: percentages of parallel clauses of which only the last names the unit."""

from plainfigures.prose.nouns.changes import movements
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import before_adverbs
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# What may stand before each percentage of a list, and after a number that is one of them.
_SLOTS = frozenset("at to with for by from".split())
_MOVES = frozenset(("up", "down"))
_SLOT_ENDS = frozenset("and but while respectively together in last".split())
_WHOLE = 100
# How many words may lie between two percentages.
_FURTHEST = 28
# Verbs with which only a share is told, by the particle of each, and those that have none.
SHARING = {"for": ("account",), "up": ("make",), "to": ("amount",)}
SHARES = ("represent", "constitute", "comprise", "form")
# The longest subject of a clause whose verb is said once, in tokens.
_SUBJECT = 6


def takes_slot(tokens: Tokens, q: Quantity, between: list[str]) -> bool:
    """ "rose by 14 | and exports by | 22 per cent", "grew 14 | and imports | 22 per cent"."""
    led = tokens.at(q.phrase_first - 1)
    if led in _SLOTS:
        if between[-1:] != [led]:
            return False
        between = between[:-1]
    elif led not in movements():
        return False
    subject = between[1:]
    named = all(tag(w)[0] in "nad" or w == "of" for w in subject)
    return between[:1] == ["and"] and 0 < len(subject) <= _SUBJECT and named


def fills_slot(tokens: Tokens, q: Quantity, before: Quantity, between: list[str]) -> bool:
    """A number in the place of a percentage told before: after the same preposition, or a name.

    "stood at 44 percent, that of Asia at 19", "took 51.2 percent, Kenya 22.3 and Chad 8.9".
    """
    if _is_of_share(tokens, q):
        return True
    after = tokens.at(q.last)
    if after.isalpha() and after not in _SLOT_ENDS:
        return False
    if q.value is None or not 0 < q.value <= _WHOLE or not 1 < len(between) <= _FURTHEST:
        return False
    opener = between[-1]
    if opener in _SLOTS:
        return opener == tokens.at(before.phrase_first - 1)
    if opener in _MOVES:
        return True
    if opener in movements():  # "imports *rose* 8 percent, and exports *fell* 3"
        return tokens.at(before.phrase_first - 1) in movements()
    named = tokens.capital(q.phrase_first - 1) or tag(opener)[0] in "nv"
    return named and q.value != q.value.to_integral_value() and opener.isalpha()


def _is_of_share(tokens: Tokens, q: Quantity) -> bool:
    """ "made up 4 percent of it in 1990 and now accounts for | 31": a share by its own verb."""
    k = before_adverbs(tokens.word, q.phrase_first - 1)
    lemmas = SHARING.get(tokens.word[k], SHARES)
    shares = tokens.word[k - (lemmas is not SHARES)] in verb_forms(lemmas)
    return shares and q.value is not None and q.value < _WHOLE
