"""The measure of each quantity: which trigger word owns it, and what the clause makes of it."""

from plainfigures.definitions.model import Measure
from plainfigures.figures import again, governing, joining, outcomes, plans, splits
from plainfigures.figures.asides import is_aside
from plainfigures.figures.borrowing import Borrowing
from plainfigures.figures.competitors import Competitors
from plainfigures.figures.costs import FURTHEST, conversions, cost
from plainfigures.figures.counts import Counts
from plainfigures.figures.defaults import Defaults, is_of_nothing
from plainfigures.figures.doers import lend_nothing
from plainfigures.figures.either import joined_measure
from plainfigures.figures.exchanges import is_exchanged
from plainfigures.figures.fits import PEOPLE
from plainfigures.figures.foretelling import foretold
from plainfigures.figures.gifts import is_between_countries
from plainfigures.figures.goods import is_sold
from plainfigures.figures.hosts import Hosts
from plainfigures.figures.match import Carried, Match, unit_class
from plainfigures.figures.movements import Movements
from plainfigures.figures.neighbours import Neighbours
from plainfigures.figures.once import once
from plainfigures.figures.owners import Candidates, Owners, describes
from plainfigures.figures.predicates import Predicates
from plainfigures.figures.relevance import Hit
from plainfigures.figures.removals import Removals
from plainfigures.figures.resumed import Resumed
from plainfigures.figures.schemes import Schemes
from plainfigures.figures.sentence import Sentence
from plainfigures.figures.shares import Shares
from plainfigures.figures.surroundings import Context, leans
from plainfigures.figures.tellings import Tellings
from plainfigures.figures.triggers import Trigger, Vocabulary
from plainfigures.figures.zones import Zones
from plainfigures.prose.clauses import Clauses
from plainfigures.prose.lexicon import nouns
from plainfigures.prose.quantity import Quantity

_BESIDE = 3.6
_INSIDE = frozenset(("noun", "state"))
# The kinds of quantities that take no measure that does not fit them.
_COUNTED = frozenset(("noun", "unit"))
# Those who fall where a thing costs or loses them.
_COSTING = frozenset(("cost", "lose"))
_MEN = frozenset("man horseman fighter cavalryman infantryman warrior combatant".split())
_FIGURE = 5
_FIGURES = frozenset("figure proportion percentage level".split())
_TELLING = frozenset(("+", "-", "\u2013", "plus", "minus", "more", "less", "fewer"))


class Measures:
    """Reads the measure of every quantity of a sentence, in the light of its document's words."""

    def __init__(self, vocabulary: Vocabulary, document: frozenset[str]) -> None:
        """`document`: the context words and competitors that the document holds."""
        self._vocabulary = vocabulary
        self._context = Context(vocabulary.relevance, document)

    def read(self, sentence: Sentence, carried: Carried) -> list[Match]:
        """One match a quantity, in their order."""
        return _SentenceMeasures(self._vocabulary, self._context, sentence, carried).run()


class _SentenceMeasures:
    """The measures of one sentence."""

    def __init__(
        self, vocabulary: Vocabulary, context: Context, sentence: Sentence, carried: Carried
    ) -> None:
        self.vocabulary = vocabulary
        self.measures = vocabulary.measures
        self.lists = vocabulary.lists
        self.context = context
        self.scan = scan = sentence.scan
        self.word = scan.tokens.word
        self.carried = carried
        self.relevance = vocabulary.relevance
        special = vocabulary.special_units(scan)
        self.counts = Counts(scan, special, carried, vocabulary)
        # for each quantity the measures that it may be of, as it stands
        self.fitting = list(map(self.counts.may_be, range(len(scan.quantities))))
        fits = frozenset().union(*self.fitting)
        # a word that names what no number here may be is a word like any other
        self.triggers = [t for t in sentence.triggers if t.measure in fits] if fits else []

    @once
    def hits(self) -> list[Hit]:
        return self.relevance.of_sentence(self.scan.tokens)

    @once
    def present(self) -> frozenset[str]:
        return frozenset([text for _, text in self.hits])

    @once
    def _phrased(self) -> bool:
        """Whether the sentence has a competitor or context of several words."""
        return any(" " in text for text in self.present)

    @once
    def _leans(self) -> bool:
        return leans(self.word)

    @once
    def clauses(self) -> Clauses:
        quantities = self.scan.quantities
        numeric = [k for q in quantities for k in range(q.first, q.last)]
        known = [t.first for t in self.triggers]
        return Clauses(self.scan.tokens, numeric, known, conversions(self.scan))

    @once
    def defaults(self) -> Defaults:
        return Defaults(self.lists, self.relevance, self.present, self.carried)

    @once
    def shares(self) -> Shares:
        return Shares(self.scan.tokens, self.vocabulary, self.triggers, self.hits)

    @once
    def competitors(self) -> Competitors:
        return Competitors(self.scan.tokens, self.clauses, self.relevance, self.hits)

    def run(self) -> list[Match]:
        quantities = self.scan.quantities
        if not any(self.fitting) and _COUNTED.issuperset([q.kind for q in quantities]):
            return [Match() for _ in quantities]  # "four years", "two reasons"
        self.counts.mark_ages()
        candidates = self._candidates()
        believed = {t for row in candidates for _, t in row}  # else a verb like any other
        telling = [t for t in self.triggers if t in believed or not self.measures[t.measure].loose]
        predicates = Predicates(self.scan, telling, self.vocabulary)
        if any(candidates):
            owners = Owners(self.scan, self.clauses, predicates, candidates)
            matches = [
                self._settle(index, row, owners) if row else self._shared(index)
                for index, row in enumerate(candidates)
            ]
        else:
            matches = list(map(self._shared, range(len(quantities))))
        for index, q in enumerate(() if _TELLING.isdisjoint(self.word) else quantities):
            signed = self.shares.told(q, self._is_theme) if q.kind == "percent" else Match()
            matches[index] = signed if signed.measure is not None else matches[index]
        Resumed(self.scan.tokens, self.carried, self.measures).tell(quantities, matches)
        removals = Removals(self.scan.tokens, predicates, self.carried, self.lists)
        removals.tell(quantities, matches)
        movements = Movements(self.scan.tokens, predicates, self.carried, self.lists)
        movements.tell(quantities, matches)
        Hosts(self.scan.tokens, predicates, self.carried, self.lists).tell(quantities, matches)
        tellings, fits = Tellings(self.scan.tokens, predicates), self._may_be
        neighbours = Neighbours(self.scan, predicates, tellings, fits, self.lists)
        borrowing = Borrowing(self.scan, predicates, tellings, self.carried, fits, self.lists)
        alone = [index for index, match in enumerate(matches) if match.measure is None]
        if len(alone) < len(matches):
            neighbours.carry(matches)
            alone = [index for index in alone if matches[index].measure is None]
        told = {unit_class(quantities[k]) for k, one in enumerate(matches) if one.measure}
        for index in alone:
            matches[index] = self._borrowed(index, matches, borrowing)
            q, found = quantities[index], matches[index].measure
            if found is None and not is_of_nothing(q) and unit_class(q) not in told:
                labelled = splits.is_labelled(self.scan.tokens, q)
                matches[index] = self.defaults.of(q, self.counts.may_be(index), labelled)
        if [index for index in alone if matches[index].measure is not None]:
            neighbours.carry(matches)
        for index, match in enumerate(matches):
            match = matches[index] = borrowing.amended(index, matches)
            if match.measure is not None:
                self._check(index, matches)
        movements.tell(quantities, matches)
        removals.tell(quantities, matches)
        removals.part(quantities, matches, self.triggers)
        Zones(self.scan.tokens, predicates, self.carried, self.lists).tell(quantities, matches)
        Schemes(self.scan.tokens, predicates, self.carried, self.lists).tell(quantities, matches)
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if match.measure is not None:
                planned = self.measures[match.measure].planned
                if planned and (
                    foretold(self.scan.tokens, q, match.is_lent)
                    or (predicates.is_item and self.carried.ahead())
                ):
                    match.measure, match.planned = planned, True
                self.counts.give_unit(index, self.measures[match.measure], match.direction)
                lend_nothing(self.scan, q, match.trigger)
                if q.unit is None:  # "promised 5 million, gave 15"
                    match.measure = None
        self.carried.lend(quantities, matches)
        return matches

    @once
    def answered(self) -> frozenset[str]:
        told = {t.measure for t in self.triggers}
        # "50,000 were driven out. Some 22,000 have come back.", "It seeks $9 million. 4 have come."
        told.update(one.measure for one in self.carried.matches.values() if one.measure)
        return self.lists.answered(told, self.present, self.relevance.competitors)

    def _may_be(self, index: int, measure: str) -> bool:
        return measure in self.counts.may_be(index)

    def _candidates(self) -> Candidates:
        """For each quantity the triggers that may be its own, the nearest first."""
        quantities = self.scan.quantities
        if not self.triggers:
            return [[] for _ in quantities]
        found: Candidates = []
        for q, fits in zip(quantities, self.fitting, strict=True):
            row = []
            for t in self.triggers:
                if t.measure not in fits or not self._believed(q, t):
                    continue
                if t.kind == "noun" and "no" in self.word[max(0, t.first - 2) : t.first]:
                    continue  # "no casualties were reported among the 54"
                if is_aside(self.scan.tokens, q, t):
                    continue  # "people in the return areas", "robbed on their return"
                distance = cost(self.scan.tokens, self.clauses, q, t)
                if distance <= FURTHEST:
                    row.append((distance, t))
            if row:
                row.sort(key=lambda pair: (pair[0], pair[1].first))
                row = [p for p in row if not plans.negated(self.scan.tokens, p[1])] or row
            if row and q.kind == "money":
                row = [p for p in row if not splits.is_of_whole(self.scan.tokens, q, p[1])] or row
            found.append(row)
        return found

    def _is_theme(self, measure: Measure) -> bool:
        return self.context.is_theme(measure, self.carried)

    def _believed(self, q: Quantity, t: Trigger) -> bool:
        """Whether the context that the measure of a trigger asks for is there."""
        if self._phrased and self.relevance.is_of_rival(t.first, t.last, t.measure, self.hits):
            return False
        held = t.measure in self.answered or self.context.holds(
            q, self.measures[t.measure], t.lemma, self.present, self.carried, self._leans
        )
        measure = self.measures[t.measure]
        if not held and q.kind == "percent":
            if measure.directions and is_sold(self.scan.tokens):
                return self.present.isdisjoint(self.relevance.competitors[t.measure])
            if measure.part:
                return self.shares.of_goods(t.measure, q)
        beside = t.first >= q.phrase_last or t.last >= q.phrase_first - 2
        if not held and (
            (beside and self.counts.is_a_people(q)) or is_between_countries(self.scan.tokens, q, t)
        ):
            return self.present.isdisjoint(self.relevance.competitors[t.measure])
        if not held and t.lemma in _COSTING and q.noun is not None:
            return q.noun.head in nouns("force") or q.noun.head in _MEN
        return held and not (q.kind == "percent" and self.shares.of_economies)

    def _settle(self, index: int, row: list[tuple[float, Trigger]], owners: Owners) -> Match:
        q = self.scan.quantities[index]
        word, names = self.word, joining.names_only
        row = [p for p in row if p[0] < 0 or not names(word, q, p[1], self.measures[p[1].measure])]
        if not row:
            return Match()
        (distance, best), measure = row[0], self.measures[row[0][1].measure]
        # return words beat "refugees", whatever the distance, where they are this number's own;
        # "approved a $35 million loan": beside the number any word of theirs beats the verb
        # "cleared 40 hectares of mined land": so does what the clause says of what is measured
        inside = best.kind in _INSIDE or q.phrase_first <= best.first < q.phrase_last
        described = not inside and describes(self.scan.tokens, q, best)
        for far, t in row[1:]:
            beats = self.measures[t.measure].beats
            if (
                measure.name not in beats
                or not owners.shares(index, t)
                or joining.stands(word, self.lists, q, best, t)
            ):
                continue
            if (
                inside
                or outcomes.tells_in_the_end(word, q, best, t)
                or (described and joining.governs(word, t, q))
                or (t.kind in ("noun", "phrase") and far <= _BESIDE)
                or (t.kind == "state" and t.last == best.first)  # "unmet requirements of"
            ):
                best, measure = t, self.measures[t.measure]
        best = joining.predicate_of(word, q, best, row)
        best = governing.governor(self.scan.tokens, self.lists, q, best, [t for _, t in row])
        measure = self.measures[best.measure]
        came_true = plans.done(self.scan.tokens, q, best)
        if came_true:
            measure = self.measures[self.lists.done.get(measure.name, measure.name)]
        joined = joined_measure(self.scan, self.lists, q, best, row)
        if joined is not None:
            return Match(joined, best, "joined triggers", cost=distance)
        share = self.shares.of_what_follows(q) if q.kind == "percent" else None
        if share is not None and share.name in self.lists.fitting.of(q):
            return Match(share.name, best, "part of what follows", cost=distance)
        moved = self.shares.moved(q) if measure.part and q.kind == "percent" else None
        if moved is not None:
            best, measure = moved, self.measures[moved.measure]
        if measure.retained and joining.retains(word, q, best):
            measure = self.measures[measure.retained]
        if measure.directions and q.kind in ("percent", "point"):
            measure = (
                self.shares.level(q, best)
                or self.shares.stated(q, best)
                or self._of_figure(index, best)
                or measure
            )
        elif measure.part and (grown := self.shares.grown(best) or self.shares.shrunk(q, best)):
            best, measure = grown, self.measures[grown.measure]
        direction = measure.directions.get(best.lemma)
        match = Match(measure.name, best, f"trigger {best.kind}", direction, cost=distance)
        teller = governing.teller(self.scan.tokens, q, best, [t for _, t in row])
        if measure.planned and not came_true and plans.planned(self.scan.tokens, q, teller):
            match.measure, match.planned = measure.planned, True
        return match

    def _of_figure(self, index: int, t: Trigger) -> Measure | None:
        """ "took a third of its exports; the figure had sunk to 12 percent": still a share."""
        q, subject = self.scan.quantities[index], self.word[max(0, t.first - _FIGURE) : t.first]
        if self.word[q.phrase_first - 1] != "to" or _FIGURES.isdisjoint(subject):
            return None
        before = (p for p in self.scan.quantities[:index][::-1] if p.kind == "percent")
        first = next(before, None)
        return None if first is None else self.shares.of_what_follows(first)

    def _shared(self, index: int) -> Match:
        """A share without a trigger: "46% of exports", "Russia (12 percent)"."""
        q = self.scan.quantities[index]
        if q.kind != "percent":
            return Match()
        rule, share = "part of what follows", self.shares.of_what_follows(q)
        if share is None:
            before = self.scan.quantities[index - 1] if index else None
            rule, share = "beside what is a share", self.shares.beside(q, before)
            if share is None or not self.present.isdisjoint(self.relevance.competitors[share.name]):
                return Match()
        told = self.carried.matches.get("percent")
        labelled = self.scan.tokens.at(q.phrase_first - 1) == ":"  # "Peru: 21 percent"
        if (
            (told is not None and told.measure == share.name)
            or is_exchanged(self.scan.tokens, q)
            or self.context.holds(q, share, "", self.present, self.carried, self._leans)
            or self.shares.of_goods(share.name, q)
            or (labelled and self._is_theme(share))
        ):
            return Match(share.name, rule=rule)
        return Match()

    def _borrowed(self, index: int, matches: list[Match], borrowing: Borrowing) -> Match:
        """The measure of the sentence before, or of the heading over a list."""
        if self.scan.quantities[index].kind == "percent":
            match = borrowing.under_heading(index)
            if not (match.measure and self._is_theme(self.measures[match.measure])):
                match = borrowing.counterpart(index)
            if match.measure is None and borrowing.is_alone(index) and self.carried.shares():
                match = Match(
                    self.lists.parts[0].name, None, "heading over the list", cost=FURTHEST
                )
        else:
            untold = again.is_untold(self.scan, index, self.carried)
            match = Match() if untold else borrowing.borrowed(index, matches)
            if match.measure is None and index == len(matches) - 1:
                return self._summed_next(index)
        rivals = self.relevance.competitors[match.measure] if match.measure else ()
        rival = self.competitors.are_named(self.scan.quantities[index], rivals)
        return Match() if rival else match

    def _summed_next(self, index: int) -> Match:
        """ "left with 1,140 Afghans on board. That brings to 61,300 those who have gone home"."""
        q = self.scan.quantities[index]
        if not (q.kind == "noun" and (q.unit in PEOPLE or self.counts.is_a_people(q))):
            return Match()
        found = (name for name in self.carried.summed() if self._may_be(index, name))
        name = next(found, None)
        return Match() if name is None else Match(name, rule="summed up next")

    def _check(self, index: int, matches: list[Match]) -> None:
        q, match = self.scan.quantities[index], matches[index]
        measure = self.measures[match.measure or ""]
        before = self.scan.quantities[index - 1] if index else None
        if before is not None and joining.is_base(self.word, before, q):
            match.measure = None
            return
        follows = before is not None and (
            matches[index - 1].measure == match.measure
            or self.competitors.resumes(before, q, measure)
        )
        clear = follows and before is not None and self.competitors.none_between(before, q, measure)
        if not (clear and q.kind == "percent") and self.competitors.claim(
            q, match, measure, self._is_theme
        ):
            match.measure = None
            return
        if match.trigger is not None:
            match.denied = plans.set_aside(
                self.scan.tokens, q, match.trigger, match.planned,
                measure.name in self.lists.promised,
            )  # fmt: skip
