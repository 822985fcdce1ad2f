"""What a text tells again: the same sum, or as many people."""

from plainfigures.figures.costs import FURTHEST
from plainfigures.figures.fits import is_price
from plainfigures.figures.lists import MeasureLists
from plainfigures.figures.match import Carried, Match, number_of
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import Scan
from plainfigures.prose.tokens import Tokens

_ACTING = frozenset(("verb", "phrase"))
_THESE = frozenset("these those the all".split())


def of_people(tokens: Tokens, q: Quantity, carried: Carried) -> Match:
    """ "These 4,000 people will get a house": of as many as were told of before."""
    if tokens.at(q.phrase_first) not in _THESE and tokens.at(q.phrase_first - 1) not in _THESE:
        return Match()
    found = carried.same(q)
    if found is None or not found.measure:
        return Match()
    return found.handed_on("the same told of before", keep_trigger=False)


def told(tokens: Tokens, q: Quantity, match: Match, carried: Carried, lists: MeasureLists) -> Match:
    """A measure in the light of what was told before of the same people, or of the same sum."""
    return of_sum(q, of_those(tokens, match, carried, lists), carried, lists)


def is_untold(scan: Scan, index: int, carried: Carried) -> bool:
    """ "rescued 340 migrants … The 340, including 30 women": of as many as came to nothing."""
    word = scan.tokens.word
    return any(
        q.phrase_first and word[q.phrase_first - 1] in _THESE and number_of(q) in carried.untold
        for q in (scan.quantities[: index + 1] if carried.untold else ())
    )


def of_sum(q: Quantity, match: Match, carried: Carried, lists: MeasureLists) -> Match:
    """ "The bank lends $4 million. … The $4 million was approved": what is lent stays so.

    A sum without a measure has that which the document told of it first, and so has one whose own
    gives way to that; where a verb says its own, only to what even a promise gives way to.
    """
    told = carried.sums.get((q.unit, q.value)) if q.kind == "money" else None
    if told is None or told == match.measure or is_price(q) or q.attributive:
        return match
    beaten = lists.beaten[told]
    acts = match.trigger is not None and match.trigger.kind in _ACTING
    if match.measure is not None:
        if match.measure not in beaten or (acts and beaten.isdisjoint(lists.done)):
            return match
    return Match(told, match.trigger, "sum told before", cost=FURTHEST)


def of_those(tokens: Tokens, match: Match, carried: Carried, lists: MeasureLists) -> Match:
    """ "The crash killed 12. Three of the victims were girls": what was told of all, and no more.

    Where some were killed and others hurt, the victims are either.
    """
    t, either = match.trigger, lists.either.get(match.measure or "")
    if either is None or t is None or t.kind != "noun":
        return match
    if "the" not in tokens.word[max(0, t.first - 2) : t.first]:
        return match
    told = {one.measure for one in (*carried.told.values(), *carried.told_before.values())}
    told &= either | {match.measure}
    if len(told) == 1:
        found = match.handed_on("told of all those")
        found.measure = told.pop()
        return found
    return match
