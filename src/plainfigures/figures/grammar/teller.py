"""What the readers of special verbs share: their sentence, and what was told before it."""

from collections.abc import Container

from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.grammar.themes import HOMEWARD, is_around
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import Carried
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.tokens import Tokens


class Teller:
    """Tells of one sentence the measures of people whom its triggers leave out or mistake."""

    def __init__(
        self, tokens: Tokens, predicates: Predicates, carried: Carried, lists: MeasureLists
    ) -> None:
        self._tokens = tokens
        self._predicates = predicates
        self._carried = carried
        self._lists = lists

    def _counts_people(self, q: Quantity) -> bool:
        """ "900 refugees left", "900 left": whether a number is of people, said or meant.

        None is meant behind a sentence that counts things: "It has 40 shops. In May 12 were left".
        """
        if q.kind == "bare" and q.unit is None and self._carried.after_things:
            return False
        return q.kind in ("noun", "bare") and is_anybody(self._tokens, q)

    def _last_is_of(self, measures: Container[str | None]) -> bool:
        """Whether the last figure before the sentence has one of some measures."""
        last = self._carried.last or self._carried.earlier
        return last is not None and last[1].measure in measures

    def _tells_of_return(self) -> bool:
        """Whether the last figure, the sentence before or the text around is of going home."""
        homing = self._lists.homing
        if self._last_is_of(self._lists.homeward | homing) or is_around(self._carried, HOMEWARD):
            return True
        return any(measure in homing for measure, _ in self._carried.since())
