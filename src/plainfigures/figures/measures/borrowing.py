"""Borrowing: the measure that a number takes from what was told before it, or from a heading."""

from dataclasses import replace
from functools import partial

from plainfigures.figures.exclusions.bystanders import takes_nothing
from plainfigures.figures.exclusions.doings import does_else
from plainfigures.figures.grammar.costs import FURTHEST
from plainfigures.figures.grammar.people import is_a_people, is_anybody, is_more_of_same
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.journeys.staying import stays_behind
from plainfigures.figures.measures import again, financing, inclusions, lately, left, splits
from plainfigures.figures.measures.adjoining import Adjoining
from plainfigures.figures.measures.alone import Alone
from plainfigures.figures.measures.handing import come_true
from plainfigures.figures.measures.headed import Headed
from plainfigures.figures.measures.known import Known
from plainfigures.figures.measures.tellings import Tellings
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.lists import Telling
from plainfigures.figures.triggers.match import Match, unit_class
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.triggers import NAMING
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.signs import IT, THEM

_THAT_IS = (["that", "is"], ["that", "means"], ["this", "is"], ["this", "means"])
_POINTERS = IT | THEM
_CARRIED = "carried from the sentence before"
_BODIES = frozenset(("body", "corpse", "cadaver"))


class Borrowing:
    """What the numbers of one sentence borrow; `predicates` and `tellings` are of the same."""

    def __init__(self, known: Known, predicates: Predicates, tellings: Tellings) -> None:
        self._known = known
        self._quantities = known.scan.quantities
        self._tokens = known.scan.tokens
        self._word = known.scan.tokens.word
        self._predicates = predicates
        self._tellings = tellings
        self._carried = known.carried
        self._fits = known.may_be
        self._lists = known.lists
        self._headed = Headed(known, predicates, tellings)
        self._alone = Alone(known, predicates, tellings, self._headed)
        self._adjoining = Adjoining(known.carried, known.lists, predicates)
        self._includes = inclusions.verb(self._tokens)

    def of(self, index: int, matches: list[Match]) -> Match:
        """The measure of the sentence before, or of the heading over a list."""
        if (shared := self._of_shared_noun(index)) is not None:
            return shared
        if (so := lately.done_so(self._known, self._tellings, index)) is not None:
            return so
        if self._quantities[index].kind == "percent":
            match = self._headed.under_heading(index)
            if not (match.measure and self._known.is_theme(self._known.measures[match.measure])):
                match = self._counterpart(index, matches)
            if match.measure is None:
                match = self._headed.share(index)
        elif (match := self._headed.asked(index)).measure is None:
            untold = again.is_untold(self._known.scan, index, self._carried)
            match = Match() if untold else self._from_before(index, matches)
            if match.measure is None and index == len(matches) - 1:
                return self._summed_next(index)
        if match.measure is None:
            return match
        if match.measure in self._lists.homeward and self._are_away:
            stayed = left.stayed(self._lists)
            return stayed if stayed.measure and self._fits(index, stayed.measure) else Match()
        return match

    def _of_shared_noun(self, index: int) -> Match | None:
        """ "twelve bodies were found, but only four could be named": they are all bodies."""
        q = self._quantities[index]
        if not q.inherited or q.noun is None or q.noun.head not in _BODIES:
            return None
        if self._predicates.is_spared(q) or takes_nothing(self._tokens, q, self._predicates):
            return None
        named = (t for t in self._known.triggers if t.last == q.noun.last and t.kind in NAMING)
        found = next((t for t in named if self._fits(index, t.measure)), None)
        return None if found is None else Match(found.measure, rule="the noun that it shares")

    @once
    def _are_away(self) -> bool:
        return left.are_away(self._word)

    def amended(self, index: int, matches: list[Match]) -> Match:
        """A measure in the light of the sum before, the heading, and what the document has told."""
        q = self._quantities[index]
        beside = financing.beside_loan(
            self._tokens, self._lists, self._known.triggers, self._quantities, index, matches
        )
        if beside is not None and beside.measure and self._fits(index, beside.measure):
            return beside
        whole = splits.out_of(self._tokens, self._lists, self._quantities, index, matches)
        if whole is not None and whole.measure and self._fits(index, whole.measure):
            return again.told(self._tokens, q, whole, self._carried, self._lists)
        match = splits.of_part(self._tokens, self._lists, self._quantities, index, matches)
        if match.measure is None or match is matches[index]:
            match = inclusions.total(self._tokens, self._lists, self._quantities, index, matches)
        if self._includes:
            within = self._included_in(matches)
            match = inclusions.part(
                self._tokens, self._lists, self._includes, q, match, self._carried, within
            )
        told = match.is_lent or (match.trigger and match.trigger.last <= q.phrase_first)
        if told and match.measure in self._lists.homeward and left.is_left(self._word, q):
            match = left.stayed(self._lists)
        if match.trigger is not None and match.trigger.kind in NAMING:
            headed = self._headed.under_heading(index)
            if headed.measure and match.measure in self._lists.beaten[headed.measure]:
                match = headed  # "Chad: $5 million for food aid" under "Pledges"
        for amend in (financing.of_plan, financing.of_budget, financing.borne):
            match = amend(self._tokens, self._lists, q, match)
        if q.kind == "money" and (last := self._carried.matches.get("currency")) is not None:
            match = financing.of_that(self._tokens, self._lists, q, match, last)
        match = financing.among_pledges(self._tokens, self._lists, q, match, self._carried)
        before = matches[index - 1] if index else None
        match = again.of_included(self._tokens, q, match, before, self._lists)
        if self._predicates.parts.wholes.get(index + 1) == index:
            held = self._quantities[index + 1]
            match = financing.come_of_part(self._tokens, self._known.triggers, q, held, match)
            if self._predicates.parts.wholes.get(index - 1) == index - 2:
                low = self._quantities[index - 1]
                match = financing.like_part(self._tokens, low, q, matches[index - 2], match)
        return again.told(self._tokens, q, match, self._carried, self._lists)

    def _included_in(self, matches: list[Match]) -> Match | None:
        """ "gave $9 million, which included …": the sum that the relative clause is of."""
        before = [k for k, q in enumerate(self._quantities) if q.last <= self._includes]
        last = before[-1] if before else -1
        if last < 0 or self._quantities[last].kind != "money" or matches[last].measure is None:
            return inclusions.promised(self._known.triggers, self._lists, self._includes)
        return matches[last]

    def _from_before(self, index: int, matches: list[Match]) -> Match:
        """The measure of the sentence before, for a number with a fitting unit."""
        q = self._quantities[index]
        opened = self._word[: q.first].count("(") > self._word[: q.first].count(")")
        if self._alone.stands(index, matches) or (
            opened and any(m.measure for m in matches[:index])
        ):
            return Match()  # "4,000 more live there (1,500 in tents)"
        bare, fits = q.kind == "bare", partial(self._fits, index)
        part = self._adjoining.part(self._tokens, q)
        if part.measure and fits(part.measure):
            return self._taken_over(part, q, "part of what was told above")
        if 0 < self._includes < q.first:
            included = inclusions.of_things(self._lists, q, fits, self._carried)
            if included.measure is not None:
                return included
        if stays_behind(self._tokens, self._predicates.after_helpers(q.phrase_last)):
            return Match()
        same = again.of_people(self._tokens, q, self._carried)
        if same.measure is not None and self._fits(index, same.measure):
            return same
        leads = self._word[:2] in _THAT_IS and is_anybody(self._tokens, q)
        leads = leads or q.kind in ("money", "unit") or (bare and q.unit is None)
        if self._tellings.did_so(q) or (leads and index == 0):
            if self._answers(q):
                return self._headed.answer(index)
            if bare and (late := self._told_lately(index)).measure is not None:
                return late
            found = again.of_count(q, fits, self._carried, self._tellings, self._lists)
            if found.measure is not None:
                return found
        if takes_nothing(self._tokens, q, self._predicates) or does_else(
            self._tokens, q, self._predicates
        ):
            return self._headed.under_heading(index)
        if (told := self._told_more(index, matches)).measure is not None:
            return told
        if (headed := self._headed.under_heading(index)).measure is not None:
            return headed
        what = "people" if is_anybody(self._tokens, q) else unit_class(q)  # "20,000 Urus" too
        contrasted = self._word[0] in ("but", "conversely") and (bare or q.unit in PEOPLE)
        source = self._carried.matches.get(what) or self._adjoining.lends(what, q, matches)
        late = self._told_lately(index) if what in ("people", "bare") else Match()
        if late.measure is not None:
            return late
        kept = self._lists.kept.get(source.measure or "")
        if kept and index and matches[index - 1].measure == kept:
            source = matches[index - 1]  # "may go home. In May 300 did so, in June 40"
        if source.rule == financing.PLANNED:
            return Match()  # "a $25 million scheme. So far $6 million went to them"
        if not (measure := source.measure) or contrasted:
            return self._headed.on_topic(index)  # "600 went home. But over 30,000 arrived"
        rivals = self._known.relevance.competitors[measure]
        if q.kind == "money" and not self._known.present.isdisjoint(rivals):
            return Match()  # "gave $9 million. The insurance of his shop has gone up to $7,400"
        telling = self._lists.telling[measure]
        within = q.kind == "unit" and self._word[0] == "of" and self._word[1] in _POINTERS
        apart = not within and self._predicates.keeps_to_itself(q, telling)
        if apart or not self._fits(index, measure):
            return Match()  # but "Of these, 12 square kilometres have been fenced"
        verbs = self._tellings.told_verbs(q, telling)
        if not verbs and (self._follows_others(index, matches) or self._has_own_clause(q)):
            return Match()
        if self._is_refused(q, measure, telling):
            return Match()
        return replace(self._taken_over(source, q, _CARRIED), cost=FURTHEST)

    def _told_lately(self, index: int) -> Match:
        return lately.told(self._known, self._predicates, self._tellings, index)

    def _answers(self, q: Quantity) -> bool:
        """ "How many went back? One mayor puts it at 900": what a question before asks after."""
        asked = self._carried.asked()
        if not asked:
            return asked is not None and not self._tellings.did_so(q)
        return q.kind == "bare" or q.phrase_first == 0 or self._tellings.told_again(q)

    def _follows_others(self, index: int, matches: list[Match]) -> bool:
        """ "fed 9,200 people in spring and 4,100 in autumn", "12 of the 40": of others of none."""
        q = self._quantities[index]
        part = self._predicates.parts.wholes.get(index + 1) == index
        if q.kind == "money" and q.inherited and index:
            return matches[index - 1].measure is None  # "bought 2.71 lari, against 2.64"
        if unit_class(q) not in ("people", "bare"):
            return False
        others = range(0 if q.inherited else max(0, index - 1), index + 1 + part)
        return any(
            k != index and self._quantities[k].kind == "noun" and self._quantities[k].unit in PEOPLE
            and matches[k].measure is None
            for k in others
        )  # fmt: skip

    def _is_refused(self, q: Quantity, measure: str, telling: Telling) -> bool:
        """ "went *back* to the meeting": a verb that names the measure, or another, gave none."""
        own = self._predicates.after_helpers(q.phrase_last)
        for k in (self._predicates.verb_before(q), own):
            named = [t for t in self._predicates.triggers_at(k) if t.kind not in NAMING]
            same = [t.kind for t in named if t.measure == measure]
            tells = self._tokens.at(k) in (telling.subjects if k == own else telling.objects)
            if k == q.phrase_last and "verb" in same:
                continue  # "many of the 900 evacuated in May go back by day"
            if named and (same or not tells):
                return True
        return False

    def _has_own_clause(self, q: Quantity) -> bool:
        """ "It killed 40. | 900 people came to the meeting": told of in a clause of its own."""
        if q.kind != "noun" or q.unit not in PEOPLE or is_more_of_same(self._tokens, q):
            return False
        known = self._tokens.at(q.first - 1) == "the" or "there" in self._word[: q.first]
        return not known and not self._predicates.is_verbless(q)

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
        if index in self._predicates.parts.wholes or self._predicates.parts.is_part(q):
            return Match()  # "270 of its 9,000 people had been buried", "of whom 90 were in court"
        for k in range(index - 1, -1, -1):
            before = self._quantities[k]
            measure = matches[k].measure
            if matches[k].trigger is None:  # "Of the $9 million, 4 will go to …": what it was
                measure = self._carried.sums.get((before.unit, before.value), measure)
            if measure is not None and unit_class(before) in alike:
                if self._fits(index, measure) and tells(q, self._lists.telling[measure]):
                    source = matches[k] if matches[k].measure == measure else Match(measure)
                    return self._taken_over(source, q, "told more of in the sentence")
                break
        return Match()

    def _taken_over(self, source: Match, q: Quantity, rule: str) -> Match:
        return come_true(source.handed_on(rule, keep_trigger=False), q, self._tellings, self._lists)

    def _counterpart(self, index: int, matches: list[Match]) -> Match:
        """The measure of the last percentage before, for one that is said to be its like."""
        before = (k for k in range(index - 1, -1, -1) if self._quantities[k].kind == "percent")
        last = next(before, None)
        source = self._carried.matches.get("percent") if last is None else matches[last]
        if source is None or source.measure is None:
            return Match()
        if not self._tellings.is_counterpart(self._quantities[index]):
            return Match()
        if not self._known.present.isdisjoint(self._known.relevance.competitors[source.measure]):
            return Match()  # "the proportion of women among the clerks was 20 percent"
        return source.handed_on("the like of the percentage before", keep_trigger=False)

    def _summed_next(self, index: int) -> Match:
        """ "left with 1,140 Afghans on board. That brings to 61,300 those who have gone home"."""
        q = self._quantities[index]
        if not (q.kind == "noun" and (q.unit in PEOPLE or is_a_people(self._tokens, q))):
            return Match()
        found = (name for name in self._carried.summed() if self._fits(index, name))
        name = next(found, None)
        return Match() if name is None else Match(name, rule="summed up next")
