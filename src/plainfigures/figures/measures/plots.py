"""Plots: numbers that go on measuring the land told of before ("they finished 12 last year")."""

from plainfigures.figures.exclusions.things import named_before
from plainfigures.figures.measures.tellings import managed
from plainfigures.figures.triggers.fits import is_area
from plainfigures.figures.triggers.match import Carried
from plainfigures.figures.triggers.triggers import Trigger, Vocabulary
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.helpers import HELPERS, REMAIN, before_adverbs

# The longest predicate behind a number, in tokens ("are all, it is thought, still fenced off").
_PREDICATE = 9


def measure_on(
    scan: Scan, triggers: list[Trigger], carried: Carried, vocabulary: Vocabulary
) -> None:
    """Give a bare number the unit of the land before it, where its own verb is done to land.

    "The trust cleared 40 hectares. The army *released* 12", "*some 9 are still to be searched*".
    """
    last, above = (one and one[0] for one in (carried.last, carried.earlier))
    for index, q in enumerate(scan.quantities):
        if q.kind != "bare" or q.unit is not None or q.value is None:
            continue
        earlier = [o for o in scan.quantities[:index] if not _says_when(o)]
        land = earlier[-1] if earlier else last or (above if managed(scan.tokens, q) else None)
        if land is None or land.kind != "unit" or not (land.unit and is_area(land.unit)):
            continue
        if named_before(vocabulary, scan.tokens, q.phrase_first) is not None:
            continue  # "of the mines there they cleared 300"
        if _is_told_of_land(scan, q, triggers, vocabulary):
            q.kind, q.unit, q.inherited = "unit", land.unit, True


def _says_when(q: Quantity) -> bool:
    """ "In the first three months they cleared 12", "40 percent of it": no count of its own."""
    return q.kind == "percent" or (q.kind == "unit" and not is_area(q.unit or ""))


def _is_told_of_land(
    scan: Scan, q: Quantity, triggers: list[Trigger], vocabulary: Vocabulary
) -> bool:
    """Whether the verb before a number, or the predicate behind it, is of land, and of nobody."""
    tokens = scan.tokens
    k = before_adverbs(tokens.word, q.phrase_first - 1)
    if managed(tokens, q):
        return True
    behind = range(q.phrase_last, q.phrase_last + _PREDICATE)
    led = tokens.at(q.phrase_last) in HELPERS or tokens.at(q.phrase_last) in REMAIN
    next_number = next((o.first for o in scan.quantities if o.first > q.first), tokens.size)
    near = [
        t
        for t in triggers
        if t.last == k + 1 or (led and t.first in behind and t.first < next_number)
    ]
    of_people = {t.first for t in near if "person" in vocabulary.measures[t.measure].units}
    return any(
        "area" in vocabulary.measures[t.measure].units
        and t.kind != "noun"
        and (t.first not in of_people or tokens.word[t.first] in REMAIN)
        for t in near
    )
