"""Categories looked up from words: the closed sets of fields.yaml as an index of lemmas."""

from collections.abc import Iterable
from dataclasses import dataclass

from plainfigures.definitions.model import Column
from plainfigures.prose.stems import STEMS, Memo
from plainfigures.prose.tokens import Tokens, split

# Other words may stand here, before the last word of a phrase ("ship … to").
GAP = "\u2026"
_WIDEST = 12
# "the disaster agency said" names who deals with it
_BODIES = frozenset("agency agencies office ministry department commission brigade".split())


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens first..last (exclusive) that name a category."""

    first: int
    last: int
    category: str


class CategoryIndex:
    """The words of one column's categories, found in a token table, longest first."""

    def __init__(self, column: Column) -> None:
        self.column = column.name
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for category in column.categories:
            for words in category.words:
                parts = split(words)
                self._phrases.setdefault(parts[0], []).append((parts, category.name))
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        # word form -> what may begin with it
        self._entries = Memo(self._entry)

    def _entry(self, form: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        if not form[0].isalnum():
            return ()
        stems = sorted(STEMS[form])
        return tuple(entry for stem in stems for entry in self._phrases.get(stem, ()))

    def find(self, tokens: Tokens, first: int = 0, last: int | None = None) -> list[Found]:
        """All categories named in tokens first..last, in order, none overlapping another."""
        stop = tokens.size if last is None else last
        found: list[Found] = []
        end = first
        entries = map(self._entries.__getitem__, tokens.word[first:stop])
        for i, beginning in enumerate(entries, first):
            if beginning and i >= end:
                best = _longest(tokens, i, stop, beginning)
                if best is not None:
                    found.append(best)
                    end = best.last
        return found


def _longest(
    tokens: Tokens, i: int, stop: int, entries: Iterable[tuple[tuple[str, ...], str]]
) -> Found | None:
    """The longest of some entries that stands at token `i`; of equal ones the first."""
    best: Found | None = None
    for parts, category in entries:
        j = _end(tokens, i, stop, parts)
        if j is not None and (best is None or j > best.last):
            best = Found(i, j, category)
    return best


def _end(tokens: Tokens, i: int, stop: int, parts: tuple[str, ...]) -> int | None:
    """The token after a phrase that begins at token `i`, before its gap where it has one."""
    j = i
    for k, part in enumerate(parts):
        if part == GAP:
            return j if parts[k + 1] in tokens.word[j : min(stop, j + _WIDEST)] else None
        if j > i and j < stop and tokens.word[j] == "-":
            j += 1
        if j >= stop or part not in tokens.stems[j]:
            return None
        j += 1
    return None if j < stop and tokens.word[j] in _BODIES else j
