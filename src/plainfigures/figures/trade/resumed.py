"""Resumed: levels that go on from a share told before ("to 42 percent in 2030 and 46 by 2050")."""

from collections.abc import Mapping

from plainfigures.definitions.model import Measure
from plainfigures.figures.trade.goods import is_land
from plainfigures.figures.triggers.match import BESIDE, COMPARED, LEVEL, Carried, Match
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.changes import COMPARATIVES, LEVELS
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

_JOINTS = frozenset(("and", "or", ",", "then", "but"))
_THOSE = frozenset(("than", "that", "those"))
# How near before "which was" what it goes on from ends, in tokens.
_NEAR = 8
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
            if index and match.rule == BESIDE and self._is_set_against(quantities, index, matches):
                matches[index] = matches[index - 1].handed_on(COMPARED)
                continue
            if q.kind == "percent" and index and match.measure is None:
                if self._is_again(quantities[index - 1], q, matches[index - 1]):
                    matches[index] = matches[index - 1].handed_on("the verb said again")
            if q.kind != "percent" or t is None or match.measure is None:
                continue
            if not self._measures[match.measure].directions:  # "and fell to 31 percent"
                before = quantities[:index]
                if self._is_level(q, t) and self._told_before(t, before, matches) == match.measure:
                    match.rule = LEVEL
                continue
            if not self._measures[t.measure].directions:
                continue
            source = matches[index - 1] if index else Match()
            if index and self._is_of_same(quantities[index - 1], q, t, source):
                matches[index] = source.handed_on("of the same as the share before")
            elif index and t.lemma.endswith("from") and self._was(quantities[index - 1], t, source):
                matches[index] = source.handed_on("what the share was before")
            elif index and self._leads_on(quantities[index - 1], q, t, source):
                matches[index] = Match(source.measure, t, LEVEL)
            elif self._goes_on(q, t, source):
                matches[index] = Match(source.measure, t, "the next level of a share")
            elif self._is_level(q, t):
                told = self._told_before(t, quantities[:index], matches)
                if told is not None and self._measures[told].part:
                    matches[index] = Match(told, t, LEVEL)

    def _is_set_against(self, quantities: list[Quantity], index: int, matches: list[Match]) -> bool:
        """ "faster growth of exports (20 percent) than of imports (*15*)": changes in brackets."""
        before, q = quantities[index - 1], quantities[index]
        told = matches[index - 1].measure
        changes = told is not None and self._measures[told].directions
        word = self._tokens.word
        # or "in Chad (9% and 8%) and in Mali (*7%* and 6%)"
        again = self._tokens.at(before.phrase_last) == ")" or not (
            _THOSE.isdisjoint(word[before.last : q.first])
        )
        return bool(changes) and again and word[q.phrase_first - 1] == "("

    def _is_again(self, before: Quantity, q: Quantity, source: Match) -> bool:
        """ "Tin, 9 percent of exports in 1950, *was 31* by 1980": of the same, its verb alone.

        Or "a share of 9 percent, *which was 8* a year before".
        """
        if source.measure is None or self._tokens.at(q.last) in COMPARATIVES:
            return False  # "900 casualties, which was 5% lower than before"
        k = q.phrase_first - 1
        if self._tokens.word[k - 1 : k + 1] == ["which", "was"]:
            return before.last >= k - _NEAR
        if not self._measures[source.measure].part:
            return False
        is_said = self._tokens.at(k) in BE and self._tokens.at(k - 1) in _JOINTS
        return is_said and before.last < k and self._tokens.at(q.last) != "of"

    def _goes_on(self, q: Quantity, t: Trigger, source: Match) -> bool:
        """ "grew to 42% in 2030 *and 46%* by 2050": one verb, two levels."""
        if source.measure is None or source.trigger is None or source.trigger.first != t.first:
            return False
        joined = self._tokens.at(q.phrase_first - 1) in _JOINTS
        return joined and self._measures[source.measure].part and t.last <= q.first

    def _is_of_same(self, before: Quantity, q: Quantity, t: Trigger, source: Match) -> bool:
        """ "made up 70 percent of the rise in exports to Chad *and 60* to Mali": a share, too."""
        if source.measure is None or not self._measures[source.measure].part or t.kind != "noun":
            return False
        word = self._tokens.word
        joined = word[q.phrase_first - 1] in _JOINTS and self._tokens.at(before.last) == "of"
        if not joined or not before.last < t.first < q.first or self._tokens.at(q.last) == "of":
            return False
        return not any(tag(w).split(",")[0] == "v" for w in word[before.last : q.first])

    def _is_land(self, k: int) -> bool:
        """ "*Chad* has shrunk to 2 percent": its share, where shares were told."""
        return is_land(self._tokens, k, 1) or is_land(self._tokens, max(0, k - 1), 2)

    def _was(self, before: Quantity, t: Trigger, source: Match) -> bool:
        """ "bought 40 percent of the exports, *down from* 43": what a share was."""
        if source.measure is None or not self._measures[source.measure].part:
            return False
        return before.kind == "percent" and before.last <= t.first

    def _leads_on(self, before: Quantity, q: Quantity, t: Trigger, source: Match) -> bool:
        """ "with 40 percent of exports in 1970 *to 9 percent* in 2018": one share, no verb."""
        if source.measure is None or not self._measures[source.measure].part:
            return False
        between = self._tokens.word[before.last : q.phrase_first]
        if between[-1:] != ["to"] or between[0] != "of" or t.last > before.first:
            return False
        return not any(tag(w).split(",")[0] in ("v", "vd") or w in ",;" for w in between)

    def _is_level(self, q: Quantity, t: Trigger) -> bool:
        return t.last <= q.phrase_first and self._tokens.word[q.phrase_first - 1] in LEVELS

    def _told_before(self, t: Trigger, before: list[Quantity], matches: list[Match]) -> str | None:
        """The measure of what moves to a level: "by 2030 *that will dwindle to* 19 percent".

        Without a subject of its own a verb goes on with that of the percentage told before it
        ("tin was 60 percent of exports in 1950, *but had declined to* 42", "*rising to* 42").
        """
        word = self._tokens.word
        k = t.first - 1
        while k > 0 and (word[k] in HELPERS or tag(word[k])[0] in "mr" or word[k] == "to"):
            k -= 1
        if k < 0:
            return None
        own = (j for j in range(len(before) - 1, -1, -1) if before[j].kind == "percent")
        last = next((j for j in own if before[j].last <= k), None)
        told = None if last is None else matches[last].measure
        if word[k] in _STANDING or (t.kind != "noun" and self._is_land(k)):
            return told or self._carried.matches.get("percent", Match()).measure
        return told if word[k] in _JOINTS and "v" in tag(word[t.first])[0] else None
