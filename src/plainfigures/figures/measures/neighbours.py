"""Measures that a number takes from its neighbours: in lists, and where it is set against them."""

from dataclasses import replace
from itertools import pairwise

from plainfigures.figures.exclusions.bystanders import apart, is_kept_out
from plainfigures.figures.grammar.denials import INSTEAD
from plainfigures.figures.grammar.enclosed import closes_before
from plainfigures.figures.grammar.lending import is_given_beside
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.targets import differs
from plainfigures.figures.measures import splits
from plainfigures.figures.measures.elliptic import Elliptic
from plainfigures.figures.measures.handing import Fits, Handing, is_only_there, take_unit
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.triggers.fits import TIMES
from plainfigures.figures.triggers.lists import MeasureLists, Telling
from plainfigures.figures.triggers.match import AGAIN, COMPARED, Match, unit_class
from plainfigures.figures.triggers.triggers import ACTING, Trigger
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns import changes
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.durations import TIME_UNITS
from plainfigures.prose.quantities.parallels import SET_AGAINST
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.helpers import BE, WILL
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.signs import AND_OR, IT

_THAN = SET_AGAINST | {"twice", "half", "double", "triple", "times"}
_AGAINST = frozenset("from against compared compares comparing versus".split())
MOST_PERCENT = 5_000
_OTHERS = frozenset(("other", "others"))
_BEFORE = (["last", "year"], ["last", "month"], ["last", "week"], ["a", "year"])
# Within so many tokens a sentence begins.
_LEAD = 4
_LEVELS = frozenset(
    "average figure rate total number level peak high low forecast forecasts estimate estimates "
    "projection projections expectation expectations prediction predictions".split()
)
_LOSSES = frozenset("damage damages losses loss debt debts profit revenue turnover".split())
_CLOSES = frozenset((":", ";"))
# How far behind the last of those who give, with what each gives in brackets, the verb stands.
_BESIDE = 3
# How far before a loan "will" stands that holds for the grant beside it.
_AHEAD = 12


class Neighbours(Handing):
    """Hands measures from quantity to quantity of one sentence."""

    def __init__(
        self,
        scan: Scan,
        predicates: Predicates,
        tellings: Tellings,
        fits: Fits,
        lists: MeasureLists,
    ) -> None:
        super().__init__(scan, predicates, tellings, fits, lists)
        self._elliptic = Elliptic(scan, predicates, tellings, fits, lists)

    def carry(self, matches: list[Match]) -> None:
        """Hand measures on in lists, forwards and then backwards; "up from" holds to the first."""
        times = [
            q.unit in TIME_UNITS or self._multiplies(q) or differs(self._word, q)
            for q in self._quantities
        ]
        listed = [index for index, time in enumerate(times) if not time]  # "over 3 years"
        dropped: Trigger | None = None
        for before, index in self._pairs(listed):
            if self._shares_noun(matches, before, index):
                matches[index] = self._listed(matches[before], self._quantities[index])
            self._hand_on(matches, before, index)
            own = matches[index].trigger
            gap = self._word[self._quantities[before].last : self._quantities[index].first]
            q = self._quantities[index]
            again = own is not None and own is dropped and _CLOSES.isdisjoint(gap)
            again = again and self._tokens.at(q.phrase_last) not in BE
            again = again or self._predicates.parts.are_pairs(before)
            again = again and not (own is not None and q.first <= own.first < q.phrase_last)
            if (  # "against 180 in 2006, 150 in 2005"
                matches[before].measure
                and (again or self._compared(before, index, own))
                and not (own is not None and self._quantities[before].kind == "multiple")
            ):  # but "its share doubled from 12 to 24 percent"
                dropped = own
                source = matches[self._predicates.parts.outside(before, index)]
                source = source if source.measure is not None else matches[before]
                matches[index] = source.handed_on(COMPARED)
                self._come_past(matches[index], self._quantities[index])
                take_unit(self._quantities[index], self._quantities[before])
            if own is not None and self._predicates.parts.is_part(q):
                low = self._quantities[before]
                matches[index] = splits.like_whole(low, matches[before], q, own) or matches[index]
            if matches[before].measure in self._lists.cleared and self._tellings.is_there(q):
                continue  # "lifted two mines and said that there could be dozens more"
            if matches[index].measure is None and self._is_told_again(before, q):
                matches[index] = matches[before].handed_on(AGAIN)
                take_unit(q, self._quantities[before])
            if matches[index].measure is None:
                self._elliptic.fill(matches, index)
        # "gave $4 million to 30 towns, $2 million to 9 others", "12 fled (2%), and 9 (1%)"
        for kind in ("percent", "money", "bare"):
            alike = [index for index in listed if self._quantities[index].kind == kind]
            for before, index in pairwise(alike):
                if before not in (index, index - 1):
                    self._hand_on(matches, before, index)
        for index, after in reversed([*pairwise(listed)]):
            if matches[index].measure is None and self._leads_up(index, after):
                matches[index] = matches[after].handed_on("where it rose from")
                take_unit(self._quantities[index], self._quantities[after])
            if matches[index].measure is None and self._is_from_each(matches[after], index, after):
                matches[index] = matches[after].handed_on("what each of them gave")
            self._hand_on(matches, after, index)

    def _multiplies(self, q: Quantity) -> bool:
        """ "four times | the 57 of 2017"."""
        return q.unit in TIMES and self._tokens.at(q.phrase_last) == "the"

    def _is_told_again(self, before: int, q: Quantity) -> bool:
        """ "killed 90, though *that figure* was later cut to | 40", "but *this* fell to | 40"."""
        low = self._quantities[before]
        if q.kind in ("percent", "multiple") or low.kind in ("percent", "multiple"):
            return False
        gap = self._word[low.phrase_last : q.phrase_first]
        if IT.isdisjoint(gap) or not (q.unit is None or q.unit == low.unit):
            return False
        return self._tellings.told_again(q)

    def _shares_noun(self, matches: list[Match], last: int, index: int) -> bool:
        """ "announced aid of $3 million for Chad and | $2 million for Mali": announced as well."""
        own, told = matches[index].trigger, matches[last]
        if own is None or own.kind != "noun" or told.measure in (None, matches[index].measure):
            return False
        low, q = self._quantities[last], self._quantities[index]
        if q.kind != "money":
            return False
        led = told.trigger is not None and told.trigger.first < own.first < low.phrase_first
        return led and low.kind == "money" and self._predicates.runs_on(low, q)

    def _compared(self, last: int, index: int, own: Trigger | None) -> bool:
        """Whether a number is only set against the one before, its own trigger not nearer to it."""
        before, q = self._quantities[last], self._quantities[index]
        if q.kind == "bare" and (q.inherited or q.unit is None) and self._is_set_against(q):
            return unit_class(before) in ("people", "bare") or before.unit == q.unit
        if own is not None and own.first - before.phrase_last >= abs(q.phrase_first - own.last):
            if not any(q.phrase_last <= o.first < own.first for o in self._quantities):
                return False
        gap = self._word[before.phrase_last : q.phrase_first]
        bare = q.kind == "bare" and q.unit is None
        if self._tokens.at(q.last) in _OTHERS:
            return False  # "five from Spain, the rest from forty others"
        if bare and before.kind == "percent" and (q.value or 0) > MOST_PERCENT:
            return False  # "an increase of 59% from 865 million"
        if len(gap) > 14 or not (bare or unit_class(q) == unit_class(before)):
            return False
        if gap[-1:] in (["the"], ["an"]):  # "from an estimated 180"
            gap.pop()
            if gap and gap[-1] in _THAN:
                return True  # "more than twice the 187 of 2006"
        if gap[-2:-1] in (["up"], ["down"]):
            return gap[-1] in ("from", "on", "against")
        if gap[-2:] == ["and", "of"] and self._word[before.phrase_first - 1] == "of":
            return True  # "a fall of 9 percent on May, *and of* 2 percent on June"
        if gap[-1:] == ["of"] and gap[-2:-1] != [] and gap[-2] in _LEVELS:
            return not _AGAINST.isdisjoint(gap)  # "compared to the monthly average of 600"
        if gap[-1:] == ["from"] and gap[-2:-1] != [] and tag(gap[-2])[:2] == "vd":
            return gap[-2] in changes.movements()  # not "on land *bought from* three owners"
        against = gap[-1:] != [] and (gap[-1] in _AGAINST or gap[-2:-1] == ["compared"])
        return against or gap[-2:] in INSTEAD

    def _come_past(self, match: Match, q: Quantity) -> None:
        """ "is to reach 14,000, compared to 1,230 in 2011": what was before is no plan."""
        after = self._word[q.phrase_last : q.phrase_last + 2]
        past = after in _BEFORE or (after[:1] == ["in"] and year_like(after[-1]))
        if past and match.measure is not None and match.measure == self._lists.coming:
            match.measure, match.planned = self._lists.done[match.measure], False

    def _leads_up(self, index: int, after: int) -> bool:
        """ "From 695 at the end of May, the number of refugees rose to 4,000"."""
        low, high = self._quantities[index], self._quantities[after]
        start = self._tokens.opened(low.phrase_first)
        bare = low.kind == "bare" and (low.inherited or low.unit is None)
        if not (bare or unit_class(low) == unit_class(high)) or low.phrase_first > start + _LEAD:
            return False
        opener = self._word[start : low.phrase_first]
        if opener[-1:] != ["from"] and (opener[:1] != ["from"] or opener[-1] != "of"):
            return False  # "From a trickle of $2 million in 1990 aid has grown to $80 million"
        gap = self._word[low.phrase_last : high.phrase_first]
        return gap[-1:] == ["to"] and ("," in gap or not changes.movements().isdisjoint(gap))

    def _is_from_each(self, match: Match, index: int, after: int) -> bool:
        """ "Chad *($2 million)* and Mali *($3 million)* gave $5 million": the parts of the sum."""
        low, high, t = self._quantities[index], self._quantities[after], match.trigger
        if t is None or not low.kind == high.kind == "money" or t.kind not in ACTING:
            return False
        if not low.phrase_last < t.first < high.first or t.lemma.startswith("of "):
            return False
        enclosed = self._word[low.phrase_first - 1] == "(" and self._word[low.phrase_last] == ")"
        return enclosed and t.first - low.phrase_last <= _BESIDE

    def _is_set_against(self, q: Quantity) -> bool:
        """ "compared with 180 in 2006", ", a fall from 180 in 2006", "(180 in 2006)"."""
        k, word = q.phrase_first - 1, self._word
        if word[k : k + 1] == ["("]:
            after = word[q.phrase_last : q.phrase_last + 3]
            return len(after) > 2 and after[0::2] == ["in", ")"] and year_like(after[1])
        if word[max(0, k - 1) : k + 1] in (["compared", "to"], ["compared", "with"]):
            return True
        moved = self._tokens.at(k - 1) in changes.movements()
        return moved and word[k] == "from" and self._tokens.at(k - 2) in ("a", "an")

    def _hand_on(self, matches: list[Match], source: int, index: int) -> None:
        """Give a number without a measure that of the one beside it, where it runs on with it."""
        measure = self._measure_for(index, matches[source].measure)
        if matches[index].measure is not None or measure is None:
            return
        if self._stands_apart(matches, source, index):
            return
        q, own = self._quantities[index], matches[source].trigger
        low, high = sorted((self._quantities[source], q), key=lambda one: one.first)
        if own is not None and is_given_beside(self._word, q, own):
            if source < index:  # but "$3 million in grants and $5 million in loans"
                matches[index] = self._given_beside(matches[:source], measure, low, q)
            return
        if own is not None and own.first < q.first and closes_before(self._tokens, q, own):
            whole = matches[max(0, source - 1)]  # "£6 million, of which 4 is spent, and £1 million"
            if source and whole.measure and self._fits(index, whole.measure):
                matches[index] = self._listed(whole, q)
            return
        if source > index and self._is_told_before(low, high, own):
            return
        runs = self._is_near(low, high, q) and self._predicates.runs_on(low, high)
        if runs or (source < index and splits.adds(self._tokens, low, high)):
            telling = self._lists.telling[measure] if unit_class(low) == "currency" else Telling()
            verb = self._predicates.own_verb(low)  # "900 Malians and 640 Chadians | live there"
            shared = verb is not None and verb == self._predicates.own_verb(high)
            if shared or not self._predicates.keeps_to_itself(q, telling):
                matches[index] = self._listed(replace(matches[source], measure=measure), q)

    def _stands_apart(self, matches: list[Match], source: int, index: int) -> bool:
        """Whether a number is a whole, a doer or another thing than the one beside it."""
        q, own, parts = self._quantities[index], matches[source].trigger, self._predicates.parts
        if index in parts.wholes or self._predicates.doers.is_doer(index):
            return True
        if parts.wholes.get(index + 1) == index != source - 1:
            if matches[index + 1].measure not in (None, matches[source].measure):
                return True  # "30 were killed, and nine of the 40 wounded are children"
        if (end := parts.leading_end) and (q.first < end or (source == 0 and q.kind == "money")):
            return True  # "of $65 million sought, 22 million is there"
        if is_kept_out(self._tokens, q):
            return True
        if q.kind == "percent" and self._word[q.last : q.last + 2] == ["of", "what"]:
            return True  # "6 percent, and a tenth of what they sent home"
        opener = self._word[max(0, q.phrase_first - 2) : q.phrase_first]
        if opener == ["out", "of"] or (q.kind == "noun" and opener[-1:] == ["for"]):
            return True  # "killed 9 men, out of 40 at work", "has 900 refugees for 300 inhabitants"
        if opener[-1:] == ["of"] and opener[0] in _LOSSES:
            return True  # "caused damage of $640 million, and the state has asked for $95 million"
        if own is None or source > index:
            return False
        return apart(self._tokens, q, own, self._predicates.relatives)

    def _given_beside(self, before: list[Match], measure: str, low: Quantity, q: Quantity) -> Match:
        """ "*gave 3 and* lent $5 million": told of before, or as what is given beside a loan."""
        told = (one for one in reversed(before) if one.measure not in (None, measure))
        given = self._lists.given
        if not WILL.isdisjoint(self._word[max(0, low.phrase_first - _AHEAD) : q.phrase_first]):
            given = next((key for key, name in self._lists.done.items() if name == given), given)
        found = next(told, Match(given))
        return found.handed_on("given beside what is lent", keep_trigger=False)

    def _is_told_before(self, q: Quantity, high: Quantity, own: Trigger | None) -> bool:
        """Whether a number is told before, and apart from, the one whose measure is known."""
        led = self._word[high.phrase_first - 1]
        related = led == "including" and self._word[high.phrase_last] == "who"
        if led in ("since", "because") or related or self._predicates.parts.is_part(q):
            return True  # "sixty, since 9 died", "900, including 90 *who* had gone home, fled"
        return own is not None and (
            is_only_there(self._tokens, self._predicates, q, high, own)
            or self._is_of_another(q, high, own)
            or self._predicates.parts.parts_follow(q, own)
        )

    def _is_of_another(self, low: Quantity, high: Quantity, t: Trigger) -> bool:
        """Whether a trigger after a number has the later one as its object, or stands in it.

        "a crowd of 700, injuring 28", "built for 900, it holds 2,500 refugees".
        """
        if low.phrase_last <= t.first < high.phrase_first:
            seeks = t.lemma.endswith(" for") and t.last == high.phrase_first
            return t.kind == "verb" or seeks or t.last > high.first
        if t.kind == "noun" and low.kind == "noun" and high.noun is not None:
            if t.last == high.noun.last and low.noun is not None:
                return low.noun.head != high.noun.head  # "140 teachers and 61 returnees"
        gap = self._word[low.phrase_last : high.phrase_first]
        alone = t.first == high.last and t.last == high.phrase_last  # "90 men and forty *dead*"
        listed = not AND_OR.isdisjoint(gap) and not (alone and low.kind == "noun")
        return high.phrase_first <= t.first < high.phrase_last and not listed
