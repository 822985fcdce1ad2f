"""Names in the token table: where one stands and how far it goes."""

from dataclasses import dataclass
from functools import cache

from plainfigures.prose.words.lexicon import (
    calendar,
    countries,
    currencies,
    is_word,
    nouns,
    places,
    singular,
    tag,
)
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.tokens import Tokens

_EZAFE = frozenset(("e", "i", "ye", "ul", "al"))
_PARTICLES = frozenset("da das de del di do dos du la las los".split())
# Who or what is in a camp or zone that is called by a name.
_CAMPED = frozenset("refugee transit displacement idp relief training prison military".split())
# A headline has more than so many words that are longer than this.
_FEW, _SHORT = 2, 3
# The weight of a name that nothing sets apart from what is told of it.
NEAR = 0.0


@dataclass(slots=True)
class Name:
    """Tokens first..last (exclusive) of a name; `weight` is a penalty in clause distance."""

    first: int
    last: int
    weight: float


def in_name(tokens: Tokens, i: int) -> bool:
    """Whether token `i` has the capital of a name, not that of a month or weekday."""
    if not tokens.capital(i) or is_currency(tokens, i):
        return False
    return tokens.word[i] not in calendar("month") and tokens.word[i] not in calendar("weekday")


def is_currency(tokens: Tokens, i: int) -> bool:
    """ "US" in "US$ 4 million", "NOK" in "NOK 4 million"."""
    after = tokens.at(i + 1)
    if after == "$":
        return tokens.tight(i + 1)
    return after[:1].isdecimal() and len(tokens.raw[i]) > 1 and tokens.raw[i] in currencies()


def is_headline(tokens: Tokens) -> bool:
    """Whether nearly all longer words of a sentence have a capital, prepositions left out."""
    words = enumerate(tokens.word)
    long = [k for k, word in words if word.isalpha() and len(word) > _SHORT and tag(word) != "p"]
    return len(long) > _FEW and sum(map(tokens.capital, long)) >= len(long) - 1


@cache
def _heights() -> frozenset[str]:
    """What an army names by a number."""
    return nouns("place") | nouns("site") | {"site"}


def name_end(tokens: Tokens, j: int) -> int:
    """The token after the name that begins at `j`, lists ("A, B, and C districts") included."""
    k, word = j, tokens.word
    while k < tokens.size:
        if k > j and word[k] in calendar("weekday"):
            break  # "in Bern Tuesday"
        if k > j and word[k] in calendar("month") and tokens.at(k + 1).isdecimal():
            break  # "near Bern January 12"
        if k > j and tokens.raw[k] == "The":
            break  # "to the U.S. The flood"
        step, ends = _step(tokens, k)
        k += step
        if ends or not step:
            break
    while k > j and not tokens.raw[k - 1][0].isalnum():
        k -= 1
    if k - 1 > j and word[k - 1] in calendar("weekday"):
        k -= 1  # "met in Tokyo Tuesday"
    if k - 1 > j and tokens.raw[k - 1] == "I" and tag(tokens.at(k) or ".")[0] in "vm":
        k -= 1  # "of the village of Orla I will say"
    return k


def _step(tokens: Tokens, k: int) -> tuple[int, bool]:
    """How many tokens of a name stand at `k`, and whether it surely ends with them."""
    word, raw = tokens.word, tokens.raw
    if tokens.capital(k) and is_currency(tokens, k):
        return 0, True
    if tokens.capital(k) or raw[k] in ("'", "al") or (word[k] == "-" and tokens.capital(k + 1)):
        return 1, False
    if word[k] == "-" and tokens.at(k + 1) in _EZAFE and tokens.capital(k + 2):
        return 2, False  # "Mazar-e Sharif"
    if word[k] == "-":  # "Njoro Sub-county"
        return (2, True) if singular(tokens.at(k + 1)) in nouns("place") else (0, True)
    if raw[k] in _PARTICLES and k > 0 and tokens.capital(k - 1) and tokens.capital(k + 1):
        return 1, False  # "Varda do Norte"
    if word[k] == "of" and _goes_on(tokens, k + 1) and raw[k - 1] not in countries():
        return 1, False
    if word[k] == "the" and word[k - 1] == "of" and tokens.capital(k + 1):
        return 1, False  # not "in Bor | the Red Cross"
    if raw[k].isdecimal() and tokens.capital(k - 1) and word[k - 1] in _heights():
        return 1, True  # "Hill 304"
    if singular(word[k]) in nouns("place"):
        return (1, not (tokens.at(k + 1) == "of" and tokens.capital(k + 2)))
    if _described(tokens, k):
        return 2, True
    if word[k] == "&" and tokens.capital(k + 1):
        return 2, False  # "J&K"
    if word[k] == "and" and k in tokens.parted:
        return 0, True  # "relief in Togo and | Japan has given $4 million"
    if word[k] == "and" and _country_word(tokens, k - 1) and _country_word(tokens, k + 1):
        # "gave $3 million to Chad and Malta $2 million": who gave that
        return (0, True) if tokens.at(k + 2) in MONEY else (2, False)
    return (1 if word[k] in (",", "and") and _lists(tokens, k) else 0), False


def _goes_on(tokens: Tokens, k: int) -> bool:
    """A capital, or an article and a capital."""
    return tokens.capital(k) or (tokens.at(k) == "the" and tokens.capital(k + 1))


def _described(tokens: Tokens, k: int) -> bool:
    """ "Agdam administrative district", "Kelm refugee camp": small words and a noun of place."""
    raw = tokens.raw[k]
    if k + 1 >= tokens.size or not raw.islower() or not raw.isalpha():
        return False
    return _describes(raw) and singular(tokens.word[k + 1]) in nouns("place")


def _describes(word: str) -> bool:
    return tag(word).split(",")[0] in ("a", "vd") or word in _CAMPED


def _country_word(tokens: Tokens, k: int) -> bool:
    return 0 <= k < tokens.size and tokens.raw[k] in countries()


def _lists(tokens: Tokens, k: int) -> bool:
    """Whether a comma or "and" goes on with a list that ends in "districts" and the like."""
    word = tokens.word
    j = k
    while j < tokens.size and j - k < 24:
        if tokens.capital(j) or word[j] in (",", "and", "-"):
            j += 1
            continue
        if j > k + 1 and j + 1 < tokens.size and _describes(word[j]):
            j += 1
        one = singular(word[j])
        return word[j] != one and one in nouns("place")
    return False


def opens_plainly(tokens: Tokens) -> bool:
    """Whether the first word of a sentence is no name ("Copper", but "Turkey" and "Brussels")."""
    raw, word = tokens.raw[0], tokens.word[0]
    if raw in countries() or raw in places():
        return False
    common = is_word(word) or singular(word) in nouns("good")
    return common or tag(word) not in ("n", "")
