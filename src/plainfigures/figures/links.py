"""Links between the quantities of a sentence: part of a whole, the same in other units."""

from decimal import Decimal

from plainfigures.figures.sentence import Sentence
from plainfigures.prose.quantity import Quantity

_PEOPLE = frozenset(("person", "family", "household"))
_CUES = frozenset(("including", "includes", "included", "comprising", "among", "namely"))
_OF_THEM = (
    ("of", "whom"),
    ("of", "which"),
    ("of", "them"),
    ("of", "these"),
    ("of", "those"),
    ("among", "them"),
    ("among", "whom"),
)
_SAME = (
    ("or",),
    ("that", "is"),
    ("i", ".", "e", "."),
    ("i.e.",),
    ("equivalent", "to"),
    ("equal", "to"),
    ("in", "all"),
)


def links(sentence: Sentence) -> tuple[dict[int, int], dict[int, int]]:
    """(part_of, same_as): index of a quantity -> index of its whole, or of its equal before it."""
    quantities = sentence.scan.quantities
    parts: dict[int, int] = {}
    same: dict[int, int] = {}
    word = sentence.tokens.word
    for index in range(1, len(quantities)):
        q, before = quantities[index], quantities[index - 1]
        gap = word[before.phrase_last : q.phrase_first]
        if _equates(gap, q, before, word):
            same[index] = index - 1
            continue
        whole = _whole(sentence, index, parts)
        if whole is not None:
            parts[index] = whole
    return parts, same


def _equates(gap: list[str], q: Quantity, before: Quantity, word: list[str]) -> bool:
    if q.kind == "bare" or before.kind == "bare" or q.inherited:
        return False
    different = q.unit != before.unit
    both_people = q.unit in _PEOPLE and before.unit in _PEOPLE
    both_money = q.kind == "money" and before.kind == "money"
    if not different or not (
        both_people or both_money or (q.kind == "unit" and before.kind == "unit")
    ):
        return False
    if gap == ["("]:
        closes = word[q.phrase_last : q.phrase_last + 1]
        return closes == [")"] or both_people or both_money
    trimmed = [w for w in gap if w not in (",", "(", "about", "some")]
    return tuple(trimmed) in _SAME


def _whole(sentence: Sentence, index: int, parts: dict[int, int]) -> int | None:
    """The whole of which a quantity is a part, by "including", "of whom" or a bracketed list."""
    quantities = sentence.scan.quantities
    word = sentence.tokens.word
    q = quantities[index]
    for other in range(index - 1, -1, -1):
        whole = quantities[other]
        gap = word[whole.phrase_last : q.phrase_first]
        if len(gap) > 22 or ";" in gap:
            return None
        cue = _cue(gap, sentence, whole, q)
        if cue:
            if _comparable(whole, q):
                return other
            return None
        # the next of a list whose first part has a whole
        if other in parts and _listed(gap) and _comparable(quantities[parts[other]], q):
            return parts[other]
        if not _listed(gap):
            return None
    return None


def _cue(gap: list[str], sentence: Sentence, whole: Quantity, q: Quantity) -> bool:
    if any(w in _CUES for w in gap):
        return True
    if any(tuple(gap[k : k + 2]) in _OF_THEM for k in range(len(gap))):
        return True
    after = sentence.tokens.word[q.last : q.last + 6]
    return any(tuple(after[k : k + 2]) in _OF_THEM for k in range(2)) and (
        "," in gap or "(" in gap or "and" in gap
    )


def _listed(gap: list[str]) -> bool:
    return len(gap) <= 8 and all(
        w not in ("while", "but", ")", "who", "that", "which") for w in gap
    )


def _comparable(whole: Quantity, part: Quantity) -> bool:
    if part.kind in ("percent", "point", "multiple") or whole.kind in (
        "percent",
        "point",
        "multiple",
    ):
        return False
    if part.unit in _PEOPLE and whole.unit in _PEOPLE:
        return True
    return part.unit == whole.unit and part.unit is not None or part.kind == "bare"


def above(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is surely more than its whole."""
    low = part.low if part.low is not None else part.value
    high = whole.high if whole.high is not None else whole.value
    if low is None or high is None or part.unit != whole.unit:
        return False
    if whole.qualifier in ("at_least", "more_than", "about", "vague"):
        return False
    return low > high


def total(parts: list[Quantity]) -> Decimal | None:
    """The sum of parts with exact values in one unit, or None."""
    if len({part.unit for part in parts}) != 1 or any(part.value is None for part in parts):
        return None
    return sum((part.value for part in parts if part.value is not None), Decimal(0))
