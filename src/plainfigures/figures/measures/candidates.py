"""Candidates: the trigger words of a sentence that each of its numbers may claim."""

from plainfigures.figures.exclusions.befallen import burns_things
from plainfigures.figures.grammar.costs import FURTHEST, cost
from plainfigures.figures.grammar.lending import is_credit
from plainfigures.figures.grammar.themes import HOMING
from plainfigures.figures.measures.asides import is_aside, tells_of_another
from plainfigures.figures.measures.beliefs import believed
from plainfigures.figures.measures.defaults import costs_land
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.of_others import (
    as_return,
    describes_another,
    holds_another,
    is_against_another,
    is_aim,
    is_asked_for,
    is_base,
    is_kind_of_last,
    is_lot,
    is_of_counted_others,
    is_of_next,
    is_of_others,
    is_of_rest,
    is_of_some,
    is_on_the_way,
    is_what_for,
    is_with,
    starts_anew,
)
from plainfigures.figures.measures.sifting import Row, sifted
from plainfigures.figures.measures.sum_nouns import is_within
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.heads import verb_follows
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import is_person
from plainfigures.prose.words.signs import WHO

_BURNT, _BOUNDS = frozenset(("burned", "burnt")), frozenset(("above", "below"))
_NONE = frozenset(("no", "without", "little"))
_OUT_OF, _OF_WHICH = ["out", "of"], ["of", "which"]
# Whom somebody turns to for a sum, and so near before it stands what tells that.
_TURNING = frozenset(("apply to", "turn to", "look to", "write to", "ask"))
_PRICED = frozenset("cost costs costing price takes".split())

Candidates = list[Row]


def candidates(known: Known) -> Candidates:
    """For each quantity the triggers that may be its own, the nearest first."""
    quantities = known.scan.quantities
    if not known.triggers:
        return [[] for _ in quantities]
    relative = not WHO.isdisjoint(known.word)
    anew = not {";", ":"}.isdisjoint(known.word)
    found: Candidates = []
    for q, fits in zip(quantities, known.fitting, strict=True):
        times = q.kind == "multiple" or known.scan.tokens.at(q.last) == "times"
        if times and is_against_another(known, q):
            found.append([])
            continue
        row: Row = []
        lent: Row = []
        after = known.word[q.phrase_last : q.phrase_last + 2]
        of_which = after == _OF_WHICH and q.unit not in PEOPLE  # "9 shells, 4 of which blew up"
        for t in known.triggers:
            if t.measure not in fits:
                continue
            if not believed(known, q, t):
                lent += [(0.0, t)] if is_credit(known.lists, q, t) else []
                continue
            if _is_of_other(known, q, t):
                continue
            if known.scan.tokens.parted and known.is_parted(q, t):
                continue
            if "person" in known.measures[t.measure].units:
                if of_which or tells_of_another(known.scan.tokens, q, t):
                    continue
                if is_of_some(known.word, q, t) or describes_another(known.word, q, t):
                    continue
                harms, gap = t.measure in known.lists.harmed, known.word[t.last : q.phrase_first]
                if harms and (is_lot(known.word, q, t) or is_on_the_way(gap)):
                    continue
                if is_of_rest(known.word, q, t):
                    continue
                if (anew and starts_anew(known.word, q, t)) or (
                    relative and is_of_counted_others(known, q, t)
                ):
                    continue
            if q.kind == "percent" and known.leans and q.first < known.aside <= t.first:
                continue  # "They fell by 9 percent, says the board, which has *raised* prices"
            if is_aside(known.scan.tokens, q, t):
                continue  # "people in the return areas", "robbed on their return"
            t = as_return(known, t)
            distance = cost(known.scan.tokens, known.clauses, q, t)
            if distance <= FURTHEST:
                row.append((distance, t))
        found.append(sifted(known, q, row + lent) if row else row)
    return found


def _is_of_other(known: Known, q: Quantity, t: Trigger) -> bool:
    """Whether the words of a trigger, or right before a number, make it one of something else."""
    harms = t.measure in known.lists.harmed
    if q.noun is not None and q.noun.head == "life" and not harms:
        return True  # "raiders took their cattle and 174 lives"
    if t.lemma == "prisoner" and not q.phrase_first <= t.first < q.phrase_last:
        return known.word[t.last : q.phrase_first] != ["with"]  # "a swap of prisoners freed 109"
    if q.kind == "money" and (
        is_base(known, q, t)
        or (known.word[t.first - 1] == "for" and describes_another(known.word, q, t))
        or is_what_for(known, q, t)
        or is_of_next(known, q, t)
        or is_kind_of_last(known, q, t)
        or is_aim(known, t)
        or is_within(known, t)
        or (t.lemma == "cost" and costs_land(known.scan.tokens, t.first))
        or (t.lemma in _TURNING and not is_asked_for(known.word, q, t))
        or (t.first >= q.last and t.lemma.startswith(("thank", "grat")))  # "and be thanked for it"
        or (t.measure == known.lists.retained and is_with(known.word, q, t))
    ):
        return True  # "reached $3 million, or 72 percent of | commitments"
    if t.kind == "phrase" and t.first > q.last and holds_another(known, q, t):
        return True  # "infected 8,900 people | and *claimed* 214 *lives*"
    if q.kind == "unit" and q.value == 1 and not _PRICED.isdisjoint(known.word):
        return True  # "the cost of clearing | one hectare"
    if q.phrase_last <= t.first and is_of_others(known.word, q, t):
        return True
    if known.word[0] in ("before", "prior") and "there" in known.word[t.last : q.phrase_first]:
        return True  # "*Before* this week's | returns *there* were 900 Malians in the camp"
    if t.kind == "state" and known.word[q.phrase_last : t.first] == ["and"]:
        if verb_follows(known.scan.tokens, t.first):
            return True  # "ended the lives of 40 and *maimed* 90"
    if t.kind == "state" and t.lemma in _BURNT and burns_things(known.scan.tokens, q, t):
        return True
    if harms and known.word[t.last : q.phrase_first][-2:] == _OUT_OF:
        return True  # "a thousand are dead out of 1,800 inhabitants"
    if t.kind == "noun" and known.word[q.phrase_first - 2 : q.phrase_first] == ["remains", "of"]:
        return t.first > q.phrase_last  # "the remains of 71 victims of the *massacre*"
    near = 5 if t.lemma in HOMING else 2  # "no casualties", "no date for their *return*"
    led = known.word[max(0, t.first - near) : t.first]
    none = (k for k, word in enumerate(led) if word in _NONE and "that" not in led[k:])
    if t.kind == "noun" and next(none, None) is not None:  # but "no doubt that"
        return True
    if q.kind == "percent" and t.lemma in _BOUNDS and q.phrase_first <= t.first < q.first:
        return True  # "the figure for salt is *below* 2 percent"
    if t.measure in known.lists.cleared and is_person(t.lemma):
        if "," in known.word[q.last : t.first] or "there" in known.word[t.last : q.first]:
            return True  # "the army says 900, the *deminers* twice that", "*sappers* say there are"
    # "the reconstruction | cost 16 million dollars"
    costs = t.lemma.endswith(" cost") and known.word[t.last - 1] == "cost"
    return costs and t.last == q.phrase_first
