"""Whither people go who set off: to another country, out of a camp, back home."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import countries, singular
from plainfigures.prose.words.tokens import Tokens

SHIFTING = ("move", "relocate")
LEAVING = tuple("leave depart".split())
ENTERING = tuple("pour stream flood flow surge trickle swarm flock cross move".split())
_MOVING = frozenset(LEAVING + ENTERING + SHIFTING)
HOMES = frozenset("home homes house houses village villages".split())
_LEFT = frozenset("home house village land homeless country".split())
WARS = frozenset(
    "war fighting attack attacks attacked violence clashes shelling massacre coup offensive "
    "crackdown persecution cleansing onslaught".split()
)
CAMPS = frozenset("camp site settlement shelter centre center tent barracks school".split())
# Within so many tokens after a verb stands whither; the predicate of people, at the most.
REACH, PREDICATE = 6, 16


def is_abroad(tokens: Tokens, q: Quantity, where: int, home: str | None) -> bool:
    """ "900 Sudanese crossed into Egypt": whether that is another country than theirs.

    `home` is the country of the people of whom the text tells.
    """
    raw = tokens.raw
    own = {countries()[one].code for one in raw[q.first : q.phrase_last] if one in countries()}
    there = countries().get(raw[where]) if where < len(raw) else None
    if not own and there is not None and home is not None and home in countries():
        return there.code not in (None, countries()[home].code)
    if not own and there is not None and q.noun is not None:
        # a people without a country, or people whom a war drove out
        return tokens.capital(q.noun.last - 1) or not WARS.isdisjoint(tokens.word)
    return there is not None and bool(own) and there.code not in own


def leaves_camp(tokens: Tokens, verb: int) -> bool:
    """ "left Ost camp on Friday", "departed at dawn", but no "left Chad for two countries"."""
    after = [singular(word) for word in tokens.word[verb + 1 : verb + REACH]]
    return not CAMPS.isdisjoint(after) or not tokens.capital(verb + 1)


def is_move(lemma: list[str]) -> bool:
    """Whether a trigger tells of leaving a place, but not of leaving home."""
    return lemma[0] in _MOVING and _LEFT.isdisjoint(lemma)
