"""What says that people go back, and whether more is told of them than what they are."""

from collections.abc import Callable, Container, Iterable, Sequence
from functools import cache
from itertools import pairwise, takewhile

from plainfigures.definitions.model import Measure
from plainfigures.figures.grammar.people import ANYBODY, is_anybody, is_local
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.nouns.heads import names_time, takes_object
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import calendar, is_person, nouns, singular, tag
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_GOING = ("go", "come", "move", "head", "walk", "travel", "get", "bring", "take")
_HOME = frozenset(("back", "home"))
_ENDS = frozenset(". , ; ) and but while by before within since".split()) | {""}
_AT = frozenset("in on at with among inside under".split())
# What people go back to who were never away from home, and what they only go out for.
_ERRANDS = frozenset(
    "work school class classroom lesson university college training office job post desk duty "
    "service court hospital clinic doctor poll ballot table theatre theater cinema stage seat "
    "hall meeting talk session negotiation conference assembly parliament senate congress cabinet "
    "council subject topic theme faith religion party team squad pitch court market unit army "
    "base barracks ship shop store bank politics power action competition treatment factory lake "
    "hotel camp shelter tent prison jail scene belongings fetch collect vote".split()
)
_OUTINGS = frozenset(
    "work school holiday vacation tour visit outing excursion cruise expedition match game beach "
    "tournament race festival concert party wedding funeral show film lunch break dinner treatment "
    "surgery shift patrol walk hike weekend ceremony christmas easter hearing pilgrimage "
    "mission".split()
)
_INTO = {"to": _ERRANDS, "for": _ERRANDS | _OUTINGS, "from": _OUTINGS, "after": _OUTINGS}
_WITHIN = frozenset(("at", "in", "on"))
_SCENES = frozenset("scene meeting conference talk hospital clinic court polls event match".split())
_EVERY = frozenset(("every", "each"))
_OFTEN = frozenset("summer winter autumn spring season weekend evening night morning".split())
_RETURN = ("return", "returned")
_PHRASE = 4
# What people live in or on, or left.
_LIVED_IN = frozenset(
    "home house hut flat apartment farm field garden plot vineyard land soil homeland birthplace "
    "hearth family tribe clan life ruin rubble ash remains capital valley hill hillside mountain "
    "highland plain plateau steppe desert delta shore riverbank bush forest jungle marsh "
    "countryside interior frontier border north south east west neighbourhood neighborhood quarter "
    "suburb street enclave municipality reserve estate place community nation peninsula "
    "archipelago ghetto hamlet oasis commune parish atoll canton ranch lowland kraal wadi ravine "
    "canyon gorge basin reservation slum favela township homestead safety exile captivity hiding "
    "pasture isle war fighting".split()
)
_DAYS = frozenset("yesterday today tomorrow".split())
# Whose members are at home somewhere ("members of the *clan*").
_PEOPLES = frozenset("minority community tribe clan people nation family".split())
# The words of a context that tell of no flight.
_PLAIN = frozenset("return home native".split())


def goes_back(tokens: Tokens, k: int) -> bool:
    """Whether a verb of return stands at `k` ("go home"), but not "return to the office"."""
    k += tokens.at(k) in BE
    if tokens.at(k) in _returning():
        ahead = tokens.word[k + 2 : k + 2 + _PHRASE] if tokens.at(k + 1) == "to" else []
        return _ERRANDS.isdisjoint(takewhile(lambda word: word not in ("to", "and"), ahead))
    return tokens.at(k) in verb_forms(_GOING) and tokens.at(k + 1) in _HOME


def is_naming(q: Quantity, match: Match, displaced: Container[str]) -> bool:
    """Whether of people no measure is told, or one by what they are called alone ("refugees")."""
    if match.measure is None:
        return True
    t = match.trigger
    named = t is None or (t.kind in NAMING and q.first < t.last <= q.phrase_last)
    return named and match.measure in displaced


def is_home(tokens: Tokens, k: int) -> bool:
    """ "are | *home*.", "were | *back* in their houses": whether that is told behind "be"."""
    k -= tokens.at(k - 1) == "back"  # an adverb, over which one looks for a verb
    if tokens.at(k) == "back" and is_led_on(tokens, k):
        return False  # "are back in their classrooms"
    there = tokens.at(k) in _HOME and not BE.isdisjoint(tokens.word[max(0, k - 2) : k])
    return there and tokens.at(k + 1) in (_ENDS if tokens.at(k) == "home" else _ENDS | _AT)


def is_errand(tokens: Tokens, q: Quantity, t: Trigger, flees: Callable[[], bool]) -> bool:
    """ "900 people went back to *work*", "are back at *school*", "came home from a *match*".

    Where no word around tells that one `flees`, nobody goes home to "the bench" either.
    """
    k = max(t.last, q.phrase_last)
    if t.lemma == "return" and k == t.last and takes_object(tokens, k):
        return True  # "900 people returned the form"
    if q.kind == "bare" and t.lemma in _RETURN and t.last == q.phrase_first:
        return not flees()  # "the fund returned 900"
    k += tokens.at(k) in _HOME
    led = tokens.at(k)
    found = _ERRANDS if led in _WITHIN and tokens.at(k - 1) == "back" else _INTO.get(led)
    if found is None:
        return False
    for j in range(k + 1, min(k + 1 + _PHRASE, tokens.size)):
        if tokens.word[j] in found or singular(tokens.word[j]) in found:
            return not (tokens.capital(j) and tokens.capital(j + 1))
        if tag(tokens.word[j])[0] not in "danv" or tokens.word[j] in _DAYS:
            far = led != "after" and j > k + 2 and _is_elsewhere(tokens, k + 1, j - 1)
            return far and not flees()
    return False


def is_led_on(tokens: Tokens, k: int) -> bool:
    """ "arrived | at the scene", "came | to the meeting", "came | to help": on an errand."""
    k += tokens.at(k) in _HOME
    led, end = tokens.at(k), k + 1
    while tokens.at(end) and tag(tokens.word[end]).split(",")[0] in ("d", "a"):
        end += 1
    noun = singular(tokens.at(end) or ".")
    if tokens.at(end + 1) == "to" and tokens.at(end + 2) in _ERRANDS:
        return True  # "came to the town to vote"
    back = _ERRANDS if tokens.at(k - 1) == "back" else _SCENES
    return noun in (back if led in _WITHIN else _INTO.get(led, ()))


def _is_elsewhere(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what a determiner leads to is a thing or place where nobody lives."""
    head = singular(tokens.word[last])
    known = is_lived_in(head) or is_person(head) or "-" in head
    named = tokens.capital(last) or names_time(tokens, last) or tag(tokens.word[last])[0] != "n"
    return tag(tokens.word[first])[0] == "d" and not (known or named)


def is_lived_in(noun: str) -> bool:
    """ "the *island*", "the *farm*": whether people may have left it, or go back there."""
    return noun in _LIVED_IN or any(noun in nouns(kind) for kind in ("area", "place"))


def is_habit(word: Sequence[str], last: int) -> bool:
    """ "900 return *every summer*", not "900 are back, and | every evening they sit there"."""
    ends = (k for k in range(last + 1, len(word) - 1) if word[k] == "and")
    end = next((k for k in ends if word[k - 1] == "," or word[k + 1] in BE), len(word))
    return not _EVERY.isdisjoint(word) and any(
        one in _EVERY and (then in _OFTEN or then in calendar("month"))
        for one, then in pairwise(word[:end])
    )


def tells_of_flight(measure: Measure, around: Callable[[], Iterable[str]]) -> bool:
    """Whether a word around tells of more than a way home."""
    return not _telling(measure.context).isdisjoint(around())


def is_traveller(
    tokens: Tokens, q: Quantity, measure: Measure, flees: Callable[[], bool], last: str
) -> bool:
    """ "900 *hikers* came home", "We met 28 *players*; 11 came back": people by what they do.

    Where no word around tells that one `flees`; `last` are the people counted before of whom
    nothing is told.
    """
    if q.kind == "bare":
        return _comes_and_goes(last) and not flees()
    if q.noun is None or q.kind != "noun" or is_anybody(tokens, q):
        return False
    if q.noun.head in measure.competitors:
        return is_person(q.noun.head)
    if not _PEOPLES.isdisjoint(map(singular, tokens.word[q.phrase_last : q.phrase_last + _PHRASE])):
        return False
    return _comes_and_goes(q.noun.head) and not flees()


def _comes_and_goes(noun: str) -> bool:
    return is_person(noun) and not (is_local(noun) or noun in ANYBODY)


@cache
def _telling(context: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in context if word not in _PLAIN and word[:5] != "back ")


@cache
def _returning() -> frozenset[str]:
    return verb_forms(("return", "repatriate"))
