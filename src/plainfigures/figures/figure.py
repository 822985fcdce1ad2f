"""What leaves the figures room: figures, number tokens, anomalies, decisions, readings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plainfigures.documents import Document


@dataclass(frozen=True, slots=True)
class FigureSpan:
    """One place where a figure stands; offsets are code points of the canonical text."""

    paragraph: int
    start: int
    end: int
    number_start: int
    number_end: int


# Not frozen, for one is made of each number: frozen fields take three times as long to set.
@dataclass(slots=True)
class Figure:
    """A quantity read in context; the fields are the columns of DESIGN.md with the same names.

    `own` holds the own columns that have a value, by name; `datasets` are those that the figure
    belongs to, sorted; `repeats` are further places of the same figure; `rules` says for each field
    that was read which rule read it and from which words; `decided` names corrected fields.
    """

    figure_id: str
    measure: str | None
    value: float | None
    value_low: float | None
    value_high: float | None
    qualifier: str
    unit: str | None
    counted: str | None
    basis: str | None
    event: str | None
    place: str | None
    period: str | None
    period_start: str | None
    period_end: str | None
    as_of: str | None
    attributed_to: str | None
    part_of: str | None
    same_as: str | None
    own: Mapping[str, str]
    quote: str
    sentence: str
    document: str
    paragraph: int
    start: int
    end: int
    number_start: int
    number_end: int
    datasets: tuple[str, ...]
    anomalies: tuple[str, ...]
    decision: str | None
    repeats: tuple[FigureSpan, ...]
    rules: Mapping[str, str]
    decided: tuple[str, ...]


class NumberToken(NamedTuple):
    """One number token of the text: part of a figure, or set aside with a reason."""

    paragraph: int
    start: int
    end: int
    figure_id: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Something in the source that a careful editor would flag; never repaired."""

    kind: str
    paragraph: int
    start: int
    end: int
    figure_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A human correction of a reading; `value` is the decision's `is`."""

    kind: str
    figure_id: str | None
    quote: str
    field: str | None
    was: str | None
    value: str | None
    reason: str
    by: str
    on: str
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document, each tuple in the order of the text."""

    document: Document
    figures: tuple[Figure, ...]
    coverage: tuple[NumberToken, ...]
    anomalies: tuple[Anomaly, ...]
    decisions: tuple[Decision, ...]
