"""Points between thousands, as many write them: "2.300 persons" are no fraction of a person."""

import re

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.tokens import Tokens

_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_COUNTED = frozenset(("person", "family", "household"))
_THOUSAND = 1000
# The tokens of "2.500-3.000".
_RANGE = 3


def _has_point(tokens: Tokens, q: Quantity) -> bool:
    """Whether a number is no whole one, or "90.000" and not read yet."""
    if q.value is None:
        return q.low is not None and q.low < _THOUSAND
    return q.value % 1 != 0 or (q.value < _THOUSAND and tokens.raw[q.first].endswith(".000"))


def read_points(tokens: Tokens, quantities: list[Quantity]) -> None:
    """Where a sentence counts people so, read all its numbers of people or of nothing so."""
    if not any("." in tokens.raw[q.first] for q in quantities):
        return
    pointed = [
        q
        for q in quantities
        if q.last in (q.first + 1, q.first + _RANGE)
        and _POINTED.fullmatch(tokens.raw[q.first])
        and _POINTED.fullmatch(tokens.raw[q.last - 1])
        and _has_point(tokens, q)
    ]
    if not any(q.unit in _COUNTED for q in pointed):
        return
    for q in pointed:
        if q.kind in ("noun", "bare") and (q.unit is None or q.unit in _COUNTED):
            q.value, q.low, q.high = (
                None if bound is None else bound * _THOUSAND for bound in (q.value, q.low, q.high)
            )
