"""Changes that no word of change tells: by a sign ("+3.2%"), or by how much more is traded."""

from collections.abc import Callable

from plainfigures.definitions.model import Measure
from plainfigures.figures.grammar.extents import right
from plainfigures.figures.trade.goods import land_at
from plainfigures.figures.trade.levels import Levels
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.motion import ABROAD
from plainfigures.prose.words.lexicon import countries, nouns, singular, tag
from plainfigures.prose.words.tokens import DASHES, Tokens

MORE = {"more": "increase", "less": "decrease", "fewer": "decrease"}
_COMPARED = MORE | {"higher": "increase", "lower": "decrease"}
SIGNS = {"+": "increase", "-": "decrease", "\u2013": "decrease"}
_SAID_SIGNS = {"plus": "increase", "minus": "decrease", "+": "increase"}
# The words by which a change is told that no verb or noun tells.
TELLING = frozenset((*SIGNS, *_SAID_SIGNS, *_COMPARED))
_MARKS = DASHES | {":"}
_BOUGHT = frozenset("bought buys buy sold sells sell purchased".split())
_EXCHANGED = frozenset("exported exports imported imports shipped".split())
# How far before a percentage a verb of trade stands, and behind it where the goods go.
_BEFORE, _AFTER = 4, 7


def trade_behind(tokens: Tokens, q: Quantity) -> tuple[int, int] | None:
    """ "12 percent higher *rice exports*": what is compared, where it is trade."""
    span = right(tokens, q.last + 1, of=False) if tokens.at(q.last) in _COMPARED else None
    trades = span is not None and singular(tokens.word[span[1] - 1]) in nouns("trade")
    return span if trades else None


class Signed(Levels):
    """Judges the percentages of one sentence as changes."""

    def told(self, q: Quantity, themed: Callable[[Measure], bool]) -> Match:
        """A change that no word of its own tells: by a sign, or by how much more is traded."""
        more = self._word[q.last] if q.last < len(self._word) else ""
        if (way := _COMPARED.get(more)) is None:
            return self.signed(q, themed)
        if trade_behind(self._tokens, q):
            for measure in self._lists.signed:
                if way in measure.directions.values():
                    return Match(measure.name, None, "more that is traded", way)
        if more not in MORE:
            return Match()
        near = self._word[: q.first]  # "sold 9 percent more to Mali and 5 percent *less* to Chad"
        then = self._tokens.at(q.last + 1)
        near = near[-_BEFORE:] if then != "to" or MORE.keys().isdisjoint(near) else near
        if then == ")":  # "imports came to $4 million (5 percent less)"
            return self._signed(q, MORE[more], themed)
        if then in ("than", "for") or (then == "to" and not self._is_to_land(q.last + 1)):
            return Match()  # but "exported 5 percent less to Mali"
        bought = not _BOUGHT.isdisjoint(near)
        traded = not _EXCHANGED.isdisjoint(near) or (bought and self._goes_abroad(q))
        alone = bought and self._tokens.at(q.last + 1) in ("", ".", ",")  # "bought 6 percent less."
        for measure in self._lists.signed:
            if MORE[more] in measure.directions.values() and (
                traded or (alone and themed(measure))
            ):
                return Match(measure.name, None, "more that is traded", MORE[more])
        return Match()

    def _goes_abroad(self, q: Quantity) -> bool:
        """ "sold 14 percent less potash abroad", "bought 9 percent fewer Scottish woollens"."""
        after = self._word[q.last + 1 : q.last + _AFTER]
        if not ABROAD.isdisjoint(after):
            return True
        if "to" in after and self._is_to_land(q.last + 1 + after.index("to")):
            return True
        return any(
            singular(word) in nouns("good") and self._tokens.raw[q.last + j] in countries()
            for j, word in enumerate(after)
        )

    def _is_to_land(self, k: int) -> bool:
        """Whether the "to" at token `k` leads to a country ("*to* the Netherlands")."""
        return land_at(self._tokens, k + 1 + (self._tokens.at(k + 1) == "the")) > 0

    def _is_of_goods(self, q: Quantity, context: frozenset[str]) -> bool:
        """ "Knitwear +7.4%, wool -2%; exports +3%": goods in a line that is of trade."""
        good = any(singular(word) in nouns("good") for word in self._word[: q.first])
        return good and any(text in context for _, text in self._hits)

    def signed(self, q: Quantity, themed: Callable[[Measure], bool]) -> Match:
        """ "Exports: +3.2%": a sign makes a change; in a text on trade without the word, too."""
        own = self._word[q.first] in SIGNS or self._word[q.first] in _SAID_SIGNS
        k = q.first if own else q.first - 1
        sign = SIGNS.get(self._word[k]) if k > 0 else None
        if k > 0 and self._word[k] in _SAID_SIGNS:  # "machinery plus 8 percent", "Exports: + 8%"
            if tag(self._word[k - 1])[0] == "n" or self._word[k - 1] in _MARKS:
                return self._signed(q, _SAID_SIGNS[self._word[k]], themed)
        opens = self._tokens.at(k - 1) in ("(", ":") or not self._tokens.tight(k)
        if sign is None or not opens or not self._tokens.tight(k + 1):
            return Match()
        return self._signed(q, sign, themed)

    def _signed(self, q: Quantity, sign: str, themed: Callable[[Measure], bool]) -> Match:
        """The change that a sign makes, in a sentence or a text on trade."""
        for measure in self._lists.signed:
            if sign not in measure.directions.values():
                continue
            context = self._relevance.context[measure.name]
            places = [k for k, text in self._hits if text in context and k < q.first]
            others = self._relevance.competitors[measure.name]
            if not places and self._is_of_goods(q, context):
                places = [0]
            if not places and not themed(measure):
                continue
            since = places[-1] if places else -1
            if not any(since < k < q.first and text in others for k, text in self._hits):
                return Match(measure.name, None, "sign of a change", sign)
        return Match()
