"""Resumed: levels that go on from a share told before ("to 42 percent in 2030 and 46 by 2050")."""

from collections.abc import Mapping

from plainfigures.definitions.model import Measure
from plainfigures.figures.trade.goods import is_land
from plainfigures.figures.triggers.match import BESIDE, COMPARED, LEVEL, Carried, Match
from plainfigures.figures.triggers.relevance import Hit
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
_PACES = frozenset("growth rate rates expansion".split())
# So many words name goods, at the most.
_NAMES = 3
_STANDING = frozenset("it that this they these those figure proportion percentage share".split())


class Resumed:
    """Reads the percentages of one sentence that move from one level of a share to the next."""

    def __init__(
        self, tokens: Tokens, carried: Carried, measures: Mapping[str, Measure], hits: list[Hit]
    ) -> None:
        """`hits` are the relevant words of the sentence."""
        self._tokens = tokens
        self._carried = carried
        self._measures = measures
        self._hits = hits

    def tell(self, quantities: list[Quantity], matches: list[Match]) -> None:
        """Make a change the share that it is where it only says how far a share went."""
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            t, last = match.trigger, _percentage_before(quantities, index)
            before = quantities[last] if last is not None else None
            source = matches[last] if last is not None else Match()
            if before is not None and match.rule == BESIDE:
                if self._is_set_beside(before, q, source):
                    matches[index] = source.handed_on(COMPARED)
                    continue
            if before is not None and q.kind == "percent" and match.measure is None:
                if self._is_again(before, q, source):
                    matches[index] = source.handed_on("the verb said again")
            if q.kind != "percent" or t is None or match.measure is None:
                continue
            if not self._measures[match.measure].directions:  # "and fell to 31 percent"
                told = self._told_before(t, quantities[:index], matches)
                if self._is_level(q, t) and told == match.measure:
                    match.rule = LEVEL
                continue
            if not self._measures[t.measure].directions:
                continue
            if before is not None and self._is_of_same(before, q, t, source):
                matches[index] = source.handed_on("of the same as the share before")
            elif before is not None and self._is_set_against(q, t, source):
                matches[index] = source.handed_on(COMPARED)
            elif before is not None and t.lemma.endswith("from") and self._was(before, t, source):
                matches[index] = source.handed_on("what the share was before")
            elif before is not None and self._leads_on(before, q, t, source):
                matches[index] = Match(source.measure, t, LEVEL)
            elif self._goes_on(q, t, source):
                matches[index] = Match(source.measure, t, "the next level of a share")
            elif self._is_level(q, t):
                told = self._told_before(t, quantities[:index], matches)
                if told is not None and self._measures[told].part:
                    matches[index] = Match(told, t, LEVEL)

    def _is_set_against(self, q: Quantity, t: Trigger, source: Match) -> bool:
        """ "took 30 percent of exports, *against 35* in May, as the traffic fell": a share, too."""
        if source.measure is None or not self._measures[source.measure].part or t.first < q.last:
            return False
        k = q.phrase_first - 1
        return self._tokens.word[k] == "against" or self._tokens.at(k - 1) == "compared"

    def _is_set_beside(self, before: Quantity, q: Quantity, source: Match) -> bool:
        """ "faster growth of exports (20 percent) than of imports (*15*)": changes in brackets."""
        told = source.measure
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
        led = self._tokens.at(k - 1)
        is_said = self._tokens.at(k) in BE and (led in _JOINTS or led == "having")
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

    def _are_goods(self, k: int) -> bool:
        """ "Tin was 30 percent of exports. *Wine* has slipped to 5": a subject of the plainest."""
        subject = self._tokens.word[: k + 1]
        if k >= _NAMES or any(at <= k for at, _ in self._hits) or not _PACES.isdisjoint(subject):
            return False
        return all(tag(w).split(",")[0] in ("n", "a") for w in subject)

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
        goods = t.kind != "noun" and (self._is_land(k) or self._are_goods(k))
        if word[k] in (*_STANDING, "figures") or goods:
            return told or self._carried.matches.get("percent", Match()).measure
        return told if word[k] in _JOINTS and "v" in tag(word[t.first])[0] else None


def _percentage_before(quantities: list[Quantity], index: int) -> int | None:
    """The number before one, spans of time and the like between them passed over."""
    k = index - 1
    while k >= 0 and quantities[k].kind == "unit" and quantities[index].kind == "percent":
        k -= 1
    return k if k >= 0 else None
