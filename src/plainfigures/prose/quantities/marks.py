"""Marks: "the toll crossed the 40,000 mark", a number as a line that a count comes to."""

from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

MARKS = frozenset("mark threshold barrier range milestone".split())
PASSED = verb_forms(("cross", "pass", "top", "surpass", "exceed", "break", "breach"))
_NEAR = verb_forms(("approach", "near")) | {"around"}
_COMING = {"the"} | PASSED | _NEAR | verb_forms(("hit", "reach", "touch"))
_BEYOND = PASSED | {"past", "over", "above", "beyond"}


def is_mark(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a mark follows the number of tokens first..last (exclusive) that a count comes to."""
    if tokens.at(last) == "mark" and tokens.at(last - 1) != "one":
        return True  # of money they are "marks"
    return tokens.at(last) in MARKS and tokens.at(first - 1) in _COMING


def passed(tokens: Tokens, first: int) -> str | None:
    """The qualifier that the verb before a mark, or before its article, gives it."""
    verb = tokens.at(first - 1 - (tokens.at(first - 1) == "the"))
    if verb in _BEYOND:
        return "more_than"
    return "about" if verb in _NEAR else None
