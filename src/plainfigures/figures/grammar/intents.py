"""Intents: acts that are wanted, feared or all but done, and of which no one is the victim yet."""

from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, NOBODY, before_adverbs
from plainfigures.prose.words.stems import verb_forms

_INTENT = frozenset("likely unlikely liable plot plots plan plans".split()) | verb_forms(
    tuple(
        "threaten vow plot conspire plan intend want wish hope aim seek try attempt scheme swear "
        "prepare".split()
    )
)
_WANTS, _NOBODY = verb_forms(("want", "wish", "like")), NOBODY | {"not", "never", "n't"}
_GOALS = tuple(f" {a} {goal} of " for a in ("a", "the") for goal in ("aim", "goal", "objective"))
_RISKS = frozenset("risk danger threat verge brink fear point capable close near".split())
_MISSED = verb_forms(("miss", "risk"))


def is_intended(word: list[str], t: Trigger) -> bool:
    """ "threatened to kill 40", "a plot to murder 40", "was likely to injure 40": not yet done."""
    k = before_adverbs(word, t.first - 1)
    if t.kind in ACTING and word[t.first].endswith("ing"):
        near = " ".join((*word[max(0, t.first - 10) : t.first], "")).rpartition(" , ")[2]
        return any(goal in near for goal in _GOALS)  # "with the aim of lifting 90 bombs"
    if word[k] == "to" and t.lemma == "deal with":
        return True  # "90 bombs to deal with"
    lead = k - 1 - (word[k - 1] in BE)  # "the plan | was to"
    return word[k] == "to" and t.kind in ACTING and word[lead] in _INTENT


def is_near_miss(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "nearly killed 40", "40 almost drowned", "narrowly missed killing 40", "risk dying"."""
    if q.kind not in ("noun", "bare") or t.kind == "noun":
        return False
    lead, k = word[t.first - 1], before_adverbs(word, q.phrase_first - 1)
    to = before_adverbs(word, t.first - 1 - (lead in BE))
    if word[k] in _WANTS and word[to] == "to" and to >= q.phrase_last:
        return not _NOBODY.isdisjoint(word[max(0, k - 2) : k])  # "do not want 40 to die"
    return lead in ("nearly", "almost") or (lead in _MISSED and word[t.first].endswith("ing"))


def is_risked(word: list[str], t: Trigger) -> bool:
    """ "in danger of being killed", "came close to killing": what may befall them, or did not."""
    k = t.first - 1
    while k > 0 and word[k] in BE:
        k -= 1
    leads = word[k] == "of" or (word[k] == "to" and word[t.first].endswith("ing"))
    return k > 1 and leads and word[k - 1] in _RISKS and word[k - 2] not in ("high", "low")
