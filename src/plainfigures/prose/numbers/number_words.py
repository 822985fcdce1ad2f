"""Numbers in words, to any size: "two hundred and thirty-four thousand", "five point two"."""

from decimal import Decimal

from plainfigures.prose.numbers.parts import PLAIN_PARTS, and_part, denominator
from plainfigures.prose.numbers.scales import scaled
from plainfigures.prose.words.number import (
    HIGHEST,
    HUNDRED,
    ONE,
    TENS,
    Number,
    is_cardinal,
    past_odd,
    word_at,
)
from plainfigures.prose.words.tokens import Tokens

_UNITS, _TEENS, _TEES, _CLOSED = 1, 2, 3, 9
_ZERO = Decimal(0)
_JOINTS = ("and", "-")
# What may stand before a point that tenths follow, and what after one tenth.
_BEFORE_POINT = frozenset(("", "oh", "minus", "negative", "is", "was", "of", "at", "by", "to"))
_AFTER_POINT = frozenset(("", "percent", "per", "%"))
# Behind these, "five and twenty" are two numbers.
_OF_TWO = frozenset("between both from of aged age ages and or - ,".split())
# What may stand before a point that is a place or an item, too: "at point six".
_BEFORE_PLACE = frozenset(("", "at", "by", "to"))


def number_in_words(tokens: Tokens, i: int) -> Number | None:
    """The longest number in words that begins at token `i`, an article before a scale included."""
    return _Words(tokens, i).run()


def is_score(tokens: Tokens, i: int) -> bool:
    """Whether the score at token `i` is what someone reached: "a score of 8", "of between"."""
    after = tokens.at(i + 2)
    return tokens.word[i : i + 2] == ["score", "of"] and (
        after == "between" or after[:1].isdecimal()
    )


class _Words:
    """The state of one number: what is closed by a scale (`total`), and what is still open."""

    __slots__ = ("current", "first", "hundred", "last", "rank", "scale", "tokens", "total")

    def __init__(self, tokens: Tokens, i: int) -> None:
        self.tokens = tokens
        self.first = i
        self.last = i
        self.total = self.current = _ZERO
        self.scale = ONE
        self.hundred = False
        self.rank = 0  # of the last plain cardinal, or _CLOSED after a dozen

    def run(self) -> Number | None:
        tokens = self.tokens
        at = self.first
        if _is_pointed(tokens, at):
            self.first, self.last = at - 1 - (tokens.at(at - 2) == "oh"), at - 1
            self._point()
            return Number(self.first, self.last, self.current + self.total, words=True)
        if tokens.word[at] in ("a", "an"):
            if word_at(tokens, at + 1)[0] != "scale" and tokens.at(at + 1) not in TENS:
                return None
            if is_score(tokens, at + 1):
                return None
            at += 1
        start = at
        while (step := self._step(at, start)) is not None:
            at = self.last = step
        if self.last <= start or (self.last == start + 1 and _is_name(tokens, start)):
            return None
        parts = self._parts(start)
        if parts is not None:
            return parts
        self._point()
        value = self.total + self.current
        return self._with_half(Number(self.first, self.last, value, scale=self.scale, words=True))

    def _step(self, at: int, start: int) -> int | None:
        """Take in the word at `at` (over "and", a hyphen, a comma); the token after it, or None."""
        if at == start + 1 and (tens := self._in_old_order(at)) is not None:
            self.current, self.rank = self.current + word_at(self.tokens, tens)[1], _TEENS
            return tens + 1
        over = self._over(at) if at > start else at
        if over is None:
            return None
        kind, amount = word_at(self.tokens, over)
        if kind == "cardinal":
            taken = self._cardinal(amount)
        elif kind == "scale" or (kind == "plural" and amount > HUNDRED and at > start):
            taken = self._scale(amount)
        else:
            taken = (bool(self.current) or over == start) and self._dozen(over, amount)
        return over + 1 if taken else None

    def _in_old_order(self, at: int) -> int | None:
        """The tens of "five *and twenty* ships", "five-*and-twenty*".

        Not of "between five and twenty", "five and twenty per cent".
        """
        tokens = self.tokens
        if self.rank != _UNITS:
            return None
        if tokens.word[at : at + 3] == ["-", "and", "-"] and tokens.glued(at):
            return at + 3 if _is_tens(tokens, at + 3) else None
        if tokens.at(at) != "and" or not _is_tens(tokens, at + 1):
            return None
        after = tokens.at(at + 2)
        apart = tokens.at(at - 2) in _OF_TWO or not after.isalpha() or is_cardinal(tokens, at + 2)
        return None if apart or after in _AFTER_POINT else at + 1

    def _over(self, at: int) -> int | None:
        """Step over a joint inside a number; None where "and" joins no more of it."""
        tokens = self.tokens
        word = tokens.at(at)
        if (odd := past_odd(tokens, at)) != at:
            return odd
        if word == "-" and at + 1 < tokens.size and tokens.tight(at) == tokens.tight(at + 1):
            return at + 1
        if word == "and" and (self.hundred or self.total):
            if (
                not is_cardinal(tokens, at + 1)
                or and_part(tokens, at, of_scale=True)[0] is not None
                or self._is_other(at + 1)
            ):
                return None
            self.rank = 0
            return at + 1
        if word == "," and self.total and self._goes_on(at + 1):
            return at + 1
        return at

    def _is_other(self, at: int) -> bool:
        """Whether "and" leads to another number, as large: "between a hundred and two hundred"."""
        tokens = self.tokens
        if self.rank == _CLOSED:  # "a dozen and twenty", not "four score and ten"
            return word_at(tokens, at)[1] >= self.scale
        while is_cardinal(tokens, at) or tokens.at(at) == "-":
            at += 1
        kind, amount = word_at(tokens, at)
        if kind != "scale":
            return False
        return self.hundred if amount == HUNDRED else bool(self.total) and amount >= self.scale

    def _cardinal(self, amount: Decimal) -> bool:
        here = _TEES if amount >= 20 else _TEENS if amount >= 10 else _UNITS
        if self.rank and not (self.rank == _TEES and here == _UNITS and amount > 0):
            return False
        self.current += amount
        self.rank = here
        return True

    def _scale(self, amount: Decimal) -> bool:
        if self.rank == _CLOSED:
            return False
        if amount == HUNDRED:
            if self.hundred:
                return False
            self.current = (self.current or ONE) * amount
            self.hundred, self.rank = True, 0
            return True
        if self.total and self.current == 0:  # "hundred thousand million"
            if self.total * amount > HIGHEST:
                return False
            self.total *= amount
            self.scale *= amount
        else:
            if self.total and amount >= self.scale > 1:
                return False
            self.total += (self.current or ONE) * amount
            self.scale = amount
        self.current, self.hundred, self.rank = _ZERO, False, 0
        return True

    def _dozen(self, at: int, amount: Decimal) -> bool:
        """ "two dozen", "three score"."""
        if self.tokens.at(at).rstrip("s") not in TENS:
            return False
        self.total = (self.current or ONE) * amount
        self.current, self.scale, self.rank = _ZERO, amount, _CLOSED
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether "two thousand, two hundred" goes on, and no "two million, two million"."""
        kind, amount = word_at(self.tokens, at + 1)
        return is_cardinal(self.tokens, at) and kind == "scale" and amount < self.scale

    def _parts(self, start: int) -> Number | None:
        """ "twenty-three fifths", "twenty twenty fifths", "one hundred thirty fifths"."""
        tokens = self.tokens
        value, at = self.total + self.current, self.last
        named = denominator(tokens, at, one=value == ONE)
        if named is not None:
            parts = value / named[0]
            return Number(self.first, named[1], parts, fraction=0 < parts < 1, words=True)
        tens = _ZERO
        if _is_tens(tokens, at):  # "twenty | twenty fifths"
            tens, at = word_at(tokens, at)[1], at + 1
        elif at - 1 > start and _is_tens(tokens, at - 1) and tokens.word[at - 2] not in _JOINTS:
            tens = word_at(tokens, at - 1)[1]
            value -= tens
        at += tokens.at(at) == "-"
        kind, part = word_at(tokens, at)
        if kind == "ordinal" and tens and value == ONE and tokens.at(at - 1) == "-":
            kind, part = "fraction", ONE / part  # "one twenty-fifth"
        if kind != "fraction" or tokens.word[at] in PLAIN_PARTS:
            return None
        below = (ONE / part).to_integral_value()
        if tens:
            if below >= 10:
                return None
            below += tens
        parts = value / below
        return Number(self.first, at + 1, parts, fraction=0 < parts < 1, words=True)

    def _point(self) -> None:
        """ "two hundred point zero three", "five point two million", "three-point-seven"."""
        tokens = self.tokens
        point = self.last + (tokens.at(self.last) == "-" and tokens.at(self.last + 2) == "-")
        if point + 1 >= tokens.size or tokens.word[point] != "point":
            return
        text = ""
        at = point + 1 + (tokens.at(point + 1) == "-")
        while (zero := tokens.at(at) == "oh") or (is_cardinal(tokens, at) and len(text) < 6):
            text += "0" if zero else str(word_at(tokens, at)[1])
            hyphen = at + 2 < tokens.size and tokens.word[at + 1] == "-" and len(text) == 2
            at += 2 if hyphen else 1
        if not text:
            return
        if len(text) == 3 and text[1] == "0":  # seventy-one
            text = text[0] + text[2]
        self.current += Decimal("0." + text)
        self.last = at
        kind, amount = word_at(tokens, at)
        if kind == "scale":
            self.total, self.current = self.total + self.current * amount, _ZERO
            self.scale, self.last = amount, at + 1

    def _with_half(self, number: Number) -> Number:
        """ "two and a half", "two-and-a-half million", "a million and a half"."""
        tokens = self.tokens
        at = number.last
        if at + 1 < tokens.size and tokens.word[at] == "-":
            at += 1
        if tokens.at(at) != "and":
            return number
        assert number.value is not None
        part, end = and_part(tokens, at, of_scale=True)
        if part is None:
            return number
        kind, amount = word_at(tokens, end)
        if kind == "scale" and self.scale != 1:  # "one billion and a quarter million"
            if amount < self.scale:
                number.value, number.last = number.value + part * amount, end + 1
            return number
        if self.scale > 1 and self.current == 0:
            number.value, number.last = number.value + part * self.scale, end
            return number
        number.value, number.last = number.value + part, end
        number = scaled(tokens, number, money=False)
        number.words = True
        return number


def _is_pointed(tokens: Tokens, i: int) -> bool:
    """ "point six", "minus point two five": tenths at token `i` with nothing before the point."""
    if tokens.at(i - 1) != "point" or tokens.at(i - 2) not in _BEFORE_POINT:
        return False
    end = i
    while is_cardinal(tokens, end) and word_at(tokens, end)[1] < 10:
        end += 1
    if end == i:
        return False
    if end > i + 1 or tokens.at(i - 2) not in _BEFORE_PLACE:
        return True
    return tokens.at(end) in _AFTER_POINT or word_at(tokens, end)[0] == "scale"


def _is_tens(tokens: Tokens, i: int) -> bool:
    """Whether "twenty", "thirty" … "ninety" stands at token `i`."""
    kind, value = word_at(tokens, i)
    return kind == "cardinal" and value >= 20


def _is_name(tokens: Tokens, i: int) -> bool:
    """ "Lac Tanda", "Nyanza-Lac": a scale alone with a capital inside a sentence."""
    if i == 0 or word_at(tokens, i)[0] != "scale" or not tokens.raw[i].istitle():
        return False
    return tokens.at(i + 1).isalpha() or (tokens.at(i - 1) == "-" and tokens.glued(i - 1))
