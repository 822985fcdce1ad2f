"""Localities: a place told with the country that it is in ("Kenya's Garissa county").

"Garissa county in northern Kenya" is one place, too.
"""

from plainfigures.prose.lexicon import nouns, singular, tag
from plainfigures.prose.names import in_name, name_end
from plainfigures.prose.tokens import Tokens

_BETWEEN = 6
_PARTS = frozenset(
    "north south east west central northern southern eastern western north-east north-west "
    "south-east south-west northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern north-eastern north-western south-eastern south-western".split()
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
    if not shown and singular(tokens.at(end)) in nouns("place"):
        end, shown = end + 1, True
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
