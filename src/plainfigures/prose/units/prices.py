"""Prices: whether digits are written as a sum of money."""

from plainfigures.prose.units.units import rate_after
from plainfigures.prose.words.digits import spaced
from plainfigures.prose.words.tokens import Tokens

SIGNS = frozenset(
    "$\u20ac\u00a3\u00a5\u20b9\u20bd\u20b4\u20ba\u20bc\u20be\u058f\u20a9\u20aa\u20a6\u20b1\u0e3f"
    "\u20ab\u20b8\u20a1\u20b2\u20ad\u20ae\u20b5\u20bf"
)
SCALES = frozenset("thousand million billion trillion bn tn trn m mn lakh crore".split())
_CENTS = 3  # a point and two digits
_PRICED = frozenset("rkn")  # letters of currencies that a rate tells from those of names
_TO_PRICES = frozenset("from to at for than by cost costs pay paid pays".split())


def leads_a_price(tokens: Tokens, i: int) -> bool:
    """Whether digits are written as a sum: "N120,000", "N2 million", "R1.24", "R140 a month"."""
    if _is_priced(tokens, i):
        return True
    letter = tokens.raw[i - 1]  # "N617 a litre, up from N185"
    led = tokens.at(i - 2) in _TO_PRICES  # not "the N95 costs N1,200"
    if not led or letter.lower() not in _PRICED or tokens.raw.count(letter) == 1:
        return False
    others = (k for k, raw in enumerate(tokens.raw) if raw == letter and k + 1 < tokens.size)
    return any(tokens.tight(k + 1) and _is_priced(tokens, k + 1) for k in others)


def _is_priced(tokens: Tokens, i: int) -> bool:
    raw = tokens.raw[i]
    written = "," in raw or raw[-_CENTS:-2] == "." or tokens.at(i + 1) in SCALES
    if tokens.at(i - 1) == "r" and spaced(tokens, i)[1] > i + 1:
        return True  # "R3 200"
    return written or (tokens.at(i - 1) in _PRICED and rate_after(tokens, i + 1) is not None)


def is_large(tokens: Tokens, i: int) -> bool:
    """Whether the number before token `i` has a scale word or four digits, as sums of money do."""
    word = tokens.at(i - 1)
    if word in SCALES:
        return True
    return word[:1].isdecimal() and len(word.replace(",", "").replace(".", "")) >= 4


def leads_next(tokens: Tokens, j: int, i: int, last: int) -> bool:
    """ "$4-$9", "HK$4-HK$9", "CHF 4-CHF 9": tokens j..last lead the next number."""
    raw = tokens.raw[last - 1]
    led = tokens.tight(last) if raw in SIGNS else j > i and raw != raw.lower()
    return led and tokens.at(last)[:1].isdecimal()
