"""Nations: the country of those who return, where the place beside them is another country."""

from plainfigures.figures.places.homelands import homeland
from plainfigures.figures.places.whereabouts import Found, Whereabouts
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.words.stems import verb_forms

_TO = frozenset(("to", "into"))
_LETTING = [[form] for form in verb_forms(("allow", "let", "permit", "invite"))]


def at_home(one: Whereabouts) -> Found | None:
    """Of those who return their country, where the nearest place is another country.

    "310 Malian refugees set sail for home from Ghana", "the return of Malians in Ghana".
    """
    name = one.nearest[0]
    if one.measure == "resettled" or not one.returns or name is None:
        return None
    word = one.sentence.tokens.word
    after = word[name.last : name.last + 2]
    if word[name.first - 1] in _TO or after[:1] in _LETTING or "where" in after:
        return None  # "Croatia allowed 900 Serbs to return", "Chad, *where* 900 returned"
    return _other_than(one, one.words(name))


def _other_than(one: Whereabouts, place: str | None) -> Found | None:
    """The country of those who return, where a place lies in another country."""
    there, home = code_of(place), homeland(one.sentence, one.q) or one.memory.home()
    abroad = (place or "").endswith("countries")  # "neighbouring countries"
    if (there is None and not abroad) or home is None or code_of(home) in (None, there):
        return None
    return home, "country of those who return"
