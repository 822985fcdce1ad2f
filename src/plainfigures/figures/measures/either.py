"""Measures that two others make where their words are joined: "killed or injured"."""

from collections.abc import Sequence

from plainfigures.figures.triggers.lists import MeasureLists
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag

_JOINTS = frozenset("or and / - even otherwise".split())
_LEADS = frozenset((",", "in"))
_TO_DEATH = " to death"  # "burned and hacked to death"
# One or more beside those who are counted ("one was killed and another hurt").
_OTHERS = frozenset("another some many several few".split())
_CHAIN = HELPERS | {",", "and", "them", "up", "off", "away", "out"}


def joined_measure(
    scan: Scan,
    lists: MeasureLists,
    q: Quantity,
    best: Trigger,
    row: Sequence[tuple[float, Trigger]],
) -> str | None:
    """ "killed or injured", "death and displacement": the measure that two triggers make."""
    for measure in lists.joined.get(best.measure, ()):
        for _, t in row:
            if t.measure != best.measure and t.measure in measure.either:
                if lists.abroad and best.measure == lists.abroad.name and _ends(scan, best, t):
                    return t.measure
                if any(_adjoin(scan, one, t) for one in _beside(q, best, row)):
                    if t.lemma == "shoot" and scan.tokens.at(t.last) == "and":
                        return best.measure  # "shot and wounded 40"
                    return t.measure if t.lemma.endswith(_TO_DEATH) else measure.name
            if t.measure != measure.name:
                continue
            if t.last - t.first > 1 and best.first < t.first and _follows(scan, q, t):
                return measure.name
    return None


def _follows(scan: Scan, q: Quantity, t: Trigger) -> bool:
    """ "lost 900 men killed and wounded", "900 men, killed or wounded", "900 men in killed …"."""
    led = scan.tokens.at(q.phrase_last) in _LEADS
    return q.last <= t.first <= q.phrase_last + led and not _has_object(scan, t)


def _beside(q: Quantity, best: Trigger, row: Sequence[tuple[float, Trigger]]) -> list[Trigger]:
    """The best trigger, and those of its measure within the number's phrase or right behind it."""
    near = range(q.phrase_first, q.phrase_last + 1)
    return [best, *(t for _, t in row if t.measure == best.measure and t.first in near)]


def _has_object(scan: Scan, t: Trigger) -> bool:
    """ "left 57 dead and injured 40", "… and injured a guard": a verb with an object of its own."""
    if tag(scan.tokens.at(t.last)) == "d":
        return True
    return any(q.phrase_first == t.last for q in scan.quantities)


def _ends(scan: Scan, one: Trigger, two: Trigger) -> bool:
    """ "taken from their homes, lined up *and shot*": what came of the same people, and no sum."""
    gap = scan.tokens.word[one.last : two.first]
    acts = {one.kind, two.kind} <= {"verb", "phrase"} and one.lemma not in ("displace", "uproot")
    acts = acts and "and" in gap[-3:] and not _has_object(scan, two)
    return acts and all(w in _CHAIN or tag(w)[:2] == "vd" or tag(w)[0] == "r" for w in gap)


def _adjoin(scan: Scan, one: Trigger, two: Trigger) -> bool:
    low, high = sorted((one, two), key=lambda t: t.first)
    gap = scan.tokens.word[low.last : high.first]
    if gap == [","] and scan.tokens.at(high.last) in ("or", "and"):  # "killed, hurt or abducted"
        if tag(scan.tokens.at(high.last + 1) or ".")[:2] == "vd":
            gap = ["or"]
    if not 0 < len(gap) <= 4 or {",", ";"} & set(gap) or not {"or", "and", "/"} & set(gap):
        return False
    if not _OTHERS.isdisjoint(gap) or ("the" in gap and low.kind != high.kind):
        return False  # "were displaced *and the* death toll is 16"
    if any(w not in HELPERS and w not in _JOINTS and tag(w) not in ("r", "d") for w in gap):
        return False
    return not any(low.first <= q.first < high.last for q in scan.quantities)
