"""Moves: verbs of motion, and what must stand around each for people to be on their way home."""

from collections.abc import Callable
from typing import NamedTuple

from plainfigures.figures.grammar.themes import RETURNS
from plainfigures.figures.journeys import parties
from plainfigures.figures.journeys.parties import JOURNEYS
from plainfigures.figures.journeys.whither import (
    CAMPS,
    ENTERING,
    LEAVING,
    REACH,
    SHIFTING,
    WARS,
    is_abroad,
    leaves_camp,
)
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import singular
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

TAKING = tuple("fly airlift ferry bus transport carry escort ship truck drive".split())
BRINGING = ("take", "bring")
MAKING = ("make", "take", "undertake", "begin", "start")
SENDING = ("send",)
_TOWNS = frozenset("home homes village villages town city valley district province origin".split())
SETTLING = ("settle",)
_SETTLED = frozenset(("in", "on", "at", "there"))
FARING = ("go",)
ENDS = frozenset((".", ",", ";", "by", "since", "so", "and", "but", ""))
_TRIPS = frozenset("journey trip crossing trek voyage".split())
GOING = tuple("board disembark embark alight fly".split())
_CROSSING = ("cross",)
_BOUNDS = frozenset("border frontier river lake strait".split())
_OUT = frozenset(("out", "off"))
COMING = ("enter", "reenter")
ARRIVING = ("arrive", "reach", "travel")
JOINING = ("join",)
_LISTING = verb_forms(("list", "register", "host", "shelter"))
_SOON = frozenset("today tomorrow on this next in by later soon".split())
_ROLL = 4


class Move(NamedTuple):
    """The verb at token `j` of people who are counted, and what was told before them.

    `come`: it is yet to come; `returned`: the figure before is one of return; `first`: none before
    is of anything else; `home` is the country of the people of the text.
    """

    tokens: Tokens
    q: Quantity
    j: int
    come: bool
    returned: bool
    first: bool
    home: str | None

    def ahead(self, reach: int) -> list[str]:
        """The words behind the verb, so far as `reach` tokens from it."""
        return self.tokens.word[self.j + 1 : self.j + reach]

    @property
    def passive(self) -> bool:
        """Whether it is done to them ("were flown")."""
        return self.tokens.word[self.j - 1] in BE

    @property
    def after(self) -> str:
        """The word right behind the verb."""
        return self.tokens.at(self.j + 1)


def told(move: Move) -> bool | None:
    """Whether the verb takes people home; None where it does not say."""
    verb = move.tokens.at(move.j)
    for verbs, asks in _BY_VERB:
        if verb in verb_forms(verbs):
            answer = asks(move)
            if answer is not None:
                return answer
    if verb == "set" and move.after in _OUT and move.tokens.at(move.j + 2) == "from":
        return True
    return None


def _goes(move: Move) -> bool:
    return True


def _is_taken(move: Move) -> bool | None:
    return move.passive or None


def _joins(move: Move) -> bool:
    return not JOURNEYS.isdisjoint(map(singular, move.ahead(_ROLL)))


def _is_brought(move: Move) -> bool | None:
    return (move.passive and parties.by_vehicle(move.tokens, move.j)) or None


def _is_to_shift(move: Move) -> bool | None:
    """ "900 are scheduled to move today"."""
    return (move.come and move.after in _SOON) or None


def _shifts(move: Move) -> bool | None:
    if move.after == "to" or move.passive:
        return CAMPS.isdisjoint(map(singular, move.ahead(REACH)))
    return None


def _settles(move: Move) -> bool | None:
    if move.after not in _SETTLED:
        return None
    return CAMPS.isdisjoint(map(singular, move.ahead(REACH)))


def _fares(move: Move) -> bool | None:
    if move.after in ENDS:
        return move.q.kind == "bare"  # "by June only 900 had gone"
    if move.after != "to":
        return None
    name = move.j + 2 + (move.tokens.at(move.j + 2) == "the")
    return move.tokens.capital(name) and not is_abroad(move.tokens, move.q, name, move.home)


def _makes_trip(move: Move) -> bool | None:
    return not _TRIPS.isdisjoint(move.ahead(REACH)) or None


def _enters(move: Move) -> bool | None:
    if move.after == "into" and move.first:
        return not is_abroad(move.tokens, move.q, move.j + 2, move.home)
    return None


def _crosses(move: Move) -> bool | None:
    word, j = move.tokens.word, move.j
    if move.tokens.at(j + 2) == "border" and "into" in word[j : j + REACH + 2]:
        into = word.index("into", j)
        return move.first and not is_abroad(move.tokens, move.q, into + 1, move.home)
    if _BOUNDS.isdisjoint(word[j : j + REACH]):
        return None
    before = word[max(0, move.q.phrase_first - 2) : move.q.phrase_first]
    if not WARS.isdisjoint(word[j:]) or not _LISTING.isdisjoint(before):
        return False  # "crossed the border after the *attack*", "*registered* 900 who crossed"
    # "900 people were crossing the river each hour", where others return
    return move.returned or not RETURNS.isdisjoint(word) or None


def _arrives(move: Move) -> bool | None:
    """ "A further 500 arrived in Ost from Chad"."""
    if "from" not in move.ahead(REACH) or not move.returned:
        return None
    return not is_abroad(move.tokens, move.q, move.j + 2, move.home)


def _comes(move: Move) -> bool | None:
    if "from" in move.ahead(REACH) and move.first:
        # "900 Chadians entered Ost from Niger"
        return not is_abroad(move.tokens, move.q, move.j + 1, move.home)
    return None


def _is_sent(move: Move) -> bool | None:
    if move.passive and move.after == "to":
        return not _TOWNS.isdisjoint(move.ahead(REACH)[1:])
    return None


def _leaves(move: Move) -> bool | None:
    return leaves_camp(move.tokens, move.j) or None


_BY_VERB: tuple[tuple[tuple[str, ...], Callable[[Move], bool | None]], ...] = (
    (GOING, _goes),
    (TAKING, _is_taken),
    (JOINING, _joins),
    (BRINGING, _is_brought),
    (SHIFTING, _is_to_shift),
    (SETTLING, _settles),
    (FARING, _fares),
    (MAKING, _makes_trip),
    (ENTERING, _enters),
    (_CROSSING, _crosses),
    (ARRIVING, _arrives),
    (COMING, _comes),
    (SENDING, _is_sent),
    (SHIFTING, _shifts),
    (LEAVING, _leaves),
)
