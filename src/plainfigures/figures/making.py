"""Making figures: drafts with their ids, spans and anomalies as the frozen values that leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainfigures.documents import Document
from plainfigures.figures.anomalies import Flag, Mark, date_after
from plainfigures.figures.figure import Figure
from plainfigures.figures.rows.row import Draft
from plainfigures.prose.dates.date import Date
from plainfigures.prose.nouns.quantity import Quantity

_FORMS = {"vague": "vague number", "between": "range"}
_FRACTIONS = {"vague": "vague number", "between": "range of fractions"}
_UNITS = {"noun": "counted noun", "bare": "unit of the measure"}


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the figures of one document."""

    document: Document

    def make(
        self, draft: Draft, paragraph: int, marks: Sequence[Mark], flags: list[Flag]
    ) -> Figure:
        """The figure of a draft.

        `marks` are what the text around it shows; `flags` takes the anomalies of the figure.
        """
        q, sentence, fields = draft.q, draft.sentence, draft.fields
        tokens = sentence.tokens
        start, end = tokens.start[q.quote_first], tokens.end[q.counted_last - 1]
        value = _number(q.value)
        number_start, number_end = tokens.start[q.first], tokens.end[q.last - 1]
        found = list(self._anomalies(draft, number_start, number_end))
        if marks:
            found += [(kind, a, b) for a, b, kind, _ in marks if start < b and a < end]
        flags += [(kind, paragraph, a, b, draft.figure_id) for kind, a, b in found]
        return Figure(
            figure_id=draft.figure_id,
            measure=draft.match.measure,
            value=value,
            value_low=value if q.low is q.value else _number(q.low),
            value_high=value if q.high is q.value else _number(q.high),
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
            part_of=_id(draft.part_of),
            same_as=_id(draft.same_as),
            own=draft.own,
            quote=self.document.slice(start, end),
            sentence=sentence.text,
            document=self.document.name,
            paragraph=paragraph,
            start=start,
            end=end,
            number_start=number_start,
            number_end=number_end,
            datasets=draft.datasets,
            anomalies=tuple(sorted({kind for kind, _, _ in found})) if found else (),
            decision=None,
            repeats=(),
            rules={"value": _form(q), "unit": _unit_rule(q), **draft.rules},
            decided=(),
        )

    def _anomalies(self, draft: Draft, first: int, last: int) -> Iterator[tuple[str, int, int]]:
        """What the figure's own words show, and where; first:last are those of its number."""
        q, tokens = draft.q, draft.sentence.tokens
        if q.garbled:
            yield "garbled_number", first, last
        if q.ambiguous_currency:
            yield "ambiguous_currency", first, last
        if draft.above_whole:
            yield "breakdown_above_whole", first, last
        for date in draft.sentence.scan.dates:
            wrong = self._of_date(draft, date)
            if wrong is not None:
                yield wrong, tokens.start[date.first], tokens.end[date.last - 1]

    def _of_date(self, draft: Draft, date: Date) -> str | None:
        """What is wrong with a date that the figure takes as its period or stands beside."""
        tokens = draft.sentence.tokens
        period = draft.fields.get("period")
        if not date.valid:
            return "impossible_date"
        if period is None or not date_after(draft.sentence, date, self.document.citation.date):
            return None
        at = self.document.text.find(period, draft.sentence.start, draft.sentence.end)
        takes = 0 <= at < tokens.end[date.last - 1] and at + len(period) > tokens.start[date.first]
        return "date_after_document" if takes else None


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _form(q: Quantity) -> str:
    if q.kind == "multiple":
        return "multiple as a change in percent"
    if q.fraction:
        return _FRACTIONS.get(q.qualifier, "fraction")
    return _FORMS.get(q.qualifier, "number")


def _unit_rule(q: Quantity) -> str:
    if q.inherited:
        return "unit of a parallel number"
    if q.unit is None:
        return "none"
    if q.kind == "money":
        return "currency by default" if q.ambiguous_currency else "currency"
    return _UNITS.get(q.kind, f"{q.kind} word")


def _id(draft: Draft | None) -> str | None:
    return None if draft is None else draft.figure_id
