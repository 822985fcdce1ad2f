"""Amounts: a number with its sign and the currency or unit beside it."""

from dataclasses import dataclass
from decimal import Decimal

from plainfigures.prose.numbers import numbers
from plainfigures.prose.quantities import qualifiers
from plainfigures.prose.quantities.marks import is_mark
from plainfigures.prose.units.currencies import currency_after, currency_before
from plainfigures.prose.units.home import Home
from plainfigures.prose.units.units import POINTS, Unit, unit_after
from plainfigures.prose.words.digits import is_in_feet
from plainfigures.prose.words.lexicon import nouns, singular, tag, units
from plainfigures.prose.words.number import ONE, Number, is_cardinal, is_number, word_at
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_MILLION = Decimal(10) ** 6
_MINUS = frozenset(("minus", "negative"))
_ARTICLES = ("a", "an")
_POUNDS = ("pound", "pounds")
_MASS = frozenset(
    "weigh weighs weighed weighing weight heavy heavier lighter ounce ounces kilogram kilograms "
    "kilos kg lb lbs shed body bag bags tall feet inches muscle fat overweight diet dieting "
    "cups tablespoon tablespoons teaspoon teaspoons tbsp tsp flour".split()
)
_PARTS = frozenset(("half", "quarter"))
_PRICED = frozenset(
    "price prices priced cost costs paid pay pays worth money spent spend sold bought wage wages "
    "fee fees fine rent".split()
)
_OPENING, _OF_THE = frozenset(("(", "[", "=")), ["of", "the"]
_SHEDDING = frozenset("lose gain drop shed".split())
_LARGE = 4  # digits
_CENTS = frozenset("cent cents penny pence centavos".split())


@dataclass(slots=True)
class Amount:
    """Tokens first..last (exclusive) of a number and its currency or percent; `unit` may follow."""

    first: int
    last: int
    number: Number
    unit: Unit | None
    garbled: bool = False


def amount_at(
    tokens: Tokens, i: int, home: Home, floor: int = 0, summed: bool = False
) -> Amount | None:
    """The number at token `i` with the currency on either side or the unit after it.

    Nothing before token `floor` is taken in. `summed` says that it ends a range of sums.
    """
    money = currency_before(tokens, i, home) if i > floor else None
    if money is not None and money.first < floor:
        money = None
    number = numbers.parse(tokens, i, summed or money is not None)
    if number is None:
        return None
    first = _negated(tokens, money.first if money is not None else number.first, floor, number)
    begin = i if money is None else money.first
    marked = is_mark(tokens, begin, number.last)  # "crossed the 40,000 mark" is no money
    after = None if marked else currency_after(tokens, number.last, home)
    if money is not None:
        if after is not None and (after.name == money.name or money.shared):
            return Amount(first, after.last, number, after)
        return Amount(first, number.last, number, money)
    unit = None
    if after is not None and after.shared and tokens.word[after.last - 1] in _POUNDS:
        unit = _weight(tokens, number.last, after)
    if after is not None and unit is None:
        return _with_currency(tokens, first, number, after)
    unit = unit or _feet(tokens, number.last) or unit_after(tokens, number.last)
    if unit is None and (bounded := qualifiers.after(tokens, number.last)) is not None:
        unit = unit_after(tokens, bounded[0])  # "30+ minutes", "40 or so hectares"
    if number.vague and tokens.at(number.last) == "of":  # "hundreds of square miles"
        unit = unit_after(tokens, number.last + 1)
    if unit is None and (number.fraction or _is_tenths(tokens, number)):
        unit = _part_of_unit(tokens, number.last)
    if unit is None and tokens.at(i - 4) in ("a", "every") and tokens.word[i - 2 : i] == _OF_THE:
        spent = currency_after(tokens, i - 3, home)  # "every krone of the 900 million"
        unit = spent if spent is not None and spent.last == i - 2 else None
    last = unit.last if unit is not None and unit.kind in ("percent", "point") else number.last
    return Amount(first, last, number, unit)


def _part_of_unit(tokens: Tokens, i: int) -> Unit | None:
    """ "half an hour", "a quarter of a percentage point", "half a point"; not "half of the cup"."""
    of = tokens.at(i) == "of"
    k = i + of
    led = tokens.at(k) in _ARTICLES and (of or tokens.word[i - 1] == "half")
    k += led or tokens.at(k) == "-"  # "a quarter point", "a half-point cut"
    if tokens.at(k) in POINTS:
        return Unit(i, k + 1, "point", "unit")
    unit = unit_after(tokens, k) if led else None
    return None if unit is None or tokens.at(unit.last) == "'s" else unit


def _is_tenths(tokens: Tokens, number: Number) -> bool:
    """ "0.3 of a second", "0.5 of a percentage point": a part in digits."""
    part = tokens.at(number.last) == "of" and tokens.at(number.last + 1) in _ARTICLES
    return part and number.value is not None and 0 < number.value < 1


def _feet(tokens: Tokens, i: int) -> Unit | None:
    """The feet of "6'2", whose inches are in the number; a mark may close it."""
    if not is_in_feet(tokens.raw[i - 1]):
        return None
    return Unit(i, i + (tokens.at(i) == '"'), "foot", "unit")


def _weight(tokens: Tokens, i: int, money: Unit) -> Unit | None:
    """Pounds as a unit of mass or force ("275 pound-feet", "he weighs 150 pounds"), not money."""
    unit = unit_after(tokens, i)
    if unit is None or unit.last > money.last:
        return unit
    if tokens.at(i - 2) in _MASS or _is_of_goods(tokens, money.last):
        return unit  # "it weighs 14 pounds and costs $30"
    few = tokens.raw[i - 1].isdecimal() and len(tokens.raw[i - 1]) < _LARGE
    parts = tokens.at(i - 1) in _PARTS or is_cardinal(tokens, i - 1)
    if (few or parts) and _is_of_stuff(tokens, money.last):
        return unit  # "three pounds of nails", "a quarter pound of ham"
    if not _PRICED.isdisjoint(tokens.word):
        return None
    counted = tokens.at(i - 1)[-1].isnumeric() or tokens.at(i - 1) in _PARTS
    if tokens.word[money.first] == "-" and counted:  # "a 7-pound baby", "a quarter-pound bun"
        return unit if singular(tokens.at(money.last)) not in nouns("sum") else None
    if few and tokens.at(i - 2) in verb_forms(_SHEDDING):  # "she lost 30 pounds"
        return unit
    if not _MASS.isdisjoint(tokens.word):
        return unit
    if any(_is_of_goods(tokens, k + 1) for k, word in enumerate(tokens.word) if word in _POUNDS):
        return unit
    return unit if any("'" in raw and is_in_feet(raw) for raw in tokens.raw) else None


def _is_of_goods(tokens: Tokens, k: int) -> bool:
    """Whether goods follow pounds that end before token `k`: "4,000 pounds of frozen meat"."""
    near = [singular(one) for one in tokens.word[k + 1 : k + 4]]
    if tokens.at(k) != "of" or not nouns("gift").isdisjoint(near):
        return False
    return any(one in nouns("good") for one in near)


def _is_of_stuff(tokens: Tokens, k: int) -> bool:
    """Whether a thing, no money and no work done with it, follows a few pounds before token `k`."""
    near = {singular(one) for one in tokens.word[k + 1 : k + 3]}
    sums = nouns("gift") | nouns("sum") | nouns("means")
    named = tokens.at(k) == "of" and tag(tokens.at(k + 1) or ".")[0] in "na"
    return named and near.isdisjoint(sums)


def _negated(tokens: Tokens, first: int, floor: int, number: Number) -> int:
    """Take in a minus sign or word before the number; the first token with it."""
    word = tokens.word
    before = first - 1
    i = number.first - 1
    if first < i and word[i] == "-" and tokens.tight(i) and tokens.tight(i + 1):  # "$-50"
        number.value = None if number.value is None else -number.value
        return first
    if before < floor or number.value is None:
        return first
    if word[before] in _MINUS and word[max(0, before - 2) : before] == ["plus", "or"]:
        return before - 2  # "plus or minus 3 points"
    if word[before] in _MINUS:
        start = before
    elif word[before] == "-" and before > floor and word[before - 1] in _MINUS:
        start = before - 1
    elif word[before] == "-" and tokens.tight(first) and _is_loose(tokens, before):
        behind = tokens.at(number.last) or "."
        if before == 0 and tag(behind)[0] in "an" and singular(behind) not in units():
            return first  # "-900 dead": what marks an item of a list
        start = before
    else:
        return first
    number.value = -number.value
    return start


def _is_loose(tokens: Tokens, k: int) -> bool:
    """Whether a minus sign touches nothing before it but what opens a part: "(-5 degrees)"."""
    return not tokens.tight(k) or tokens.at(k - 1) in _OPENING


def _with_currency(tokens: Tokens, first: int, number: Number, unit: Unit) -> Amount:
    """Money whose currency stands after the number; "270€ million" has its scale after that."""
    last = unit.last
    if number.value is None:
        return Amount(first, last, number, unit)
    if number.scale == ONE and _in_millions(tokens.raw[last - 1], unit):
        number.scale = _MILLION
        number.value *= _MILLION
        return Amount(first, last, number, unit)
    if number.scale == ONE:
        kind, amount = word_at(tokens, last)
        if kind == "scale":
            number.scale = amount
            number.value *= amount
            return Amount(first, last + 1, number, unit, garbled=True)
        cents, last = _cents(tokens, last)
        number.value += cents
    return Amount(first, last, number, unit)


def _in_millions(raw: str, unit: Unit) -> bool:
    """Whether a currency is written with its scale ("MUSD")."""
    return len(raw) == 4 and raw[0] == "M" and raw[1:] == unit.name


def _cents(tokens: Tokens, last: int) -> tuple[Decimal, int]:
    """The cents after a currency: "thirteen dollars and forty-five cents", "15 dollars 50"."""
    none = Decimal(0), last
    k = last + 1 if tokens.at(last) == "and" else last
    if k >= tokens.size or not is_number(tokens.word[k]):
        return none
    small = numbers.parse(tokens, k)
    if small is None or small.value is None or small.value >= 100 or small.scale != ONE:
        return none
    after = tokens.at(small.last)
    if after in _CENTS:
        return small.value / 100, small.last + 1
    ends = k == last and after in ("", ".", ",")
    return (small.value / 100, small.last) if ends else none
