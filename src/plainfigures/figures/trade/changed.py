"""What a percentage changed: the noun of its measure, or that of another which stands nearer."""

from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.relevance import Hit
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.clauses import Clauses
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

_BELONGING = frozenset(("of", "in", "on", "for"))
_DIRECT, _COMPOUND = 8, 4
# What tells how much is traded, with the word of trade before it.
_EXTENTS = frozenset(
    "price prices index indices revenue revenues earnings receipts income proceeds volume".split()
)
_SOLD = frozenset("deliveries sales shipments purchases orders".split())
_GOING = frozenset("from to into with by of".split())


class Changed:
    """Judges of what the percentages of one sentence are told; `hits` are its relevant words."""

    def __init__(self, tokens: Tokens, clauses: Clauses, hits: list[Hit]) -> None:
        self._tokens = tokens
        self._word = tokens.word
        self._clauses = clauses
        self._hits = hits

    def is_of_another(
        self, q: Quantity, t: Trigger, context: frozenset[str], competitors: frozenset[str]
    ) -> bool:
        """ "a tariff of 25%", "output fell by 60 percent": the noun beside number or verb."""
        if self._word[q.phrase_first - 1 : q.phrase_first] == ["of"]:
            if any(k == q.phrase_first - 2 and text in competitors for k, text in self._hits):
                return True
        k = max((j for j in range(q.first) if self._word[j] in (",", "and")), default=0)
        if t.last < k and self._word[k + 1] in _BELONGING:
            gapped = {text for j, text in self._hits if k < j < q.first}
            if not context.isdisjoint(gapped) and competitors.isdisjoint(gapped):
                return False  # "the rise in output was 6 percent, *in trade 9*"
        other, own = self._nearest(t, competitors), self._nearest(t, context)
        if other is None or own is None:
            return other is not None
        if other[1] < t.first - 1 and self._word[t.first - 1] in _SOLD:
            return False  # "exports rose on demand in Chad, where *deliveries* jumped 9 percent"
        if own[1] < t.first < q.last <= other[1] and "and" in self._word[q.last : other[1]]:
            return False  # "exports fell by 6 percent *and income* from tourism by 9"
        if t.kind != "noun" and other[1] < t.first and t.last <= own[1] < q.first:
            return False  # "demand lifted the value of its exports by 6 percent": the object
        if own[1] < other[1] < t.first and self._word[own[1] + 1] in _GOING:
            # "exports from developing economies rose": the head noun
            if other[1] - own[1] < _DIRECT and not self._clauses.border_between(own[1], other[1]):
                return False
        if self._word[other[1]] in _EXTENTS and self._is_compound(own[1], other[1]):
            return False
        if other[1] == own[1] + 1:  # "the import duty": the head noun
            return True
        if other[1] < own[1] < t.first and not (
            _BELONGING.isdisjoint((self._word[other[1] + 1], self._word[self._end(other[1])]))
        ):
            # "the price of imported gas", "freight rates for imports": the head noun
            return {",", "and", ";"}.isdisjoint(self._word[other[1] : own[1]])
        return other <= own

    def _is_compound(self, own: int, head: int) -> bool:
        """ "*export* prices", "the *import* unit value index": how much is traded."""
        between = self._word[own + 1 : head]
        return 0 < head - own <= _COMPOUND and all(tag(word)[0] == "n" for word in between)

    def changes_subject(
        self, q: Quantity, match: Match, places: list[int], context: frozenset[str]
    ) -> bool:
        """ "exports fell by 6 percent, and unemployment reached 11": told of another subject."""
        if match.trigger is None or match.rule.startswith("trigger"):
            return False
        rival = max((k for k in places if match.trigger.last <= k < q.phrase_first), default=0)
        own = any(rival < k < q.phrase_first and text in context for k, text in self._hits)
        return rival > 0 and not own

    def _end(self, k: int) -> int:
        """The token after the word or phrase at token `k`."""
        return k + 1 + max(text.count(" ") for at, text in self._hits if at == k)

    def _nearest(self, t: Trigger, words: frozenset[str]) -> tuple[float, int] | None:
        """How far the nearest of some words stands from a trigger, and where; None for none."""
        found = [
            (self._clauses.distance(k, t.first if k < t.first else t.last - 1), k)
            for k, text in self._hits
            if text in words and not t.first <= k < t.last
        ]
        return min(found, default=None)
