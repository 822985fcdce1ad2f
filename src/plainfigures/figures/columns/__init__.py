"""The own columns of the datasets, each by the reader that its definition names."""

from collections.abc import Callable, Mapping

from plainfigures.definitions.model import Column
from plainfigures.figures.categories import CategoryIndex
from plainfigures.figures.columns.agents import agent, programme
from plainfigures.figures.columns.ages import age_group
from plainfigures.figures.columns.category import category, flow
from plainfigures.figures.columns.codes import country_code
from plainfigures.figures.columns.donors import donor
from plainfigures.figures.columns.partners import partner
from plainfigures.figures.columns.people import nationality, population
from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.columns.recipients import recipient
from plainfigures.figures.columns.trade import direction, reporter
from plainfigures.figures.context import Memory
from plainfigures.figures.match import Match
from plainfigures.figures.sentence import Sentence
from plainfigures.figures.triggers import Vocabulary

__all__ = ["ColumnReading", "Columns", "Value"]

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

    def __init__(self, columns: Mapping[str, Column], vocabulary: Vocabulary) -> None:
        self._columns = columns
        self._indexes = {
            name: CategoryIndex(column)
            for name, column in columns.items()
            if column.categories and column.reader is not None
        }

    def read(
        self, name: str, sentence: Sentence, index: int, match: Match,
        row: Mapping[str, str | None], memory: Memory,
    ) -> Value:  # fmt: skip
        """The value of one own column with the rule and words that gave it."""
        choice = self._columns[name].reader
        q = sentence.scan.quantities[index]
        if choice is None:
            return None
        counted = choice.options.get("units")
        if counted is not None and q.unit not in counted:
            return None
        reading = ColumnReading(sentence, q, index, match, row, memory, choice)
        by_words = _BY_WORDS.get(choice.name)
        if by_words is not None:
            return by_words(reading, self._indexes[name])
        return _READERS[choice.name](reading)
