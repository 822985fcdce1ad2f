"""People abroad in a text on flight: who live in another country than theirs are displaced."""

from collections.abc import Sequence
from functools import cache

from plainfigures.figures.exclusions.uncounted import is_asked
from plainfigures.figures.grammar.people import is_a_people_within, is_anybody, nation
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import DEPORTED, HOMEWARD
from plainfigures.figures.journeys import camps
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.once import once
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.places.motion import ABROAD
from plainfigures.prose.words.closed import RELATIVES
from plainfigures.prose.words.helpers import HAVE, HELPERS
from plainfigures.prose.words.lexicon import countries, demonyms, places, tag
from plainfigures.prose.words.signs import ENDS, WITHIN
from plainfigures.prose.words.stems import verb_forms

# So many words of the context of a measure around a sentence make it the theme, or one that names
# it.
_THEME = 2
# "The halls housed 900 *victims* of the storm"
_STRUCK = frozenset(("victim", "survivor"))
_TAKE = ("take", "let")
_TAKING = tuple("take accept admit receive absorb welcome resettle".split())
# Verbs whose objects have fled, and those that say so in a text on flight alone.
_SHELTERING = tuple("host shelter harbour harbor absorb".split())
_HOSTING = tuple("house accommodate admit receive welcome hold lodge".split())
_STAYING = tuple("live reside settle shelter dwell remain stay register strand".split())
_LEAVING = ("leave",)
_OF_THEIRS = frozenset(("the", "their"))
_HOMELANDS = frozenset("country countries homeland homelands borders".split())
HOMES = frozenset("home host haven refuge shelter sanctuary".split())
# What may stand between the words that say where and a name.
_LANDS = frozenset("countries exile states".split())
_ADJECTIVE = frozenset("the neighbouring neighboring nearby next-door northern southern".split())
_SOIL = frozenset("soil territory land lands".split())
_ITS = frozenset("it they the this".split())
_REACH = 4
_LONGEST = 3
# So many are the people told of before, and no schools that they need.
_MANY = 5_000

_BACKWARD = HOMEWARD | DEPORTED


class Hosts(Teller):
    """Finds in one sentence the people of one country who are in another."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of people on the move to those who are abroad."""
        people = [
            index
            for index, q in enumerate(quantities)
            if _may_be_people(q) and not is_asked(self._tokens, q)
        ]
        abroad, home = self._lists.abroad, self._lists.home
        if abroad is None or not people:
            return
        foreign = not _peoples().isdisjoint(self._tokens.raw)
        camped = not camps.words().isdisjoint(self._tokens.word)
        for index in people if not _having().isdisjoint(self._tokens.word) else ():
            if matches[index].measure is None and self._is_had(quantities[index]):
                if abroad.name in self._carried.said():
                    matches[index] = Match(abroad.name, rule="had of those told before")
        for index in people if foreign or camped else ():
            q, match = quantities[index], matches[index]
            if camped and home is not None and self._goes_home(q, match, home.beats):
                matches[index] = Match(home.name, rule="into their own country")
                continue
            if camped and self._is_camped(q, match):
                matches[index] = Match(abroad.name, rule="in a camp")
            if match.measure is not None:
                continue
            own = nation(self._tokens, q) if foreign and q.kind == "noun" else None
            if own and self._is_abroad(q, own) and (self._is_sheltered(q) or self._is_theme):
                matches[index] = Match(abroad.name, rule="abroad in a text on flight")
            elif camped and self._is_on_the_move(q) and self._is_theme:
                matches[index] = Match(abroad.name, rule="in a camp or over a border")

    def _is_had(self, q: Quantity) -> bool:
        """ "(… refugees.) Chad alone has 900,000 of them, Niger will take 400": whom a land has."""
        k = self._predicates.verb_before(q)
        if q.kind != "bare" or self._tokens.at(k) not in _having():
            return False
        if self._tokens.word[k] not in HAVE:
            while k > 1 and self._tokens.word[k - 1] in HELPERS:
                k -= 1
            land = self._tokens.raw[k - 1] in countries() or self._tokens.raw[k - 1] in places()
            return land and self._tokens.at(q.last) in ENDS | {"and"}
        if (q.value or 0) < _MANY:
            return False
        named = self._tokens.capital(k - 1 - (self._tokens.at(k - 1) == "alone"))
        after = self._tokens.word[q.last : q.last + 2] == ["of", "them"]
        return named and (after or self._tokens.at(q.last) in ENDS)

    def _goes_home(self, q: Quantity, match: Match, displaced: Sequence[str]) -> bool:
        """ "24,000 Afghans crossed into Afghanistan": over the border of their own country.

        Those of whom no more is told than that they are people are of the people of the text.
        """
        lost = match.measure is None or match.measure in displaced
        own = nation(self._tokens, q) if lost and q.kind == "noun" and q.unit in PEOPLE else None
        if own is None and lost and is_anybody(self._tokens, q):
            if not _BACKWARD.isdisjoint(self._carried.around()):
                entry = countries().get(self._carried.home() or "")
                own = None if entry is None else entry.code
        there = camps.crosses_into(self._tokens, self._predicates, q) if own else None
        return there in countries() and countries()[there or ""].code == own

    def _is_camped(self, q: Quantity, match: Match) -> bool:
        """ "the camps hold 90,000 Tamils", "900 people remain in the camps": plainly in flight."""
        found = self._tokens, self._predicates, q
        ethnic = q.noun is not None and is_a_people_within(self._tokens, q)
        if match.measure is not None:
            t = match.trigger
            held = t is not None and ((ethnic and t.lemma == "hold") or t.lemma in _STRUCK)
            return held and camps.is_held(*found)
        if not is_anybody(self._tokens, q):
            return _is_inmate(q) and camps.in_camp(*found)
        if not camps.in_camp(*found):
            return camps.is_housed(*found)
        return ethnic

    def _is_on_the_move(self, q: Quantity) -> bool:
        found = self._tokens, self._predicates, q
        if camps.is_held(*found):
            return q.kind == "bare" or is_anybody(self._tokens, q)
        if q.kind != "noun" and self._tokens.at(q.last + 1) != "them":
            return False
        camped = is_anybody(self._tokens, q) and camps.in_camp(*found)
        return camped or camps.crosses_into(*found) is not None

    def _is_abroad(self, q: Quantity, own: str) -> bool:
        """Whether people are hosted, or said to be in a country that is not `own`."""
        word, first, last = self._tokens.word, q.phrase_first, q.phrase_last
        before = self._predicates.verb_before(q)
        if before > 0 and self._hosts(q, before):
            return own not in self._named(0, before)
        if before >= 0 and word[before] in verb_forms(_LEAVING):
            return False  # "went home, leaving 900 Chadians in Mali"
        if self._tokens.at(first - 1) == "where" and self._stays(q):
            k = first - 2 - (self._tokens.at(first - 2) == ",")
            return self._ends_foreign(k, own)  # "Chad, where 900 Sudanese live"
        if word[first - 1 : first] in (["'s"], ["'"]):  # "Chad's 400,000 Sudanese"
            return self._ends_foreign(first - 2, own)
        if self._is_hosted_behind(last):
            return True
        k = self._predicates.after_helpers(last + (self._tokens.at(last) == "who"))
        if self._tokens.at(k) in verb_forms(_STAYING):
            k += 1
        elif k > last and self._tokens.at(k) not in WITHIN:
            return False
        while tag(self._tokens.at(k) or ".") == "r" and self._tokens.at(k) not in ABROAD:
            k += 1
        if self._tokens.at(k) in ABROAD or self._is_outside(k, own):
            return True
        if self._tokens.at(k) not in WITHIN:
            return False
        near = range(k + 1, min(k + 1 + _REACH, len(word)))
        lands = next((j for j in near if word[j] in _LANDS), 0)  # "in neighbouring countries"
        return bool(lands) or self._is_foreign(near, own)

    def _is_outside(self, k: int, own: str) -> bool:
        """ "4 million Malians remain outside the country", "outside Mali"."""
        word = self._tokens.word
        if self._tokens.at(k) != "outside" or k + 2 > self._tokens.size:
            return False
        k += 1 + (word[k + 1] in _OF_THEIRS)
        return self._tokens.at(k) in _HOMELANDS or own in self._named(k, min(k + 2, len(word)))

    def _stays(self, q: Quantity) -> bool:
        k = self._predicates.after_helpers(q.phrase_last)
        return self._tokens.at(k) in verb_forms(_STAYING)

    def _ends_foreign(self, last: int, own: str) -> bool:
        """Whether the name that ends with token `last` is of another country."""
        k = next((k for k in range(last, -1, -1) if not self._tokens.capital(k)), -1)
        return self._is_foreign(range(k + 1, last + 1), own)

    def _is_hosted_behind(self, k: int) -> bool:
        """ "the 3 million Syrians | (that) it hosts", "… whom the country has taken in"."""
        if self._tokens.word[k : k + 2] == ["on", "its"] and self._tokens.at(k + 2) in _SOIL:
            return True  # "has a million Syrians on its soil"
        k += self._tokens.at(k) in RELATIVES
        end = min(k + _REACH, self._tokens.size)
        verb = next((j for j in range(k, end) if self._is_host_verb(j)), 0)
        subject = self._tokens.word[k:verb]
        return bool(subject) and (subject[0] in _ITS or self._tokens.capital(k))

    def _is_host_verb(self, k: int) -> bool:
        taken = self._tokens.word[k] in verb_forms(_TAKE) and self._tokens.at(k + 1) == "in"
        return taken or self._tokens.word[k] in verb_forms(_SHELTERING)

    def _is_sheltered(self, q: Quantity) -> bool:
        """ "hosts", "has taken in": whether the verb before people alone says that they fled."""
        k = self._predicates.verb_before(q)
        return k >= 0 and (self._is_host_verb(k) or self._is_hosted_behind(q.phrase_last))

    def _hosts(self, q: Quantity, k: int) -> bool:
        """ "houses", "is home to": whether token `k`, the last before people, says who has them."""
        word = self._tokens.word
        if word[k] == "to":
            return word[k - 1] in HOMES
        return word[k] in verb_forms(_HOSTING) or self._is_sheltered(q)

    def _is_foreign(self, where: range, own: str) -> bool:
        """Whether the first name in a stretch of tokens is of another country or of a region."""
        raw = self._tokens.raw
        for k in where:
            if not self._tokens.capital(k):
                if self._tokens.word[k] in _ADJECTIVE:
                    continue
                return False
            for size in range(_LONGEST, 0, -1):
                name = " ".join(raw[k : k + size])
                if (entry := countries().get(name)) is not None:
                    known = entry.code is not None or "group" in entry.kinds
                    return known and entry.code != own
                if name in places():
                    return True
        return False

    def _named(self, first: int, last: int) -> set[str | None]:
        """The codes of the countries named in a stretch of tokens."""
        raw = self._tokens.raw
        return {countries()[raw[k]].code for k in range(first, last) if raw[k] in countries()}

    @once
    def _is_theme(self) -> bool:
        """Whether the text around is about flight."""
        measure = self._lists.abroad
        if measure is None:
            return False
        named = {word for words in measure.words.values() for word in words}
        around = [word for word in self._carried.around() if word in measure.context]
        return len(around) >= _THEME or not named.isdisjoint(self._carried.around())


@cache
def _having() -> frozenset[str]:
    return HAVE | verb_forms(_TAKING)


@cache
def _peoples() -> frozenset[str]:
    """The words of nationality, as a set: its tests are twice as fast."""
    return frozenset(demonyms())


def _is_inmate(q: Quantity) -> bool:
    """ "9,000 inmates are lodged in relief camps"."""
    return q.noun is not None and q.noun.head == "inmate"


def _may_be_people(q: Quantity) -> bool:
    if q.kind == "bare":
        return q.unit is None or q.unit in PEOPLE
    return q.kind == "noun" and q.unit in PEOPLE
