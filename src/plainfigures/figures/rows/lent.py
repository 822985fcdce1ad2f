"""Lent units: what a number without noun and measure counts, as what is told around it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from plainfigures.figures.counted.antecedents import are_many
from plainfigures.figures.grammar.breakdowns import comparable
from plainfigures.figures.trade.reach import SALES
from plainfigures.prose.nouns.heads import unit_of
from plainfigures.prose.periods.durations import TIME_UNITS
from plainfigures.prose.quantities.naming import sizes_group
from plainfigures.prose.words.helpers import before_adverbs
from plainfigures.prose.words.lexicon import nouns, singular
from plainfigures.prose.words.signs import IT, THEM
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

if TYPE_CHECKING:
    from plainfigures.figures.rows.row import Draft

# The rules of such units.
GROUP, WHOLE, BEFORE = "how many make up a group", "unit of its whole", "unit told before"
_WHICH = frozenset(("which", "whom"))
_PARENTS = frozenset("father mother parent grandfather grandmother".split())
_SPENT = ("spend", "pay", "raise", "give", "cost", "receive")
_OPENS = frozenset((",", ":", "(", "\u2013"))
_JOINS = frozenset((",", "and", "but"))
_PARTNER = re.compile(r" (?:to|from) (?:the )?[A-Z].*")
_REACH, _NEAR, _SHORT = 14, 6, 9
# So many times more or less may a number be than one of its kind in the same sentence, or before.
_CLOSE, _ALIKE, _LEAST = 3, 30, 1000


def lend(drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Give the bare numbers of a sentence a unit; `before` are the figures of the one before."""
    for draft in drafts if len(drafts) == 1 else ():  # "Seventeen came back. *Seventeen!*"
        q, last = draft.q, draft.sentence.tokens.size - 1
        same = [one for one in before if one.q.value == q.value and one.match.measure]
        if draft.match.measure and same and q.phrase_first == 0 and q.phrase_last >= last:
            draft.same_as, draft.rules["same_as"] = same[0], "said once more"
    for index, draft in enumerate(drafts):
        q = draft.q
        if q.kind != "bare" or q.unit is not None or draft.match.measure is not None:
            continue
        unit = _of_people(draft) or _of_noun(draft)
        if unit is not None:
            q.unit, draft.rules["unit"] = unit, GROUP
            continue
        source = _source(draft, drafts[:index], before)
        if source is None:
            continue
        q.unit, draft.rules["unit"] = source.q.unit, BEFORE
        draft.set("counted", source.fields.get("counted"), "counted before")
        if _is_of_them(draft) and draft.part_of is None and source.q.value != q.value:
            draft.part_of, draft.rules["part_of"] = source, WHOLE


def _source(draft: Draft, here: Sequence[Draft], before: Sequence[Draft]) -> Draft | None:
    """The figure that counts the same."""
    if draft.part_of is not None:
        return draft.part_of if draft.part_of.q.unit else None
    tokens, q = draft.sentence.tokens, draft.q
    if _is_of_them(draft):
        return _counted(draft, here) or _counted(draft, before)
    if here and here[-1].rules.get("unit") == BEFORE:  # "seven of them gave water and two | were"
        gap = tokens.word[here[-1].q.phrase_last : q.phrase_first]
        if len(gap) <= _NEAR and gap[-1:] and gap[-1] in _JOINS:
            return here[-1]
    if tokens.at(q.phrase_first - 1) == "the":  # "The seven now serve"
        return next((one for one in before if one.q.value == q.value and one.q.unit), None)
    lead = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    if (q.value or 0) >= _LEAST:
        told = lead[:1] == ["it"] or not verb_forms(_SPENT).isdisjoint(lead)
        size = _ALIKE if told else _CLOSE  # "it was 170,000", "has spent only 6 million"
        near = next((one for one in reversed(here) if _is_alike(one, q.value, size)), None)
        if near is not None:
            return near
    if lead[:1] == ["there"]:  # "In 2019 there were 21", "there are 84 now; there were 71"
        found = _counted(draft, here or before, larger=False)
        return found if found is not None and _is_alike(found, q.value, _CLOSE) else None
    of_it = tokens.word[0] in IT or (tokens.size < _SHORT and "it" in tokens.word)
    if of_it and not here and before and _is_alike(before[-1], q.value, _ALIKE):
        return before[-1]  # "The crop came to 12 million bags. It expects 13 million next year."
    return None


def _is_of_them(draft: Draft) -> bool:
    after = draft.sentence.tokens.word[draft.q.last : draft.q.last + 2]
    return after[:1] == ["of"] and after[-1] in THEM


def _counted(draft: Draft, drafts: Sequence[Draft], larger: bool = True) -> Draft | None:
    """The last things counted of which a number may be a part, or which may be as many."""
    for one in reversed(drafts):
        q = one.q
        if q.noun is None or q.inherited or q.unit in TIME_UNITS or q.kind != "noun":
            continue
        if draft.part_of is None and not larger and one.part_of is None:
            return one
        if q.value is not None and draft.q.value is not None and q.value > draft.q.value:
            return one if comparable(q, draft.q) else None
    return None


def _is_alike(one: Draft, value: Decimal | None, times: int) -> bool:
    """Whether a figure with a unit of its own is of about the same size."""
    q = one.q
    own = q.noun is not None or q.kind in ("money", "unit")
    if q.unit is None or not own or q.unit in TIME_UNITS:
        return False
    size = q.value if q.value is not None else q.high
    if not size or value is None:
        return False
    return size / times <= value <= size * times


def _of_people(draft: Draft) -> str | None:
    """ "a crew of 12", "a father of two", "six, of whom four were"."""
    tokens, q = draft.sentence.tokens, draft.q
    if sizes_group(tokens, q):
        return "person"
    k = q.phrase_first - 1
    if tokens.at(k) == "of" and tokens.at(k - 1) in _PARENTS:
        return "person"
    if tokens.at(q.last) == "who" or tokens.word[q.last : q.last + 3] == [",", "of", "whom"]:
        return "person"
    return "person" if tokens.word[k - 1 : k + 1] == ["of", "whom"] else None


def _of_noun(draft: Draft) -> str | None:
    """ "the tanks, of which it had 32,000", "goes to stores: 54 of them"."""
    tokens, q = draft.sentence.tokens, draft.q
    first = q.phrase_first
    if _is_of_them(draft) and tokens.at(first - 1) in _OPENS:
        return _many(tokens, first - 2)
    for k in range(first - 1, max(1, first - _REACH), -1):
        if tokens.word[k] in _WHICH and tokens.word[k - 2 : k] == [",", "of"]:
            return _many(tokens, before_adverbs(tokens.word, k - 3))
    return None


def _many(tokens: Tokens, k: int) -> str | None:
    """The unit that the plural noun at token `k` gives."""
    return unit_of(singular(tokens.word[k])) if k >= 0 and are_many(tokens, k) else None


def shared_by_later(draft: Draft) -> str | None:
    """What a later percentage may be of: "Sales" of "Sales to Chad", no tin that rose."""
    found = draft.fields.get("counted")
    if found is None:
        return None
    heads = {singular(w) for w in found.lower().split()}
    traded = not heads.isdisjoint(SALES) or not heads.isdisjoint(nouns("trade"))
    return None if draft.match.direction and not traded else _PARTNER.sub("", found)
