"""Localities: a place told with the country that it is in ("Kenya's Garissa county")."""

from plainfigures.prose.lexicon import nouns, singular, tag
from plainfigures.prose.names import in_name, name_end
from plainfigures.prose.tokens import Tokens

_BETWEEN = 5


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
