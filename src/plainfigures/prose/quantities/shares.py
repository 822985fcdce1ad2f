"""Shares said as odds: "one in three", "two out of every five", "one over twenty"."""

from decimal import Decimal
from itertools import pairwise

from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns.nouns import walk
from plainfigures.prose.nouns.quantity import Quantity, bounds
from plainfigures.prose.numbers.asides import aside
from plainfigures.prose.quantities import qualifiers
from plainfigures.prose.quantities.amounts import Amount, amount_at
from plainfigures.prose.units.home import Home
from plainfigures.prose.units.units import noun_follows
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.number import HUNDRED, is_number, word_at
from plainfigures.prose.words.signs import ENDS, THEM
from plainfigures.prose.words.tokens import Tokens

_CENT = Decimal("0.01")
_JOINTS = ("in", "over")
_TENS = (10, 100)
# So many may be what a share is of, whatever is counted.
_FEW = 20
_THEM = THEM | {"whom"}
_WEIGHED = frozenset("ton tonne barrel bushel dollar pound euro rouble ruble franc mark".split())


def one_in(tokens: Tokens, one: Amount) -> Quantity | None:
    """The share that begins with an amount, in percent to two places; None where it is none."""
    value = one.number.value
    if value is None or not 0 < value < 100 or "." in tokens.word[one.number.first]:
        return None  # "12.4 out of 20" is a mark
    if one.unit is not None:
        return _of_money(tokens, one, value)
    j = _after_in(tokens, one.last)
    if j is None and one.number.words:
        k = _past_noun(tokens, one.last)
        out = tokens.word[k : k + 2] == ["out", "of"]
        if k and (out or tokens.at(k) == "in" or tokens.word[k : k + 2] == ["of", "every"]):
            return _with_whole(tokens, one, value, k + 1 + out)
    if j is None:
        return None
    every = tokens.at(j) == "every"
    j += every
    if not every and year_like(tokens.at(j)):
        return None  # "found one in 2021"
    if j >= tokens.size or not is_number(tokens.word[j]) or aside(tokens, j) is not None:
        return None
    whole = amount_at(tokens, j, Home(), j)
    of_unit = every or (tokens.at(one.last) == "out" and one.number.words)
    if whole is None or whole.number.value is None or (whole.unit is not None and not of_unit):
        return None
    total = whole.number.value
    hyphen = tokens.word[one.last] == "-"
    joint = tokens.word[one.last + hyphen]
    led = qualifiers.before(tokens, one.first)
    plain = (  # "more than 1 in 9 flights", but "lost 1 in 9 villages"
        value == 1
        and total <= 1000
        and (one.number.words or hyphen or led is not None or not noun_follows(tokens, whole.last))
    )
    if joint == "in" and (value == 1 or (total in _TENS and one.number.words)):
        plain = plain or tokens.at(whole.last) == "of" or _of_people(tokens, whole.last)
    if joint == "in" and total in _TENS and not one.number.words:  # "4 in 10 adults"
        noun = walk(tokens, whole.last, one=False)
        plain = plain or (noun is not None and noun.unit == "person")
    if joint == "in" and one.number.words and total <= _FEW and tokens.at(whole.last) == "of":
        of = tokens.at(whole.last + 1)
        noun = walk(tokens, whole.last + 2, one=False) if of in ("the", "those", "all") else None
        # "two in five of them", "three in four of the dead"; not "of the villages"
        plain = plain or of in _THEM or (noun is not None and noun.unit == "person")
    if led is not None and joint == "in" and one.number.words and total <= _FEW:
        plain = plain or _of_people(tokens, whole.last)  # "fewer than three in five voters"
    if one.number.words and joint == "in" and total <= _TENS[0] and one.first == tokens.head:
        plain = True  # "Two in five firms agree."
    if joint == "over":
        plain = (plain or one.number.words or one.first == 0) and tokens.at(whole.last) in ENDS
    if joint == "out":  # but "8 out of 112 returnees" are a part of those counted
        plain = total <= _FEW or total in _TENS or walk(tokens, whole.last, one=False) is None
    if total <= value or not (every or plain):
        return None
    return _share(one, whole, value / total, *(led or (one.first, "exact")))


def _share(one: Amount, whole: Amount, part: Decimal, start: int, qualifier: str) -> Quantity:
    q = Quantity(one.first, whole.last, start, whole.last, None, None, None, qualifier, "")
    return _as_share(q, part)


def every_nth(tokens: Tokens, i: int) -> Quantity | None:
    """ "every tenth ton of": the share of what is weighed or paid, by an ordinal at token `i`."""
    kind, value = word_at(tokens, i)
    if kind != "ordinal" or value < 2 or tokens.at(i + 1) not in _WEIGHED:
        return None
    return _as_share(Quantity(i, i + 1, i - 1, i + 1, None, None, None, "exact", ""), 1 / value)


def read_fronted(tokens: Tokens, quantities: list[Quantity]) -> None:
    """ "Out of every ten tons exported, *six* go to Chad": shares of a whole told before them."""
    for whole, q in pairwise(quantities):
        led = tokens.word[whole.phrase_first - 2 : whole.phrase_first] == ["of", "every"]
        bare = q.kind == "bare" and q.unit is None and whole.unit != "person"
        if led and bare and q.value and whole.value and q.value < whole.value <= HUNDRED:
            _as_share(q, q.value / whole.value)


def _as_share(q: Quantity, part: Decimal) -> Quantity:
    q.value = percent(part)
    q.low, q.high = bounds(q.value, q.qualifier)
    q.kind, q.unit, q.fraction = "percent", "percent", True
    return q


def _past_noun(tokens: Tokens, k: int) -> int:
    """The token behind a noun, or behind a word for what it is and the noun; 0 if none is there.

    "One | household in three", "four | poor people in five": what is counted stands between.
    """
    k += tag(tokens.at(k) or ".")[0] != "n" and tokens.at(k) not in (*_JOINTS, "of", "out")
    return k + 1 if tag(tokens.at(k) or ".")[0] == "n" else 0


def _with_whole(tokens: Tokens, one: Amount, value: Decimal, j: int) -> Quantity | None:
    """The share of which the whole begins at token `j`, in words and small."""
    j += tokens.at(j) == "every"
    if not is_number(tokens.at(j) or "."):
        return None
    whole = amount_at(tokens, j, Home(), j)
    if whole is None or whole.unit is not None or whole.number.value is None:
        return None
    total = whole.number.value
    if not (whole.number.words and value < total <= _FEW) or noun_follows(tokens, whole.last):
        return None
    return _share(one, whole, value / total, one.first, "exact")


def _of_money(tokens: Tokens, one: Amount, value: Decimal) -> Quantity | None:
    """ "One dollar in eight"."""
    if one.unit is None or one.unit.kind != "money" or value != 1 or not one.number.words:
        return None
    return _with_whole(tokens, one, value, one.last + 1) if tokens.at(one.last) == "in" else None


def percent(part: Decimal) -> Decimal:
    """A part of one in percent, to two places: a third is 33.33."""
    return (part * HUNDRED).quantize(_CENT)


def _after_in(tokens: Tokens, j: int) -> int | None:
    """The token after "in", "over" or "out of" at token `j`, or after "of" before "every"."""
    if tokens.at(j) == "of" and tokens.at(j + 1) == "every":
        return j + 1
    if tokens.at(j) == "out" and tokens.at(j + 1) == "of":
        return j + 2
    if tokens.word[j : j + 3] == ["-", "in", "-"]:  # "a one-in-twenty chance"
        return j + 3
    return j + 1 if tokens.at(j) in _JOINTS else None


def _of_people(tokens: Tokens, j: int) -> bool:
    """ "six in ten voters", "seven in ten say"; not "six in ten villages"."""
    noun = walk(tokens, j, one=False)
    return noun is None or noun.unit == "person"
