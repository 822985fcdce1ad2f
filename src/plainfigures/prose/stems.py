"""Stems: what a list of words or a phrase may name a word by; remembered for each word form."""

from collections.abc import Callable
from typing import Generic, TypeVar

from plainfigures.prose.lexicon import singular, verb_lemmas

_MOST = 1 << 16
T = TypeVar("T")


class Memo(dict[str, T], Generic[T]):
    """What a function gives for words, asked once for each; emptied before it grows too large."""

    __slots__ = ("_of",)

    def __init__(self, of: Callable[[str], T]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._of(word)
        return found


def _stems(form: str) -> frozenset[str]:
    return frozenset((form, singular(form), *verb_lemmas(form)))


# A lower-case word -> itself, its singular and the verbs that it may be a form of.
STEMS = Memo(_stems)
