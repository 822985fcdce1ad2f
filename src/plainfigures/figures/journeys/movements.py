"""People who are moved in a text about return: they go home, though no word of theirs says so."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from plainfigures.definitions.model import Measure
from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.figures.grammar.people import is_a_people, is_local
from plainfigures.figures.grammar.teller import Teller
from plainfigures.figures.grammar.themes import (
    DEPORTED,
    HOMEWARD,
    RETURNS,
    STRANGERS,
    is_around,
    words_of,
)
from plainfigures.figures.journeys import moves, parties
from plainfigures.figures.journeys.moves import (
    ARRIVING,
    BRINGING,
    COMING,
    FARING,
    GOING,
    JOINING,
    MAKING,
    SENDING,
    SETTLING,
    TAKING,
    Move,
)
from plainfigures.figures.journeys.parties import JOURNEYS
from plainfigures.figures.journeys.whither import (
    ENTERING,
    LEAVING,
    PREDICATE,
    REACH,
    SHIFTING,
    is_move,
)
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.dates.portions import FURTHER
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE, HAVE, MODALS, WILL
from plainfigures.prose.words.lexicon import future, singular
from plainfigures.prose.words.stems import verb_forms

# So many words of return around a sentence make it the theme; after a figure of it, fewer.
_THEME, _TOLD = 3, 2
_MOVED = "moved in a text on return"
_MORE = FURTHER | {"a", "an"}
_LIVING = frozenset(("live", "reside"))
_DUE = frozenset("due expected scheduled set will".split())
# What leads from people to the same ones, counted in another way.
_MADE_OF = frozenset("from of in representing comprising totalling totaling numbering".split())
_ROLLS = frozenset("roll book list register record payroll".split())
_ROLL = 4
_BEGUN = frozenset("began started begun".split())
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
        self._beside = any(match.measure == home.name for match in matches)
        for index, (q, match) in enumerate(zip(quantities, matches, strict=True)):
            # "25,000 poured into the valley from Ost, 900 from Ust"
            if not (match.trigger in shared or self._homeward(q, match, home)):
                continue
            if match.trigger is not None and match.trigger.kind != "noun":
                shared.add(match.trigger)
            found = Match(home.name, rule=_MOVED)
            if home.planned and (self._verb_of(q)[1] or parties.is_planned_load(self._tokens, q)):
                found.measure, found.planned = home.planned, True
            matches[index] = found

    def _homeward(self, q: Quantity, match: Match, measure: Measure) -> bool:
        """Whether people of no measure, or of one that only names them, are moved home."""
        bare = q.kind == "bare" and q.unit is None
        bare = bare and (self._is_told() or parties.is_group(self._tokens, q))
        if not bare and (q.unit not in PEOPLE or q.kind not in ("noun", "bare")):
            return False
        if self._tokens.at(q.phrase_first - 1) == "every":
            return False  # "of every ten who left two came back"
        if match.measure is not None:
            t = match.trigger
            naming = t is None or (t.kind in NAMING and q.first < t.last <= q.phrase_last)
            naming = naming or (t is not None and is_move(t.lemma.split()))
            if match.measure not in measure.beats or not naming:
                return False
        if self._is_to_live(q):
            return match.measure is None
        moves = self._moves(q) and not self._left(q)
        return moves and self._is_theme(measure, q) and _AWAY.isdisjoint(self._tokens.word)

    def _left(self, q: Quantity) -> bool:
        """ "14,000 *left the valley*, and 900 *of them* have come back": those went away."""
        after = self._tokens.word[q.phrase_last :]
        leaves = not verb_forms(LEAVING).isdisjoint(after[:_ROLL])
        return self._beside and leaves and ("of", "them") in pairwise(after)

    def _moves(self, q: Quantity) -> bool:
        """ "250 refugees left the camp", "it flew 90 men home", "flights for up to 40 families"."""
        word, k = self._tokens.word, self._predicates.verb_before(q)
        while k > 0 and word[k] in _MORE:
            k -= 1  # "a convoy took a further 300"
        j, come = self._verb_of(q)
        if "again" in word[j : j + _ROLL] and self._tokens.at(j) in verb_forms(LEAVING):
            return False  # "900 came home, but 40 left (the town) again"
        if self._tokens.at(j) == "left" and word[j - 1] in BE:
            return False  # "900 had gone back and 40 were left in the camps"
        before = self._is_told(), self._is_first(), self._carried.home()
        told = moves.told(Move(self._tokens, q, j, come, *before))
        if told is not None:
            return told
        if k >= 0 and word[k] in verb_forms(TAKING):
            near = word[q.phrase_last : q.phrase_last + _ROLL]
            return _ROLLS.isdisjoint(map(singular, near))  # "the ministry carries 900 on its rolls"
        if k >= 0 and word[k] in verb_forms(BRINGING + SHIFTING):
            subject = map(singular, word[max(0, k - PREDICATE) : k])
            return not JOURNEYS.isdisjoint(subject)  # "convoys have taken 900 across the river"
        if parties.is_group(self._tokens, q) and self._sets_off(q, j):
            return True
        return parties.is_load(self._tokens, q) or parties.is_of_journey(self._tokens, q)

    def _sets_off(self, q: Quantity, j: int) -> bool:
        """ "The last group of 900 refugees crossed the river", where others return."""
        j += self._tokens.at(j) in _BEGUN and self._tokens.at(j + 1).endswith("ing")
        verb = self._tokens.at(j)
        taken = verb in verb_forms(BRINGING + TAKING)
        gone = verb in verb_forms(LEAVING + ENTERING + ARRIVING)
        gone = gone or (taken and not BE.isdisjoint(self._tokens.word[j - 2 : j]))
        return gone or parties.is_departure(self._tokens, q)

    def _is_to_live(self, q: Quantity) -> bool:
        """ "by then 9,000 people will live in the valley", where others return."""
        j, come = self._verb_of(q)
        lives = self._tokens.at(j) in _LIVING and self._tokens.word[j - 1] in WILL
        return lives and come and not HOMEWARD.isdisjoint(self._carried.around())

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
        if self._is_told() and tuple(self._tokens.word[q.last : q.last + 2]) in OF_THEM:
            return True  # "The first convoy carried 380 of them"
        j = self._verb_of(q)[0]
        if self._tokens.at(j) in verb_forms(FARING) and self._is_told():
            return q.kind == "bare"  # "2,000 were to go home. By June 900 had gone."
        named = words_of(measure)
        around = self._carried.around()
        party = parties.is_group(self._tokens, q) or parties.is_load(self._tokens, q)
        least = _TOLD if party or self._is_first() else _THEME
        if (
            self._beside
            and ";" not in self._tokens.word  # "900 were moved; 300 have since gone home"
            and "of" not in self._tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
        ):
            return True  # "900 left the camps, while 300 went home"
        if not RETURNS.isdisjoint(self._tokens.word) or (party and self._is_told()):
            least = 1
        exiles = q.noun and (is_a_people(self._tokens, q) or is_local(q.noun.head))
        back = ("back", "home") if exiles else ("back",)
        if any(
            two in back and singular(one) in JOURNEYS for one, two in pairwise(self._tokens.word)
        ):
            return True  # "900 refugees boarded a convoy back to Ost", "the first convoy home"
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
        return self._last_is_of(self._lists.homeward - {self._lists.waiting})


@cache
def _any_move() -> frozenset[str]:
    """Every word without which nobody is on the way."""
    return forms(JOURNEYS).union(
        *map(verb_forms, (TAKING, GOING, LEAVING, ENTERING, BRINGING, MAKING)),
        *map(verb_forms, (JOINING, SHIFTING, SENDING, SETTLING, FARING, ARRIVING, COMING)),
        {"set"} | _LIVING,
    )
