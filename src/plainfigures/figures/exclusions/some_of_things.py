"""Bare numbers that go on with things counted in their sentence: some of them, or more."""

from plainfigures.figures.exclusions.things import Things
from plainfigures.figures.grammar.people import is_by_name, is_done_to_people
from plainfigures.figures.triggers.fits import PEOPLE, counts_people
from plainfigures.figures.triggers.triggers import Vocabulary
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import OF_THEM
from plainfigures.prose.words.lexicon import groups, singular, tag

# The longest list in brackets, in tokens.
_BRACKETED = 40
_OWNING = frozenset("'s the its their those these".split())
_OWNERS = 6
_OF_THEM = (["of", "which"], ["of", "these"], ["of", "those"], ["of", "them"])
_PLACING = frozenset("in at on across from to per".split())


class SomeOfThings:
    """Judges the bare numbers of one sentence; `special` are units of datasets by index."""

    def __init__(
        self, scan: Scan, special: dict[int, str], things: Things, vocabulary: Vocabulary
    ) -> None:
        self._quantities = scan.quantities
        self._tokens = scan.tokens
        self._word = scan.tokens.word
        self._special = special
        self._things = things
        self._names_measure = vocabulary.is_noun

    def are_of(self, index: int) -> bool:
        """ "640 houses, of which 210 are finished", "and 90 others": of the things before."""
        q, k = self._quantities[index], index - 1
        if self._is_some_of_things(index) or self._is_spread(q):
            return True
        after = self._quantities[index + 1] if index + 1 < len(self._quantities) else None
        if after is not None and after.kind == "noun" and not self._are_people(after):
            gap = self._word[q.last : after.phrase_first]
            if gap == ["of"] or (gap[:1] == ["of"] and gap[-1] in _OWNING and len(gap) <= _OWNERS):
                # "14 of 80 hospitals", "11,000 of the town's 14,500 houses"
                return self._special.get(index + 1) is None
        while k >= 0 and self._quantities[k].kind in ("unit", "percent"):
            k -= 1
        before = self._quantities[k] if k >= 0 else None
        if before is None or before.kind != "noun" or self._are_people(before):
            return False
        if is_done_to_people(self._tokens, q):
            return False
        if before.attributive or self._special.get(k) is not None or self._things.acts(before, q):
            return False
        more = self._tokens.at(q.last) in ("more", "others")
        if more and q.inherited and q.unit in PEOPLE:
            return False  # "killed 37 people in four villages and hurt | 91 more"
        part = self._tokens.at(q.last) == "of" and self._tokens.at(q.last + 1) in OF_THEM
        if self._word[q.phrase_first - 1] == "including" and index == 1:
            return True  # "16 vessels reported attacks, including seven in the Gulf"
        return more or part or self._word[max(0, q.phrase_first - 2) : q.phrase_first] in _OF_THEM

    def _is_some_of_things(self, index: int) -> bool:
        """ "Of the 80 hospitals in the town, 14 are open": what leads is no people."""
        q, first = self._quantities[index], self._quantities[0]
        leading = self._word[self._word[0] in ("and", "but")] in ("of", "among")
        if index == 0 and leading and self._word[3:4] == [","]:  # "Of the houses, seven had roofs"
            noun = singular(self._word[2])
            people = counts_people(noun) or noun == "other"
            people = people or self._names_measure(self._word[2])  # "Of the deaths, 900 were"
            return tag(self._word[2])[:2] == "ns" and not people and q.first == 4
        if index != 1 or not leading or first.kind != "noun":
            return False
        if self._are_people(first) or self._special.get(0) is not None:
            return False
        start = q.phrase_first - (self._tokens.at(q.phrase_first - 1) == "the")
        ends = self._tokens.at(start - 1) == "," or start == first.phrase_last
        leads = first.phrase_first <= 3 and ends
        return leads and first.noun is not None and tag(first.noun.head)[0] == "n"

    def _is_spread(self, q: Quantity) -> bool:
        """ "in 24 camps (10 in the east, 14 in the north)": where so many things are."""
        if self._tokens.at(q.last) not in _PLACING:
            return False
        near = range(q.first - 1, max(0, q.first - _BRACKETED), -1)
        opens = next((j for j in near if self._word[j] in ("(", ")")), 0)
        return self._tokens.at(opens) == "(" and any(
            one.phrase_last == opens and one.kind == "noun" and not self._are_people(one)
            for one in self._quantities
        )

    def _are_people(self, q: Quantity) -> bool:
        return q.unit in PEOPLE or q.unit in groups() or is_by_name(self._tokens, q)
