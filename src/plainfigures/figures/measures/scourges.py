"""Scourges: a plague, a flood, a winter that carries off, takes or claims people kills them."""

from collections.abc import Sequence
from functools import cache

from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.verbs import DETERMINERS
from plainfigures.figures.journeys.parties import ABOUT
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.once import once
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import is_person, nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms

_TAKING = ("take", "claim", "destroy", "bury")
# "The mines accounted for 900 soldiers": by them those died, and by what "they" stands for.
_ACCOUNTING = ("account",)
_DEADLY = frozenset(("mine", "uxo"))
_BLASTS = frozenset("shell bomb rocket missile mortar grenade shrapnel blast explosion".split())
_BURYING = ("bury", "engulf")
# "were buried in an avalanche", "were buried when landslides came"
_INSIDE = (["in"], ["under"], ["beneath"], ["alive"], ["when"], ["as"], ["after"])
_CARRYING = ("carry", "sweep", "cut", "kill", "mow", "wipe", "snatch")
_OFF = frozenset(("off", "away", "down"))
_LEADING = ABOUT | FURTHER | DETERMINERS
_STOPS = frozenset(". ; :".split())
# "took 900 people by surprise", "took 900 from their homes"
_WHITHER = frozenset("from to into by home back out off hostage prisoner captive".split())
_REACH = 12
_AGENT = 5


class Scourges(Teller):
    """Finds in one sentence the people whom something without hands has taken."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of the dead to them, whatever raiders may do by the same verb."""
        word, worst = self._tokens.word, [name for name, _ in self._lists.worst.values()]
        if not worst or _any_verb().isdisjoint(word):
            return
        if (nouns("scourge") | _BLASTS).isdisjoint(map(singular, word)) and not self._may_account:
            return
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if q.unit not in PEOPLE and not (q.kind == "bare" and q.unit is None):
                continue
            t = match.trigger
            verb = self._verb(q)
            if t is not None and t.last <= q.first and word[t.last - 1] in _OFF:
                verb = verb or (word[t.first] in verb_forms(_CARRYING) and t.first)
            if verb and (t is None or verb in (t.first, t.last - 1)) and self._is_taken(q, verb):
                matches[index] = Match(worst[0], rule="taken by a scourge")

    @once
    def _may_account(self) -> bool:
        return not verb_forms(_ACCOUNTING).isdisjoint(self._tokens.word)

    def _verb(self, q: Quantity) -> int:
        """ "took 900 people", "carried off 900", "900 were swept away": the verb; else 0."""
        word, k = self._tokens.word, q.phrase_first - 1
        while k > 0 and (word[k] in _LEADING or tag(word[k]) == "r"):
            k -= 1
        if k > 0 and word[k] in _OFF and word[k - 1] in verb_forms(_CARRYING):
            return k - 1
        if k > 0 and word[k] == "for" and word[k - 1] in verb_forms(_ACCOUNTING):
            return k - 1 if q.unit in PEOPLE else 0
        if k > 0 and word[k] in verb_forms(_TAKING):
            return 0 if self._tokens.at(q.phrase_last) in _WHITHER else k
        k = self._predicates.after_helpers(q.phrase_last)
        if self._tokens.at(k) in verb_forms(_BURYING):
            return k
        off = self._tokens.at(k + 1) in _OFF
        return k if off and self._tokens.at(k) in verb_forms(_CARRYING) else 0

    def _is_taken(self, q: Quantity, verb: int) -> bool:
        """Whether the subject of a verb, or what "by" leads to behind a passive, is a scourge."""
        word = self._tokens.word
        if verb >= q.phrase_last:
            off = word[verb] not in verb_forms(_BURYING)
            near = word[verb + 1 + off : verb + 1 + off + _AGENT]
            if near[:1] == ["by"] or (not off and near[:1] in _INSIDE):
                return not nouns("scourge").isdisjoint(map(singular, near))
            verb = q.phrase_first  # "a cholera year in which 61 people were carried off"
        for k in range(verb - 1, max(-1, verb - 1 - _REACH), -1):
            noun = singular(word[k])
            joined = word[k - 1] == "and" and singular(word[k - 2]) in nouns("scourge")
            if noun in nouns("scourge") or joined:  # "cholera and bandits took 900"
                return True
            if noun in _BLASTS and word[verb] in ("took", "taken") and "and" not in word[k:verb]:
                return True  # "the shell that hit the market took 9 of them"
            if self._may_account and (noun in _DEADLY or (k == verb - 1 and noun == "they")):
                return noun in _DEADLY or self._carried.things() in _DEADLY
            person = is_person(noun) and word[k] not in HELPERS  # "the sickness may have carried"
            if word[k] in _STOPS or person or word[k - 1 : k + 1] == [",", "and"]:
                return False
        return False


@cache
def _any_verb() -> frozenset[str]:
    return verb_forms(_TAKING + _CARRYING + _ACCOUNTING)
