"""Homes: who leaves for home, and who is settled by others ("settled 143,000 on the land")."""

from collections.abc import Sequence
from functools import cache

from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import FLED, HOMEWARD, is_around
from plainfigures.figures.journeys.returning import is_lived_in
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import is_verb
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import BREAKS
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.stems import verb_forms

_SETTLED = frozenset("settled established installed planted".split())
_LEAVING = ("leave", "depart", "sail", "start", "embark", "set")
_THEN = frozenset("on in at by after before this last yesterday today from with".split())
_THEIR = frozenset(("the", "their"))
_OLD = frozenset("native home ancestral rebuilt restored reconstructed liberated old".split())
_HOUSING = tuple("house lodge move put bring transfer place accommodate rehouse".split())
_INTO = frozenset(("in", "into", "to"))
_LASTING = frozenset("new own permanent brick stone concrete rebuilt finished completed".split())
_SITES = frozenset("village settlement town house home flat apartment quarter estate".split())
_AWAY = FLED | HOMEWARD | {"evacuee", "homeless", "evacuate", "resettle", "resettlement"}
_CAMPS = frozenset("camp camps tents barracks".split())
# What those do who are where they were driven from, and what is done to bring them there.
_REGAINING = (
    "reoccupy", "reclaim", "resettle", "regain", "retake", "recover", "repossess", "take", "rejoin",
    "live", "farm", "work", "till", "settle", "move", "rebuild", "repeople", "reenter", "plough",
)  # fmt: skip
_LANDING = tuple("land put set bring carry take let ship".split())
_PARTICLES = frozenset("down ashore back".split())
_RELATIVE = frozenset("that which from they where".split())
_DRIVEN = frozenset(
    "fled driven removed expelled deported evicted banished uprooted chased taken abandoned "
    "ousted".split()
)
# What is done to homes, and what those do in another place who had lived in them.
_LOST = frozenset("home homes house houses village villages block flats roof roofs".split())
_RUINED = frozenset(
    "burnt burned burn gutted destroyed collapsed flattened wrecked drowned buried swallowed "
    "washed swept razed ruined demolished unfit uninhabitable crushed engulfed".split()
)
_LODGING = tuple("live lodge stay sleep camp shelter board squat huddle".split())
_FAR = 18
_NEAR = 6
_COMPANY = frozenset(
    "soldier officer employee worker teacher winner tenant buyer student athlete veteran "
    "policeman customer".split()
)
_BY_OTHERS = "settled by others"


class Homes(Teller):
    """Finds in one sentence the people who leave for home or are settled."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of resettlement to people who have none, or one that only names them."""
        rehomed, home = self._lists.rehomed, self._lists.home
        if rehomed is None or _any_word().isdisjoint(self._tokens.word):
            return
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            bare = q.kind == "bare" and (q.unit is None or q.unit in PEOPLE)
            if not bare and (q.kind != "noun" or q.unit not in PEOPLE or q.noun is None):
                continue
            if home is not None and match.measure == rehomed.name and self._is_back(q):
                match.measure = home.name  # "900 have resettled the villages that they fled"
            lent = match.is_lent and match.measure in self._lists.homing
            if not lent and match.measure is not None and match.measure not in rehomed.beats:
                continue
            if q.noun is not None and q.noun.head in _COMPANY:
                continue
            if home is not None and self._is_back(q):
                matches[index] = Match(home.name, rule="where they were driven from")
            elif match.measure is None and self._has_lost_home(q) and self._lists.abroad:
                matches[index] = Match(self._lists.abroad.name, rule="lives elsewhere")
            elif home is not None and not bare and (verb := self._heads_home(q)):
                ahead = not {"to", "will"}.isdisjoint(self._tokens.word[q.last : verb])
                measure = (home.planned if ahead else None) or home.name
                matches[index] = Match(measure, rule="left for home", planned=ahead)
            elif (
                self._is_settled(q, match)
                or self._is_housed(q, match)
                or (index and matches[index - 1].rule == _BY_OTHERS and self._goes_on(q))
            ):
                matches[index] = Match(rehomed.name, rule=_BY_OTHERS)

    def _is_theme(self, q: Quantity, match: Match) -> bool:
        """Whether people are of those who fled, by their own words or by those around."""
        told = self._last_is_of(self._lists.homeward | self._lists.homing)
        told = told and q.kind == "bare"  # no "families from the coast", in whose place they are
        return match.measure is not None or told or is_around(self._carried, _AWAY)

    def _goes_on(self, q: Quantity) -> bool:
        """ "settled 900 families on the land *and 40 more families* in the towns": no verb more."""
        word, k = self._tokens.word, q.phrase_first
        further = not (FURTHER | {"more"}).isdisjoint(word[k : q.phrase_last])
        return further and word[k - 1] == "and" and not is_verb(self._tokens, q.phrase_last)

    def _is_back(self, q: Quantity) -> bool:
        """ "900 reoccupied the farms *that they fled*", "landed 900 on the isle *from which* …"."""
        verb, word = self._predicates.verb_before(q), self._tokens.word
        verb -= self._tokens.at(verb) in _PARTICLES
        if self._tokens.at(verb) not in verb_forms(_LANDING):
            verb = self._predicates.after_helpers(q.phrase_last)
            if self._tokens.at(verb) not in verb_forms(_REGAINING):
                return False
        for j in range(q.phrase_last, min(q.phrase_last + _FAR, self._tokens.size - 2)):
            if is_lived_in(singular(word[j])) and word[j + 1] in _RELATIVE:
                return not _DRIVEN.isdisjoint(word[j + 1 : j + 2 + _NEAR])
        return False

    def _has_lost_home(self, q: Quantity) -> bool:
        """ "their houses *burnt*, and 900 families | have lived in caravans ever since"."""
        word, k = self._tokens.word, self._predicates.after_helpers(q.phrase_last)
        if self._tokens.at(k) not in verb_forms(_LODGING) or not is_anybody(self._tokens, q):
            return False
        homes = (j for j in range(q.phrase_first) if word[j] in _LOST)
        return any(not _RUINED.isdisjoint(word[max(0, j - _NEAR) : j + _NEAR]) for j in homes)

    def _heads_home(self, q: Quantity) -> int:
        """The "for" of "a convoy with 310 people left for home on Thursday"; else 0."""
        word = self._tokens.word
        near = range(q.phrase_last, min(q.phrase_last + _FAR, self._tokens.size - 2))
        k = next((k for k in near if word[k] == "for"), 0)
        if not k or verb_forms(_LEAVING).isdisjoint(word[q.phrase_last : k]):
            return 0
        if word[k + 1] == "home":
            return k if word[k + 2] in _THEN or not word[k + 2].isalpha() else 0
        return k if word[k + 1] in _THEIR and word[k + 2] in _OLD else 0

    def _is_settled(self, q: Quantity, match: Match) -> bool:
        """ "the commission settled 143,000 refugees on the land", "900 were settled there"."""
        if not self._is_theme(q, match):
            return False
        word, k = self._tokens.word, self._predicates.verb_before(q)
        if k > 0 and word[k] in _SETTLED and word[k - 1] not in BE:
            return True
        k = self._predicates.after_helpers(q.phrase_last)
        settled = self._tokens.at(k) in _SETTLED and word[k - 1] in BE
        return settled and _CAMPS.isdisjoint(word[k + 1 : k + _NEAR])

    def _is_housed(self, q: Quantity, match: Match) -> bool:
        """ "housed 90 families from the valley in a new village", "moved 900 into brick houses"."""
        word, k, first = self._tokens.word, self._predicates.verb_before(q), q.phrase_last
        if k < 1 or word[k] not in verb_forms(_HOUSING) or word[k - 1] in BE:
            k = first = self._predicates.after_helpers(q.phrase_last)
            if self._tokens.at(k) not in verb_forms(_HOUSING):
                return False  # "90 families *have moved* from the tents into new houses"
        known = self._tokens.at(q.phrase_last) == "from" or self._is_theme(q, match)
        if not (known and is_anybody(self._tokens, q)):
            return False
        for j in range(first, min(first + _FAR, self._tokens.size - 2)):
            if word[j] in BREAKS:
                return False
            if word[j] in _INTO and self._is_lasting(j + 1):
                return True
        return False

    def _is_lasting(self, k: int) -> bool:
        """ "in | a *new village*", but no "in | tents near the new town"."""
        word, lasting = self._tokens.word, False
        for j in range(k, min(k + _NEAR, self._tokens.size)):
            lasting = lasting or word[j] in _LASTING
            if tag(word[j])[0] == "p" or singular(word[j]) in _SITES:
                return lasting and tag(word[j])[0] != "p"
        return False


@cache
def _any_word() -> frozenset[str]:
    """Words without which none of this is told."""
    return _SETTLED | _OLD | _DRIVEN | _RUINED | verb_forms(_HOUSING)
