"""The grammar of one number over the token table: digits, words, mixed forms and fractions."""

from decimal import Decimal

from plainfigures.prose.numbers.number_words import number_in_words
from plainfigures.prose.numbers.parts import and_part, part
from plainfigures.prose.numbers.powers import raised
from plainfigures.prose.numbers.scales import scaled
from plainfigures.prose.words import digits
from plainfigures.prose.words.lexicon import units
from plainfigures.prose.words.number import ONE, Number, has_digits, is_number, word_at
from plainfigures.prose.words.tokens import Tokens

_VAGUE_BEFORE = frozenset("several few many couple some countless untold".split())
_VAGUE = ("scale", "plural")
_LAKHS = frozenset(("lakh", "lakhs", "lac", "lacs"))
_LAKH, _CRORE = Decimal(10) ** 5, Decimal(10) ** 7
_THOUSAND_CRORE = 1000 * _CRORE
_DIGITS = 15
_UNCERTAIN = 2  # digits
_PLACES = Decimal("0.0001")


def parse(tokens: Tokens, i: int, money: bool = False) -> Number | None:
    """Read the longest number that starts at token `i`; `money` says that a currency precedes."""
    number = _parse(tokens, i, money)
    if number is not None and number.words and tokens.at(number.last) == "grand":
        number = number if number.value is None else scaled(tokens, number, money)
    if number is not None and tokens.word[number.last - 1] in _LAKHS:
        number = _with_crores(tokens, number, money)
    if number is not None and tokens.at(number.last) == "(":
        number = _told_twice(tokens, number, money)
        number.last = _past_last_digits(tokens, number)
    if number is not None and number.value is not None and not number.fraction:
        number.value = _printable(number.value)
    return number


def _parse(tokens: Tokens, i: int, money: bool) -> Number | None:
    word = tokens.word[i]
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
        return _from_digits(tokens, i, money)
    if len(word) == 1 and word.isnumeric():
        value = digits.sign_value(word)
        if value is None:
            return None
        return scaled(tokens, Number(i, i + 1, value, fraction=True), money)
    return _vague(tokens, i) or part(tokens, i) or number_in_words(tokens, i)


def _with_crores(tokens: Tokens, number: Number, money: bool) -> Number:
    """ "three lakh 20 thousand crore", "one lakh six thousand crore": lakhs of crores, too."""
    k = number.last
    rest = _parse(tokens, k, money) if is_number(tokens.at(k) or ".") else None
    if rest is None or rest.value is None or number.value is None:
        return number
    if rest.scale == _THOUSAND_CRORE and number.scale == _LAKH:
        number.value = number.value * _CRORE + rest.value
        number.scale, number.last = _CRORE, rest.last
    elif rest.scale == 1000 and rest.value < number.scale == _LAKH:
        number.value, number.last = number.value + rest.value, rest.last
    return number


def _told_twice(tokens: Tokens, number: Number, money: bool) -> Number:
    """ "twelve (12)", "five (5) million", "12 (twelve)": one number in words and in digits."""
    k = number.last + 1
    again = _parse(tokens, k, money) if is_number(tokens.at(k) or ".") else None
    if again is None or again.words == number.words or again.value != number.value:
        return number
    if number.value is None or tokens.at(again.last) != ")":
        return number
    number.last = again.last + 1
    return scaled(tokens, number, money) if number.scale == ONE else number


def _past_last_digits(tokens: Tokens, number: Number) -> int:
    """The token after "2.145(3)", whose last digits are that uncertain."""
    j = number.last
    if "." not in tokens.raw[j - 1] or not tokens.tight(j + 1):
        return j
    inside = tokens.raw[j + 1]
    sure = inside.isdecimal() and len(inside) <= _UNCERTAIN and tokens.at(j + 2) == ")"
    measured = not units().keys().isdisjoint(tokens.raw[j + 3 : j + 4])  # "0.496 (1) nm"
    sure = sure and (tokens.tight(j) or measured)
    return j + 3 if sure else j


def _printable(value: Decimal) -> Decimal:
    """A value with the part of a fraction without end ("forty-two and a third"), to four places."""
    if has_digits(value, _DIGITS) or value == value.to_integral_value():
        return value
    return value.quantize(_PLACES) if abs(value) >= 1 else value


def _from_digits(tokens: Tokens, i: int, money: bool) -> Number | None:
    text, j = digits.spaced(tokens, i)
    value = digits.value_of(text)
    if value is None:
        return None
    base, after = value, j
    value, j = raised(tokens, value, j)
    if j != after:
        return Number(i, j, value, scale=value / base if base else ONE)
    nxt = tokens.at(j)
    fraction = nxt == "/" and tokens.tight(j) and digits.is_ratio(tokens, i, j)
    if fraction:  # 1/2
        value, j = value / Decimal(tokens.raw[j + 1]), j + 2
    else:
        rest, j = _rest(tokens, j)
        value += rest
    number = scaled(tokens, Number(i, j, value, fraction=fraction), money)
    return _with_lower(tokens, number, value)


def _with_lower(tokens: Tokens, number: Number, thousands: Decimal) -> Number:
    """ "51 thousand 427", "3 million 250 thousand": what is below the scale, as it is spoken."""
    k, tail = number.last, tokens.at(number.last)
    if word_at(tokens, k + 1)[0] == "scale" and tail.isdecimal():
        rest = scaled(tokens, Number(k, k + 1, Decimal(tail)), money=False)
        whole = number.value == thousands * number.scale and word_at(tokens, k - 1)[0] == "scale"
        if whole and rest.value is not None and rest.value < number.scale:
            number.last, number.value = rest.last, thousands * number.scale + rest.value
            return number
    if tokens.at(k - 1) != "thousand" or len(tail) != 3 or not tail.isdecimal():
        return number
    if number.value == thousands * 1000 and thousands < 1000 and thousands == int(thousands):
        number.last, number.value = k + 1, number.value + Decimal(tail)
    return number


def _rest(tokens: Tokens, j: int) -> tuple[Decimal, int]:
    """The fraction that follows a whole number, and the token after it: 2½, 3 1/2, 3 and a half."""
    nxt = tokens.at(j)
    if len(nxt) == 1 and nxt.isnumeric() and not nxt.isdecimal():
        sign = digits.sign_value(nxt)
        return (Decimal(0), j) if sign is None else (sign, j + 1)
    k = j + 1 if nxt == "-" else j
    if k + 2 < tokens.size and tokens.word[k + 1] == "/" and digits.is_ratio(tokens, k, k + 1):
        return Decimal(tokens.raw[k]) / Decimal(tokens.raw[k + 2]), k + 3
    if nxt == "and":
        if tokens.at(j + 2) == "/" and digits.is_ratio(tokens, j + 1, j + 2):
            return Decimal(tokens.raw[j + 1]) / Decimal(tokens.raw[j + 3]), j + 4
        value, k = and_part(tokens, j)
        if value is not None:
            return value, k
    return Decimal(0), j


def _vague(tokens: Tokens, i: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "several hundred thousand", "a few hundred"."""
    word, n = tokens.word, tokens.size
    j = i
    if word[j] in ("a", "an") and tokens.at(j + 1) in ("few", "couple"):
        j += 1
    goes_on = tokens.at(j + 2) == "and" and is_number(tokens.at(j + 3) or ".")
    if word[j] == "some" and (tokens.at(j + 1) == "dozen" or goes_on):
        return None  # "some dozen more": about twelve; "some hundred and seventy thousand"
    if word[j] in _VAGUE_BEFORE:
        j += 2 if word[j] == "couple" and tokens.at(j + 1) == "of" else 1
        if word_at(tokens, j)[0] not in _VAGUE and tokens.at(j) != "dozen":
            return None
    elif word_at(tokens, j)[0] != "plural":
        return None
    while j < n and (word_at(tokens, j)[0] in _VAGUE or word[j] == "dozen"):
        j += 1
        if tokens.at(j) == "of" and word_at(tokens, j + 1)[0] in _VAGUE:
            j += 1
    return Number(i, j, None, words=True, vague=True)
