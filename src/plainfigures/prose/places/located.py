"""Located: the place that a word leads to ("in *Bor*", "across *the hills of Ost*")."""

from plainfigures.prose.places.listing import listed_end, places_end
from plainfigures.prose.places.motion import is_led
from plainfigures.prose.places.placing import (
    apposed,
    are_people,
    container,
    describes,
    is_afflicted,
    is_bearing,
    is_marked,
    is_of_doer,
    is_site,
    is_thing,
    locality_end,
)
from plainfigures.prose.places.sites import counted_countries, is_first_of, site, world
from plainfigures.prose.words.bearers import (
    is_body,
    is_group,
    is_historic,
    is_known,
    is_local,
    is_no_place,
    kind_of,
)
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.names import NEAR, Name, in_name, name_end
from plainfigures.prose.words.tokens import Tokens

_STRONG = frozenset("in near at across throughout within outside inside along off".split())
_WEAK = frozenset("to from into between on through covering".split())
LOCATIVE = _STRONG | _WEAK | {"around", "of"}
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
    "both surrounding nearby downtown uptown midtown department departments".split()
)
_ENDED = frozenset("fall collapse breakup up dissolution disintegration demise end".split())
LEADING = frozenset("the a and of its their both same very -".split()) | _PARTS
_ACTORS = frozenset(
    "government army military navy police embassy administration authorities parliament president "
    "ministry congress senate troops soldiers forces officials".split()
)
# "In the Himalayan *nation*": one that is told of elsewhere.
NATIONS = frozenset(("nation", "country", "republic", "kingdom"))
_AFTER = frozenset(("", ",", ".", ";", ")", "where", "which"))
_HOMES = frozenset("village hamlet house home farm neighbourhood".split())
_REALMS = frozenset(("soil", "waters"))
_WAYS = frozenset("road highway railway track".split())
# The most tokens from a word to the name that it leads to.
_REACH = 7
# How far a place counts: behind a weak word, of an unknown name, of what is owned.
FAR, _UNKNOWN, GENITIVE = 2.0, 1.5, 42.0

Read = tuple[Name | None, int]


def located(tokens: Tokens, i: int) -> Read:
    """The place that a locative word at token `i` leads to, and the token to go on with."""
    word, j = tokens.word, led_to(tokens, i + 1)
    named = in_name(tokens, j)
    plain = None if named or j >= tokens.size else _unnamed(tokens, i)
    if plain is not None:
        return plain, plain.last
    if is_bearing(tokens, i) or is_of_doer(tokens, i):
        end = listed_end(tokens, name_end(tokens, j)) if named else i + 1
        seat = word[end : end + 3] == ["'s", "capital", ","]  # "south of Chad's capital, Bor"
        return None, name_end(tokens, end + 3) if seat else end
    if not named or word[j] == "i" or (len(word[j]) == 1 and is_marked(tokens, j + 1)):
        return None, i + 1  # nor "at R 300 million", "at the G-20"
    return _named(tokens, i, j)


def led_to(tokens: Tokens, i: int) -> int:
    """The token of a name to which those from `i` on may lead ("the | old port of | Bor")."""
    j = i
    while j < tokens.size and j - i < _REACH and _leads(tokens, j):
        j += 1
    return j


def _unnamed(tokens: Tokens, i: int) -> Name | None:
    """The place without a name that a word at token `i` leads to ("in the province's capital")."""
    plain = world(tokens, i) or counted_countries(tokens, i)
    if plain is None and (
        tokens.word[i] in _SITED or (tokens.word[i] == "to" and is_led(tokens, i))
    ):
        plain = site(tokens, i + 1)
    if plain is None:
        return None
    part = _within(tokens, plain.last)  # "in the province's Tarn county"
    return part or (tokens.at(plain.last) == "," and apposed(tokens, plain.last)) or plain


def _named(tokens: Tokens, i: int, j: int) -> Read:
    """The place with the name that begins at token `j`, to which the word at `i` leads."""
    word = tokens.word
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
    ground = grounded(tokens, j, last)
    sure = is_known(tokens, j, last) or is_local(tokens, j, last)
    sure, last = sure or (ground > last and word[i] == "on"), ground
    if tokens.at(last) == "of" and not tokens.capital(last - 1) and in_name(tokens, last + 1):
        last = name_end(tokens, last + 1)  # "on the Kelman island of Bor"
    called = apposed(tokens, last) if tokens.at(last) == "," and is_site(word[last - 1]) else None
    if called is not None:
        return called, called.last  # "in the Kelman capital, Bor"
    past_of = i + 1 if word[i] == "of" else last
    if not sure and is_body(tokens, last):
        return None, past_of
    amid = not _GROUND.isdisjoint(word[i + 1 : j]) or is_afflicted(tokens, j - 2)
    sure = sure or amid or _is_sure(tokens, i, j, last)
    if (word[i] == "of" and not sure) or is_no_place(tokens, j, last, sure):
        return None, past_of
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
    return _placed(tokens, i, j, locality_end(tokens, last), sure, amid)


def _is_sure(tokens: Tokens, i: int, j: int, last: int) -> bool:
    """Whether the words before an unknown name tell that it is one of a place."""
    word, led = tokens.word, tokens.word[i + 1 : j]
    if is_led(tokens, i) or not _PARTS.isdisjoint(led):
        return True
    if any(singular(w) in nouns("place") for w in led):
        return True
    if word[i] == "on" and last == j + 1:  # "on Nias alone", "On Nias the quake"
        if tokens.at(last) == "alone" or (i == 0 and tokens.at(last) == "the"):
            return True
    whose = singular(tokens.at(i - 1)) if word[i] == "of" else ""
    return whose in nouns("place") or whose in _DWELLERS  # "40 inhabitants of Bor"


def _placed(tokens: Tokens, i: int, j: int, last: int, sure: bool, amid: bool) -> Read:
    """The place of tokens j..last with the country that holds it, and how much it weighs."""
    word = tokens.word
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
        weight = GENITIVE
    first = j if amid else i + 1
    while first < j and word[first] in LEADING:
        first += 1
    return Name(first, last, weight), last


def grounded(tokens: Tokens, j: int, last: int) -> int:
    """The end of a name with a small noun of place behind it: "the Kelm *plain*", "*road*"."""
    noun = tokens.at(last)
    kind = kind_of(tokens, j)[0]
    sited = kind is None and singular(noun) in nouns("site") and not tokens.capital(last)
    road = noun in _WAYS and tokens.at(j - 1) == "the" and not tokens.capital(last)
    realm = kind == "nationality" and noun in _REALMS  # "on Kelman soil"
    return last + (sited or road or realm)


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
