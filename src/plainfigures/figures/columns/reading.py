"""What a column's reader looks at, and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from plainfigures.definitions.model import ReaderChoice
from plainfigures.figures.context import Memory
from plainfigures.figures.match import Match
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

# A value with the rule and the words that gave it; None where the text gives none.
Value = tuple[str, str] | None
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """The figure's sentence and match, the row so far, and what the paragraph remembers."""

    sentence: Sentence
    q: Quantity
    index: int
    match: Match
    row: Mapping[str, str | None]
    memory: Memory
    choice: ReaderChoice

    @property
    def tokens(self) -> Tokens:
        """The token table of the sentence."""
        return self.sentence.tokens

    def words(self, span: Span, rule: str) -> Value:
        """The words of a span as a value."""
        text = self.sentence.words(*span)
        return None if text is None else (text, rule)
