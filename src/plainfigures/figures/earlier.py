"""Parts of what the sentence before told: "Of those, 19 died", "Twelve of them were children"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainfigures.figures.links import comparable
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.signs import THEM

if TYPE_CHECKING:
    from plainfigures.figures.row import Draft

# The rule of such a part.
BACK = "part of what was told before"
_OF = frozenset(("of", "among"))
_THESE = frozenset("these those them this that it which whom".split())
_SUM = frozenset(("it", "this", "that"))
_ALL = frozenset(
    "total sum amount number money dead victims killed injured wounded missing".split()
)
_SAME = frozenset(
    "dead deaths fatalities victims killed injured wounded missing casualties displaced refugees "
    "returnees evacuees".split()
)
_LEAD = 5


def leads(sentence: Sentence) -> bool:
    """ "Of these, …", "Of the total, …", "Of this sum 3 million": all that follows is a part."""
    word = sentence.tokens.word
    if word[0] not in _OF or len(word) < _LEAD:
        return False
    return word[1] in _THESE or (word[1] == "the" and word[2] in _ALL and word[3] == ",")


def whole_before(part: Draft, before: Sequence[Draft]) -> Draft | None:
    """The figure of the sentence before that one is counted within already."""
    sentence, q = part.sentence, part.q
    called = _is_of_the_same(sentence, q)
    if not (called or leads(sentence) or _is_of_them(sentence, q)):
        return None
    for draft in reversed(before):
        whole = draft.q
        listed = draft.part_of is not None and draft.rules.get("part_of") != BACK
        if draft.match.measure is None or whole.value is None:
            continue
        if draft.match.measure != part.match.measure if called else listed:
            continue
        if comparable(whole, q) and q.value is not None and q.value < whole.value:
            return draft
    return None


def _is_of_them(sentence: Sentence, q: Quantity) -> bool:
    """ "Twelve of them", "3 million of it", no "60 shells, 12 of them": of none in the sentence."""
    tokens = sentence.tokens
    if tokens.at(q.last) != "of":
        return False
    if tokens.at(q.last + 1) not in (_SUM if q.kind == "money" else THEM):
        return False
    return not any(one.first < q.first for one in sentence.scan.quantities)


def _is_of_the_same(sentence: Sentence, q: Quantity) -> bool:
    """ "Nine of the dead were children", "women made up 46 of the deaths"."""
    tokens = sentence.tokens
    return tokens.word[q.last : q.last + 2] == ["of", "the"] and tokens.at(q.last + 2) in _SAME
