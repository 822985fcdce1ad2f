"""Periods that an event names: "since the end of the Second Karabakh War", "during this period"."""

from collections.abc import Container

from plainfigures.prose.dates.portions import ordered
from plainfigures.prose.periods.joined import merged
from plainfigures.prose.periods.openers import bounds
from plainfigures.prose.periods.period import Period
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.helpers import HAVING
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.lexicon import calendar, nouns, tag
from plainfigures.prose.words.tokens import Tokens

_OPENERS = frozenset("since during throughout after following before until".split())
_LASTING = frozenset(("during", "throughout"))
_LEAD = kind(lambda: _OPENERS | {"of"})
_BESIDE = frozenset("since after following before".split())
_DATING = frozenset(("of", "in", "on"))
_SITING = frozenset("from in on at near with against between".split())
# Events that need no article ("since independence").
_BARE = frozenset("independence liberation partition unification reunification statehood".split())
_INSIDE = frozenset(("-", "'s", "'"))
_STOPS = frozenset("and was were is had has have who which that due owing because".split())
_BORDERS = frozenset(
    "start beginning end onset outbreak launch opening close height peak middle course".split()
)
_PHASES = frozenset("phase stage".split())
_DAYS = frozenset("day night eve morning evening time aftermath wake".split())
_MOMENTS = _DAYS | _BORDERS | _PHASES
_IN_PHRASE = frozenset(("a", "n", "ns", "vg"))
_PARTICLES = frozenset("in out down up apart off over through".split())
_REACH, _CLAUSE = 10, 14
_TURNS = frozenset(
    "began begins started starts ended ends erupted failed collapsed expired lapsed resumed ceased "
    "struck arrived".split()
)


def eras(scan: Scan, dated: list[Period]) -> list[Period]:
    """The periods named by an event, outside those that are dated."""
    tokens = scan.tokens
    taken = {k for period in dated for k in range(period.first, period.last)}
    found = []
    for i in tokens.of_kind(_LEAD):
        word = tokens.word[i]
        if i in taken:
            continue
        if word == "since" and (date := _date_since(scan, i, taken, dated)) is not None:
            found.append(Period(_unit_before(tokens, i), date.last, date.start, None))
            continue
        if word in _OPENERS:
            first = i
        elif tokens.at(i - 1) in _MOMENTS and tokens.at(ordered(tokens, i - 1) - 1) == "the":
            first = ordered(tokens, i - 1) - 1
            first -= tokens.at(first - 1) == "by"
        else:
            continue
        if word == "since" and (head := _deed(tokens, i + 1, taken)) is not None:
            found.append(Period(i, head + 1, None, None))
            continue
        if word in _BESIDE and tokens.at(i + 1) in ("a", "an"):
            continue  # "after an explosion": a cause
        if tokens.at(i + 1) in DETERMINERS or tokens.capital(i + 1) or tokens.at(i + 1) in _BARE:
            head = _event(tokens, i + 1, taken)
            if head is None and word in _BESIDE and _unit_before(tokens, i) != i:
                head = _clause_end(tokens, _head(tokens, i + 1, taken))
            date = _date_of(tokens, i, head, taken, dated)
            if date is None and head is None:
                continue
            first = _unit_before(tokens, first) if word in _BESIDE else first
            if date is not None:
                found.append(Period(first, date.last, *bounds(word, date.start, date.end)))
            elif head is not None:
                last = _with_verb(tokens, head + 1) if word not in _LASTING else head + 1
                found.append(Period(first, last, None, None))
    return found


def _date_since(
    scan: Scan, opener: int, taken: Container[int], dated: list[Period]
) -> Period | None:
    """The date that ends the event or clause behind a "since" ("since fighting broke out in 2014").

    A number before the date would be told of at that date, and "has since fled" opens nothing.
    """
    tokens = scan.tokens
    following = [one for one in dated if opener < one.first <= opener + _CLAUSE]
    date = min(following, key=lambda one: one.first, default=None)
    if date is None or date.role != "period" or tokens.at(opener - 1) in HAVING:
        return None
    behind = next((one for one in dated if one.first == date.last), None)
    if behind is not None:  # "in April last year"
        both = merged(tokens, [date, behind])
        date = both[0] if len(both) == 1 else Period(date.first, behind.last, None, None)
    gap = range(opener + 1, date.first)
    while len(gap) > 1 and tokens.word[gap[-1]] in DETERMINERS:
        gap = gap[:-1]  # "since the army came in *the* spring of 2010"
    if len(gap) > 2 and tokens.word[gap[-2]] == "," == tokens.at(date.last):
        gap = gap[:-2]  # "since independence, in 1991, …"
    elif not gap or (tokens.word[gap[-1]] not in _DATING and date.start != date.end):
        return None
    if any(
        k in taken or not tokens.word[k][0].isalpha() for k in gap if tokens.word[k] not in _INSIDE
    ):
        return None
    numbered = any(opener < q.first < date.first for q in scan.quantities)
    return None if numbered else date


def _date_of(
    tokens: Tokens, opener: int, head: int | None, taken: Container[int], dated: list[Period]
) -> Period | None:
    """The date of an event: "since the truce *of 1994*", "before the flood *in May 2010*"."""
    if tokens.word[opener] not in _OPENERS or (
        head is None and tokens.word[opener] == "throughout"
    ):
        return None  # "throughout Chad in May"
    head = _head(tokens, opener + 1, taken) if head is None else head
    if head is None:
        return None
    last = _with_verb(tokens, head + 1)
    starts = {one.first: one for one in dated if one.role == "period"}
    if last + 1 not in starts and tokens.at(last) in _SITING:
        last = _past_names(tokens, last + 1)  # "after the storm *in Upper Bor* in May"
    return starts.get(last + 1) if tokens.at(last) in _DATING else None


def _past_names(tokens: Tokens, k: int) -> int:
    """The token behind the names that begin at token `k`."""
    while tokens.at(k) in ("the", "-") or tokens.capital(k + (tokens.at(k) == "and")):
        k += 1
    return k


def _with_verb(tokens: Tokens, last: int) -> int:
    """The end of words of time with their verb ("since the war began", "before the truce failed").

    Another verb than of beginning or ending is the last of its clause, but for words of its place.
    """
    k = last
    if tokens.at(k) in _TURNS or tokens.at(k) == "broke":
        return k + 1 + (tokens.at(k + 1) == "out")
    k += tokens.at(k) in ("was", "were")
    told = tag(tokens.at(k) or ".")[:2] == "vd" and tokens.raw[k].islower()
    k += 1 + (told and tokens.at(k + 1) in _PARTICLES)
    ends = not tokens.at(k) or not tokens.word[k][0].isalnum() or tag(tokens.word[k])[0] == "p"
    return k if told and ends else last


def _clause_end(tokens: Tokens, head: int | None) -> int | None:
    """The end of what bounds some months: "before *its signature*", "before *the army came*,"."""
    if head is None or tag(tokens.at(head + 1) or ".")[:2] != "vd":
        return head
    near = range(head + 2, min(tokens.size, head + _REACH))
    return next((k - 1 for k in near if tokens.word[k] in (",", ";", ".")), None)


def _event(tokens: Tokens, first: int, taken: Container[int]) -> int | None:
    """The last word of an event in the noun phrase that begins at token `first`."""
    events = nouns("time")
    head = None
    for k in range(first, min(tokens.size, first + _REACH)):
        word = tokens.word[k]
        if k in taken:
            break
        if word in events:
            head = k
            if tokens.at(k + 1) != "of" and tokens.at(k + 1) not in events:
                break
        elif not (word[0].isalpha() or word in _INSIDE) or (word in _STOPS and k > first):
            break
    while head is not None and tokens.capital(head) and tokens.capital(head + 1):
        head += 1  # "after Cyclone *Pela*"
    if head is None and tokens.at(first + 1) in _BORDERS and tokens.at(first + 2) == "of":
        return _head(tokens, first + 3, taken)
    return head


def _deed(tokens: Tokens, first: int, taken: Container[int]) -> int | None:
    """The last word of a deed that begins at token `first`: "since *signing the treaty*".

    Or of what is done ("since *mining began*").
    """
    kinds = tag(tokens.at(first) or ".").split(",")
    if "vg" in kinds and (end := _with_verb(tokens, first + 1)) > first + 1:
        return end - 1
    if kinds[0] != "vg":
        return None
    last = _head(tokens, first + 1, taken)
    return _head(tokens, first + 2, taken) if last is None else last


def _head(tokens: Tokens, first: int, taken: Container[int]) -> int | None:
    """The last noun of the noun phrase that begins at token `first`, whatever it is."""
    head = None
    begins = k = first + 1 if tokens.at(first) in DETERMINERS else first
    while k < tokens.size and k - first < _REACH and k not in taken:
        kinds = tag(tokens.word[k]).split(",")
        named = "n" in kinds and k == begins != first  # "its *capture*"
        named = named or tokens.capital(k) or tokens.word[k] in _INSIDE
        if head == k - 1 and tokens.word[k] == "and" and tag(tokens.word[head])[0] == "a":
            k += 1  # "its brutal and illegal war"
            continue
        if tokens.word[k][0].isdecimal() or not (named or kinds[0] in _IN_PHRASE):
            break
        if tokens.word[k] in _STOPS:
            break  # "since the start of the scheme | due to cold"
        if tokens.word[k] not in _INSIDE:
            head = k
        k += 1
    return head


def _unit_before(tokens: Tokens, opener: int) -> int:
    """The first word of "three days after the earthquake", whose opener is "after"."""
    head = opener - 1
    if tokens.at(head) not in calendar("unit") and tokens.at(head) not in calendar("units"):
        return opener
    begin = ordered(tokens, head)
    if tokens.at(begin - 1) in ("the", "a", "an"):
        return begin - 1
    return begin if begin < head else opener
