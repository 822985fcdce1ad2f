"""Marks of lists: what numbers or points an item before its sentence ("7.", "(a)", "iv)", "-")."""

from collections.abc import Sequence

_BULLETS = frozenset("-*\u2013\u2014\u2022\u25aa\u25cf\u00b7")
_CLOSES = frozenset(".)")
_LONGEST = 4


def mark_end(word: Sequence[str], start: Sequence[int], end: Sequence[int]) -> int:
    """The token behind the mark that opens a sentence; 0 where none does.

    >>> mark_end("( a ) 40 fled in May .".split(), range(0, 18, 2), range(1, 19, 2))
    3
    """
    if len(word) < _LONGEST:
        return 0
    if word[0] in _BULLETS:
        return int(end[0] < start[1])  # no minus sign
    first = int(word[0] == "(")
    if word[first + 1] not in _CLOSES or (first and word[2] != ")"):
        return 0
    form = word[first]
    small = form.isdecimal() and len(form) < _LONGEST
    letter = (
        form.isalpha() and (len(form) == 1 or set(form) <= set("ivx")) and word[first + 1] == ")"
    )
    return first + 2 if (small and end[first] == start[first + 1]) or letter else 0
