"""Departures: people who leave where they found refuge, or their own country."""

from functools import cache

from plainfigures.figures.grammar.people import nation
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import DEPORTED, HOMEWARD, UPROOTED
from plainfigures.figures.journeys.parties import BORDERS
from plainfigures.figures.journeys.returning import is_naming
from plainfigures.figures.journeys.whither import CAMPS, LEAVING, REACH
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import RELATIVES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import countries, singular
from plainfigures.prose.words.stems import verb_forms

ARRIVING = tuple("arrive reach enter sail land drive come cross get".split())
TO = frozenset(("for", "to"))
_ASIDE = frozenset(("from", ","))
_REACH = 10
_CLAUSE = 16


class Departures(Teller):
    """Finds in one sentence the verb of those who leave, and whither."""

    def leaves_refuge(self, q: Quantity, match: Match) -> int:
        """ "900 Malians have left Niger", "900 people left the camp", "left Ost for Mali".

        Those of whom no more is told than that they are people are of the people of the text.
        """
        t, k = match.trigger, self.leave(q)
        if not k or not (
            (t is not None and t.first == k) or is_naming(q, match, {match.measure or ""})
        ):
            return 0
        home = countries().get(self._carried.home() or "")
        own = nation(self._tokens, q) if q.kind == "noun" else None
        own = own or (home.code if home is not None else None)
        whither, where = self._whither(k), self.left_country(k)
        around = self._carried.around()
        homeward = not HOMEWARD.isdisjoint(around)
        known = homeward or not DEPORTED.isdisjoint(around)
        if not known and (UPROOTED.isdisjoint(around) or whither is None or own != whither):
            return 0
        if whither is not None or (where is not None and own is not None):
            goes_home = own is not None and own == (whither or own) and where != own
            return k if goes_home else 0
        behind = self._tokens.word[k + 1 : k + REACH]
        camp = homeward and not CAMPS.isdisjoint(map(singular, behind))
        return k if camp or "voluntarily" in behind else 0

    def leave(self, q: Quantity) -> int:
        """ "900 people have left": the verb of leaving; else 0."""
        if self._tokens.at(q.phrase_last) in RELATIVES:
            return 0
        k = self.predicate(q)
        stays = self._tokens.at(k) == "left" and self._tokens.at(k - 1) in BE  # "are left there"
        return k if self._tokens.at(k) in verb_forms(LEAVING) and not stays else 0

    def _whither(self, verb: int) -> str | None:
        """The code of the country, or of its people, to which "for" behind a verb leads."""
        word, raw = self._tokens.word, self._tokens.raw
        for j in range(verb + 1, min(verb + 1 + _REACH, self._tokens.size - 1)):
            if word[j] in BORDERS:
                break
            if word[j] in TO:
                j += 1 + (word[j + 1] == "the")
                named = countries().get(" ".join(raw[j : j + 2]))  # "left for South Sudan"
                named = named or countries().get("".join(raw[j : j + 1]))
                return (named.code or "") if named is not None else ""
        return None

    def country(self, verb: int) -> str | None:
        """The code of the first country behind a verb to which no "from" leads."""
        word, raw = self._tokens.word, self._tokens.raw
        for j in range(verb + 1, min(verb + 1 + _REACH, self._tokens.size)):
            if word[j] in BORDERS:
                break
            if raw[j] in countries() and word[j - 1] != "from":
                return countries()[raw[j]].code
        return None

    def left_country(self, verb: int) -> str | None:
        """The code of the country that "from" right behind a verb leads to."""
        word, raw = self._tokens.word, self._tokens.raw
        k = verb + 1 + (word[verb + 1 : verb + 2] == ["from"])
        k += word[k : k + 1] == ["the"]
        return countries()[raw[k]].code if k < len(raw) and raw[k] in countries() else None

    def predicate(self, q: Quantity) -> int:
        """The verb of people, over where they are from."""
        word, k = self._tokens.word, q.phrase_last
        if self._tokens.at(k) in _ASIDE:
            ends = range(k + 1, min(k + _CLAUSE, self._tokens.size))
            k = next((j for j in ends if word[j] in _moving() and word[j - 1] != "to"), k)
        return self._predicates.after_helpers(k + (self._tokens.at(k) == "who"))


@cache
def _moving() -> frozenset[str]:
    return verb_forms(ARRIVING + LEAVING) | BE
