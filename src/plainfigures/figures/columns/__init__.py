"""The own columns of the datasets, each by the reader that its definition names."""

from collections.abc import Callable, Mapping

from plainfigures.definitions.model import Column
from plainfigures.figures.columns.agents import agent, programme
from plainfigures.figures.columns.ages import age_group
from plainfigures.figures.columns.category import category
from plainfigures.figures.columns.codes import country_code
from plainfigures.figures.columns.donors import donor
from plainfigures.figures.columns.flows import flow
from plainfigures.figures.columns.parties import PARTIES, call_by_names, own_words
from plainfigures.figures.columns.partners import partner
from plainfigures.figures.columns.people import nationality, population
from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.columns.recipients import recipient
from plainfigures.figures.columns.trade import direction, reporter
from plainfigures.figures.triggers.categories import CategoryIndex

__all__ = ["ColumnReading", "Columns", "Value", "call_by_names"]

_READERS: dict[str, Callable[[ColumnReading], Value]] = {
    "nationality": nationality,
    "country_code": country_code,
    "donor": donor,
    "recipient": recipient,
    "reporter": reporter,
    "partner": partner,
    "agent": agent,
    "population": population,
    "programme": programme,
    "direction": direction,
}
_BY_WORDS = {"category": category, "flow": flow, "age_group": age_group}


class Columns:
    """Reads own columns by the readers that definitions choose."""

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self._readers = {
            name: (column.reader, column.reader.options.get("units"), _reader(column))
            for name, column in columns.items()
            if column.reader is not None
        }

    def read(self, name: str, reading: ColumnReading) -> Value:
        """The value of one own column with the rule and words that gave it."""
        if name not in self._readers:
            return None
        reading.choice, counted, read = self._readers[name]
        if counted is not None and reading.q.unit not in counted:
            return None
        value = read(reading)
        shorter = own_words(value[0], name) if value and name in PARTIES else ""
        return (shorter, value[1]) if value and shorter else value


def _reader(column: Column) -> Callable[[ColumnReading], Value]:
    """What reads a column; one of categories looks them up in an index of its own."""
    name = "" if column.reader is None else column.reader.name
    if name not in _BY_WORDS:
        return _READERS[name]
    by_words, index = _BY_WORDS[name], CategoryIndex(column)

    def read(reading: ColumnReading) -> Value:
        named = reading.sentence.named.get(column.name)
        if named is None:
            named = reading.sentence.named[column.name] = index.of(reading.tokens)
        return by_words(reading, named)

    return read
