"""Capacity: how many people a place or a vehicle can take, which tells nothing of them."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.tokens import Tokens

ROOM = frozenset(
    "room space place places beds capacity designed built meant licensed licenced certified".split()
)
_CELLS = frozenset("prison jail gaol dungeon cell barracks detention remand".split())
_HOLDS = frozenset("hold holds seat seats".split())
_VENUES = frozenset(
    "theatre theater arena auditorium cinema venue room building centre center".split()
)
_ASIDE = 7
_NEAR = 4
# What a vehicle or a house is "licensed to carry".
_TAKES = frozenset("carry hold seat sleep take accommodate house shelter lodge receive".split())
_CARRIED = frozenset("carries carried held seated".split())
_VEHICLES = frozenset(
    "bus coach minibus van lorry truck car jeep vehicle train tram plane aircraft airliner "
    "helicopter jet boat ferry ship vessel launch dinghy trawler yacht barge raft taxi".split()
)
_MADE = frozenset(
    "licensed licenced built designed meant certified permitted allowed registered authorised "
    "authorized intended made fitted equipped approved supposed able large big small".split()
)


def is_held(tokens: Tokens, k: int) -> bool:
    """Whether token `k` says how many something can take: "the hall holds", "licensed to carry"."""
    verb = tokens.at(k)
    if verb in _CARRIED and singular(tokens.at(k - 1)) in _VEHICLES:
        return True  # "the bus carried 44"
    if verb in _TAKES and tokens.at(k - 1) == "to":
        k -= 2
        k -= tokens.at(k) == "enough"  # "large enough to hold 90", "enough tents to house 90"
        return tokens.at(k) in _MADE or "enough" in tokens.word[max(0, k - _NEAR) : k]
    return verb in _HOLDS and has_room(tokens, k)


def is_on_board(tokens: Tokens, k: int) -> bool:
    """ "there were 12 people | aboard", "… on the bus": who only travelled in it."""
    if tokens.at(k) == "aboard" or tokens.word[k : k + 2] == ["on", "board"]:
        return True
    led = tokens.at(k) in ("on", "in") and tag(tokens.at(k + 1) or ".") == "d"
    return led and singular(tokens.at(k + 2)) in _VEHICLES


def is_room(tokens: Tokens, q: Quantity) -> bool:
    """ "a camp built for 600", "with space for 80": how many it can take."""
    k = q.phrase_first - 1
    return q.kind in ("noun", "bare") and tokens.at(k) == "for" and tokens.at(k - 1) in ROOM


def has_room(tokens: Tokens, verb: int) -> bool:
    """ "the hall held 900", "a camp built for 600 held 1,100", "can hold 80": what takes people."""
    word, k = tokens.word, verb - 1
    if tokens.at(k) in ("can", "could"):
        return True
    while k > 0 and (word[k] in HELPERS or tag(word[k]) == "r"):
        k -= 1
    if word[k] in ("which", "that"):
        k -= 2 if word[k - 1] == "," else 1
    built = next((j for j in range(k, max(0, k - _ASIDE), -1) if word[j] in ROOM), 0)
    if built and tokens.at(built + 1) == "for":
        k = built - 1
        while k > 0 and (word[k] in (",", "at", "in", "near") or tokens.capital(k)):
            k -= 1
    room = singular(word[k])
    return (
        room in nouns("site") or room in nouns("area") or room in _VENUES
    ) and _CELLS.isdisjoint(word[max(0, k - 1) : k + 1])
