"""Ownership: which quantity a trigger belongs to, and which others may share it."""

from plainfigures.figures.counted.areas import measures_out
from plainfigures.figures.grammar.enclosed import is_of_next
from plainfigures.figures.grammar.enumerations import (
    LINKS,
    are_listed,
    are_of_one_verb,
    are_one_subject,
)
from plainfigures.figures.grammar.modifiers import TOLD, past_them
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.measures.candidates import Candidates
from plainfigures.figures.measures.own_verbs import OwnVerbs, is_nominal
from plainfigures.figures.measures.partings import Partings
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.clauses import Clauses
from plainfigures.prose.words.closed import RELATIVES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import DASHES

# So much nearer another trigger makes one before a number likely that of the number before.
_OTHER = 1.0
# How much further it then stands.
_FARTHER = 3.0
# Still dearer is one before those who are a part of its owner.
_WHOLES = 10.0
_OF_THEM = (["of", "them"], ["of", "whom"])
_OPENING = DASHES | {",", "("}
_NONE = ("none of", "neither of", "not survive", "never ")
_PUT_IN = frozenset(("including", "among"))
_MORE = FURTHER | {"extra"}
_SAYING = BE | TOLD
_RELATING = RELATIVES | {"of"}


class Owners:
    """Narrows the candidates of a sentence to the triggers that each quantity may claim."""

    def __init__(
        self, scan: Scan, clauses: Clauses, predicates: Predicates, candidates: Candidates
    ) -> None:
        self._scan = scan
        self._clauses = clauses
        self._predicates = predicates
        self._own_verbs = OwnVerbs(scan, clauses, predicates)
        self._partings = Partings(scan, predicates)
        self._owner: dict[tuple[int, str], int] = {}
        cheapest: dict[tuple[int, str], float] = {}
        # what each number would be of by its nearest trigger alone
        self._nearest = {index: row[0][1].measure for index, row in enumerate(candidates) if row}
        for index, row in enumerate(candidates):
            q = scan.quantities[index]
            for cost, t in row:
                if t.last <= q.first and cost - row[0][0] > _OTHER:
                    cost += _FARTHER  # "21 have lost their lives and 8,500 are sheltering"
                if t.last <= q.first and self._is_of_them(q):
                    cost += _WHOLES  # "900 of those driven out have returned, 60 of them in May"
                key = (t.first, t.measure)
                if key not in cheapest or cost < cheapest[key]:
                    cheapest[key], self._owner[key] = cost, index
        # what a number's own predicate says is of no other
        self._said = {key for key, cost in cheapest.items() if cost < 0}
        for index, row in enumerate(candidates):
            if row:
                candidates[index] = self._kept(index, row)

    def _is_of_them(self, q: Quantity) -> bool:
        led = self._scan.tokens.at(q.phrase_first - 1) in _OPENING
        return led and self._scan.tokens.word[q.phrase_last : q.phrase_last + 2] in _OF_THEM

    def shares(self, index: int, t: Trigger) -> bool:
        """Whether it owns the trigger, or one does that is only put in between, or listed with it.

        "1,284 refugees, including 530 children, have been resettled", "… or 300 families, …".
        """
        owner = self._owner.get((t.first, t.measure))
        if owner is None or owner == index:
            return owner == index
        q, part = self._scan.quantities[index], self._scan.quantities[owner]
        if q.kind == part.kind == "money" and owner < index:
            # "pledged aid of $5 million and $6 million", but not "…, $3 million of which was paid"
            related = self._scan.tokens.at(q.phrase_last) in _RELATING
            return not related and are_listed(self._scan, owner, index)
        if q.kind == part.kind == "unit" and owner < index:
            return are_of_one_verb(self._scan, owner, index, t)
        if self._are_one_subject(index, owner, t):
            return True
        gap = self._scan.tokens.word[q.phrase_last : part.first]
        if owner != index + 1 or t.first < part.phrase_last:
            return False
        if q.kind == "money" and not _MORE.isdisjoint(gap):
            return False  # "has reached $3 million, and another $5 million is planned"
        if not _PUT_IN.isdisjoint(gap) or are_listed(self._scan, index, owner):
            return True
        named = all(w in LINKS or tag(w)[:1] in ("n", "a") or tag(w)[:2] == "vd" for w in gap)
        return gap[-1:] == ["or"] and named  # "refugees and displaced people, or …"

    def _are_one_subject(self, index: int, owner: int, t: Trigger) -> bool:
        q, last = self._scan.quantities[index], self._scan.quantities[owner]
        beside = owner == index + 1 and q.kind == last.kind == "unit"
        return beside and are_one_subject(self._scan, index, owner, t)

    def _kept(self, index: int, row: list[tuple[float, Trigger]]) -> list[tuple[float, Trigger]]:
        """Of the triggers of a quantity those in its phrase, and those that nothing keeps away."""
        q, predicates = self._scan.quantities[index], self._predicates
        spared = predicates.is_spared(q)
        if spared and q.kind != "money":
            # but "none of the 40 survived"
            within = range(q.phrase_first, q.phrase_last)
            return [p for p in row if p[1].first in within or p[1].lemma.startswith(_NONE)]
        # "delivered none of the $5 million it pledged"
        closed = spared or index in predicates.parts.wholes or predicates.is_carried(q)
        closed = closed or predicates.parts.is_partly(q)
        own = range(q.phrase_first, q.phrase_last)
        if predicates.parts.is_mostly(q):
            told = [p for p in row if p[1].first in own or self._keeps(index, q, p[1], True)]
            if told:
                return told  # "the majority of the 900 who fled have returned"
        return [p for p in row if p[1].first in own or self._keeps(index, q, p[1], closed)]

    def _keeps(self, index: int, q: Quantity, t: Trigger, closed: bool) -> bool:
        """Whether nothing keeps a trigger away; `closed`: its phrase takes what modifies it."""
        predicates = self._predicates
        if self._partings.part(index, q, t):
            return False
        if closed:  # "three percent of the $5 million | appeal", "of | the appeal of | $5 million"
            named = is_nominal(t) and q.phrase_first - 1 <= t.last <= q.phrase_first
            return self._partings.is_beside(q, t) or named or predicates.modifies(q, t)
        tokens = self._scan.tokens
        related = t.first >= q.phrase_last and tokens.at(past_them(tokens, q)) in RELATIVES
        if related and predicates.modifies(q, t):
            return True  # "among the 57 who lost their lives were nine children"
        if t.first < predicates.parts.inverted <= q.first:
            return True
        if not self._may_share(index, q, t):
            return False
        if t.first >= q.phrase_last and predicates.doers.is_doer(index):
            return " to " in t.lemma and predicates.modifies(q, t)
        return self._own_verbs.allow(q, t)

    def _may_share(self, index: int, q: Quantity, t: Trigger) -> bool:
        """Whether the trigger is this number's own, or its owner leaves it to this one too."""
        predicates = self._predicates
        owner = self._owner[t.first, t.measure]
        if self._are_one_subject(index, owner, t):
            return True
        if owner != index and (t.first, t.measure) in self._said:
            return False
        if owner > index and is_of_next(self._scan.tokens, q, self._scan.quantities[owner], t):
            return False
        if predicates.parts.wholes.get(index + 1) != index:
            return owner == index or self._linked(owner, index, t)
        whole = self._scan.quantities[index + 1]
        told = any(k in predicates.named for k in range(q.phrase_last, whole.first))
        behind = t.first >= whole.phrase_last and q.kind == "money"
        if not (told and behind):  # "only $2 million *of the requested* $9 million | provided"
            if whole.phrase_first <= t.first < whole.phrase_last or predicates.modifies(whole, t):
                return False
        if t.first >= whole.phrase_last and not predicates.allows(whole, t):
            return False  # "nine of the 40 hostages were freed and two were killed"
        # "five of the nine | killed | were children, and 23 were hurt"
        return q.kind == "money" or not self._is_told_apart(whole, q, t)

    def _is_told_apart(self, whole: Quantity, part: Quantity, t: Trigger) -> bool:
        """Whether a trigger is of others than a whole that says itself what became of it."""
        named = range(whole.phrase_first, whole.phrase_last + 1)
        if not any(k in self._predicates.named for k in named):
            return False
        quantities = self._scan.quantities
        if t.last <= part.first:
            word = self._scan.tokens.word
            gap = word[t.last : part.phrase_first]
            # "30 were killed, and nine of the 40 wounded are children"
            told = any(
                o.phrase_last <= t.first and _SAYING.issuperset(word[o.phrase_last : t.first])
                for o in quantities
            )
            return not BE.isdisjoint(gap) or (told and "and" in gap)
        return any(whole.phrase_last <= o.first < t.last for o in quantities)

    def _linked(self, owner: int, index: int, t: Trigger) -> bool:
        """Whether a quantity shares the trigger of another: in one list, or in one clause."""
        quantities = self._scan.quantities
        if t.kind != "noun" and measures_out(self._scan.tokens, quantities[owner], t):
            return False
        labels = ":" in self._scan.tokens.word[t.last : quantities[owner].phrase_first]
        if labels and t.kind == "noun" and self._nearest[owner] != t.measure:
            return False  # "Aid: Norway *pledged* $3 million, Chad $2 million"
        own, other = quantities[owner].noun, quantities[index].noun
        between = self._scan.tokens.word[quantities[owner].phrase_last : quantities[index].first]
        apart = index < owner or between in (["and"], [","])
        if t.kind == "noun" and own is not None and other is not None and apart:
            if t.last == own.last and quantities[index].kind == "noun":
                return other.head == own.head  # "140 teachers and 61 returnees"
        if are_listed(self._scan, *sorted((owner, index))):
            return True
        if are_of_one_verb(self._scan, owner, index, t):
            return True
        if owner == index - 1 and self._is_of_them(quantities[index]):
            return True
        if index < owner and self._predicates.parts.is_part(quantities[index]):
            return False  # "64 of them in the town, and 23 are missing"
        first = quantities[owner].phrase_first
        if first <= t.first < quantities[owner].phrase_last:
            return False  # "built for 900, it holds 2,500 refugees"
        gap = self._scan.tokens.word[t.last : first]
        if gap == ["of"] and quantities[index].phrase_last < t.first:
            return False  # "$1 million against an appeal of $4 million"
        if t.last <= first and len(gap) <= 2 and (t.kind != "noun" or "of" not in gap):
            return False  # "killing nine": a verb with an own numeric object
        if t.kind == "noun" and gap[:1] == ["of"] and owner < index:
            after = range(quantities[owner].phrase_last, quantities[index].phrase_first)
            if "and" in self._scan.tokens.word[after.start : after.stop] and any(
                map(self._predicates.is_foreign, after)
            ):
                return False  # "deplored the death of four and called for the release of 11"
        return not self._clauses.border_between(quantities[index].first, t.first)
