"""Scales: the words and letters that multiply the number before them."""

from decimal import Decimal

from plainfigures.prose.numbers.parts import and_part
from plainfigures.prose.units.magnitudes import is_magnitude
from plainfigures.prose.words.closed import DEFINITE, DETERMINERS
from plainfigures.prose.words.lexicon import (
    currencies,
    is_person,
    nouns,
    scale_letters,
    singular,
    tag,
    units,
)
from plainfigures.prose.words.number import HIGHEST, HUNDRED, ONE, TENS, Number, past_odd, word_at
from plainfigures.prose.words.signs import OF_SEVERAL
from plainfigures.prose.words.tokens import Tokens

_CRORES = frozenset(("cr", "crore", "crores"))
_CRORE = Decimal(10) ** 7
# Letters that may as well be units or names; the others of the lexicon are scales after any digits.
_LOOSE = frozenset("k m b t cr md mill".split())
_GRAND = Decimal(1000)
_REACH = 4
_SHORT = 2
_LONGEST = 3  # digits before a K for thousands
_BEFORE = 5
_NEVER = frozenset("tT")
_CAPITALS = ("M", "B")
_ENDS = (".", ",")
_TOLLS = frozenset("toll total number figure some".split())
_REACHED = frozenset("to of at was were by from totalled reached hit".split())
_TRADING = frozenset("sold shipped delivered bought ordered".split())
_LENGTHS = frozenset("long wide high deep tall thick".split())
_HEATED = frozenset(("T", "\u00b0", "C"))
_DETERMINERS = DEFINITE | {"them"}


def scaled(tokens: Tokens, number: Number, money: bool) -> Number:
    """Multiply by the scale words and letters that follow, then add "and a half" of the scale."""
    assert number.value is not None
    scale, j = _scale(tokens, number.last, money)
    value = number.value * scale
    if scale > 1 and tokens.at(j) == "and":
        part, k = and_part(tokens, j)
        if part is not None:
            value, j = value + part * scale, k
        elif scale == HUNDRED and _below_hundred(tokens, j + 1):
            value, j = value + Decimal(tokens.raw[j + 1]), j + 2  # 3 hundred and 21
    number.value, number.scale, number.last = value, scale, j
    number.fraction = number.fraction and scale == 1
    return number


def _below_hundred(tokens: Tokens, j: int) -> bool:
    """Whether the digits at token `j` are the rest of a hundred, not a number with a scale."""
    if not tokens.at(j).isdecimal() or len(tokens.raw[j]) > 2:
        return False
    return word_at(tokens, j + 1)[0] != "scale"


def _scale(tokens: Tokens, j: int, money: bool) -> tuple[Decimal, int]:
    """The product of the scales that begin at token `j`, and the token after them."""
    scale = ONE
    while j < tokens.size:
        k = j  # "25-million", "25 - million"
        if tokens.word[j] == "-" and j + 1 < tokens.size:
            k += tokens.tight(j) == tokens.tight(j + 1)
        k = past_odd(tokens, j) if tokens.at(k) == "odd" else k
        kind, amount = word_at(tokens, k)
        if tokens.word[k] == "grand" and tag(tokens.at(k + 1) or ".")[0] not in "na":
            kind, amount = "scale", _GRAND  # "ten grand on a horse", but "two grand pianos"
        scales = kind == "scale" or (kind == "plural" and amount > HUNDRED)  # "50 lakhs"
        if scales and scale * amount <= HIGHEST:
            scale, j = scale * amount, k + 1
            continue
        sure = k == j or tokens.word[k] in scale_letters().keys() - _LOOSE  # "40-mln-share"
        letter = _letter(tokens, k, money) if scale == 1 and sure else None
        if letter is None:
            return scale, j
        if not (money and tokens.at(k + 1) in _CRORES):
            return letter, k + 1
        return letter * _CRORE, k + 2  # "Rs 12k cr"
    return scale, j


def _letter(tokens: Tokens, j: int, money: bool) -> Decimal | None:
    """The scale of "dozen", "score" or a letter at token `j`."""
    word = tokens.word[j]
    if word.rstrip("s") in TENS:
        return Decimal(12 if word[0] == "d" else 20)
    if word == "mm" and money:
        return Decimal(10) ** 6
    factor = scale_letters().get(word)
    if factor is None or (word in _LOOSE and not _letter_scales(tokens, j, money)):
        return None
    return Decimal(factor)


def _letter_scales(tokens: Tokens, j: int, money: bool) -> bool:
    """Whether a letter after digits is a scale ("$55m", "25k", "4.3M users"), not a unit."""
    raw = tokens.raw[j]
    tight = tokens.tight(j)
    if tokens.at(j + 1) == "&" and tokens.tight(j + 1):
        return False  # "from £120 B&B"
    if money:
        return tight or raw != "t"
    if raw in _NEVER or is_magnitude(tokens, j):
        return False
    after = tokens.at(j + 1 + (tokens.at(j + 1) == "+" and tokens.tight(j + 1))) or "."
    if after == "/" and tokens.glued(j + 1) and tokens.raw[j + 2] in units():
        return len(tokens.raw[j + 2]) > _LONGEST  # "60m/s", but "60m/year"
    if tight and raw in "kKmMbB" and _is_money(tokens, j + 1):
        return True
    plural = len(after) > 3 and after.isalpha() and (after[-1] == "s" or after == "people")
    if not tight and raw in "mM" and _leads_to_people(tokens, j + 1):
        return True  # "4 m displaced people"
    if not tight:  # "8 B people", "1,674,200 M"
        return raw in _CAPITALS and (plural or (after in _ENDS and "," in tokens.raw[j - 1]))
    if raw in "kK" and after in nouns("race"):
        return False  # "a 10k run"
    if raw == "K":
        long = len(tokens.raw[j - 1]) > _LONGEST  # "a lamp of 2700K"
        return plural or not (long or _is_heat(tokens))
    if raw == "k":
        return after not in ("/", "of")
    if raw in _CAPITALS:
        return plural or after in _ENDS or (after.isalpha() and len(after) > 4)
    if plural:
        return after not in ("this", "less") and raw in "mb"
    if raw == "m" and (_is_of_people(tokens, j, after) or _is_of_takings(tokens, j, after)):
        return True
    if after == "of":  # "35m of its users"; not "35m of cable"
        return raw in "mb" and tokens.at(j + 2) in _DETERMINERS
    return raw == "b" and after in _ENDS


def _is_heat(tokens: Tokens) -> bool:
    """Whether a sentence tells of heat, in kelvins: "cooled to 77K", "at T = 4K"."""
    return not nouns("heat").isdisjoint(tokens.word) or not _HEATED.isdisjoint(tokens.raw)


def _is_of_people(tokens: Tokens, j: int, after: str) -> bool:
    """ "2.3m have left", "the 1.4m displaced"; not "a 2m fenced strip": the m behind a number."""
    before = tokens.word[max(0, j - _BEFORE) : j - 1]
    if not _TOLLS.isdisjoint(before) and before[-1] in ("of", "some"):
        return True  # "a toll of 2.3m"
    if after in OF_SEVERAL:
        return True
    participle = tag(after)[:2] == "vd" and after[-1:] == "d"
    ends = tag(tokens.at(j + 2) or ".")[0] not in "an"
    return participle and (ends or DETERMINERS.isdisjoint(before[-1:]))


def _is_of_takings(tokens: Tokens, j: int, after: str) -> bool:
    """ "sales of 12m", "profit rose 8% to 40m": the m behind a sum without its currency."""
    before = tokens.word[max(0, j - 2 * _BEFORE) : j - 1]
    if before[-1:] and before[-1] in _TRADING and tokens.capital(j + 1):
        return True  # "sold 12m Orion phones"
    reached = before[-1:] and before[-1] in _REACHED and after not in _LENGTHS
    return bool(reached) and not nouns("taking").isdisjoint(before)


def _is_money(tokens: Tokens, j: int) -> bool:
    """ "5m yen", "5m US dollars", "30K EUR": the name or code of a currency at token `j`."""
    if j < tokens.size and tokens.raw[j].isupper() and tokens.raw[j] in currencies():
        return True
    names = (tokens.at(j), f"{tokens.at(j)} {tokens.at(j + 1)}")
    found = (currencies().get(name) for name in names if len(name) > _SHORT)
    return any(entry is not None and entry.kind in ("name", "ambiguous") for entry in found)


def _leads_to_people(tokens: Tokens, j: int) -> bool:
    """Whether a noun of people ends the words that describe it from token `j` on."""
    for k in range(j, min(j + _REACH, tokens.size)):
        word = tokens.word[k]
        if word == "people" or (word.endswith("s") and is_person(singular(word))):
            return True
        if not word.isalpha() or tag(word).split(",")[0] not in ("a", "n", "r", "vd"):
            return False
    return False
