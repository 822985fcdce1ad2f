"""Making figures: drafts with their ids, spans and anomalies as the frozen values that leave."""

from dataclasses import dataclass
from decimal import Decimal

from plainfigures.documents import Document
from plainfigures.figures.anomalies import Flags, date_after
from plainfigures.figures.figure import Figure
from plainfigures.figures.row import Draft
from plainfigures.prose.date import Date
from plainfigures.prose.quantity import Quantity

_FORMS = {"vague": "vague number", "between": "range"}
_FRACTIONS = {"vague": "vague number", "between": "range of fractions"}
_UNITS = {"noun": "counted noun", "bare": "none"}


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the figures of one document."""

    document: Document
    flags: Flags

    def make(
        self, draft: Draft, figure_id: str, links: dict[str, str | None], paragraph: int
    ) -> Figure:
        """The figure of a draft; `links` are the ids of part_of and same_as."""
        q, sentence, fields = draft.q, draft.sentence, draft.fields
        tokens = sentence.tokens
        start, end = tokens.start[q.phrase_first], tokens.end[q.phrase_last - 1]
        number_start, number_end = tokens.start[q.first], tokens.end[q.last - 1]
        kinds = self._anomalies(draft, figure_id, paragraph)
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
            part_of=links["part_of"],
            same_as=links["same_as"],
            own=dict(draft.own),
            quote=self.document.slice(start, end),
            sentence=sentence.text,
            document=self.document.name,
            paragraph=paragraph,
            start=start,
            end=end,
            number_start=number_start,
            number_end=number_end,
            datasets=draft.datasets,
            anomalies=kinds,
            decision=None,
            repeats=(),
            rules={"value": _form(q), "unit": _unit_rule(q), **draft.rules},
            decided=(),
        )

    def _anomalies(self, draft: Draft, figure_id: str, paragraph: int) -> tuple[str, ...]:
        """Flag what the figure's own words show, and give the kinds."""
        q, tokens = draft.q, draft.sentence.tokens
        number = tokens.start[q.first], tokens.end[q.last - 1]
        kinds = {
            kind
            for kind, holds in (
                ("garbled_number", q.garbled),
                ("ambiguous_currency", q.ambiguous_currency),
                ("breakdown_above_whole", draft.above_whole),
            )
            if holds
        }
        for kind in sorted(kinds):
            self.flags.add(kind, paragraph, *number, figure_id)
        for date in draft.sentence.scan.dates:
            wrong = self._of_date(draft, date)
            if wrong is not None:
                kinds.add(wrong)
                where = tokens.start[date.first], tokens.end[date.last - 1]
                self.flags.add(wrong, paragraph, *where, figure_id)
        return tuple(sorted(kinds))

    def _of_date(self, draft: Draft, date: Date) -> str | None:
        """What is wrong with a date that the figure takes as its period or stands beside."""
        tokens = draft.sentence.tokens
        period = draft.fields.get("period")
        if not date.valid:
            return "impossible_date"
        if period is None:
            return None
        at = self.document.text.find(period, draft.sentence.start, draft.sentence.end)
        takes = (
            at >= 0
            and at < tokens.end[date.last - 1]
            and at + len(period) > tokens.start[date.first]
        )
        if takes and date_after(draft.sentence, date, self.document.citation.date):
            return "date_after_document"
        return None


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
    if q.kind == "money":
        return "currency by default" if q.ambiguous_currency else "currency"
    return _UNITS.get(q.kind, f"{q.kind} word")
