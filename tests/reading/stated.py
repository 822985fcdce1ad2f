"""What a text states, for comparison with the same text changed."""

from __future__ import annotations

from functools import cache
from typing import Any

from plainfigures import documents
from tests.reading.test_reading import reader

FIELDS = ("measure", "value", "value_low", "value_high", "unit", "qualifier", "counted")


def measured(text: str) -> list[dict[str, Any]]:
    """The records of the figures of a text that have a measure, in its order."""
    records, read = reader()
    figures = read.read(documents.document_of_text("t", text)).figures
    return [row for row in map(records.of, figures) if row["measure"]]


@cache
def stated(text: str, fields: tuple[str, ...] = FIELDS) -> list[tuple[Any, ...]]:
    """Some fields of them."""
    return [tuple(row[field] for field in fields) for row in measured(text)]
