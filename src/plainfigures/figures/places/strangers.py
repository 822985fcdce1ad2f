"""Strangers: names that no list has, of which a sentence tells as of places.

"The sappers *of Kelm*", "the siege *of Kelm*", "the *Kelm dyke*", "*Kelm*, where they live".
"""

from collections.abc import Iterator

from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.prose.places.placing import is_bearing, is_likened
from plainfigures.prose.words.bearers import is_body, kind_of
from plainfigures.prose.words.lexicon import calendar, is_person, is_word, nouns, singular
from plainfigures.prose.words.names import Name, in_name, name_end
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

# What the name of a place weighs where no word leads to it.
TOLD_OF = 2.0
_FATES = frozenset("evacuation capture fall liberation shelling bombardment relief sack".split())
# Whose people are those of a person.
_OWN = frozenset(
    "friend follower supporter relative son daughter child brother sister parent disciple pupil "
    "student admirer enemy rival colleague comrade heir descendant man soldier troop".split()
)
_POWERS = frozenset("government authority administration council governor mayor".split())
_ENTERED = ("reach", "enter", "besiege", "storm", "shell", "bombard")
_BESIDE = frozenset("above below beyond beneath overlooking".split())
_OVER, _FIRE = (
    frozenset(("through", "across", "over", "on")),
    frozenset("rocket shell bomb".split()),
)
_BY_WAY = frozenset(("through", "via"))
_WIDE = frozenset("region state country republic".split())
_LED = 4


def strange_places(tokens: Tokens) -> list[Name]:
    """The places that a sentence tells of beside those that a word of place leads to."""
    return [name for name in _told_of(tokens) if is_strange(tokens, name)]


def _told_of(tokens: Tokens) -> Iterator[Name]:
    """The names whose people, fate or ground a sentence tells of."""
    for k in range(tokens.size):
        within = in_name(tokens, k - 1) or tokens.at(k - 2) == "-"  # "Orl-e | Tumri"
        if not in_name(tokens, k) or within or is_likened(tokens, k - 1):
            continue
        if "from" in tokens.word[max(0, k - _LED) : k]:
            continue  # "men from the town of Bor"
        if tokens.word[k] == "the" and not in_name(tokens, k + 1):
            continue  # "“The road is closed,” he said"
        end, before = name_end(tokens, k), tokens.at(k - 1)
        if _is_where(tokens, end) and not is_bearing(tokens, k - 1):
            yield Name(k + (k == 0 and is_word(tokens.word[0])), end, TOLD_OF)
        elif (
            before in verb_forms(_ENTERED)
            or (before == "of" and _holds(tokens.at(k - 2)))
            or _is_beside(tokens, k)
            or _is_struck(tokens, k)
        ):
            yield Name(k, end, TOLD_OF)
        elif k > 0 and before != "and" and not is_of_part(tokens, k - (before == "the")):
            if tokens.word[k - 1 - (before == "the")] in _BY_WAY:
                continue  # "came through the Bor crossing"
            ends = (one for one in (end, end + 1) if _is_ground(tokens, one - 1))
            yield from (Name(k, one, TOLD_OF) for one in ends)


def is_strange(tokens: Tokens, name: Name) -> bool:
    """Whether a name is likely of a place that no list has ("the ridge at *Kelm*")."""
    first = next(filter(tokens.capital, range(name.first, name.last)), None)
    if first is None or tokens.word[first] in calendar("month"):
        return False
    if kind_of(tokens, first)[0] not in (None, "city") or is_body(tokens, name.last):
        return False
    words = tokens.word[first : name.last]
    # no "the survivors of Typhoon Kelm"
    return not (all(map(is_word, words)) or any(singular(one) in nouns("event") for one in words))


def is_of_part(tokens: Tokens, k: int) -> bool:
    """ "12 of them in *Bor*": whether the name at token `k` is the place of a part."""
    word = tokens.word
    return tuple(word[max(0, k - 3) : k - 1]) in OF_THEM and is_number(tokens.at(k - 4) or ".")


def _is_where(tokens: Tokens, end: int) -> bool:
    """ "Kelm, *where* they live"."""
    return tokens.at(end + (tokens.at(end) == ",")) == "where"


def _is_beside(tokens: Tokens, k: int) -> bool:
    """ "The hill *above Kelm*"."""
    return tokens.at(k - 1) in _BESIDE and _is_ground(tokens, k - 2)


def _is_struck(tokens: Tokens, k: int) -> bool:
    """ "The storm swept *through Kelm*", "rockets rained *on Kelm*"."""
    what = map(singular, tokens.word[max(0, k - _LED) : max(0, k - 2)])
    return tokens.at(k - 1) in _OVER and any(w in nouns("event") or w in _FIRE for w in what)


def _is_ground(tokens: Tokens, k: int) -> bool:
    """ "The Kelm *dyke*": a small noun of place."""
    noun = singular(tokens.at(k))
    if noun in _WIDE or tokens.capital(k):
        return False
    return noun in nouns("place") or noun in nouns("site")


def _holds(noun: str) -> bool:
    """Whether what is of a name tells of a place: its people, its fate, its ground."""
    one = singular(noun)
    people = one != noun and is_person(one) and one not in _OWN
    own = people or one in _FATES or one in _POWERS
    return own or one in nouns("event") or one in nouns("place")
