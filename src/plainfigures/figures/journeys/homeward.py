"""People who reach their own country, or of whom a later verb says that they went home."""

from collections.abc import Sequence

from plainfigures.figures.grammar.people import nation
from plainfigures.figures.grammar.themes import HOMEWARD, HOMING, RETURNS, is_around
from plainfigures.figures.grammar.verbs import ARTICLES
from plainfigures.figures.journeys.departures import ARRIVING, TO, Departures
from plainfigures.figures.journeys.parties import ABOUT, BORDERS, past_aside
from plainfigures.figures.journeys.returning import goes_back, is_home, is_naming
from plainfigures.figures.journeys.whither import LEAVING
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import NAMING
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import RELATIVES
from plainfigures.prose.words.helpers import BE, HAVE, MODALS
from plainfigures.prose.words.lexicon import countries, is_person, singular, tag
from plainfigures.prose.words.stems import verb_forms

_TAKING = tuple(
    "bring take fly transport bus ferry carry send move airlift ship escort receive welcome greet "
    "meet host accommodate register".split()
)
_CROSSING = ("cross",)
_RESETTLING = ("resettle", "rehouse")
_STARTING = ("start", "begin", "embark", "make", "undertake", "set", "take", "follow")
_GROUPS = frozenset("consisting total number group batch party convoy wave contingent".split())
_BRING = ("bring",)
_MOVED = frozenset("returnees transported repatriated ferried taken".split())
_TRIPS = frozenset("journey trip voyage trek way route road path flight".split())
_HOMES = frozenset(
    "homes hometowns hometown homeland homelands villages village areas country countries "
    "motherland".split()
)
_HELPED = frozenset("assisted supported helped aided facilitated".split())
_EXPELLED = frozenset("expelled removed ejected evicted ousted deported".split())
_DEPORTATION = frozenset("deportee deportation undocumented migrant".split())
_HELPING_THEM = ("assist", "support", "help", "aid")
_ABLE = frozenset("allowed able permitted helped free encouraged begun started".split())
_OF_THESE = (("of", "these"), ("of", "this"), ("of", "them"), ("of", "those"), ("of", "the"))
_SITED = frozenset("in at from of".split())
_HELPING = BE | HAVE | MODALS
# What stands before a helper that is of the clause, and of no main verb.
_NO_MAIN = RELATIVES | {"not", "and"}
_NEARBY = 12
_NOT = frozenset(("not", "never"))
_LATER = "got home by a later verb"
_CLAUSE = 16
_RELATIVE_CLAUSE = 26
_NEAR, _PART, _OPENING = 8, 8, 6


class Homeward(Departures):
    """Finds in one sentence who got home, whatever stands between them and the verb."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of return to people of whom else no more is told than that they fled."""
        home = self._lists.home
        if home is None:
            return
        self._phrases = {one.phrase_first: one.phrase_last for one in quantities}
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if q.unit not in PEOPLE and not (q.kind == "bare" and q.unit is None):
                continue
            if index in self._predicates.parts.wholes and match.measure is None:
                continue  # "40 of the town's 900 men are back"
            if match.measure is not None and match.measure not in home.beats:
                continue
            found = (
                self._is_of_these(match)
                or self._later(q)
                or self._is_sent_off(q)
                or self.leaves_refuge(q, match)
                or (
                    is_naming(q, match, home.beats)
                    and (self._gets_home(q, match) or self._is_helped(q))
                )
                or self._is_brought_to(q)
            )
            grown = index > 0 and self._is_grown(quantities[index - 1], q)
            if grown and matches[index - 1].measure == home.name:
                found = is_naming(q, match, home.beats)
            if found:
                matches[index] = Match(self._reached(q, home.name), rule=_LATER)
                if index and self._is_listed(quantities[index - 1], q, matches[index - 1]):
                    matches[index - 1] = Match(home.name, rule=_LATER)

    def _is_listed(self, before: Quantity, q: Quantity, match: Match) -> bool:
        """ "| 900 displaced people | and 40 of the refugees have returned": of one verb of return.

        `match` is what is told of those before.
        """
        home, gap = self._lists.home, self._tokens.word[before.phrase_last : q.phrase_first]
        named = home is not None and match.measure in home.beats and self._later(q) > 0
        return named and before.unit in PEOPLE and gap in (["and"], [",", "and"])

    def _later(self, q: Quantity) -> int:
        """The verb of return behind another verb or a clause that says who they are; else 0.

        "900 men, who had fled the war, have been allowed to return", "left the camp and went home".
        Of a part it is that of the whole ("300 out of the 900 who live there have gone home").
        """
        word, k = self._tokens.word, q.phrase_last
        if self._is_of(q):
            return 0  # of its part
        if self._tokens.at(k) == "(":
            k = past_aside(self._tokens, k)
        if word[k : k + 1] == ["of"] or word[k : k + 2] == ["out", "of"]:
            near = (self._phrases[j] for j in range(k + 1, k + _PART) if j in self._phrases)
            k = next(near, k)
        if (main := self._after_participle(k)) > 0:
            return self._of_return(main)
        comma = self._tokens.at(k) == ","
        if comma and word[k + 1 : k + 3] == ["part", "of"]:
            ends = range(k + 3, min(k + _RELATIVE_CLAUSE, self._tokens.size - 1))
            k = next((j + 1 for j in ends if word[j] == "," and word[j + 1] in BE | HAVE), k)
            return self._of_return(k)  # "900, part of a group of 4,000 who fled, are returning"
        if self._tokens.at(k + comma) in RELATIVES:
            ends = range(k + comma + 2, min(k + _RELATIVE_CLAUSE, self._tokens.size))
            for j in ends:
                if j in self._phrases and word[j - 1] == ",":
                    return 0  # "of 900 men who fled, 300 have gone home"
                main = word[j - 1] == "," if comma else word[j - 1] not in _HELPING
                if word[j] in _HELPING and main and word[j - 1] not in _NO_MAIN:
                    return self._of_return(j)
            return 0
        if self._tokens.at(k) in _SITED and self._tokens.capital(k + 1):
            k = next((j for j in range(k + 2, k + _PART) if not self._tokens.capital(j)), k)
            k += self._tokens.at(k) == ","
            if self._tokens.at(k) in HAVE and self._of_return(k):
                return self._of_return(k)  # "900 of the 4,000 refugees in Chad, have gone home"
        k = past_aside(self._tokens, k)
        there = self._predicates.after_helpers(k)
        return there if is_home(self._tokens, there) else self._leaves_for_home(k)

    def _after_participle(self, k: int) -> int:
        """ "900 people driven out in the war | had returned": the helper of the main verb; else 0.

        `k` is the token behind the people.
        """
        word = self._tokens.word
        k += tag(self._tokens.at(k) or ".") == "r"
        if tag(self._tokens.at(k) or ".")[:2] != "vd":
            return 0
        for j in range(k + 1, min(k + _CLAUSE, self._tokens.size)):
            if word[j] in HAVE:
                return j
            if word[j] in BORDERS or word[j] == ",":
                return 0
        return 0

    def _is_of(self, q: Quantity) -> bool:
        """ "300 of the 900": whether a number is that of all of whom others are a part."""
        word, k = self._tokens.word, q.first - 1
        while k > 0 and (word[k] in ABOUT or word[k] in ARTICLES):
            k -= 1
        if k < 0 or word[k] != "of":
            return False
        return k == 0 or word[k - 1] not in _GROUPS or word[max(0, k - 3) : k - 1] == ["of", "a"]

    def _leaves_for_home(self, k: int) -> int:
        """ "left the camp and went back", "have left for their hometowns", "left to cross into".

        Over the clause that tells of the camp: "left the camps where they had lived and went back".
        """
        word = self._tokens.word
        begun = self._predicates.after_helpers(k)
        if self._tokens.at(begun) in verb_forms(_STARTING):  # "have started their journey back"
            ends = range(begun + 1, min(begun + _NEAR, self._tokens.size - 1))
            if any(word[j] in _TRIPS and word[j + 1] in ("back", "home") for j in ends):
                return begun
        near = range(k, min(k + _NEAR, self._tokens.size))
        verb = next((j for j in near if word[j] in verb_forms(LEAVING)), 0)
        if not verb or not BORDERS.isdisjoint(word[k:verb]) or "," in word[k:verb]:
            return 0
        for j in range(verb + 1, min(verb + _CLAUSE, self._tokens.size - 2)):
            told = self._predicates.after_helpers(j + 1)  # "left and | have gone back"
            if word[j] == "and" and (goes_back(self._tokens, told) or "where" not in word[verb:j]):
                return told if goes_back(self._tokens, told) else 0
            if word[j] in TO and word[j + 1] == "their" and self._is_home(j + 2):
                return j
            if word[j] == "to" and word[j + 1] in verb_forms(_CROSSING):
                told = not RETURNS.isdisjoint(word) or is_around(self._carried, HOMEWARD)
                return j if told else 0
            if word[j] in BORDERS and word[j] not in ("and", "where"):
                return 0
        return 0

    def _is_home(self, k: int) -> bool:
        """ "their | villages", "their | former homes", "their | places of origin"."""
        while tag(self._tokens.at(k) or ".")[0] == "a":
            k += 1
        origin = self._tokens.word[k + 1 : k + 3] in (["of", "origin"], ["of", "residence"])
        return origin or self._tokens.at(k) in _HOMES

    def _is_of_these(self, match: Match) -> bool:
        """ "900 have returned. Of these, 600 were refugees": what they were, not what they do."""
        last, t = self._carried.last, match.trigger
        word = self._tokens.word
        if tuple(word[:2]) not in _OF_THESE or last is None:
            return False
        if not RELATIVES.isdisjoint(word[3:_OPENING]):
            return False  # "Of the 900 who had put down their names, 300 gave up"
        if (
            word[1] == "the"
            and tag(self._tokens.at(2) or ".") == "ns"
            and not is_person(singular(word[2]))
        ):
            return False  # "Of the houses, seven had roofs"
        home = self._lists.home
        told = home is not None and last[1].measure == home.name
        return told and (t is None or self._tokens.word[t.first - 1] in BE or t.kind in NAMING)

    def _of_return(self, helper: int) -> int:
        """ "have been allowed to return": the verb behind a helping one, if it is of return."""
        k = self._predicates.after_helpers(helper)
        if self._tokens.at(k) in _ABLE and self._tokens.at(k + 1) == "to":
            k += 2
        if not _NOT.isdisjoint(self._tokens.word[helper:k]):
            return 0
        settled = self._tokens.at(k) in verb_forms(_RESETTLING)
        return k if settled or goes_back(self._tokens, k) or is_home(self._tokens, k) else 0

    def _reached(self, q: Quantity, home: str) -> str:
        """ "900 who had fled have been resettled": the measure of what a later verb says."""
        verb, rehomed = self._later(q), self._lists.rehomed
        resettled = verb > 0 and self._tokens.at(verb) in verb_forms(_RESETTLING)
        return rehomed.name if resettled and rehomed is not None else home

    def _gets_home(self, q: Quantity, match: Match) -> bool:
        """ "the first 210 Malian refugees from Ost camp arrived in the Malian town of Ust"."""
        word, k = self._tokens.word, self.predicate(q)
        moved = self._tokens.at(k) in verb_forms(_TAKING) and word[k - 1] in BE
        if not (moved or self._tokens.at(k) in verb_forms(ARRIVING)):
            return False
        if {"near", "border"} <= set(word[k : k + _NEARBY]):
            return False  # "arrived at a centre near the Malian border"
        own = nation(self._tokens, q) if q.kind == "noun" else None
        themed = is_around(self._carried, HOMEWARD)
        home = countries().get(self._carried.home() or "") if themed else None
        own = own or (home.code if home is not None else None)
        told = own is not None and (themed or match.measure is not None)
        return told and self.country(k) == own

    def _is_sent_off(self, q: Quantity) -> bool:
        """ "900 Malians were expelled from Niger", where others are deported."""
        own = nation(self._tokens, q) if q.kind == "noun" else None
        k = self._predicates.after_helpers(q.phrase_last)
        if own is None or self._tokens.at(k) not in _EXPELLED:
            return False
        theme = not _DEPORTATION.isdisjoint(self._carried.around())
        return theme and self._tokens.word[k - 1] in BE and self.left_country(k) not in (None, own)

    def _is_helped(self, q: Quantity) -> bool:
        """ "71,000 people had been helped under a scheme of voluntary return".

        "assisted 900 refugees in the process of repatriation".
        """
        word, before = self._tokens.word, self._predicates.verb_before(q)
        if before > 0 and word[before] in verb_forms(_HELPING_THEM):
            near = word[q.phrase_last : q.phrase_last + _CLAUSE]
            return "process" in near and not HOMING.isdisjoint(near)
        k = self._predicates.after_helpers(self.predicate(q))
        if self._tokens.at(k) not in _HELPED or word[k - 1] not in BE:
            return False
        if word[k + 1 : k + 3] == ["to", "move"] and is_around(self._carried, HOMEWARD):
            return True  # "50,000 people have been helped to move to the south"
        return not HOMING.isdisjoint(word[k + 1 : k + _NEAR])

    def _is_brought_to(self, q: Quantity) -> bool:
        """ "brought to 900 (in 300 families) the number of refugees who have gone home"."""
        word, k = self._tokens.word, q.phrase_first - 1
        if k < 1 or word[k] != "to" or word[k - 1] not in verb_forms(_BRING):
            return False
        k = q.phrase_last
        near = range(k, min(k + _CLAUSE, self._tokens.size))
        if "number" not in word[k : k + _PART]:
            return False
        return any(goes_back(self._tokens, j) or word[j] in _MOVED for j in near)

    def _is_grown(self, before: Quantity, q: Quantity) -> bool:
        """ "rose from 120 refugees a week to more than 2,000 refugees": the same, later."""
        word = self._tokens.word
        gap = word[before.phrase_last : q.phrase_first]
        if "followed" in gap and "by" in gap[-3:] and q.unit == before.unit:
            return True  # "300 refugees returned, followed soon by an additional 900"
        k, j = q.phrase_first - 1, before.phrase_first - 1
        while k > before.phrase_last and word[k] in ABOUT - {"to"}:
            k -= 1
        while j > 0 and word[j] in ("an", "average", "of"):
            j -= 1
        return word[k] == "to" and word[j] == "from" and q.unit == before.unit
