"""Enumerations: quantities in one list, which share a trigger; token indices throughout."""

from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.lexicon import tag

# What may stand between two members of a list.
LINKS = frozenset(
    ", and or as well including plus both of them with another ( ) about some at least more than "
    "over nearly almost around a an the further to only other others whom which these - \u2013 & / "
    "followed by".split()
)


def are_listed(scan: Scan, one: int, two: int) -> bool:
    """Whether only commas, "and", and other quantities stand between two quantities."""
    quantities, word = scan.quantities, scan.tokens.word
    at, end = quantities[one].phrase_last, quantities[two].phrase_first
    between = iter(quantities[one + 1 : two])
    following = next(between, None)
    while at < end:
        if following is not None and following.phrase_first <= at:
            at = max(at + 1, following.phrase_last)
            following = next(between, None)
        elif word[at] in LINKS or word[at][0].isdecimal():
            at += 1
        else:
            return False
    return True


def are_of_one_verb(scan: Scan, one: int, two: int, t: Trigger) -> bool:
    """ "cleared 40 hectares of fields and 12 hectares of mined banks"."""
    area, other = scan.quantities[one], scan.quantities[two]
    if area.phrase_last <= t.first < other.phrase_first - 1:
        # "2 hectares were cleared, including 1 hectare of mined fields"
        return scan.tokens.word[other.phrase_first - 1] == "including"
    if not (t.kind == "verb" and t.first < area.first < other.first):
        return False
    gap = scan.tokens.word[area.phrase_last : other.phrase_first]
    listed = area.kind == other.kind == "unit" and gap[-1:] in (["and"], [","])
    return listed and all(
        w in LINKS or w[0].isdecimal() or tag(w).split(",")[0] in ("n", "ns", "a", "vd")
        for w in gap
    )
