"""Breakdowns: parts by where they are of, in brackets, and what is brought to a new total."""

from plainfigures.figures.fits import PEOPLE
from plainfigures.figures.sentence import Links, Sentence
from plainfigures.prose.quantity import Quantity

_BRINGING = frozenset("bringing brings brought taking takes took raising raises raised".split())
_TOTALS = frozenset("total number figure toll tally sum count".split())
# How far before a new total stands what brings to it, in tokens.
_BROUGHT = 16
_BORDERS = frozenset((";", "while", "whereas"))


def break_down(sentence: Sentence, found: Links) -> None:
    """Make parts of what brackets count place by place, and of what brings to a total."""
    for index in range(1, len(sentence.scan.quantities)):
        if index not in found.parts and index not in found.same:
            _of_place(sentence, found, index)
        if index - 1 not in found.parts and index not in found.parts:
            _brought_to(sentence, found, index)


def _of_place(sentence: Sentence, found: Links, index: int) -> None:
    """ "900 have returned, mainly from Chad (*600*) and Mali (*200*)": of all of those."""
    quantities = sentence.scan.quantities
    if not _is_labelled(sentence, quantities[index]):
        return
    others = [k for k in range(len(quantities)) if _is_labelled(sentence, quantities[k])]
    before = [k for k in range(others[0]) if _is_same(sentence, k, index)]
    if len(others) < 2 or not before:
        return
    whole = found.parts.get(before[-1], before[-1])
    gap = sentence.tokens.word[quantities[whole].last : quantities[index].first]
    total = sum(quantities[k].value or 0 for k in others)
    if _BORDERS.isdisjoint(gap) and total <= (quantities[whole].value or 0):
        found.parts[index] = whole


def _is_labelled(sentence: Sentence, q: Quantity) -> bool:
    """Whether a number stands alone in brackets behind a name."""
    tokens, k = sentence.tokens, q.phrase_first - 1
    closed = tokens.at(k) == "(" and tokens.at(q.phrase_last) == ")"
    return closed and k > 0 and tokens.capital(k - 1)


def _is_same(sentence: Sentence, one: int, two: int) -> bool:
    """Whether two numbers count people of one measure."""
    quantities, matches = sentence.scan.quantities, sentence.matches
    alike = {quantities[one].unit, quantities[two].unit} <= PEOPLE
    return (
        alike and matches[one].measure is not None and matches[one].measure == matches[two].measure
    )


def _brought_to(sentence: Sentence, found: Links, index: int) -> None:
    """ "14 have come home, *bringing the total since May to 61*": the last of these are some."""
    word, quantities = sentence.tokens.word, sentence.scan.quantities
    before, q = quantities[index - 1], quantities[index]
    gap = word[max(before.phrase_last, q.phrase_first - _BROUGHT) : q.phrase_first]
    at = next((k for k, w in enumerate(gap) if w in _BRINGING), len(gap))
    if gap[-1:] != ["to"] or _TOTALS.isdisjoint(gap[at:]) or before.unit != q.unit:
        return
    if (before.value or 0) < (q.value or 0) and _is_same(sentence, index - 1, index):
        found.parts[index - 1] = index
        found.brought.add(index - 1)
