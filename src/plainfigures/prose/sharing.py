"""Shared units: a bare number takes the unit of the nearest parallel quantity of its list."""

from decimal import Decimal
from itertools import pairwise

from plainfigures.prose.changes import movements
from plainfigures.prose.heads import NOMINAL
from plainfigures.prose.lexicon import demonyms, tag, units
from plainfigures.prose.naming import count_measured, name_apposed, name_part
from plainfigures.prose.number import ONE
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.signs import ARE, CLOSERS
from plainfigures.prose.subjects import says
from plainfigures.prose.tokens import Tokens

_JOINERS = frozenset((",", "and", "or", "to", "/", "-", "\u2013", "x"))
_PARALLEL = frozenset("and or , from versus vs against compared with than".split())
_OF_WHOLE = (
    ["of"],
    ["out", "of"],
    ["of", "the"],
    ["of", "its"],
    ["of", "their"],
    ["of", "these"],
    ["of", "those"],
)
_PREFIXES = frozenset("anti non pro ex".split())
_FURTHEST = 14
_OWNED = 5
_NEAR = 6
# "after nine days, eighteen were dead": the subject of a verb is no further measure
_VERBS = ARE | {"have", "had"}
THEM = frozenset("them these those which whom".split())
_SPARING = ("unit", "percent")
_OPENERS = frozenset((",", "and", ")"))
_NAMED_AFTER = frozenset((",", "and", "which", ":", "("))
_NOMINAL = frozenset(("n", "ns", "a", "d", ""))
_MOST_PERCENT = 1000
_WHOLE = 100
_LEAST_SUM = 1000
_PERIODS = frozenset(
    "second minute hour morning afternoon evening night day week month year decade".split()
)
_PAST = frozenset("past last previous preceding".split())
# what may stand before each percentage of a list, and after a number that is one of them
_SLOTS = frozenset("at to with for by from".split())
_MOVES = frozenset(("up", "down"))
_SLOT_ENDS = frozenset("and but while respectively together in last".split())
_OTHERS = frozenset(("other", "others"))
_ACTS = frozenset(("v", "vd"))
_REACHED = frozenset(("to", "at"))
_LEVELS = (["down", "from"], ["up", "from"])
_LENDERS = ("noun", "unit", "percent", "money")
_STRICT = ("percent", "money", "unit", "point")


def share_units(tokens: Tokens, quantities: list[Quantity]) -> None:
    """ "12, 15 and 20 trucks", "killed 12 men and wounded 34": give bare numbers their unit."""
    for q in quantities:
        if q.kind == "bare" and tokens.at(q.last) == "of" and tokens.at(q.last + 1) in THEM:
            name_part(tokens, q)
    for q in quantities:
        if q.kind == "bare" and tokens.at(q.first - 1) == ",":
            name_apposed(tokens, q)
    for q, after in pairwise(quantities):
        if q.kind == "bare" and q.phrase_last == after.phrase_first:
            count_measured(tokens, q, after)
    for index in range(len(quantities) - 2, -1, -1):  # the last of a list names its unit
        q, after = quantities[index], quantities[index + 1]
        if (
            _takes_after(tokens, q, after)
            if q.kind == "bare"
            else _adjective_alone(tokens, q, after)
        ):
            _take(q, after)
            if q.kind == "money":
                _take_scale(tokens, q, after)
    for index, q in enumerate(quantities):
        if q.kind == "bare" and not q.inherited and tokens.at(q.phrase_last) == "who":
            _take_people(q, quantities[:index])
    for index, (before, q) in enumerate(pairwise(quantities)):
        if q.kind != "bare" or q.inherited or _is_aside(tokens, before, q):
            continue
        if before.kind == "noun" and tokens.word[q.phrase_first - 2 : q.phrase_first] in _LEVELS:
            people = [o for o in quantities[: index + 1] if o.unit == "person"]
            before = people[0] if people else before  # "48 people in three towns, down from 61"
        elif index and before.unit in _PERIODS and tokens.at(before.first - 1) in _PAST:
            before = quantities[index - 1]  # "12 deaths in the past ten days, down from 20"
        measured = _measured_before(q, quantities[: index + 1])
        if measured is not None and q.phrase_first - measured.phrase_last <= _FURTHEST:
            _take(q, measured)
            continue
        whole = _whole(tokens, q, quantities[: index + 1])
        if whole is not None:
            _take(q, whole)
        elif _takes_before(tokens, q, before):
            _take(q, before)
            if q.kind == "money":
                _take_scale(tokens, q, before)


def _is_aside(tokens: Tokens, before: Quantity, q: Quantity) -> bool:
    """ "killed 88 (*of whom 12 officers*), wounded 230": a part in brackets lends nothing."""
    k = before.phrase_first - 1
    if tokens.at(k) in THEM and tokens.at(k - 1) == "of":
        k -= 2
    elif tokens.at(k) != "including":
        return False
    return tokens.at(k if tokens.at(k) == "(" else k - 1) == "(" and (
        ")" in tokens.word[before.phrase_last : q.phrase_first]
    )


def _take_people(q: Quantity, before: list[Quantity]) -> None:
    """ "60 clerks who rent and 20 who own": the last people counted before."""
    for other in reversed(before):
        if other.unit == "person" and other.noun is not None:
            _take(q, other)
            return


def _whole(tokens: Tokens, q: Quantity, before: list[Quantity]) -> Quantity | None:
    """ "4 million mines were lifted in 20 states, including 3 million by hand": no part of 20."""
    if tokens.at(q.phrase_first - 1) != "including" or q.value is None:
        return None
    if before[-1].value is None or before[-1].value >= q.value:
        return None
    wholes = (o for o in reversed(before) if o.value is not None and o.value >= q.value)
    whole = next(wholes, None)
    return whole if whole is not None and whole.kind == "noun" else None


def _takes_after(tokens: Tokens, q: Quantity, after: Quantity) -> bool:
    """Whether a bare number stands in one list with the quantity after it."""
    if after.kind not in _LENDERS and not after.inherited:
        return False
    if after.kind == "percent" and q.value is not None and q.value > _MOST_PERCENT:
        return False
    between = tokens.word[q.phrase_last : after.phrase_first]
    if not between and after.kind == "unit":
        return False  # "against 40,100 twelve months earlier"
    if between == [","] and not after.inherited and after.noun is not None:
        if after.noun.head in NOMINAL:
            return False  # "death toll at 212, 40 missing"
    owned = between[:1] == ["of"] and between[-1:] == ["'s"] and len(between) <= _OWNED
    if between[:2] == ["of", "the"] and len(between) == 3:
        return tag(between[2])[0] == "a"  # "28 of the original 60 families"
    return owned or between in _OF_WHOLE or _JOINERS.issuperset(between)


def _takes_before(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """Whether a bare number counts the same as the quantity before it."""
    between = tokens.word[before.phrase_last : q.phrase_first]
    if before.kind == "bare" and before.inherited:  # "8,000 in May, 7,000 in June and 900 in July"
        return len(between) <= _NEAR and between[-1:] in ([","], ["and"])
    if before.kind in ("bare", "multiple"):
        return False
    if before.unit in _PERIODS and q.value is not None and q.value >= _LEAST_SUM:
        return False  # "in the first ten months of 2018, against 6,700 in 2017"
    if before.kind == "percent" and before.fraction and (q.value or q.low or 0) > _WHOLE:
        return False  # "a fifth of the mines, about 900, …"
    if before.kind == "money" and tokens.at(q.last) in _OTHERS:
        return False  # "4 million from the EU and the rest from forty others"
    if before.kind == "percent" and _fills_slot(tokens, q, before, between):
        return True
    if before.kind == "percent" and between[-1:] == ["'s"] and between[0] in _OPENERS:
        return tokens.at(q.last) in CLOSERS  # "Oman's share was 17 percent and Chad's 9."
    if len(between) > _FURTHEST or ";" in between or says(tokens, before.phrase_last):
        return False
    if before.kind == "noun" and before.attributive and (before.value or 0) % 1:
        return False  # "the toll of the 6.3-magnitude quake has climbed to 212"
    if len(between) > 2 and between[-1] in _REACHED and between[-2] in movements():
        return False  # "the toll of the storm that razed two towns has risen to 85"
    if before.kind not in _STRICT:
        # "seven countries received 88 million": the object is no more of its subject
        acts = before.unit != "person" and all(
            tag(w)[0] == "v" and w not in _VERBS for w in between
        )
        return not (between and acts)
    if before.kind == "unit" and _describes(tokens, before):
        return False
    if (before.kind == "money" or _is_distance(before)) and tag(tokens.at(q.last) or ".") in _ACTS:
        return False  # "another $200, and a hundred lie on the floor", "9 km away, 14 died"
    if before.kind in _SPARING and _is_verbless(tokens, q, before):
        return True
    if before.kind == "unit" and tokens.at(q.last) in _VERBS:
        return False
    if _is_course(tokens, before, between):
        return True
    if before.kind == "money" and (between[-2:] == ["of", "which"] or _is_named(tokens, q)):
        return True
    if before.kind == "money" and between[:3] == [",", "of", "which"]:
        return tokens.at(q.last) in CLOSERS  # "130 million lari, of which the budget has 25"
    # "rose 0.7 percent to 6,327": another kind of number, unless the two are parallel
    if not between or between[-1] not in _PARALLEL:
        return False
    return not (before.kind == "percent" and q.value is not None and q.value > _MOST_PERCENT)


def _measured_before(q: Quantity, before: list[Quantity]) -> Quantity | None:
    """ "40 hectares were cleared by eight teams, leaving | 12.5 |": no fraction of a team."""
    if before[-1].kind != "noun" or q.value is None or not q.value % 1:
        return None
    return next((o for o in reversed(before) if o.kind == "unit"), None)


def _is_distance(q: Quantity) -> bool:
    entry = units().get((q.unit or "").replace("_", " "))
    return entry is not None and entry.dimension == "length"


def _fills_slot(tokens: Tokens, q: Quantity, before: Quantity, between: list[str]) -> bool:
    """A number in the place of a percentage told before: after the same preposition, or a name.

    "stood at 44 percent, that of Asia at 19", "took 51.2 percent, Kenya 22.3 and Chad 8.9".
    """
    after = tokens.at(q.last)
    if after.isalpha() and after not in _SLOT_ENDS:
        return False
    if q.value is None or not 0 < q.value <= _WHOLE or not 1 < len(between) <= 2 * _FURTHEST:
        return False
    opener = between[-1]
    if opener in _SLOTS:
        return opener == tokens.at(before.phrase_first - 1)
    if opener in _MOVES:
        return True
    named = tokens.capital(q.phrase_first - 1) or tag(opener)[0] in "nv"
    return named and q.value != q.value.to_integral_value() and opener.isalpha()


def _is_named(tokens: Tokens, q: Quantity) -> bool:
    """ "$9 million, of which Norway 2.4, Chad 1.9 and Peru 1.2 million": each after its name."""
    k = q.phrase_first
    while tokens.capital(k - 1):
        k -= 1
    named = k < q.phrase_first and tokens.at(k - 1) in _NAMED_AFTER
    return named and tokens.at(q.last) in CLOSERS


def _is_verbless(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """ "the trust cleared 30 hectares, the army 12", "30 hectares) and Vidra (12)"."""
    between = tokens.word[before.phrase_last : q.phrase_first]
    if len(between) < 2 or between[0] not in _OPENERS or tokens.at(q.last) not in CLOSERS:
        return False
    inner = [w for w in between if w not in _OPENERS and w != "("]
    return bool(inner) and all(tag(w).split(",")[0] in _NOMINAL for w in inner)


def _describes(tokens: Tokens, q: Quantity) -> bool:
    """Whether a measure stands before its noun ("60mm mortars") and is lent to no number."""
    after = tokens.at(q.phrase_last)
    return after.isalpha() and "ns" in tag(after).split(",")


def _is_course(tokens: Tokens, before: Quantity, between: list[str]) -> bool:
    """ "from 21 mpg combined to 23", "grew by 2 percent and shrank by 1"."""
    if not between:
        return False
    opener = tokens.at(before.phrase_first - 1)
    if between[-1] == "to":
        return opener == "from" or (before.kind == "unit" and len(between) == 1)
    return between[-1] == "by" == opener


def _adjective_alone(tokens: Tokens, q: Quantity, after: Quantity) -> bool:
    """ "4,500 anti-tank and 800 anti-personnel mines", "900 German and 40 Italian rifles"."""
    noun, other = q.noun, after.noun
    if q.kind != "noun" or noun is None or other is None or other.last - other.first < 2:
        return False
    if tokens.word[q.phrase_last : after.phrase_first] not in (["and"], ["or"], [","]):
        return False
    hyphen = tokens.word[other.first + 1] == "-"
    return _adjectival(tokens, noun.last - 1) and _adjectival(tokens, other.first + 2 * hyphen)


def _adjectival(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is an adjective of nationality or the end of one such as "anti-tank"."""
    if demonyms().get(tokens.raw[k]) == "adjective":
        return True
    return k > 1 and tokens.word[k - 1] == "-" and tokens.word[k - 2] in _PREFIXES


def _take(q: Quantity, other: Quantity) -> None:
    q.unit, q.noun, q.inherited = other.unit, other.noun, True
    if other.kind != "noun":
        q.kind = other.kind


def _take_scale(tokens: Tokens, q: Quantity, other: Quantity) -> None:
    """ "$9.1 million, of which 4.2 from Chad": a sum of so few is told in the same scale."""
    scale = _scale(tokens, other)
    if q.value is None or q.value >= _LEAST_SUM or scale < _LEAST_SUM or _scale(tokens, q) > ONE:
        return
    q.value, q.low, q.high = (
        None if bound is None else bound * scale for bound in (q.value, q.low, q.high)
    )


def _scale(tokens: Tokens, q: Quantity) -> Decimal:
    """How many times its digits a number is worth ("9.1 million", "$9.1m"); one for any other."""
    digits = next((raw for raw in tokens.raw[q.first : q.last] if raw[0].isdecimal()), "")
    if q.value is None or not digits.replace(".", "", 1).isdecimal() or not Decimal(digits):
        return ONE
    return q.value / Decimal(digits)
