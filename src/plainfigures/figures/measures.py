"""The measure of each quantity: which trigger word owns it, and what the clause makes of it."""

from collections.abc import Mapping

from plainfigures.definitions.model import Measure
from plainfigures.figures import plans
from plainfigures.figures.competitors import Competitors
from plainfigures.figures.costs import BE, FURTHEST, cost
from plainfigures.figures.fits import Context, fits
from plainfigures.figures.match import Carried, Match, unit_class
from plainfigures.figures.owners import Candidates, Owners
from plainfigures.figures.triggers import Trigger, Vocabulary
from plainfigures.prose.clauses import Clauses
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import Scan

_PARTED = frozenset((";", "while", "but", "whereas", "who", "after"))
_AGAINST = frozenset(("from", "against", "compared", "versus"))
_PAUSES = frozenset((",", ";", "."))
_INSIDE = frozenset(("noun", "state"))


class Measures:
    """Reads the measure of every quantity of a sentence, in the light of its document's words."""

    def __init__(self, vocabulary: Vocabulary, document: frozenset[str]) -> None:
        """`document`: the context words and competitors that the document holds."""
        self._vocabulary = vocabulary
        self._context = Context(vocabulary.relevance, document)

    def read(
        self, scan: Scan, triggers: list[Trigger], special: Mapping[int, str], carried: Carried
    ) -> list[Match]:
        """One match a quantity, in their order; `special` are units of their own by index."""
        if not scan.quantities:
            return []
        return _SentenceMeasures(
            self._vocabulary, self._context, scan, triggers, special, carried
        ).run()


class _SentenceMeasures:
    """The measures of one sentence."""

    def __init__(
        self, vocabulary: Vocabulary, context: Context, scan: Scan, triggers: list[Trigger],
        special: Mapping[int, str], carried: Carried,
    ) -> None:  # fmt: skip
        self.vocabulary = vocabulary
        self.measures = vocabulary.measures
        self.context = context
        self.scan = scan
        self.word = scan.tokens.word
        self.triggers = triggers
        self.special = special
        self.carried = carried
        self.relevance = vocabulary.relevance
        self.hits = self.relevance.hits(self.word)
        self.present = frozenset(text for _, text in self.hits)
        numeric = {k for q in scan.quantities for k in range(q.first, q.last)}
        self.clauses = Clauses(scan.tokens, numeric, {t.first for t in triggers})
        self.competitors = Competitors(scan.tokens, self.clauses, self.relevance, self.hits)

    def run(self) -> list[Match]:
        quantities = self.scan.quantities
        candidates = self._candidates()
        owners = Owners(self.scan, self.clauses, self.vocabulary, candidates)
        matches = [
            self._settle(index, row, owners) if row else self._shared(index)
            for index, row in enumerate(candidates)
        ]
        self._carry(matches, owners)
        for index, match in enumerate(matches):
            if match.measure is None:
                matches[index] = self._borrowed(index)
            self._check(index, matches[index])
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if match.measure is not None:
                self._give_unit(index, q, match.measure)
        self.carried.lend(quantities, matches)
        return matches

    def _give_unit(self, index: int, q: Quantity, measure: str) -> None:
        """A bare number of people counts persons; a noun of a dataset's own has its unit."""
        allowed = self.measures[measure].units
        own = self.special.get(index)
        if own in allowed and q.unit not in allowed:
            q.unit = own
        elif q.unit is None:
            q.unit = "person"

    # -- candidates --------------------------------------------------------------------------

    def _fits(self, index: int, measure: Measure) -> bool:
        q = self.scan.quantities[index]
        return fits(q, measure, self.special.get(index)) and not self._is_age(q)

    def _is_age(self, q: Quantity) -> bool:
        """ "a guard, 58, was killed", "are under 18", "was 19 in 1943": a bare age."""
        if q.kind != "bare" or q.value is None or not 0 < q.value < 111 or q.first == 0:
            return False
        before, after = self.word[q.phrase_first - 1], self.scan.tokens.at(q.last)
        if before == "," and after == ",":
            return self.scan.tokens.at(q.phrase_first - 2).isalpha()
        return before in BE and after in ("", ".", ",", ")", "in")

    def _candidates(self) -> Candidates:
        """For each quantity the triggers that may be its own, the nearest first."""
        found: Candidates = []
        for index, q in enumerate(self.scan.quantities):
            row = []
            for t in self.triggers:
                measure = self.measures[t.measure]
                if not self._fits(index, measure) or not self.context.holds(
                    q, measure, t.lemma, self.present, self.carried.before
                ):
                    continue
                distance = cost(self.scan.tokens, self.clauses, q, t)
                if distance <= FURTHEST:
                    row.append((distance, t))
            row.sort(key=lambda pair: (pair[0], pair[1].first))
            held = [pair for pair in row if not plans.negated(self.scan.tokens, pair[1])]
            found.append(held or row)
        return found

    # -- the measure of one quantity ---------------------------------------------------------

    def _settle(self, index: int, row: list[tuple[float, Trigger]], owners: Owners) -> Match:
        q = self.scan.quantities[index]
        distance, best = row[0]
        measure = self.measures[best.measure]
        # return words beat "refugees", whatever the distance, where they are this number's own
        if best.kind in _INSIDE or q.phrase_first <= best.first < q.phrase_last:
            for _, t in row[1:]:
                if measure.name in self.measures[t.measure].beats and owners.owns(index, t):
                    best, measure = t, self.measures[t.measure]
        joined = self._joined(best, row)
        if joined is not None:
            return Match(joined, best, "joined triggers", cost=distance)
        share = self._share(q) if q.kind == "percent" else None
        if share is not None and fits(q, share):
            return Match(share.name, best, "part of what follows", cost=distance)
        direction = measure.directions.get(best.lemma)
        match = Match(measure.name, best, f"trigger {best.kind}", direction, cost=distance)
        if measure.planned and plans.planned(self.scan.tokens, q, best):
            match.measure, match.planned = measure.planned, True
        return match

    def _shared(self, index: int) -> Match:
        """A share without a trigger: "46% of exports"."""
        q = self.scan.quantities[index]
        share = self._share(q) if q.kind == "percent" else None
        if share is None or not self.context.holds(q, share, "", self.present, self.carried.before):
            return Match()
        return Match(share.name, rule="part of what follows")

    def _joined(self, best: Trigger, row: list[tuple[float, Trigger]]) -> str | None:
        """ "killed or injured", "death and displacement": two triggers joined make one measure."""
        for measure in self.measures.values():
            if best.measure not in measure.either:
                continue
            for _, t in row:
                if (
                    t.measure != best.measure
                    and t.measure in measure.either
                    and self._adjoin(best, t)
                ):
                    return measure.name
        return None

    def _adjoin(self, one: Trigger, two: Trigger) -> bool:
        low, high = sorted((one, two), key=lambda t: t.first)
        gap = self.word[low.last : high.first]
        if not 0 < len(gap) <= 4 or {",", ";"} & set(gap) or not {"or", "and", "/"} & set(gap):
            return False
        return not any(low.last <= q.first < high.first for q in self.scan.quantities)

    def _share(self, q: Quantity) -> Measure | None:
        """A percentage "of" a context noun is a share of it ("buys 30 percent of the exports")."""
        if q.last >= len(self.word) or self.word[q.last] != "of":
            return None
        for measure in self.measures.values():
            if not measure.part or not measure.context:
                continue
            context = self.relevance.context[measure.name]
            for k, text in self.hits:
                if q.last < k < q.last + 8 and text in context:
                    return None if _PAUSES.intersection(self.word[q.last + 1 : k]) else measure
        return None

    # -- measures of neighbours --------------------------------------------------------------

    def _carry(self, matches: list[Match], owners: Owners) -> None:
        """Hand measures on in lists, forwards and then backwards; "up from" holds to the first."""
        quantities = self.scan.quantities
        for index in range(1, len(quantities)):
            self._hand_on(matches, owners, index - 1, index)
            before, q = quantities[index - 1], quantities[index]
            gap = self.word[before.phrase_last : q.phrase_first]
            source = matches[index - 1]
            compared = (gap[-1:] and gap[-1] in _AGAINST) or (
                gap[-2:-1] and gap[-2] in ("compared", "up", "down")
            )
            if (
                compared
                and len(gap) <= 14
                and source.measure
                and unit_class(q) == unit_class(before)
            ):
                matches[index] = source.handed_on("compared with the one before")
        for index in range(len(quantities) - 2, -1, -1):
            self._hand_on(matches, owners, index + 1, index)

    def _hand_on(self, matches: list[Match], owners: Owners, source: int, index: int) -> None:
        if matches[index].measure is not None or matches[source].measure is None:
            return
        quantities = self.scan.quantities
        measure = self.measures[matches[source].measure or ""]
        if not self._fits(index, measure) or owners.is_doer(index):
            return
        low, high = sorted((quantities[source], quantities[index]), key=lambda q: q.first)
        gap = self.word[low.phrase_last : high.phrase_first]
        reach = 6 if quantities[index].kind == "bare" else 16
        if len(gap) <= reach and _PARTED.isdisjoint(gap):
            matches[index] = matches[source].handed_on("carried in a list")

    def _borrowed(self, index: int) -> Match:
        """The measure of the sentence before, or the default of a context."""
        q = self.scan.quantities[index]
        if q.kind in ("percent", "multiple", "point") or q.attributive:
            return Match()
        source = self.carried.matches.get(unit_class(q) if q.kind != "bare" else "people")
        if (
            source is not None
            and source.measure is not None
            and (q.kind != "bare" or self._alone())
        ):
            measure = self.measures[source.measure]
            if self._fits(index, measure) and self.present.isdisjoint(
                self.relevance.competitors[measure.name]
            ):
                match = source.handed_on("carried from the sentence before", keep_trigger=False)
                match.cost = FURTHEST
                return match
        if q.kind == "bare":
            return Match()
        for measure in self.measures.values():
            if not measure.default or not self._fits(index, measure):
                continue
            if measure.context and self.present.isdisjoint(self.relevance.context[measure.name]):
                continue
            if self.present.isdisjoint(self.relevance.competitors[measure.name]):
                return Match(measure.name, None, "default in context", cost=FURTHEST)
        return Match()

    def _alone(self) -> bool:
        """A short sentence with one number and no verb of its own ("By evening, 90.")."""
        return len(self.scan.quantities) == 1 and len(self.word) <= 8

    # -- what takes a measure away -----------------------------------------------------------

    def _check(self, index: int, match: Match) -> None:
        if match.measure is None:
            return
        q = self.scan.quantities[index]
        measure = self.measures[match.measure]
        if self.competitors.claim(q, match, measure):
            match.measure = None
            return
        if match.trigger is not None:
            promised = "currency" in measure.units or any(
                other.planned == measure.name for other in self.measures.values()
            )
            match.denied = plans.set_aside(
                self.scan.tokens, q, match.trigger, match.planned, promised
            )
