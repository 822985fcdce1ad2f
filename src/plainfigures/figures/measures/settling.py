"""Settling: what a number is of, by the triggers that it may claim, or as a share without one."""

from plainfigures.figures.counted.areas import describes
from plainfigures.figures.grammar import fulfilled, plans, prospects, targets
from plainfigures.figures.grammar.lending import is_lent_beside
from plainfigures.figures.measures import governing, joining, outcomes, sum_nouns
from plainfigures.figures.measures.either import joined_measure
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.owners import Owners
from plainfigures.figures.sums import pledging
from plainfigures.figures.sums.states import raises_for_another
from plainfigures.figures.trade.exchanges import is_exchanged
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import BESIDE, COMPARED, Match
from plainfigures.figures.triggers.triggers import BEFALLING, DOING, Trigger
from plainfigures.prose.nouns.changes import COMPARATIVES
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import POINTERS
from plainfigures.prose.words.helpers import BE

_NEAR = 3.6
_WHERE = ("in ", "at ")
_IN_MORE = tuple(f"in {word} " for word in "new additional further fresh extra".split())
_NOT = frozenset(("not", "never"))
_INSIDE = frozenset(("noun", "state"))


def settled(known: Known, index: int, row: list[tuple[float, Trigger]], owners: Owners) -> Match:
    """What the triggers of a number, the nearest first, and its clause make of it."""
    q = known.scan.quantities[index]
    word, names = known.word, sum_nouns.names_only
    row = [p for p in row if p[0] < 0 or not names(word, q, p[1], known.measures[p[1].measure])]
    if len(row) > 1 and _is_only_more(row[0][1]):
        if any(t.kind in BEFALLING and not word[t.first].endswith("ing") for _, t in row):
            row = [p for p in row if not _is_only_more(p[1])]
    if not row:
        return Match()
    missed = next((t for _, t in row if targets.falls_short(word, q, t)), None)
    if missed is not None:
        row = [p for p in row if p[1].first > missed.first and p[1].measure != missed.measure]
        # "… of the 9 million that the survey *found* would be *needed*"
        row = [p for p in row if p[1].measure in known.lists.asked] or row
        if not row:
            return Match(next(iter(known.lists.asked)), missed, "what something falls short of")
    distance, best = row[0][0], _prevailing(known, index, row, owners)
    if best.measure in known.lists.cleared and _still_lies(word, q, best):
        laid = known.lists.by_default & known.lists.fitting.of(q)
        return Match(min(laid, default=None), rule="not cleared yet")
    measure = known.measures[best.measure]
    came_true = fulfilled.done(known.scan.tokens, q, best) or joining.is_covered(word, q, best)
    if known.lists.waiting and _is_yet_to(known, q, best):
        measure = known.measures[known.lists.waiting]
    elif came_true:
        measure = known.measures[known.lists.kept.get(measure.name, measure.name)]
    elif measure.name == known.lists.waiting and best.first < q.first < best.last:
        # "the king *wants 900 exiles to return*"
        measure = known.measures[known.lists.coming or measure.name]
    more = _than(known, q, row) if measure.part and q.kind == "percent" else None
    if more is not None:
        best, measure = more, known.measures[more.measure]
    joined = joined_measure(known.scan, known.lists, q, best, row)
    if joined is not None:
        return Match(joined, best, "joined triggers", cost=distance)
    share = known.shares.of_what_follows(q) if q.kind == "percent" else None
    if share is not None and share.name in known.lists.fitting.of(q):
        return known.shares.lost(q) or Match(
            share.name, best, "part of what follows", cost=distance
        )
    moved = known.shares.moved(q) if q.kind == "percent" else None
    if measure.part and moved is not None:
        best, measure = moved, known.measures[moved.measure]
    if measure.part and known.shares.is_of_before(q):
        best = known.shares.fallen(best)
        measure = known.measures[best.measure]
    if measure.name == known.lists.retained and raises_for_another(known.scan.tokens, q, best):
        measure = known.measures[known.lists.given or measure.name]
    if measure.retained and (joining.retains(word, q, best) or targets.holds(word, q, best)):
        measure = known.measures[measure.retained]
    if measure.directions and q.kind in ("percent", "point") and best != moved:
        measure = known.shares.level(q, best) or known.shares.stated(q, best) or measure
    elif measure.part and (grown := known.shares.grown(best)):
        best, measure = grown, known.measures[grown.measure]
    direction = measure.directions.get(best.lemma)
    match = Match(measure.name, best, f"trigger {best.kind}", direction, cost=distance)
    teller = governing.teller(known.scan.tokens, q, best, [t for _, t in row])
    if measure.planned and not came_true and plans.planned(known.scan.tokens, q, teller):
        match.measure, match.planned = measure.planned, True
    if q.kind == "money" and prospects.is_condition(word, teller):
        asked = next(iter(known.lists.asked), measure.name)
        if asked not in measure.beats:  # but "unless the shortfall of $3 million is met"
            match.measure = asked
    if measure.pledged and pledging.is_to_come(known.scan.tokens, q, best):
        match.measure, match.planned = measure.pledged, True
    return match


def _still_lies(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "900 mines that *have not been* | lifted", "40 *were never* found"."""
    gap = word[q.phrase_last : t.first]
    return not _NOT.isdisjoint(gap) and (not BE.isdisjoint(gap) or "been" in gap)


def _is_yet_to(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "12 families have *yet to* be allowed home": people who wait to return."""
    gap = known.word[q.phrase_last : t.first]
    if t.measure not in known.lists.homing or "yet" not in gap:
        return False
    return gap[gap.index("yet") + 1 :][:1] == ["to"] or t.lemma.startswith("to ")


def _than(known: Known, q: Quantity, row: list[tuple[float, Trigger]]) -> Trigger | None:
    """ "ships 25 percent | *less than* last year": a change, whatever the verb of trade says."""
    if known.scan.tokens.at(q.last) not in COMPARATIVES:
        return None
    behind = (t for _, t in row if t.first == q.last)
    return next((t for t in behind if known.measures[t.measure].directions), None)


def _is_only_more(t: Trigger) -> bool:
    """ "$3 million *in new money* has been paid": what is done with it says more than that."""
    return t.kind == "phrase" and t.lemma.startswith(_IN_MORE)


def _prevailing(
    known: Known, index: int, row: list[tuple[float, Trigger]], owners: Owners
) -> Trigger:
    """The trigger that holds against the others of a number, the nearest of them first."""
    q, word, best = known.scan.quantities[index], known.word, row[0][1]
    # return words beat "refugees", whatever the distance, where they are this number's own;
    # "approved a $35 million loan": beside the number any word of theirs beats the verb
    # "cleared 40 hectares of mined land": so does what the clause says of what is measured
    inside = best.kind in _INSIDE or q.phrase_first <= best.first < q.phrase_last
    placed = best.lemma.startswith(_WHERE)
    described = not inside and describes(known.scan.tokens, q, best)
    if best.kind in DOING and word[q.phrase_last : best.first] == ["who"]:
        return best  # "out of the 900 | who *left*"
    again = outcomes.anew(word, q, [t for _, t in row]) if q.unit in PEOPLE else None
    if again is not None and owners.shares(index, again):
        return again
    befell = (t for _, t in row[1:] if outcomes.befell(word, q, best, t))
    if (end := next(befell, None)) is not None and owners.shares(index, end):
        return end
    for far, t in row[1:]:
        if q.kind == "money" and t.first > q.last and word[t.first - 2 : t.first] == [",", "and"]:
            continue  # "disbursements reached $3 million, *and urged* all to give"
        if best.measure == known.lists.waiting and outcomes.came_true(word, best, t):
            return t
        told = outcomes.tells_which(word, q, best, t, known.lists)
        if told and owners.shares(index, t):
            return t
        if (
            best.measure not in known.measures[t.measure].beats
            or not owners.shares(index, t)
            or joining.stands(word, known.lists, q, best, t)
        ):
            continue
        if (
            inside
            or (placed and best.last == t.first - 1)  # "in a transit camp | for leave to return"
            or outcomes.tells_in_the_end(word, q, best, t)
            or (described and joining.governs(word, t, q))
            or (t.kind in ("noun", "phrase") and far <= _NEAR)
            or (t.kind == "state" and t.last == best.first)  # "unmet requirements of"
            or is_lent_beside(known.scan.tokens, q, t)
        ):
            best = t
    best = joining.predicate_of(word, q, best, row)
    best = governing.governor(known.scan.tokens, known.lists, q, best, [t for _, t in row])
    if not best.lemma.startswith("evacuat"):
        return best
    # "evacuated 450 *wounded*", "60 *injured* men were evacuated": hurt, and not driven out
    held = (t for _, t in row if q.last <= t.first < q.phrase_last)
    return next((t for t in held if t.measure in known.lists.harmed), best)


def shared(known: Known, index: int) -> Match:
    """A share without a trigger: "46% of exports", "Russia (12 percent)"."""
    q = known.scan.quantities[index]
    if q.kind != "percent":
        return Match()
    rule, share = "part of what follows", known.shares.of_what_follows(q)
    if share is not None and (lost := known.shares.lost(q)) is not None:
        return lost
    if share is None:
        before = known.scan.quantities[index - 1] if index else None
        rule, share = BESIDE, known.shares.beside(q, before)
        if share is None or not known.present.isdisjoint(known.relevance.competitors[share.name]):
            return Match()
        if any(one.name in known.carried.lent() for one in known.lists.signed):
            return Match()  # "Chad: 9 percent" under "Exports rose to most partners"
    told = known.carried.matches.get("percent")
    changed = told.measure if told is not None and told.direction else None
    if told and changed and known.word[0] in POINTERS and changed in known.carried.said():
        return told.handed_on(COMPARED, False)  # "Four led the rise. *They include* tin (9%)"
    labelled = known.scan.tokens.at(q.phrase_first - 1) == ":"  # "Peru: 21 percent"
    if (
        (told is not None and told.measure == share.name)
        or is_exchanged(known.scan.tokens, q)
        or known.context.holds(q, share, "", known.present, known.carried, known.leans)
        or known.shares.of_goods(share.name, q)
        or (labelled and known.is_theme(share))
    ):
        return Match(share.name, rule=rule)
    return Match()
