"""Motion: the verbs and nouns that make a name a place, of those who go there or attack it."""

from plainfigures.prose.words.lexicon import singular
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_MOVING = frozenset(
    "return go come flee move travel repatriate resettle evacuate deport expel relocate march "
    "cross withdraw retreat escape drive bring send ship airlift displace uproot recover retrieve "
    "exhume rescue abduct kidnap pour stream flood herd crowd".split()
)
# Verbs that have the place as their object.
LEFT = frozenset(
    "flee leave evacuate enter reach storm raid bomb shell bombard besiege hit strike".split()
)
_ATTACKS = frozenset(
    "raid attack assault strike airstrike offensive bombardment shelling bombing ambush siege "
    "march advance".split()
)
_BACK = frozenset(("back", "home"))
_WAY = 5
ABROAD = frozenset(("abroad", "overseas"))
_BETWEEN = frozenset(("of", "on", "against"))


def is_led(tokens: Tokens, i: int) -> bool:
    """Whether a verb of motion or a noun of attack makes a name a place ("a raid on Temka")."""
    word = tokens.word
    if word[i] in _BETWEEN:
        return singular(tokens.at(i - 1)) in _ATTACKS
    if word[i] not in ("to", "into", "from"):
        return False
    moving = verb_forms(_MOVING)
    if tokens.at(i - 1) in _BACK or "back" in word[max(0, i - _WAY) : i]:
        return True  # "walked back over the bridge to Bor"
    # "4,000 returned to Bor and 200 to Senn"
    low = 0 if i and is_number(word[i - 1]) else max(0, i - 3)
    return any(word[k] in moving and tokens.raw[k][0].islower() for k in range(low, i))
