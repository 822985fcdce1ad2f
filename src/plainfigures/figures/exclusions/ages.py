"""Ages: bare numbers that say how old people are, and count nobody."""

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.ages import LIVED
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import OF_THEM
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import groups, is_person, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import IN_ALL
from plainfigures.prose.words.tokens import Tokens

# No age is as high.
_OLDEST = 111
# The reach of a list of ages.
_REACH = 16
_COUNTS = frozenset(
    "toll total number figure count tally deaths fatalities casualties injuries losses target goal "
    "quota plan forecast ceiling aim projection".split()
)
_AGED = frozenset("under over above below aged younger older".split())
_FOUND, _THE = frozenset(("dead", "missing")), frozenset(("the", "those"))
_END = frozenset(("", ".", ";"))
_ARE = BE | {"am"}
_NOW = frozenset("now already only just still barely almost nearly not yet quite then".split())
_LIVED = LIVED | frozenset("joined left started began entered became fled".split())
_SEVERAL = frozenset("others rest many more them these those all both".split())


def is_age(scan: Scan, q: Quantity) -> bool:
    """Whether a bare number is an age, or stands for several."""
    if q.kind != "bare" or q.value is None or not 0 < q.value < _OLDEST:
        return False
    return _is_one_age(scan.tokens, q) or _is_of_ages(scan, q)


def _is_one_age(tokens: Tokens, q: Quantity) -> bool:
    """ "a guard, 58, was hurt", "are under 18", "was 19 in 1943", "joined at 17": an age."""
    if q.first == 0:
        return False
    before, after = tokens.word[q.phrase_first - 1], tokens.at(q.last)
    if "per" in (after, before):  # "32 per 1,000 births"
        return True
    word = tokens.word[q.phrase_first]
    if word in _AGED and (before in OF_THEM or is_person(singular(before))):
        # "children under 5", "women older than 60", but no "injured over 30"
        return not tag(before).startswith("vd")
    if before == "of":  # "a girl of 12", "a father of three"
        owner = tokens.at(q.phrase_first - 2)
        return is_person(owner) and owner not in groups()
    if before == "at":  # "joined the army at 17", "died at 88"
        if not _COUNTS.isdisjoint(tokens.word[: q.phrase_first]):
            return False  # "put the number of those who died at 46"
        if tokens.at(q.phrase_first - 2) in (",", "who"):
            if after in _END or after == "the" or tag(after)[0] == "v":
                return True  # "died in Ost, at 88.", "who at thirty had buried two"
        return not _LIVED.isdisjoint(tokens.word[max(0, q.phrase_first - 5) : q.phrase_first])
    comma = q.phrase_first - 1
    while comma > 1 and tokens.word[comma] in _NOW:  # "the boy, *not yet* ten, died"
        comma -= 1
    if tokens.word[comma] == "," and after == ",":
        named = tokens.at(comma - 1)
        plural = named != singular(named) and is_person(singular(named))
        if plural or named in _SEVERAL:
            return False  # "its passengers, eleven, are missing", "the others, 46, were hurt"
        return named.isalpha() and named not in _COUNTS  # "the most deaths, 41, were in Oro"
    k = q.phrase_first - 1
    while k > 0 and tokens.word[k] in HELPERS:
        k -= 1
    if tokens.word[k] in ("there", "it") or tokens.word[q.last : q.last + 2] in IN_ALL:
        return False
    told = tag(tokens.word[k])[:2] == "vd" or tokens.word[k] in _FOUND
    if told and word not in _AGED and before in ("are", "were") and tokens.at(k - 1) in _THE:
        return False  # "those hurt were 12", "the missing are 19"
    if before in _NOW:  # "whose median age is now 47"
        before = tokens.at(q.phrase_first - 2)
    alone = tokens.word[k] in ("i", "he", "she") and after != "of"  # "when I was twelve they came"
    ends = after in ("", ".", ",", ")", "in") or (word in _AGED and after == "and")
    if before not in _ARE or not (alone or ends):  # "most are over 60 and live alone"
        return False
    return _COUNTS.isdisjoint(tokens.word[max(0, q.first - _REACH) : q.first])


def _is_of_ages(scan: Scan, q: Quantity) -> bool:
    """ "two brothers, two and nine, died", "her two sons *were* four and six": one age for each."""
    tokens, low, high = scan.tokens, q.first, q.last
    if {",", "and"}.isdisjoint((tokens.at(low - 1), tokens.at(high))):
        return False
    while low > max(0, q.first - _REACH) and _is_listed(tokens, low - 1):
        low -= 1
    while high < min(tokens.size, q.last + _REACH) and _is_listed(tokens, high):
        high += 1
    listed = tokens.word[low:high]
    are = tokens.at(low - 1) in BE
    if "and" not in listed or not (are or (listed[:1] == [","] and listed[-1] in (",", "and"))):
        return False
    ages = sum(map(is_number, listed[: listed.index("and") + 3]))
    return any(
        one.phrase_last == low - are and one.unit == "person" and one.value == ages
        for one in scan.quantities
    )


def _is_listed(tokens: Tokens, k: int) -> bool:
    return tokens.word[k] in (",", "and", "aged") or is_number(tokens.word[k])
