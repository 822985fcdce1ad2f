"""Categories looked up from words: the closed sets of fields.yaml as an index of lemmas."""

from collections.abc import Iterable
from typing import NamedTuple

from plainfigures.definitions.model import Column
from plainfigures.prose.words.stems import STEMS, Memo, likely_forms
from plainfigures.prose.words.tokens import Tokens, split

# Other words may stand here, before the last word of a phrase ("ship … to").
GAP = "\u2026"
_WIDEST = 12
_MOVES = frozenset(("up", "down"))
# "the disaster agency said" names who deals with it
_BODIES = frozenset("agency agencies office ministry department commission brigade".split())
_ORES = {"mine"}  # "a mining town" has no landmines


# the words of a phrase and the category that it names
_Entry = tuple[tuple[str, ...], str]


class Found(NamedTuple):
    """Tokens first..last (exclusive) that name a category."""

    first: int
    last: int
    category: str


class CategoryIndex:
    """The words of one column's categories, longest first."""

    def __init__(self, column: Column) -> None:
        self._phrases: dict[str, list[_Entry]] = {}
        for category in column.categories:
            for words in category.words:
                parts = split(words)
                self._phrases.setdefault(parts[0], []).append((parts, category.name))
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        # the word forms with which something may begin, and what
        self._forms = likely_forms(form for form in self._phrases if form[0].isalnum())
        self._entries = Memo(self._entry)

    def _entry(self, form: str) -> tuple[_Entry, ...]:
        stems = sorted(STEMS[form] - _ORES if form == "mining" else STEMS[form])
        return tuple(entry for stem in stems for entry in self._phrases.get(stem, ()))

    def of(self, tokens: Tokens) -> "Categories":
        """The categories of a token table."""
        forms = self._forms
        if forms.isdisjoint(tokens.word):
            return Categories(tokens, [])
        return Categories(
            tokens,
            [(i, self._entries[form]) for i, form in enumerate(tokens.word) if form in forms],
        )


class Categories:
    """The categories of one column that a token table names."""

    __slots__ = ("_beginnings", "_every", "_tokens")

    def __init__(self, tokens: Tokens, beginnings: list[tuple[int, tuple[_Entry, ...]]]) -> None:
        """`beginnings` are tokens with what may begin there, in order."""
        self._tokens = tokens
        self._beginnings = beginnings
        self._every: list[Found] | None = None

    def __bool__(self) -> bool:
        """Whether there may be any."""
        return bool(self._beginnings)

    def every(self) -> list[Found]:
        """All of the table."""
        if self._every is None:
            self._every = self.within(0, self._tokens.size)
        return self._every

    def within(self, first: int, stop: int) -> list[Found]:
        """All categories named in tokens first..stop, in order, none overlapping another."""
        found: list[Found] = []
        end = first
        for i, entries in self._beginnings:
            if end <= i < stop:
                best = _longest(self._tokens, i, stop, entries)
                if best is not None:
                    found.append(best)
                    end = best.last
        return found


def _longest(tokens: Tokens, i: int, stop: int, entries: Iterable[_Entry]) -> Found | None:
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
            behind = range(j, min(stop, j + _WIDEST))
            last = parts[k + 1]  # but "bought 18 percent, *down* | from 24"
            led = (tokens.word[m] == last and tokens.word[m - 1] not in _MOVES for m in behind)
            return j if any(led) else None
        if j > i and j < stop and tokens.word[j] == "-":
            j += 1
        if j >= stop or part not in STEMS[tokens.word[j]]:
            return None
        j += 1
    return None if j < stop and tokens.word[j] in _BODIES else j
