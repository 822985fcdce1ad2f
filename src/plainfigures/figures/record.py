"""Records: a figure or a set-aside number as `extract` prints it, in the order of the contract."""

from plainfigures.definitions import Definitions
from plainfigures.documents import Document
from plainfigures.figures.figure import Figure, NumberToken

_TAIL = ("repeats", "rule")


def columns(definitions: Definitions) -> tuple[str, ...]:
    """The names of a record's fields in order."""
    return (*definitions.figures_columns, *_TAIL)


def record(figure: Figure, definitions: Definitions) -> dict[str, object]:
    """One figure as plain values: stated, own columns each once, where it stands, repeats, rule."""
    row: dict[str, object] = {}
    for name in definitions.figures_columns:
        if name in figure.own:
            row[name] = figure.own[name]
        elif name == "datasets":
            row[name] = list(figure.datasets)
        elif name == "anomalies":
            row[name] = "; ".join(figure.anomalies) or None
        else:
            value = getattr(figure, name, None)
            row[name] = _plain(value) if isinstance(value, float) else value
    row["repeats"] = [
        {
            "paragraph": span.paragraph,
            "start": span.start,
            "end": span.end,
            "number_start": span.number_start,
            "number_end": span.number_end,
        }
        for span in figure.repeats
    ]
    row["rule"] = dict(figure.rules)
    return row


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


def _plain(value: float) -> float | int:
    """An integral double as an integer, so that 34500 prints without a point."""
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
