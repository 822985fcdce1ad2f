"""Parts of what the sentence before told: "Of those, 19 died", "Twelve of them were children"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainfigures.figures.grammar.breakdowns import SAME, TOTALS, comparable, head_of, included
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import OF_THEM, POINTERS
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.signs import COMMA_AND, IT, THEM
from plainfigures.prose.words.tokens import Tokens

if TYPE_CHECKING:
    from plainfigures.figures.rows.row import Draft

# The rule of such a part.
BACK = "part of what was told before"
_AT = frozenset("from in at to via on near by".split())
_OF = frozenset(("of", "among"))
_THESE = POINTERS | OF_THEM
_FATES = frozenset("dead killed injured wounded missing".split())
# The fewest tokens of such a sentence, with the "of" that leads it.
_LEAST = 4
# Within so many tokens the sign of an item of a list ends.
_MARK = 4


def leads(tokens: Tokens) -> bool:
    """ "Of these, …", "(b) Of the total, …", "These include 9 women": what follows is a part."""
    word = tokens.word
    if included(tokens, 0):
        return True
    first = next((k for k in range(min(_MARK, len(word))) if word[k] in _OF), None)
    if first is None or len(word) < first + _LEAST:
        return False
    if any(len(one) > 1 for one in word[:first]):
        return False
    if word[first + 1] in _THESE:
        return True
    return word[first + 1] == "the" and word[first + 2] in TOTALS and word[first + 3] == ","


def _leads_with_fate(tokens: Tokens) -> bool:
    """ "Of the dead, nine were boys": of those of that fate, and not of all who were harmed."""
    return leads(tokens) and not _FATES.isdisjoint(tokens.word[:_MARK])


def whole_before(part: Draft, before: Sequence[Draft]) -> Draft | None:
    """The figure of the sentence before that one is counted within already."""
    sentence, q = part.sentence, part.q
    called = _is_of_the_same(sentence, q) or _leads_with_fate(sentence.tokens)
    if not (called or leads(sentence.tokens) or _is_of_them(sentence, q)):
        return None
    # "killed 46 and hurt 120. These include 12 children", "40 nuns and 9 monks. Of these 12 nuns"
    ordered = sorted(
        before,
        key=lambda one: (_is_called(one.q, q), one.match.measure == part.match.measure),
    )
    for draft in reversed(ordered):
        whole = draft.q
        if leads(sentence.tokens) and draft.rules.get("part_of") == BACK and _is_item(draft):
            return draft.part_of  # "of which women: 30", "of which children: 12"
        listed = draft.part_of is not None and draft.rules.get("part_of") != BACK
        if called and draft.part_of is not None and draft.rules.get("part_of") == BACK:
            draft = draft.part_of  # "Nine of the dead …. Six of the dead"
            whole = draft.q
        named = _is_called(whole, q) and leads(sentence.tokens)
        if (draft.match.measure is None and not named) or whole.value is None:
            continue
        if draft.match.measure != part.match.measure if called else listed:
            continue
        if comparable(whole, q) and q.value is not None and q.value < whole.value:
            return draft
    return None


def _is_called(whole: Quantity, q: Quantity) -> bool:
    return q.noun is not None and head_of(whole) == head_of(q)


def _is_item(draft: Draft) -> bool:
    """Whether a part is told in a line of its own, without a verb ("of which women: 30")."""
    return ":" in draft.sentence.tokens.word and leads(draft.sentence.tokens)


def _is_of_them(sentence: Sentence, q: Quantity) -> bool:
    """ "Twelve of them", "3 million of it", no "60 shells, 12 of them": of none in the sentence.

    So are those listed with them: "12 of them came from Bor, | 9 from Lipa".
    """
    tokens = sentence.tokens
    if q.kind == "bare" and tokens.at(q.phrase_first - 1) in COMMA_AND and tokens.at(q.last) in _AT:
        q = sentence.scan.quantities[0]
    if tokens.at(q.last) != "of":
        return False
    if tokens.at(q.last + 1) not in (IT if q.kind == "money" else THEM):
        return False
    return not any(one.first < q.first for one in sentence.scan.quantities)


def _is_of_the_same(sentence: Sentence, q: Quantity) -> bool:
    """ "Nine of the dead were children", "three nuns were also among the dead", "Among them …"."""
    tokens, k = sentence.tokens, q.last
    if tokens.word[k : k + 2] == ["of", "the"]:
        return tokens.at(k + 2) in SAME
    k, lead = q.phrase_last, q.phrase_first - 1
    while tokens.at(k) in HELPERS:
        k += 1
    if k == q.phrase_last or tokens.at(k) != "among":
        listed = tokens.word[0] == "among" and tokens.at(lead) in BE | COMMA_AND
        k = 0 if listed else tokens.size
    k += 1 + (tokens.at(k + 1) in ("the", "those"))
    return tokens.at(k) in SAME or (tokens.at(k) in THEM and k > 0)
