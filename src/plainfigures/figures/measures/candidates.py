"""Candidates: the trigger words of a sentence that each of its numbers may claim."""

from itertools import pairwise

from plainfigures.figures.counted.areas import is_ground, measures_out
from plainfigures.figures.grammar import denials
from plainfigures.figures.grammar.costs import FURTHEST, cost
from plainfigures.figures.grammar.enclosed import is_bracketed_before
from plainfigures.figures.grammar.people import is_a_people, is_anybody
from plainfigures.figures.journeys.parties import ABOUT
from plainfigures.figures.measures import splits
from plainfigures.figures.measures.asides import is_aside, is_of_force, tells_of_another
from plainfigures.figures.measures.known import Known
from plainfigures.figures.places.nearby import are_exiles
from plainfigures.figures.sums.states import gives
from plainfigures.figures.trade.goods import is_sold
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import BEFALLING, Trigger
from plainfigures.prose.nouns.heads import names_people
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import nouns, tag
from plainfigures.prose.words.signs import WHO
from plainfigures.prose.words.stems import verb_forms

# What is said of the men of a force where nothing else tells of a war.
_COSTING = frozenset(("cost", "lose", "fall"))
# Families do nothing else that such a verb tells: "the 17 families who came back last autumn".
_HOMES = frozenset(("family", "household"))
_HOMING = frozenset(
    (
        "return",
        "come back",
        "go back",
        "move back",
        "bring back",
        "take back",
        "come home",
        "go home",
        "bring home",
        "be hand the key",
        "be hand their key",
    )
)
_MEN = frozenset("man horseman fighter cavalryman infantryman warrior combatant".split())
_PUT_IN = [",", "including"]
_OF_WHAT = ["of", "what"]
_OF_THEM = (["of", "which"], ["of", "whom"])
_OF_IT = (["of", "it"], ["of", "them"])
_OUT_OF = ["out", "of"]
_NONE = frozenset(("no", "without"))
_ROUGHLY = ABOUT | {"the", "estimated"}
_WHOLES = frozenset(("among", "amongst"))
# What a work takes, whoever does it.
_NEEDING = ("take", "cost", "require", "need")
_WITH = (",", "with")
_TO_BE = [",", "to", "be"]
_SIGNS = frozenset(";:")
_STANDING = frozenset("they it he she we".split())

Candidates = list[list[tuple[float, Trigger]]]


def candidates(known: Known) -> Candidates:
    """For each quantity the triggers that may be its own, the nearest first."""
    quantities = known.scan.quantities
    if not known.triggers:
        return [[] for _ in quantities]
    found: Candidates = []
    harmed, relative = known.lists.harmed, not WHO.isdisjoint(known.word)
    anew = not _SIGNS.isdisjoint(known.word)
    for q, fits in zip(quantities, known.fitting, strict=True):
        row = []
        lives = q.noun is not None and q.noun.head == "life"
        for t in known.triggers:
            if t.measure not in fits or not _believed(known, q, t):
                continue
            if lives and t.measure not in harmed:
                continue  # "raiders took their cattle and 174 lives"
            if t.lemma == "prisoner" and not q.phrase_first <= t.first < q.phrase_last:
                continue  # "an exchange of prisoners freed 109 men"
            if q.kind == "money" and (_is_base(known, q, t) or _is_what_for(known, q, t)):
                continue  # "reached $3 million, or 72 percent of | commitments"
            if t.measure in harmed and known.word[t.last : q.phrase_first][-2:] == _OUT_OF:
                continue  # "a thousand are dead out of 1,800 inhabitants"
            if t.kind == "noun" and not _NONE.isdisjoint(known.word[max(0, t.first - 2) : t.first]):
                continue  # "no casualties were reported among the 54"
            if t.lemma.endswith(" cost") and t.last == q.phrase_first:
                continue  # "the reconstruction | cost 16 million dollars"
            of_people = "person" in known.measures[t.measure].units
            if of_people and tells_of_another(known.scan.tokens, q, t):
                continue
            if of_people and anew and _starts_anew(known.word, q, t):
                continue
            if of_people and relative and _is_of_counted_others(known, q, t):
                continue
            if is_aside(known.scan.tokens, q, t) or _is_put_in(known.word, q, t):
                continue  # "people in the return areas", "robbed on their return"
            distance = cost(known.scan.tokens, known.clauses, q, t)
            if distance <= FURTHEST:
                row.append((distance, t))
        if row:
            row.sort(key=lambda pair: (pair[0], pair[1].first))
            row = [p for p in row if not denials.negated(known.scan.tokens, p[1])] or row
        if len(row) > 1 and "(" in known.word:
            row = [p for p in row if not is_bracketed_before(known.scan.tokens, q, p[1])] or row
        if len(row) > 1 and q.kind == "noun" and _is_whole(known, q):
            row = [p for p in row if _is_participle(known, q, p[1])] or row
        if row and q.kind == "percent":
            row = [p for p in row if not _goes_on(known, q, p[1], row)]
        if row and q.kind == "money":
            if not WHO.isdisjoint(known.word[q.phrase_last :]):
                row = [p for p in row if not _is_done_by(known.word, q, p[1])] or row
            row = [p for p in row if not splits.is_of_whole(known.scan.tokens, q, p[1])] or row
        elif row and q.kind == "unit":
            row = [p for p in row if not _is_elsewhere(known, q, p[1])] or row
        found.append(row)
    return found


def _is_whole(known: Known, q: Quantity) -> bool:
    """ "among *more than | 900 people*": of which others are some."""
    k = q.phrase_first - 1
    while k > 0 and known.word[k] in _ROUGHLY:
        k -= 1
    return known.word[k] in _WHOLES


def _is_participle(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "the first to return among 900 people *displaced*": what befell them all."""
    if t.kind not in BEFALLING or t.first != q.phrase_last:
        return False
    abroad = known.lists.abroad
    befell = t.measure in known.lists.harmed or (abroad and t.measure == abroad.name)
    return bool(befell) and tag(known.word[t.first])[:2] == "vd"


def _is_base(known: Known, q: Quantity, t: Trigger) -> bool:
    """Whether a noun behind a sum is only what a percentage beside it is of."""
    of = t.first - 1
    if t.kind != "noun" or of <= q.phrase_last or known.word[of] != "of":
        return False
    return any(o.kind == "percent" and o.phrase_last == of for o in known.scan.quantities)


def _is_what_for(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "Japan gave $1 million, and a widow £40, *to be spent* on boots": given as well.

    The verb of the sum is that of another before it.
    """
    k = q.phrase_last
    if known.word[k : k + 3] != _TO_BE or t.first != k + len(_TO_BE):
        return False
    return any(one.kind == "money" and one.last <= q.first for one in known.scan.quantities)


def _is_done_by(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "seeks $9 million for the villagers *who have* taken in refugees": what these have done."""
    gap = word[q.phrase_last : t.first]
    return "who" in gap or ("for" in gap[:1] and "that" in gap)


def _is_of_counted_others(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "90, and a further *16 frames that* | hold a name": said of others, counted as well."""
    k = t.first - 1
    while k > q.phrase_last and _leads_back(known.word[k], t):
        k -= 1
    if k <= q.phrase_last or known.word[k] not in WHO:
        return False
    return any(
        q.phrase_last < one.first <= k and known.word[one.last] not in ("of", ",")
        for one in known.scan.quantities
    )


def _leads_back(word: str, t: Trigger) -> bool:
    """Whether a word may stand between "who" and a verb, or a noun that is its object."""
    if word in HELPERS or tag(word) == "r":
        return True
    return t.kind == "noun" and word not in WHO and word.isalpha() and word != "and"


def _starts_anew(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "boxes, *buried* by night: they accounted for 900": a new clause with a verb of its own."""
    for k in range(t.last, q.phrase_first - 1):
        if word[k] in _SIGNS and word[k + 1] in _STANDING:
            return word[k + 2] not in HELPERS
    return False


def _is_put_in(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "8 million people, including | refugees, go hungry": of whom they are some, not all."""
    if t.kind != "noun" or q.kind == "money" or t.first != q.phrase_last + len(_PUT_IN):
        return False
    return word[q.phrase_last : t.first] == _PUT_IN


def _goes_on(known: Known, q: Quantity, t: Trigger, row: list[tuple[float, Trigger]]) -> bool:
    """ "Its share of trade reached 16 percent, *rising* from 2": what a share was before."""
    k = q.phrase_last
    if t.first > k and known.word[q.phrase_first - 1] == "by" and t.kind != "noun":
        # "sales fell *by* 36%, and the total | held up"
        return known.measures[t.measure].part or "and" in known.word[k : t.first]
    if t.first > k and _WITH in pairwise(known.word[k : t.first]):
        # "went to Chad and 7 percent to Peru, with the share of others rising"
        return any(one.last <= q.first for _, one in row)
    led = known.word[k : t.first] == [","] and known.word[t.first].endswith("ing")
    if not led or known.word[t.last : t.last + 1] != ["from"]:
        return False
    return any(one.last <= q.first and known.measures[one.measure].part for _, one in row)


def _believed(known: Known, q: Quantity, t: Trigger) -> bool:
    """Whether the context that the measure of a trigger asks for is there."""
    if known.phrased and known.relevance.is_of_rival(t.first, t.last, t.measure, known.hits):
        return False
    held = t.measure in known.answered or known.context.holds(
        q, known.measures[t.measure], t.lemma, known.present, known.carried, known.leans
    )
    measure = known.measures[t.measure]
    if t.last <= q.phrase_first and _is_general(known, q, t):
        return False
    of_what = known.word[q.phrase_last : q.phrase_last + 2] == _OF_WHAT
    if of_what and measure.directions and known.word[q.phrase_first - 1] != "to":
        return False  # "half of what the valley grew", but "fell to half of what it was"
    if q.kind == "percent" and measure.directions:
        part = known.word[q.phrase_first - 2 : q.phrase_first] in _OF_THEM and t.last < q.first
        if part or known.word[q.last : q.last + 2] in _OF_IT:
            return False  # "lifted 900 mines, of which two thirds were rusty", "9% of it vanished"
    if not held and q.kind == "percent":
        if measure.directions and is_sold(known.scan.tokens):
            return known.present.isdisjoint(known.relevance.competitors[t.measure])
        if measure.part:
            return known.shares.of_goods(t.measure, q)
    beside = t.first >= q.phrase_last or t.last >= q.phrase_first - 2
    if not held and beside and is_a_people(known.scan.tokens, q):
        return known.present.isdisjoint(known.relevance.competitors[t.measure])
    homing = t.measure in known.lists.homing and q.unit in _HOMES
    if not held and homing and (t.lemma in _HOMING or t.lemma.startswith("move into ")):
        return known.present.isdisjoint(known.relevance.competitors[t.measure])
    if not held and is_ground(known.scan.tokens, q, t):
        return known.present.isdisjoint(known.relevance.competitors[t.measure])
    aids = not held and q.kind == "money"
    if aids and (gives(known.scan.tokens, q, t) or _tells_of_return(known) or _is_for(known, t)):
        return known.present.isdisjoint(known.relevance.competitors[t.measure])
    if not held and t.lemma == "lose" and q.kind == "bare":
        return is_of_force(known.scan.tokens, q, t)
    if not held and q.noun is not None and q.noun.head == "life" and "cost" in t.lemma:
        return True  # "cost the village of Bor eleven lives", "at a cost of 19 lives"
    if not held and t.lemma in _COSTING and q.noun is not None:
        return q.noun.head in nouns("force") or q.noun.head in _MEN
    return held and not (q.kind == "percent" and known.shares.of_economies)


def _is_general(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "*Clearing* 100 hectares takes a year", "bomb *clearing* experts say …": nothing done."""
    if q.unit in PEOPLE or not known.word[t.first].endswith("ing"):
        return False
    if t.last < q.phrase_first and names_people(known.word[t.last]):
        return tag(known.word[t.first - 1])[0] == "n"
    return known.word[q.phrase_last : q.phrase_last + 1] != [] and (
        known.word[q.phrase_last] in verb_forms(_NEEDING)
    )


def _is_for(known: Known, t: Trigger) -> bool:
    """ "900 fled over the border. We *ask* for 50,000 pounds": asked for those told of before."""
    told, abroad = known.carried.matches.get("people"), known.lists.abroad
    return t.measure in known.lists.asked and bool(told and abroad and told.measure == abroad.name)


def _tells_of_return(known: Known) -> bool:
    """ "It will cost $3 million *to bring 900 exiles home*": money for what the sentence tells."""
    homeward = [t for t in known.triggers if t.measure in known.lists.homeward]
    if not homeward:
        return False
    for q, fits in zip(known.scan.quantities, known.fitting, strict=True):
        if q.unit in PEOPLE and (is_anybody(known.scan.tokens, q) or are_exiles(q)):
            if any(t.measure in fits and _believed(known, q, t) for t in homeward):
                return True
    return False


def _is_elsewhere(known: Known, q: Quantity, t: Trigger) -> bool:
    """Whether a trigger tells of other land, or of other work on it.

    "cleared 40 hectares, including 2 of *mined* land", "was 40 hectares, after *surveying* it";
    and "*unexploded ordnance* was removed from 40 hectares".
    """
    if known.word[t.first - 1] == "after" and t.first - 1 == q.phrase_last:
        return True
    from_it = q.phrase_first - 1
    if known.word[from_it] == "from" and t.kind != "verb":
        return any(
            u.last == from_it and u.kind == "verb" and t.last <= u.first for u in known.triggers
        )
    if "including" not in known.word:
        return False
    parts = (q for q in known.scan.quantities if known.word[q.phrase_first - 1] == "including")
    return any(measures_out(known.scan.tokens, q, t) for q in parts)
