"""Targets: what a sum is for or goes to ("urgently needed care", "the state budget"), not it."""

from itertools import pairwise

from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.units.prices import SIGNS
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import currencies, nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms

BRINGING = frozenset("bringing taking raising lifting pushing".split())
_INTO = frozenset("to into for toward towards of".split())
_DONORS = frozenset("donor contributor giver supporter funder backer".split())
_LACKING = frozenset(("needed", "underfunded"))
_ARTICLES = frozenset(("a", "the", "some"))
_FOR = frozenset(("for",))
_OWNING = frozenset(("'s", "\u2019s", "'", "\u2019"))
_OF = frozenset(("of", "worth"))
_SHORT = frozenset(("short of", "fall short", "far from"))
_FALLING = verb_forms(("fall", "stop"))
_OF_ALL = frozenset(("of", "from"))
_FUNDING = frozenset(("funding", "financing"))
_PLANS = frozenset("plan appeal requirements response plans appeals".split())
_REACH = 9

_FAR = frozenset("far well much still considerably slightly somewhat".split())
BEYOND = frozenset("below above beyond against versus exceeding".split())
_MEASURED = (
    ["short", "of"], ["shy", "of"], ["less", "than"], ["more", "than"], ["lower", "than"],
    ["higher", "than"], ["compared", "with"], ["compared", "to"],
)  # fmt: skip
_DIFFERING = (("less", "than"), ("more", "than"))


def is_of_measure(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "came to $3 million, *far short of* the $9 million | needed": what the other sum is."""
    k = q.phrase_last
    if t.first <= k:
        return False
    gap = word[k : t.first]  # "fetched $5 million, $1 million less than it had hoped for"
    if BE.isdisjoint(gap) and any(pair in _DIFFERING for pair in pairwise(gap)):
        return True
    k += word[k] == ","
    k += word[k] in _FAR
    if word[k] not in BEYOND and word[k : k + 2] not in _MEASURED:
        return False
    gap = word[k + 1 : t.first]
    return any(map(is_number, gap)) and "," not in gap and "and" not in gap


def differs(word: list[str], q: Quantity) -> bool:
    """ "$5 million, | $1 million less than | it had hoped for": by how much two sums differ."""
    return q.kind == "money" and tuple(word[q.phrase_last : q.phrase_last + 2]) in _DIFFERING


def is_of_target(word: list[str], q: Quantity, t: Trigger) -> bool:
    """Whether a trigger only describes what a sum is for, or names where it goes."""
    return q.kind == "money" and (
        _is_needed(word, q, t)
        or _is_purse(word, q, t, "budget", _INTO)
        or _is_purse(word, q, t, "need", _FOR)
        or _is_given_to(word, q, t)
        or _is_new_total(word, q, t)
    )


def holds(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "Funding for the response plan stood at $3 million": what a plan has got."""
    if q.kind != "money" or t.kind != "noun" or t.lemma not in _FUNDING or t.last > q.phrase_first:
        return False
    gap = word[t.last : q.phrase_first]
    return gap[:1] == ["for"] and not _PLANS.isdisjoint(gap[:_REACH])


def falls_short(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "fell short of the $3 million needed": what was asked for, and not what is missing."""
    if q.kind != "money" or t.last > q.first or t.lemma not in _SHORT:
        return False
    gap = word[t.first : q.first]
    if "the" not in gap and _FALLING.isdisjoint(word[max(0, t.first - 2) : t.last]):
        return False  # "the camps are short of $3 million"
    return not _OF_ALL.isdisjoint(gap[-3:])


def _is_needed(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "$3 million for urgently needed relief", "to provide needed care: $3 million for …"."""
    if t.last - t.first > 1 or word[t.first] not in _LACKING:
        return False
    before = word[t.first - 1]
    if t.last == q.phrase_first and t.first > 1:  # "a much needed $3 million"
        return tag(before)[0] in "rd" and word[t.first - 2] in _ARTICLES
    if not _describes(word, t.last):
        return False
    if t.first == q.phrase_last or before in BE or before in HAVE or tag(before)[0] not in "rdavpc":
        return False
    last = t.last
    while last < q.phrase_first and (_describes(word, last) or word[last] in _OF):
        last += 1
    return last != q.phrase_first  # but "the needed aid of $3 million"


def _describes(word: list[str], k: int) -> bool:
    return k < len(word) and tag(word[k])[:1] in ("a", "n")


def _is_purse(word: list[str], q: Quantity, t: Trigger, noun: str, led: frozenset[str]) -> bool:
    """ "a grant of $3 million to the state budget", "$3 million for Chad's urgent needs"."""
    if t.lemma.split()[0] != noun or t.kind == "verb":
        return False
    low, gap = q.phrase_last, word[t.last : q.phrase_first]
    if t.first < q.phrase_last:  # "pledges for its budget totalled $3 million"
        if not any(tag(one)[:1] == "v" for one in gap) or "," in gap:
            return False
        low, led = 1, _FOR
    k = t.first - 1
    while k > low and (tag(word[k])[:1] in ("a", "n", "d") or word[k] in _OWNING):
        k -= 1
    return k >= low and word[k] in led


def _is_given_to(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "gave $3 million to an appeal of theirs", "a contribution to the appeal of $3 million"."""
    if t.kind == "verb" or "appeal" not in t.lemma.split()[-2:]:
        return False
    k = t.first - 1
    while k > 0 and (tag(word[k])[:1] in ("a", "n", "d") or word[k] in _OWNING or _sums(word[k])):
        k -= 1
    if t.first >= q.phrase_last:
        return k >= q.phrase_last and word[k] in _INTO and word[k] != "of"
    if word[k] not in _INTO:
        return False
    giver = singular(word[k - 1])
    return giver in _DONORS or (word[k] != "of" and giver in nouns("gift"))


def _sums(one: str) -> bool:
    """ "towards the | $9 million | appeal": whether a token is of a sum."""
    return is_number(one) or one in SIGNS or one in currencies()


def _is_new_total(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "appeals totalling $3 million, bringing its budget to $9 million": of the sum behind it."""
    gap = word[q.phrase_last : t.last]
    return gap[:1] == [","] and not BRINGING.isdisjoint(gap[:3])
