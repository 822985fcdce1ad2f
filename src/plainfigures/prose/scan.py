"""The scan of one sentence: every number composed with range, qualifier, unit and counted noun."""

from dataclasses import dataclass
from decimal import Decimal

from plainfigures.prose import asides, dates, nouns, qualifiers, units
from plainfigures.prose.amounts import Amount, amount_at, range_end
from plainfigures.prose.lexicon import numbers as number_words
from plainfigures.prose.numbers import ONE, Number, is_number
from plainfigures.prose.quantity import Aside, Quantity
from plainfigures.prose.sharing import share_units
from plainfigures.prose.tokens import Tokens
from plainfigures.prose.units import Home, Unit

_STARTERS = frozenset("a an several few many some couple countless untold".split())
_CHANGES = {
    "doubled": 100, "doubling": 100, "tripled": 200, "tripling": 200, "trebled": 200, "trebling": 200,
    "quadrupled": 300, "quadrupling": 300, "halved": 50, "halving": 50, "twofold": 100, "threefold": 200,
    "fourfold": 300, "fivefold": 400, "sixfold": 500, "tenfold": 900,
}  # fmt: skip
MULTIPLES = frozenset(_CHANGES)
_HUNDRED = Decimal(100)
_COUNTS_LEFT = frozenset("were was are is at to reached totalled totaled numbered".split())
_COUNT_NOUNS = frozenset("estimates estimate number numbers total toll count figure figures".split())


@dataclass(slots=True)
class Scan:
    """Everything numeric in one sentence: quantities, asides and dates, in order."""

    tokens: Tokens
    quantities: list[Quantity]
    asides: list[Aside]
    dates: list[dates.Date]


def scan(tokens: Tokens, country: str | None = None, currency: str | None = None) -> Scan:
    """Read every number token; `country` or `currency` settles signs such as a bare $."""
    home = Home(country, currency)
    found = dates.find(tokens)
    result = Scan(tokens, [], [], found)
    at_date = {date.first: date for date in found}
    word, n = tokens.word, tokens.size
    i = 0
    while i < n:
        date = at_date.get(i)
        if date is not None:
            result.asides.append(Aside(date.first, date.last, date.kind))
            i = date.last
        elif word[i] in MULTIPLES:
            result.quantities.append(_multiple(tokens, i))
            i += 1
        elif is_number(tokens, i):
            i = _number(result, i, home, at_date)
        elif word[i] in _STARTERS and i + 1 < n and _leads(word[i + 1]):
            quantity = _quantity(tokens, i, home, at_date)
            if quantity is not None:
                result.quantities.append(quantity)
            i = i + 1 if quantity is None else quantity.last
        else:
            i += 1
    share_units(tokens, result.quantities)
    return result


def _leads(word: str) -> bool:
    return word in number_words() or word in _STARTERS or word == "of"


def _number(result: Scan, i: int, home: Home, at_date: dict[int, dates.Date]) -> int:
    """Read the number token `i` as an aside or a quantity; the token to go on with."""
    tokens = result.tokens
    aside = asides.aside(tokens, i)
    if aside is not None:
        result.asides.append(Aside(i, aside[0], aside[1]))
        return aside[0]
    quantity = _quantity(tokens, i, home, at_date)
    if quantity is None:
        reason = "garbled" if tokens.word[i][0].isdecimal() else "idiom"
        result.asides.append(Aside(i, i + 1, reason))
        return i + 1
    result.quantities.append(quantity)
    return max(quantity.last, i + 1)


def _multiple(tokens: Tokens, i: int) -> Quantity:
    value = Decimal(_CHANGES[tokens.word[i]])
    left = qualifiers.before(tokens, i)
    start, qualifier = (i, "exact") if left is None else left
    return Quantity(i, i + 1, start, i + 1, value, *bounds(value, qualifier), qualifier, "multiple", "percent")


def bounds(value: Decimal | None, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    """The bounds that a qualifier gives a single value: (low, high)."""
    if qualifier == "exact":
        return value, value
    if qualifier in ("at_least", "more_than"):
        return value, None
    if qualifier in ("at_most", "less_than"):
        return None, value
    return None, None


def _quantity(
    tokens: Tokens, i: int, home: Home, at_date: dict[int, dates.Date]
) -> Quantity | None:
    one = amount_at(tokens, i, home)
    if one is None or not _prints(one.number.value):
        return None
    share = _one_in(tokens, one)
    if share is not None:
        return share
    two = range_end(tokens, one, home, at_date)
    quantity = _single(tokens, one) if two is None else _range(tokens, one, two)
    quantity.phrase_last = min(quantity.phrase_last, tokens.size)
    return quantity


def _prints(value: Decimal | None) -> bool:
    """Whether a double prints as the number read; else it is set aside, never rounded."""
    if value is None:
        return True
    return len(value.as_tuple().digits) <= 17 and abs(value) < Decimal(10) ** 21


def _one_in(tokens: Tokens, one: Amount) -> Quantity | None:
    """ "one in three", "two out of every five": a share, in percent."""
    word, n = tokens.word, tokens.size
    value = one.number.value
    if one.unit is not None or value is None or not 0 < value < 100 or one.last + 1 >= n:
        return None
    j = one.last
    if word[j] == "out" and word[j + 1] == "of":
        j += 2
    elif word[j] == "in":
        j += 1
    else:
        return None
    every = j < n and word[j] == "every"
    j += every
    if j >= n or not is_number(tokens, j) or asides.aside(tokens, j) is not None:
        return None
    whole = amount_at(tokens, j, Home(), j)
    if whole is None or whole.unit is not None or whole.number.value is None:
        return None
    total = whole.number.value
    if total <= value or not (every or word[one.last] == "out" or value == 1 and total <= 1000 and one.number.words):
        return None
    share = (value / total * _HUNDRED).quantize(Decimal("0.01"))
    left = qualifiers.before(tokens, one.first)
    start, qualifier = (one.first, "exact") if left is None else left
    return Quantity(
        one.first, whole.last, start, whole.last, share, *bounds(share, qualifier), qualifier,
        "percent", "percent", fraction=True,
    )  # fmt: skip


def _range(tokens: Tokens, one: Amount, two: Amount) -> Quantity:
    low, high = one.number.value, two.number.value
    assert low is not None and high is not None
    scale = two.number.scale
    if one.number.scale == ONE and scale > 1 and low * scale < high:
        low = low * scale  # "1.5-2 million"
    low, high = min(low, high), max(low, high)
    unit = two.unit if two.unit is not None else one.unit
    if one.unit is not None and unit is not None and unit.ambiguous and not one.unit.ambiguous:
        unit = one.unit
    start = one.first
    left = qualifiers.before(tokens, start)
    if left is not None:
        start = left[0]
    if start and tokens.word[start - 1] in ("between", "from"):
        start -= 1
    q = Quantity(one.first, two.last, start, two.last, None, low, high, "between", "bare")
    number = Number(one.first, two.last, None, fraction=one.number.fraction and two.number.fraction)
    _give_unit(tokens, q, unit, number)
    return q


def _single(tokens: Tokens, one: Amount) -> Quantity:
    number = one.number
    qualifier, start = ("vague" if number.vague else "exact"), one.first
    left = qualifiers.before(tokens, one.first)
    if left is not None:
        start = left[0]
        if not number.vague:
            qualifier = left[1]
    q = Quantity(
        one.first, one.last, start, one.last, number.value, None, None, qualifier, "bare",
        vague=number.vague, garbled=one.garbled,
    )  # fmt: skip
    _qualify_after(tokens, q, one.unit.last if one.unit is not None else one.last)
    q.low, q.high = bounds(q.value, q.qualifier)
    _give_unit(tokens, q, one.unit, number)
    return q


def _qualify_after(tokens: Tokens, q: Quantity, j: int) -> None:
    """ "or more", "or so", "at least" after the number, its unit or its noun."""
    if q.qualifier not in ("exact", "about"):
        return
    right = qualifiers.after(tokens, j)
    if right is not None and right[1] != "exact":
        q.qualifier = right[1]
        q.phrase_last = max(q.phrase_last, right[0])
        q.low, q.high = bounds(q.value, q.qualifier)


def _give_unit(tokens: Tokens, q: Quantity, unit: Unit | None, number: Number) -> None:
    """Give the quantity its currency, percent, unit or counted noun and the end of its phrase."""
    word, n = tokens.word, tokens.size
    q.estimated = "estimated" in word[max(0, q.phrase_first - 1) : q.first]
    q.fraction = number.fraction
    j = q.phrase_last
    if unit is not None:
        q.kind, q.unit = unit.kind, unit.name
        q.ambiguous_currency = unit.ambiguous
        q.phrase_last = max(q.phrase_last, unit.last)
        if unit.kind == "unit":
            q.attributive = word[unit.first] == "-"
            q.noun = nouns.Noun(max(unit.first, unit.last - 1), unit.last, unit.name, unit.name)
            if q.attributive and unit.last + 1 < n and word[unit.last] == "-":
                q.phrase_last = unit.last + 2
            elif not q.attributive:
                _qualify_after(tokens, q, unit.last)
        if unit.kind in ("unit", "money"):
            _rate(tokens, q, unit.last if unit.first >= q.last - 1 else q.last)
    elif q.fraction:
        _as_percent(q)
    elif j + 1 < n and word[j] == "-" and tokens.tight(j) and _hyphened(tokens, q, j):
        pass
    else:
        noun = nouns.walk(tokens, j, q.value == 1, q.vague)
        if noun is None:
            _left_noun(tokens, q)
            _rate(tokens, q, j)
            return
        q.kind, q.unit, q.noun = "noun", noun.unit, noun
        q.phrase_last = noun.last
        if noun.last < n and word[noun.last] in ("or", "and"):
            _qualify_after(tokens, q, noun.last)
        _rate(tokens, q, noun.last)


def _as_percent(q: Quantity) -> None:
    """A fraction without a unit of its own is a part in percent: a third is 33.33."""
    q.kind, q.unit = "percent", "percent"
    for name in ("value", "low", "high"):
        part: Decimal | None = getattr(q, name)
        if part is not None:
            setattr(q, name, (part * _HUNDRED).quantize(Decimal("0.01")))


def _hyphened(tokens: Tokens, q: Quantity, j: int) -> bool:
    """ "a 10,000-strong force", "six-cylinder engine": the noun after the hyphen counts."""
    word = tokens.word
    if word[j + 1] == "strong":
        noun = nouns.walk(tokens, j + 2, True)
        q.kind, q.unit, q.noun = "noun", "person", noun
        q.phrase_last = j + 2 if noun is None else noun.last
    else:
        noun = nouns.walk(tokens, j + 1, True) if word[j + 1].isalpha() else None
        if noun is None:
            return False
        head = nouns.singular(word[j + 1])
        q.kind, q.noun = "noun", nouns.Noun(j + 1, j + 2, head, nouns.unit_of(head))
        q.unit, q.phrase_last = q.noun.unit, j + 2
    q.attributive = True
    return True


def _left_noun(tokens: Tokens, q: Quantity) -> None:
    """ "the number of landmines is put at 3 million", "estimates of the dead were 25,000"."""
    word = tokens.word
    counts = q.phrase_first > 1 and word[q.phrase_first - 1] in _COUNTS_LEFT
    for k in range(q.first - 1, max(0, q.first - 22), -1):
        if word[k] in (";", "while") or (counts and word[k] == ","):
            return
        if word[k] == "of" and word[k - 1] in (_COUNT_NOUNS if counts else ("number", "numbers")):
            noun = nouns.walk(tokens, k + 1, False)
            if noun is not None and noun.last <= q.first:
                q.noun, q.unit, q.kind, q.inherited = noun, noun.unit, "noun", True
            return


def _rate(tokens: Tokens, q: Quantity, j: int) -> None:
    rate = units.rate_after(tokens, j, q.kind == "money")
    if rate is None:
        return
    last, name, over_time = rate
    q.rate, q.rate_over_time, q.rate_first = name, over_time, j
    if not over_time:
        q.unit = f"{q.unit} per {name}"
    q.phrase_last = max(q.phrase_last, last)
