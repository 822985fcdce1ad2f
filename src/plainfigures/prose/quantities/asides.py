"""Asides: parts put in behind their whole, and means; what stands aside lends no unit."""

from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.parallels import PERIODS, is_subject
from plainfigures.prose.quantities.pure import encloses
from plainfigures.prose.words.closed import DETERMINERS, OF_THEM
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.signs import GENITIVES
from plainfigures.prose.words.tokens import Tokens

_OUT_OF, _JOINS = frozenset(("of", "among")), frozenset(("and", "while", "but"))
_LEVELS = (["down", "from"], ["up", "from"], ["compared", "with"], ["compared", "to"])
_PAST = frozenset("past last previous preceding".split())
_WITHIN = frozenset("in during over within through".split())


def is_bracketed(tokens: Tokens, before: Quantity, q: Quantity) -> bool:
    """ "killed 88 (*of whom 12 officers*), wounded 230": a part in brackets lends nothing."""
    k = before.phrase_first - 1
    if tokens.at(k) in OF_THEM and tokens.at(k - 1) == "of":
        k -= 2
    elif tokens.at(k) != "including":
        return False
    return tokens.at(k if tokens.at(k) == "(" else k - 1) == "(" and (
        ")" in tokens.word[before.phrase_last : q.phrase_first]
    )


def is_put_in(tokens: Tokens, part: Quantity, q: Quantity) -> bool:
    """ "killed 36 people, *including 11 clerks*, and injured | 90", "while | 90 | were injured".

    A part alone lends nothing.
    """
    k = part.phrase_first - 1
    led = tokens.at(k) == "including" or (tokens.at(k) in OF_THEM and tokens.at(k - 1) in _OUT_OF)
    gap = tokens.word[part.phrase_last : q.phrase_first]
    verb = is_subject(tokens, q) or (gap[1:2] == ["and"] and tag((*gap, ".")[2])[:1] == "v")
    return led and verb and gap[:1] == [","] and not _JOINS.isdisjoint(gap)


def is_of_them(tokens: Tokens, q: Quantity) -> bool:
    """ "30 of them", "of whom 30": a part of what was told before."""
    if tokens.at(q.last) == "of" and tokens.at(q.last + 1) in OF_THEM:
        return True
    return tokens.at(q.phrase_first - 1) in OF_THEM and tokens.at(q.phrase_first - 2) == "of"


def is_of_others(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """ "a convoy of 14 trucks carried 380 of them", "a tent costs $90; we need 400 of them"."""
    return before.kind in ("noun", "money") and is_less(before, q) and is_of_them(tokens, q)


def is_less(one: Quantity, two: Quantity) -> bool:
    """Whether a number is too small for the other to be a part of it."""
    return one.value is not None and two.value is not None and one.value < two.value


def is_put_behind(tokens: Tokens, whole: Quantity, part: Quantity, q: Quantity) -> bool:
    """ "90 nuns (*4%*) are ill and | 20 | away", "12 died, *up 9%*, and | 29 | were ill"."""
    if encloses(tokens, whole, part):
        return True
    if is_subject(tokens, part) or not is_subject(tokens, q) or whole.kind == "percent":
        return False
    if tokens.at(part.phrase_first - 1) == "(":
        return whole.unit is not None and whole.phrase_last == part.phrase_first - 1
    return whole.kind == "noun" and is_subject(tokens, whole)


def is_mean(tokens: Tokens, q: Quantity) -> bool:
    """ "79 wickets at an average of 25.4": of what, nothing before it tells."""
    before = tokens.word[max(0, q.phrase_first - 4) : q.phrase_first]
    return {"at", "average"}.issubset(before) and before[-1] == "of" and q.rate is None


def is_set_against(tokens: Tokens, q: Quantity) -> bool:
    """ "down from 61", "compared with 61", "against 61": what a count is set against."""
    before = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    return before in _LEVELS or before[-1:] == ["against"]


def is_span(tokens: Tokens, time: Quantity, q: Quantity) -> bool:
    """ "12 deaths *in the first ten days*, down from 20": when, and nothing that is counted."""
    if time.unit not in PERIODS:
        return False
    led = [w for w in tokens.word[max(0, time.phrase_first - 3) : time.phrase_first] if w != "the"]
    led = led[:-1] if led[-1:] == ["first"] else led
    return led[-1:] != [] and (
        led[-1] in _PAST or (led[-1] in _WITHIN and is_set_against(tokens, q))
    )


def is_borne_out(count: Quantity, change: Quantity, q: Quantity) -> bool:
    """ "93 people, up 12 percent from | 83": by how much one number differs from the other."""
    if change.kind != "percent" or count.kind != "noun" or not (count.value and q.value):
        return False
    return change.value is not None and abs(abs(count.value / q.value - 1) * 100 - change.value) < 1


def is_main(tokens: Tokens, q: Quantity) -> bool:
    """Whether no preposition leads to a quantity, nor "to" with a verb."""
    k = q.phrase_first - 1
    while tokens.at(k) in GENITIVES:
        k -= 2
    k -= tokens.at(k) in DETERMINERS
    return tag(tokens.at(k) or ".")[0] != "p" and tokens.at(k - 1) != "to"


def is_object(tokens: Tokens, q: Quantity) -> bool:
    """Whether a verb stands right before a quantity ("and *gave* another 3 million")."""
    k = q.phrase_first - 1
    k -= tokens.at(k) in FURTHER
    kinds = tag(tokens.word[k]).split(",")
    return tokens.raw[k].islower() and (kinds[0] == "v" or "vd" in kinds)
