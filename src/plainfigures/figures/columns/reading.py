"""What a column's reader looks at, and what it gives."""

from bisect import bisect_right
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

_JOINTS = frozenset(("and", ",", "(", "the", "or", "&"))


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
        """The words of a span as a value, up to the next sum ("Chad and US$ 2 million")."""
        first, last = span
        quantities = self.sentence.scan.quantities
        following = bisect_right(quantities, first, key=lambda one: one.first)
        if following < len(quantities) and quantities[following].first < last:
            last = quantities[following].first
            while last > first and self.tokens.word[last - 1] in _JOINTS:
                last -= 1
        text = self.sentence.words(first, last)
        return None if text is None else (text, rule)
