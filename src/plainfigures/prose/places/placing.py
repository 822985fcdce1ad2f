"""Placing: what the words around a name say of where it is, or that it is no place.

"Kenya's Garissa county", "Garissa county in northern Kenya", "Bor, where"; "south of Bor", "raids
on Murle villagers".
"""

from functools import cache

from plainfigures.prose.words.bearers import is_known, is_local, is_nationality, kind_of
from plainfigures.prose.words.lexicon import is_person, nouns, numbered, singular, tag
from plainfigures.prose.words.names import NEAR, Name, in_name, name_end
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

_DISTANCES = frozenset("road away far km kilometres kilometers miles south north east west".split())
_LIKENED = frozenset("unlike like as than".split())
_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west "
    "south-east south-west".split()
)
_PARTED = frozenset("independence independent freedom secession separation".split())
# What two sides have with each other ("fighting between Bor and Senn").
_OPPOSED = frozenset(
    "war fighting conflict hostility clash battle violence talk peace truce ceasefire agreement "
    "deal accord tension dispute negotiation relation".split()
)
_BETWEEN, _LIKENING = 6, 3
_HELD = frozenset(
    "led run backed dominated based funded financed affiliated linked trained controlled ruled "
    "speaking administered sponsored populated and".split()
)
_PARTS = _COMPASS | {"central"} | {f"{side}ern" for side in _COMPASS}
_TITLED = 4
_KINDS = frozenset("state district province county region".split())
_SEATED = frozenset("in at near outside around of to into from across".split())
_ANY = frozenset(("one", "a", "another"))
_POSTS = frozenset(
    "representative spokesman spokeswoman spokesperson correspondent envoy ambassador delegate "
    "coordinator office headquarters embassy consulate bureau".split()
)
_HIT = frozenset("outside near on against hit struck".split())
_DEEDS = frozenset(
    "involvement participation intervention aggression support help assistance behalf hands mercy "
    "forces armies troops governments".split()
)


def locality_end(tokens: Tokens, last: int) -> int:
    """The end of a locality whose country ends before token `last`, or `last` itself.

    "Kenya's Garissa county", "Libya's eastern city of Derna": a name that a noun of place shows.
    """
    if tokens.at(last) != "'s":
        return last
    j = last + 1
    shown = False
    while j < tokens.size and j - last < _BETWEEN and not tokens.capital(j):
        noun = singular(tokens.word[j]) in nouns("place")
        if not (noun or tokens.word[j] in ("of", "-") or tag(tokens.word[j])[:1] == "a"):
            return last
        shown = shown or noun
        j += 1
    if not in_name(tokens, j):
        return last
    end = name_end(tokens, j)
    shown = shown or singular(tokens.word[end - 1]) in nouns("place")
    return end if shown else last


def container(tokens: Tokens, last: int) -> int:
    """The token at which the country begins in which a place that ends before `last` lies, or 0.

    "The Isiolo district *of northern* Kenya", "Isiolo*, in* Kenya".
    """
    j = last + (tokens.at(last) == ",")
    if tokens.at(j) not in ("in", "of"):
        return 0
    j += 1
    while j < tokens.size and j - last < _BETWEEN and not tokens.capital(j):
        if tokens.word[j] not in _PARTS and tokens.word[j] not in ("the", "-"):
            return 0
        j += 1
    return j


def is_bearing(tokens: Tokens, i: int) -> bool:
    """Whether a name only tells from where something lies ("30 km from Bor", "south of Bor").

    Or from whom one parted or got help, or who stand against each other ("war between").
    Nor does one lie in "in particular" or "Killed in Action", or a thing where it is likened to.
    """
    before = tokens.at(i - 1)
    if tokens.word[i] == "in":
        return before in _LIKENED or tokens.at(i + 1) in ("particular", "action")
    if tokens.word[i] == "from":
        return before in _DISTANCES or before in _PARTED or before in _DEEDS
    if tokens.word[i] == "between":
        return singular(before) in _OPPOSED
    if tokens.word[i] != "of":
        return False
    return (before in _COMPASS and tokens.at(i - 2) != "the") or is_likened(tokens, i)


def is_likened(tokens: Tokens, i: int) -> bool:
    """ "Larger than the isle *of* Bor": whether token `i` leads to what something is likened to."""
    return tokens.at(i) == "of" and "than" in tokens.word[max(0, i - _LIKENING) : i - 1]


def is_marked(tokens: Tokens, k: int) -> bool:
    """Whether a hyphen or a number stands at token `k`."""
    return tokens.at(k) == "-" or tokens.at(k)[:1].isdecimal()


@cache
def _titles() -> frozenset[str]:
    """What stands before the name of a person ("in *Prime Minister* Orlu's government")."""
    return nouns("title") | {"sir", "lord", "mr", "mrs", "ms", "dr"}


def is_thing(tokens: Tokens, j: int, last: int) -> bool:
    """Whether a name at token `j` is of no place by its own words or those around.

    "At a *Shiite* rally", "the *Governor*", "in the *One Hundred* and First", "in *Phase* 2".
    """
    if kind_of(tokens, j)[1] != last and is_person(tokens.word[last - 1]):
        return True  # "to *Vidra State Governor*"
    if is_known(tokens, j, last) or is_local(tokens, j, last):
        return False
    alone, after = last == j + 1 and tokens.word[j] in _KINDS, tokens.at(last)  # "in the *State*"
    if alone or (tokens.at(j - 1) in ("a", "an") and tag(after or ",")[0] == "n"):
        return True
    word = tokens.word
    if after[:1].isdecimal() and word[last - 1] in numbered():
        return True
    if last > j + 1 and singular(word[j]) in nouns("programme"):
        return True  # "in Operation Late Frost"
    return is_number(word[j]) or not _titles().isdisjoint(word[j : last - 1])


def are_people(tokens: Tokens, last: int) -> bool:
    """Whether a name that ends before token `last` is of people ("raids on Murle *villagers*")."""
    if last >= tokens.size or not tokens.raw[last].islower():
        return False
    word = tokens.word[last]
    return tag(word)[:1] == "n" and is_person(singular(word))


def is_of_doer(tokens: Tokens, i: int) -> bool:
    """Whether a name is of one who does or says something: "with the *help of* Chad"."""
    if tokens.word[i] in ("in", "at") and tokens.at(i - 1) in _POSTS:
        if not _HIT.isdisjoint(tokens.word[max(0, i - _TITLED - 1) : i - 1]):
            return False  # "a bomb outside the Kenyan embassy in Bor"
        return kind_of(tokens, i + 1)[0] == "city"  # "the bureau's representative in Bor"
    if tokens.word[i] != "of":
        return False
    if tokens.capital(i - 1):  # "the Governor Kasim Beru of Tarn"
        return not nouns("title").isdisjoint(tokens.word[max(0, i - _TITLED) : i - 1])
    if tokens.at(i - 1) == "government" and "from" in tokens.word[max(0, i - 3) : i]:
        return True  # "with money from the government of Chad"
    return tokens.at(i - 1) in _DEEDS or tokens.at(i - 1) == "size"  # "the size of Chad"


def describes(tokens: Tokens, last: int) -> bool:
    """Whether a name only says whose something is ("in the Vidra*-led* alliance")."""
    return tokens.at(last) == "-" and tokens.at(last + 1) in _HELD


def is_afflicted(tokens: Tokens, j: int) -> bool:
    """ "Rebel*-held* areas", "in drought*-stricken* Bor": a hyphen at `j` and a participle."""
    after = tag(tokens.at(j + 1) or ".") if tokens.at(j) == "-" else ""
    return after.startswith("vd") and tag(tokens.word[j - 1])[:1] == "n"


def told_of(tokens: Tokens, i: int) -> Name | None:
    """The name that "where" at token `i` tells of ("Bor, where 40 people died").

    Or the ground of one ("the *Kelm pass*, where"); not of "a town north of Bor, where".
    """
    name = _before(tokens, i - (tokens.at(i - 1) == ","))
    return None if name is not None and is_bearing(tokens, name.first - 1) else name


def explained(tokens: Tokens, i: int) -> Name | None:
    """The name before the comma at token `i` that a noun of place explains ("Bor, *a town*")."""
    word = tokens.word
    j = i + 2
    while j < tokens.size and j - i < _BETWEEN and tag(word[j])[:1] == "a":
        j += 1
    noun = singular(tokens.at(j))
    if not (is_site(noun) or noun == "site"):
        return None
    return None if tag(tokens.at(j + 1) or ",")[:1] == "n" else _before(tokens, i)


def apposed(tokens: Tokens, i: int) -> Name | None:
    """The name behind the comma at token `i`, of the place before it ("in one city, *Bor*").

    "The nearest town" and "the capital" are one, too, "in the city, Bor" need not be.
    """
    word = tokens.word
    if tokens.capital(i - 1) or not (is_site(word[i - 1]) and in_name(tokens, i + 1)):
        return None
    k = i - 2
    while k > 0 and word[k] not in _SEATED | _ANY | {"the"} and i - k < _BETWEEN:
        k -= 1
    sole = k < i - 2 or word[k] in _ANY or word[i - 1] == "capital"
    led = word[k] in _SEATED or word[k - 1] in _SEATED
    end = name_end(tokens, i + 1)
    closed = tokens.at(end) in (",", ".", ";", ")", "")
    closed = closed or (tokens.at(end) == "and" and is_number(tokens.at(end + 1) or "."))
    return Name(i + 1, end, NEAR) if sole and led and closed else None


def is_site(word: str) -> bool:
    """Whether a noun in the singular is one of place, small or large."""
    return word in nouns("place") or word in nouns("site")


def _before(tokens: Tokens, last: int) -> Name | None:
    """The name that ends before token `last`."""
    ground = tokens.raw[last - 1].islower() and is_site(tokens.word[last - 1])
    first = last - ground
    while first > 0 and in_name(tokens, first - 1) and tag(tokens.word[first - 1])[:1] != "p":
        first -= 1
    opens = first == 0 and tag(tokens.word[0]) not in ("n", "")  # "When, where"
    return Name(first, last, NEAR) if first < last - ground and not opens else None


def is_of_people(tokens: Tokens, i: int, last: int) -> bool:
    """ "4,000 Congolese (*DRC*) refugees": a country in brackets that only tells which people."""
    held = tokens.at(i - 1) == "(" and tokens.at(last) == ")"
    return held and is_nationality(tokens.raw[i - 2])
