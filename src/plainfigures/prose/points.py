"""Points between thousands, as many write them: "2.300 persons" are no fraction of a person."""

import re

from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_COUNTED = frozenset(("person", "family", "household"))
_THOUSAND = 1000


def read_points(tokens: Tokens, quantities: list[Quantity]) -> None:
    """Where a sentence counts people so, read all its numbers of people or of nothing so."""
    if not any(q.value is not None and q.value % 1 for q in quantities):
        return
    pointed = [
        q for q in quantities if _POINTED.fullmatch(tokens.raw[q.first]) and q.last == q.first + 1
    ]
    if not any(q.unit in _COUNTED for q in pointed):
        return
    for q in pointed:
        if q.kind in ("noun", "bare") and (q.unit is None or q.unit in _COUNTED):
            q.value, q.low, q.high = (
                None if bound is None else bound * _THOUSAND for bound in (q.value, q.low, q.high)
            )
