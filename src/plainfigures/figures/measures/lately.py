"""Lately: what a sentence without a number told of people, for those whom the next one counts."""

from plainfigures.figures.grammar.costs import FURTHEST
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.verbs import STAYING
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import ACTING
from plainfigures.prose.words.stems import verb_forms

# What those do who are home again.
_SETTLING = tuple("rebuild farm plough till sow plant".split())


def told(known: Known, predicates: Predicates, tellings: Tellings, index: int) -> Match:
    """ "40 died. The rest fled. The mayor counted 900": those who fled, and no more of the dead."""
    q, since = known.scan.quantities[index], known.carried.since()
    alone = index == 0 and predicates.is_item  # "Everyone left. 900 people in ten days"
    lent = known.carried.matches.get("people")
    lends = lent is not None and lent.measure in dict(since)
    if (q.value or 0) <= 1 or lends or predicates.is_spared(q) or tellings.did_so(q):
        return Match()
    own = predicates.after_helpers(q.phrase_last)
    stays = known.scan.tokens.at(own) in STAYING
    for name, lemma in since:
        measure = known.measures[name]
        if "person" not in measure.units or not known.may_be(index, name):
            continue
        if stays and name in known.lists.homing:
            continue  # "Most have gone home. 900 are staying in tents"
        settles = name in known.lists.homing and known.scan.tokens.at(own) in verb_forms(_SETTLING)
        again = q.kind == "bare" and tellings.told_again(q)
        if not (alone or again or settles or tellings.is_told(q, known.lists.telling[name])):
            continue
        if known.context.holds(q, measure, lemma, known.present, known.carried, known.leans):
            return Match(name, rule="told since the last number", cost=FURTHEST)
    return Match()


def done_so(known: Known, tellings: Tellings, index: int) -> Match | None:
    """ "asks how many have *gone home*; the answer is that 40 *have done so*"."""
    quantities = known.scan.quantities
    if "so" not in known.word or not tellings.did_so(quantities[index]):
        return None
    low, high = quantities[index - 1].last if index else 0, quantities[index].phrase_first
    told = [
        t.measure for t in known.triggers if low <= t.first < t.last <= high and t.kind in ACTING
    ]
    done = (known.lists.done.get(one, one) for one in reversed(told))
    found = next((one for one in done if known.may_be(index, one)), None)
    return None if found is None else Match(found, rule="done as told before", cost=FURTHEST)
