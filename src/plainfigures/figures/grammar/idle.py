"""Idle triggers: those said of a noun of their own, or of what came to nothing, and no number."""

from plainfigures.figures.grammar.themes import FLEEING
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.units.prices import SIGNS
from plainfigures.prose.words.closed import OBJECTS
from plainfigures.prose.words.helpers import BE, HELPERS, NOBODY
from plainfigures.prose.words.lexicon import groups, is_person, nouns, people, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_CUT = frozenset("flower flowers rose roses diamond diamonds gem gems stone stones glass".split())
_VEHICLES = frozenset("flight convoy bus train plane boat ship ferry truck".split())
_RANGING = frozenset("from between at to by".split())
_FUNDED = frozenset(("fund", "funded", "finance", "financed"))
_HOW_WELL = frozenset("worst best least most well poorly badly chronically severely".split())
_SENTENCED = frozenset("sentenced condemned".split())
_COUNTS = frozenset(
    "numbers figures totals counts families households arrivals returns flows inflows outflows "
    "movements crossings".split()
)
_HOMEWARD = frozenset("home back return repatriate".split())
_UNHURT = frozenset("unhurt unharmed uninjured unscathed alive safely cured healed".split())
# "escaped without serious injury", but "died of an injury"
_HARM = frozenset(("injury", "harm"))
_NOTHING = _UNHURT | _HARM | {"standing", "to"}
_ANYTHING = frozenset("anything any its their all a".split())
_GIVING = frozenset("give gives gave given giving provide provides provided providing".split())
# What is given where somebody only tells.
_ACCOUNTS = frozenset(
    "account accounts assurance assurances breakdown breakdowns clarification detail details "
    "estimate estimates evidence example examples explanation explanations impression information "
    "insight insights list overview picture reason reasons summary testimony update".split()
)
_GIFTS = frozenset("aid assistance relief support help".split())
_GOODS = frozenset(
    "body convoy delivery distribution drop effort flight good group item kit material network "
    "operation parcel response shipment supply task team truck unit work".split()
)
_MEETING = verb_forms(tuple("meet cover address serve fill support satisfy".split()))
_NEEDS = frozenset("need requirement demand".split())
_SUMMED = frozenset(
    "of estimated totalling totaling worth put set amounting ( : which that".split()
)
_SIGNS = frozenset((",", "\u2013", "\u2014"))
_STATES = frozenset("without with unable short vulnerable exposed".split())
_EVERYBODY = frozenset("everybody everyone anybody anyone somebody someone".split())
_RAISE = frozenset(("raise", "raised"))
_NEAR = 5
_ON, _ONE = frozenset(("on", "from", "of")), frozenset(("a", "an"))
_AIMS = frozenset("the its their what that our".split())


def is_idle(tokens: Tokens, t: Trigger) -> bool:
    """Whether a trigger tells nothing of numbers that stand beside it."""
    if t.lemma == "part" and tokens.word[t.first] == "parts" and tokens.at(t.last) != "of":
        return True  # "vehicles and parts"
    if t.lemma == "short" and tokens.at(t.last) == "of":
        return tokens.at(t.last + 1) in _AIMS  # "$3 million, short of the $9 million needed"
    if t.lemma == "cut" and tokens.at(t.last) in _CUT:
        return True  # "Cut flowers: 12%"
    if t.lemma.startswith("have yet to") and tokens.at(t.last) in _ANYTHING:
        return True  # "Malta, which gave $3 million last year, has yet to pay anything"
    if t.lemma == "leave" and tokens.word[t.first] == "leave" and _is_leave(tokens, t.first - 1):
        return True  # "come back from sick leave"
    if t.lemma == "hold" and tokens.at(t.first - 1) in _AIMS | _ONE:
        return True  # "in a hold with 900 others"
    if t.lemma == "demine" and singular(tokens.at(t.last)) in groups() | nouns("body"):
        return True  # "40 hectares that the demining teams gave up"
    if t.lemma == "remains of" and tokens.at(t.first - 1) == "what":
        return True  # "work through what remains of the 900 who vanished"
    if t.lemma == "leave" and tokens.at(t.last) in OBJECTS and tokens.at(t.last + 1) == "alone":
        return True  # "to recognise a bomb and leave it alone"
    if t.lemma[:3] == "to " and tokens.at(t.first - 1) == "prior":
        return True  # "prior to the returns there were 900"
    k = t.first - 1 - (tokens.at(t.first - 1) in HELPERS)
    if t.lemma == "leave" and singular(tokens.at(k)) in _VEHICLES:
        return True  # "four flights have left with 900"
    if t.lemma == "add" and tokens.at(t.first - 1) == "value":
        return True  # "the value added locally is 15 per cent"
    if tokens.at(t.first - 1) in _SIGNS and tokens.word[t.first] == "given":
        if tag(tokens.at(t.last) or ".") == "d":
            return True  # ", given the state of the roads"
    if tokens.word[t.first] == "above" and (
        tokens.at(t.last) == "all" or t.last == tokens.size - 1
    ):
        return True  # "above all in the north", "as mentioned above"
    if tokens.word[t.first] == "leaving" and _is_left_so(tokens, t):
        return True  # "struck the town, leaving the valley without power"
    if t.lemma in _RAISE and tokens.at(t.first - 1) in BE and _to_level(tokens, t.last):
        return True  # "the requirements were raised in May to 35 million"
    if _tells(tokens, t) or _is_met(tokens, t) or _qualifies(tokens, t):
        return True
    return _describes_another(tokens, t) or _came_to_nothing(tokens.word, t)


def does_to_thing(tokens: Tokens, t: Trigger) -> bool:
    """ "Only 23 are women, *bringing back* memories": whose object is no people."""
    k = t.last
    if not tokens.word[t.first].endswith("ing") or t.lemma.split()[0] in FLEEING:
        return False
    while tag(tokens.at(k) or ".")[0] in "da":
        k += 1
    thing = tokens.at(k) or "."
    of_things = tag(thing).split(",")[0] in ("n", "ns") and thing not in _EVERYBODY
    return of_things and not is_person(singular(thing))


def _is_leave(tokens: Tokens, before: int) -> bool:
    """Whether "leave" behind token `before` is a noun: time off."""
    word = tokens.at(before)
    return word in _ON or (tag(word or ".").split(",")[0] in ("n", "a") and not is_person(word))


def _is_left_so(tokens: Tokens, t: Trigger) -> bool:
    """ ", leaving the valley *without power*", "… *in ruins*": how somebody left a thing."""
    k = t.last
    if tokens.at(t.first - 1) not in _SIGNS or tag(tokens.at(k) or ".") != "d":
        return False
    while tag(tokens.at(k) or ".")[0] in "dan" or tokens.capital(k):
        k += 1
    bare = tag(tokens.at(k + 1) or ".").split(",")[0] in ("n", "ns")
    return tokens.at(k) in _STATES or (tokens.at(k) == "in" and bare)


def _to_level(tokens: Tokens, first: int) -> bool:
    """Whether "to" leads from token `first` to a number."""
    for k in range(first, min(tokens.size - 1, first + _NEAR)):
        if tokens.word[k] == "to":
            return is_number(tokens.word[k + 1]) or tokens.word[k + 1] in SIGNS
    return False


def _qualifies(tokens: Tokens, t: Trigger) -> bool:
    """ "relief organisations", "aid workers", "aid convoys": whose gifts or what for, no sum."""
    if t.kind != "noun" or t.lemma not in _GIFTS or tokens.word[t.first] != t.lemma:
        return False
    head = singular(tokens.at(t.last))
    return head in nouns("body") or head in _GOODS or is_person(head)


def _tells(tokens: Tokens, t: Trigger) -> bool:
    """ "will give details of the $4 million", "provided an estimate": who gives that only tells."""
    if tokens.word[t.last - 1] not in _GIVING:
        return False
    k = t.last
    while tag(tokens.at(k) or ".")[0] in "dar":
        k += 1
    return tokens.at(k) in _ACCOUNTS


def _is_met(tokens: Tokens, t: Trigger) -> bool:
    """ "to meet urgent needs in the camps, and $4 million for": what a sum is to meet."""
    named = t.kind in ("noun", "phrase") and t.lemma.split()[-1] in _NEEDS
    if not named or tokens.at(t.last) in _SUMMED:
        return False
    k = t.first - 1
    while k > 0 and tokens.word[k] not in _MEETING and tag(tokens.word[k])[0] in "dan":
        k -= 1
    return tokens.word[k] in _MEETING and tokens.word[k - 1] != "the"


def _describes_another(tokens: Tokens, t: Trigger) -> bool:
    """Whether a trigger is of a noun of its own ("dead end", ", a charity dedicated to relief")."""
    if t.last >= tokens.size:
        return False
    word = tokens.word[t.last]
    kinds = tag(word).split(",")
    if is_of_office(tokens, t) and (t.kind == "noun" or is_number(tokens.word[t.first - 1])):
        return True
    if t.kind == "state" and tokens.at(t.first - 1) == "that" and tokens.at(t.first - 3) in _ONE:
        return not is_person(tokens.word[t.first - 2])  # "the key to a door that *burned*"
    if word in ("'", "'s") and t.lemma in people():
        owned = tokens.at(t.last + 1)  # "the returnees' association reckons"
        return tag(owned or ".").split(",")[0] == "n" and owned not in _COUNTS
    if t.kind == "noun" and tag(t.lemma)[0] != "a":
        # "refugee courses", but "the refugee population of 4,000"
        head = _head_of(tokens, t.last)
        if tokens.word[t.first] != t.lemma or tag(head).split(",")[0] != "ns":
            return False
        return t.lemma in people() and head not in _COUNTS and not is_person(singular(head))
    if t.kind not in ("state", "noun"):
        return False
    if "v" in kinds and tokens.at(t.last + 1) in _RANGING:
        return False  # "estimates of the dead range from 20 to 30"
    if tokens.at(t.last + 2 + 2 * (tokens.at(t.last + 1) == "-")) == word:
        return False  # "12 percent *higher* year on year", "… year-on-year"
    return (
        word.isalpha()
        and word != "due"  # "40 missing due to the flood"
        and not is_number(word)  # "down *three* per cent"
        and kinds[0] in ("n", "ns", "v", "a")
        and ("n" in kinds or "ns" in kinds)
        and not is_person(singular(word))
    )


def is_of_office(tokens: Tokens, t: Trigger) -> bool:
    """ "12 *return* counsellors", "*murder* detectives": no "murder victims".

    Or "40 *victims* of trafficking": of no harm that is counted.
    """
    if t.lemma == "victim" and tokens.at(t.last) == "of":
        return not nouns("wrong").isdisjoint(tokens.word[t.last + 1 : t.last + 4])
    if t.kind == "state" or tokens.word[t.first] != t.lemma or not tokens.at(t.last).isalpha():
        return False
    head = singular(_head_of(tokens, t.last))
    return head in nouns("office") or (head in nouns("hand") and t.lemma not in people())


def _head_of(tokens: Tokens, k: int) -> str:
    """The last of the nouns in a row that begins at token `k` ("refugee | response plans")."""
    while tag(tokens.at(k + 1) or ",").split(",")[0] in ("n", "ns"):
        k += 1
    return tokens.word[k]


def _came_to_nothing(word: list[str], t: Trigger) -> bool:
    """ "nobody was hurt", "escaped unhurt", "left standing", "returned to work"."""
    k = t.first - 1
    while k >= 0 and word[k] in HELPERS:
        k -= 1
    if k >= 0 and (word[k] in NOBODY or (word[k] == "one" and word[k - 1] == "no")):
        return True
    if t.kind == "verb" and word[t.last : t.last + 1] == ["off"] and word[t.first - 1] not in BE:
        return True  # "held off 60 guards", "killed off the visitors", no "were killed off Malta"
    if t.lemma in _FUNDED and word[t.first - 1] in _HOW_WELL:
        return True  # "an appeal for $9 million that is the worst funded of all"
    led = word[max(0, t.first - _NEAR) : t.first]
    if led[-1:] == ["to"] and not _SENTENCED.isdisjoint(led):
        return True  # "sentenced (nine men) to death"
    after = word[t.last : t.last + 3]
    if _NOTHING.isdisjoint(after):
        return False
    if "safely" in after and not _HOMEWARD.isdisjoint(t.lemma.split()):
        return False  # "900 refugees returned home safely"
    if not _UNHURT.isdisjoint(after) or after[0] == "standing":
        return True
    if not _HARM.isdisjoint(after) and "of" not in (word[t.last - 1], after[0]):
        return True
    return after[0] == "to" and after[1:2] in (["work"], ["school"])
