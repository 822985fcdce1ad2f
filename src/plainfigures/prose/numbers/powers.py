"""Powers after digits: "1e10", "1.3 x 10^6", "2.5^-1", and "10 -7" of flattened print."""

from decimal import Context, Decimal

from plainfigures.prose.words.signs import CROSSES
from plainfigures.prose.words.tokens import Tokens

_TIMES = CROSSES | {"*", "\u00b7"}
_RAISED = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a", "0123456789-+"
)
_TEN = Decimal(10)
_CONTEXT = Context(prec=15)  # what a double prints
_SIDES = frozenset("mm cm m in inch inches px".split())
_HIGHEST = 99  # of a power of ten
_SMALL = 30  # of another base, whose digits grow with the exponent


def raised(tokens: Tokens, value: Decimal, j: int) -> tuple[Decimal, int]:
    """A value in digits with the power that begins at token `j`: (value, token after it)."""
    word = tokens.at(j)
    if word == "e" and tokens.tight(j):
        exponent, k = _exponent(tokens, j + 1, loose=False)
    elif word in _TIMES and tokens.at(j + 1) == "10":
        exponent, k = _exponent(tokens, j + 3 if tokens.at(j + 2) == "^" else j + 2, loose=True)
    elif word in CROSSES and abs(value) < _TEN and (flat := _flattened(tokens, j + 1)):
        exponent, k = flat, j + 2  # "1.5 x 106 cells"
    elif value == _TEN and _is_flat(tokens, j):
        exponent, k = _exponent(tokens, j, loose=True)
        value = Decimal(1)
    elif word == "^":
        exponent, k = _exponent(tokens, j + 1, loose=False)
        if exponent is None or abs(exponent) > _SMALL or not value:
            return value, j
        return _CONTEXT.create_decimal(value**exponent), k
    else:
        return value, j
    if exponent is None or abs(exponent) > _HIGHEST:
        return value, j
    return value.scaleb(exponent), k


def _is_flat(tokens: Tokens, j: int) -> bool:
    """Whether "10 -7" is ten to the minus seventh, whose raising the print has lost."""
    if tokens.at(j) != "-" or len(tokens.at(j + 1)) != 1:
        return False
    return tokens.tight(j + 1) and not tokens.tight(j)


def _flattened(tokens: Tokens, k: int) -> int | None:
    """The exponent of "1010" and "106" behind a cross, whose raising the print has lost."""
    ten, after = tokens.at(k), tokens.at(k + 1)
    if not ten.isdecimal() or not 2 < len(ten) < 5 or ten[:2] != "10" or ten[2] == "0":
        return None
    whole = "." not in tokens.word[k - 2]
    sized = after in CROSSES or (whole and after in _SIDES and tokens.at(k + 2) != "/")
    return None if sized else int(ten[2:])


def _exponent(tokens: Tokens, j: int, loose: bool) -> tuple[int | None, int]:
    """The whole number at token `j` with its sign: (exponent or None, token after it)."""
    word = tokens.at(j)
    sign = ""
    if word in ("-", "+", "\u207b", "\u207a", "\u2013"):
        sign, j = ("" if word in ("+", "\u207a") else "-"), j + 1
        word = tokens.at(j)
        loose = False
    if not word or not (loose or tokens.tight(j)):
        return None, j
    text = word.translate(_RAISED)
    if not text.isdecimal() or len(text) > 2:
        return None, j
    return int(sign + text), j + 1
