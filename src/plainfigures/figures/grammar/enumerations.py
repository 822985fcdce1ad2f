"""Enumerations: quantities in one list, which share a trigger; token indices throughout."""

from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag

# How far before a subject a verb stands that has it for an object.
_SUBJECT = 4

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


def are_one_subject(scan: Scan, one: int, two: int, t: Trigger) -> bool:
    """ "In May 12 hectares of mined land and 40 hectares of roads | were cleared": both were."""
    word, area, other = scan.tokens.word, scan.quantities[one], scan.quantities[two]
    if word[t.first - 1] not in HELPERS or word[other.phrase_last : t.first].count("and"):
        return False
    gap = word[area.phrase_last : other.phrase_first]
    if gap[:1] != ["of"] or gap[-1:] != ["and"]:
        return False
    led = word[max(0, area.phrase_first - _SUBJECT) : area.phrase_first]
    return all(_is_named(w) for w in gap[1:-1]) and not any(tag(w)[0] == "v" for w in led)


def _is_named(word: str) -> bool:
    return word.isalpha() and tag(word).split(",")[0] in ("n", "ns", "a", "vd", "d")
