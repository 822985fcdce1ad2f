"""Zones set apart for refugees: whom a host means to house there, or to have leave of their own."""

from collections.abc import Sequence

from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.tenses import HOLDING
from plainfigures.figures.grammar.themes import UPROOTED
from plainfigures.figures.journeys.whither import HOMES
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import NAMING
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BEFORE_VERB, before_adverbs
from plainfigures.prose.words.lexicon import future
from plainfigures.prose.words.stems import verb_forms

_ZONES = frozenset("zone zones corridor corridors strip belt haven havens".split())
# What is done with people, and what a zone does.
_HOUSING = tuple("house move relocate transfer bring send put place lodge resettle".split())
# The verbs of those who are moved or leave.
_MOVING = (*_HOUSING, "leave", "go", "depart")
_LIVING = tuple("live dwell settle stay start begin move".split())
_FILLING = tuple("fill populate repopulate people".split())
_PERSUADING = tuple("persuade want encourage press convince push force induce".split())
_LEAVING = frozenset("leave go return depart".split())
_AHEAD = frozenset("will can could would should may might must to".split())
_NEAR = 8
_HOMES = HOMES | {"farms", "land", "lands"}


class Zones(Teller):
    """Finds in one sentence the people for whom a zone is planned, and those who are to leave."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Make planned returns of them, where the text is about refugees."""
        home, word = self._lists.home, self._tokens.word
        if home is None or home.planned is None:
            return
        zoned = not _ZONES.isdisjoint(word)
        if not zoned and _LEAVING.isdisjoint(word):
            return
        for q, match in zip(quantities, matches, strict=True):
            told = (zoned and self._is_in_zone(q)) or self._is_persuaded(q)
            if told and self._may_be(q, match, home.beats):
                match.measure, match.planned, match.trigger = home.planned, True, None
                match.rule = "for whom a zone is planned" if zoned else "to be persuaded to leave"

    def _may_be(self, q: Quantity, match: Match, displaced: Sequence[str]) -> bool:
        """Whether a number is of people of no measure, or of those who are only named or leave."""
        t = match.trigger
        if q.vague or q.kind not in ("noun", "bare") or q.attributive:
            return False
        if match.measure is None:
            if q.kind == "noun" and not is_anybody(self._tokens, q):
                return False
        elif match.measure not in displaced or (
            t is not None
            and t.kind not in NAMING
            and self._tokens.word[t.first] not in verb_forms(_MOVING)
        ):
            return False
        return not UPROOTED.isdisjoint(self._carried.around())

    def _is_in_zone(self, q: Quantity) -> bool:
        """ "a zone in which it can house 900", "it could absorb 900", "900 would live in it"."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        while k > 0 and word[k] in ("in", "to", "with"):
            k -= 1
        if k > 0 and word[k] in verb_forms(_HOUSING + HOLDING) and self._is_to_come(k):
            return True
        filled = word[max(0, q.phrase_first - _NEAR) : q.phrase_first]
        if filled[-1:] == ["with"] and not verb_forms(_FILLING).isdisjoint(filled):
            return True
        if word[k] == "home" and word[k - 1] == "be":
            return self._is_to_come(k - 1)  # "the zone would be home to 900"
        k = self._predicates.after_helpers(q.phrase_last)
        helpers = word[q.phrase_last : k]
        return self._tokens.at(k) in verb_forms(_LIVING) and not BEFORE_VERB.isdisjoint(helpers)

    def _is_to_come(self, k: int) -> bool:
        """Whether the verb at token `k` tells what is to be."""
        word = self._tokens.word
        near = word[max(0, k - 3) : k]
        return word[before_adverbs(word, k - 1)] in BEFORE_VERB or not future("measure").isdisjoint(
            near
        )

    def _is_persuaded(self, q: Quantity) -> bool:
        """ "wants 900 Syrians to leave", "900 of them can be persuaded to leave"."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        after = word[q.phrase_last : q.phrase_last + 3]
        if "to" in after and after[-1] != "to" and word[k] in verb_forms(_PERSUADING):
            k = q.phrase_last + after.index("to") + 1
            # who is forced to leave their villages does not go home
            return word[k] in _LEAVING and _HOMES.isdisjoint(word[k + 1 : k + 4])
        last = q.phrase_last + 2 * (word[q.phrase_last : q.phrase_last + 2] == ["of", "them"])
        k = self._predicates.after_helpers(last)
        persuaded = self._tokens.at(k) in verb_forms(_PERSUADING) and k > last
        if persuaded and word[k] == "forced" and _AHEAD.isdisjoint(word[last:k]):
            return False  # "900 refugees were *forced* to leave": once more
        goes = self._tokens.at(k + 1) == "to" and self._tokens.at(k + 2) in _LEAVING
        return persuaded and goes and _HOMES.isdisjoint(word[k + 3 : k + 6])
