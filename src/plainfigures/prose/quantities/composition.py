"""Composition: an amount, or the two of a range, with qualifier, unit and counted noun."""

from plainfigures.prose.nouns import nouns
from plainfigures.prose.nouns.coordination import coordinated_end, past_origin
from plainfigures.prose.nouns.heads import SPANS, Noun
from plainfigures.prose.nouns.quantity import Quantity, bounds
from plainfigures.prose.numbers.asides import aside
from plainfigures.prose.quantities import qualifiers
from plainfigures.prose.quantities.ages import is_age
from plainfigures.prose.quantities.amounts import Amount
from plainfigures.prose.quantities.marks import is_mark, passed
from plainfigures.prose.quantities.naming import describe, describes_one
from plainfigures.prose.quantities.pure import is_term, scale_before
from plainfigures.prose.quantities.shares import percent
from plainfigures.prose.quantities.spans import is_span
from plainfigures.prose.units.labels import NUMBER_NOUNS, read_label
from plainfigures.prose.units.magnitudes import QUAKES
from plainfigures.prose.units.units import Unit, rate_after
from plainfigures.prose.words.closed import DEFINITE
from plainfigures.prose.words.lexicon import coins, tag
from plainfigures.prose.words.lexicon import nouns as lexicon_nouns
from plainfigures.prose.words.number import TENS, is_number, lent
from plainfigures.prose.words.signs import AND_OR, CROSSES, OVER
from plainfigures.prose.words.tokens import DASHES, Tokens

_COUNTS_LEFT = frozenset("were was are is at to reached totalled totaled numbered".split())
_MOST = frozenset(("most", "fewest"))
_COUNT_NOUNS = NUMBER_NOUNS | frozenset(
    "estimates estimate total toll count figure figures".split()
)
_BOUNDING = frozenset("or and at give maximum minimum max approximately tops".split())
_STUFF = 4  # "of" and at most three words
_OF_MANY = frozenset(TENS) | {"lakh", "crore"}
_REACH = 22


def single(tokens: Tokens, one: Amount) -> Quantity:
    """The quantity of one amount."""
    number = one.number
    qualifier, start = ("vague" if number.vague else "exact"), one.first
    left = qualifiers.before(tokens, one.first)
    if left is not None:
        start = left[0]
        if not number.vague:
            qualifier = left[1]
    if qualifier == "exact" and "odd" in tokens.word[number.first : number.last]:
        qualifier = "about"  # "20-odd thousand"
    q = Quantity(one.first, one.last, start, one.last, number.value, None, None, qualifier, "bare")
    q.vague, q.garbled, q.fraction = number.vague, one.garbled, number.fraction
    last = one.last if one.unit is None else max(one.last, one.unit.last)
    parted = one.unit is not None and one.unit.first > one.number.last  # "40+ kg", "40 or so kg"
    _qualify_after(tokens, q, one.number.last if parted else last)
    q.low, q.high = bounds(q.value, q.qualifier)
    _give_unit(tokens, q, one.unit)
    if not q.attributive:
        _qualify_behind(tokens, q)
    if q.qualifier == "more_than" and is_span(tokens, q):
        q.qualifier, q.phrase_first = "exact", q.first
        q.low = q.high = q.value
    return q


def spanning(tokens: Tokens, one: Amount, two: Amount) -> Quantity:
    """The quantity of the two ends of a range."""
    low, high = one.number.value, two.number.value
    assert low is not None
    assert high is not None
    low *= lent(one.number, two.number, tokens.word[two.number.last - 1])
    start = one.first
    left = qualifiers.before(tokens, start)
    if left is not None:
        start = left[0]
    if tokens.at(start - 1) in ("between", "from"):
        start -= 1
    ends = min(low, high), max(low, high)
    q = Quantity(one.first, two.last, start, two.last, None, *ends, "between", "bare")
    q.fraction = one.number.fraction and two.number.fraction
    _give_unit(tokens, q, _common(one.unit, two.unit))
    return q


def around(tokens: Tokens, one: Amount, margin: Amount) -> Quantity:
    """The quantity of an amount with its tolerance: what lies between the two is stated."""
    middle, width = one.number.value, margin.number.value
    assert middle is not None
    assert width is not None
    left = qualifiers.before(tokens, one.first)
    start = one.first if left is None else left[0]
    ends = middle - width, middle + width
    q = Quantity(one.first, margin.last, start, margin.last, None, *ends, "between", "bare")
    _give_unit(tokens, q, _common(one.unit, margin.unit))
    return q


def _common(one: Unit | None, two: Unit | None) -> Unit | None:
    """The unit of a range: that of its second end, where the first does not name it better."""
    if one is None or two is None:
        return one or two
    return one if two.shared and not one.shared else two


def _qualify_after(tokens: Tokens, q: Quantity, j: int) -> None:
    """ "or more", "or so", "at least" after the number, its unit or its noun."""
    if q.qualifier not in ("exact", "about"):
        return
    described = tag(tokens.at(j) or ".")[0] == "a" and tokens.at(j + 1) == "at"
    right = qualifiers.after(tokens, j + described)  # "40 percent | complete | at most"
    if right is not None and right[1] != "exact":
        q.qualifier = right[1]
        q.phrase_last = q.phrase_last if described else max(q.phrase_last, right[0])
        q.low, q.high = bounds(q.value, q.qualifier)


def _qualify_behind(tokens: Tokens, q: Quantity) -> None:
    """ "9 tonnes or more", "$4 a head at least", "20 bottles of wine or less"."""
    j = q.phrase_last
    stuff = tokens.word[j + 1 : j + _STUFF] if tokens.at(j) == "of" else []
    j += next((k for k, word in enumerate(stuff, 1) if word in _BOUNDING), 0)
    if q.kind == "unit" or tokens.at(j) in _BOUNDING:
        _qualify_after(tokens, q, j)


def _give_unit(tokens: Tokens, q: Quantity, unit: Unit | None) -> None:
    """Give the quantity its currency, percent, unit or counted noun and the end of its phrase."""
    j = q.phrase_last
    if unit is not None:
        _take_unit(tokens, q, unit)
    elif q.fraction:
        _as_percent(q)
    elif not _hyphened(tokens, q, j):
        _count(tokens, q, j)
    q.phrase_last = min(q.phrase_last, tokens.size)


def _take_unit(tokens: Tokens, q: Quantity, unit: Unit) -> None:
    q.kind, q.unit = unit.kind, unit.name
    q.ambiguous_currency = unit.ambiguous
    q.phrase_last = max(q.phrase_last, unit.last)
    if unit.kind == "unit":
        q.attributive = tokens.word[unit.first] == "-"
        q.noun = Noun(max(unit.first, unit.last - 1), unit.last, unit.name, unit.name)
        if q.attributive and tokens.at(unit.last) == "-" and unit.last + 1 < tokens.size:
            q.phrase_last = unit.last + 2
    if unit.kind in ("unit", "money"):
        after = unit.last if unit.first >= q.last - 1 else q.last
        _rate(tokens, q, after + (tokens.at(after) == "+"))  # "$20+ a month"


def _as_percent(q: Quantity) -> None:
    """A fraction without a unit of its own is a part in percent: a third is 33.33."""
    q.kind, q.unit = "percent", "percent"
    q.value = None if q.value is None else percent(q.value)
    q.low = None if q.low is None else percent(q.low)
    q.high = None if q.high is None else percent(q.high)


def _hyphened(tokens: Tokens, q: Quantity, j: int) -> bool:
    """ "a 10,000-strong force", "six-cylinder engine": the noun after the hyphen counts."""
    word = tokens.word
    if tokens.at(j) != "-" or j + 1 >= tokens.size:
        return False
    if not tokens.tight(j) and not _torn(tokens, q, j):
        return False
    if word[j + 1] == "strong":
        noun = nouns.walk(tokens, j + 2, True)
        q.kind, q.unit, q.noun = "noun", "person", noun
        q.phrase_last = j + 2 if noun is None else noun.last
    elif (
        word[j + 1].isalpha()
        and word[j + 1] not in {*AND_OR, *OVER}
        and nouns.walk(tokens, j + 1, True) is not None
    ):
        describe(tokens, q, j + 1)
        _rate(tokens, q, j + 2)
    else:
        return False
    q.attributive = True
    return True


def _torn(tokens: Tokens, q: Quantity, j: int) -> bool:
    """ "the two - door version": a hyphen torn from both its words."""
    if j + 2 >= tokens.size or tokens.tight(j + 1) or q.value == 1:
        return False
    kinds = tag(tokens.word[j + 1]), tag(tokens.word[j + 2])
    return kinds[0] == "n" and kinds[1].startswith("n")


def _count(tokens: Tokens, q: Quantity, j: int) -> None:
    """Give the noun that begins at token `j` or, where none does, one counted on the left."""
    if tokens.at(j) == "of" and tokens.word[j - 1].rstrip("s") in _OF_MANY:  # "two score of nails"
        j += tokens.at(j + 1) not in DEFINITE
    if is_age(tokens, q):
        q.kind, q.unit = "unit", "year"
        return
    scale = scale_before(tokens, q.phrase_first - 1)
    if scale is not None:
        q.kind, q.unit = "unit", scale
        return
    if is_mark(tokens, q.first, j):
        q.qualifier = passed(tokens, q.first) or q.qualifier
        q.low, q.high = bounds(q.value, q.qualifier)
        q.phrase_last = j + 1
        return
    if describes_one(tokens, q, j):
        describe(tokens, q, j)
        return
    noun = None if is_term(tokens, q) else nouns.walk(tokens, j, q.value == 1, q.vague)
    if noun is not None and tokens.at(j) == "of" and _is_whole(tokens, noun):
        noun = None
    if noun is None:
        noun = _past_model(tokens, q, j)
    if noun is None:
        _left_noun(tokens, q)
        if tokens.at(q.phrase_first - 1) != "=":  # "n = 12 per group"
            _rate(tokens, q, j)
        return
    if noun.head in QUAKES and "." in tokens.raw[q.first]:  # "a 5.8 quake"
        q.kind, q.unit = "unit", "magnitude"
        return
    q.kind, q.unit, q.noun = "noun", noun.unit, noun
    noun.whole = coordinated_end(tokens, noun, q.phrase_first)
    q.phrase_last = noun.origin = past_origin(tokens, noun, q.phrase_first)
    _rate(tokens, q, noun.whole)


def _is_whole(tokens: Tokens, noun: Noun) -> bool:
    """ "than the 940 of the same *half* of 2024", "90 million of the first *instalment*"."""
    word = tokens.word[noun.last - 1]
    sums = word in lexicon_nouns("gift") or word in lexicon_nouns("sum")
    return noun.head in SPANS or (word == noun.head and sums)


def _past_model(tokens: Tokens, q: Quantity, j: int) -> Noun | None:
    """ "two new 737 Max jets": what is counted stands after the number of its model."""
    k = j + 1 if tag(tokens.at(j)).startswith("a") else j
    if not tokens.at(k).isdecimal() or not tokens.capital(k + 1) or aside(tokens, k) is None:
        return None
    noun = nouns.walk(tokens, k + 1, q.value == 1)
    return None if noun is None or noun.first != k + 1 else noun


def _left_noun(tokens: Tokens, q: Quantity) -> None:
    """ "the number of landmines is put at 3 million", "estimates of the dead were 25,000"."""
    word = tokens.word
    if tokens.at(q.last) in CROSSES:
        return  # "Dimensions: 30 x 20 cm"
    sign = word[q.phrase_first - 1]
    if q.phrase_first > 1 and (sign == ":" or (sign in DASHES and q.last == tokens.size)):
        read_label(tokens, q)
        return
    counts = q.phrase_first > 1 and word[q.phrase_first - 1] in _COUNTS_LEFT
    for k in range(q.first - 1, max(0, q.first - _REACH), -1):
        if word[k] in (";", "while") or (counts and word[k] == ","):
            return
        if word[k] == "," and _counts_others(tokens, k + 1, q.first):
            return  # "despite the number of returns, 4 million are away, including 2 million in"
        most = sign == "," and word[k] in _MOST  # "the north yielded the *most mines*, 4,118"
        if most or (word[k] == "of" and word[k - 1] in (_COUNT_NOUNS if counts else NUMBER_NOUNS)):
            noun = nouns.walk(tokens, k + 1, False)
            if noun is not None and noun.last <= q.first - most:
                q.noun, q.unit, q.kind, q.inherited = noun, noun.unit, "noun", True
            return


def _counts_others(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number with a noun of its own stands in tokens first..last."""
    return any(
        is_number(tokens.word[k]) and nouns.walk(tokens, k + 1, False) is not None
        for k in range(first, last)
    )


def _rate_of(tokens: Tokens, j: int) -> tuple[int, tuple[int, str, bool] | None]:
    """The rate over time after the few words of what is measured, and the token of it."""
    for k in range(j + 1, min(tokens.size, j + 4)):
        if not tokens.word[k - 1].isalpha() or is_number(tokens.word[k - 1]):
            break
        rate = rate_after(tokens, k)
        if rate is not None:
            near = tokens.word[k] == "per" and k < j + 3  # "46 grams of gold per tonne"
            return k, rate if rate[2] or near else None
    return j, None


def _rate(tokens: Tokens, q: Quantity, j: int) -> None:
    """Give the rate at token `j`, or after what is measured ("2 litres of milk a day")."""
    price = q.kind == "money" or q.unit in coins()
    rate = rate_after(tokens, j, price)
    if rate is None and q.kind in ("unit", "noun") and tokens.at(j) == "of":
        j, rate = _rate_of(tokens, j + 1)
    if rate is None:
        return
    j += tokens.word[j] == "-"
    last, name, over_time = rate
    q.rate, q.rate_over_time, q.rate_first, q.rate_last = name, over_time, j, last
    if not over_time:
        q.unit = f"per {name}" if q.unit is None else f"{q.unit} per {name}"
    q.phrase_last = max(q.phrase_last, last)
