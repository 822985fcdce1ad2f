"""Lately: what a sentence without a number told of people, for those whom the next one counts."""

from plainfigures.figures.grammar.costs import FURTHEST
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.triggers.match import Match


def told(
    known: Known, predicates: Predicates, tellings: Tellings, index: int, source: Match
) -> Match:
    """ "40 died. The others fled. The mayor counted 900": those who fled, and no more of the dead.

    `source` is what the last sentence with a measure lends to the quantity of the index.
    """
    q, since = known.scan.quantities[index], known.carried.since()
    alone = index == 0 and predicates.is_item  # "Everyone left. 900 people in ten days"
    if (q.value or 0) <= 1 or source.measure in dict(since):
        return Match()
    for name, lemma in since:
        measure = known.measures[name]
        if "person" not in measure.units or not known.may_be(index, name):
            continue
        if not alone and not tellings.is_told(q, known.lists.telling[name]):
            continue
        if known.context.holds(q, measure, lemma, known.present, known.carried, known.leans):
            return Match(name, rule="told since the last number", cost=FURTHEST)
    return Match()
