"""The measure of each quantity: which trigger word owns it, and what the clause makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from plainfigures.definitions.model import Measure
from plainfigures.figures.triggers import Trigger, Vocabulary
from plainfigures.prose.clauses import Clauses
from plainfigures.prose.lexicon import tag, units
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import Scan

_FURTHEST = 26.0
_BE = frozenset("is are was were be been being get gets got".split())
_LINKS = frozenset(
    ", and or as well including plus both of them with another ( ) about some at least more than over "
    "nearly almost around a an the further up to only other others whom which these - \u2013 & / followed by".split()
)
_FUTURE = frozenset(
    "will shall plan plans planned planning intend intends intended aim aims hope hopes expect expects expected "
    "await awaits awaiting pending should scheduled target targets foresee foresees foreseen envisage envisages "
    "envisaged enable enables ready willing want wants wish wishes due set propose proposes proposed future "
    "upcoming forthcoming eligible prepare prepares preparing".split()
)
_ABLE = frozenset(
    "helped able decided managed allowed forced began begun started continued assisted".split()
)
_HYPOTHETICAL = frozenset(("would", "could", "might"))
_DENIALS = frozenset(
    ("not", "never", "nobody", "none", "nor", "without", "denied", "denies", "deny", "n't", "no")
)
_AREA = "area"


@dataclass(slots=True)
class Match:
    """What was read of one quantity: its measure, the trigger, the rule; or why it is set aside."""

    measure: str | None = None
    trigger: Trigger | None = None
    rule: str = ""
    direction: str | None = None
    denied: str | None = None
    cost: float = 0.0
    planned: bool = False
    others: tuple[Trigger, ...] = field(default=())


@dataclass(slots=True)
class Carried:
    """What one sentence lends to the next in its paragraph: measures by unit, and the trigger."""

    measures: dict[str, Match] = field(default_factory=dict)


class Measures:
    """Reads the measure of every quantity of a sentence, in the light of its document's words."""

    def __init__(self, vocabulary: Vocabulary, document_words: frozenset[str]) -> None:
        self.vocabulary = vocabulary
        self.measures = vocabulary.measures
        self.document_words = document_words
        self._context: dict[str, bool] = {}

    def read(self, scan: Scan, triggers: list[Trigger], carried: Carried) -> list[Match]:
        """One match a quantity, in the order of the quantities."""
        tokens = scan.tokens
        quantities = scan.quantities
        matches = [Match() for _ in quantities]
        if not quantities:
            return matches
        words = frozenset(tokens.word)
        stems = self._stems(words)
        numeric = {k for q in quantities for k in range(q.first, q.last)}
        known = {t.first for t in triggers}
        clauses = Clauses(tokens, numeric, known)
        candidates: list[list[tuple[float, Trigger]]] = []
        for q in quantities:
            row = [
                (self._cost(scan, clauses, q, t), t)
                for t in triggers
                if self._fits(q, self.measures[t.measure])
                and self._in_context(q, self.measures[t.measure], stems)
            ]
            row = [pair for pair in row if pair[0] <= _FURTHEST]
            row.sort(key=lambda pair: (pair[0], pair[1].first))
            candidates.append(row)
            row = self._without_denied(scan, row)
            candidates[-1] = row
        self._own(scan, clauses, candidates)
        for index, q in enumerate(quantities):
            row = candidates[index]
            if row:
                matches[index] = self._settle(scan, clauses, q, row)
        self._carry_list(scan, matches)
        self._defaults(scan, matches, stems, carried)
        for index, q in enumerate(quantities):
            self._check(scan, clauses, q, matches[index], stems)
        for q, match in zip(quantities, matches, strict=True):
            if match.measure is not None and q.unit is None:
                q.unit = "person"
        self._lend(quantities, matches, carried)
        return matches

    # -- what fits ---------------------------------------------------------------------------

    def _stems(self, words: frozenset[str]) -> frozenset[str]:
        stems = self.vocabulary.stems
        found: set[str] = set()
        for word in words:
            found |= stems(word)
        return frozenset(found)

    def _fits(self, q: Quantity, measure: Measure) -> bool:
        allowed = measure.units
        if q.kind == "money":
            return "currency" in allowed
        if q.kind in ("percent", "multiple"):
            return "percent" in allowed
        if q.kind == "point":
            return "percentage_point" in allowed
        if q.unit in allowed:
            return True
        if q.kind == "unit" and "area" in allowed and q.unit is not None:
            return _is_area(q.unit)
        return q.kind == "bare" and "person" in allowed

    def _in_context(self, q: Quantity, measure: Measure, stems: frozenset[str]) -> bool:
        """Whether the measure's context stands in the sentence, or for money in the document.

        Vague sums ("billions of dollars") need it in their own sentence.
        """
        if not measure.context:
            return True
        if not stems.isdisjoint(measure.context):
            return True
        if "currency" in measure.units and not q.vague:
            found = self._context.get(measure.name)
            if found is None:
                found = self._context[measure.name] = not self.document_words.isdisjoint(
                    measure.context
                )
            return found
        return False

    def _without_denied(
        self, scan: Scan, row: list[tuple[float, Trigger]]
    ) -> list[tuple[float, Trigger]]:
        """Drop triggers that are denied ("cannot return") where another one holds."""
        held = [pair for pair in row if not _denied(scan.tokens.word, pair[1])]
        return held or row

    # -- how near ----------------------------------------------------------------------------

    def _cost(self, scan: Scan, clauses: Clauses, q: Quantity, t: Trigger) -> float:
        word = scan.tokens.word
        if q.phrase_first <= t.first < q.phrase_last:
            return 0.0
        if (
            (t.kind == "state" or t.kind == "noun" and tag(t.lemma)[0] == "a")
            and t.last < scan.tokens.size
            and _noun_next(word[t.last])
        ):
            return _FURTHEST + 1.0  # "dead end": it describes another noun
        if t.first >= q.phrase_last:
            cost = clauses.distance(q.phrase_last - 1, t.first)
            gap = word[q.phrase_last : t.first]
            if t.kind in ("verb", "phrase"):
                if not gap or any(w in _BE for w in gap[-3:]):
                    cost -= 2.5
                elif t.first + 1 < scan.tokens.size and _object_follows(scan, t.last):
                    cost += 2.0
            elif t.kind in ("intransitive", "state"):
                cost -= 2.5 if len(gap) <= 3 else 0.0
            elif t.kind == "noun":
                cost += 2.5
            return max(cost, 0.0)
        cost = clauses.distance(t.last - 1, q.phrase_first)
        if t.kind == "intransitive":
            cost += 10.0
        elif (
            t.kind == "verb"
            and t.first
            and any(w in _BE for w in word[max(0, t.first - 2) : t.first])
        ):
            cost += 1.5
        elif t.kind == "verb":
            cost -= 0.5
        return max(cost, 0.0)

    def _own(
        self, scan: Scan, clauses: Clauses, candidates: list[list[tuple[float, Trigger]]]
    ) -> None:
        """A trigger belongs to the number that it costs least; others keep it when linked."""
        quantities = scan.quantities
        owners: dict[tuple[int, str], tuple[float, int]] = {}
        self._owners: dict[tuple[int, str], Quantity] = {}
        for index, row in enumerate(candidates):
            for cost, t in row:
                key = (t.first, t.measure)
                if key not in owners or cost < owners[key][0]:
                    owners[key] = (cost, index)
        self._owners = {key: quantities[index] for key, (_, index) in owners.items()}
        for index, row in enumerate(candidates):
            kept = []
            for cost, t in row:
                owner = owners[(t.first, t.measure)][1]
                if owner == index or self._linked(scan, clauses, quantities, owner, index, t):
                    kept.append((cost, t))
            candidates[index] = kept
        for index, q in enumerate(quantities):
            if self._is_doer(scan, q, index):
                candidates[index] = [
                    pair for pair in candidates[index] if pair[1].first < q.phrase_last
                ]

    def _is_owner(self, q: Quantity, t: Trigger) -> bool:
        owner = self._owners.get((t.first, t.measure))
        return owner is None or owner is q

    def _linked(
        self,
        scan: Scan,
        clauses: Clauses,
        quantities: list[Quantity],
        owner: int,
        index: int,
        t: Trigger,
    ) -> bool:
        one, two = sorted((owner, index))
        left, right = quantities[one], quantities[two]
        word = scan.tokens.word
        if all(
            w in _LINKS
            or w[0].isdecimal()
            or any(q.phrase_first <= k < q.phrase_last for q in quantities[one : two + 1])
            for k, w in enumerate(
                word[left.phrase_last : right.phrase_first], start=left.phrase_last
            )
        ):
            return True
        return not clauses.border_between(quantities[index].first, t.first)

    def _is_doer(self, scan: Scan, q: Quantity, index: int) -> bool:
        """ "About 500 rebels killed 20 villagers": the number before an active verb with an object."""
        word = scan.tokens.word
        j = q.phrase_last
        if j >= scan.tokens.size or index + 1 >= len(scan.quantities):
            return False
        if word[j] in ("have", "has", "had"):
            j += 1
        if j >= scan.tokens.size or word[j] in _BE:
            return False
        if not any(kind == "verb" for _, kind, _ in self.vocabulary._of(word[j])):
            return False
        following = scan.quantities[index + 1]
        gap = word[j + 1 : following.phrase_first]
        return (
            len(gap) <= 3
            and "and" not in gap
            and "," not in gap
            and "in" not in gap
            and "by" not in gap
        )

    # -- what it makes of it -----------------------------------------------------------------

    def _settle(
        self, scan: Scan, clauses: Clauses, q: Quantity, row: list[tuple[float, Trigger]]
    ) -> Match:
        cost, best = row[0]
        measure = self.measures[best.measure]
        # return words beat "refugees", whatever the distance, where they are this number's own
        if best.kind in ("noun", "state") or q.phrase_first <= best.first < q.phrase_last:
            for _, t in row[1:]:
                other = self.measures[t.measure]
                if measure.name in other.beats and self._is_owner(q, t):
                    best, measure = t, other
        rule = f"trigger {best.kind}"
        joined = self._either(scan, q, best, row)
        if joined is not None:
            return Match(
                joined,
                best,
                "joined triggers",
                None,
                cost=cost,
                others=tuple(t for _, t in row[:3]),
            )
        if "share" in measure.name or q.kind == "percent":
            shared = self._share_of(scan, q, measure, row)
            if shared is not None:
                return Match(shared, best, "part of what follows", None, cost=cost)
        match = Match(measure.name, best, rule, measure.directions.get(best.lemma), cost=cost)
        if measure.planned and self._is_planned(scan, q, best):
            match.measure, match.planned = measure.planned, True
        return match

    def _either(
        self, scan: Scan, q: Quantity, best: Trigger, row: list[tuple[float, Trigger]]
    ) -> str | None:
        """ "killed or injured", "death and displacement": two triggers joined make one measure."""
        word = scan.tokens.word
        for measure in self.measures.values():
            if best.measure not in measure.either:
                continue
            for _, t in row:
                if t.measure == best.measure or t.measure not in measure.either:
                    continue
                low, high = sorted((best, t), key=lambda one: one.first)
                gap = word[low.last : high.first]
                if not gap or len(gap) > 4 or not ({"or", "and", "/"} & set(gap)):
                    continue
                if any(low.last <= other.first < high.first for other in scan.quantities):
                    continue
                if any(w in (",", ";") for w in gap):
                    continue
                return measure.name
        return None

    def _share_of(
        self, scan: Scan, q: Quantity, measure: Measure, row: list[tuple[float, Trigger]]
    ) -> str | None:
        """A percentage "of" a context noun is a share of it ("buys 30 percent of the exports")."""
        word = scan.tokens.word
        if q.last >= scan.tokens.size or word[q.last] != "of":
            return None
        share = next((m for m in self.measures.values() if m.part and m.context), None)
        if share is None or not self._fits(q, share):
            return None
        for w in word[q.last + 1 : q.last + 8]:
            if w in (",", ";", "."):
                break
            if not self.vocabulary.stems(w).isdisjoint(share.context):
                return share.name
        return None

    def _is_planned(self, scan: Scan, q: Quantity, t: Trigger) -> bool:
        word = scan.tokens.word
        low = max(0, min(q.phrase_first, t.first) - 7)
        before = word[low : t.first]
        for k in range(len(before) - 1, -1, -1):
            w = before[k]
            if w in (";", "while", "but"):
                break
            if w in _ABLE and k >= len(before) - 4 and q.kind != "money":
                return False
            if w in _FUTURE:
                return True
        if t.first and word[t.first - 1] == "to" and "v" in tag(word[t.first]).split(","):
            return True
        if t.first >= 2 and word[t.first - 1] == "be" and word[t.first - 2] == "to":
            return True
        if t.first and word[t.first - 1] == "for" and t.kind == "noun":
            return True
        return t.kind == "noun" and any(w in _FUTURE for w in word[t.last : t.last + 2])

    def _carry_list(self, scan: Scan, matches: list[Match]) -> None:
        """A quantity without a trigger takes the measure of its neighbour in the same list."""
        quantities = scan.quantities
        word = scan.tokens.word
        order = list(range(1, len(quantities))) + list(range(len(quantities) - 2, -1, -1))
        for position, index in enumerate(order):
            if matches[index].measure is not None:
                continue
            other = index - 1 if position < len(quantities) - 1 else index + 1
            source = matches[other]
            if source.measure is None:
                continue
            q, near = quantities[index], quantities[other]
            if not self._fits(q, self.measures[source.measure]):
                continue
            low, high = (near, q) if other < index else (q, near)
            gap = word[low.phrase_last : high.phrase_first]
            if len(gap) > 16 or any(
                w in (";", "while", "but", "whereas", "who", "after") for w in gap
            ):
                continue
            if q.kind == "bare" and len(gap) > 6:
                continue
            if self._is_doer(scan, q, index):
                continue
            matches[index] = Match(
                source.measure, source.trigger, "carried in a list", source.direction,
                cost=source.cost, planned=source.planned,
            )  # fmt: skip

    def _defaults(
        self, scan: Scan, matches: list[Match], stems: frozenset[str], carried: Carried
    ) -> None:
        for index, q in enumerate(scan.quantities):
            if matches[index].measure is not None:
                continue
            source = carried.measures.get(_unit_class(q))
            if (
                source is not None
                and source.measure is not None
                and q.kind not in ("bare", "percent", "multiple", "point")
            ):
                if self._carries(q, source, stems):
                    matches[index] = Match(
                        source.measure, None, "carried from the sentence before",
                        source.direction, cost=_FURTHEST,
                    )  # fmt: skip
                    continue
            for measure in self.measures.values():
                if measure.default and self._fits(q, measure) and q.kind != "bare":
                    if stems.isdisjoint(measure.context) and measure.context:
                        continue
                    if not stems.isdisjoint(measure.competitors):
                        continue
                    matches[index] = Match(
                        measure.name, None, "default in context", None, cost=_FURTHEST
                    )
                    break

    def _carries(self, q: Quantity, source: Match, stems: frozenset[str]) -> bool:
        assert source.measure is not None
        measure = self.measures[source.measure]
        if not self._fits(q, measure) or q.attributive:
            return False
        return stems.isdisjoint(measure.competitors)

    def _check(
        self, scan: Scan, clauses: Clauses, q: Quantity, match: Match, stems: frozenset[str]
    ) -> None:
        """Competitors, denials and hypotheses take a measure away."""
        if match.measure is None:
            return
        measure = self.measures[match.measure]
        tokens = scan.tokens
        word = tokens.word
        if q.kind == "unit" and q.noun is None:
            pass
        if measure.competitors:
            competitors = measure.competitors
            if self._claimed(scan, q, match, measure, stems):
                match.measure = None
                return
            for k, w in enumerate(word):
                if w not in competitors and not self.vocabulary.stems(w) & set(competitors):
                    continue
                if q.phrase_first <= k < q.phrase_last:
                    match.measure = None
                    return
                distance = clauses.distance(k, q.first if k < q.first else q.phrase_last - 1)
                if distance < match.cost and match.rule != "carried in a list":
                    match.measure = None
                    return
        t = match.trigger
        if t is None:
            return
        low = max(0, min(t.first, q.phrase_first) - 4)
        high = max(t.last, q.phrase_first)
        span = word[low:high]
        if t.kind in ("verb", "intransitive", "state", "phrase"):
            near = word[max(0, t.first - 3) : t.first]
            if any(w in ("not", "never", "n't") for w in near) and not ("only" in near):
                match.denied = "denied"
            elif (
                any(w in _HYPOTHETICAL for w in near)
                and measure.planned is None
                and not match.planned
            ):
                if "currency" not in measure.units and not (
                    match.measure is not None and match.measure.endswith("target")
                ):
                    match.denied = "hypothetical"
        if (
            match.denied is None
            and any(w in ("denied", "denies", "deny", "denying") for w in word[: t.first])
            and "that" in span
        ):
            match.denied = "denied"
        if (
            match.denied is None
            and word[0] == "if"
            and t.first < 16
            and "," in word
            and word.index(",") > t.first
        ):
            match.denied = "hypothetical"

    def _claimed(
        self, scan: Scan, q: Quantity, match: Match, measure: Measure, stems: frozenset[str]
    ) -> bool:
        """Whether a competitor claims a sum: what it is "in" or "of" ("$500 in income tax"), or, where
        only the document speaks of aid, anything in the sentence."""
        if q.kind != "money":
            return False
        competitors = measure.competitors
        word = scan.tokens.word
        if q.last < scan.tokens.size and word[q.last] in ("in", "of"):
            for w in word[q.last + 1 : q.last + 8]:
                if w in (",", ";", ".", "to", "for"):
                    break
                if not self.vocabulary.stems(w).isdisjoint(competitors):
                    return True
        return stems.isdisjoint(measure.context) and not stems.isdisjoint(competitors)

    def _lend(self, quantities: Iterable[Quantity], matches: list[Match], carried: Carried) -> None:
        fresh: dict[str, Match] = {}
        for q, match in zip(quantities, matches, strict=True):
            if match.measure is not None and match.denied is None:
                fresh[_unit_class(q)] = match
        if fresh:
            carried.measures = fresh


def _unit_class(q: Quantity) -> str:
    if q.kind == "money":
        return "currency"
    if q.unit in ("person", "family", "household"):
        return "people"
    return q.unit or "bare"


def _denied(word: list[str], t: Trigger) -> bool:
    near = word[max(0, t.first - 4) : t.first]
    return any(w in ("not", "cannot", "never", "unable", "unwilling", "n't") for w in near) and "only" not in near


def _noun_next(word: str) -> bool:
    kinds = tag(word).split(",")
    return (
        word.isalpha()
        and ("n" in kinds or "ns" in kinds)
        and kinds[0] in ("n", "ns", "v", "a")
        and word != "people"
    )


def _is_area(unit: str) -> bool:
    entry = units().get(unit.replace("_", " "))
    return entry is not None and entry.dimension == "area"


def _object_follows(scan: Scan, j: int) -> bool:
    tokens = scan.tokens
    if j >= tokens.size:
        return False
    w = tokens.word[j]
    if (
        w in ("the", "a", "an", "its", "their", "some", "about", "more", "at", "over")
        or w[0].isdecimal()
    ):
        return w != "at" or (j + 1 < tokens.size and tokens.word[j + 1] == "least")
    return "ns" in tag(w).split(",")
