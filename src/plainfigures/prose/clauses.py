"""Clause borders as running weights: how far two words of a sentence are apart in sense."""

from collections.abc import Container
from functools import cache

from plainfigures.prose import lexicon
from plainfigures.prose.lexicon import tag
from plainfigures.prose.tokens import Tokens

_NUMBER = 0.3
_SIGN = 0.5
_KNOWN = 0.8
_PLAIN = 0.9
_FOREIGN_VERB = 3.0
_BORDERS = frozenset(
    "after before where who whom while which when whereas although though but because if ; whose "
    "as".split()
)


class Clauses:
    """Prefix sums of barrier weights over the tokens of a sentence."""

    __slots__ = ("_sums", "_tokens")

    def __init__(self, tokens: Tokens, numeric: Container[int], known: Container[int]) -> None:
        """`numeric` are tokens inside quantities, `known` tokens that are triggers themselves."""
        self._tokens = tokens
        weights = _weights()
        self._sums = sums = [0.0]
        total = 0.0
        for i, word in enumerate(tokens.word):
            weight = weights.get(word)
            if weight is None:
                weight = _NUMBER if i in numeric else _KNOWN if i in known else _weight(word)
            total += weight
            sums.append(total)

    def distance(self, one: int, two: int) -> float:
        """The weight of all tokens strictly between tokens `one` and `two`."""
        if one == two:
            return 0.0
        low, high = (one, two) if one < two else (two, one)
        return self._sums[high] - self._sums[low + 1]

    def border_between(self, one: int, two: int) -> bool:
        """Whether a word that opens another clause stands between two tokens."""
        low, high = (one, two) if one < two else (two, one)
        return not _BORDERS.isdisjoint(self._tokens.word[low + 1 : high])


@cache
def _weights() -> dict[str, float]:
    return {word: float(weight) for word, weight in lexicon.table("barriers.tsv")}


def _weight(word: str) -> float:
    """The weight of a word that is in no table: a verb parts, what is no word hardly does."""
    if not word[0].isalpha():
        return _SIGN
    return _FOREIGN_VERB if tag(word) in ("v", "vd") and word[-1] != "g" else _PLAIN
