"""Listing: how far a name goes, with the names that are listed with it ("Bor, Oman and Senn")."""

from plainfigures.prose.words.bearers import is_body, kind_of
from plainfigures.prose.words.lexicon import moneys, tag
from plainfigures.prose.words.names import Name, in_name, name_end
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import MONEY
from plainfigures.prose.words.tokens import Tokens

_LONGEST_LIST = 24


def places_end(tokens: Tokens, j: int, several: bool = False) -> int:
    """The token after the name at token `j`, or after the list that it opens.

    `several` are surely listed ("the road *between* Bor and Senn", "the *towns* of Bor and Senn").
    """
    return listed_end(tokens, max(name_end(tokens, j), kind_of(tokens, j)[1]), several)


def listed_end(tokens: Tokens, last: int, several: bool = False) -> int:
    """The end of a list that goes on after a name and closes with "and" ("Bor, Oman and Senn")."""
    end, j = last, last
    several = several and tokens.word[j : j + 2] != [",", "and"]  # "to Bor, and Senn sold"
    while tokens.at(j) in (",", "and") and j - last < _LONGEST_LIST:
        closes = tokens.at(j) == "and"
        j += 2 if not closes and tokens.at(j + 1) == "and" else 1
        closes = closes or tokens.at(j - 1) == "and"
        size = _name_at(tokens, j)
        if not size:
            break
        j += size
        if closes:
            after = tokens.at(j)
            acts = after and not several and tag(after).startswith(("v", "m", "r"))
            acts = acts and not _is_subject(tokens, last)
            if after == "'s" or after in MONEY or acts:
                break  # "in Bor, and Kenya said", "$3 million to Bor and Kenya $2 million"
            end = j
    return end


def _is_subject(tokens: Tokens, last: int) -> bool:
    """ "*Floods in Bor* and Senn killed 90": whether no verb or comma stands before a list."""
    before = tokens.word[:last]
    if tag(before[0]) == "p" and not any(map(str.islower, tokens.raw[1:last])):
        return False  # "In Bor, Chad and Kenya gave"
    return not any(tag(word)[:1] in ("v", "m") or word == "," for word in before)


def listed_so(tokens: Tokens, found: list[Name]) -> list[Name]:
    """The places found, with names that follow a number as one of them does.

    "Kenya" shows what the others are in "200 to *Tarn*, 90 to Kenya and 40 to *Senn*".
    """
    known = [one for one in found if tokens.at(one.first - 1) == "to"]
    if not any(_is_sum(tokens.at(one.first - 2)) for one in known):
        return found
    taken = {one.first for one in found}
    for k in range(1, tokens.size):
        first = k + 1 + (tokens.at(k + 1) == "the")
        if tokens.word[k] != "to" or first in taken or not in_name(tokens, first):
            continue
        last = name_end(tokens, first)
        if _is_sum(tokens.word[k - 1]) and not is_body(tokens, last):
            found.append(Name(first, last, known[0].weight))
    return sorted(found, key=lambda one: one.first)


def _is_sum(word: str) -> bool:
    """Whether a word ends a number or a sum ("3 *million*", "40 million *euros*")."""
    return is_number(word) or word in moneys()


def _name_at(tokens: Tokens, j: int) -> int:
    """How many tokens the name of a place in a list takes at token `j`; 0 where none stands."""
    if not in_name(tokens, j) or tokens.raw[j] == "I":
        return 0
    kind, last = kind_of(tokens, j)
    if kind is not None:
        return last - j if kind in ("country", "city") else 0
    size = 2 if tokens.capital(j + 1) else 1
    while tokens.at(j + size) == "-" and tokens.capital(j + size + 1):
        size += 2  # "Nord-Ubangi"
    return size
