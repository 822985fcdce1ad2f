"""The scan of one sentence: numbers composed with units, nouns, ranges and qualifiers."""

from dataclasses import dataclass
from decimal import Decimal

from plainfigures.prose import asides, dates, nouns, numbers, qualifiers, units
from plainfigures.prose.lexicon import numbers as number_words
from plainfigures.prose.numbers import Number
from plainfigures.prose.quantity import Aside, Quantity
from plainfigures.prose.tokens import Tokens
from plainfigures.prose.units import Home, Unit

_STARTERS = frozenset("a an several few many some couple countless untold".split())
_MULTIPLES = {"doubled": 100, "tripled": 200, "trebled": 200, "quadrupled": 300, "halved": 50,
              "doubling": 100, "tripling": 200, "trebling": 200, "quadrupling": 300, "halving": 50}  # fmt: skip
_FOLDS = {
    "twofold": 100,
    "threefold": 200,
    "fourfold": 300,
    "fivefold": 400,
    "sixfold": 500,
    "tenfold": 900,
}
MULTIPLES = frozenset((*_MULTIPLES, *_FOLDS))
_CHANGE_FROM = frozenset(
    "rose risen rise rises rising fell fallen fall falls falling increased increase increases increasing decreased "
    "decrease decreases decreasing grew grown grow grows growing dropped drop drops dropping declined decline "
    "declines jumped soared climbed surged plunged slumped slid up down went gone raised cut reduced lowered "
    "boosted expanded shrank shrunk doubled tripled improved widened narrowed slipped shot advanced dipped".split()
)
_HUNDRED = Decimal(100)


@dataclass(slots=True)
class Scan:
    """Everything numeric in one sentence: quantities, asides and dates, in order."""

    tokens: Tokens
    quantities: list[Quantity]
    asides: list[Aside]
    dates: list[dates.Date]


@dataclass(slots=True)
class _Amount:
    """A number with its currency or unit, before ranges and nouns are tried."""

    first: int
    last: int
    number: Number
    unit: Unit | None
    garbled: bool = False
    negative: bool = False


def scan(tokens: Tokens, country: str | None = None, currency: str | None = None) -> Scan:
    """Read every number token; `country` or `currency` settles signs such as a bare $."""
    home = Home(country, currency)
    found = dates.find(tokens)
    result = Scan(tokens, [], [], found)
    at_date = {date.first: date for date in found}
    word, n = tokens.word, tokens.size
    table = number_words()
    i = 0
    while i < n:
        date = at_date.get(i)
        if date is not None:
            result.asides.append(Aside(date.first, date.last, date.kind))
            i = date.last
            continue
        w = word[i]
        lead = w[0]
        if w in MULTIPLES:
            result.quantities.append(_multiple(tokens, i))
            i += 1
            continue
        numeric = lead.isdecimal() or w in table or (len(w) == 1 and w.isnumeric())
        if not numeric and w not in _STARTERS:
            i += 1
            continue
        if (
            not numeric
            and i + 1 < n
            and not (word[i + 1] in table or word[i + 1] in _STARTERS or word[i + 1] == "of")
        ):
            i += 1
            continue
        if numeric:
            aside = asides.aside(tokens, i)
            if aside is not None:
                result.asides.append(Aside(i, aside[0], aside[1]))
                i = aside[0]
                continue
        quantity = _quantity(tokens, i, home, at_date)
        if quantity is None:
            if numeric:
                result.asides.append(Aside(i, i + 1, "garbled" if lead.isdecimal() else "idiom"))
            i += 1
            continue
        quantity.phrase_last = min(quantity.phrase_last, n)
        result.quantities.append(quantity)
        i = max(quantity.last, i + 1)
    _share_units(result)
    return result


def _multiple(tokens: Tokens, i: int) -> Quantity:
    value = Decimal(_MULTIPLES.get(tokens.word[i]) or _FOLDS[tokens.word[i]])
    start, qualifier = i, "exact"
    left = qualifiers.before(tokens, i)
    if left is not None:
        start, qualifier = left
    low, high = _bounds(value, qualifier)
    return Quantity(i, i + 1, start, i + 1, value, low, high, qualifier, "multiple", "percent")


def _bounds(value: Decimal | None, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    if qualifier == "exact":
        return value, value
    if qualifier in ("at_least", "more_than"):
        return value, None
    if qualifier in ("at_most", "less_than"):
        return None, value
    return None, None


def _amount(tokens: Tokens, i: int, home: Home, floor: int) -> _Amount | None:
    """The number at token `i` with the currency on either side or the unit after it."""
    word, n = tokens.word, tokens.size
    money = units.currency_before(tokens, i, home) if i > floor else None
    first = i
    negative = False
    if money is not None and money.first >= floor:
        first = money.first
    else:
        money = None
    sign = first - 1
    if sign >= floor and word[sign] == "-" and tokens.tight(first) and not tokens.tight(sign):
        if sign == 0 or word[sign - 1] not in ("-",):
            negative, first = True, sign
    number = numbers.parse(tokens, i, money is not None)
    if number is None:
        return None
    garbled = False
    if money is not None:
        after = units.currency_after(tokens, number.last, home)
        last = number.last
        if after is not None and (after.name == money.name or money.ambiguous):
            money, last = after, after.last
        return _Amount(first, last, number, money, negative=negative)
    after = units.currency_after(tokens, number.last, home)
    if after is not None:
        last = after.last
        # "270€ million": the scale word comes after the sign
        if number.scale == 1 and last < n:
            entry = number_words().get(word[last])
            if entry is not None and entry[0] == "scale" and number.value is not None:
                scale = Decimal(entry[1])
                number.value, number.scale = number.value * scale, scale
                last += 1
                garbled = True
        return _Amount(first, last, number, after, garbled, negative)
    unit = units.unit_after(tokens, number.last)
    if unit is not None and unit.kind in ("percent", "point"):
        return _Amount(first, unit.last, number, unit, negative=negative)
    return _Amount(first, number.last, number, unit, negative=negative)


def _quantity(
    tokens: Tokens, i: int, home: Home, at_date: dict[int, dates.Date]
) -> Quantity | None:
    floor = 0
    one = _amount(tokens, i, home, floor)
    if one is None:
        return None
    two = None
    if not one.number.vague:
        two = _range_end(tokens, one, home, at_date)
    if two is None:
        return _single(tokens, one)
    return _range(tokens, one, two)


def _range_end(
    tokens: Tokens, one: _Amount, home: Home, at_date: dict[int, dates.Date]
) -> _Amount | None:
    """The other end of a range that starts with `one`, when the words join them."""
    word, n = tokens.word, tokens.size
    j = one.last
    if one.unit is not None and one.unit.kind == "unit":
        j = one.unit.last
    if j >= n:
        return None
    joiner = word[j]
    k = j + 1
    if joiner in ("-", "\u2013", "~"):
        if tokens.tight(j) != (k < n and tokens.tight(k)):
            return None
        if joiner == "-" and not tokens.tight(j) and one.number.words:
            return None
        if k < n and word[k] == "-":
            return None
    elif joiner in ("to", "through", "until"):
        left = _left_words(tokens, one.first, 2)
        if joiner == "until" or (joiner == "to" and any(w in _CHANGE_FROM for w in left)):
            return None
        if joiner == "to" and "from" in left and _change_near(tokens, one.first):
            return None
        if k < n and word[k] == "a" and k + 1 < n and word[k + 1] not in number_words():
            return None
    elif joiner == "and":
        if "between" not in _left_words(tokens, one.first, 3):
            return None
    elif joiner == "or":
        pass
    else:
        return None
    while k < n and word[k] in (
        "about",
        "around",
        "as",
        "many",
        "much",
        "up",
        "to",
        "even",
        "over",
        "some",
    ):
        k += 1
        if k - j > 4:
            return None
    if k >= n or k in at_date and joiner not in ("-", "\u2013"):
        return None
    start = k
    # step over a currency sign that stands before the second number
    while k < n and k - start < 3 and not (numbers.is_number(tokens, k) or word[k] == "a"):
        if word[k].isalpha() and len(word[k]) > 4:
            return None
        k += 1
    if k >= n or not (numbers.is_number(tokens, k) or word[k] == "a") or k in at_date:
        return None
    if asides.aside(tokens, k) is not None and not (
        joiner in ("-", "\u2013") and word[k][0].isdecimal() and k == start and len(word[k]) < 9
    ):
        return None
    two = _amount(tokens, k, home, start)
    if two is None or two.number.vague or two.number.value is None or one.number.value is None:
        return None
    if k != start and (two.unit is None or two.unit.first != start):
        return None
    if joiner == "or":
        small = two.number.value - one.number.value
        if (
            not (0 < small <= 3 or 0 < small <= one.number.value)
            or one.unit is not None
            or two.number.scale != one.number.scale
        ):
            return None
        if two.number.fraction or one.number.fraction or word[two.last : two.last + 1] in (["of"],):
            return None
    if one.unit is not None and two.unit is not None and one.unit.name != two.unit.name:
        same_money = one.unit.kind == "money" and two.unit.kind == "money"
        if not (same_money and (one.unit.ambiguous or two.unit.ambiguous)):
            return None
    if (
        one.unit is not None
        and one.unit.kind in ("percent", "point")
        and two.unit is None
        and joiner != "and"
    ):
        return None
    if (
        joiner in ("-", "\u2013")
        and one.number.scale == 1
        and two.number.value < one.number.value
        and two.number.scale == 1
    ):
        if one.unit is None or "between" not in _left_words(tokens, one.first, 2):
            return None
    return two


def _left_words(tokens: Tokens, first: int, reach: int) -> list[str]:
    return tokens.word[max(0, first - reach) : first]


def _change_near(tokens: Tokens, first: int) -> bool:
    return any(w in _CHANGE_FROM for w in tokens.word[max(0, first - 8) : first])


def _range(tokens: Tokens, one: _Amount, two: _Amount) -> Quantity:
    low, high = one.number.value, two.number.value
    assert low is not None and high is not None
    scale = two.number.scale
    if one.number.scale == 1 and scale > 1 and low * scale < high:
        low = low * scale
    unit = two.unit if two.unit is not None else one.unit
    if one.unit is not None and unit is not None and unit.ambiguous and not one.unit.ambiguous:
        unit = one.unit
    if one.negative:
        low = -low
    if low > high:
        low, high = high, low
    first = one.first
    start = first
    if first and tokens.word[first - 1] in ("between", "from"):
        start = first - 1
    elif (
        first >= 2
        and tokens.word[first - 2] in ("between", "from")
        and tokens.word[first - 1] in ("about", "around", "approximately", "some", "roughly")
    ):
        start = first - 2
    left = qualifiers.before(tokens, start)
    if left is not None:
        start = left[0]
    number = two.number
    fraction = two.number.fraction and one.number.fraction
    return _finish(
        tokens, first, two.last, start, None, low, high, "between", unit, number, fraction, False
    )


def _single(tokens: Tokens, one: _Amount) -> Quantity:
    number = one.number
    value = number.value
    if value is not None and one.negative:
        value = -value
    qualifier, start = ("vague" if number.vague else "exact"), one.first
    left = qualifiers.before(tokens, one.first)
    last = one.last
    if left is not None:
        start = left[0]
        if not number.vague:
            qualifier = left[1]
    if not number.vague:
        reach = one.unit.last if one.unit is not None else one.last
        right = qualifiers.after(tokens, reach)
        if right is not None and (right[1] != "exact"):
            if qualifier in ("exact", "about"):
                qualifier = right[1]
            last = right[0] if reach == one.last else last
    low, high = _bounds(value, qualifier)
    quantity = _finish(
        tokens,
        one.first,
        one.last,
        start,
        value,
        low,
        high,
        qualifier,
        one.unit,
        number,
        number.fraction,
        number.vague,
        max(last, one.last),
    )
    quantity.garbled = one.garbled
    return quantity


def _finish(
    tokens: Tokens, first: int, last: int, start: int, value: Decimal | None, low: Decimal | None,
    high: Decimal | None, qualifier: str, unit: Unit | None, number: Number, fraction: bool, vague: bool,
    reach: int = 0,
) -> Quantity:  # fmt: skip
    """Give the amount its unit or its counted noun and the end of its phrase."""
    word, n = tokens.word, tokens.size
    q = Quantity(
        first,
        last,
        start,
        max(last, reach),
        value,
        low,
        high,
        qualifier,
        "bare",
        vague=vague,
        fraction=fraction,
    )
    q.estimated = "estimated" in word[max(0, start - 1) : first]
    j = max(last, reach)
    if unit is not None and unit.kind in ("money", "percent", "point"):
        q.kind, q.unit = unit.kind, unit.name
        q.ambiguous_currency = unit.ambiguous
        j = max(j, unit.last)
        if unit.kind == "money":
            _rate(tokens, q, j)
        else:
            q.phrase_last = j
        return q
    one = value == 1
    if unit is not None:
        q.kind, q.unit = "unit", unit.name
        j = unit.last
        right = qualifiers.after(tokens, j)
        if right is not None and q.qualifier in ("exact", "about") and right[1] != "exact":
            q.qualifier, j = right[1], right[0]
            q.low, q.high = _bounds(value, q.qualifier)
        q.phrase_last = max(q.phrase_last, j)
        q.attributive = word[unit.first] == "-"
        q.noun = nouns.Noun(
            unit.last - 1 if unit.last - 1 >= unit.first else unit.first,
            unit.last,
            unit.name,
            unit.name,
        )
        if q.attributive and j < n and word[j] == "-" and j + 1 < n:
            q.phrase_last = j + 2
        _rate(tokens, q, j)
        return q
    if fraction and number.fraction:
        if q.value is not None:
            q.value = _percent(q.value)
            q.low, q.high = _bounds(q.value, q.qualifier)
        else:
            q.low = None if q.low is None else _percent(q.low)
            q.high = None if q.high is None else _percent(q.high)
        q.kind, q.unit = "percent", "percent"
        return q
    if j < n and word[j] == "-" and tokens.tight(j) and j + 1 < n:
        if word[j + 1] == "strong":
            q.attributive = True
            q.phrase_last = j + 2
            noun = nouns.walk(tokens, j + 2, True)
            q.kind, q.unit = "noun", "person"
            if noun is not None:
                q.noun, q.phrase_last = noun, noun.last
            return q
        noun = nouns.walk(tokens, j + 1, True) if word[j + 1].isalpha() else None
        if noun is not None:
            q.attributive = True
            q.kind = "noun"
            head = nouns.singular(word[j + 1])
            q.noun = nouns.Noun(j + 1, j + 2, head, nouns.unit_of(head))
            q.unit = q.noun.unit
            q.phrase_last = j + 2
            return q
    noun = nouns.walk(tokens, j, one, vague)
    if noun is not None:
        q.kind, q.unit, q.noun = "noun", noun.unit, noun
        q.phrase_last = noun.last
        right = qualifiers.after(tokens, noun.last)
        if (
            right is not None
            and q.qualifier in ("exact", "about")
            and right[1] not in ("exact", "about")
            and word[noun.last] in ("or", "and")
        ):
            q.qualifier, q.phrase_last = right[1], right[0]
            q.low, q.high = _bounds(value, q.qualifier)
        _rate(tokens, q, noun.last)
        return q
    _left_noun(tokens, q)
    _rate(tokens, q, j)
    return q


def _percent(value: Decimal) -> Decimal:
    return (value * _HUNDRED).quantize(Decimal("0.01")).normalize() if value != 1 else _HUNDRED


def _left_noun(tokens: Tokens, q: Quantity) -> None:
    """ "the number of landmines is put at 3 million": look left for "number of"."""
    word = tokens.word
    j = q.phrase_first - 1
    if j > 1 and word[j] in ("were", "was", "are", "is", "at", "to", "reached", "totalled", "totaled", "numbered"):
        _left_counts(tokens, q, j)
        if q.noun is not None:
            return
    for j in range(q.first - 2, max(-1, q.first - 22), -1):
        if word[j] in ("number", "numbers", "total", "toll") and word[j + 1] == "of":
            noun = nouns.walk(tokens, j + 2, False)
            if noun is not None and noun.last <= q.first:
                q.noun, q.unit, q.kind = noun, noun.unit, "noun"
                q.inherited = True
            return


def _left_counts(tokens: Tokens, q: Quantity, j: int) -> None:
    """ "estimates of dead combatants were 25,000", "deaths reached 300": the subject counts."""
    word = tokens.word
    for k in range(j, max(-1, j - 14), -1):
        if word[k] in (",", ";", "while", "that"):
            return
        if word[k] == "of" and k and word[k - 1] in ("estimates", "estimate", "number", "numbers", "total", "toll", "count", "figure", "figures"):
            noun = nouns.walk(tokens, k + 1, False)
            if noun is not None and noun.last <= q.first:
                q.noun, q.unit, q.kind, q.inherited = noun, noun.unit, "noun", True
            return


def _rate(tokens: Tokens, q: Quantity, j: int) -> None:
    rate = units.rate_after(tokens, j)
    if rate is None:
        return
    last, name, over_time = rate
    q.rate, q.rate_over_time, q.rate_first = name, over_time, j
    if not over_time:
        q.unit = f"{q.unit} per {name}"
    q.phrase_last = max(q.phrase_last, last)


def _share_units(result: Scan) -> None:
    """A bare number takes the unit of the nearest parallel quantity of its list."""
    quantities = result.quantities
    word = result.tokens.word
    for index, q in enumerate(quantities):
        if q.kind != "bare":
            continue
        before = quantities[index - 1] if index else None
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        if (
            after is not None
            and after.kind in ("noun", "unit", "percent", "money")
            and _only_list(word, q.phrase_last, after.phrase_first)
        ):
            q.unit, q.noun, q.inherited = after.unit, after.noun, True
            if after.kind in ("percent", "unit") or (after.kind == "money"):
                q.kind = after.kind
            continue
        if before is not None and before.kind != "bare" and before.kind != "multiple":
            between = word[before.phrase_last : q.phrase_first]
            if len(between) <= 14 and ";" not in between:
                q.unit, q.noun, q.inherited = before.unit, before.noun, True
                q.kind = before.kind if before.kind != "noun" else "bare"


def _only_list(word: list[str], first: int, last: int) -> bool:
    return all(w in (",", "and", "or", "to", "/", "-", "\u2013") for w in word[first:last])
