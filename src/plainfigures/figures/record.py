"""Records: a figure or a set-aside number as `extract` prints it, in the order of the contract."""

from dataclasses import fields
from operator import attrgetter

from plainfigures.definitions import Definitions
from plainfigures.documents import Document
from plainfigures.figures.figure import Figure, FigureSpan, NumberToken

_TAIL = ("repeats", "rule")
_PLACES = tuple(field.name for field in fields(FigureSpan))


def columns(definitions: Definitions) -> tuple[str, ...]:
    """The names of a record's fields in order."""
    return (*definitions.figures_columns, *_TAIL)


class Records:
    """Makes records under one set of definitions."""

    def __init__(self, definitions: Definitions) -> None:
        names = columns(definitions)
        known = {field.name for field in fields(Figure)}.intersection(names)
        self._blank: dict[str, object] = dict.fromkeys(names)
        self._names = tuple(name for name in names if name in known)
        self._values = attrgetter(*self._names)

    def of(self, figure: Figure) -> dict[str, object]:
        """One figure as plain values: stated, own columns, where it stands, repeats, rule."""
        row = self._blank.copy()
        row.update(zip(self._names, self._values(figure), strict=True))
        row.update(figure.own)
        value, low, high = figure.value, figure.value_low, figure.value_high
        row["value"] = plain = _plain(value)
        row["value_low"] = plain if low == value else _plain(low)
        row["value_high"] = plain if high == value else _plain(high)
        row["datasets"] = list(figure.datasets)
        row["anomalies"] = "; ".join(figure.anomalies) or None
        row["repeats"] = [_place(span) for span in figure.repeats]
        row["rule"] = figure.rules
        return row


def _place(span: FigureSpan) -> dict[str, object]:
    return {name: getattr(span, name) for name in _PLACES}


def set_aside(token: NumberToken, document: Document) -> dict[str, object]:
    """A number that is no figure: where it stands, its words and the reason."""
    return {
        "set_aside": token.reason,
        "token": document.text[token.start : token.end],
        "document": document.name,
        "paragraph": token.paragraph,
        "start": token.start,
        "end": token.end,
    }


def _plain(value: float | None) -> float | int | None:
    """An integral double as an integer, so that 34500 prints without a point."""
    if value is None or not value.is_integer() or abs(value) >= 1e15:
        return value
    return int(value)
