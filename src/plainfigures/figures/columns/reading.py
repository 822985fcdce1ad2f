"""What a column's reader looks at, and what it gives."""

from bisect import bisect_left
from collections.abc import Mapping

from plainfigures.definitions.model import ReaderChoice
from plainfigures.figures.columns.parties import PARTIES
from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import is_person, singular
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
        first, last = self._counted(first, last)
        timed = (one.first for one in self.sentence.periods if one.last == last)
        text = self.sentence.words(first, max(next(timed, last), first + 1))  # "refugees last week"
        return None if text is None else (text, rule)

    def _counted(self, first: int, last: int) -> Span:
        """A span without what a number counts, but for those who give ("*some 30* countries")."""
        quantities = self.sentence.scan.quantities
        for q in quantities[bisect_left(quantities, first, key=lambda one: one.phrase_last) :]:
            if q.phrase_first >= last:
                break
            if self._counts(q, first, last):
                return min(first, q.phrase_first), last
            if q.first > first:
                last = q.first
                while last > first and self.tokens.word[last - 1] in _JOINTS:
                    last -= 1
                break
        return first, last

    def _counts(self, q: Quantity, first: int, last: int) -> bool:
        """ "*Some 30* countries", "delegates from *30 states*": whether it counts who gives."""
        if self.choice.name not in PARTIES or q.kind != "noun" or q.first >= q.counted_last:
            return False
        led = q.phrase_first > first and not is_person(singular(self.tokens.at(q.phrase_first - 2)))
        return q.counted_last == last and not led
