"""Ages without the word "years": "Ms Orlov, 66, said", "he was ten", "aged 25 to 54"."""

from collections.abc import Container

from plainfigures.prose.nouns.heads import NOMINAL, names_one, names_people
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import ARTICLES, POSSESSIVES
from plainfigures.prose.words.lexicon import (
    calendar,
    countries,
    demonyms,
    places,
    singular,
    speech_verbs,
    tag,
)
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import CLOSERS, JOINERS, OVER
from plainfigures.prose.words.tokens import Tokens

_OLDEST, _HOURS = 120, 12
AGED = frozenset("aged age ages".split())
_OF_AGES = frozenset(("of", "between"))
_TURNED = frozenset("turn turned turning turns".split())
_YOUNG = frozenset(("young", "old"))
_YOUNGEST = frozenset("youngest oldest eldest".split())
_OF_PLACES = frozenset("san santa saint st new old port fort el al la los nova".split())
_BE = frozenset("is was are were be am been 's m".split())  # "I'm" is three tokens
_WHO = frozenset("he she i who".split())
_MODALS = frozenset("will would has had have 'll ' just only already".split())
_ENDS = frozenset(
    ", . ; : ) ! ? when by and but in at on as then last this that next or the now years".split()
) | {""}
_ADULTS = frozenset(
    "man woman boy girl lad youth child widow widower sister brother son daughter twin".split()
)
# What happens to people once: "at" an age.
LIVED = frozenset(
    "dies died married enlisted retired emigrated widowed orphaned wed conscripted drafted school "
    "home".split()
)
_LISTING = frozenset((",", "and", "(", ")"))
_ONE = ARTICLES | POSSESSIVES
_SINGLE = frozenset("a an any no every each another per".split())
_MANY = frozenset("them whom most many half".split())
_ANYONE = frozenset("those nobody anyone anybody everyone everybody someone somebody".split())
_WHEN_SO = frozenset(", and was only just barely aged age at is".split())
_REACH = 8
_CHILDREN = frozenset(
    "kids children sons daughters boys girls twins grandchildren toddlers son daughter".split()
)
_MIDDLE = frozenset("median average mean typical".split())
_TIMES = frozenset("now then already currently present today just only barely about".split())
_TIMED = frozenset("by at until".split())


def is_age(tokens: Tokens, q: Quantity) -> bool:
    """Whether a number without a unit is the age of somebody, in years."""
    most = q.value if q.value is not None else q.high
    if most is None or not 0 < most <= _OLDEST or q.fraction or q.vague:
        return False
    i = q.phrase_first
    previous = tokens.at(i - 1)
    if previous in AGED or any(
        tokens.at(k - 1) in _OF_AGES and tokens.at(k - 2) in AGED for k in (i, q.first)
    ):
        return True  # "at the age of 9", "ages between 19 and 22", "over the age of 60"
    alone = tag(tokens.at(q.last) or ".")[0] not in "na"
    if previous in JOINERS and _goes_on(tokens, i - 1):
        return alone  # "aged 72 and two boys"
    if tokens.at(q.last) == "when" and tokens.at(q.last + 1) in _WHO:
        told = tokens.at(i - 2) != "it" and "." not in tokens.word[q.first]
        return told and previous in _WHEN_SO  # "she was 11 when she left, and 30 when she came"
    older = tokens.at(q.last) in ("or", "and") and tokens.at(q.last + 1) in ("older", "younger")
    if older or (previous == "as" and tokens.at(i - 2) in _YOUNG):
        return True  # "men 18 and older", "boys as young as 11"
    if tokens.at(i) in OVER and (
        names_people(previous)
        or tokens.raw[i - 1] in demonyms()
        or previous in _ANYONE
        or _is_one(tokens, i - 1, _SINGLE)
    ):
        kinds = tag(tokens.at(q.last) or ".").split(",")  # "children under 5 travel free"
        return kinds[0][0] not in "na" or (kinds[0] == "n" and "v" in kinds)
    if q.low is not None and q.low != q.high and _is_span(tokens, q):
        return True
    if _past(tokens, i) and tokens.at(q.last) in CLOSERS:
        return True  # "many of them past sixty"
    if previous == "of" and singular(tokens.at(i - 2)) in _ADULTS:
        return alone  # "a woman of 71", "two boys of 11 and 13", but "men of 20 nations"
    if tokens.at(q.last) not in _ENDS and not tag(tokens.word[q.last]).startswith("vg"):
        return False
    if previous == "at" and i == 1 and most > _HOURS and _is_one_named(tokens, q.last + 1):
        return True  # "At 61, Mr Haas still works"
    if previous == "at" and not LIVED.isdisjoint(tokens.word[max(0, i - 3) : i - 1]):
        # "left school at 13", "died at 88", but "the number of those who died stood at 46"
        return "number" not in tokens.word[:i]
    if previous in _TURNED or not _YOUNGEST.isdisjoint(tokens.word[max(0, i - 5) : i]):
        return True  # "the youngest of them only 9"
    verb = _past_time(tokens, i - 1)
    if tokens.at(verb) in _BE:
        j = verb - 1
        while tokens.at(j) in _MODALS:
            j -= 1
        return tokens.at(j) in _WHO or _is_one(tokens, j, POSSESSIVES) or _is_of_all(tokens, verb)
    if previous in _LISTING and _is_of_young(tokens, i - 1):
        return tokens.at(q.last) in _LISTING  # "the kids (8 and 11)"
    if previous == "(":
        closed = tokens.at(q.last) == ")"  # "women of working age (20-59)"
        one = _is_one(tokens, i - 2, _ONE)  # "killed a driver (34)"
        return closed and (one or tokens.at(i - 2) in AGED or _is_told_of(tokens, i - 2))
    if previous != "," or not (_is_person(tokens, i - 2) or _is_one(tokens, i - 2, _ONE)):
        return False
    # "…," said Omar Lahlou, 72.
    ends = tokens.at(q.last) in (".", "") and tokens.capital(i - 3)
    return tokens.at(q.last) == "," or (ends and _is_named(tokens, i - 1))


def _is_named(tokens: Tokens, end: int) -> bool:
    """ "said Ana Kos, 72.", "Ana Kos, 41, and Ivo Lom, 72.", or a line with such a name alone."""
    first = tokens.name_start(end)
    led = tokens.word[max(0, first - 3) : first]
    if led[-1:] and (led[-1] in speech_verbs() or (led[1:] == [",", "and"] and is_number(led[0]))):
        return True
    placed = tokens.word[first] in _OF_PLACES or " ".join(tokens.raw[first:end]) in places()
    return first < 2 and not placed


def _is_span(tokens: Tokens, q: Quantity) -> bool:
    """ "among adults 18-49", "for women 25 to 54": two ages after a noun of people."""
    i = q.phrase_first
    led = tag(tokens.at(i - 2) or ".")[0] in "pac"
    return led and tag(tokens.at(q.last) or ".")[0] not in "na" and names_people(tokens.at(i - 1))


def _is_of_young(tokens: Tokens, k: int) -> bool:
    """Whether the numbers before token `k` open a bracket behind children."""
    while k > 0 and (tokens.word[k] in _LISTING or tokens.word[k].isdecimal()):
        if tokens.word[k] == "(":
            return tokens.at(k - 1) in _CHILDREN
        k -= 1
    return False


def _past(tokens: Tokens, i: int) -> bool:
    """Whether the phrase from token `i` says what most of some people are over, or have passed."""
    if tokens.at(i - 1) == "past":
        return tokens.at(i - 2) in _MANY or tokens.at(i - 2) in _BE
    return tokens.at(i) in OVER and tokens.at(i - 1) in _MANY


def _goes_on(tokens: Tokens, k: int) -> bool:
    """ "boys aged 7, 9 and 12": one more of a list of ages, before the comma or "and" at `k`."""
    while k > 0 and (tokens.word[k] in JOINERS or is_number(tokens.word[k])):
        k -= 1
    if tokens.word[k] == "of" and singular(tokens.at(k - 1)) in _ADULTS:
        return True
    return tokens.word[k - (k > 0 and tokens.word[k] in _OF_AGES)] in AGED


def _is_one_named(tokens: Tokens, k: int) -> bool:
    """Whether somebody is named behind a comma: "*, she* has", "*, Ana Kos* has", no place."""
    if tokens.at(k - 1) != ",":
        return False
    full = tokens.capital(k + 1) and " ".join(tokens.raw[k : k + 2]) not in places()
    return tokens.at(k) in _WHO or (full and _is_person(tokens, k))


def _is_told_of(tokens: Tokens, i: int) -> bool:
    """ "Ana Kos (43) and Ivo Lom (47) were hurt", but "in Nova Serra (43) and Alta Vila (47)"."""
    if not (_is_person(tokens, i) and tokens.capital(i - 1)):
        return False
    word, k = tokens.word, i
    while k >= 0 and (tokens.capital(k) or word[k] in _LISTING or word[k].isdecimal()):
        k -= 1
    return k < 0 or (word[k] != ":" and tag(word[k])[0] != "p")


def _is_one(tokens: Tokens, j: int, leads: Container[str]) -> bool:
    """ "my old mother was 72", "the suspect, 31, fled": one person by a noun at token `j`."""
    described = tag(tokens.at(j - 1) or ".").split(",")[0] in ("a", "vd")
    one = names_one(tokens.at(j)) and tokens.at(j) not in NOMINAL  # "the dead (31)"
    return one and tokens.at(j - 1 - described) in leads


def _past_time(tokens: Tokens, k: int) -> int:
    """The token before the words of time that end at token `k` ("is *now* 47", "*by then* 80")."""
    while tokens.at(k) in _TIMES:
        k -= 1 + (tokens.at(k - 1) in _TIMED)
    return k


def _is_of_all(tokens: Tokens, verb: int) -> bool:
    """ "life expectancy is around 73", "whose median age was 19": of many people together."""
    before = tokens.word[max(0, verb - _REACH) : verb]
    return "expectancy" in before or not (AGED.isdisjoint(before) or _MIDDLE.isdisjoint(before))


def _is_person(tokens: Tokens, i: int) -> bool:
    """Whether the name at token `i` may be somebody's ("Maria Orlov"), not of a place or month."""
    if not tokens.capital(i) or not tokens.word[i].isalpha():
        return False
    name = tokens.raw[i]
    return not (name in countries() or name in places() or tokens.word[i] in calendar("month"))
