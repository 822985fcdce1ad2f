"""Resumed: levels that go on from a share told before ("to 42 percent in 2030 and 46 by 2050")."""

from collections.abc import Mapping

from plainfigures.definitions.model import Measure
from plainfigures.figures.match import Carried, Match
from plainfigures.figures.triggers import Trigger
from plainfigures.prose.changes import LEVELS
from plainfigures.prose.helpers import HELPERS
from plainfigures.prose.lexicon import tag
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_JOINTS = frozenset(("and", "or", ",", "then"))
_STANDING = frozenset("it that this they these those figure proportion percentage share".split())


class Resumed:
    """Reads the percentages of one sentence that move from one level of a share to the next."""

    def __init__(self, tokens: Tokens, carried: Carried, measures: Mapping[str, Measure]) -> None:
        self._tokens = tokens
        self._carried = carried
        self._measures = measures

    def tell(self, quantities: list[Quantity], matches: list[Match]) -> None:
        """Make a change the share that it is where it only says how far a share went."""
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            t = match.trigger
            if q.kind != "percent" or t is None or not self._measures[t.measure].directions:
                continue
            if match.measure is None or not self._measures[match.measure].directions:
                continue
            source = matches[index - 1] if index else Match()
            if self._goes_on(q, t, source):
                matches[index] = Match(source.measure, t, "the next level of a share")
            elif self._stands(q, t):
                told = self._carried.matches.get("percent", Match())
                if told.measure is not None and self._measures[told.measure].part:
                    matches[index] = Match(told.measure, t, "the level of a share told before")

    def _goes_on(self, q: Quantity, t: Trigger, source: Match) -> bool:
        """ "grew to 42% in 2030 *and 46%* by 2050": one verb, two levels."""
        if source.measure is None or source.trigger is None or source.trigger.first != t.first:
            return False
        joined = self._tokens.at(q.phrase_first - 1) in _JOINTS
        return joined and self._measures[source.measure].part and t.last <= q.first

    def _stands(self, q: Quantity, t: Trigger) -> bool:
        """ "by 2030 *that will dwindle to* 19 percent": what was told of moves to a level."""
        word = self._tokens.word
        if t.last > q.phrase_first or word[q.phrase_first - 1] not in LEVELS:
            return False
        k = t.first - 1
        while k > 0 and (word[k] in HELPERS or tag(word[k])[0] in "mr" or word[k] == "to"):
            k -= 1
        return k >= 0 and word[k] in _STANDING
