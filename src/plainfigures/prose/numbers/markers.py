"""Markers: numbers that lead the items of a list, or a heading."""

from plainfigures.prose.words.lexicon import numbers, tag, units
from plainfigures.prose.words.signs import CLOSE_QUOTES
from plainfigures.prose.words.tokens import Tokens

Found = tuple[int, str] | None

_BEFORE_ITEM = frozenset(": , ; and or".split())
_HEADING = 8  # tokens
SOMETHING = frozenset(("something", "somethings"))
CLOSING = frozenset((".", "!", "?", ")", "]", *CLOSE_QUOTES))


def marker(tokens: Tokens, i: int) -> Found:
    """ "1. First item", "2) Second item", "three parts: 1) a hull and 2) a mast"."""
    if i and tokens.at(i + 1) == ")" and tokens.tight(i + 1) and _lists(tokens, i):
        return i + 1, "list_marker"
    if i == 0 and _is_heading(tokens):
        return 1, "section"
    if i or tokens.size <= 2 or tokens.word[1] not in (".", ")") or not tokens.tight(1):
        return None
    return (2, "list_marker") if len(tokens.raw[0]) <= 3 else None


def _is_heading(tokens: Tokens) -> bool:
    """ "1.2 Scope of the rules": a short line without a stop, led by its number."""
    whole, point, rest = tokens.raw[0].partition(".")
    short = 1 < tokens.size < _HEADING and len(whole) < 3 > len(rest)
    if not (point and short and tokens.capital(1)) or tokens.word[-1] in CLOSING:
        return False
    after = tokens.word[1]
    return tag(after)[:2] in ("n", "n,", "a", "a,", "vg") and not (
        after in units() or after in numbers()
    )


def _lists(tokens: Tokens, i: int) -> bool:
    """Whether a bracket behind the number at token `i` closes none that was opened."""
    if len(tokens.raw[i]) > 2 or tokens.at(i - 1) not in _BEFORE_ITEM:
        return False
    before = tokens.word[:i]
    return before.count("(") <= before.count(")")
