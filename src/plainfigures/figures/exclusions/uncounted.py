"""Bare numbers that count nobody: hours of the day, ages, limits, samples, sums untold."""

from itertools import pairwise

from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.prose.nouns.changes import COMPARATIVES
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.closed import POSSESSIVES
from plainfigures.prose.words.helpers import BE
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_ASK = ("ask", "appeal", "call")
_SPENDING = ("cost", "earn", "charge", "spend", "owe", "invest", "borrow", "donate")
_ADDING = ("add",)
_LIVES = frozenset(("of", "dead", "lives"))
_EXCEEDING = ("exceed", "outnumber", "surpass", "outstrip")
_GREATER = frozenset("higher lower larger smaller greater bigger".split())
_CATERING = ("cook", "cater", "bake", "care", "provide")
_LIMITS_AND_DEBTS = frozenset(
    "ceiling cap quota limit maximum threshold debt loan bill deficit".split()
)
_DAYS = frozenset(("day", "hour", "shift"))
_USUAL = frozenset("good bad average normal typical usual".split())
_SUM = 1_000_000
_HOURS, _TIMED = 24, 3
_DAYTIMES = frozenset("evening morning afternoon night midnight noon dawn dusk daily".split())
_REACHING = ("reach", "rise", "climb", "grow", "increase", "stand", "pass", "exceed", "total")
_CASES, _IN_CASES = frozenset(("case", "infection")), frozenset("both all many most in".split())
# More than so many are no people unless the text says so.
_MOST = 1_000_000_000
_PUT = frozenset(
    "put puts putting stand stands stood standing estimate estimates estimated set sets remain "
    "remains remained toll number count figure total dead deaths casualties tally".split()
)
_SAMPLES = frozenset(
    "survey sample poll study panel interviews research questionnaire trial trials cohort".split()
)
_STUDIED = frozenset(("patient", "participant"))
_ASKING = ("survey", "interview", "poll")
_AMONG = frozenset(("of", "among", "with", "on"))
_DONE = frozenset("out conducted done undertaken".split())
_STRUCK = frozenset("struck strikes strike striking".split())
_TROOPS = frozenset(
    "regiment army force battalion division crew garrison militia brigade corps company squad unit "
    "team police column guard".split()
)
_TRIPS = frozenset("return repatriation departure".split())
_WAYS = frozenset("boat ship sea air road rail train bus plane ferry barge".split())
_MOST_TRIPS = 100
_SITES = frozenset("camp settlement site centre center shelter village".split())
_HOLDING = tuple("accommodate hold house shelter lodge receive seat sleep take process".split())
_NEAR = 6
_FRACTIONS = frozenset("half twice double".split())
_THE = POSSESSIVES | {"the", "no"}


def counts_nobody(tokens: Tokens, q: Quantity) -> bool:
    """Whether the words beside a bare number say that it counts no people."""
    if q.value is not None and q.value >= _MOST:
        return True  # "they wasted billions"
    large = (q.value or 0) >= _SUM
    if large and tokens.word[q.last : q.last + 2] == ["for", "the"]:
        return True  # "ring-fenced 75 million for the victims"
    if large and is_in_gifts(tokens, q.last):
        return True
    before = tokens.word[max(0, q.first - 2) : q.first]
    if tokens.at(q.phrase_first - 1) in verb_forms(_SPENDING) and tokens.at(q.last) not in _LIVES:
        return True  # "the camp cost millions to build"
    if large and tokens.at(q.phrase_first - 1) in verb_forms(_ADDING):
        return True  # "the insurer would add 25 million"
    if before[-1:] == ["for"] and before[0] in verb_forms(_ASK) and large:
        return True  # "asked for 20 million to bring them back"
    if before[-1:] == ["for"] and before[0] in verb_forms(_CATERING):
        return True  # "we cook for 9,000 at five kitchens"
    if before[-1:] == ["of"] and before[0] in _LIMITS_AND_DEBTS:
        return True  # "took in 900 refugees, against a ceiling of 4,000"
    near = tokens.word[max(0, q.first - _TIMED) : q.last + _TIMED]
    if before[-1:] == ["at"] and (q.value or _SUM) <= _HOURS and not _DAYTIMES.isdisjoint(near):
        return True  # "every evening at five he walks down to the river"
    if q.value == 1 and tokens.raw[q.last : q.last + 1][:1] != [] and tokens.raw[q.last].isupper():
        return True  # "three were hurt by one PROM-1"
    if before == ["between", "the"]:
        return True  # "some sleep on the road between the two"
    if before == ["count", "of"] and tokens.at(q.first - 3) in ("the", "a"):
        return (q.value or 0) <= _HOURS  # "at the count of three"
    if _STRUCK.intersection((tokens.at(q.first - 1), tokens.at(q.last))):
        return (q.value or 0) <= _HOURS  # "when twelve struck"
    if tokens.at(q.first - 1) == "in" and tokens.at(q.last) in _THE:
        return True  # "1,100 cases; in 740 the owner has moved in"
    if tokens.at(q.last) in COMPARATIVES and tokens.at(q.last + 1) == "than":
        after = tokens.at(q.last + 2)  # "12,000 fewer than last year", "900 more than a year ago"
        return not (is_number(after or ".") or after in _FRACTIONS)
    put = not _PUT.isdisjoint(tokens.word[max(0, q.first - _NEAR) : q.first])
    # "just 17 when he set sail"
    return tokens.at(q.last) == "when" and tokens.at(q.last + 1) in ("he", "she") and not put


def is_in_gifts(tokens: Tokens, k: int) -> bool:
    """ "3 million | *in pledges*", and no "relief camps": whether a sum ends before token `k`."""
    given = tokens.at(k) == "in" and singular(tokens.at(k + 1)) in nouns("gift")
    return given and tag(tokens.at(k + 2))[:1] != "n"


def is_surplus(tokens: Tokens, q: Quantity) -> bool:
    """ "$40 million more than was raised last year": by how much one sum is above another."""
    return tokens.at(q.phrase_last) in ("more", "higher") and tokens.at(q.phrase_last + 1) == "than"


def is_force(tokens: Tokens, q: Quantity) -> bool:
    """ "a 60,000-strong militia", "the regiment, 2,400 strong,": how many soldiers there are."""
    if "strong" not in tokens.word[q.last : q.last + 3]:
        return False
    if tokens.at(q.last) == "strong" and tokens.at(q.phrase_first - 1) in BE:
        return True  # "the men that had opened fire were 900 strong"
    before = tokens.word[max(0, q.first - _NEAR) : q.first]
    return (q.noun is not None and q.noun.head in _TROOPS) or not _TROOPS.isdisjoint(before)


def is_asked(tokens: Tokens, q: Quantity) -> bool:
    """ "a survey of 900 households", "polled 900", "nine deaths among 900 patients": of whom."""
    k = q.phrase_first - 1
    if tokens.at(k) in verb_forms(_ASKING):
        return True
    if k < 1 or tokens.word[k] not in _AMONG:
        return False
    told = tokens.word[k - 1]
    if tokens.word[k] == "among" and q.noun is not None and q.noun.head in _STUDIED:
        return True
    return told in _SAMPLES or (told in _DONE and not _SAMPLES.isdisjoint(tokens.word[:k]))


def is_of_cases(tokens: Tokens, q: Quantity) -> bool:
    """ "*Cases* of cholera have risen to 2,870": the ill, who are neither hurt nor driven out."""
    k = q.phrase_first - 1 - (tokens.at(q.phrase_first - 1) in ("to", "at", "past"))
    if k < 1 or tokens.word[k] not in verb_forms(_REACHING):
        return False
    near = range(max(0, k - _NEAR), k)
    return any(
        singular(tokens.word[j]) in _CASES and tokens.at(j - 1) not in _IN_CASES for j in near
    )


def is_room_for(tokens: Tokens, q: Quantity) -> bool:
    """ "4 displaced persons (IDPs) camps", "a hall capable of holding 680 returnees": no people."""
    k = q.phrase_last
    if tokens.at(k) == "(" and tokens.at(k + 2) == ")" and tokens.raw[k + 1][:2].isupper():
        return singular(tokens.at(k + 3)) in _SITES
    j = q.phrase_first - 1
    if not tokens.at(j).endswith("ing") or tokens.at(j) not in verb_forms(_HOLDING):
        return False
    return tokens.word[max(0, j - 2) : j] == ["capable", "of"]


def is_trip(tokens: Tokens, q: Quantity) -> bool:
    """ "plans 30 returns by boat": few journeys, and not those on board."""
    if q.noun is None or q.noun.head not in _TRIPS or (q.value or _MOST_TRIPS) >= _MOST_TRIPS:
        return False
    return tokens.at(q.phrase_last) == "by" and tokens.at(q.phrase_last + 1) in _WAYS


def is_corrected(tokens: Tokens, q: Quantity) -> bool:
    """ "*not 5*, not 10, but 37 villages": a number that is named to be put right.

    Or by which two differ: "the toll is *40 higher* than was thought".
    """
    if (
        q.phrase_last == q.last
        and tokens.at(q.last) in _GREATER
        and tokens.at(q.last + 1) == "than"
    ):
        return q.kind in ("bare", "noun")
    before = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    if before[1:] == ["by"] and before[0] in verb_forms(_EXCEEDING):
        return True  # "exceeding by 40 the returns of May"
    k = q.phrase_last + (tokens.at(q.phrase_last) == ",")
    return tokens.at(q.phrase_first - 1) == "not" and tokens.at(k) in ("but", "not")


def is_days_work(tokens: Tokens, q: Quantity) -> bool:
    """ "On a *good day* one man *clears* | 100 square metres": what one does in one, of things."""
    word = tokens.word
    if q.unit in PEOPLE or _USUAL.isdisjoint(word):
        return False
    if not any(one in _USUAL and then in _DAYS for one, then in pairwise(word)):
        return False
    verbs = (form for form in reversed(word[: q.first]) if tag(form)[:1] == "v")
    return tag(next(verbs, "."))[:2] != "vd"
