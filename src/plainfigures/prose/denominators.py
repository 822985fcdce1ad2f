"""Denominators as science writes them, raising lost: "3 g cm -3", "0.02 h -1", "50 W m -2"."""

from plainfigures.prose.surfaces import Index
from plainfigures.prose.tokens import Tokens

_POWERS = {"1": "", "2": "square_", "3": "cubic_", "4": "quartic_"}
_LONGEST = 4  # letters of a symbol
_SYMBOLS = ("symbol", "guarded")


def divided(tokens: Tokens, index: Index, name: str, first: int, last: int) -> tuple[str, int]:
    """A unit at tokens first..last with the denominators after it: (name, token after it)."""
    power = _power(tokens, last)
    if power is not None:  # "h -1"
        if last - first > 1 or len(tokens.raw[first]) > _LONGEST:
            return name, last
        name, last = f"per {power}{name}", last + 2
    while last < tokens.size and (under := _symbol(tokens, index, last)) is not None:
        power = _power(tokens, last + 1)
        if power is None:
            break
        joint = " " if " per " in f" {name}" else " per "
        name, last = f"{name}{joint}{power}{under}", last + 3
    return name, last


def _power(tokens: Tokens, j: int) -> str | None:
    """What a negative exponent at token `j` makes of the unit before it ("square_"), or None."""
    power = _POWERS.get(tokens.at(j + 1)) if tokens.at(j) == "-" else None
    if power is None or not tokens.tight(j + 1):
        return None
    return None if tokens.at(j + 2)[:1].isalnum() and tokens.tight(j + 2) else power


def _symbol(tokens: Tokens, index: Index, j: int) -> str | None:
    """The unit that the symbol at token `j` names alone."""
    for words, name, kind in index.get(tokens.raw[j], ()):
        if len(words) == 1 and kind in _SYMBOLS:
            return name
    return None
