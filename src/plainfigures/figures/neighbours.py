"""Measures that a number takes from its neighbours: in lists, in elliptic clauses, told again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from plainfigures.figures import again, splits
from plainfigures.figures.bystanders import (
    apart,
    is_anybody,
    is_kept_out,
    takes_nothing,
)
from plainfigures.figures.costs import FURTHEST
from plainfigures.figures.enclosed import closes_before
from plainfigures.figures.fits import PEOPLE, is_whole
from plainfigures.figures.lists import MeasureLists, Telling
from plainfigures.figures.match import Carried, Match, unit_class
from plainfigures.figures.predicates import CLAUSES, Predicates
from plainfigures.figures.tellings import Tellings
from plainfigures.figures.triggers import NAMING, Trigger
from plainfigures.figures.unharmed import is_unharmed
from plainfigures.prose import changes
from plainfigures.prose.durations import TIME_UNITS
from plainfigures.prose.lexicon import verb_lemmas
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import Scan

_THAN = frozenset(("than", "twice", "half", "double", "triple", "times", "against"))
_AGAINST = frozenset(("from", "against", "compared", "versus"))
_THAT_IS = (["that", "is"], ["that", "means"], ["this", "is"], ["this", "means"])
_MOST_PERCENT = 5_000
_BACK = 4
_LEAST = 1000
_OTHERS = frozenset(("other", "others"))
# Within so many tokens a sentence begins.
_LEAD = 4
_LEVELS = frozenset("average figure rate total number level peak high low".split())
_CARRIED = "carried from the sentence before"
_SORT = "gapped predicate"
_JOINS = frozenset(("and", "or"))
_CONTRASTS = frozenset(("but", "conversely"))

Fits = Callable[[int, str], bool]


class Neighbours:
    """Hands measures from quantity to quantity of one sentence, and on from the one before."""

    def __init__(
        self, scan: Scan, predicates: Predicates, carried: Carried, fits: Fits, lists: MeasureLists
    ) -> None:  # fmt: skip
        """`fits` says whether the quantity of an index may have a measure."""
        self._quantities = scan.quantities
        self._tokens = scan.tokens
        self._word = scan.tokens.word
        self._predicates = predicates
        self._tellings = Tellings(scan.tokens, predicates)
        self._carried = carried
        self._fits = fits
        self._lists = lists

    def carry(self, matches: list[Match]) -> None:
        """Hand measures on in lists, forwards and then backwards; "up from" holds to the first."""
        times = [q.unit in TIME_UNITS for q in self._quantities]
        listed = [index for index, time in enumerate(times) if not time]  # "over 3 years"
        dropped: Trigger | None = None
        for before, index in pairwise(listed):
            self._hand_on(matches, before, index)
            own = matches[index].trigger
            again = own is not None and own is dropped  # "against 180 in 2006, 150 in 2005"
            if matches[before].measure and (again or self._compared(before, index, own)):
                dropped = own
                matches[index] = matches[before].handed_on("compared with the one before")
                self._take_unit(self._quantities[index], self._quantities[before])
            if matches[index].measure is None:
                self._elliptic(matches, index)
        percents = [index for index in listed if self._quantities[index].kind == "percent"]
        for before, index in pairwise(percents):  # "up 4 percent to $7 million, to Chad 9 percent"
            if before not in (index, index - 1):
                self._hand_on(matches, before, index)
        for index, after in reversed([*pairwise(listed)]):
            if matches[index].measure is None and self._leads_up(index, after):
                matches[index] = matches[after].handed_on("where it rose from")
                self._take_unit(self._quantities[index], self._quantities[after])
            self._hand_on(matches, after, index)

    def _compared(self, last: int, index: int, own: Trigger | None) -> bool:
        """Whether a number is only set against the one before, its own trigger not nearer to it."""
        before, q = self._quantities[last], self._quantities[index]
        if q.kind == "bare" and (q.inherited or q.unit is None) and self._is_set_against(q):
            return unit_class(before) in ("people", "bare")
        if own is not None and own.first - before.phrase_last >= abs(q.phrase_first - own.last):
            return False
        gap = self._word[before.phrase_last : q.phrase_first]
        bare = q.kind == "bare" and q.unit is None
        if self._tokens.at(q.last) in _OTHERS:
            return False  # "five from Spain, the rest from forty others"
        if bare and before.kind == "percent" and (q.value or 0) > _MOST_PERCENT:
            return False  # "an increase of 59% from 865 million"
        if len(gap) > 14 or not (bare or unit_class(q) == unit_class(before)):
            return False
        if gap[-2:-1] in (["up"], ["down"]):
            return gap[-1] in ("from", "on", "against")
        if gap[-1:] == ["the"] and gap[-2:-1] != [] and gap[-2] in _THAN:
            return True  # "more than twice the 187 of 2006"
        if gap[-1:] == ["of"] and gap[-2:-1] != [] and gap[-2] in _LEVELS:
            return "compared" in gap  # "compared to the monthly average of 600"
        return gap[-1:] != [] and (gap[-1] in _AGAINST or gap[-2:-1] == ["compared"])

    def _leads_up(self, index: int, after: int) -> bool:
        """ "From 695 at the end of May, the number of refugees rose to 4,000"."""
        low, high = self._quantities[index], self._quantities[after]
        bare = low.kind == "bare" and (low.inherited or low.unit is None)
        if not (bare or unit_class(low) == unit_class(high)) or low.phrase_first > _LEAD:
            return False
        opener = self._word[: low.phrase_first]
        if opener[-1:] != ["from"] and (opener[:1] != ["from"] or opener[-1] != "of"):
            return False  # "From a trickle of $2 million in 1990 aid has grown to $80 million"
        gap = self._word[low.phrase_last : high.phrase_first]
        return gap[-1:] == ["to"] and ("," in gap or not changes.movements().isdisjoint(gap))

    def _is_set_against(self, q: Quantity) -> bool:
        """ "compared with 180 in 2006": whether nothing but a comparison brings in a number."""
        k = q.phrase_first - 1
        return self._word[max(0, k - 1) : k + 1] in (["compared", "to"], ["compared", "with"])

    @staticmethod
    def _take_unit(q: Quantity, before: Quantity) -> None:
        """Give the unit of a number to a bare one that tells of the same."""
        if q.kind == "bare" and q.unit is None:
            q.unit, q.inherited = before.unit, True
            q.kind = before.kind if before.kind in ("money", "unit") else q.kind

    def _hand_on(self, matches: list[Match], source: int, index: int) -> None:
        measure = matches[source].measure
        if (
            matches[index].measure is not None
            or measure is None
            or index in self._predicates.parts.wholes
        ):
            return
        if not self._fits(index, measure) or self._predicates.is_doer(index):
            return
        if self._predicates.parts.leading_end and (
            index == 0 or (source == 0 and self._quantities[index].kind == "money")
        ):
            return  # "of $65 million sought, 22 million is there"
        q = self._quantities[index]
        if is_kept_out(self._tokens, q):
            return
        if q.kind == "percent" and self._word[q.last : q.last + 2] == ["of", "what"]:
            return  # "6 percent, and a tenth of what they sent home"
        opener = self._word[max(0, q.phrase_first - 2) : q.phrase_first]
        if opener == ["out", "of"] or (q.kind == "noun" and opener[-1:] == ["for"]):
            return  # "killed 9 men, out of 40 at work", "has 900 refugees for 300 inhabitants"
        low, high = sorted((self._quantities[source], q), key=lambda one: one.first)
        own = matches[source].trigger
        if own is not None and source < index and apart(self._tokens, q, own):
            return
        if own is not None and own.first < q.first and closes_before(self._tokens, q, own):
            whole = matches[max(0, source - 1)]  # "£6 million, of which 4 is spent, and £1 million"
            if source and whole.measure and self._fits(index, whole.measure):
                matches[index] = self._handed(whole, index, "carried in a list")
            return
        if source > index and self._predicates.parts.is_part(q):
            return
        if source > index and own is not None:
            if self._is_of_another(low, high, own) or self._predicates.parts.parts_follow(q, own):
                return
        reach = 6 if q.kind == "bare" else 16
        gap = range(low.phrase_last, high.phrase_first)
        near = sum(self._tokens.raw[k][0].islower() for k in gap) <= reach
        if (near and self._predicates.runs_on(low, high)) or (
            source < index and splits.adds(self._tokens, low, high)
        ):
            telling = self._lists.telling[measure] if unit_class(low) == "currency" else Telling()
            if not self._predicates.keeps_to_itself(q, telling):
                matches[index] = self._handed(matches[source], index, "carried in a list")

    def _handed(self, source: Match, index: int, rule: str, keep_trigger: bool = True) -> Match:
        """What is handed on; planned no more where the number's own verb tells that it happened."""
        found, measure = source.handed_on(rule, keep_trigger), source.measure or ""
        q = self._quantities[index]
        if measure in self._lists.kept and self._tellings.did_so(q):
            found.measure, found.planned = self._lists.kept[measure], False
        elif measure in self._lists.done:
            if self._tellings.came_true(q, self._lists.telling[measure]):
                found.measure, found.planned = self._lists.done[measure], False
        return found

    def _is_of_another(self, low: Quantity, high: Quantity, t: Trigger) -> bool:
        """Whether a trigger after a number has the later one as its object, or stands in it.

        "a crowd of 700, injuring 28", "built for 900, it holds 2,500 refugees".
        """
        if low.phrase_last <= t.first < high.phrase_first:
            return t.kind == "verb" or t.last > high.first
        if t.kind == "noun" and low.kind == "noun" and high.noun is not None:
            if t.last == high.noun.last and low.noun is not None:
                return low.noun.head != high.noun.head  # "140 teachers and 61 returnees"
        gap = self._word[low.phrase_last : high.phrase_first]
        return high.phrase_first <= t.first < high.phrase_last and not _JOINS.intersection(gap)

    def _elliptic(self, matches: list[Match], index: int) -> None:
        """ "40 were killed; by evening, 90", "today there are 310": the verb is said once."""
        q = self._quantities[index]
        if q.attributive or self._predicates.is_spared(q) or is_unharmed(self._tokens, q):
            return
        told = next((k for k in range(index - 1, -1, -1) if matches[k].measure is not None), None)
        told = told if told is None else self._predicates.parts.around(told, index)
        if told is None or index - told > _BACK or q.vague:
            return
        source, before = matches[told], self._quantities[told]
        measure = source.measure or ""
        bare = q.kind == "bare" and (q.unit is None or q.inherited)
        alike = unit_class(before) in (unit_class(q), "bare")
        if not bare and not (alike and self._fits(index, measure)):
            return
        if bare and before.unit in PEOPLE and not is_whole(q):
            return
        before_it = self._quantities[:told]
        things = any(one.kind == "noun" and one.unit not in PEOPLE for one in before_it)
        if things and before.kind == "unit" and self._predicates.parts.is_part(q):
            return  # "63 areas of 9 square kilometres; 17 of them lie near a school"
        gap = self._word[before.phrase_last : q.phrase_first]
        if not CLAUSES.isdisjoint(gap) and self._predicates.is_verbless(q):
            matches[index] = source.handed_on("elliptic clause")
        elif (
            gap[-2:] == ["of", "whom"]
            or self._predicates.parts.is_part(q)
            or self._tellings.did_so(q)
        ):
            matches[index] = source.handed_on("the same told again")
            if self._tellings.did_so(q):
                matches[index].measure = self._lists.done.get(measure, measure)
        elif self._tellings.told_again(q) or (
            before.kind == "percent"
            and (q.kind == "percent" or (bare and self._predicates.is_moved(q)))
            and gap[-1:] == ["to"]
            and index - told == 1
        ):
            matches[index] = source.handed_on("the same told again")
        elif bare and index - told == 1 and self._is_repeated(q, source.trigger):
            matches[index] = source.handed_on("the verb said again")
        elif bare and index - told == 1 and self._tellings.adds_as_told(q):
            matches[index] = source.handed_on("more of the same")
        elif (
            index - told == 1
            and (
                self._tellings.is_another(before, q)
                or (bare and self._tellings.is_without_verb(before, q))
            )
        ) or (q.kind == before.kind == "percent" and self._is_by_too(before, q)):
            matches[index] = source.handed_on("gapped clause")
        elif index - told == 1 and self._tellings.is_of_sort(before, q, source.rule == _SORT):
            matches[index] = source.handed_on(_SORT)
        else:
            return
        if bare and not q.inherited:
            self._take_unit(q, before)

    def _is_by_too(self, before: Quantity, q: Quantity) -> bool:
        """ "grew by half in the year we joined, and by a third in the next": the verb said once."""
        by, k = self._word[before.phrase_first - 1], q.phrase_first - 1
        return by == "by" == self._word[k] and self._word[k - 1] in _JOINS

    def _is_repeated(self, q: Quantity, t: Trigger | None) -> bool:
        """ "took 4 percent of its wine then, now takes 22": the same verb right before a number."""
        k = self._predicates.verb_before(q)
        if t is None or t.kind != "verb" or q.unit is not None or k < t.last:
            return False
        return t.lemma in verb_lemmas(self._word[k])

    def borrowed(self, index: int, matches: list[Match]) -> Match:
        """The measure of the sentence before, for a number with a fitting unit."""
        q = self._quantities[index]
        if q.kind in ("percent", "multiple", "point") or q.attributive:
            return Match()
        bare = q.kind == "bare"
        if bare and q.inherited and q.noun is not None and q.unit not in PEOPLE:
            return Match()  # "11,000 burials, where 900 would have been recorded"
        if bare and q.unit is None and self._follows_sum(index, matches):
            return Match()  # "needs $115 million and has 39"
        same = again.of_people(self._tokens, q, self._carried)
        if same.measure is not None and self._fits(index, same.measure):
            return same
        equal = self._word[:2] in _THAT_IS and is_anybody(self._tokens, q)
        if index == 0 and (q.kind == "money" or (bare and q.unit is None) or equal):
            fits = partial(self._fits, index)
            found = again.of_count(q, fits, self._carried, self._tellings, self._lists)
            if found.measure is not None:
                return found
        if takes_nothing(self._tokens, q, self._predicates):
            return self.under_heading(index)
        if (told := self._told_more(index, matches)).measure is not None:
            return told
        what = "people" if is_anybody(self._tokens, q) else unit_class(q)  # "20,000 Urus" too
        contrasted = self._word[0] in _CONTRASTS and (bare or q.unit in PEOPLE)
        source = self._carried.matches.get(what, Match())
        if not (measure := source.measure) or contrasted:
            return self._on_topic(index)  # "600 went home. But over 30,000 arrived"
        telling = self._lists.telling[measure]
        if not self._fits(index, measure) or self._predicates.keeps_to_itself(q, telling):
            return Match()
        if self._follows_others(index, matches) and not self._tellings.is_told(q, telling):
            return Match()
        return replace(self._handed(source, index, _CARRIED, False), cost=FURTHEST)

    def amended(self, index: int, matches: list[Match]) -> Match:
        """A measure in the light of the sum before, the heading, and what the document has told."""
        whole = splits.out_of(self._tokens, self._lists, self._quantities, index, matches)
        if whole is not None and whole.measure and self._fits(index, whole.measure):
            return whole
        match = splits.of_part(self._tokens, self._lists, self._quantities, index, matches)
        if match.trigger is not None and match.trigger.kind in NAMING:
            headed = self.under_heading(index)
            if headed.measure and match.measure in self._lists.beaten[headed.measure]:
                match = headed  # "Chad: $5 million for food aid" under "Pledges"
        return again.told(self._tokens, self._quantities[index], match, self._carried, self._lists)

    def _follows_sum(self, index: int, matches: list[Match]) -> bool:
        """Whether a small number comes right after a sum, in its sentence or the one before."""
        q = self._quantities[index]
        if q.value is None or q.value >= _LEAST or self._predicates.is_item:
            return False
        k = index - 1
        while k >= 0 and self._quantities[k].kind == "bare" and matches[k].measure is None:
            k -= 1
        if k >= 0:
            return self._quantities[k].kind == "money"
        return self._carried.after_sum

    def _follows_others(self, index: int, matches: list[Match]) -> bool:
        """ "fed 9,200 people in spring and 4,100 in autumn": one after others of none."""
        if unit_class(self._quantities[index]) not in ("people", "bare"):
            return False
        for k in range(index - 1, -1, -1):
            before = self._quantities[k]
            if before.kind == "noun" and before.unit in PEOPLE:
                return matches[k].measure is None
        return False

    def _told_more(self, index: int, matches: list[Match]) -> Match:
        """ "Kell, where 300 had returned, received 640": the verb tells more of the same.

        Of sums, what they do: "9 million will go to Chad and 4 million would go to Mali".
        """
        q = self._quantities[index]
        money = q.kind == "money"
        tells = self._tellings.is_subject if money else self._tellings.is_told
        alike = ("currency",) if money else ("people", "bare")
        if unit_class(q) not in alike or not (money or is_anybody(self._tokens, q)):
            return Match()
        for k in range(index - 1, -1, -1):
            measure = matches[k].measure
            if measure is not None and unit_class(self._quantities[k]) in alike:
                if self._fits(index, measure) and tells(q, self._lists.telling[measure]):
                    return self._handed(matches[k], index, "told more of in the sentence", False)
                break
        return Match()

    def _on_topic(self, index: int) -> Match:
        """What the heading says, or what the text told before, of a number that tells more of it.

        "By June it hosted 4,300 persons" in a text on refugees.
        """
        found = self.under_heading(index)
        q = self._quantities[index]
        if found.measure is not None or not is_anybody(self._tokens, q):
            return found
        for measure, rule in self._carried.topics():
            if self._fits(index, measure):
                if self._tellings.is_told(q, self._lists.telling[measure]):
                    return Match(measure, rule=rule, cost=FURTHEST)
        return Match()

    def counterpart(self, index: int) -> Match:
        """The measure of the last percentage before, for one that is said to be its like."""
        source = self._carried.matches.get("percent")
        if source is None or not self._tellings.is_counterpart(self._quantities[index]):
            return Match()
        return source.handed_on("the like of the percentage before", keep_trigger=False)

    def is_alone(self, index: int) -> bool:
        """ "China 58%": the only number of an item of a list, but for years."""
        alike = [q for q in self._quantities if q.kind == self._quantities[index].kind]
        return self._predicates.is_item and len(alike) == 1

    def under_heading(self, index: int) -> Match:
        """ "Refugees by district" over "Oro: 530 households": an item of a list, without a verb."""
        if (index and self._quantities[index].kind == "bare") or not self._predicates.is_item:
            return Match()
        for measure in self._carried.lent():
            if self._fits(index, measure):
                return Match(measure, rule="heading over the list", cost=FURTHEST)
        return Match()
