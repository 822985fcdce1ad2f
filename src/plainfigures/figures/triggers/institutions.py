"""Names of institutions: what such a name says is no word about those whom a sentence counts."""

from functools import cache

from plainfigures.prose.words.lexicon import nouns, singular
from plainfigures.prose.words.tokens import Tokens

_MORE = frozenset(
    "centre center service directorate commissioner commissariat commissary rapporteur minister "
    "undersecretary taskforce".split()
)
# No institutions in a name, but what it may be named after.
_PLACES = frozenset("city country county district nation province region town village".split())
_SITES = frozenset("centre center hospital school".split())
_OVER = frozenset(("of", "for", "on", "to"))
_JOINTS = _OVER | {"the", "and", "&", ",", "-", "'s"}
_ADJOINING = frozenset(("and", "&", "-"))
# The longest name, in tokens to either side.
_REACH = 12


def in_institution(tokens: Tokens, first: int, last: int, names: bool) -> bool:
    """Whether tokens first..last stand in the name of an institution.

    "the Ministry of Displacement and Migration", "the Refugee Council". `names`: they are no verb,
    so that another word of the name may stand before them ("Commission for Voluntary Return").
    """
    if not (tokens.capital(first) and tokens.capital(last - 1)):
        return False
    word, joined = tokens.word, False
    for k in range(first - 1, max(-1, first - _REACH), -1):
        if word[k] in _JOINTS:
            joined = joined or word[k] in _OVER
        elif not tokens.capital(k) or not (names or word[first - 1] in _JOINTS):
            break
        elif joined and singular(word[k]) in _heads():
            return True
    for k in range(last, min(last + _REACH, tokens.size)):
        if tokens.capital(k):
            if singular(word[k]) in _heads() - _SITES:  # but "the Refugee Transit Centre"
                return names
        elif word[k] not in _ADJOINING:
            break
    return False


@cache
def _heads() -> frozenset[str]:
    return (nouns("institution") | _MORE) - _PLACES
