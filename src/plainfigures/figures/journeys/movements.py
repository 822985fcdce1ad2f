"""People who are moved in a text about return: they go home, though no word of theirs says so."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from plainfigures.definitions.model import Measure
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import (
    DEPORTED,
    HOMEWARD,
    RETURNS,
    STRANGERS,
    is_around,
    words_of,
)
from plainfigures.figures.journeys import parties
from plainfigures.figures.journeys.parties import JOURNEYS
from plainfigures.figures.journeys.whither import (
    CAMPS,
    ENTERING,
    LEAVING,
    PREDICATE,
    REACH,
    SHIFTING,
    is_abroad,
    is_home_behind,
    is_move,
    leaves_camp,
)
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE, MODALS, WILL
from plainfigures.prose.words.lexicon import future, singular, tag
from plainfigures.prose.words.stems import verb_forms

# So many words of return around a sentence make it the theme; after a figure of it, fewer.
_THEME = 3
_MOVED = "moved in a text on return"
_TOLD = 2
_TAKING = tuple("fly airlift ferry bus transport carry escort ship truck drive".split())
_BRINGING = ("take", "bring")
_MAKING = ("make", "take", "undertake", "begin", "start")
_SENDING = ("send",)
_TOWNS = frozenset("home homes village villages town city valley district province origin".split())
_SETTLING = ("settle",)
_MORE = FURTHER | {"a", "an"}
_LIVING = frozenset(("live", "reside"))
_SETTLED = frozenset(("in", "on", "at", "there"))
_FARING = ("go",)
_ENDS = frozenset((".", ",", ";", "by", "since", "so", "and", "but", ""))
_TRIPS = frozenset("journey trip crossing trek voyage".split())
_DUE = frozenset("due expected scheduled set will".split())
_GOING = tuple("board disembark embark alight fly".split())
_WAITING = ("wait", "queue")
_ENROLLED = frozenset("registered enrolled applied volunteered".split())
# What leads from people to the same ones, counted in another way.
_MADE_OF = frozenset("from of in representing comprising totalling totaling numbering".split())
_WHERE = frozenset("in at on near along outside inside here there by beside aboard".split())
_CROSSING = ("cross",)
_BOUNDS = frozenset("border frontier river lake strait".split())
_OUT = frozenset(("out", "off"))
_ROLLS = frozenset("roll book list register record payroll".split())
_ROLL = 4
_COMING = ("enter", "reenter")
_BEGUN = frozenset("began started begun".split())
_ARRIVING = ("arrive", "reach", "travel")
_JOINING = ("join",)
_SOON = frozenset("today tomorrow on this next in by later soon".split())
_AWAY = frozenset("fled flee flees fleeing escaped expelled driven uprooted evacuated".split())


class Movements(Teller):
    """Finds in one sentence who is on the way home, where the text is about `measure`."""

    def tell(self, quantities: Sequence[Quantity], matches: list[Match]) -> None:
        """Give the measure of return to those who are on the way home."""
        home = self._lists.home
        if home is None or _any_move().isdisjoint(self._tokens.word):
            return
        shared: set[Trigger] = set()
        self._phrases = {q.phrase_first: q.phrase_last for q in quantities}
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            # "25,000 poured into the valley from Ost, 900 from Ust"
            alike = match.trigger in shared or self._is_same(index, quantities, matches, home)
            if not (alike or self._homeward(q, match, home)):
                continue
            if match.trigger is not None and match.trigger.kind != "noun":
                shared.add(match.trigger)
            found = Match(home.name, rule=_MOVED)
            if self._lists.waiting and self._waits(q):
                found.measure = self._lists.waiting
            elif home.planned and (self._verb_of(q)[1] or parties.is_planned_load(self._tokens, q)):
                found.measure, found.planned = home.planned, True
            matches[index] = found

    def _is_same(
        self, index: int, quantities: Sequence[Quantity], matches: list[Match], measure: Measure
    ) -> bool:
        """ "40 families *representing* 180 people left": those of the number before, once more."""
        q, before = quantities[index], quantities[index - 1]
        gap = self._tokens.word[before.phrase_last : q.phrase_first]
        if index == 0 or len(gap) != 1 or gap[0] not in _MADE_OF or q.unit not in PEOPLE:
            return False
        given = matches[index].measure
        moved = matches[index - 1].rule == _MOVED and matches[index - 1].measure == measure.name
        return moved and (given is None or given in measure.beats)

    def _homeward(self, q: Quantity, match: Match, measure: Measure) -> bool:
        """Whether people of no measure, or of one that only names them, are moved home."""
        bare = q.kind == "bare" and q.unit is None
        bare = bare and (self._is_told() or parties.is_group(self._tokens, q))
        if not bare and (q.unit not in PEOPLE or q.kind not in ("noun", "bare")):
            return False
        if match.measure is not None:
            t = match.trigger
            naming = t is None or (t.kind in NAMING and q.first < t.last <= q.phrase_last)
            naming = naming or (t is not None and is_move(t.lemma.split()))
            if match.measure not in measure.beats or not naming:
                return False
        if self._is_to_live(q):
            return match.measure is None
        moves = self._moves(q) or self._waits(q)
        return moves and self._is_theme(measure, q) and _AWAY.isdisjoint(self._tokens.word)

    def _moves(self, q: Quantity) -> bool:
        """ "250 refugees left the camp", "it flew 90 men home", "flights for up to 40 families"."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        while k > 0 and word[k] in _MORE:
            k -= 1  # "a convoy took a further 300"
        j, come = self._verb_of(q)
        after = self._tokens.at(j)
        if after in verb_forms(_GOING) or (after in verb_forms(_TAKING) and word[j - 1] in BE):
            return True
        if after in verb_forms(_JOINING):
            return not JOURNEYS.isdisjoint(map(singular, word[j + 1 : j + _ROLL]))
        if (
            after in verb_forms(_BRINGING)
            and word[j - 1] in BE
            and parties.by_vehicle(self._tokens, j)
        ):
            return True
        if after in verb_forms(SHIFTING) and come and self._tokens.at(j + 1) in _SOON:
            return True  # "900 are scheduled to move today"
        if after in verb_forms(_SETTLING) and self._tokens.at(j + 1) in _SETTLED:
            return CAMPS.isdisjoint(map(singular, word[j + 1 : j + REACH]))
        if after in verb_forms(_FARING) and self._tokens.at(j + 1) in _ENDS:
            return q.kind == "bare"  # "by June only 900 had gone"
        if after in verb_forms(_FARING) and self._tokens.at(j + 1) == "to":
            name = j + 2 + (self._tokens.at(j + 2) == "the")
            return self._tokens.capital(name) and not is_abroad(self._tokens, q, name)
        if after in verb_forms(_MAKING) and not _TRIPS.isdisjoint(word[j + 1 : j + REACH]):
            return True
        if after in verb_forms(ENTERING) and self._tokens.at(j + 1) == "into" and self._is_first():
            return not is_abroad(self._tokens, q, j + 2)
        if after in verb_forms(_CROSSING) and self._tokens.at(j + 2) == "border":
            into = next(
                (k for k in range(j, min(j + REACH + 2, len(word))) if word[k] == "into"), -2
            )
            if into > 0:
                return self._is_first() and not is_abroad(self._tokens, q, into + 1)
        if after in verb_forms(_CROSSING) and not _BOUNDS.isdisjoint(word[j : j + REACH]):
            # "1,500 people were crossing the border every hour", where others return
            if self._is_told() or not RETURNS.isdisjoint(word):
                return True
        if after in verb_forms(_ARRIVING) and "from" in word[j : j + REACH] and self._is_told():
            return True  # "a further 500 arrived in Ost from Chad"
        if after == "set" and self._tokens.at(j + 1) in _OUT and self._tokens.at(j + 2) == "from":
            return True
        if after in verb_forms(_COMING) and "from" in word[j + 1 : j + REACH] and self._is_first():
            return not is_abroad(self._tokens, q, j + 1)  # "900 Chadians entered Ost from Niger"
        if after in verb_forms(_SENDING) and word[j - 1] in BE and self._tokens.at(j + 1) == "to":
            return not _TOWNS.isdisjoint(word[j + 2 : j + REACH])
        if after in verb_forms(SHIFTING) and (self._tokens.at(j + 1) == "to" or word[j - 1] in BE):
            return CAMPS.isdisjoint(map(singular, word[j + 1 : j + REACH]))
        if after in verb_forms(LEAVING) and leaves_camp(self._tokens, j):
            return True
        if k >= 0 and word[k] in verb_forms(_TAKING):
            near = word[q.phrase_last : q.phrase_last + _ROLL]
            return _ROLLS.isdisjoint(map(singular, near))  # "the ministry carries 900 on its rolls"
        if k >= 0 and word[k] in verb_forms(_BRINGING + SHIFTING):
            if is_home_behind(self._tokens, q):
                return True  # "moved 900 residents of the camp back home"
            subject = map(singular, word[max(0, k - PREDICATE) : k])
            return not JOURNEYS.isdisjoint(subject)  # "convoys have taken 900 across the river"
        if parties.is_group(self._tokens, q):
            # "The last group of 900 refugees crossed the river", where others return.
            j += after in _BEGUN and self._tokens.at(j + 1).endswith("ing")
            gone = self._tokens.at(j) in verb_forms(LEAVING + ENTERING + _ARRIVING)
            taken = self._tokens.at(j) in verb_forms(_BRINGING + _TAKING)
            gone = gone or (taken and not BE.isdisjoint(word[j - 2 : j]))
            if gone or parties.is_departure(self._tokens, q):
                return True
        return parties.is_load(self._tokens, q) or parties.is_of_journey(self._tokens, q)

    def _is_to_live(self, q: Quantity) -> bool:
        """ "by then 9,000 people will live in the valley", where others return."""
        j, come = self._verb_of(q)
        lives = self._tokens.at(j) in _LIVING and self._tokens.word[j - 1] in WILL
        return lives and come and not HOMEWARD.isdisjoint(self._carried.around())

    def _waits(self, q: Quantity) -> bool:
        """ "900 people still waiting at the station", but no "waiting for water".

        "900 refugees who live in the town have registered", where others return.
        """
        word = self._tokens.word
        for j in range(q.phrase_last, min(q.phrase_last + PREDICATE, len(word) - 1)):
            if word[j] in _ENROLLED and word[j - 1] in HAVE:
                return self._tokens.at(j + 1) in _ENDS
        k = self._verb_of(q)[0]
        k += tag(self._tokens.at(k)) == "r"
        after = self._tokens.word[k + 1 : k + REACH]
        where = after[:1] != [] and after[0] in _WHERE and "for" not in after
        return where and self._tokens.at(k) in verb_forms(_WAITING)

    def _verb_of(self, q: Quantity) -> tuple[int, bool]:
        """The verb of people or of the clause that describes them; whether it is yet to come.

        "67 families, who are expected to leave".
        """
        j = parties.past_aside(self._tokens, q.phrase_last)
        j += self._tokens.at(j) == ","
        j += 3 * (self._tokens.word[j : j + 2] == ["and", "their"])  # "and their belongings"
        j += self._tokens.at(j) == "who"
        if self._tokens.at(j) == "of":
            j = self._past_whole(j)
        elif self._tokens.at(j) in _MADE_OF:  # "900 people from 200 families were taken"
            j = self._phrases.get(j + 1, j)
        first = j
        j = self._predicates.after_helpers(j)
        if self._tokens.at(j + 1) == "to" and self._tokens.at(j) in future("measure"):
            return j + 2, True
        come = not future("measure").isdisjoint(self._tokens.word[first:j])
        if self._tokens.at(j) == "to":  # "900 people are to leave", "the first 900, was to leave"
            return j + 1, come or self._tokens.at(j - 1) in BE
        if not come and self._tokens.at(j) not in _any_move():
            after = self._tokens.word[j : j + REACH]  # "900 people on board is due to leave"
            come = not _DUE.isdisjoint(after) and not BE.isdisjoint(after)
        return j, come

    def _past_whole(self, of: int) -> int:
        """ "the first 900 of the 6,000 Sudanese who live in Chad will go": past all who do not."""
        word = self._tokens.word
        near = (k for k in range(of + 1, of + _ROLL) if k in self._phrases)
        j = self._phrases.get(next(near, of), of)
        if self._tokens.at(j) != "who" and not self._tokens.at(j).endswith("ing"):
            return j
        ends = range(j + 2, min(j + PREDICATE, len(word)))
        helping = BE | HAVE | MODALS
        return next((k for k in ends if word[k] in helping and word[k - 1] not in helping), j)

    def _is_theme(self, measure: Measure, q: Quantity) -> bool:
        named = words_of(measure)
        around = self._carried.around()
        party = parties.is_group(self._tokens, q) or parties.is_load(self._tokens, q)
        least = _TOLD if party or self._is_first() else _THEME
        if not RETURNS.isdisjoint(self._tokens.word):
            least = 1
        if any(
            two == "back" and singular(one) in JOURNEYS for one, two in pairwise(self._tokens.word)
        ):
            return True  # "900 refugees boarded a convoy back to Ost"
        if sum(map(named.__contains__, around)) >= least:
            return True
        # where foreigners are deported, others leave before they are
        return not STRANGERS.isdisjoint(around) and is_around(self._carried, DEPORTED)

    def _is_first(self) -> bool:
        """Whether no figure before the sentence is of anything but return."""
        last = self._carried.last or self._carried.earlier
        return last is None or self._is_told()

    def _is_told(self) -> bool:
        """Whether the last figure before the sentence is one of return."""
        last = self._carried.last or self._carried.earlier
        told = self._lists.homeward - {self._lists.waiting}
        return last is not None and last[1].measure in told


@cache
def _any_move() -> frozenset[str]:
    """Every word without which nobody is on the way."""
    return forms(JOURNEYS).union(
        *map(verb_forms, (_TAKING, _GOING, LEAVING, _WAITING, ENTERING, _BRINGING, _MAKING)),
        *map(verb_forms, (_JOINING, SHIFTING, _SENDING, _SETTLING, _FARING, _ARRIVING, _COMING)),
        _ENROLLED | {"set"} | _LIVING,
    )
