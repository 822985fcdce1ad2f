"""Whether quantities stand in one list, by the words between them."""

from plainfigures.prose.scan import Scan

LINKS = frozenset(
    ", and or as well including plus both of them with another ( ) about some at least more than "
    "over nearly almost around a an the further to only other others whom which these - \u2013 & / "
    "followed by".split()
)


def listed(scan: Scan, one: int, two: int) -> bool:
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
