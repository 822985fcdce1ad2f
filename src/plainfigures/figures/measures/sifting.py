"""Sifting: which of the triggers that a number may claim put out others of them."""

from itertools import pairwise

from plainfigures.figures.counted.areas import measures_out
from plainfigures.figures.grammar import denials
from plainfigures.figures.grammar.enclosed import is_bracketed_before, past_brackets
from plainfigures.figures.journeys.parties import ABOUT
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.of_others import is_done_by
from plainfigures.figures.measures.sum_nouns import names_only
from plainfigures.figures.trade.bracketed import opener
from plainfigures.figures.triggers.triggers import ACTING, BEFALLING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import is_person, tag
from plainfigures.prose.words.signs import COMMA_AND, WHO

# The triggers that a number may claim, each with how far off it stands.
Row = list[tuple[float, Trigger]]
_PEOPLE = frozenset(("noun", "bare"))
_ROUGHLY = ABOUT | {"the", "estimated"}
_RELATIVES = WHO | {"that", "whose"}
# What another clause begins with.
_ONWARD = frozenset(
    ", ; : ( and but or when while after before as because since who which that to".split()
)


def sifted(known: Known, q: Quantity, row: Row) -> Row:
    """The candidates of one number, nearest first, without those that others put out."""
    tokens = known.scan.tokens
    # of two that stand as near the one that counts such: "of the mines, 40 were *neutralised*"
    alike = {t.measure: q.unit in known.measures[t.measure].units for _, t in row}
    row.sort(key=lambda pair: (pair[0], pair[1].first, -pair[1].last, not alike[pair[1].measure]))
    told = [p for p in row if not denials.negated(tokens, p[1])]
    denied = {p[1].measure for p in row if p not in told}
    # "the *sappers* have not | cleared 900 mines"
    told = [p for p in told if not (p[1].measure in denied and is_person(p[1].lemma))]
    if told and len(told) < len(row) and q.kind == "money":  # "did not pay $3 million in aid"
        names = (names_only(known.word, q, t, known.measures[t.measure]) for _, t in told)
        told = [] if all(names) else told
    row = told or row
    if len(row) > 1 and "(" in known.word:
        outside = [p for p in row if not is_bracketed_before(tokens, q, p[1])]
        listed = q.kind == "bare" and tokens.at(q.phrase_first - 1) in COMMA_AND
        row = outside if listed else outside or row
        row = past_brackets(tokens, q, row)
    if len(row) > 1 and q.kind in _PEOPLE and _leads_off(known.word, q):
        row = [p for p in row if not _is_before_verb(known, q, p[1], row)] or row
    if len(row) > 1 and known.word[0] in ("of", "out", "among") and q.kind in _PEOPLE:
        row = [p for p in row if not _is_of_whole(known, q, p[1], row)] or row
    if len(row) > 1 and known.word[0] == "of" and q.kind in ("money", "bare"):
        row = [p for p in row if not _names_whole(known, q, p[1])] or row
    if len(row) > 1 and q.kind == "noun" and _is_whole(known, q):
        row = [p for p in row if _is_participle(known, q, p[1])] or row
    if q.kind == "percent":
        opens = opener(tokens, q) if len(row) > 1 else -1  # "Chad (*up* 9 percent) bought"
        row = [p for p in row if 0 <= opens < p[1].first < q.first] or row
        row = [p for p in row if not _goes_on(known, q, p[1], row)]
    elif q.kind == "money":
        if not WHO.isdisjoint(known.word[q.phrase_last :]):
            row = [p for p in row if not is_done_by(known.word, q, p[1])] or row
        whole = next((t.last for _, t in row if _came_of(known, q, t, row)), 0)
        row = [p for p in row if p[1].first >= whole] or row
        row = [p for p in row if not _is_awaited(known.word, q, p[1])] or row
        row = [p for p in row if not _is_why(known, q, p[1], row)]
    elif q.kind == "unit":
        row = [p for p in row if not _is_elsewhere(known, q, p[1])] or row
    return row


def _leads_off(word: list[str], q: Quantity) -> bool:
    """ "900 men *who* had fled", "900 men *waiting* in camps": words that only say who they are."""
    after = word[q.phrase_last] if q.phrase_last < len(word) else "."
    part = "of" in word[max(0, q.phrase_first - 2) : q.phrase_first]  # "most of the 900 men who"
    return not part and (after in _RELATIVES or tag(after)[:2] == "vg")


def _is_before_verb(known: Known, q: Quantity, t: Trigger, row: Row) -> bool:
    """ "900 men who *waited* for help | came home": what their own verb tells, goes before it."""
    word, k = known.word, q.phrase_last
    return k <= t.first and any(
        t.last <= own.first
        and own.kind != "noun"
        and _ONWARD.isdisjoint(word[t.last : own.first])
        and (word[own.first - 1] in HELPERS or tag(word[own.first]) == "vd")
        for _, own in row
    )


def _is_awaited(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "*waits for* the | $3 million promised": of what became of it before that, it tells."""
    return t.lemma.endswith("wait for") and word[q.phrase_first - 1] == "the"


def _is_why(known: Known, q: Quantity, t: Trigger, row: Row) -> bool:
    """ "gave $3 million *that is needed* in Chad", not "gave more than *the* $3 million that …"."""
    word, k = known.word, q.phrase_last
    asked = t.first > k and t.measure in known.lists.asked and word[q.phrase_first - 1] != "the"
    given = (one.last == q.phrase_first and one.kind in ACTING for _, one in row if one is not t)
    return asked and word[k + (word[k] == ",")] in ("that", "which") and any(given)


def _is_of_whole(known: Known, q: Quantity, t: Trigger, row: Row) -> bool:
    """ "Of the 900 *expected to return* 40 came": said of all, where their own verb follows."""
    wholes = (one for one in known.scan.quantities if one.phrase_last <= t.first)
    if t.last > q.phrase_first or not any(wholes):
        return False
    return any(one.first >= q.phrase_last and one.kind != "noun" for _, one in row)


def _names_whole(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "Of this year's *allocation*, $3 million | was spent": what a part of it became, is told."""
    word, of_sums = known.word, "currency" in known.measures[t.measure].units
    if t.kind != "noun" or t.last >= q.phrase_first or not of_sums:
        return False
    return "," in word[t.last : q.phrase_first] and "," not in word[: t.first]


def _came_of(known: Known, q: Quantity, t: Trigger, row: Row) -> bool:
    """ "$3 million *of the promised* funds | has *arrived*": what came of it, goes before it."""
    gap = known.word[q.phrase_last : max(t.first, q.phrase_last)]
    done = (o for _, o in row if t.last < o.first and tag(known.word[o.first])[0] == "v")
    answered = any(t.measure in known.lists.answers.get(o.measure, ()) for o in done)
    return (
        answered and "of" in gap[:2] and all(w in ("out", "of") or tag(w)[0] in "dna" for w in gap)
    )


def _is_whole(known: Known, q: Quantity) -> bool:
    """ "among *more than | 900 people*": of which others are some."""
    k = q.phrase_first - 1
    while k > 0 and known.word[k] in _ROUGHLY:
        k -= 1
    return known.word[k] == "among"


def _is_participle(known: Known, q: Quantity, t: Trigger) -> bool:
    """ "the first to return among 900 people *displaced*": what befell them all."""
    if t.kind not in BEFALLING or t.first != q.phrase_last:
        return False
    abroad = known.lists.abroad
    befell = t.measure in known.lists.harmed or (abroad and t.measure == abroad.name)
    return bool(befell) and tag(known.word[t.first])[:2] == "vd"


def _goes_on(known: Known, q: Quantity, t: Trigger, row: Row) -> bool:
    """ "Its share of trade reached 16 percent, *rising* from 2": what a share was before."""
    k = q.phrase_last
    if t.first > k and known.word[q.phrase_first - 1] == "by" and t.kind != "noun":
        # "sales fell *by* 36%, and the total | held up"
        return known.measures[t.measure].part or "and" in known.word[k : t.first]
    if t.first > k and (",", "with") in pairwise(known.word[k : t.first]):
        # "went to Chad and 7 percent to Peru, with the share of others rising"
        return any(one.last <= q.first for _, one in row)
    led = known.word[k : t.first] == [","] and known.word[t.first].endswith("ing")
    if not led or known.word[t.last : t.last + 1] != ["from"]:
        return False
    return any(one.last <= q.first and known.measures[one.measure].part for _, one in row)


def _is_elsewhere(known: Known, q: Quantity, t: Trigger) -> bool:
    """Whether a trigger tells of other land, or of other work on it.

    "cleared 40 hectares, including 2 of *mined* land", "was 40 hectares, after *surveying* it";
    and "*unexploded ordnance* was removed from 40 hectares".
    """
    if known.word[t.first - 1] == "after" and t.first - 1 == q.phrase_last:
        return True
    others = [o for o in known.scan.quantities if o is not q]
    if t.kind == "noun" and any(o.phrase_first <= t.first < o.phrase_last for o in others):
        return True  # "cleared 40 hectares and 90 items of *UXO*"
    from_it = q.phrase_first - 1
    if known.word[from_it] == "from" and t.kind != "verb":
        return any(
            u.last == from_it and u.kind == "verb" and t.last <= u.first for u in known.triggers
        )
    if "including" not in known.word:
        return False
    parts = (q for q in known.scan.quantities if known.word[q.phrase_first - 1] == "including")
    return any(measures_out(known.scan.tokens, q, t) for q in parts)
