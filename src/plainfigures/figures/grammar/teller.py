"""What the readers of special verbs share: their sentence, and what was told before it."""

from plainfigures.figures.grammar.predicates import Predicates
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import Carried
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
