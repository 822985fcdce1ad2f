"""People told of beside those who return: all of whom they are a part, those left, those moved on.

They are where they fled to still.
"""

from collections.abc import Sequence
from functools import cache

from plainfigures.figures.grammar.people import is_anybody, nation
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import FLED, FLEEING, HOMEWARD, is_around
from plainfigures.figures.journeys.parties import ABOUT, lead
from plainfigures.figures.journeys.returning import goes_back, is_home
from plainfigures.figures.journeys.whither import HOMES
from plainfigures.figures.places.nearby import EXILES
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import BREAKS
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.stems import verb_forms

_WHOLE = frozenset(("of", "among"))
_SOME = frozenset("some many most part half number few several".split())
_MOST = frozenset("most majority half portion part bulk many".split())
_ARTICLES = frozenset("the those these their its an a estimated".split())
_LIVING = tuple("live reside stay shelter remain languish camp settle host".split())
_SPENDING = ("spend",)
_EXILE = frozenset("exile camp camps abroad refuge".split())
_LEAVING = ("leave",)
_HOSTING = ("host", "shelter", "harbour", "harbor")
_RELOCATING = ("relocate",)
_RELOCATIONS = frozenset(("relocation", "relocations"))
_THERE = (["will", "be"], ["there", "are"], ["there", "were"], ["would", "be"], ["still", "be"])
_REFUSING = ("refuse", "decline")
_CAMPS = frozenset(("camp", "camps", "tents"))
_IN = frozenset("in at inside across on".split())
_HOMES = HOMES | {"homeland", "origin"}
_UPROOTED = frozenset("displaced uprooted homeless abroad".split())
_LACKING = frozenset("need want danger custody school".split())
_GONE = frozenset("gone left departed set".split())
_NEAR = 6
_CLAUSE = 16
_MOVED_ON = "moved on to another refuge"


class Remainders(Teller):
    """Finds in one sentence those who are away from home still, where others return."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give them the measure of flight."""
        abroad = self._lists.abroad
        told = not _any_word().isdisjoint(self._tokens.word)
        if abroad is None or not (told or "but" in self._tokens.word):
            return
        self._ends = {one.phrase_last for one in quantities}
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            if q.unit not in PEOPLE and not (q.kind == "bare" and q.unit is None):
                continue
            if match.measure is not None and match.measure not in self._lists.homing:
                continue
            excepted = self._are_excepted(q)
            if excepted and self._lists.waiting:
                matches[index] = Match(self._lists.waiting, rule="all but these went home")
            if excepted or not told:
                continue
            away = self._are_all(q, match) or self._are_left(q, match)
            if index and matches[index - 1].measure == abroad.name:
                away = away or self._are_all_too(quantities[index - 1], q)
            there = self._live_there(q, match) or self._are_encamped(match)
            if away or there:
                matches[index] = Match(abroad.name, rule="away in a text on return")
            elif self._are_hosted(q, match):
                matches[index] = Match(abroad.name, rule="hosted until they return")
            elif self._are_relocated(q, match):
                matches[index] = Match(abroad.name, rule=_MOVED_ON)

    def _are_all(self, q: Quantity, match: Match) -> bool:
        """ "210 of the 9,000 living in the camp", "some of an estimated 9,000 who fled"."""
        word, k = self._tokens.word, self._lead(q)
        if k < 0 or word[k] not in _WHOLE:
            return False
        led = k == 0 or word[k - 1] in _SOME or k in self._ends or "n" not in tag(word[k - 1])
        if word[k] == "of" and not led:
            return False  # "the repatriation of 9,000 who live in the camp"
        out = word[k - 1] == "out" and k - 1 in self._ends
        k = q.phrase_last
        who = self._tokens.at(k) == "who"
        if out and not who:  # "900 out of 6,000 IDPs have gone home"
            noun = () if q.noun is None else word[q.noun.first : q.noun.last]
            return not FLED.isdisjoint(map(singular, noun))
        k = self._predicates.after_helpers(k + who)
        if self._tokens.at(k) in verb_forms(FLEEING) and who:
            return is_anybody(self._tokens, q) or q.unit in PEOPLE
        if who and self._tokens.at(k) in verb_forms(_SPENDING):
            return not _EXILE.isdisjoint(word[k + 1 : k + _CLAUSE])
        lives = self._tokens.at(k) in verb_forms(_LIVING) and self._tokens.at(k + 1) in _IN
        if not lives or not (who or word[k].endswith("ing")):
            return False
        return match.measure is not None or not FLED.isdisjoint(self._carried.around())

    def _are_all_too(self, before: Quantity, q: Quantity) -> bool:
        """ "most of the 9,000 in Chad and (the) 2,000 in Mali": another whole beside one."""
        word = self._tokens.word
        if word[self._lead(q)] != "and" or self._tokens.at(q.phrase_last) not in _IN:
            return False
        k = self._lead(before)
        return k > 0 and word[k] == "of" and word[k - 1] in _MOST

    def _lead(self, q: Quantity) -> int:
        """The token before a number, its article and what says how exact it is."""
        word, k = self._tokens.word, q.first - 1
        while k > 0 and (word[k] in ABOUT or word[k] in _ARTICLES or tag(word[k]) == "r"):
            k -= 1
        return k

    def _are_excepted(self, q: Quantity) -> bool:
        """ "All but 900 (of the 7,000) had gone home", "all but 900 had gone": who have not."""
        k = q.phrase_first - 1
        if k < 1 or self._tokens.word[k - 1 : k + 1] != ["all", "but"]:
            return False
        last = q.phrase_last
        if self._tokens.at(last) == "of":
            last = next((end for end in sorted(self._ends) if end > last), last)
        verb = self._predicates.after_helpers(last)
        if goes_back(self._tokens, verb) or is_home(self._tokens, verb):
            return True
        gone = self._tokens.at(verb) in _GONE
        return gone and not HOMEWARD.isdisjoint(self._carried.around())

    def _are_left(self, q: Quantity, match: Match) -> bool:
        """ "went home, leaving more than 900 in Mali": others than those who returned."""
        word, k, last = self._tokens.word, lead(self._tokens, q), q.phrase_last
        behind = self._tokens.at(last) == "left" and self._tokens.at(last + 1) in _IN
        if behind and word[k - 1 : k + 1] in _THERE:
            return True  # "there will be 37,000 refugees left in the country"
        if self._tokens.at(last) in BE and self._tokens.at(last + 1) == "still":
            there = self._tokens.at(last + 2) in _IN  # "150,000 were still in the camps"
            return there and self._tokens.at(last + 3) not in _LACKING
        if word[k] != "of" and self._remain_uprooted(q):
            return True
        if k < 1 or word[k] not in verb_forms(_LEAVING):
            return False
        if self._tokens.at(last) not in _IN | {"who"} or not is_anybody(self._tokens, q):
            return False
        if self._tokens.at(last + 1) in _LACKING:
            return False  # "left 900 in need of help"
        after = word[q.phrase_last : q.phrase_last + _NEAR]
        theme = match.measure is not None or is_around(self._carried, HOMEWARD)
        return theme and _HOMES.isdisjoint(after)

    def _remain_uprooted(self, q: Quantity) -> bool:
        """ "while most are back, some 400,000 people from the hills *remain displaced*"."""
        word, last = self._tokens.word, q.phrase_last
        near = range(last, min(last + _CLAUSE, self._tokens.size - 1))
        stay = next((j for j in near if word[j] in _remaining() or word[j] in BREAKS), last)
        return self._tokens.at(stay) in _remaining() and self._tokens.at(stay + 1) in _UPROOTED

    def _are_encamped(self, match: Match) -> bool:
        """ "300,000 were settled in tent camps": nobody is at home there."""
        t, rehomed = match.trigger, self._lists.rehomed
        if t is None or rehomed is None or match.measure != rehomed.name or match.planned:
            return False
        near = self._tokens.word[t.last - 1 : t.last + 3]
        return "in" in near and not _CAMPS.isdisjoint(near)

    def _live_there(self, q: Quantity, match: Match) -> bool:
        """ "900 have gone. There are 3,000 Afghans living in the country": not those who went."""
        k = q.phrase_last
        lives = self._tokens.at(k) in verb_forms(_LIVING) and self._tokens.at(k).endswith("ing")
        there = self._tokens.at(k + 1) in _IN or self._tokens.at(k + 1) == "there"
        lent = match.measure is not None and match.trigger is None
        return lent and lives and there and nation(self._tokens, q) is not None

    def _are_hosted(self, q: Quantity, match: Match) -> bool:
        """ "the camp hosts 900 refugees who will return to their homes": until then."""
        k, t = self._predicates.verb_before(q), match.trigger
        behind = t is not None and t.first >= q.phrase_last
        return behind and k > 0 and self._tokens.word[k] in verb_forms(_HOSTING)

    def _are_relocated(self, q: Quantity, match: Match) -> bool:
        """ "4,900 refugees were relocated to Ost camp": who goes home is no refugee there."""
        word, t = self._tokens.word, match.trigger
        if match.measure is None or not _HOMES.isdisjoint(word):
            return False
        if match.measure == self._lists.coming:
            return False  # "asked to relocate 9,000 refugees"
        told = t is not None and t.lemma.startswith("relocat")
        if q.noun is not None and q.noun.head in EXILES:
            moved = t is None and not _moved_on().isdisjoint(word)
            return told or moved
        last = self._carried.last or self._carried.earlier
        return told and last is not None and last[1].rule == _MOVED_ON


@cache
def _remaining() -> frozenset[str]:
    return verb_forms(("remain", "stay"))


@cache
def _moved_on() -> frozenset[str]:
    return verb_forms(_RELOCATING) | _RELOCATIONS


@cache
def _any_word() -> frozenset[str]:
    """Words without which none of this is told."""
    return (
        _EXILE
        | verb_forms(_LIVING + FLEEING + _LEAVING + _SPENDING + _HOSTING)
        | _moved_on()
        | {"out", "cannot", "not"}
        | _MOST
        | verb_forms(_REFUSING)
    )
