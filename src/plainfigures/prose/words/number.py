"""One number, and the number words that it may consist of."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from plainfigures.prose.words import lexicon
from plainfigures.prose.words.tokens import Tokens

ONE = Decimal(1)
HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
HIGHEST = Decimal(10) ** 18
_BOUNDING = frozenset(
    "a an another some about around over nearly almost up to at least more than further "
    "other".split()
)
# How many times the higher end is that stands first ("9 to 8 million").
_FALLING = Decimal(3)
TENS = frozenset(("dozen", "doz", "dz", "score"))
_NO_WORD = ("", ONE)


@dataclass(slots=True)
class Number:
    """One number: tokens first..last (exclusive); `value` None when vague ("dozens").

    `scale` is the product of its scale words, which a range may lend to its other end; `fraction`
    marks a bare part ("a third"), `words` a number without a digit.
    """

    first: int
    last: int
    value: Decimal | None
    scale: Decimal = ONE
    fraction: bool = False
    words: bool = False
    vague: bool = False


def lent(low: Number, high: Number, word: str) -> Decimal:
    """The scale that the first end of a range takes of the second, which ends with `word`.

    "two to three hundred", "1.5-2 million", "6 to 7,000"; nothing where it would not be the lower,
    or, beside a word of scale, far above it: "9 to 8 million", but "500 to 2 million".
    """
    assert low.value is not None
    assert high.value is not None
    scale, most = high.scale, high.value * (ONE if high.scale == ONE else _FALLING)
    if scale == ONE and word == "hundred" and low.value >= 1:
        scale = HUNDRED
    elif scale == ONE and word.endswith(",000") and low.value * _THOUSAND * 2 >= high.value:
        scale = _THOUSAND
    return scale if low.scale == ONE and low.value * scale < most else ONE


def is_number(word: str) -> bool:
    """Whether a token is a number token: digits, a sign such as ½, or a word of the lexicon.

    The empty token, at either end of a sentence, is none.
    """
    if word in lexicon.numbers() or word[:1].isdecimal():
        return True
    if len(word) == 1:
        return word.isnumeric()
    return word[:1] == "."  # .5


def past_bounds(tokens: Tokens, k: int) -> int:
    """The token from `k` on at which a number may begin, past its bound ("at least | 20")."""
    while tokens.at(k) in _BOUNDING:
        k += 1
    return k


def has_digits(value: Decimal, most: int) -> bool:
    """Whether a value has so many digits at most."""
    return len(str(value)) <= most or len(value.as_tuple().digits) <= most


def word_at(tokens: Tokens, i: int) -> tuple[str, Decimal]:
    """The kind and value of a number word at token `i`; an empty kind for other words."""
    return _words().get(tokens.word[i], _NO_WORD) if i < tokens.size else _NO_WORD


def is_cardinal(tokens: Tokens, i: int) -> bool:
    """Whether a cardinal in words stands at token `i`."""
    return word_at(tokens, i)[0] == "cardinal"


def past_odd(tokens: Tokens, j: int) -> int:
    """The scale behind "-odd" at token `j` ("20-odd thousand"), else `j`."""
    k = j + (tokens.at(j) == "-")
    return k + 1 if tokens.at(k) == "odd" and word_at(tokens, k + 1)[0] == "scale" else j


@cache
def _words() -> dict[str, tuple[str, Decimal]]:
    return {word: (kind, Decimal(value)) for word, (kind, value) in lexicon.numbers().items()}
