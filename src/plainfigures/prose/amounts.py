"""Amounts: a number with its currency or unit, and the two ends of a range."""

from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal

from plainfigures.prose import asides, numbers, units
from plainfigures.prose.lexicon import numbers as number_words
from plainfigures.prose.numbers import ONE, Number
from plainfigures.prose.tokens import Tokens
from plainfigures.prose.units import Home, Unit

_MINUS = frozenset(("minus", "negative"))
_DASHES = frozenset(("-", "\u2013", "~"))
_BETWEEN_ENDS = frozenset("about around as many much up to even over some".split())
_CHANGES = frozenset(
    "rose risen rise rises rising fell fallen fall falls falling increased increase increases increasing "
    "decreased decrease decreases decreasing grew grown grow grows growing dropped drop drops dropping "
    "declined decline declines jumped soared climbed surged plunged slumped slid up down went gone raised "
    "cut reduced lowered boosted expanded shrank shrunk doubled tripled improved widened narrowed slipped "
    "shot advanced dipped from".split()
)
_CENTS = frozenset("cent cents penny pence centavos".split())


@dataclass(slots=True)
class Amount:
    """Tokens first..last (exclusive) of a number and its currency or percent; `unit` may follow."""

    first: int
    last: int
    number: Number
    unit: Unit | None
    garbled: bool = False


def amount_at(tokens: Tokens, i: int, home: Home, floor: int = 0) -> Amount | None:
    """The number at token `i` with the currency on either side or the unit after it."""
    money = units.currency_before(tokens, i, home) if i > floor else None
    if money is not None and money.first < floor:
        money = None
    number = numbers.parse(tokens, i, money is not None)
    if number is None:
        return None
    first = money.first if money is not None else i
    first = _negated(tokens, first, floor, number)
    if money is not None:
        after = units.currency_after(tokens, number.last, home)
        if after is not None and (after.name == money.name or money.ambiguous):
            return Amount(first, after.last, number, after)
        return Amount(first, number.last, number, money)
    after = units.currency_after(tokens, number.last, home)
    if after is not None:
        return _with_currency(tokens, first, number, after, home)
    unit = units.unit_after(tokens, number.last)
    last = unit.last if unit is not None and unit.kind in ("percent", "point") else number.last
    return Amount(first, last, number, unit)


def _negated(tokens: Tokens, first: int, floor: int, number: Number) -> int:
    """Take in a minus sign or word before the number; the first token with it."""
    word = tokens.word
    before = first - 1
    if before < floor or number.value is None:
        return first
    if word[before] in _MINUS:
        number.value = -number.value
        return before
    if word[before] == "-" and before > floor and word[before - 1] in _MINUS:
        number.value = -number.value
        return before - 1
    if word[before] == "-" and tokens.tight(first) and not (before and tokens.tight(before)):
        number.value = -number.value
        return before
    return first


def _with_currency(tokens: Tokens, first: int, number: Number, unit: Unit, home: Home) -> Amount:
    """Money whose currency stands after the number; "270€ million" has its scale after that."""
    word, n = tokens.word, tokens.size
    last, garbled = unit.last, False
    if number.value is None:
        return Amount(first, last, number, unit)
    if number.scale == ONE and last < n:
        kind, amount = number_words().get(word[last], ("", ""))
        if kind == "scale":
            number.scale = Decimal(amount)
            number.value *= number.scale
            last, garbled = last + 1, True
    # "thirteen dollars and forty-five cents", "15 dollars 50"
    k = last + 1 if last < n and word[last] == "and" else last
    if k < n and not garbled and number.scale == ONE and numbers.is_number(tokens, k):
        small = numbers.parse(tokens, k)
        if small is not None and small.value is not None and small.value < 100 and small.scale == ONE:
            cents = small.last < n and word[small.last] in _CENTS
            ends = k == last and (small.last >= n or word[small.last] in (".", ","))
            if cents or ends:
                number.value += small.value / 100
                last = small.last + (1 if cents else 0)
    return Amount(first, last, number, unit, garbled)


def range_end(tokens: Tokens, one: Amount, home: Home, dates: Container[int]) -> Amount | None:
    """The other end of a range that starts with `one`, when words or a dash join them."""
    word, n = tokens.word, tokens.size
    j = one.last
    if one.unit is not None and one.unit.kind == "unit":
        j = one.unit.last
    if j + 1 >= n or one.number.value is None:
        return None
    joiner = word[j]
    if not _joins(tokens, one, j):
        return None
    k = j + 1
    while k < n and word[k] in _BETWEEN_ENDS and k - j <= 4:
        k += 1
    start = k
    # step over a currency that stands before the second number
    while k < n and k - start < 3 and not _may_start(tokens, k):
        if word[k].isalpha() and len(word[k]) > 4:
            return None
        k += 1
    if k >= n or not _may_start(tokens, k) or k in dates:
        return None
    dashed = joiner in _DASHES and word[k][0].isdecimal() and k == start and len(word[k]) < 9
    if not dashed and asides.aside(tokens, k) is not None:
        return None
    two = amount_at(tokens, k, home, start)
    if two is None or two.number.value is None:
        return None
    if k != start and (two.unit is None or two.unit.first != start):
        return None
    return two if _agree(tokens, joiner, one, two) else None


def _may_start(tokens: Tokens, k: int) -> bool:
    return numbers.is_number(tokens, k) or tokens.word[k] == "a"


def _joins(tokens: Tokens, one: Amount, j: int) -> bool:
    """Whether the token after an amount may join it to another."""
    word, n = tokens.word, tokens.size
    joiner = word[j]
    left = word[max(0, one.first - 3) : one.first]
    if joiner in _DASHES:
        spaced = not tokens.tight(j)
        return spaced != tokens.tight(j + 1) and word[j + 1] != "-" and not (
            joiner == "-" and spaced and one.number.words
        )
    if joiner == "to":
        if "from" in left[-2:] and any(w in _CHANGES for w in word[max(0, one.first - 9) : one.first - 1]):
            return False
        if any(w in _CHANGES - {"from"} for w in left[-2:]):
            return False
        return not (word[j + 1] == "a" and j + 2 < n and word[j + 2] not in number_words())
    if joiner == "through":
        return True
    if joiner == "and":
        return "between" in left
    return joiner == "or"


def _agree(tokens: Tokens, joiner: str, one: Amount, two: Amount) -> bool:
    """Whether two amounts can be the ends of one range."""
    low, high = one.number, two.number
    assert low.value is not None and high.value is not None
    if joiner == "or":
        gap = high.value - low.value
        if not 0 < gap <= 3 or one.unit is not None or high.scale != low.scale:
            return False
        if high.fraction or low.fraction or two.last < tokens.size and tokens.word[two.last] == "of":
            return False
    if one.unit is not None and two.unit is not None and one.unit.name != two.unit.name:
        both_money = one.unit.kind == "money" and two.unit.kind == "money"
        if not (both_money and (one.unit.ambiguous or two.unit.ambiguous)):
            return False
    if one.unit is not None and one.unit.kind in ("percent", "point") and two.unit is None:
        if joiner != "and":
            return False
    falling = high.value < low.value and low.scale == high.scale == ONE
    return not (joiner in _DASHES and falling and "between" not in tokens.word[max(0, one.first - 2) : one.first])
