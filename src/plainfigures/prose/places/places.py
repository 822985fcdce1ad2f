"""Places: names after a word that leads to one, and countries and cities wherever they stand."""

from functools import cache

from plainfigures.prose.places.listing import listed_end, listed_so, places_end
from plainfigures.prose.places.motion import LEFT, is_led, is_struck, is_under
from plainfigures.prose.places.placing import (
    ARTICLES,
    apposed,
    are_people,
    container,
    describes,
    explained,
    is_afflicted,
    is_bearing,
    is_marked,
    is_of_doer,
    is_of_people,
    is_site,
    is_thing,
    locality_end,
    told_of,
)
from plainfigures.prose.places.sites import counted_countries, is_compared, is_first_of, site, world
from plainfigures.prose.words.bearers import (
    is_body,
    is_group,
    is_historic,
    is_known,
    is_local,
    is_no_place,
    kind_of,
    known_names,
)
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import inflections, nouns, singular, tag
from plainfigures.prose.words.names import NEAR, Name, in_name, name_end
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_STRONG = frozenset("in near at across throughout within outside inside along off".split())
_WEAK = frozenset("to from into between on through covering".split())
_LOCATIVE = _STRONG | _WEAK | {"around", "of"}
_SITED = _STRONG | frozenset("from into on around".split())
# "In the centre of Bor" is in Bor.
_PARTS = frozenset(
    "center centre heart middle outskirts edge edges fringe fringes periphery suburbs part parts "
    "side".split()
)
_GROUND = frozenset("streets alleys ruins rubble dust mud fields orchards vineyards".split())
_DWELLERS = frozenset("inhabitant resident population populace townspeople garrison".split())
_JOINTS = frozenset(
    "the a its their of - and north south east west war conflict neighbouring neighboring "
    "both surrounding nearby downtown uptown midtown".split()
)
_ENDED = frozenset("fall collapse breakup up dissolution disintegration demise end".split())
_NOT_WHERE = frozenset("by for with against than after like unlike".split())
_LEADING = frozenset("the a and of its their both same very -".split()) | _PARTS
_ACTORS = frozenset(
    "government army military navy police embassy administration authorities parliament president "
    "ministry congress senate troops soldiers forces officials".split()
)
# "In the Himalayan *nation*": one that is told of elsewhere.
NATIONS = frozenset(("nation", "country", "republic", "kingdom"))
_AFTER = frozenset(("", ",", ".", ";", ")", "where", "which"))
_HOMES = frozenset("village hamlet house home farm neighbourhood".split())
_EVERYWHERE, _REALMS = frozenset(("worldwide", "globally")), frozenset(("soil", "waters"))
_LANDS = frozenset("countries states lands territories".split())
_ENDS, _REACH = frozenset(",.;)"), 8
FAR, _UNKNOWN, ANYWHERE, _GENITIVE = 2.0, 1.5, 10.0, 42.0

Read = tuple[Name | None, int]


def place_names(tokens: Tokens) -> list[Name]:
    """The places of a sentence, in order."""
    found: list[Name] = []
    word, raw = tokens.word, tokens.raw
    leads, known = _leading_words(), known_names()
    after = 0
    for i in [i for i, form in enumerate(raw) if form in known or word[i] in leads]:
        if i < after or (word[i] == "," and not _tells_more(tokens, i)):
            continue
        name, after = _name(tokens, i)
        if name is not None and not (found and name.first < found[-1].last):
            found.append(name)
    return listed_so(tokens, found)


@cache
def _leading_words() -> frozenset[str]:
    """The words that may lead to a place or stand for one."""
    return _LOCATIVE | verb_forms(LEFT) | _EVERYWHERE | {"where", "under", ","}


def _name(tokens: Tokens, i: int) -> Read:
    """The place at token `i` or after it, and the token to go on with."""
    word = tokens.word[i]
    if word in _LOCATIVE:
        return _located(tokens, i)
    if word in verb_forms(LEFT) and tokens.raw[i][0].islower():
        return _object(tokens, i)
    if tokens.raw[i] in known_names():
        return _known(tokens, i)
    if word == "where":
        return told_of(tokens, i), i + 1
    if word == "under":
        return (told_of(tokens, i - 1) if is_under(tokens, i) else None), i + 1
    if word == ",":
        if in_name(tokens, i + 1):
            return apposed(tokens, i), i + 1
        told = explained(tokens, i)  # "Bor, a port on the east coast,"
        ends = (k for k in range(i + 1, tokens.size) if tokens.word[k] in _ENDS)
        return told, next(ends, i + 1) if told else i + 1
    wide = word in _EVERYWHERE and not is_compared(tokens, i)
    return (Name(i, i + 1, FAR) if wide else None), i + 1


def _tells_more(tokens: Tokens, i: int) -> bool:
    """Whether a place may be named on one side of the comma at token `i` and told on the other."""
    return tokens.at(i + 1) in ARTICLES or (i > 2 and tokens.capital(i + 1))


def _located(tokens: Tokens, i: int) -> Read:
    """The place that a locative word at token `i` leads to, and the token to go on with."""
    word = tokens.word
    j = i + 1
    while j < tokens.size and j - i < _REACH and _leads(tokens, j):
        j += 1
    named = in_name(tokens, j)
    if not named and j < tokens.size:
        plain = world(tokens, i) or counted_countries(tokens, i)
        if plain is None and (word[i] in _SITED or (word[i] == "to" and is_led(tokens, i))):
            plain = site(tokens, i + 1)
        if plain is not None:
            part = _within(tokens, plain.last)  # "in the province's Tarn county"
            plain = part or (tokens.at(plain.last) == "," and apposed(tokens, plain.last)) or plain
            return plain, plain.last
    if is_bearing(tokens, i) or is_of_doer(tokens, i):
        end = listed_end(tokens, name_end(tokens, j)) if named else i + 1
        seat = word[end : end + 3] == ["'s", "capital", ","]  # "south of Chad's capital, Bor"
        return None, name_end(tokens, end + 3) if seat else end
    if not named or word[j] == "i" or (len(word[j]) == 1 and is_marked(tokens, j + 1)):
        return None, i + 1  # nor "at R 300 million", "at the G-20"
    several = singular(word[j - 2]) != word[j - 2] and singular(word[j - 2]) in nouns("place")
    last = places_end(tokens, j, several and word[j - 1] == "of")
    if word[i] == "of" and tokens.at(i - 1) in _ENDED and is_historic(tokens, j, last):
        return None, last  # "after the collapse of the Soviet Union"
    if is_first_of(tokens, i, last):
        return None, last
    held = _within(tokens, last)
    if held is not None:
        return held, held.last
    if tokens.at(last) == "'s" and tokens.at(last + 1) in _HOMES and not is_known(tokens, j, last):
        return Name(j, last + 2, NEAR), last + 2  # "in Ana's village"
    grounded = _grounded(tokens, j, last)
    sure = is_known(tokens, j, last) or is_local(tokens, j, last)
    sure, last = sure or (grounded > last and word[i] == "on"), grounded
    if tokens.at(last) == "of" and not tokens.capital(last - 1) and in_name(tokens, last + 1):
        last = name_end(tokens, last + 1)  # "on the Kelman island of Bor"
    called = apposed(tokens, last) if tokens.at(last) == "," and is_site(word[last - 1]) else None
    if called is not None:
        return called, called.last  # "in the Kelman capital, Bor"
    if not sure and is_body(tokens, last):
        return None, last if word[i] != "of" else i + 1
    amid = not _GROUND.isdisjoint(word[i + 1 : j]) or is_afflicted(tokens, j - 2)
    sure = sure or amid or is_led(tokens, i) or not _PARTS.isdisjoint(word[i + 1 : j])
    sure = sure or any(singular(w) in nouns("place") for w in word[i + 1 : j])
    if word[i] == "on" and last == j + 1:  # "on Nias alone", "On Nias the quake"
        sure = sure or tokens.at(last) == "alone" or (i == 0 and tokens.at(last) == "the")
    whose = singular(tokens.at(i - 1)) if word[i] == "of" else ""
    sure = sure or whose in nouns("place") or whose in _DWELLERS  # "40 inhabitants of Bor"
    if (word[i] == "of" and not sure) or is_no_place(tokens, j, last, sure):
        return None, last if word[i] != "of" else i + 1
    if (word[i] in _WEAK and not sure) or (word[i] != "in" and is_group(tokens, j, last)):
        return None, last
    if is_thing(tokens, j, last) or (tokens.at(last)[:1].isdecimal() and tokens.tight(last)):
        return None, last  # nor "in the PK3 site"
    if tokens.at(last) in NATIONS and kind_of(tokens, j)[0] is None:
        return Name(i + 1 + (word[i + 1] == "the"), last + 1, NEAR), last + 1
    if word[last - 1] in _ACTORS or (tokens.at(last) in _ACTORS and tokens.raw[last].islower()):
        return None, last  # "on Government land", "calls on the US government to look into it"
    if describes(tokens, last) or (not is_known(tokens, j, last) and are_people(tokens, last)):
        return None, last
    last = locality_end(tokens, last)
    if kind_of(tokens, j)[0] != "country":
        inner = container(tokens, last)
        if inner and kind_of(tokens, inner)[0] == "country":
            last = kind_of(tokens, inner)[1]
        elif tokens.at(last) == "," and _closes(tokens, last + 1):
            last = kind_of(tokens, last + 1)[1]  # "in Bor, Kenya, 900 died"
    weight = NEAR if word[i] in _STRONG else FAR
    if not sure:
        weight += _UNKNOWN
    if word[i] == "of" and tokens.at(last) == "'s":
        weight = _GENITIVE
    first = j if amid else i + 1
    while first < j and word[first] in _LEADING:
        first += 1
    return Name(first, last, weight), last


def _grounded(tokens: Tokens, j: int, last: int) -> int:
    """The end of a name with a small noun of place behind it ("on the Kelm *plain*")."""
    noun = tokens.at(last)
    kind = kind_of(tokens, j)[0]
    sited = kind is None and singular(noun) in nouns("site") and not tokens.capital(last)
    return last + (sited or (kind == "nationality" and noun in _REALMS))  # "on Kelman soil"


def _closes(tokens: Tokens, j: int) -> bool:
    """Whether a country stands at token `j`, and what it is said of goes on behind it."""
    kind, last = kind_of(tokens, j)
    after = tokens.at(last)
    return kind == "country" and (after in _AFTER or tag(after) == "p")


def _within(tokens: Tokens, last: int) -> Name | None:
    """ "in Kenya's northern Tarn district": the place named behind the genitive of a larger one."""
    bare = in_name(tokens, last + 1) and not tokens.capital(last - 1)
    j = last + 1 + (not bare)
    if tokens.at(last) != "'s" or (not bare and tokens.capital(last + 1)) or not in_name(tokens, j):
        return None
    told = tokens.word[last + 1]
    if not (bare or told.endswith("ern") or tag(told).startswith(("a", "vd"))):
        return None
    end = name_end(tokens, j)
    return Name(j, end, NEAR) if is_local(tokens, j, end) else None


def _object(tokens: Tokens, i: int) -> Read:
    """The place that people fled or entered, or that was struck ("fled the town of Kesh")."""
    if tokens.at(i - 1) in BE:
        return (told_of(tokens, i - 1) if is_struck(tokens, i, i + 1) else None), i + 1
    j = i + 1
    if tokens.at(i - 1) in ARTICLES:
        return None, j  # "a | bomb killed the Kelman mayor"
    if tokens.at(j) in verb_forms(LEFT):
        return None, j  # "the | storm struck Bor"
    while j < tokens.size and j - i < _REACH and _leads(tokens, j):
        j += 1
    if not in_name(tokens, j):
        plain = site(tokens, i + 1)
        return plain, i + 1 if plain is None else plain.last
    last = listed_end(tokens, name_end(tokens, j))
    last = _grounded(tokens, j, last) + (tokens.at(last) in _LANDS)  # "Arab countries"
    left = tokens.word[i] in inflections("leave") and not _has_object(tokens, last)
    people = kind_of(tokens, j) == ("nationality", last)  # "to reach Kenyan refugees"
    sure = left or is_known(tokens, j, last) or tokens.word[i] in inflections("flee")
    sure = sure or any(is_site(word) for word in tokens.word[i + 1 : j])  # "raided the town of"
    sure = sure and tokens.word[i] not in inflections("bury")  # "buried Milan Kos"
    if people or not (sure or (is_struck(tokens, i, j) and not is_body(tokens, last))):
        return None, i + 1
    first = next(k for k in range(i + 1, j + 1) if k == j or tokens.word[k] not in _LEADING)
    return Name(first, last, NEAR), last


def _has_object(tokens: Tokens, last: int) -> bool:
    """Whether what was left is no place but one to whom something is left, or who is left so."""
    after = tokens.at(last)
    if after == "with":
        return True  # "leaving Oxfam with a gap"
    return bool(after) and (after[0].isdigit() or tag(after).split(",")[0] not in ("p", "c", "x"))


def _leads(tokens: Tokens, j: int) -> bool:
    """Whether a word may stand between "in" and a name ("in the occupied city of")."""
    word = tokens.word[j]
    if tokens.capital(j) or (word == "top" and tokens.at(j + 1) == "of"):
        return False
    if word == "and" and tokens.capital(j + 1):
        return False  # "fled the town | and Oxfam"
    return (
        word in _JOINTS
        or word in _PARTS
        or word in _GROUND
        or is_afflicted(tokens, j + 1)
        or singular(word) in nouns("place")
        or (word.isalpha() and tag(word).split(",")[0] in ("a", "vd"))
    )


def _known(tokens: Tokens, i: int) -> Read:
    """The country or city that begins with the capital at token `i`, without a locative word."""
    kind, last = kind_of(tokens, i)
    if kind == "city":
        whose = tokens.at(i - 1) in ("a", "an") and are_people(tokens, last)  # "a Bern doctor"
        whose = whose or (tokens.at(i - 1) == "-" and tokens.capital(i - 2))  # "Kelm-Dalmatia"
        return (None if whose or describes(tokens, last) else Name(i, last, ANYWHERE)), last
    likened = tokens.at(i - 1) == tokens.at(i - 3) == "as"  # "as large as Peru"
    if kind == "country" and (likened or tokens.at(i - 1) in _NOT_WHERE):
        return None, listed_end(tokens, last)  # "paid for by Peru, Chile and Kenya"
    if kind != "country" or describes(tokens, last) or is_of_people(tokens, i, last):
        return None, max(last, i + 1)
    if is_body(tokens, end := name_end(tokens, i)) and end > last:
        return None, end  # "a plane of Kenya Airways"
    end = locality_end(tokens, last)
    weight = _GENITIVE if tokens.at(last) == "'s" and end == last else ANYWHERE
    last = end if end > last else listed_end(tokens, last)
    return Name(i, last, weight), last
