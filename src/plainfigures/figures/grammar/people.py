"""People: which numbers count them, as such or by the name of a people."""

from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import (
    calendar,
    countries,
    demonyms,
    groups,
    is_person,
    is_word,
    nouns,
    singular,
    speech_verbs,
    tag,
)
from plainfigures.prose.words.signs import CLOSE_DOUBLE, ENDS, THEM, WHO
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

ANYBODY = frozenset(
    "person people individual civilian child woman man girl boy minor adult infant youth family "
    "household citizen national newcomer arrival other soul adolescent villager serviceman "
    "townsperson kid baby toddler teenager youngster elder".split()
)
# People by where they live, or by what drove them out.
_LOCAL = frozenset(
    "villager townsperson resident inhabitant islander townsman countryman highlander lowlander "
    "peasant farmer herder native indigene landowner homeowner neighbour neighbor parishioner "
    "citizen compatriot national relative parent mother father widow widower orphan survivor "
    "settler tribesman emigrant immigrant fugitive outcast minority".split()
)
# What says that others are of the same: "among them were three nurses", "another 40 soldiers".
_TO_RETURN = (["the", "return", "of"], ["the", "repatriation", "of"], ["on", "the", "return"])
# What people say or feel.
_VOICED = frozenset(
    "prediction advice warning plea protest objection testimony opinion consent dismay surprise "
    "horror delight astonishment disgust fury envy defiance presence sight".split()
)
_SAME = frozenset(
    "among another other others further more additional also including included include includes "
    "them these those whom second third total toll figure count".split()
)
_DAYS = frozenset((*calendar("month"), *calendar("weekday"), *calendar("feast")))
_OF_THEM = frozenset("them these those whom more others".split())
_MANY = frozenset("they we who people".split())
# What is done to people and to nothing else.
_TO_PEOPLE = tuple(
    "repatriate resettle rehouse deport expel evict displace wound murder execute massacre".split()
)


def is_anybody(tokens: Tokens, q: Quantity) -> bool:
    """Whether a number counts people as such, and no clerks or soldiers."""
    if q.kind == "bare" or q.noun is None:
        return q.kind == "bare" or q.unit in PEOPLE
    if q.unit in PEOPLE and q.noun.head in ANYBODY:
        return True
    return q.kind == "noun" and tokens.capital(q.noun.last - 1)  # "15,400 Sudanese"


def is_local(noun: str) -> bool:
    """ "900 *islanders*", "900 *exiles*": whether a noun of people tells that they have a home."""
    return noun in _LOCAL or noun in nouns("returner") or noun in groups()


def are_of_things(tokens: Tokens, q: Quantity) -> bool:
    """ "The tents came late, and there were only *300 of them*": of what alone was named."""
    if tokens.at(q.phrase_last) != "of" or tokens.at(q.phrase_last + 1) not in THEM:
        return False
    before = tokens.word[: q.phrase_first]
    if not _MANY.isdisjoint(before) or is_done_to_people(tokens, q):
        return False
    named = [singular(word) for word in before if tag(word) == "ns"]
    return bool(named) and not any(is_person(one) or one in PEOPLE for one in named)


def is_done_to_people(tokens: Tokens, q: Quantity) -> bool:
    """ "By pacts of eight states the agency *repatriated* 900 of them": no thing is repatriated."""
    forms, k = verb_forms(_TO_PEOPLE), q.phrase_last
    k += 2 * (tokens.at(k) == "of" and tokens.at(k + 1) in THEM)
    return tokens.at(q.phrase_first - 1) in forms or (
        tokens.at(k) in BE and tokens.at(k + 1) in forms
    )


def is_by_name(tokens: Tokens, q: Quantity) -> bool:
    """ "185,000 Marans fled", "400 Uru": people by a name, of which no lexicon holds a singular."""
    if q.noun is None:
        return False
    head = tokens.raw[q.noun.last - 1]
    if not head[0].isupper() or head[:-1].isupper():
        return False  # "67 IEDs"
    noun = singular(head.lower())
    common = is_word(noun) and head not in countries()  # "21 Response Plans"
    common = common or noun in _DAYS  # "between two Sundays"
    common = common or noun in nouns("make")  # "nine Boeings", "40 Pink Pigeons"
    common = common or noun in nouns("place") or noun in nouns("area")  # "8 Municipalities"
    # "returned to the 72 Barangays"
    common = common or tokens.word[max(0, q.phrase_first - 2) : q.phrase_first] == ["to", "the"]
    many = head.endswith("s") or (q.value != 1 and not is_word(head.lower()))
    return not common and many and q.noun.head == q.unit and q.unit not in groups()


def is_a_people(tokens: Tokens, q: Quantity) -> bool:
    """ "2,200 Dinka", "9,000 Iraqis": a people, whose flight and return are told plainly."""
    if q.kind != "noun" or q.noun is None or not tokens.capital(q.noun.last - 1):
        return False
    return q.unit in PEOPLE or is_by_name(tokens, q)


def is_a_people_within(tokens: Tokens, q: Quantity) -> bool:
    """ "38,000 Tamils", "the number of Hazara": a people by a name that is of no country."""
    if q.noun is None or q.unit not in PEOPLE or not tokens.capital(q.noun.last - 1):
        return False
    return tokens.raw[q.noun.last - 1] not in demonyms()


def nation(tokens: Tokens, q: Quantity) -> str | None:
    """The country of those counted, where a word of nationality is the last of their phrase."""
    raw = tokens.raw
    for k in range(q.phrase_last - 1, q.last - 1, -1):
        if raw[k] in demonyms() and raw[k - 1] != "ethnic":
            two = countries().get(f"{raw[k - 1]} {raw[k]}")  # "South Sudanese"
            return (two or countries()[raw[k]]).code
    return None


def tells(tokens: Tokens, q: Quantity) -> bool:
    """ "were told by *two doctors* that 40 had died", "40 died, said *two clerks*": who says it."""
    word, k = tokens.word, q.phrase_first - 1
    if word[q.phrase_last + 1 : q.phrase_last + 4] in _TO_RETURN:
        return tag(word[q.phrase_last])[0] == "v"  # "*two envoys* discussed the return of 900"
    if k > 0 and word[k] == "of" and singular(word[k - 1]) in _VOICED:
        return tokens.at(q.phrase_last) not in WHO  # "shot 40, against *the advice* of nine clerks"
    if k < 2 or word[k] != "by":
        said = k > 0 and word[k] in speech_verbs() and word[k - 1] in CLOSE_DOUBLE | {","}
        return said and tokens.at(q.phrase_last) in ENDS
    return word[k - 1] in speech_verbs() and (word[k - 2] in BE or tokens.at(q.last) == "at")


def is_more_of_same(tokens: Tokens, q: Quantity) -> bool:
    """Whether a number is said to be of those before: "another 40", "40 of them"."""
    before = tokens.word[: q.phrase_last + 1]
    if any(w in _SAME and before[j + 1 : j + 2] != ["than"] for j, w in enumerate(before)):
        return True
    return not _OF_THEM.isdisjoint(tokens.word[q.phrase_last : q.phrase_last + 3])
