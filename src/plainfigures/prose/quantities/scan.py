"""The scan of one sentence: every number token read as part of a quantity or as an aside."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from plainfigures.prose.dates import dates
from plainfigures.prose.dates.date import Date
from plainfigures.prose.nouns.quantity import Aside, Quantity, bounds
from plainfigures.prose.numbers.asides import aside
from plainfigures.prose.numbers.numbers import parse
from plainfigures.prose.quantities import composition, qualifiers
from plainfigures.prose.quantities.amounts import amount_at
from plainfigures.prose.quantities.brackets import past_repeat, take_behind
from plainfigures.prose.quantities.halves import join_parts
from plainfigures.prose.quantities.leads import lead
from plainfigures.prose.quantities.limits import join_limits
from plainfigures.prose.quantities.points import read_points
from plainfigures.prose.quantities.ranges import range_end
from plainfigures.prose.quantities.shares import every_nth, one_in, read_fronted
from plainfigures.prose.quantities.sharing import share_units
from plainfigures.prose.quantities.tolerances import tolerance
from plainfigures.prose.units.home import Home
from plainfigures.prose.words import lexicon
from plainfigures.prose.words.helpers import BEFORE_VERB
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.number import has_digits, is_number
from plainfigures.prose.words.tables import table
from plainfigures.prose.words.tokens import Tokens

_STARTERS = frozenset("a an several few many some couple countless untold".split())
_ESTIMATING = frozenset("estimate estimates estimated estimating".split())
_LED = frozenset(("that", "to"))
_MANY = frozenset(("hundred", "thousand", "million", "billion"))
_DIGITS = 17
_TOO_MUCH = Decimal(10) ** 27  # below what a Decimal divides exactly


@dataclass(slots=True)
class Scan:
    """Everything numeric in one sentence: quantities, asides and dates, in order.

    `numbers` are the number tokens.
    """

    tokens: Tokens
    quantities: list[Quantity]
    asides: list[Aside]
    dates: list[Date]
    numbers: list[int]

    @property
    def counted(self) -> frozenset[int]:
        """The tokens in the phrases of quantities."""
        return frozenset(k for q in self.quantities for k in range(q.phrase_first, q.phrase_last))


def scan(tokens: Tokens, home: Home | None = None) -> Scan:
    """Read every number token; `home` settles signs such as a bare $."""
    return _Scanner(tokens, home or Home()).run()


@cache
def multiples() -> dict[str, Decimal]:
    """The verbs and adverbs that multiply -> the change in percent: "doubled" is 100."""
    return {word: Decimal(percent) for word, percent in table("multiples.tsv")}


# What multiplies as a verb alone, as its form in -d always does.
_TO_MULTIPLY = frozenset("double triple treble quadruple quintuple".split())
_HOW_FAR = frozenset("again more than nearly almost roughly about at least thus even".split())
# Which way degrees are counted from zero.
_FROM_ZERO = {"below": -1, "above": 1}
_DATE = kind(dates.words, dates.begins)
_NUMBER = kind(lexicon.numbers, is_number)
# The words at which a quantity may begin whose number follows, and those that are one themselves.
_LEAD = kind(lambda: (*_STARTERS, *multiples()))


class _Scanner:
    """The state of one scan."""

    __slots__ = ("_at_date", "_begins", "_home", "_numeric", "_result", "_tokens")

    def __init__(self, tokens: Tokens, home: Home) -> None:
        found = dates.find(tokens, tokens.of_kind(_DATE))
        numbers = tokens.of_kind(_NUMBER)
        self._tokens = tokens
        self._home = home
        self._result = Scan(tokens, [], [], found, numbers)
        self._numeric = frozenset(self._result.numbers)
        self._at_date = {date.first: date for date in found}
        self._begins = sorted({*self._at_date, *tokens.of_kind(_NUMBER | _LEAD)})

    def run(self) -> Scan:
        word = self._tokens.word
        result, numeric, at_date = self._result, self._numeric, self._at_date
        times = multiples()
        after = 0
        for i in self._begins:
            if i < after:
                continue
            if i in at_date:
                date = at_date[i]
                result.asides.append(Aside(date.first, date.last, date.kind))
                after = date.last
            elif word[i] in times or (word[i] in _TO_MULTIPLY and self._will_multiply(i)):
                result.quantities.append(self._multiple(i))
            elif i in numeric:
                after = self._number(i)
            elif self._leads(i + 1):
                after = self._started(i)
        result.quantities = join_parts(self._tokens, result.quantities)
        result.quantities = join_limits(self._tokens, result.quantities)
        if "every" in word:
            read_fronted(self._tokens, result.quantities)
        share_units(self._tokens, result.quantities)
        read_points(self._tokens, result.quantities)
        if not _ESTIMATING.isdisjoint(word):
            self._estimate()
        for q in result.quantities:
            q.quote_first, q.phrase_first = q.phrase_first, lead(self._tokens, q)
        return result

    def _estimate(self) -> None:
        """ "The UN estimates that 9,000 fled and 40 died", "are estimated to number 900"."""
        word = self._tokens.word
        led = (k for k, one in enumerate(word[:-1]) if one in _ESTIMATING and word[k + 1] in _LED)
        k = next(led, len(word))
        for q in self._result.quantities:
            told = q.phrase_first != q.first or q.kind == "money"  # "only 40", "it will spend $4"
            if q.qualifier == "exact" and not told and k < q.first and ";" not in word[k : q.first]:
                q.qualifier, q.low, q.high = "about", None, None

    def _leads(self, i: int) -> bool:
        """Whether a number may go on at token `i` after "a", "several" and the like."""
        word = self._tokens.at(i)
        return word in lexicon.numbers() or word in _STARTERS or word == "of"

    def _started(self, i: int) -> int:
        quantity = self._quantity(i)
        if quantity is None:
            return i + 1
        self._result.quantities.append(quantity)
        return self._after_unit(quantity, quantity.last)

    def _number(self, i: int) -> int:
        """Read the number token `i` as an aside or a quantity; the token to go on with."""
        result = self._result
        if self._tokens.at(i - 1) == "every" and (nth := every_nth(self._tokens, i)) is not None:
            result.quantities.append(nth)
            return i + 1
        found = aside(self._tokens, i)
        if found is not None:
            result.asides.append(Aside(i, *found))
            return found[0]
        quantity = self._quantity(i)
        if quantity is None:
            reason = "garbled" if self._tokens.word[i][0].isdecimal() else "idiom"
            number = parse(self._tokens, i)  # "3.5 x 10^45" is set aside as a whole
            last = i + 1 if number is None else number.last
            result.asides.append(Aside(i, last, reason))
            return last
        result.quantities.append(quantity)
        if self._tokens.at(quantity.phrase_last + 1) == "zero" and self._from_zero(quantity):
            return quantity.phrase_last
        return self._after_unit(quantity, max(quantity.last, i + 1))

    def _from_zero(self, q: Quantity) -> bool:
        """Take in where degrees are counted from: "fifteen degrees below zero", "3 above zero"."""
        sense = _FROM_ZERO.get(self._tokens.at(q.phrase_last))
        degrees = q.kind == "bare" or (q.kind == "unit" and (q.unit or "").startswith("degree"))
        if sense is None or not degrees or q.qualifier not in ("exact", "about", "between"):
            return False
        if sense < 0:
            q.value = None if q.value is None else -q.value
            q.low, q.high = (None if end is None else -end for end in (q.high, q.low))
        q.phrase_last += 2
        return True

    def _after_unit(self, quantity: Quantity, i: int) -> int:
        """The token to go on with: after the exponents of a unit ("3 g cm -3"), which are names."""
        counted = quantity.rate in _MANY  # "40 cases per million"
        if quantity.noun is None and not counted:
            return i
        sign = self._tokens.at(quantity.phrase_last - 2)
        raised = quantity.rate is not None and sign in ("-", "^")
        if quantity.kind != "unit" and not raised and not counted:
            return i
        noun = quantity.noun
        last = quantity.phrase_last if raised or counted or noun is None else noun.last
        for k in range(i, last):
            if k in self._numeric and (self._tokens.word[k].isdecimal() or counted):
                self._result.asides.append(Aside(k, k + 1, "name"))
        return max(i, last)

    def _will_multiply(self, i: int) -> bool:
        """ "will double", "is expected to more than triple": a verb, by what stands before it."""
        word = self._tokens.word
        k = i - 1
        while k > 0 and word[k] in _HOW_FAR:
            k -= 1
        return k >= 0 and word[k] in BEFORE_VERB

    def _multiple(self, i: int) -> Quantity:
        word = self._tokens.word[i]
        value = multiples()[f"{word}d" if word in _TO_MULTIPLY else word]
        left = qualifiers.before(self._tokens, i)
        start, qualifier = (i, "exact") if left is None else left
        low, high = bounds(value, qualifier)
        return Quantity(
            i, i + 1, start, i + 1, value, low, high, qualifier, "multiple", unit="percent"
        )

    def _quantity(self, i: int) -> Quantity | None:
        tokens = self._tokens
        one = amount_at(tokens, i, self._home)
        if one is None or not (one.number.fraction or _prints(one.number.value)):
            return None
        past_repeat(tokens, one, self._home)
        share = one_in(tokens, one)
        if share is not None:
            return share
        margin = tolerance(tokens, one, self._home)
        if margin is not None:
            take_behind(tokens, one, margin)
            return composition.around(tokens, one, margin)
        two = range_end(tokens, one, self._home, self._at_date)
        if two is None:
            return composition.single(tokens, one)
        take_behind(tokens, one, two)
        return composition.spanning(tokens, one, two)


def _prints(value: Decimal | None) -> bool:
    """Whether a double prints as the number read; else it is set aside, never rounded."""
    if value is None:
        return True
    return has_digits(value, _DIGITS) and abs(value) < _TOO_MUCH
