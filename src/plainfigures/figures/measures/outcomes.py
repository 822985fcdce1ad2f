"""Outcomes: what became in the end of people of whom two words tell."""

from collections.abc import Iterable

from plainfigures.figures.measures.joining import PARTING
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import COMMA_AND, WHO

# How far behind a comma the verb of the subject before it may stand.
_PREDICATE = 4
# The most tokens from "of" to the clause that describes those after it.
_PHRASE = 6
_SOME = frozenset("them many some most several others".split())
_ALONE = frozenset("die perish succumb drown starve flee return".split())
_ANEW = frozenset("again anew once second".split())
# Within so many tokens behind a verb it is told that it was not the first time.
_AGAIN = 5
_CLAUSES = frozenset(", when after as because since before while where which whose if".split())


def tells_in_the_end(word: list[str], q: Quantity, best: Trigger, t: Trigger) -> bool:
    """Whether a trigger says what became of those whom another only describes or sends off."""
    own = q.last <= t.first and is_number((*word[t.last :], ".")[0])  # "took 4 and shot *one*"
    later = not own and _comes_next(word, best, t)
    return later or _concludes(word, q, best, t) or _is_purpose_of(word, best, t)


def anew(word: list[str], q: Quantity, triggers: Iterable[Trigger]) -> Trigger | None:
    """ "900 who had come home *fled* again": the verb that says what befell them once more."""
    if _ANEW.isdisjoint(word):
        return None
    found = (t for t in triggers if t.first >= q.phrase_last and _is_anew(word, t))
    # but "900 had come home, yet *many of them* fled again"
    return next((t for t in found if _SOME.isdisjoint(word[q.phrase_last : t.first])), None)


def _is_anew(word: list[str], t: Trigger) -> bool:
    after = word[t.last : t.last + _AGAIN]
    told = _ANEW.intersection(after)
    return t.kind != "noun" and bool(told) and (told != {"second"} or "time" in after)


def _comes_next(word: list[str], best: Trigger, t: Trigger) -> bool:
    """ "were kidnapped and later killed": a second verb of the same people."""
    gap = word[best.last : t.first]
    return "and" in gap and all(w == "and" or w in HELPERS or tag(w) == "r" for w in gap)


def came_true(word: list[str], best: Trigger, t: Trigger) -> bool:
    """ "opted to go back, *and were helped to* | return home": what came of a wish."""
    gap = [one for one in word[best.last : t.first] if one != ","]
    helped = all(one in HELPERS or one == "to" or tag(one)[:2] == "vd" for one in gap[1:])
    return gap[:1] == ["and"] and len(gap) > 1 and gap[1] in HELPERS and helped


def _concludes(word: list[str], q: Quantity, best: Trigger, t: Trigger) -> bool:
    """ "900 people who had fled in 2003 were able to return": the predicate of those described.

    "9,000 families, displaced by the war, have returned".
    """
    if not q.phrase_last <= best.first < best.last <= t.first or t.kind == "noun":
        return False
    led, opens = word[best.last : t.first], _opener(word, q.phrase_last)
    if led[:1] == ["("] and ")" in led:
        led = led[led.index(")") + 1 :]  # "of displaced persons (IDPs) have returned"
    if best.first == opens:  # "900 Urus displaced to the coast returning to the hills"
        return word[t.first].endswith("ing") and PARTING.isdisjoint(led) and "," not in led
    if word[opens] == "," and "," in led:
        led = led[len(led) - led[::-1].index(",") :]
        near = best.first == opens + 1 or (word[opens + 1] == "who" and best.first <= opens + 4)
        return near and len(led) <= _PREDICATE and not HELPERS.isdisjoint(led)
    if word[0] == "of" and "," in led:
        return False  # "Of the 900 hectares *declared dangerous*, they got back only a strip"
    if word[opens] == "of":  # "900 families of displaced persons have returned"
        return led != [] and all(one in HELPERS or tag(one) == "r" for one in led)
    if word[opens] not in WHO or not PARTING.isdisjoint(led):
        return False
    told = tag(word[t.first])[:2] == "vd" and (led == [","] or _CLAUSES.isdisjoint(led))
    return told or not HELPERS.isdisjoint((*led[-4:], word[t.first]))


def befell(word: list[str], q: Quantity, best: Trigger, t: Trigger) -> bool:
    """ "900 (of those) *expelled from Oro* | died": the predicate of those whom a participle names.

    Verbs without an object are no participles that describe anybody.
    """
    if t.first < best.last or tag(word[best.first])[:2] != "vd" or tag(word[t.first])[:2] != "vd":
        return False
    if t.kind != "intransitive" and t.lemma.split()[0] not in _ALONE:
        return False
    opens, end = _opener(word, q.phrase_last), t.first
    while word[end - 1] in HELPERS or tag(word[end - 1]) == "r":
        end -= 1
    led = word[best.last : end]
    names = all(tag(one)[0] in "pdan" or one in COMMA_AND for one in led)
    if led and (tag(led[0]) != "p" or not names):
        return False  # "the 46 families *regained* the houses that they had left"
    return best.first == opens or (best.first == opens + 2 and word[opens] == "of")


def _opener(word: list[str], k: int) -> int:
    """The token that opens what describes people whose phrase ends at `k`.

    Over a bracket, and over those whom they are of: "30 families (90 people) of Urus *who* fled".
    """
    if word[k] == "(" and ")" in word[k:]:
        k = word.index(")", k) + 1
    k += word[k] == "others"  # "900 | others | who fled"
    if word[k] != "of":
        return k
    near = range(k + 1, min(k + _PHRASE, len(word)))
    return next((j for j in near if word[j] in WHO and tag(word[j - 1])[0] in "nd"), k)


def tells_which(
    word: list[str], q: Quantity, best: Trigger, t: Trigger, lists: MeasureLists
) -> bool:
    """ "The *victims*, two villagers, *died* in May": which harm came to them in the end.

    "900 women, old men, *disabled* and children were *murdered*".
    """
    if not lists.harmed.issuperset((best.measure, t.measure)):
        return False
    if best.kind != "noun" or best.last > q.first:
        return _concludes(word, q, best, t) or _is_listed(word, q, best, t)
    part = t.measure in lists.either.get(best.measure, ()) and t.kind != "noun"
    if not part or t.first < q.phrase_last:
        return False
    others = any(one in _SOME or is_number(one) for one in word[q.phrase_last : t.first])
    return word[t.first - 1] not in DETERMINERS and not others


def _is_listed(word: list[str], q: Quantity, best: Trigger, t: Trigger) -> bool:
    """ "900 women, old men, *disabled* and children | were": one of those that are listed."""
    if not q.phrase_last < best.first < t.first or word[best.first - 1] != ",":
        return False
    around = (*word[q.phrase_last : best.first], *word[best.last : t.first])
    named = (one in COMMA_AND or one in HELPERS or tag(one)[0] in "nad" for one in around)
    return word[t.first - 1] in HELPERS and all(named)


def _is_purpose_of(word: list[str], best: Trigger, t: Trigger) -> bool:
    """ "612 left the border to return home", "90 left Niger for resettlement": why they went."""
    if best.kind not in ("verb", "intransitive") or t.first <= best.last:
        return False
    led = t.kind == "phrase" and word[t.first] == "to"
    led = led or (t.kind == "noun" and word[t.first - 1] == "for")
    return led and PARTING.isdisjoint(word[best.last : t.first])
