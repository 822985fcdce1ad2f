"""Motion: the verbs and nouns that make a name a place, of those who go there or attack it."""

from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

MOVING = frozenset(
    "return go come flee move travel repatriate resettle evacuate deport expel relocate march "
    "cross withdraw retreat escape drive bring send ship airlift displace uproot recover retrieve "
    "exhume rescue abduct kidnap pour stream flood herd crowd put throw trek walk wade swim flock "
    "swarm surge rush".split()
)
_CARRYING = ("take", "carry", "transport", "bus", "ferry", "fly", "truck", "shuttle", "escort")
_MOVES = frozenset(
    "repatriation resettlement relocation evacuation deportation expulsion removal transfer flight "
    "homecoming exodus displacement".split()
)
# Verbs that have the place as their object.
LEFT = frozenset(
    "flee leave evacuate enter reach storm raid bomb shell bombard besiege hit strike shake rock "
    "devastate ravage batter pound raze flatten engulf overrun attack retake recapture bury "
    "submerge inundate swamp wreck".split()
)
# Of these alone a name that no list has is sure to be of a place, if it is shelled or besieged.
_OF_PLACES = ("evacuate", "storm", "bomb", "shell", "bombard", "besiege", "raze", "retake")
_SWEEPING = ("sweep", "tear", "rip", "rage", "roll", "roar", "spread", "blow")
_BLOWS = frozenset(
    "quake blast bomb missile rocket mortar shell drone tornado gale rain rainstorm mudslide "
    "avalanche rockslide mud lava ash tremor blizzard inferno cholera rebel troop army force "
    "militia fighting war gunman raider militant insurgent fighter soldier warplane jet plane "
    "helicopter tank bandit".split()
)
_SUBJECT = 4
_ATTACKS = frozenset(
    "raid attack assault strike airstrike offensive bombardment shelling bombing ambush siege "
    "march advance".split()
)
_BACK = frozenset(("back", "home"))
_WAY = 5
_ROUGHLY = frozenset("about around over more than at least up some nearly almost".split())
ABROAD = frozenset(("abroad", "overseas"))
_BETWEEN = frozenset(("of", "on", "against"))
TELLING = frozenset("reported confirmed recorded registered".split())
_DOWN_ON = frozenset(("advanced", "marched", "rained", "fell", "descended"))


def is_struck(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the verb at token `i` does to a name at token `j` what is done to places alone.

    "*Shelling* hit Bor", "Bor was struck *by a quake*", "Bor was *besieged*".
    """
    if tokens.word[i] in verb_forms(_OF_PLACES):
        return True
    passive = tokens.at(i - 1) in BE
    if passive and tokens.at(i + 1) != "by":
        return False
    low, high = (i, i + 2 + _SUBJECT) if passive else (max(0, i - _SUBJECT), i)
    return any(_is_blow(singular(one)) for one in tokens.word[low:high])


def is_under(tokens: Tokens, i: int) -> bool:
    """ "Bor came *under* mortar fire": a name before token `i` that is attacked."""
    led = tokens.at(i - 1) in BE or tokens.at(i - 1) in verb_forms(("come",))
    return led and any(_is_blow(singular(one)) for one in tokens.word[i + 1 : i + 1 + _SUBJECT])


def _is_blow(noun: str) -> bool:
    return noun in _ATTACKS or noun in _BLOWS or noun in nouns("event")


def is_led(tokens: Tokens, i: int) -> bool:
    """Whether a verb of motion or a noun of attack makes a name a place ("a raid on Temka")."""
    word = tokens.word
    if word[i] in _BETWEEN and word[i - 1] != "out":
        return singular(tokens.at(i - 1)) in _ATTACKS or tokens.at(i - 1) in _DOWN_ON
    if word[i] == "through":
        return tokens.at(i - 1) in verb_forms(_SWEEPING)
    if word[i] not in ("to", "into", "from") and word[i - 1 : i + 1] != ["out", "of"]:
        return False
    # "9 deaths were *reported from* Bor"
    moving = verb_forms(MOVING) | (TELLING if word[i] == "from" else frozenset())
    if tokens.at(i - 1) in _BACK or "back" in word[max(0, i - _WAY) : i]:
        return True  # "walked back over the bridge to Bor"
    # "4,000 returned to Bor and 200 to Senn"
    low = 0 if i and is_number(word[i - 1]) else max(0, i - 3)
    if tokens.at(i - 2) == "it" and tokens.at(i - 1) in BE and "that" in word[i:]:
        return not moving.isdisjoint(word[i:])  # "it was to Bor that 900 people returned"
    if any(word[k] in moving and tokens.raw[k][0].islower() for k in range(low, i)):
        return True
    # "the return of some 900 families to Bor", "brought 900 displaced people to Bor"
    k = i - 1
    if tokens.at(k - 1) == "from" and tokens.capital(k):
        k -= 2  # "of 900 families | from Senn | to Bor"
    k -= tokens.at(k) in _BACK
    while k > 0 and (
        word[k] in _ROUGHLY
        or is_number(word[k])
        or tag(word[k])[0] in "da"
        or tag(word[k])[:2] == "ns"
    ):
        k -= 1
    k -= tokens.at(k) == "of"
    return 0 <= k < i - 1 and (word[k] in moving | verb_forms(_CARRYING) or word[k] in _MOVES)
