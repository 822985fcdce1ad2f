"""Ownership: which quantity a trigger belongs to, and which numbers are bystanders."""

from plainfigures.figures.counted.areas import measures_out
from plainfigures.figures.exclusions.bystanders import apart
from plainfigures.figures.grammar.doers import befalls_another
from plainfigures.figures.grammar.enclosed import (
    closes_before,
    is_in_brackets,
    is_of_later_clause,
    is_of_next,
)
from plainfigures.figures.grammar.enumerations import LINKS, are_listed, are_of_one_verb
from plainfigures.figures.grammar.modifiers import TOLD
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.verbs import ARTICLES, RELATIVES
from plainfigures.figures.measures.candidates import Candidates
from plainfigures.figures.measures.own_verbs import OwnVerbs, is_nominal
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.changes import COMPARATIVES
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.clauses import Clauses
from plainfigures.prose.words.helpers import BE, HAVE
from plainfigures.prose.words.lexicon import is_person, nouns, tag

# So much nearer another trigger makes one before a number likely that of the number before.
_OTHER = 1.0
# How much further it then stands.
_FARTHER = 3.0
# So far from a verb stands a number that leaves it out at least.
_ELLIPSIS = 3
_SAID = frozenset(("intransitive", "verb", "state"))
_PUT_IN = frozenset(("including", "among"))
_WITHIN = frozenset(("of", "among"))
_MORE = FURTHER | {"extra"}
_LOCALS = frozenset("citizen local host national native resident villager".split())
_AFTER_SUM = ("in ", "short ", "less than ", "below ")
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
        shares = [q for q in scan.quantities if q.kind == "percent"]
        # "53 per cent funded", "funded at 53 per cent"
        at = {q.phrase_first - 2 for q in shares if scan.tokens.at(q.phrase_first - 1) == "at"}
        self._percented = at.union(q.phrase_last for q in shares)
        self._owner: dict[tuple[int, str], int] = {}
        cheapest: dict[tuple[int, str], float] = {}
        for index, row in enumerate(candidates):
            for cost, t in row:
                if t.last <= self._scan.quantities[index].first and cost - row[0][0] > _OTHER:
                    cost += _FARTHER  # "21 have lost their lives and 8,500 are sheltering"
                key = (t.first, t.measure)
                if key not in cheapest or cost < cheapest[key]:
                    cheapest[key], self._owner[key] = cost, index
        # what a number's own predicate says is of no other
        self._said = {key for key, cost in cheapest.items() if cost < 0}
        for index, row in enumerate(candidates):
            if row:
                candidates[index] = self._kept(index, row)

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
        gap = self._scan.tokens.word[q.phrase_last : part.phrase_first]
        if owner != index + 1 or t.first < part.phrase_last:
            return False
        if q.kind == "money" and not _MORE.isdisjoint(gap):
            return False  # "has reached $3 million, and another $5 million is planned"
        if not _PUT_IN.isdisjoint(gap) or are_listed(self._scan, index, owner):
            return True
        named = all(w in LINKS or tag(w)[:1] in ("n", "a") or tag(w)[:2] == "vd" for w in gap)
        return gap[-1:] == ["or"] and named  # "refugees and displaced people, or …"

    def _kept(self, index: int, row: list[tuple[float, Trigger]]) -> list[tuple[float, Trigger]]:
        """Of the triggers of a quantity those in its phrase, and those that nothing keeps away."""
        q, predicates = self._scan.quantities[index], self._predicates
        spared = predicates.is_spared(q)
        if spared and q.kind != "money":
            return [pair for pair in row if q.phrase_first <= pair[1].first < q.phrase_last]
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
        if (
            self._parts_by_words(q, t)
            or (t.kind == "phrase" and self._parts_as_phrase(index, q, t))
            or (q.kind == "money" and self._is_of_another_sum(index, q, t))
            or self._parts_by_clause(index, q, t)
            or self._parts_people(q, t)
        ):
            return False
        if closed:  # "three percent of the $5 million | appeal", "of | the appeal of | $5 million"
            named = is_nominal(t) and q.phrase_first - 1 <= t.last <= q.phrase_first
            return self._is_beside(q, t) or named or predicates.modifies(q, t)
        related = t.first >= q.phrase_last and self._scan.tokens.at(q.phrase_last) in RELATIVES
        if related and predicates.modifies(q, t):
            return True  # "among the 57 who lost their lives were nine children"
        if t.first < predicates.parts.inverted <= q.first:
            return True
        if not self._may_share(index, q, t):
            return False
        if t.first >= q.phrase_last and predicates.doers.is_doer(index):
            return False
        return self._own_verbs.allow(q, t)

    def _parts_by_words(self, q: Quantity, t: Trigger) -> bool:
        """Whether words on the way between a number and a trigger part them."""
        word = self._scan.tokens.word
        before = word[max(0, t.first - 2) : t.first]
        if t.first > q.phrase_last and before[-1:] == ["those"] and before[0] not in _WITHIN:
            return True  # "240,000 mines, besides those left from the war"
        if t.last - t.first > 1 and not t.first < q.first < t.last and self._holds_another(t):
            return True  # "a mob of 200 beat two men to death"
        if t.first < q.phrase_first and t.last == q.first and word[q.phrase_first] == "from":
            return True  # "estimates run | from 3,000 to 9,000"
        # "hosts 900 Afghans, whose cards expire in May"
        return t.kind in _SAID and "whose" in word[q.phrase_last : t.first]

    def _parts_as_phrase(self, index: int, q: Quantity, t: Trigger) -> bool:
        """Whether a phrase is of another number, or is the predicate of another subject."""
        word = self._scan.tokens.word
        if q.kind == "percent" and self._compares_another(q, t):
            return True
        if word[t.last - 1] in BE and "," in word[t.last : q.first]:
            if self._predicates.is_foreign(t.last):
                return True  # "losses in the analysis were | ignored, and in 18% (9/51)"
        if word[t.last - 1] != "of":
            return False
        # "a grant of $4 million | and a credit of | twice as much"
        joined = "and" in word[q.phrase_last : t.first] and word[t.last] not in RELATIVES
        return joined or self._leads_to_another(index, t)

    def _is_of_another_sum(self, index: int, q: Quantity, t: Trigger) -> bool:
        rated = t.first in self._percented and self._is_rate(q, t)
        return rated or self._names_another(index, t)

    def _parts_by_clause(self, index: int, q: Quantity, t: Trigger) -> bool:
        """Whether the borders of clauses, brackets or parts stand between number and trigger."""
        tokens, predicates = self._scan.tokens, self._predicates
        if t.first < q.first and closes_before(tokens, q, t):
            return True
        if index and is_of_later_clause(tokens, q, t):
            return True
        if t.first > q.phrase_last and befalls_another(tokens, q, t):
            return True
        if t.first > q.phrase_last and self._is_of_included(q, t):
            return True
        if t.kind == "noun" and is_in_brackets(tokens, self._scan.quantities, q, t):
            return True
        if not self._is_beside(q, t) and predicates.parts.parts_follow(q, t):
            return True
        if apart(tokens, q, t, predicates.relatives):
            return True
        if predicates.ends_existence(q, t) or predicates.is_object_before(q, t):
            return True
        end = predicates.parts.leading_end
        return bool(end) and (index > 0) != (t.first > end)

    def _is_of_included(self, q: Quantity, t: Trigger) -> bool:
        """ "2 million *are affected*, including 900 people in the camps": told of those alone."""
        gap = self._scan.tokens.word[q.phrase_last : t.first]
        if "including" not in gap or gap[0] not in BE or gap[1] == ",":
            return False
        included = q.phrase_last + gap.index("including")
        return any(included < o.first < t.first and o.unit in PEOPLE for o in self._scan.quantities)

    def _parts_people(self, q: Quantity, t: Trigger) -> bool:
        """Whether those counted are others than those of the trigger, or only do or tell it."""
        predicates = self._predicates
        if q.kind == "bare" and q.unit not in PEOPLE and self._befalls_things(q, t):
            return True
        if q.noun is not None and q.noun.head in _LOCALS and self._calls_another(q, t):
            return True  # "trained 40 | refugees | and 30 citizens"
        if q.noun is not None and t.first < q.phrase_first and is_person(q.noun.head):
            word = self._scan.tokens.word
            led = tag(word[q.phrase_first])[:2] == "vd"
            k = predicates.verb_before(q)
            if word[k] in HAVE and t.first < k and not led:
                return True  # "the school for displaced children has 230 pupils"
        return predicates.doers.acts(q, t) or (t.first > q.phrase_last and self._says(q, t))

    def _befalls_things(self, q: Quantity, t: Trigger) -> bool:
        """ "40 barns were *burnt* in Ost, 30 in Ust": what befell as many things of one kind."""
        word = self._scan.tokens.word
        if t.kind not in _SAID or q.phrase_first - t.last < _ELLIPSIS:
            return False
        before = (o for o in self._scan.quantities if o.last <= t.first and o.kind == "noun")
        things = next(
            (o for o in before if self._predicates.after_helpers(o.phrase_last) == t.first), None
        )
        if things is None or things.unit in PEOPLE:
            return False
        return t.kind == "intransitive" or not BE.isdisjoint(word[things.phrase_last : t.first])

    def _is_beside(self, q: Quantity, t: Trigger) -> bool:
        """ "The $5 million *appeal*": the noun of a sum right behind it."""
        return q.kind == "money" and t.first == q.phrase_last and is_nominal(t)

    def _may_share(self, index: int, q: Quantity, t: Trigger) -> bool:
        """Whether the trigger is this number's own, or its owner leaves it to this one too."""
        predicates = self._predicates
        owner = self._owner[t.first, t.measure]
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

    def _leads_to_another(self, index: int, t: Trigger) -> bool:
        """ "at a cost of | $9 million for 300 people": what a phrase leads to, and no list."""
        quantities = self._scan.quantities
        after = next((k for k, o in enumerate(quantities) if o.phrase_first == t.last), index)
        return after < index and not are_listed(self._scan, after, index)

    def _says(self, q: Quantity, t: Trigger) -> bool:
        """Whether those counted only tell of others; but "485 people, …, reported missing"."""
        if t.kind == "phrase" and self._scan.tokens.word[t.first - 1] in ARTICLES:
            return False  # "900 declared their desire to return"
        if t.first == q.phrase_last + 1 and self._scan.tokens.at(q.phrase_last) in TOLD:
            return False  # "900 people estimated killed"
        return not t.lemma.startswith("report ") and self._predicates.doers.says(q)

    def _names_another(self, index: int, t: Trigger) -> bool:
        """What another sum is: "gave $5 million in aid", "…, $2 million short of the target"."""
        word, at = self._scan.tokens.word, t.first
        if t.kind != "phrase" or not t.lemma.startswith(_AFTER_SUM):
            at -= 1  # "$5 million as budget support, $2 million …", "$5 million for relief, …"
            while at > 0 and tag(word[at])[0] in "da":
                at -= 1
            what_for = word[at] == "for" and t.lemma in nouns("gift")
            if not (what_for or word[at] == "as") or t.kind not in NAMING:
                return False
        return any(
            one.phrase_last == at and k != index for k, one in enumerate(self._scan.quantities)
        )

    def _is_rate(self, q: Quantity, t: Trigger) -> bool:
        """ "$5 million, 53 per cent funded", "funded at 53 per cent: $5 million"."""
        return q.first < t.first or self._scan.tokens.at(t.last) == "at"

    def _calls_another(self, q: Quantity, t: Trigger) -> bool:
        """Whether a trigger is the noun of another number."""
        others = (o for o in self._scan.quantities if o is not q and o.noun is not None)
        return any(o.noun.first <= t.first < o.noun.last for o in others if o.noun is not None)

    def _compares_another(self, q: Quantity, t: Trigger) -> bool:
        """ "21 percent, *three points* less than a year before": of the number before it.

        "7 percent, both slightly less than in 2010" compares levels.
        """
        word = self._scan.tokens.word
        if word[t.first] not in COMPARATIVES:
            return False
        if "," in word[q.phrase_last : t.first]:
            return True
        return any(o is not q and o.phrase_last == t.first for o in self._scan.quantities)

    def _holds_another(self, t: Trigger) -> bool:
        return any(
            t.first < q.first < t.last and (q.kind != "noun" or q.unit in PEOPLE)
            for q in self._scan.quantities
        )  # but "90,000 remain in 18 camps"

    def _linked(self, owner: int, index: int, t: Trigger) -> bool:
        """Whether a quantity shares the trigger of another: in one list, or in one clause."""
        quantities = self._scan.quantities
        if t.kind != "noun" and measures_out(self._scan.tokens, quantities[owner], t):
            return False
        own, other = quantities[owner].noun, quantities[index].noun
        if t.kind == "noun" and own is not None and other is not None and index < owner:
            if t.last == own.last and quantities[index].kind == "noun":
                return other.head == own.head  # "140 teachers and 61 returnees"
        if are_listed(self._scan, *sorted((owner, index))):
            return True
        if are_of_one_verb(self._scan, owner, index, t):
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
