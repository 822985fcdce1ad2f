"""Shared units: a bare number takes the unit of the nearest parallel quantity of its list."""

from decimal import Decimal
from itertools import pairwise

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.asides import (
    is_borne_out,
    is_bracketed,
    is_less,
    is_main,
    is_mean,
    is_object,
    is_of_others,
    is_of_them,
    is_put_behind,
    is_put_in,
    is_set_against,
    is_span,
)
from plainfigures.prose.quantities.naming import (
    count_measured,
    is_adjectival,
    is_times,
    name_apposed,
    name_bracketed,
    name_part,
    shares_head,
    take_head,
)
from plainfigures.prose.quantities.parallels import (
    FURTHEST,
    LEAST_SUM,
    PERIODS,
    takes_after,
    takes_before,
)
from plainfigures.prose.quantities.pure import stands_alone
from plainfigures.prose.units.labels import LISTED
from plainfigures.prose.words.closed import OF_THEM
from plainfigures.prose.words.digits import FOOT
from plainfigures.prose.words.lexicon import nouns
from plainfigures.prose.words.number import ONE, word_at
from plainfigures.prose.words.tokens import Tokens

# What a bare number right after a unit is in, and how many of these make one of it.
_SMALLER = {"foot": ("inch", FOOT), "stone": ("pound", 14)}
_MORE = frozenset("more fewer less".split())
# So many times as many as what is named last are rather the people told before.
_CROWD = 1000
# How many a family has, at least and at most.
_PERSONS, _MOST = 2, 12
_HUNDRED = 100


def share_units(tokens: Tokens, quantities: list[Quantity]) -> None:
    """ "12, 15 and 20 trucks", "killed 12 men and wounded 34": give bare numbers their unit."""
    _name(tokens, quantities)
    _take_smaller(tokens, quantities)
    _take_next(tokens, quantities)
    _take_whose(tokens, quantities)
    for index, q in enumerate(quantities[1:], 1):
        if q.kind == "bare" and not q.inherited and not stands_alone(tokens, q):
            _take_before(tokens, quantities, index)


def _name(tokens: Tokens, quantities: list[Quantity]) -> None:
    """What brackets, an apposition or "of them" beside a number says that it counts."""
    if "(" in tokens.word:
        name_bracketed(tokens, quantities)
    for q in quantities:
        if q.kind == "bare" and tokens.at(q.last) == "of" and tokens.at(q.last + 1) in OF_THEM:
            name_part(tokens, q)
    for q in quantities:
        if q.kind == "bare":
            name_apposed(tokens, q)


def _take_smaller(tokens: Tokens, quantities: list[Quantity]) -> None:
    """The unit that goes on with one before, or the smaller one of "5 feet 9"."""
    for before, q in pairwise(quantities):
        if before.kind == "unit" and before.inherited and _goes_on(tokens, before, q):
            _take(q, before)
    for q, after in pairwise(quantities):
        times = is_times(tokens, q, after)
        if q.kind == "bare" and q.phrase_last + times == after.phrase_first:
            count_measured(tokens, q, after)
        elif q.unit in _SMALLER and q.noun is not None and _is_rest(tokens, q, after):
            after.kind, after.unit, after.noun = "unit", _SMALLER[q.unit][0], None


def _take_next(tokens: Tokens, quantities: list[Quantity]) -> None:
    """The unit that the last of a list names for those before it."""
    for q, after in reversed(list(pairwise(quantities))):
        if is_of_them(tokens, after):
            continue  # "killed four men and hurt 27, nine | of them | firefighters"
        if shares_head(tokens, q, after) or _adjective_alone(tokens, q, after):
            take_head(q, after)
        elif tokens.at(after.phrase_last - 3) == "anti" and tokens.word[q.last][:4] == "anti":
            take_head(after, q)  # "410 anti-personnel mines and 52 *anti-tank*"
        elif q.kind == after.kind == "money" and tokens.word[after.phrase_first - 1] == "of":
            _take_scale(tokens, q, after)  # "$6.8 of $20.5 million"
        elif q.kind == "bare" and takes_after(tokens, q, after):
            _take(q, after)
            if q.kind == "money":
                _take_scale(tokens, q, after)


def _take_whose(tokens: Tokens, quantities: list[Quantity]) -> None:
    """ "900 who had fled", "four hundred others who had fled": people."""
    for index, q in enumerate(quantities):
        if q.kind == "bare" and not q.inherited and tokens.at(q.phrase_last) == "who":
            _take_people(q, quantities[:index])
        elif q.kind == "bare" and tokens.word[q.last : q.last + 2] == ["others", "who"]:
            _take_people(q, quantities[:index])
            q.unit, q.inherited = "person", True


def _take_before(tokens: Tokens, quantities: list[Quantity], index: int) -> None:
    """The unit of a quantity before the bare number of an index, where the two are parallel."""
    q, last, earlier = quantities[index], quantities[index - 1], quantities[:index]
    if is_bracketed(tokens, last, q) or is_mean(tokens, q):
        return
    if _are_members(tokens, last, q):
        q.unit, q.inherited = "person", True
        return
    if _is_converted(tokens, quantities, index):
        _take_currency(q, earlier, quantities[index + 1])
        return
    measured = _measured_before(q, earlier)
    if measured is not None and q.phrase_first - measured.phrase_last <= FURTHEST:
        _take(q, measured)
        return
    whole = _whole(tokens, q, earlier)
    if whole is not None:
        _take(q, whole)
        return
    before = _told_before(tokens, q, earlier)
    if is_of_others(tokens, q, before) or (_is_crowd(q, before) and before.unit in nouns("area")):
        return  # "in five provinces, where 3 million have been cleared"
    if takes_before(tokens, q, before) and not _is_level(tokens, q, before):
        _take(q, before)
        if q.kind == "money":
            _take_scale(tokens, q, before)


def _is_level(tokens: Tokens, q: Quantity, before: Quantity) -> bool:
    """ "rose by 12 percent from 398 to 446": how many there are, and no percentage."""
    led = tokens.at(q.phrase_first - 1) in ("from", "to")
    if before.kind == "percent" and before.fraction and tokens.at(before.phrase_first - 1) == "by":
        return led  # "fell by almost half, from 55 to 29"
    return before.kind == "percent" and led and q.value is not None and q.value > _HUNDRED


def _told_before(tokens: Tokens, q: Quantity, earlier: list[Quantity]) -> Quantity:
    """Which of the quantities before a bare number it tells more of: mostly the last."""
    last = earlier[-1]
    if last.kind == "noun" and is_object(tokens, q) and not is_main(tokens, last):
        # "killed 37 people in four villages and hurt 91", "$3 million to mend 40 homes and gave 2"
        main = [o for o in earlier if o.kind in ("noun", "money") and is_main(tokens, o)]
        return main[-1] if main else last
    if last.kind == "noun" and _is_compared(tokens, q):
        main = [o for o in earlier if o.kind == "noun" and is_main(tokens, o)]
        return main[-1] if main else last  # "48 people in three towns, down from 61"
    if is_less(last, q) and is_of_them(tokens, q):
        return next((o for o in reversed(earlier) if not is_less(o, q)), last)
    if last.kind == "noun" and _is_crowd(q, last):
        people = [o for o in earlier[:-1] if o.unit == "person"]
        return people[-1] if people else last  # "9 million people in two lands: 6 million"
    if len(earlier) > 1 and earlier[-2].kind == last.kind == "noun" and is_put_in(tokens, last, q):
        return earlier[-2]
    if len(earlier) > 1 and last.kind == "percent" and is_put_behind(tokens, earlier[-2], last, q):
        return earlier[-2]
    if len(earlier) > 1 and last.unit == "time" and tokens.at(q.first - 1) == "the":
        return earlier[-2]  # "221 casualties, four times the 57 of 2017"
    if len(earlier) > 1 and (last.is_age or is_span(tokens, last, q)):
        # "of 90 girls who left school at 13, 46", "12 deaths in the past ten days, down from 20"
        return earlier[-2]
    return next((o for o in earlier if is_borne_out(o, last, q)), last)


def _is_compared(tokens: Tokens, q: Quantity) -> bool:
    """ "down from 61", "four more than planned": another count of what was told of."""
    if is_set_against(tokens, q):
        return True
    return tokens.at(q.last) in _MORE and tokens.at(q.last + 1) == "than"


def _goes_on(tokens: Tokens, before: Quantity, q: Quantity) -> bool:
    """ "in mm: 90, | 140 | RAL 7016": a list behind the unit of its label, whatever is next."""
    initials = q.noun is not None and tokens.raw[q.noun.first].isupper()
    between = tokens.word[before.phrase_last : q.phrase_first]
    return (q.kind == "bare" or initials) and LISTED.issuperset(between)


def _is_crowd(q: Quantity, before: Quantity) -> bool:
    """Whether a number is so large beside a few things that it hardly counts more of them."""
    few = before.value or q.value or 0
    return before.unit != "person" and (q.value or 0) > _CROWD * few


def _is_rest(tokens: Tokens, whole: Quantity, q: Quantity) -> bool:
    """ "five foot four", "the 6-foot-9 guard", "nine stone two": a number without a unit after."""
    assert whole.unit is not None
    assert whole.noun is not None
    if q.value is None or q.value >= _SMALLER[whole.unit][1]:
        return False
    i = whole.noun.last
    hyphen = q.first == i + 1 and tokens.at(i) == "-" and tokens.glued(i)
    return hyphen or (q.first == i and q.kind == "bare")


def _are_members(tokens: Tokens, homes: Quantity, q: Quantity) -> bool:
    """ "90 families or 410", "90 families (410)": the people of so many homes."""
    if homes.unit not in ("family", "household") or not homes.value or q.value is None:
        return False
    joined = tokens.word[homes.phrase_last : q.phrase_first] in (["or"], ["("], ["(", "or"])
    return joined and _PERSONS <= q.value / homes.value <= _MOST


def _is_converted(tokens: Tokens, quantities: list[Quantity], index: int) -> bool:
    """ "44,000 yen ($400) and | 52,000 | ($470)": a sum told again in brackets is of another."""
    if index + 1 == len(quantities) or tokens.at(quantities[index].phrase_last) != "(":
        return False
    told = quantities[index + 1]
    return told.kind == "money" and told.phrase_first == quantities[index].phrase_last + 1


def _take_currency(q: Quantity, before: list[Quantity], told: Quantity) -> None:
    """Give a sum the currency before it that is not the one in which it is told again."""
    for other in before:
        if other.kind == "money" and other.unit != told.unit:
            _take(q, other)
            return


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


def _measured_before(q: Quantity, before: list[Quantity]) -> Quantity | None:
    """ "40 hectares were cleared by eight teams, leaving | 12.5 |": no fraction of a team."""
    if before[-1].kind != "noun" or q.value is None or not q.value % 1:
        return None
    return next((o for o in reversed(before) if o.kind == "unit" and o.unit not in PERIODS), None)


def _adjective_alone(tokens: Tokens, q: Quantity, after: Quantity) -> bool:
    """ "4,500 anti-tank and 800 anti-personnel mines", "900 German and 40 Italian rifles"."""
    noun, other = q.noun, after.noun
    if q.kind != "noun" or noun is None or other is None or other.last - other.first < 2:
        return False
    if tokens.word[q.phrase_last : after.phrase_first] not in (["and"], ["or"], [","]):
        return False
    hyphen = tokens.word[other.first + 1] == "-"
    return is_adjectival(tokens, noun.last - 1) and is_adjectival(tokens, other.first + 2 * hyphen)


def _take(q: Quantity, other: Quantity) -> None:
    q.unit, q.noun, q.inherited = other.unit, other.noun, True
    if other.kind != "noun":
        q.kind = other.kind


def _take_scale(tokens: Tokens, q: Quantity, other: Quantity) -> None:
    """ "$9.1 million, of which 4.2 from Chad": a sum of so few is told in the same scale."""
    scale = scale_of(tokens, other)
    if q.value is None or q.value >= LEAST_SUM or scale < LEAST_SUM or scale_of(tokens, q) > ONE:
        return
    q.multiply(scale)


def scale_of(tokens: Tokens, q: Quantity) -> Decimal:
    """How many times its digits a number is worth ("9.1 million", "$9.1m"); one for any other.

    "Twelve million" has no digits, but the word of its scale.
    """
    digits = next((raw for raw in tokens.raw[q.first : q.last] if raw[0].isdecimal()), "")
    if not digits:
        words = (word_at(tokens, k) for k in range(q.last - 1, q.first - 1, -1))
        return next((amount for kind, amount in words if kind == "scale" and amount), ONE)
    if q.value is None or not digits.replace(".", "", 1).isdecimal() or not Decimal(digits):
        return ONE
    return q.value / Decimal(digits)
