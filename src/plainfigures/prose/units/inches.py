"""Marks of inches and feet after a number, where they close no quotation."""

from plainfigures.prose.words.signs import CLOSE_DOUBLE, CROSSES
from plainfigures.prose.words.tokens import Tokens

DIMENSIONS = frozenset("long tall wide high deep thick thin across apart x diameter".split())
_LONGEST = 5  # digits
_BY = CROSSES | {"by"}


def inches_or_feet(tokens: Tokens, i: int) -> str | None:
    """ "a pen 10 " long", "at 30' when": inches and feet by marks that close no quote."""
    word = tokens.word
    if word[i] in CLOSE_DOUBLE and (tokens.at(i + 1) in DIMENSIONS or _is_inch(tokens, i)):
        return "inch"
    sides = word[i] == "'" and (tokens.at(i + 1) in _BY or tokens.at(i - 2) in _BY)
    if sides and tokens.tight(i) and word[i - 1].isdecimal():  # "10' x 12'"
        return "foot"
    if i + 1 >= tokens.size or word[i] != "'" or word.count("'") > 1:
        return None
    if tokens.tight(i) and not tokens.tight(i + 1):
        return "foot" if tokens.raw[i - 1].isdecimal() else None
    return None


def _is_inch(tokens: Tokens, i: int) -> bool:
    """ "a 55" screen", "4"W x 6"H": the mark after digits, where no quotation is open."""
    word = tokens.word
    after = tokens.at(i + 1)
    if not tokens.tight(i) or len(word[i - 1]) > _LONGEST or after == "s":
        return False
    goes_on = after[:1].isalpha() or after == "\u00d7" or tokens.at(i - 2) in _BY
    goes_on |= after == "," and word.count(word[i]) == 1
    if not word[i - 1][-1].isnumeric() or not goes_on:
        return False
    if word[i] != '"':
        return _last(word, "\u201c", i) <= _last(word, word[i], i)
    opened = [k for k in range(i) if word[k] == '"' and not (k and word[k - 1][-1].isnumeric())]
    return len(opened) % 2 == 0


def _last(word: list[str], sign: str, i: int) -> int:
    """Where a sign last stands before token `i`; -1 for nowhere."""
    return next((k for k in range(i - 1, -1, -1) if word[k] == sign), -1)
