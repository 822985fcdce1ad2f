"""Clause borders as running weights: how far two words of a sentence are apart in sense."""

from functools import cache
from importlib import resources

from plainfigures.prose.lexicon import tag
from plainfigures.prose.tokens import Tokens

_PLAIN = 0.9
_FOREIGN_VERB = 3.0
_NUMBER = 2.0
_BORDERS = frozenset(
    "after before where who whom while which when whereas although though but because if ; whose as".split()
)
_NEGATIONS = frozenset(
    "not n't never no nobody none neither nor without denied denies deny".split()
)
_HYPOTHETICAL = frozenset(
    "if would could might may unless whether should imagine suppose hypothetical".split()
)


@cache
def _weights() -> dict[str, float]:
    text = resources.files(__package__).joinpath("lexicons/barriers.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: float(weight) for word, weight in rows}


class Clauses:
    """Prefix sums of barrier weights over the tokens of a sentence."""

    __slots__ = ("sums", "tokens")

    def __init__(self, tokens: Tokens, numeric: set[int], known: set[int]) -> None:
        """`numeric` are tokens inside quantities, `known` tokens that are triggers themselves."""
        self.tokens = tokens
        weights = _weights()
        sums = [0.0]
        total = 0.0
        for i, word in enumerate(tokens.word):
            weight = weights.get(word)
            if weight is None:
                if i in numeric:
                    weight = 0.3
                elif i in known:
                    weight = 0.8
                elif word[0].isalpha():
                    kind = tag(word)
                    weight = _FOREIGN_VERB if kind in ("v", "vd") and word[-1] != "g" else _PLAIN
                else:
                    weight = 0.5
            total += weight
            sums.append(total)
        self.sums = sums

    def distance(self, one: int, two: int) -> float:
        """The weight of all tokens strictly between tokens `one` and `two`."""
        if one == two:
            return 0.0
        low, high = (one, two) if one < two else (two, one)
        return self.sums[high] - self.sums[low + 1]

    def border_between(self, one: int, two: int) -> bool:
        """Whether a word that opens another clause stands between two tokens."""
        low, high = (one, two) if one < two else (two, one)
        return any(word in _BORDERS for word in self.tokens.word[low + 1 : high])
