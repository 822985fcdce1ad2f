"""Triggers that stand together: which of them holds, and which is said of something else."""

from collections.abc import Iterable
from itertools import pairwise

from plainfigures.figures.grammar.enumerations import LINKS
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.triggers import DOING, NAMING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import CLAUSES
from plainfigures.prose.words.helpers import BE, HELPERS, RECKONED
from plainfigures.prose.words.lexicon import is_person, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import JOINERS, PERCENT, WHO
from plainfigures.prose.words.stems import verb_forms

_CLOSED = {",": ",", "(": ")"}
_PUT_IN = frozenset("including among mostly mainly most many some half all".split())
# "Some 40 returnees *are reported to have been* executed".
_REPORTED = RECKONED | {"to"}
PARTING = CLAUSES | {"and"}
_GETTING = tuple("receive get obtain attract".split())
# How far before a noun "under" stands that leads to it.
_UNDER = 9
_WHERE = tuple([one] for one in "of to towards toward into under through via on".split())
_OUT_OF = (["out", "of"], ["out", "of", "the"], ["out", "of", "a", "total"])
_THEN = frozenset("after before since when while until".split())
_BESIDE = frozenset("from in at on near aboard outside".split())
_LISTING = _BESIDE | JOINERS


def predicate_of(
    word: list[str], q: Quantity, best: Trigger, row: Iterable[tuple[float, Trigger]]
) -> Trigger:
    """ "four of the wounded died", "12 refugees drowned": what they did, not what they were.

    "50 mutilated bodies": what is no person is what it is called.
    """
    if q.noun is not None and q.phrase_first <= best.first < q.noun.last - 1:
        if not is_person(q.noun.head):
            own = (t for _, t in row if t.kind == "noun" and t.last == q.noun.last)
            best = next(own, best)
    if best.kind == "noun" and not is_person(singular(word[best.last - 1])):
        return best  # "four deaths were reported"
    if best.lemma == "victim" and word[q.counted_last : q.counted_last + 1] == ["of"]:
        near = range(q.counted_last + 1, q.counted_last + 3)
        return next((t for _, t in row if t.first in near and t.kind in NAMING), best)
    behind = best.first == q.phrase_last and word[best.first].endswith("ing")
    if not (q.last <= best.first < q.phrase_last or behind):
        return best
    for _, t in row:
        gap = _past_part(word[q.phrase_last : t.first], t.kind == "intransitive")
        if t.first >= q.phrase_last and t.kind in DOING and t.measure != best.measure:
            if t.lemma == "strand":
                continue  # "12 returnees were stranded": where they are, and not what they did
            told = HELPERS | WHO | (_REPORTED if "been" in gap or "have" in gap else WHO)
            if t.kind != "verb" or not BE.isdisjoint(gap):
                gap = _past_place(gap)
            gap = _past_doing(gap)
            if all(w in told or tag(w) == "r" for w in gap):
                return t
    return best


def _past_part(gap: list[str], acts: bool) -> list[str]:
    """What is left of ", including three women, | have" or "(12 of them children) | were"."""
    if len(gap) > 1 and gap[0] in _CLOSED and (gap[0] == "(" or gap[1] in _PUT_IN):
        close = _CLOSED[gap[0]]
        if close in gap[1:]:
            return gap[gap.index(close, 1) + 1 :]
    if "and" in gap and gap[:2] != [",", "and"] and gap[0] in _LISTING:
        # "from Mali and 12 guards | were", no ", and 12 guards were"
        listed = [w in LINKS | _BESIDE or is_number(w) or tag(w)[0] in "na" for w in gap]
        return gap[listed.index(False) :] if False in listed else [] if acts else gap
    return gap


def _past_doing(gap: list[str]) -> list[str]:
    """What is left of "*fleeing the war* | have": what those did whom something befell."""
    if not gap or tag(gap[0])[:2] != "vg" or not _THEN.isdisjoint(gap):
        return gap
    end = next((k for k, w in enumerate(gap) if k and tag(w)[0] not in "dnap"), len(gap))
    return gap[end:] if end > 1 else gap


def _past_place(gap: list[str]) -> list[str]:
    """What is left of "*from a camp in Chad* | were": where those are whom something befell."""
    if not gap or gap[0] not in _BESIDE or not _THEN.isdisjoint(gap):
        return gap
    kinds = [tag(w).split(",") for w in gap]
    acts = (
        k
        for k in range(1, len(gap))
        if kinds[k][0][0] not in "dnap" or ("v" in kinds[k] and kinds[k - 1][0][0] == "n")
    )
    end = next(acts, len(gap))
    return gap[end:] if kinds[end - 1][0][0] == "n" else gap


def governs(word: list[str], t: Trigger, q: Quantity) -> bool:
    """Whether a trigger says what becomes of a number: its predicate, or its nearest verb."""
    if t.first >= q.phrase_last:
        return t.kind != "noun" and not BE.isdisjoint(word[t.first - 2 : t.first])
    between = word[t.last : q.phrase_first]
    if any(w == "and" and "v" in tag(verb).split(",") for w, verb in pairwise(between)):
        return False  # "completed the survey and *estimates* 40 hectares of mined land"
    return not any(tag(w)[0] == "v" and w != "including" for w in between)


def stands(word: list[str], lists: MeasureLists, q: Quantity, best: Trigger, t: Trigger) -> bool:
    """Whether a trigger holds against another that would beat it."""
    return (
        _is_of_other_clause(word, q, t)
        or _is_source(word, lists, q, best, t)
        or _is_aside_of(word, q, best, t)
        or _is_under(word, q, t)
        or _is_receiver(word, q, t)
        or _is_subject_of(word, q, best, t)
        or _is_counted_after(q, best, t)
    )


def _is_counted_after(q: Quantity, best: Trigger, t: Trigger) -> bool:
    """ "900 *refugees* and returnees": the first of those counted together says what they are."""
    return q.noun is not None and best.last <= q.noun.last <= t.first < q.noun.whole


def is_base(word: list[str], part: Quantity, q: Quantity) -> bool:
    """ "300 hectares out of 900 hectares are mined": of what an area is a part, no area itself."""
    return q.kind == part.kind == "unit" and word[part.phrase_last : q.phrase_first] in _OUT_OF


def _is_of_other_clause(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "returns go on, but the 70,000 displaced persons": a noun of the clause before or after."""
    if q.kind == "money":
        return False
    after = word[q.phrase_last : t.first]
    if "that" in after and "," in after[: after.index("that")]:
        return True  # "70,000 displaced persons, and a survey found that few will return …"
    if t.kind != "noun":
        return False
    if after == [] and word[q.phrase_last : q.phrase_last + 2] == ["who", "fled"]:
        return not BE.isdisjoint(word[t.last : q.phrase_first])  # "the returnees are of the 900 …"
    return not PARTING.isdisjoint(word[t.last : q.phrase_first])


def _is_aside_of(word: list[str], q: Quantity, best: Trigger, t: Trigger) -> bool:
    """ "outdid its pledge, giving $3 million", "met it *by giving* …": the participle is nearer."""
    led = word[best.first - 1] in (",", "by") and word[best.first].endswith("ing")
    led = led and best.kind == "verb" and t.kind in NAMING
    return led and q.kind == "money" and t.last < best.first < q.first


def _is_under(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "brings disbursements under the credit facility to $3 million": under what it was paid."""
    led = q.kind == "money" and t.last < q.phrase_first and word[q.phrase_first - 1] == "to"
    return led and t.kind != "verb" and "under" in word[max(0, t.first - _UNDER) : t.first]


def _is_subject_of(word: list[str], q: Quantity, best: Trigger, t: Trigger) -> bool:
    """ "The approval enables a disbursement of $3 million": what leads to it, not what it is."""
    if q.kind != "money" or not (t.kind == best.kind == "noun") or best.last > q.phrase_first:
        return False
    gap = word[t.last : best.first]
    return any(tag(w).split(",")[0] == "v" and w not in HELPERS for w in gap)


def _is_receiver(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "The state budget has received $3 million": who got it, and no plan to spend it."""
    if q.kind != "money" or t.last > q.first or t.lemma not in ("budget", "budget of"):
        return False
    gap = word[t.last : q.phrase_first]
    got = next((k for k, w in enumerate(gap) if w in verb_forms(_GETTING)), None)
    if got is None:
        return False
    return not any(tag(w)[:1] == "v" and w not in HELPERS for w in gap[:got])


def _is_source(
    word: list[str], lists: MeasureLists, q: Quantity, best: Trigger, t: Trigger
) -> bool:
    """ "paid only $3 million of the pledges": what a sum is taken from, but a loan remains one."""
    if q.kind != "money" or t.first < q.phrase_last:
        return False
    told = best.first >= q.phrase_last and best.kind in ("verb", "phrase")
    gap = word[best.last if told else q.phrase_last : t.first]
    if (best.first >= q.first and not told) or t.kind not in ("noun", "phrase"):
        return False
    # "gave $3 million to the emergency appeal", "$3 million was sent to the state budget"
    return gap[:1] in _WHERE and lists.beaten[t.measure].isdisjoint(lists.done)


def is_covered(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "is 15 per cent | funded, with $5 million": what a plan has got by now."""
    rated = t.first > 0 and word[t.first - 1] in PERCENT
    return rated and "with" in word[t.last : min(t.last + 2, q.phrase_first)]


def retains(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "we were given $5 million": the subject of the passive has what follows its verb."""
    gap, before = word[t.last : q.phrase_first], word[max(0, t.first - 2) : t.first]
    if is_covered(word, q, t):
        return True
    if t.kind not in ("verb", "state") or word[t.first].endswith("ing"):
        return False  # "is providing $5 million"
    near = len(gap) <= 2 or "tune" in gap  # "was *funded* by May to the tune of $5 million"
    return t.last <= q.phrase_first and near and not BE.isdisjoint(before)
