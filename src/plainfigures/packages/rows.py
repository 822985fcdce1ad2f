"""Rows: what was read, as the cells of each table of a package, in the total order of each."""

from collections.abc import Callable, Iterable, Sequence

from plainfigures.definitions import Dataset
from plainfigures.figures import Anomaly, Figure, FigureSpan, Reading
from plainfigures.packages.selectors import selector

Place = Figure | FigureSpan
Cell = str | int | float | None
Row = dict[str, Cell]

JOIN = "; "


def figure_rows(dataset: Dataset, readings: Iterable[Reading]) -> list[Row]:
    """A row per figure of the dataset, of every figure where it holds all.

    A row may have more columns than the table, which takes those that it is defined with.
    """
    chosen = [figure for reading in readings for figure in members(dataset, reading)]
    return [_figure_row(dataset, figure) for figure in sorted(chosen, key=_order)]


def members(dataset: Dataset, reading: Reading) -> list[Figure]:
    """The figures of a reading that belong to a dataset; every figure to one that holds all."""
    return [
        figure for figure in reading.figures if dataset.holds_all or dataset.name in figure.datasets
    ]


def places(figure: Figure) -> tuple[Place, ...]:
    """Where a figure stands: its own place first, then where it is repeated."""
    return (figure, *figure.repeats)


def span_rows(dataset: Dataset, readings: Iterable[Reading]) -> list[Row]:
    """A row per place of each figure: the place of its row first, then where it is repeated."""
    rows: list[Row] = []
    for reading in readings:
        document = reading.document
        for figure in members(dataset, reading):
            for number, place in enumerate(places(figure), 1):
                prefix, suffix = selector(document.text, place.start, place.end)
                rows.append(
                    {
                        "figure_id": figure.figure_id,
                        "span": number,
                        "document": document.name,
                        "paragraph": place.paragraph,
                        "start": place.start,
                        "end": place.end,
                        "number_start": place.number_start,
                        "number_end": place.number_end,
                        "quote": document.slice(place.start, place.end),
                        "prefix": prefix or None,
                        "suffix": suffix or None,
                    }
                )
    return sorted(rows, key=lambda row: (*_place(row), str(row["figure_id"]), row["span"]))


def paragraph_rows(dataset: Dataset, readings: Iterable[Reading]) -> list[Row]:
    """The paragraphs that figures, their repeats or anomalies of the package stand in.

    Paragraphs that hold only numbers set aside are not among them: an essay is quoted as far as
    its figures need it, not published over again.
    """
    rows: list[Row] = []
    for reading in readings:
        document = reading.document
        figures = members(dataset, reading)
        cited = {place.paragraph for figure in figures for place in places(figure)} | {
            anomaly.paragraph for anomaly in anomalies_of(dataset, reading)
        }
        rows += [
            {
                "document": document.name,
                "paragraph": paragraph.number,
                "start": paragraph.start,
                "end": paragraph.end,
                "text": document.slice(paragraph.start, paragraph.end),
            }
            for paragraph in document.paragraphs
            if paragraph.number in cited
        ]
    return sorted(rows, key=lambda row: (str(row["document"]), _whole(row["paragraph"])))


def document_rows(dataset: Dataset, readings: Iterable[Reading]) -> list[Row]:
    """The documents that the package cites; where it holds all, every one that was read."""
    rows: list[Row] = []
    for reading in readings:
        if not dataset.holds_all and not members(dataset, reading):
            continue
        document, citation = reading.document, reading.document.citation
        row: Row = {
            "document": document.name,
            "characters": len(document.text),
            "paragraphs": len(document.paragraphs),
            "source_sha256": document.source_sha256,
            "text_sha256": document.text_sha256,
        }
        for name in CITED:
            row[name] = getattr(citation, name)
        rows.append(row)
    return sorted(rows, key=lambda row: str(row["document"]))


CITED = (
    "title",
    "author",
    "publication",
    "date",
    "language",
    "country",
    "currency",
    "rights",
    "volume",
    "issue",
    "pages",
    "address",
    "doi",
)


def anomalies_of(dataset: Dataset, reading: Reading) -> list[Anomaly]:
    """The anomalies that touch a figure of the dataset; all where it holds all."""
    if dataset.holds_all:
        return list(reading.anomalies)
    ids = {figure.figure_id for figure in members(dataset, reading)}
    return [anomaly for anomaly in reading.anomalies if not ids.isdisjoint(anomaly.figure_ids)]


def anomaly_rows(dataset: Dataset, readings: Iterable[Reading]) -> list[Row]:
    """A row per anomaly; `figures` names all figures that it touches, also of other datasets."""
    rows: list[Row] = [
        {
            "document": reading.document.name,
            "start": anomaly.start,
            "end": anomaly.end,
            "kind": anomaly.kind,
            "paragraph": anomaly.paragraph,
            "quote": reading.document.slice(anomaly.start, anomaly.end),
            "figures": _joined(anomaly.figure_ids),
        }
        for reading in readings
        for anomaly in anomalies_of(dataset, reading)
    ]
    return sorted(rows, key=lambda row: (*_place(row), str(row["kind"])))


def coverage_rows(dataset: Dataset, readings: Iterable[Reading]) -> list[Row]:
    """A row per number token of all documents: the figure it is part of, or why it is none."""
    rows: list[Row] = [
        {
            "document": reading.document.name,
            "start": token.start,
            "end": token.end,
            "paragraph": token.paragraph,
            "token": reading.document.slice(token.start, token.end),
            "figure_id": token.figure_id,
            "reason": token.reason,
        }
        for reading in readings
        for token in reading.coverage
    ]
    return sorted(rows, key=_place)


def decision_rows(dataset: Dataset, readings: Iterable[Reading]) -> list[Row]:
    """A row per decision, numbered from 1 in each document in the order of its file."""
    rows: list[Row] = [
        {
            "document": reading.document.name,
            "decision": number,
            "kind": decision.kind,
            "figure_id": decision.figure_id,
            "quote": decision.quote,
            "field": decision.field,
            "was": decision.was,
            "is": decision.value,
            "reason": decision.reason,
            "by": decision.by,
            "on": decision.on,
        }
        for reading in readings
        for number, decision in enumerate(reading.decisions, 1)
    ]
    return sorted(rows, key=lambda row: (str(row["document"]), _whole(row["decision"])))


def corrected(dataset: Dataset, reading: Reading) -> list[Figure]:
    """The figures of a dataset that stand by a correction, not by the reading alone.

    A figure that a decision only confirms as read is none of them.
    """
    confirmed = {each.figure_id for each in reading.decisions if each.kind == "confirm"}
    return [
        figure
        for figure in members(dataset, reading)
        if figure.decided or (figure.decision is not None and figure.figure_id not in confirmed)
    ]


TABLES: dict[str, Callable[[Dataset, Sequence[Reading]], list[Row]]] = {
    "spans": span_rows,
    "paragraphs": paragraph_rows,
    "documents": document_rows,
    "anomalies": anomaly_rows,
    "coverage": coverage_rows,
    "decisions": decision_rows,
}


def _figure_row(dataset: Dataset, figure: Figure) -> Row:
    row: Row = dict.fromkeys(dataset.columns)
    row |= {name: getattr(figure, name) for name in PLAIN}
    row.update(figure.own)
    row["datasets"] = _joined(figure.datasets)
    row["also_in"] = _joined(name for name in figure.datasets if name != dataset.name)
    row["anomalies"] = _joined(figure.anomalies)
    return row


# The fields of a figure that are columns as they are.
PLAIN = (
    "figure_id",
    "measure",
    "value",
    "value_low",
    "value_high",
    "qualifier",
    "unit",
    "counted",
    "basis",
    "event",
    "place",
    "period",
    "period_start",
    "period_end",
    "as_of",
    "attributed_to",
    "part_of",
    "same_as",
    "quote",
    "sentence",
    "document",
    "paragraph",
    "start",
    "end",
    "number_start",
    "number_end",
    "decision",
)


def _order(figure: Figure) -> tuple[str, int, int, int, str]:
    return (
        figure.document,
        figure.paragraph,
        figure.start,
        figure.number_start,
        figure.figure_id,
    )


def _place(row: Row) -> tuple[str, int, int, int]:
    return (
        str(row["document"]),
        _whole(row["paragraph"]),
        _whole(row["start"]),
        _whole(row["end"]),
    )


def _whole(cell: Cell) -> int:
    assert isinstance(cell, int)
    return cell


def _joined(values: Iterable[str]) -> str | None:
    return JOIN.join(sorted(values)) or None
