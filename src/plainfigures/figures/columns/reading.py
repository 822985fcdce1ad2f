"""What a column's reader looks at, and what it gives."""

from bisect import bisect_right
from collections.abc import Mapping

from plainfigures.definitions.model import ReaderChoice
from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.words.tokens import DASHES

# A value with the rule and the words that gave it; None where the text gives none.
Value = tuple[str, str] | None
Span = tuple[int, int]

_JOINTS = frozenset(("and", ",", "(", "the", "or", "&"))


class ColumnReading:
    """The figure's sentence and match, the row so far, and what the paragraph remembers.

    One for all columns of a figure: `choice` is the reader of the column at hand.
    """

    __slots__ = ("choice", "index", "match", "memory", "q", "row", "sentence", "tokens")

    choice: ReaderChoice

    def __init__(
        self, sentence: Sentence, index: int, match: Match, row: Mapping[str, str | None],
        memory: Memory,
    ) -> None:  # fmt: skip
        self.sentence, self.tokens = sentence, sentence.tokens
        self.q, self.index, self.match = sentence.scan.quantities[index], index, match
        self.row, self.memory = row, memory

    def words(self, span: Span, rule: str) -> Value:
        """The words of a span as a value, up to the next sum ("Chad and US$ 2 million")."""
        first, last = span
        for k in range(first + 1, last - 1):
            if self.tokens.word[k] in DASHES and not self.tokens.tight(k):
                first = k + 1  # "OSLO - Norway"
        quantities = self.sentence.scan.quantities
        following = bisect_right(quantities, first, key=lambda one: one.first)
        if following < len(quantities) and quantities[following].first < last:
            last = quantities[following].first
            while last > first and self.tokens.word[last - 1] in _JOINTS:
                last -= 1
        timed = (one.first for one in self.sentence.periods if one.last == last)
        text = self.sentence.words(first, max(next(timed, last), first + 1))  # "refugees last week"
        return None if text is None else (text, rule)
