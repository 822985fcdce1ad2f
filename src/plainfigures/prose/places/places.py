"""Places: names after a word that leads to one, and countries and cities wherever they stand."""

from functools import cache

from plainfigures.prose.places.listing import listed_end, listed_so
from plainfigures.prose.places.located import (
    FAR,
    GENITIVE,
    LEADING,
    LOCATIVE,
    Read,
    grounded,
    led_to,
    located,
)
from plainfigures.prose.places.motion import LEFT, is_struck, is_under
from plainfigures.prose.places.placing import (
    apposed,
    are_people,
    describes,
    explained,
    is_of_people,
    is_site,
    locality_end,
    told_of,
)
from plainfigures.prose.places.sites import is_compared, site
from plainfigures.prose.words.bearers import (
    is_body,
    is_known,
    kind_of,
    known_names,
)
from plainfigures.prose.words.closed import ARTICLES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import inflections, tag
from plainfigures.prose.words.names import NEAR, Name, in_name, name_end
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_NOT_WHERE = frozenset("by for with against than after like unlike".split())
_EVERYWHERE = frozenset(("worldwide", "globally"))
_LANDS = frozenset("countries states lands territories".split())
_ENDS = frozenset(",.;)")
ANYWHERE = 10.0  # how far a name counts to which no word leads


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
    return LOCATIVE | verb_forms(LEFT) | _EVERYWHERE | {"where", "under", ","}


def _name(tokens: Tokens, i: int) -> Read:
    """The place at token `i` or after it, and the token to go on with."""
    word = tokens.word[i]
    if word in LOCATIVE:
        return located(tokens, i)
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


def _object(tokens: Tokens, i: int) -> Read:
    """The place that people fled or entered, or that was struck ("fled the town of Kesh")."""
    if tokens.at(i - 1) in BE:
        return (told_of(tokens, i - 1) if is_struck(tokens, i, i + 1) else None), i + 1
    j = i + 1
    if tokens.at(i - 1) in ARTICLES:
        return None, j  # "a | bomb killed the Kelman mayor"
    if tokens.at(j) in verb_forms(LEFT):
        return None, j  # "the | storm struck Bor"
    j = led_to(tokens, j)
    if not in_name(tokens, j):
        plain = site(tokens, i + 1)
        return plain, i + 1 if plain is None else plain.last
    last = listed_end(tokens, name_end(tokens, j))
    last = grounded(tokens, j, last) + (tokens.at(last) in _LANDS)  # "Arab countries"
    left = tokens.word[i] in inflections("leave") and not _has_object(tokens, last)
    people = kind_of(tokens, j) == ("nationality", last)  # "to reach Kenyan refugees"
    sure = left or is_known(tokens, j, last) or tokens.word[i] in inflections("flee")
    sure = sure or any(is_site(word) for word in tokens.word[i + 1 : j])  # "raided the town of"
    sure = sure and tokens.word[i] not in inflections("bury")  # "buried Milan Kos"
    if people or not (sure or (is_struck(tokens, i, j) and not is_body(tokens, last))):
        return None, i + 1
    first = next(k for k in range(i + 1, j + 1) if k == j or tokens.word[k] not in LEADING)
    return Name(first, last, NEAR), last


def _has_object(tokens: Tokens, last: int) -> bool:
    """Whether what was left is no place but one to whom something is left, or who is left so."""
    after = tokens.at(last)
    if after == "with":
        return True  # "leaving Oxfam with a gap"
    return bool(after) and (after[0].isdigit() or tag(after).split(",")[0] not in ("p", "c", "x"))


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
    weight = GENITIVE if tokens.at(last) == "'s" and end == last else ANYWHERE
    last = end if end > last else listed_end(tokens, last)
    return Name(i, last, weight), last
