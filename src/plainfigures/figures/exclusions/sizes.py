"""Sizes: how large a group or a place is, which tells nothing of those who make it up."""

from functools import cache

from plainfigures.figures.exclusions.capacity import is_held
from plainfigures.figures.grammar.people import is_anybody
from plainfigures.figures.grammar.themes import MOVED
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import DOING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HAVE, HELPERS, before_adverbs
from plainfigures.prose.words.lexicon import (
    agents,
    calendar,
    groups,
    is_person,
    nouns,
    singular,
    speech_verbs,
    tag,
)
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

# What stands before those who only see a thing or do it, and before where it happens.
PLACING = frozenset("before behind beside alongside amid near under towards toward".split())
_CALENDAR = frozenset((*calendar("month"), *calendar("weekday")))
_GOVERNING = PLACING | frozenset("in of from with against to by at for on into over".split())
_FRAMING = _GOVERNING - {"of", "to", "with"}
_MEMBERS = groups() | frozenset(
    "staff payroll enrolment enrollment membership readership circulation attendance "
    "force garrison army fleet total strength town village hamlet city settlement place "
    "island parish county nation country household turnout".split()
)
_TOWNS = frozenset(
    "town village hamlet city settlement island parish country nation capital province district "
    "region enclave republic suburb port population".split()
)
_DWELLERS = frozenset("inhabitant resident dweller".split())
_INHABITANTS = _DWELLERS | PEOPLE | {"people", "soul"}
_WHITHER = frozenset("back home away across".split())
_OR_MORE = ["or", "more"]
_IN_WHICH = frozenset(("which", "where", "when"))
_OF_PLACE = frozenset("with of has had have 's ' its numbering muster mustered boasted".split())
_PUT = 7
_EXILES = frozenset(("refugees", "exiles", "evacuees"))
_THEIR = frozenset(("its", "their", "our"))
_NUMBERS = frozenset("numbers numbered numbering totals totalled totaled".split())
_HELPERS = frozenset("colleague volunteer expert engineer observer monitor deminer nurse".split())
_ADHERENTS = frozenset("descendant member adherent follower believer speaker offspring".split())
_TOLLS = frozenset("toll total count tally number figure influx exodus caseload group".split())


def is_least(tokens: Tokens, q: Quantity) -> bool:
    """ "shootings in which four or more people die": how large such a thing is at the least."""
    if (
        tokens.word[q.last : q.last + 2] != _OR_MORE
        or tokens.at(q.phrase_first - 1) not in _IN_WHICH
    ):
        return False
    return tag(tokens.at(q.phrase_last) or ".").split(",")[0] == "v"


@cache
def _placed() -> frozenset[str]:
    """Nouns of places."""
    return nouns("area") | nouns("place") | nouns("site")


def is_size(tokens: Tokens, q: Quantity) -> bool:
    """ "before a crowd of 22,000", "out of a force of 900", "in a hamlet of 80": how large it is.

    Not where the group itself is what is counted: "a convoy of 40 was shot at".
    """
    word, k = tokens.word, q.phrase_first - 1
    if word[max(0, k - 1) : k + 1] == ["home", "to"] and q.noun is not None:
        exiles = tokens.at(q.phrase_last + 1) in _EXILES  # "home to 900 people, refugees from Ost"
        return q.noun.head in _INHABITANTS and not exiles  # "a village home to 900 people"
    if _are_adherents(tokens, k):
        return True
    if is_held(tokens, k) and tokens.at(q.phrase_last) not in _WHITHER:
        return True  # "the hall holds 900", but "the camp held 900 who had fled"
    if q.noun is not None and q.noun.head in _DWELLERS and q.kind == "noun":
        if tokens.at(k) == "of":  # "a valley of 900 residents", but "the evacuation of 900"
            place = singular(tokens.at(k - 1) or ".")
            return place in _MEMBERS or place in _TOWNS or place in _placed()
        return tokens.at(k) in _OF_PLACE  # "Ostra, with 700,000 inhabitants, shelters 900"
    if tokens.at(k) == "," == tokens.at(q.phrase_last) and _is_subject(tokens, k - 1):
        if q.noun is not None and q.noun.head in _INHABITANTS:
            return True  # "Lebanon, four million people, gave shelter to …"
    if word[max(0, k - 1) : k + 1] == [",", "with"] and tokens.at(q.phrase_last) in (",", "in"):
        housed = singular(word[k - 2])  # "the school, with 400 pupils (in two halls), had closed"
        return housed in nouns("site") or housed in nouns("institution") or housed in _TOWNS
    if tokens.at(q.phrase_last) in ("each", "apiece") and tokens.at(k) == "of" and q.kind == "noun":
        return tag(tokens.at(k - 1) or ".")[:2] == "ns"  # "in 22 trains of 800 passengers each"
    if q.kind == "noun" and tokens.at(k) == "of" and tokens.at(k - 1) in _TOWNS:
        return tokens.at(k - 2) not in MOVED  # "in the village of 900 souls"
    if q.kind != "bare" or k < 1 or word[k] != "of" or singular(word[k - 1]) not in _MEMBERS:
        return False
    if word[k - 2] in MOVED:
        return False  # "out of a refugee population of 900"
    k -= 1
    while k > 0 and tag(word[k - 1]).split(",")[0] in ("a", "d", "n") and word[k] not in _GOVERNING:
        k -= 1
    if k > 1 and word[k - 1] == "of":  # "316 of the garrison of 740"
        return word[k - 2] == "out" or is_number(word[k - 2])
    return k > 0 and word[k - 1] in _FRAMING


def _are_adherents(tokens: Tokens, k: int) -> bool:
    """ "their descendants | number | 400": whether token `k` says how many belong to others."""
    if tokens.at(k) != "number":
        return False
    if tokens.at(k - 1) == "who":  # "the police, who number 900", "our partners, who number 40"
        whose = tokens.word[max(0, k - _PUT) : k - 1 - (tokens.at(k - 2) == ",")]
        if whose[-1:] and whose[-1] in nouns("force"):
            return True
        return any(singular(one) in agents() or singular(one) in _HELPERS for one in whose)
    return singular(tokens.at(k - 1) or ".") in _ADHERENTS


def _is_subject(tokens: Tokens, k: int) -> bool:
    """Whether a name at token `k` is what a sentence is on, no date and not where it happened."""
    if not tokens.capital(k) or tokens.word[k] in _CALENDAR:
        return False
    k = tokens.name_start(k)
    return tokens.at(k - 1) not in _GOVERNING or tokens.at(k - 1) == "of"


def tells_of_all(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "the hamlet's 300 inhabitants were evacuated": what becomes of all of a place.

    "Rid the town of (its) 300 Germans" tells of them by what is done to it.
    """
    if t.last <= q.phrase_first:
        return t.kind == "phrase" and t.lemma.endswith(" of") and t.last > q.phrase_first - 2
    gap = tokens.word[q.phrase_last : t.first]
    gap = gap[gap[:1] == [","] :]  # "half of Lebanon, two million people, were displaced"
    return t.first >= q.phrase_last and t.kind in DOING and HELPERS.issuperset(gap)


def is_strength(tokens: Tokens, q: Quantity) -> bool:
    """ "The police component numbers 418": how strong a body is, no toll, and none of the dead."""
    word = tokens.word
    k = before_adverbs(word, q.phrase_first - 1)
    if "strength" in word[max(0, k - _PUT) : k]:
        return True  # "whose strength it puts at 800"
    if _are_adherents(tokens, k):
        return True
    if word[k] in ("counts", "counted") and tokens.at(k - 1) in _TOWNS and q.noun is not None:
        return q.noun.head in _INHABITANTS  # "in 1950 the town counted 900 souls"
    if k < 1 or word[k] not in _NUMBERS:
        return False
    aside = word[k - 1] == ","  # "rescue teams, numbering 150"
    k -= aside
    while k > 0 and (word[k - 1] in HELPERS or tag(word[k - 1]) == "r"):
        k -= 1
    body = word[k - 1]
    kinds = ("n", "ns") if aside else ("n",)
    if tokens.capital(k - 1) and tag(body)[0] in "nx":
        return True  # "the Home Guard now numbers some 900 men"
    return tag(body).split(",")[0] in kinds and body not in _TOLLS and not is_person(body)


def is_of_group(tokens: Tokens, q: Quantity) -> bool:
    """ "a force of 4,200", "a team of 40 clerks": how large it is."""
    k = q.phrase_first - 2
    if tokens.at(k + 1) == "from" and q.kind == "bare":
        return tokens.at(k) in _MEMBERS  # "expanded its army from 6,000 to 9,000 men"
    if tokens.at(k + 1) != "of":
        return False
    return tokens.at(k) in _MEMBERS and (q.kind == "bare" or not is_anybody(tokens, q))


def is_of_other_body(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "They killed 40, and now we feed | an army of 900 men": of another verb than before."""
    k = max(-1, q.phrase_first - 2)
    if tokens.word[k + 1] == "with" and t.last in (k, k + 1) and t.kind != "phrase":
        if is_number(tokens.word[t.first - 1]):
            return tokens.at(q.phrase_last) != "among"  # "treats 52 wounded with two surgeons"
    gap = tokens.word[q.phrase_last : t.first]
    if tokens.at(k) == "with" and tokens.word[k + 1] in _THEIR and "," in tokens.word[t.last : k]:
        after = tokens.at(q.phrase_last + (tokens.at(q.phrase_last) == ",")) or "."
        return after in HELPERS or tag(after)[0] == "v"  # "and the court, *with its* 9 men, sat"
    if tokens.word[k + 1] in HAVE and not speech_verbs().isdisjoint(gap):
        return True  # "the UN has 900 men there and says that one was hurt"
    led = tokens.word[0] == "of" and tokens.word[k + 1] == "numbered" and t.first > q.phrase_last
    if led and not {"who", "whose"}.isdisjoint(tokens.word[max(0, k - _PUT) : k + 1]):
        return True  # "Of the Jews of Ost, *who* in 1939 *numbered* 900, some 800 were shot"
    if tokens.at(k + 1) != "of" or tokens.at(k) not in _MEMBERS or t.last > k:
        return False
    return any(tag(word)[0] == "v" and word not in HELPERS for word in tokens.word[t.last : k])
