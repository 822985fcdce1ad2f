"""One sentence with all that was read of it: the common ground of the column readers."""

from dataclasses import dataclass, field
from functools import cached_property

from plainfigures.figures.measures import Match
from plainfigures.figures.triggers import Trigger
from plainfigures.prose.attribution import Attribution, attributions
from plainfigures.prose.names import Name, event_names, place_names
from plainfigures.prose.periods import Period, periods
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.scan import Scan
from plainfigures.prose.tokens import Tokens


@dataclass
class Sentence:
    """A sentence of a paragraph; `original` is the canonical text, the tokens are normalised."""

    original: str
    start: int
    end: int
    scan: Scan
    document_date: str | None
    matches: list[Match] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)

    @property
    def tokens(self) -> Tokens:
        """The token table."""
        return self.scan.tokens

    @cached_property
    def periods(self) -> list[Period]:
        """What says when."""
        return periods(self.scan, self.document_date)

    @cached_property
    def attributions(self) -> list[Attribution]:
        """Who says what."""
        return attributions(self.tokens)

    @cached_property
    def places(self) -> list[Name]:
        """Names of places, those inside an event's name or a counted noun left out."""
        taken = [(event.first, event.last) for event in event_names(self.tokens)]
        taken += [(q.phrase_first, q.phrase_last) for q in self.scan.quantities]
        taken += [(one.first, one.last) for one in self.attributions if not one.pronoun]
        return [
            name
            for name in place_names(self.tokens)
            if not any(first < name.last and name.first < last for first, last in taken)
        ]

    @cached_property
    def events(self) -> list[Name]:
        """Names of events, those that only date something left out ("since the end of the war")."""
        word = self.tokens.word
        dating = [
            period
            for period in self.periods
            if period.start is None and word[period.first] in ("since", "after", "before", "until")
        ]
        return [
            name
            for name in event_names(self.tokens)
            if not any(period.first < name.last and name.first < period.last for period in dating)
        ]

    def words(self, first: int, last: int) -> str | None:
        """The canonical text of tokens first..last (exclusive), or None where there are none."""
        if first >= last:
            return None
        return self.original[self.tokens.start[first] : self.tokens.end[last - 1]]

    def distance(self, q: Quantity, first: int, last: int) -> float:
        """How far tokens first..last are from a quantity: tokens between, commas and clauses more."""
        if first < q.phrase_last and last > q.phrase_first:
            return 0.0
        low, high = (last, q.phrase_first) if last <= q.phrase_first else (q.phrase_last, first)
        total = 0.0
        for word in self.tokens.word[low:high]:
            total += _FAR.get(word, 1.0)
        return total


_FAR = {
    ",": 2.0,
    ";": 12.0,
    "while": 8.0,
    "whereas": 8.0,
    "but": 6.0,
    "which": 2.0,
    "who": 2.0,
    "the": 0.3,
    "a": 0.3,
    "of": 0.5,
    "in": 0.5,
}
