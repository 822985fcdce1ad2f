"""Reading a document: every number of it as a figure, or set aside with its reason."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainfigures.definitions import Definitions
from plainfigures.documents import Document, Paragraph
from plainfigures.figures import anomalies as editor
from plainfigures.figures.context import Memory
from plainfigures.figures.decisions import Guard
from plainfigures.figures.figure import Anomaly, Decision, Figure, FigureSpan, NumberToken, Reading
from plainfigures.figures.ids import Ids
from plainfigures.figures.measures import Carried, Measures
from plainfigures.figures.row import Draft, RowReader
from plainfigures.figures.sentence import Sentence
from plainfigures.figures.triggers import Vocabulary
from plainfigures.prose.lexicon import numbers
from plainfigures.prose.normal import normalise
from plainfigures.prose.numbers import is_number
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import MULTIPLES, scan
from plainfigures.prose.sentences import sentences
from plainfigures.prose.tokens import Tokens

_DIGIT = re.compile("[\\d\u00bc-\u00be\u2150-\u215e]")
_WORDS = re.compile(r"[a-z]+")


class Reader:
    """Reads documents under one set of definitions; make it once and use it for many."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._vocabulary = Vocabulary(definitions)
        self._rows = RowReader(definitions, self._vocabulary)
        self._numeric = frozenset(numbers()) | MULTIPLES

    def read(self, document: Document, decisions: Sequence[Decision] = ()) -> Reading:
        """All that the document states in numbers; a pure function of its arguments."""
        return _Pass(self, document, decisions).run()

    def has_numbers(self, text: str, low: str, start: int, end: int) -> bool:
        """Whether text[start:end] holds a digit, a number word or a multiple."""
        if _DIGIT.search(text, start, end) is not None:
            return True
        return not self._numeric.isdisjoint(_WORDS.findall(low, start, end))


class _Pass:
    """One reading of one document."""

    def __init__(self, reader: Reader, document: Document, decisions: Sequence[Decision]) -> None:
        self.reader = reader
        self.document = document
        self.text = document.text
        self.plain = normalise(document.text)
        low = self.plain.lower()
        self.low = low if len(low) == len(self.plain) else self.plain
        self.guard = Guard(document.name, document.text, reader._definitions, decisions)
        self.additions = dict(self.guard.additions())
        self.ids = Ids(document.name)
        self.figures: list[Figure] = []
        self.tokens: list[NumberToken] = []
        self.anomalies: list[Anomaly] = []
        self.measures = Measures(reader._vocabulary, frozenset(_WORDS.findall(self.low)))
        citation = document.citation
        self.date = citation.date
        self.country = citation.country
        self.currency = citation.currency
        self.repeats = {repeat.paragraph: repeat for repeat in document.repeats}
        self.by_word: dict[tuple[int, int], int] = {}
        containers = {repeat.container for repeat in document.repeats}
        self.containers = containers

    def run(self) -> Reading:
        later: list[Paragraph] = []
        for paragraph in self.document.paragraphs:
            if paragraph.number in self.repeats:
                later.append(paragraph)
            else:
                self._paragraph(paragraph)
        for paragraph in later:
            self._repeat(paragraph)
        self._editor()
        figures = self.guard.apply(self.figures)
        kept = {figure.figure_id for figure in figures}
        tokens = [
            token
            if token.figure_id is None or token.figure_id in kept
            else replace(token, figure_id=None, reason="denied")
            for token in self.tokens
        ]
        return Reading(
            self.document,
            tuple(
                sorted(
                    figures,
                    key=lambda figure: (figure.paragraph, figure.number_start, figure.figure_id),
                )
            ),
            tuple(sorted(tokens, key=lambda token: (token.start, token.end))),
            tuple(
                sorted(
                    self.anomalies, key=lambda one: (one.paragraph, one.start, one.end, one.kind)
                )
            ),
            tuple(self.guard.decisions),
        )

    # -- paragraphs --------------------------------------------------------------------------

    def _scans(self, paragraph: Paragraph) -> list[Sentence]:
        start, end = paragraph.start, paragraph.end
        if not self.reader.has_numbers(self.plain, self.low, start, end):
            return []
        found = []
        for first, last in sentences(self.plain, start, end):
            if self.reader.has_numbers(self.plain, self.low, first, last):
                tokens = Tokens(self.plain, first, last)
                one = scan(tokens, self.country, self.currency)
                found.append(Sentence(self.text, first, last, one, self.date))
        return found

    def _paragraph(self, paragraph: Paragraph) -> None:
        found = self._scans(paragraph)
        if not found:
            return
        self.ids.enter(self.text, paragraph.start, paragraph.end)
        carried, memory = Carried(), Memory()
        seen = paragraph.start
        for sentence in found:
            self._recall(sentence, seen, memory)
            seen = sentence.end
            memory.before = (paragraph.start, sentence.start)
            self._units(sentence)
            sentence.triggers = self.reader._vocabulary.find(sentence.tokens)
            sentence.matches = self.measures.read(sentence.scan, sentence.triggers, carried)
            drafts = self.reader._rows.read(sentence, paragraph.number, memory)
            self._keep(sentence, drafts, paragraph)

    def _recall(self, sentence: Sentence, seen: int, memory: Memory) -> None:
        """Speakers and people named since the last sentence with a number, where a pronoun needs them."""
        if seen >= sentence.start:
            return
        if not (any(one.pronoun for one in sentence.attributions)):
            return
        for first, last in sentences(self.plain, seen, sentence.start):
            between = Sentence(
                self.text, first, last, scan(Tokens(self.plain, first, last)), self.date
            )
            for one in between.attributions:
                if not one.pronoun:
                    memory.speaker = between.words(one.first, one.last)

    def _units(self, sentence: Sentence) -> None:
        """Nouns that a dataset counts in a unit of its own ("landmines": mine)."""
        special = self.reader._vocabulary.special
        for q in sentence.scan.quantities:
            if q.noun is not None and q.kind in ("noun", "bare"):
                unit = special(sentence.tokens, q.noun.first, q.noun.last)
                if unit is not None:
                    q.unit = unit if q.rate is None or q.rate_over_time else q.unit

    def _keep(self, sentence: Sentence, drafts: list[Draft], paragraph: Paragraph) -> None:
        """Give ids, make figures, account for every number token of the sentence."""
        tokens = sentence.tokens
        ids: dict[int, str] = {}
        for draft in drafts:
            ids[id(draft)] = self.ids.give(tokens.start[draft.q.first])
        owner: dict[int, str] = {}
        for draft in drafts:
            figure = self._figure(draft, ids, paragraph)
            self.figures.append(figure)
            if paragraph.number in self.containers:
                self.by_word[paragraph.number, self.ids.index(figure.number_start)] = (
                    len(self.figures) - 1
                )
            for k in range(draft.q.first, draft.q.last):
                owner[k] = figure.figure_id
        reasons: dict[int, str] = {}
        for aside in sentence.scan.asides:
            for k in range(aside.first, aside.last):
                reasons[k] = aside.reason
        for q, match in zip(sentence.scan.quantities, sentence.matches, strict=True):
            if match.denied is not None or q.kind == "multiple":
                for k in range(q.first, q.last):
                    reasons.setdefault(k, match.denied or "multiple")
        for k in range(tokens.size):
            if is_number(tokens, k):
                figure_id = owner.get(k)
                reason = None if figure_id is not None else reasons.get(k, "idiom")
                self.tokens.append(
                    NumberToken(paragraph.number, tokens.start[k], tokens.end[k], figure_id, reason)
                )

    def _figure(self, draft: Draft, ids: dict[int, str], paragraph: Paragraph) -> Figure:
        q, sentence, fields = draft.q, draft.sentence, draft.fields
        tokens = sentence.tokens
        start, end = tokens.start[q.phrase_first], tokens.end[q.phrase_last - 1]
        number_start, number_end = tokens.start[q.first], tokens.end[q.last - 1]
        figure_id = ids[id(draft)]
        kinds: set[str] = set()
        for kind, first, last in draft.anomalies:
            kinds.add(kind)
            self._flag(kind, paragraph.number, first, last, figure_id)
        if q.garbled:
            kinds.add("garbled_number")
            self._flag("garbled_number", paragraph.number, number_start, number_end, figure_id)
        if q.ambiguous_currency:
            kinds.add("ambiguous_currency")
            self._flag("ambiguous_currency", paragraph.number, number_start, number_end, figure_id)
        for date in sentence.scan.dates:
            where = tokens.start[date.first], tokens.end[date.last - 1]
            if not date.valid:
                self._flag(
                    "impossible_date",
                    paragraph.number,
                    *where,
                    figure_id if self._in_period(draft, where) else None,
                )
                if self._in_period(draft, where):
                    kinds.add("impossible_date")
            elif self._in_period(draft, where) and editor.date_after(sentence, date, self.date):
                kinds.add("date_after_document")
                self._flag("date_after_document", paragraph.number, *where, figure_id)
        rules = {"value": _form(q), "unit": _unit_rule(q), **draft.rules}
        if q.rules:
            rules.update(q.rules)
        return Figure(
            figure_id=figure_id,
            measure=draft.match.measure,
            value=_number(q.value),
            value_low=_number(q.low),
            value_high=_number(q.high),
            qualifier=q.qualifier,
            unit=q.unit,
            counted=fields.get("counted"),
            basis=fields.get("basis"),
            event=fields.get("event"),
            place=fields.get("place"),
            period=fields.get("period"),
            period_start=fields.get("period_start"),
            period_end=fields.get("period_end"),
            as_of=fields.get("as_of"),
            attributed_to=fields.get("attributed_to"),
            part_of=ids[id(draft.part_of)] if draft.part_of is not None else None,
            same_as=ids[id(draft.same_as)] if draft.same_as is not None else None,
            own=dict(draft.own),
            quote=self.text[start:end],
            sentence=self.text[sentence.start : sentence.end],
            document=self.document.name,
            paragraph=paragraph.number,
            start=start,
            end=end,
            number_start=number_start,
            number_end=number_end,
            datasets=draft.datasets,
            anomalies=tuple(sorted(kinds)),
            decision=None,
            repeats=(),
            rules=rules,
            decided=(),
        )

    def _in_period(self, draft: Draft, where: tuple[int, int]) -> bool:
        """Whether a date is the one that the figure takes as its period."""
        period = draft.fields.get("period")
        if period is None:
            return False
        at = self.text.find(period, draft.sentence.start, draft.sentence.end)
        return at >= 0 and at < where[1] and at + len(period) > where[0]

    def _repeat(self, paragraph: Paragraph) -> None:
        """The numbers of a repeat are further places of the figures of its container."""
        repeat = self.repeats[paragraph.number]
        self.ids.enter(self.text, paragraph.start, paragraph.end)
        for sentence in self._scans(paragraph):
            tokens = sentence.tokens
            owner: dict[int, str] = {}
            for q in sentence.scan.quantities:
                number_start = tokens.start[q.first]
                at = self.by_word.get(
                    (repeat.container, repeat.word_offset + self.ids.index(number_start))
                )
                if at is None:
                    continue
                figure = self.figures[at]
                span = FigureSpan(
                    paragraph.number, tokens.start[q.phrase_first], tokens.end[q.phrase_last - 1],
                    number_start, tokens.end[q.last - 1],
                )  # fmt: skip
                self.figures[at] = replace(figure, repeats=(*figure.repeats, span))
                for k in range(q.first, q.last):
                    owner[k] = figure.figure_id
            reasons = {
                k: aside.reason
                for aside in sentence.scan.asides
                for k in range(aside.first, aside.last)
            }
            for k in range(tokens.size):
                if is_number(tokens, k):
                    figure_id = owner.get(k)
                    reason = None if figure_id is not None else reasons.get(k, "repeat")
                    self.tokens.append(
                        NumberToken(
                            paragraph.number, tokens.start[k], tokens.end[k], figure_id, reason
                        )
                    )

    # -- anomalies ---------------------------------------------------------------------------

    def _flag(self, kind: str, paragraph: int, start: int, end: int, figure_id: str | None) -> None:
        for index, one in enumerate(self.anomalies):
            if (one.kind, one.start, one.end) == (kind, start, end):
                if figure_id is not None and figure_id not in one.figure_ids:
                    self.anomalies[index] = replace(
                        one, figure_ids=tuple(sorted((*one.figure_ids, figure_id)))
                    )
                return
        self.anomalies.append(
            Anomaly(kind, paragraph, start, end, (figure_id,) if figure_id else ())
        )

    def _editor(self) -> None:
        """Anomalies of the text itself, and the figures that they touch."""
        document, text = self.document, self.text
        spans: list[tuple[str, int, int, int]] = []
        starts = {}
        for paragraph in document.paragraphs:
            for first, last in editor.garbled_hyphens(text, paragraph.start, paragraph.end):
                spans.append(("garbled_hyphen", paragraph.number, first, last))
            for first, last in editor.missing_spaces(text, paragraph.start, paragraph.end):
                spans.append(("missing_space", paragraph.number, first, last))
            starts[paragraph.number] = paragraph
        for first, last in editor.lost_hyphens(document):
            number = next(p.number for p in document.paragraphs if p.start <= first < p.end)
            spans.append(("lost_hyphen", number, first, last))
        for repeat in document.repeats:
            paragraph = starts[repeat.paragraph]
            spans.append(("repeat", paragraph.number, paragraph.start, paragraph.end))
            if not repeat.exact:
                spans.append(("inexact_repeat", paragraph.number, paragraph.start, paragraph.end))
        for number, _ in document.near_repeats:
            paragraph = starts[number]
            spans.append(("inexact_repeat", number, paragraph.start, paragraph.end))
        self._dates_outside_figures()
        for kind, number, first, last in spans:
            touched = []
            if kind not in ("repeat", "inexact_repeat"):
                for index, figure in enumerate(self.figures):
                    if figure.paragraph == number and figure.start < last and first < figure.end:
                        touched.append(figure.figure_id)
                        self.figures[index] = replace(
                            figure, anomalies=tuple(sorted({*figure.anomalies, kind}))
                        )
            self.anomalies.append(Anomaly(kind, number, first, last, tuple(sorted(touched))))

    def _dates_outside_figures(self) -> None:
        """Events dated after the document in sentences whose figures do not take the date."""
        if not self.date:
            return
        for paragraph in self.document.paragraphs:
            for sentence in self._scans(paragraph):
                for date in sentence.scan.dates:
                    if editor.date_after(sentence, date, self.date):
                        tokens = sentence.tokens
                        self._flag(
                            "date_after_document",
                            paragraph.number,
                            tokens.start[date.first],
                            tokens.end[date.last - 1],
                            None,
                        )


def _form(q: Quantity) -> str:
    if q.vague:
        return "vague number"
    if q.qualifier == "between":
        return "range"
    if q.kind == "multiple":
        return "multiple as a change in percent"
    return "fraction" if q.fraction else "number"


def _unit_rule(q: Quantity) -> str:
    if q.inherited:
        return "unit of a parallel number"
    if q.kind == "money":
        return "currency by default" if q.ambiguous_currency else "currency"
    return {"noun": "counted noun", "bare": "none"}.get(q.kind, f"{q.kind} word")


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def read(
    document: Document, definitions: Definitions, decisions: Sequence[Decision] = ()
) -> Reading:
    """Read one document; make a `Reader` for many."""
    return Reader(definitions).read(document, decisions)
