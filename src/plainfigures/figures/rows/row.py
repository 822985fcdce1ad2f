"""The fields of each quantity of a sentence, with the rule and the words that gave each one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plainfigures.definitions import Definitions
from plainfigures.definitions.model import Dataset
from plainfigures.figures.columns import ColumnReading, Columns, call_by_names
from plainfigures.figures.counted.antecedents import (
    counted_before,
    mines_before,
    moves,
    people_before,
    scourges,
)
from plainfigures.figures.counted.counted import counted
from plainfigures.figures.grammar import context
from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.links import above, links
from plainfigures.figures.grammar.sentence import Links, Sentence
from plainfigures.figures.measures.earlier import BACK, leads, whole_before
from plainfigures.figures.measures.parts import measure_parts
from plainfigures.figures.places.belonging import is_own
from plainfigures.figures.places.where import OF_LINE, OF_TAKER, place_of
from plainfigures.figures.rows import times
from plainfigures.figures.rows.lent import lend, shared_by_later
from plainfigures.figures.rows.said import as_of_of, is_unsaid
from plainfigures.figures.rows.scenes import scene
from plainfigures.figures.speakers.speakers import remember, spoken
from plainfigures.figures.triggers.fits import is_shared
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.figures.triggers.triggers import MINE
from plainfigures.prose.nouns.changes import direction
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.events import is_another

_INHERITED = (
    "counted", "event", "place", "period", "period_start", "period_end", "as_of", "attributed_to",
    "basis",
)  # fmt: skip
_TIMES = ("period", "period_start", "period_end")
_ONLY_IF_NONE = frozenset(("basis", "counted"))
_OWN_TO_EACH = frozenset(("sex", "age_group"))
_COUNTS = frozenset(("noun", "bare"))
_EVENT_LIMIT = 45.0


@dataclass(slots=True)
class Draft:
    """A quantity on its way to a figure: its fields by name, own columns, rules and links.

    `dated` marks a period right after its own words, `placed` the place of a part alone; no whole
    overrules these.
    """

    q: Quantity
    match: Match
    sentence: Sentence
    fields: dict[str, str | None] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    datasets: tuple[str, ...] = ()
    part_of: "Draft | None" = None
    same_as: "Draft | None" = None
    above_whole: bool = False
    figure_id: str = ""
    dated: bool = False
    placed: bool = False

    def set(self, name: str, value: str | None, rule: str) -> None:
        """Set a field with the rule that gave it; nothing where there is no value."""
        if value is not None:
            self.fields[name], self.rules[name] = value, rule


class RowReader:
    """Reads the rows of sentences under one set of definitions."""

    def __init__(self, definitions: Definitions) -> None:
        self._columns = Columns(definitions.columns)
        self._own = definitions.own
        self._measures = definitions.measures
        self._promised = frozenset(one.planned for one in definitions.measures.values())
        self._listing: dict[str, list[tuple[Dataset, Mapping[str, tuple[str, ...]]]]] = {}
        for dataset in definitions.datasets.values():
            for listing in dataset.listings:
                self._listing.setdefault(listing.measure, []).append((dataset, listing.when))
        # a measure -> the own columns of the datasets that list it
        self._own_of = {
            measure: tuple(dict.fromkeys(name for dataset, _ in listed for name in dataset.own))
            for measure, listed in self._listing.items()
        }

    def link(self, sentence: Sentence) -> None:
        """Find the parts and equals of a sentence, and the measures that they lend each other."""
        sentence.links = links(sentence)
        measure_parts(sentence, sentence.links, self._measures)

    def read(self, sentence: Sentence, memory: Memory) -> list[Draft]:
        """One draft a quantity that is not denied or supposed, in order."""
        drafts: dict[int, Draft] = {}
        for index, (q, match) in enumerate(
            zip(sentence.scan.quantities, sentence.matches, strict=True)
        ):
            if match.denied is None and (q.kind != "multiple" or match.measure is not None):
                drafts[index] = self._draft(sentence, index, memory)
        partners = {draft.own["partner"] for draft in drafts.values() if "partner" in draft.own}
        for draft in drafts.values():
            if draft.match.measure is not None:
                self._where(draft, memory, partners)
        self._link(drafts, sentence.links)
        self._link_back(tuple(drafts.values()), memory)
        for index, draft in drafts.items():
            self._belong(draft)
            self._direct(sentence, index, draft)
        self._remember(sentence, drafts.values(), memory)
        return list(drafts.values())

    # -- one quantity ------------------------------------------------------------------------

    def _draft(self, sentence: Sentence, index: int, memory: Memory) -> Draft:
        q, match = sentence.scan.quantities[index], sentence.matches[index]
        draft = Draft(q, match, sentence)
        found = counted(sentence, q, match)
        if found is not None:
            draft.set("counted", sentence.words(found[0], found[1]), found[2])
            if match.measure is not None and is_shared(q):
                memory.shared = shared_by_later(draft) or memory.shared
        elif match.measure is not None and is_shared(q):
            draft.set("counted", memory.shared, "what the percentage before is of")
        elif match.measure is not None and q.kind in _COUNTS:
            draft.set("counted", counted_before(sentence, q, match, memory), "counted before")
            if "counted" not in draft.fields:
                draft.set("counted", *people_before(sentence, q, match, memory))
            if "counted" not in draft.fields and q.unit == MINE:
                draft.set("counted", mines_before(sentence, q, memory), "mines told of before")
        if moves(q, match):
            memory.people = draft.fields.get("counted") or memory.people
        self._when(draft, memory)
        if match.measure is None:
            return draft
        dated = "as_of" in draft.fields or any(one.role == "as_of" for one in sentence.periods)
        draft.set("as_of", None if dated else memory.as_of, "date of a line above")
        words = match.trigger and sentence.words(match.trigger.first, match.trigger.last)
        draft.rules["measure"] = f"{match.rule}: {words}" if words else match.rule
        measure = self._measures[match.measure]
        basis = context.basis_of(sentence, q, match, measure, measure.name in self._promised)
        if basis is not None:
            draft.set("basis", basis[0], f"word: {basis[1]}")
        one = context.attribution_of(sentence, q)
        at = sentence.tokens.start[q.first]
        said = memory.voice(at) if one is None else spoken(sentence, one, memory)
        if said is not None:
            draft.set("attributed_to", *said)
        reading = ColumnReading(sentence, index, match, draft.own, memory)
        for name in self._own_of.get(match.measure, ()):
            value = self._columns.read(name, reading)
            if value is not None:
                draft.own[name], draft.rules[name] = value
        return draft

    def _when(self, draft: Draft, memory: Memory) -> None:
        sentence, q = draft.sentence, draft.q
        period = times.period_of(sentence, q, draft.match)
        words, rule = sentence.words, "rate" if q.rate_over_time else "nearest words of time"
        if period is not None:
            draft.dated = times.stands_beside(sentence, q, period)
        elif draft.match.measure is not None:
            told = scene(sentence, q, draft.match, memory.scenes())
            if told is not None:
                words, period, rule = told[0].words, told[1], "scene before"
        if period is not None:
            draft.set("period", words(period.first, period.last), rule)
            draft.set("period_start", period.start, "calendar")
            draft.set("period_end", period.end, "calendar")
        draft.set("as_of", as_of_of(sentence, q, draft.match), "date of the count or statement")

    def _where(self, draft: Draft, memory: Memory, partners: Collection[str]) -> None:
        """Event and place; no partner in the sentence is where another trades."""
        sentence, q = draft.sentence, draft.q
        event = context.nearest_name(sentence, q, sentence.events, _EVENT_LIMIT)
        if event is not None:
            draft.set(
                "event", sentence.words(event.first, event.last), "named event in the sentence"
            )
        elif memory.event and not (sentence.periods or is_another(sentence.tokens, memory.event)):
            draft.set("event", memory.event, "event before")
        place = place_of(sentence, q, draft.own, event, memory, partners, draft.match.measure)
        draft.set("place", *place)
        own = any(is_own(sentence, q, name) for name in sentence.places)
        draft.placed = own or place[1] in (OF_LINE, OF_TAKER)

    # -- between quantities ------------------------------------------------------------------

    def _link(self, drafts: Mapping[int, Draft], found: Links) -> None:
        for index, other in found.parts.items():
            if index in drafts and other in drafts:
                part, whole = drafts[index], drafts[other]
                part.part_of, part.rules["part_of"] = whole, "breakdown"
                part.above_whole = above(part.q, whole.q)
                self._inherit(part, whole, "as the whole")
        for index, other in found.same.items():
            if index in drafts and other in drafts:
                drafts[index].same_as = drafts[other]
                drafts[index].rules["same_as"] = "the text equates them"
                self._inherit(drafts[index], drafts[other], "as its equal")

    def _link_back(self, drafts: Sequence[Draft], memory: Memory) -> None:
        """ "Of those, 19 died": a part of what the sentence before told, or in its unit."""
        wholes = memory.wholes
        if not wholes and memory.above_wholes and drafts and leads(drafts[0].sentence.tokens):
            wholes = memory.above_wholes
        for draft in drafts if wholes else ():
            if draft.match.measure is None or draft.part_of is not None:
                continue
            whole = whole_before(draft, wholes)
            if whole is not None:
                draft.part_of, draft.rules["part_of"] = whole, BACK
                undated = "period" not in draft.fields and self._holds(draft, whole)
                for name in _TIMES if undated else ():
                    draft.set(name, whole.fields.get(name), "as the whole")
                if "attributed_to" not in draft.fields and not is_unsaid(draft.sentence, draft.q):
                    draft.set("attributed_to", whole.fields.get("attributed_to"), "as the whole")
        lend(drafts, memory.wholes)
        memory.wholes = drafts

    def _inherit(self, draft: Draft, source: Draft, rule: str) -> None:
        """What the whole states holds for its part, where the part states nothing of its own."""
        if not self._holds(draft, source):
            return
        for name in _INHERITED:
            value = source.fields.get(name)
            if (draft.dated and name in _TIMES) or (draft.placed and name == "place"):
                continue
            if value is not None and (draft.fields.get(name) is None or name not in _ONLY_IF_NONE):
                draft.set(name, value, rule)
        for name in self._own:
            if name in _OWN_TO_EACH and draft.part_of is source:
                continue
            if name in source.own and name not in draft.own:
                draft.own[name], draft.rules[name] = source.own[name], rule

    def _holds(self, draft: Draft, source: Draft) -> bool:
        """Whether a figure is of the measure of another, or of one that this leaves open."""
        wider = self._measures.get(source.match.measure or "")
        return wider is not None and draft.match.measure in (wider.name, *wider.either)

    def _belong(self, draft: Draft) -> None:
        """Membership: datasets that list the measure and whose condition holds."""
        if draft.match.measure is None:
            return
        members = [
            dataset
            for dataset, when in self._listing.get(draft.match.measure, ())
            if not when or all(draft.own.get(name) in values for name, values in when.items())
        ]
        draft.datasets = tuple(sorted([dataset.name for dataset in members]))
        kept = frozenset().union(*[dataset.own for dataset in members])
        for name in draft.own.keys() - kept:
            del draft.own[name], draft.rules[name]
        call_by_names(draft.own, draft.rules, draft.sentence)

    def _direct(self, sentence: Sentence, index: int, draft: Draft) -> None:
        """The direction of any change, also of a figure that belongs to no dataset."""
        if draft.match.measure is not None or "direction" not in self._own:
            return
        found = direction(sentence.tokens, sentence.scan.quantities, index)
        if found is not None:
            draft.own["direction"], draft.rules["direction"] = found[0], f"change word: {found[1]}"

    def _remember(self, sentence: Sentence, drafts: Iterable[Draft], memory: Memory) -> None:
        remember(sentence, memory)
        for draft in drafts:
            if draft.match.measure is not None:
                if draft.part_of is None and "counted" in draft.fields and not is_shared(draft.q):
                    told = draft.fields["counted"], draft.q.value, scourges(sentence)
                    memory.counted[draft.q.unit, draft.match.measure] = told
                place = draft.fields.get("place")
                apart = draft.placed and draft.part_of is not None
                traded = "flow" in draft.own and draft.rules.get("place") == OF_TAKER
                if place is not None and not (apart or traded or place.islower()):
                    memory.place = place  # a plain site ("their tents") is of its sentence alone
                memory.event = draft.fields.get("event") or memory.event
                reporter = draft.own.get("reporter")
                if reporter is not None:
                    memory.reporter = reporter
                    memory.reporters.setdefault(code_of(reporter) or reporter, reporter)
                taker = draft.own.get("recipient")
                if taker is not None and not taker.lower().startswith(("each ", "every ")):
                    memory.recipient = taker
