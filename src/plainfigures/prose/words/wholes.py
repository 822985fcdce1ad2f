"""Wholes: "40 people, out of 90 injured" as "40 people of the 90 injured"."""

from collections.abc import Sequence

from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.parted import counts

# So many words what is counted has at most.
_WORDS = 4
_BOUNDS = frozenset("some about around nearly almost over an estimated roughly".split())


def plain_wholes(word: list[str], raw: list[str]) -> list[int]:
    """Write what leads to a whole as "of the", in place; the tokens that are left out.

    >>> words = "Some 40 people , out of 90 injured , died".split()
    >>> plain_wholes(words, words[:]), " ".join(words)
    ([3], 'Some 40 people , of the 90 injured , died')
    """
    if "out" not in word:
        return []
    left: list[int] = []
    for k in range(2, len(word) - 2):
        if word[k] != "out" or word[k + 1] != "of":
            continue
        comma = word[k - 1] == ","
        whole = _whole(word, k - comma, k + 2)
        if not whole:
            continue
        left += range(k - comma, k)
        called = tag(word[whole]).startswith("vd,a")
        if called and word[k + 2] == "the":
            left.append(k)
        elif called and counts(word[k + 2]):
            word[k], raw[k], word[k + 1], raw[k + 1] = "of", "of", "the", "the"
    return left


def _whole(word: Sequence[str], last: int, first: int) -> int:
    """The token behind the number of a whole at `first`; 0 where no part of it ends before `last`.

    Not "drove 300 families out of 40 villages", where the second counts something else, nor the
    share "seven pupils out of eight".
    """
    j = last - 1
    while j > 0 and last - j <= _WORDS and not counts(word[j]) and tag(word[j])[0] in "na":
        j -= 1
    while first < len(word) - 2 and (word[first] == "the" or word[first] in _BOUNDS):
        first += 1
    if not (counts(word[j]) and counts(word[first])):
        return 0
    while first < len(word) - 1 and counts(word[first]):
        first += 1
    again = word[first] in word[j + 1 : last]  # "40 hectares, out of 90 hectares"
    return first if again or tag(word[first]).startswith("vd,a") else 0
