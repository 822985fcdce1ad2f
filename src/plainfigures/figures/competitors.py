"""Competitors: words that claim a number for something else ("a tariff of 25%", "income tax")."""

from plainfigures.definitions.model import Measure
from plainfigures.figures.match import Match
from plainfigures.figures.triggers import Trigger, Vocabulary
from plainfigures.prose.clauses import Clauses
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens


class Competitors:
    """Judges the claims of competitor words in one sentence; `stems` are its words and stems."""

    def __init__(
        self, tokens: Tokens, clauses: Clauses, vocabulary: Vocabulary, stems: frozenset[str]
    ) -> None:
        self._word = tokens.word
        self._clauses = clauses
        self._vocabulary = vocabulary
        self._stems = stems

    def claim(self, q: Quantity, match: Match, measure: Measure) -> bool:
        """Whether a competitor claims the number: in its phrase, or nearer than the trigger."""
        competitors = measure.competitors
        if self._stems.isdisjoint(competitors):
            return False
        if q.kind == "money":
            if self._stems.isdisjoint(measure.context) or self._in_or_of(q, competitors):
                return True
        if q.kind == "percent" and match.trigger is not None:
            # "a tariff of 25%", "output fell by 60 percent": the noun beside the number or the verb
            before = self._word[max(0, q.phrase_first - 2) : q.phrase_first]
            if before[1:] == ["of"] and not self._vocabulary.stems(before[0]).isdisjoint(
                competitors
            ):
                return True
            other = self._nearest(match.trigger, competitors)
            own = self._nearest(match.trigger, measure.context)
            return other is not None and (own is None or other < own)
        for k, word in enumerate(self._word):
            if self._vocabulary.stems(word).isdisjoint(competitors):
                continue
            if q.phrase_first <= k < q.phrase_last:
                return True
            edge = q.first if k < q.first else q.phrase_last - 1
            if match.rule != "carried in a list" and self._clauses.distance(k, edge) < match.cost:
                return True
        return False

    def _nearest(self, t: Trigger, words: tuple[str, ...]) -> float | None:
        """How far the nearest of some words stands from a trigger; None where none does."""
        found = [
            self._clauses.distance(k, t.first if k < t.first else t.last - 1)
            for k, word in enumerate(self._word)
            if not t.first <= k < t.last and not self._vocabulary.stems(word).isdisjoint(words)
        ]
        return min(found, default=None)

    def _in_or_of(self, q: Quantity, competitors: tuple[str, ...]) -> bool:
        """What a sum is "in" or "of" ("$500 in income tax")."""
        if q.last >= len(self._word) or self._word[q.last] not in ("in", "of"):
            return False
        for word in self._word[q.last + 1 : q.last + 8]:
            if word in (",", ";", ".", "to", "for"):
                return False
            if not self._vocabulary.stems(word).isdisjoint(competitors):
                return True
        return False
