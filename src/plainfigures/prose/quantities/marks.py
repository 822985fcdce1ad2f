"""Marks: "the toll crossed the 40,000 mark", a number as a line that a count comes to."""

from plainfigures.prose.words.tokens import Tokens

_MARKS = frozenset("mark threshold barrier range milestone".split())
_PASSED = frozenset(
    "crossed crosses crossing passed passes passing topped surpassed exceeded broke breached past "
    "over above beyond".split()
)
_NEAR = frozenset("approaching approached nearing near neared around".split())


def is_mark(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a mark follows the number of tokens first..last (exclusive) behind "the"."""
    return tokens.at(last) in _MARKS and tokens.at(first - 1) == "the"


def passed(tokens: Tokens, first: int) -> str | None:
    """The qualifier that the verb before "the" at `first` - 1 gives a mark."""
    verb = tokens.at(first - 2)
    if verb in _PASSED:
        return "more_than"
    return "about" if verb in _NEAR else None
