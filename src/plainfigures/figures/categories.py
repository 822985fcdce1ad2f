"""Categories looked up from words: the closed sets of fields.yaml as an index of lemmas."""

from dataclasses import dataclass

from plainfigures.definitions.model import Column
from plainfigures.figures.triggers import Vocabulary
from plainfigures.prose.tokens import Tokens, split


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens first..last (exclusive) that name a category."""

    first: int
    last: int
    category: str


class CategoryIndex:
    """The words of one column's categories, found in a token table, longest first."""

    def __init__(self, column: Column, vocabulary: Vocabulary) -> None:
        self.column = column.name
        self._stems = vocabulary.stems
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for category in column.categories:
            for words in category.words:
                parts = split(words)
                self._phrases.setdefault(parts[0], []).append((parts, category.name))
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, tokens: Tokens, first: int = 0, last: int | None = None) -> list[Found]:
        """All categories named in tokens first..last, in order, none overlapping another."""
        stop = tokens.size if last is None else last
        found: list[Found] = []
        i = first
        while i < stop:
            best = self._at(tokens, i, stop)
            if best is None:
                i += 1
                continue
            found.append(best)
            i = best.last
        return found

    def _at(self, tokens: Tokens, i: int, stop: int) -> Found | None:
        best: Found | None = None
        word = tokens.word[i]
        if not word[0].isalnum():
            return None
        for stem in self._stems(word):
            for parts, category in self._phrases.get(stem, ()):
                j = i
                for part in parts:
                    if j > i and j < stop and tokens.word[j] == "-":
                        j += 1
                    if j >= stop or part not in self._stems(tokens.word[j]):
                        break
                    j += 1
                else:
                    if best is None or j > best.last:
                        best = Found(i, j, category)
        return best
