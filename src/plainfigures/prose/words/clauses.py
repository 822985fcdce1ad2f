"""Clause borders as running weights: how far two words of a sentence are apart in sense."""

from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.stems import Memo
from plainfigures.prose.words.tables import table
from plainfigures.prose.words.tokens import Tokens

_NUMBER = 0.3
_SIGN = 0.5
_KNOWN = 0.8
_PLAIN = 0.9
_FOREIGN_VERB = 3.0
_BORDERS = frozenset(
    "after before where who whom while which when whereas although though but because if ; whose "
    "as leaving".split()
)


class Clauses:
    """Prefix sums of barrier weights over the tokens of a sentence."""

    __slots__ = ("_sums", "_tokens")

    def __init__(
        self,
        tokens: Tokens,
        numeric: Iterable[int],
        known: Iterable[int],
        aside: Iterable[int] = (),
    ) -> None:
        """`numeric` are tokens inside quantities, `known` tokens that are triggers themselves.

        What stands `aside` in brackets weighs nothing.
        """
        self._tokens = tokens
        listed, word = _listed(), tokens.word
        weights = list(map(_WEIGHTS.__getitem__, word))
        for i in known:
            if word[i] not in listed:
                weights[i] = _KNOWN
        for i in numeric:
            if word[i] not in listed:
                weights[i] = _NUMBER
        for i in aside:
            weights[i] = 0.0
        self._sums = list(accumulate(weights, initial=0.0))

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
def _listed() -> dict[str, float]:
    return {word: float(weight) for word, weight in table("barriers.tsv")}


def _weight(word: str) -> float:
    """The weight of a word: of those in no table a verb parts, what is no word hardly does."""
    listed = _listed().get(word)
    if listed is not None:
        return listed
    if not word[0].isalpha():
        return _SIGN
    return _FOREIGN_VERB if tag(word) in ("v", "vd") and word[-1] != "g" else _PLAIN


_WEIGHTS = Memo(_weight)
