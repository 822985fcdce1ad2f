"""Marks of lists and of notes: what numbers or points an item ("7.", "(a)", "-"), and "[3]"."""

from collections.abc import Sequence

from plainfigures.prose.words.lexicon import tag

_BULLETS = frozenset("-*\u2013\u2014\u2022\u25aa\u25cf\u00b7")
_CLOSES = frozenset(".)")
_LONGEST = 4
_NOTE, _LISTING = 12, frozenset(",;-\u2013")


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


def notes(word: Sequence[str]) -> list[int]:
    """The tokens of numbers in square brackets that refer to notes or sources, and of their pages.

    >>> notes("the agency [ 3 , 4 ] has [ sic ] grown [ 5 ] : 16 .".split())
    [2, 3, 4, 5, 6, 12, 13, 14, 15, 16]
    """
    found: list[int] = []
    for k in range(1, len(word) if "[" in word else 0):
        if word[k] != "[":
            continue
        end = next((j for j in range(k + 1, min(len(word), k + _NOTE)) if word[j] == "]"), k)
        if end > k + 1 and all(map(_refers, word[k + 1 : end])):
            found += range(k, end + 3 if _is_paged(word, end) else end + 1)
    return found


def _is_paged(word: Sequence[str], end: int) -> bool:
    """ "in history,[3]: *16* the first", but "as the list tells [3]: 16 men died"."""
    colon, page, after = (*word[end + 1 : end + 4], "", "", "")[:3]
    counts = tag(after or ".")[0] in "na" or tag(after or ".")[:2] == "vd"
    return colon == ":" and page.isdecimal() and _refers(page) and not counts


def _refers(form: str) -> bool:
    """Whether a word may stand in a reference: a small number, no year, or what lists some."""
    return (form.isdecimal() and len(form) < _LONGEST) or form in _LISTING
