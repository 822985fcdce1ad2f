"""Outcomes: what became in the end of people of whom two words tell."""

from plainfigures.figures.joining import PARTING
from plainfigures.figures.triggers import Trigger
from plainfigures.prose.helpers import HELPERS
from plainfigures.prose.lexicon import tag
from plainfigures.prose.quantity import Quantity

# How far behind a comma the verb of the subject before it may stand.
_PREDICATE = 4


def tells_in_the_end(word: list[str], q: Quantity, best: Trigger, t: Trigger) -> bool:
    """Whether a trigger says what became of those whom another only describes or sends off."""
    return (
        _concludes(word, q, best, t) or _is_purpose_of(word, best, t) or _comes_next(word, best, t)
    )


def _comes_next(word: list[str], best: Trigger, t: Trigger) -> bool:
    """ "were kidnapped and later killed": a second verb of the same people."""
    gap = word[best.last : t.first]
    return "and" in gap and all(w == "and" or w in HELPERS or tag(w) == "r" for w in gap)


def _concludes(word: list[str], q: Quantity, best: Trigger, t: Trigger) -> bool:
    """ "900 people who had fled in 2003 were able to return": the predicate of those described.

    "9,000 families, displaced by the war, have returned".
    """
    opener = word[q.phrase_last : q.phrase_last + 1]
    if not q.phrase_last < best.first < best.last < t.first or t.kind == "noun":
        return False
    led = word[best.last : t.first]
    if opener == [","] and best.first == q.phrase_last + 1 and "," in led:
        led = led[len(led) - led[::-1].index(",") :]
        return len(led) <= _PREDICATE and not HELPERS.isdisjoint(led)
    if opener not in (["who"], ["that"]):
        return False
    return PARTING.isdisjoint(led) and not HELPERS.isdisjoint(led[-4:])


def _is_purpose_of(word: list[str], best: Trigger, t: Trigger) -> bool:
    """ "612 left the border to return home": why they went."""
    if best.kind not in ("verb", "intransitive") or t.first <= best.last or word[t.first] != "to":
        return False
    return t.kind == "phrase" and PARTING.isdisjoint(word[best.last : t.first])
