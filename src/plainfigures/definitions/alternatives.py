"""Alternatives: "(fall|come) down" says "fall down" and "come down" in one line."""

import re
from itertools import product
from typing import Final

# Plain words, or two and more between brackets; no bracket holds another.
_PART: Final = re.compile(r"\(([^()|]+(?:\|[^()|]+)+)\)|([^()|]+)")


def spelled_out(phrase: str) -> tuple[str, ...]:
    """Every phrase that one with alternatives stands for; none where its brackets are wrong."""
    parts = list(_PART.finditer(phrase))
    if "".join(part[0] for part in parts) != phrase:
        return ()
    choices = [part[1].split("|") if part[1] else [part[2]] for part in parts]
    return tuple("".join(chosen) for chosen in product(*choices))
