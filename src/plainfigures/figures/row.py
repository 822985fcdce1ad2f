"""The fields of each quantity of a sentence, with the rule and the words that gave each one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plainfigures.definitions import Definitions
from plainfigures.definitions.model import Dataset
from plainfigures.figures import context
from plainfigures.figures.columns import Columns
from plainfigures.figures.columns import Reading as ColumnReading
from plainfigures.figures.context import Memory
from plainfigures.figures.links import above, links
from plainfigures.figures.measures import Match
from plainfigures.figures.sentence import Sentence
from plainfigures.figures.triggers import Vocabulary
from plainfigures.prose.changes import direction
from plainfigures.prose.lexicon import singular, tag
from plainfigures.prose.quantity import Quantity

_INHERITED = (
    "event",
    "place",
    "period",
    "period_start",
    "period_end",
    "as_of",
    "attributed_to",
    "basis",
)
_PLACE_LIMIT = 55.0
_EVENT_LIMIT = 45.0
_TRADE = ("share_of_trade", "change_in_trade")
_NOT_INHERITED = frozenset(("sex", "age_group"))


@dataclass(slots=True)
class Draft:
    """A quantity on its way to a figure: its fields by name, own columns, rules and links."""

    q: Quantity
    match: Match
    sentence: Sentence
    paragraph: int
    fields: dict[str, str | None]
    own: dict[str, str | None]
    rules: dict[str, str]
    datasets: tuple[str, ...] = ()
    part_of: "Draft | None" = None
    same_as: "Draft | None" = None
    anomalies: list[tuple[str, int, int]] = field(default_factory=list)


class RowReader:
    """Reads the rows of sentences under one set of definitions."""

    def __init__(self, definitions: Definitions, vocabulary: Vocabulary) -> None:
        self._definitions = definitions
        self._columns = Columns(definitions.columns, vocabulary)
        self._own = definitions.own
        self._listing: dict[str, list[tuple[Dataset, Mapping[str, tuple[str, ...]]]]] = {}
        for dataset in definitions.datasets.values():
            for listing in dataset.listings:
                self._listing.setdefault(listing.measure, []).append((dataset, listing.when))

    def read(self, sentence: Sentence, paragraph: int, memory: Memory) -> list[Draft]:
        """One draft a quantity that is no denied or hypothetical one, in order."""
        drafts: list[Draft] = []
        by_index: dict[int, Draft] = {}
        parts, same = links(sentence)
        quantities = sentence.scan.quantities
        for index, q in enumerate(quantities):
            match = sentence.matches[index]
            whole = parts.get(index, same.get(index))
            if match.measure is None and whole is not None and match.denied is None:
                source = sentence.matches[whole]
                if (
                    source.measure is not None
                    and q.kind in ("noun", "bare")
                    and q.unit in ("person", "family", "household", None)
                ):
                    match = sentence.matches[index] = Match(
                        source.measure, source.trigger, "part of its whole" if index in parts else "same as the one before",
                        source.direction, planned=source.planned, cost=source.cost,
                    )  # fmt: skip
        for index, q in enumerate(quantities):
            match = sentence.matches[index]
            if match.denied is not None or (q.kind == "multiple" and match.measure is None):
                continue
            draft = self._draft(sentence, paragraph, index, q, match, memory)
            by_index[index] = draft
            drafts.append(draft)
        for index, other in parts.items():
            if index in by_index and other in by_index:
                self._part(by_index[index], by_index[other])
        for index, other in same.items():
            if index in by_index and other in by_index:
                by_index[index].same_as = by_index[other]
                self._inherit(by_index[index], by_index[other])
        for draft in drafts:
            self._belong(draft)
            self._direct(sentence, draft)
        self._remember(sentence, drafts, memory)
        return drafts

    # -- one quantity ------------------------------------------------------------------------

    def _draft(
        self,
        sentence: Sentence,
        paragraph: int,
        index: int,
        q: Quantity,
        match: Match,
        memory: Memory,
    ) -> Draft:
        draft = Draft(q, match, sentence, paragraph, {}, dict.fromkeys(self._own), {})
        rules, fields = draft.rules, draft.fields
        trigger = match.trigger
        if match.measure is not None:
            words = sentence.words(trigger.first, trigger.last) if trigger is not None else None
            rules["measure"] = match.rule + (f": {words}" if words else "")
        fields["counted"] = self._counted(sentence, q, match, rules)
        basis = context.basis_of(sentence, q, match)
        if basis is not None:
            fields["basis"], rules["basis"] = basis[0], f"word: {basis[1]}"
        self._when(draft)
        if match.measure is None:
            return draft
        one = context.attribution_of(sentence, q)
        if one is not None:
            speaker = context.speaker_words(sentence, one, memory)
            if speaker is not None:
                fields["attributed_to"] = speaker
                rules["attributed_to"] = (
                    f"{'pronoun with ' if one.pronoun else ''}cue: {sentence.tokens.raw[one.cue]}"
                )
        seen: set[str] = set()
        for dataset, _ in self._listing.get(match.measure, ()):
            for name in dataset.own:
                if name in seen:
                    continue
                seen.add(name)
                found = self._columns.read(
                    name, ColumnReading(sentence, q, index, match, draft.own, memory)
                )
                if found is not None:
                    draft.own[name], rules[name] = found
        self._where(draft, memory)
        return draft

    def _counted(
        self, sentence: Sentence, q: Quantity, match: Match, rules: dict[str, str]
    ) -> str | None:
        tokens = sentence.tokens
        word = tokens.word
        if q.kind in ("percent", "point", "multiple", "money"):
            span = _of_what(sentence, q, match)
            if span is not None:
                rules["counted"] = span[2]
                return sentence.words(span[0], span[1])
            return None
        if q.noun is None:
            return None
        rules["counted"] = "noun of a parallel number" if q.inherited else "noun phrase"
        if q.kind == "unit":
            return None
        first, last = q.noun.first, q.noun.last
        while first < last and not word[first][0].isalpha():
            first += 1
        return sentence.words(first, last)

    def _when(self, draft: Draft) -> None:
        period = context.period_of(draft.sentence, draft.q, draft.match)
        if period is not None:
            draft.fields["period"] = draft.sentence.words(period.first, period.last)
            draft.fields["period_start"], draft.fields["period_end"] = period.start, period.end
            draft.rules["period"] = "rate" if draft.q.rate_over_time else "nearest words of time"
        as_of = context.as_of_of(draft.sentence, draft.q)
        if as_of is not None:
            draft.fields["as_of"], draft.rules["as_of"] = as_of, "date of the count or statement"

    def _where(self, draft: Draft, memory: Memory) -> None:
        sentence, q, fields, rules = draft.sentence, draft.q, draft.fields, draft.rules
        event = context.nearest_name(sentence, q, sentence.events, _EVENT_LIMIT)
        if event is not None:
            fields["event"] = sentence.words(event.first, event.last)
            rules["event"] = "named event in the sentence"
        elif memory.event is not None:
            fields["event"], rules["event"] = memory.event, "event before"
        whose = draft.own.get("reporter") or draft.own.get("recipient")
        if whose is not None:
            fields["place"], rules["place"] = whose, "whose trade or aid it is"
            return
        place = context.nearest_name(sentence, q, sentence.places, _PLACE_LIMIT)
        if place is not None:
            fields["place"] = sentence.words(place.first, place.last)
            rules["place"] = "nearest place in the sentence"
        elif (
            event is not None
            and event.last - event.first == 2
            and sentence.tokens.word[event.last - 1]
            in ("massacre", "earthquake", "bombing", "siege", "flood", "floods")
        ):
            fields["place"] = sentence.words(event.first, event.first + 1)
            rules["place"] = "place in the event's name"
        elif memory.place is not None:
            fields["place"], rules["place"] = memory.place, "place before"

    # -- between quantities ------------------------------------------------------------------

    def _part(self, part: Draft, whole: Draft) -> None:
        part.part_of = whole
        part.rules["part_of"] = "breakdown"
        self._inherit(part, whole)
        if above(part.q, whole.q):
            start, end = (
                part.sentence.tokens.start[part.q.first],
                part.sentence.tokens.end[part.q.last - 1],
            )
            part.anomalies.append(("breakdown_above_whole", start, end))

    def _inherit(self, draft: Draft, source: Draft) -> None:
        if draft.match.measure is None or draft.match.measure != source.match.measure:
            return
        for name in _INHERITED:
            if source.fields.get(name) is not None and (
                draft.fields.get(name) is None or name != "basis"
            ):
                draft.fields[name] = source.fields[name]
                draft.rules[name] = "as the whole" if draft.part_of is source else "as its equal"
        for name in self._own:
            if name in _NOT_INHERITED and draft.part_of is source:
                continue
            if draft.own[name] is None and source.own[name] is not None:
                draft.own[name] = source.own[name]
                draft.rules[name] = "as the whole" if draft.part_of is source else "as its equal"

    def _belong(self, draft: Draft) -> None:
        """Membership: datasets that list the measure and whose condition holds."""
        measure = draft.match.measure
        if measure is None:
            return
        member: list[str] = []
        kept: set[str] = set()
        for dataset, when in self._listing.get(measure, ()):
            if all(draft.own.get(name) in values for name, values in when.items()):
                member.append(dataset.name)
                kept.update(dataset.own)
        draft.datasets = tuple(sorted(member))
        for name in draft.own:
            if name not in kept:
                draft.own[name] = None
                draft.rules.pop(name, None)

    def _direct(self, sentence: Sentence, draft: Draft) -> None:
        """The direction of any change, also of a figure that belongs to no dataset."""
        if draft.match.measure is not None or "direction" not in draft.own:
            return
        quantities = sentence.scan.quantities
        at = quantities.index(draft.q)
        found = direction(sentence.tokens, draft.q, quantities[at - 1] if at else None)
        if found is not None:
            draft.own["direction"] = found[0]
            draft.rules["direction"] = f"change word: {found[1]}"

    def _remember(self, sentence: Sentence, drafts: list[Draft], memory: Memory) -> None:
        for one in sentence.attributions:
            if not one.pronoun:
                memory.speaker = sentence.words(one.first, one.last)
        for draft in drafts:
            if draft.match.measure is None:
                continue
            memory.place = draft.fields.get("place") or memory.place
            memory.event = draft.fields.get("event") or memory.event
            memory.reporter = draft.own.get("reporter") or memory.reporter
            memory.recipient = draft.own.get("recipient") or memory.recipient


def _of_what(sentence: Sentence, q: Quantity, match: Match) -> tuple[int, int, str] | None:
    """What a percentage is of, or the aid noun of a sum: tokens and the rule."""
    tokens = sentence.tokens
    word, raw, n = tokens.word, tokens.raw, tokens.size
    j = q.last
    if j < n and word[j] in ("of", "in", "for") and (q.kind != "money" or word[j] in ("of", "in")):
        k = j + 1
        first = k
        while k < n and k - first < 9:
            w = word[k]
            if w in (
                ",",
                ";",
                ".",
                ")",
                "(",
                "and",
                "is",
                "are",
                "was",
                "were",
                "to",
                "from",
                "by",
                "over",
                "with",
                "went",
                "go",
                "goes",
                "came",
                "come",
                "that",
                "which",
                "who",
            ):
                break
            if w in ("in", "for", "on", "at"):
                break
            k += 1
        while first < k and word[first] in ("the", "its", "their", "all", "total", "a"):
            first += 1
        if k > first and not raw[first][0].isdecimal():
            return first, k, f"after {word[j]}"
    if (
        match.measure in _TRADE
        or q.kind in ("percent", "multiple", "point")
        and match.measure is not None
    ):
        best: tuple[float, int] | None = None
        for k in range(n):
            if singular(word[k]) in (
                "export",
                "import",
                "trade",
                "turnover",
                "shipment",
                "accuracy",
                "sale",
            ):
                distance = sentence.distance(q, k, k + 1) + (4.0 if k > q.first else 0.0)
                if best is None or distance < best[0]:
                    best = (distance, k)
        if best is not None:
            k = best[1]
            first = k
            while (
                first > 0
                and raw[first - 1][0].isalpha()
                and word[first - 1] not in _OPEN
                or first > 0
                and word[first - 1] in ("'s", "-")
            ):
                first -= 1
            last = k + 1
            if last < n and word[last] in ("to", "of", "with", "from"):
                m = last + 1
                accurate = singular(word[k]) == "accuracy"
                while m < n and m - last < 8 and (
                    raw[m][0].isupper()
                    or word[m] in ("the", "of", "market", "markets", "countries")
                    or accurate
                    and (word[m] in ("on", "about") or tag(word[m]).split(",")[0] in ("n", "ns", "a", "r", "vd") and not (m > last + 2 and tag(word[m]) == "vd"))
                ):  # fmt: skip
                    m += 1
                if m > last + 1:
                    first, last = (last + 1, m) if accurate else (first, m)
            while first < k and word[first] in ("the", "its", "their", "a", "'s"):
                first += 1
            return first, last, "nearest trade noun"
    return None


_OPEN = frozenset(
    "the a an of in to and or but while that which is are was were has have had by with from for on at as than if when where its their "
    "increased decreased rose fell grew dropped although because also thus".split()
)
