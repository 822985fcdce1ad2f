"""Together: people listed with those who go home, and the wholes of which a part went home."""

from collections.abc import Sequence
from itertools import accumulate

from plainfigures.figures.grammar.wholes import Wholes
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.signs import WHO
from plainfigures.prose.words.tokens import Tokens

# "46,000 people as refugees in Chad (about 9,000 families)"
_NEAR = 6
_IN_ALL = tuple(
    words.split()
    for words in (
        "|or|that is|a total of|in all|totalling|which constitutes|which is|comprising|representing"
    ).split("|")
)
# What leads from people to the same ones, counted by heads or by families.
_MADE_OF = frozenset(
    (
        "from", "of", "in", "or", "with", "representing", "comprising", "totalling", "totaling",
        "numbering", "consisting of", "made up of", "composed of", "making up", "belonging to",
    )
)  # fmt: skip


class Together:
    """Tells in one sentence those who go home together from those who stay."""

    def __init__(
        self, tokens: Tokens, wholes: Wholes, triggers: Sequence[Trigger], lists: MeasureLists
    ) -> None:
        """`triggers` are those of the sentence."""
        self._tokens = tokens
        self._wholes = wholes
        self._triggers = triggers
        self._home = lists.home
        self._homeward = lists.homeward

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give those who are listed together one measure, and a whole that of refugees again."""
        if self._home is None:
            return
        for index in range(1, len(quantities)) if "(" in self._tokens.word else ():
            self._tell_in_brackets(quantities, matches, index)
        for index in range(1, len(quantities)):
            self._tell_counted_twice(quantities, matches, index)
        for index in range(1, len(quantities)):
            before = self._listed_with(quantities, matches, index)
            if before is not None:
                matches[index] = before.handed_on("listed with those who return")
        for index in range(len(quantities) - 1) if ":" in self._tokens.word else ():
            self._tell_added_up(quantities, matches, index)
        # "11,000 of the 38,000 refugees have returned": the whole are refugees and no more
        for whole, part in self._wholes.wholes.items():
            q, match = quantities[whole], matches[whole]
            t = match.trigger
            if t is None or t.first < q.phrase_last or match.measure not in self._homeward:
                continue
            gap = self._tokens.word[q.phrase_last : t.first]
            told = not gap or (gap[0] in WHO and HELPERS.issuperset(gap[1:]))
            if told and match.measure == self._home.planned:
                continue  # "40 of the 900 refugees (who were) expected to return have done so"
            named = [
                one
                for one in self._triggers
                if q.first <= one.first < q.phrase_last and one.measure in self._home.beats
            ]
            if named and matches[part].measure in self._homeward:
                matches[whole] = Match(named[0].measure, named[0], "whole of which a part returned")

    def _tell_in_brackets(
        self, quantities: Sequence[Quantity], matches: list[Match], index: int
    ) -> None:
        """ "1,400 returnees (about 290 families)": the same people, once more."""
        last, q = quantities[index - 1], quantities[index]
        if not {last.unit, q.unit} <= PEOPLE or self._tokens.at(q.phrase_last) != ")":
            return
        gap = self._tokens.word[last.phrase_last : q.phrase_first]
        opens = gap.index("(") if "(" in gap[:_NEAR] else -1
        if opens < 0 or gap[opens + 1 :] not in _IN_ALL or "," in gap:
            return
        before, match = matches[index - 1], matches[index]
        named = match.trigger is not None and q.first <= match.trigger.first < q.phrase_last
        if before.measure and before.measure != match.measure and not named:
            matches[index] = before.handed_on("the same people in brackets")
        elif match.measure and not before.measure and before.denied is None:
            matches[index - 1] = match.handed_on("the same people in brackets")

    def _tell_counted_twice(
        self, quantities: Sequence[Quantity], matches: list[Match], index: int
    ) -> None:
        """ "900 exiles from 210 families were resettled", "40 families, totalling 160 people"."""
        last, q = quantities[index - 1], quantities[index]
        if last.unit == q.unit or not {last.unit, q.unit} <= PEOPLE:
            return
        gap = self._tokens.word[last.phrase_last : q.phrase_first]
        if " ".join(gap).removeprefix(", ") not in _MADE_OF:
            return
        before, match = matches[index - 1], matches[index]
        if before.measure in self._homeward and self._only_fled(match):
            matches[index] = before.handed_on("the same people counted again")
        elif match.measure in self._homeward and self._only_fled(before):
            matches[index - 1] = match.handed_on("the same people counted again")

    def _tell_added_up(
        self, quantities: Sequence[Quantity], matches: list[Match], index: int
    ) -> None:
        """ "900 people returned: 300 (140 men) left Chad, 600 Mali": what adds up to the number."""
        q, word = quantities[index], self._tokens.word
        after = quantities[index + 1]
        if matches[index].measure not in self._homeward or q.value is None:
            return
        if ":" not in word[q.phrase_last : after.phrase_first] or after.unit not in PEOPLE:
            return
        gaps = [word[after.phrase_first : one.first] for one in quantities]
        opened = [gap.count("(") > gap.count(")") for gap in gaps]
        people = [k for k in range(index + 1, len(quantities)) if quantities[k].unit in PEOPLE]
        sums = accumulate(0 if opened[k] else quantities[k].value or 0 for k in people)
        last = next((at for at, total in enumerate(sums) if total == q.value), -1)
        for at, k in enumerate(people if last >= 0 else ()):
            if (at <= last or opened[k]) and self._only_fled(matches[k]):
                matches[k] = matches[index].handed_on("what adds up to those who return")

    def _only_fled(self, match: Match) -> bool:
        return match.measure is None or (
            self._home is not None and match.measure in self._home.beats
        )

    def _listed_with(
        self, quantities: Sequence[Quantity], matches: list[Match], index: int
    ) -> Match | None:
        """ "plans to return 900 Malian and 700 Nigerian refugees": the verb that both share."""
        q, match, last = quantities[index], matches[index], matches[index - 1]
        t = last.trigger
        if t is None or match.trigger is None or last.measure not in self._homeward:
            return None
        gap = self._tokens.word[quantities[index - 1].phrase_last : q.phrase_first]
        inside = q.first <= match.trigger.first < q.phrase_last
        shared = t.last <= quantities[index - 1].phrase_first and match.measure != last.measure
        return last if gap == ["and"] and inside and shared else None
