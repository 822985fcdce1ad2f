"""Denominators as science writes them, raising lost: "3 g cm -3", "0.02 h^-1", "50 W m -2"."""

from plainfigures.prose.words.surfaces import Index
from plainfigures.prose.words.tokens import Tokens

_POWERS = {"1": "", "2": "square_", "3": "cubic_", "4": "quartic_"}
_ELEMENTS = 5  # letters
_LONGEST = 4  # letters of a symbol
_POINTS = frozenset("\u00b7\u22c5\u2022")


def divided(tokens: Tokens, index: Index, name: str, first: int, last: int) -> tuple[str, int]:
    """A unit at tokens first..last with the denominators after it: (name, token after it)."""
    power = _power(tokens, last)
    if power is not None:  # "h -1"
        if last - first > 1 or len(tokens.raw[first]) > _LONGEST:
            return name, last
        name, last = f"per {power[0]}{name}", power[1]
    else:
        name, last = squared(tokens, name, last)
    while True:
        at = last + (tokens.at(last) in _POINTS)  # "g\u00b7cm-3"
        under = _symbol(tokens, index, at) if at < tokens.size else None
        power = _power(tokens, at + 1)
        if under is None or power is None:
            return name, last
        joint = " " if " per " in f" {name}" else " per "
        name, last = f"{name}{joint}{power[0]}{under}", power[1]


def divided_of(tokens: Tokens, index: Index, name: str, last: int) -> tuple[str, int]:
    """ "kg *N* ha -1", "kg *P2O5* per ha": a unit of a substance, with its denominator."""
    j = _past_substance(tokens, last)
    if tokens.at(j) == "per" or (tokens.at(j) == "/" and tokens.glued(j)):
        return name, j
    under, end = divided(tokens, index, name, j, j)
    return (under, end) if end > j else (name, last)


def _past_substance(tokens: Tokens, j: int) -> int:
    """The token after the formula at token `j`: N, CO2, P2O5, NO3-N."""
    if len(tokens.raw[j]) > _ELEMENTS:
        return j
    j += 1
    while (
        j < tokens.size
        and tokens.tight(j)
        and (
            tokens.capital(j)
            or tokens.word[j].isdecimal()
            or (tokens.word[j] == "-" and tokens.glued(j) and tokens.capital(j + 1))
        )
    ):
        j += 1
    return j


def squared(tokens: Tokens, name: str, last: int) -> tuple[str, int]:
    """A unit that ends before token `last` with its power ("m^2"): (name, token after it)."""
    power = _POWERS.get(tokens.at(last + 1)) if tokens.at(last) == "^" else None
    above, per, under = name.rpartition(" per ")
    return (f"{above}{per}{power}{under}", last + 2) if power else (name, last)


def _power(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """What a negative exponent at token `j` makes of its unit ("square_"), and the token after."""
    j += tokens.at(j) == "^"
    power = _POWERS.get(tokens.at(j + 1)) if tokens.at(j) == "-" else None
    if power is None or not tokens.tight(j + 1):
        return None
    after = tokens.at(j + 2)[:1].isalnum() and tokens.tight(j + 2)
    return None if after else (power, j + 2)


def _symbol(tokens: Tokens, index: Index, j: int) -> str | None:
    """The unit that the symbol or word at token `j` names alone."""
    for words, name, _ in index.get(tokens.raw[j], ()):
        if len(words) == 1:
            return name
    return None
