"""Targets: what a sum is for or goes to ("urgently needed care", "the state budget"), not it."""

from plainfigures.figures.triggers import Trigger
from plainfigures.prose.helpers import BE, HAVE
from plainfigures.prose.lexicon import tag
from plainfigures.prose.quantity import Quantity

_BRINGING = frozenset("bringing taking lifting pushing".split())
_INTO = frozenset("to into for".split())
_OF = frozenset(("of", "worth"))
_FUNDING = frozenset(("funding", "financing"))
_PLANS = frozenset("plan appeal requirements response plans appeals".split())
_REACH = 9


def is_of_target(word: list[str], q: Quantity, t: Trigger) -> bool:
    """Whether a trigger only describes what a sum is for, or names where it goes."""
    return q.kind == "money" and (
        _is_needed(word, q, t) or _is_purse(word, q, t) or _is_new_total(word, q, t)
    )


def holds(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "Funding for the response plan stood at $3 million": what a plan has got."""
    if q.kind != "money" or t.kind != "noun" or t.lemma not in _FUNDING or t.last > q.phrase_first:
        return False
    gap = word[t.last : q.phrase_first]
    return gap[:1] == ["for"] and not _PLANS.isdisjoint(gap[:_REACH])


def _is_needed(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "$3 million for urgently needed relief", "to provide needed care: $3 million for …"."""
    if word[t.first : t.last] != ["needed"] or not _describes(word, t.last):
        return False
    before = word[t.first - 1]
    if t.first == q.phrase_last or before in BE or before in HAVE or tag(before)[0] not in "rdavpc":
        return False
    last = t.last
    while last < q.phrase_first and (_describes(word, last) or word[last] in _OF):
        last += 1
    return last != q.phrase_first  # but "the needed aid of $3 million"


def _describes(word: list[str], k: int) -> bool:
    return k < len(word) and tag(word[k])[:1] in ("a", "n")


def _is_purse(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "a grant of $3 million was sent to the state budget": where it is paid into."""
    if not t.lemma.startswith("budget") or t.first < q.phrase_last:
        return False
    k = t.first - 1
    while k > q.phrase_last and tag(word[k])[:1] in ("a", "n", "d"):
        k -= 1
    return k > q.phrase_last and word[k] in _INTO


def _is_new_total(word: list[str], q: Quantity, t: Trigger) -> bool:
    """ "appeals totalling $3 million, bringing its budget to $9 million": of the sum behind it."""
    gap = word[q.phrase_last : t.last]
    return gap[:1] == [","] and not _BRINGING.isdisjoint(gap[:3])
