"""Surfaces: the words and signs of a vocabulary, looked up at a token, the longest first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plainfigures.prose.words.tokens import split


class Surface(NamedTuple):
    """The tokens of an entry, what it names, and how surely (the kind of its word table)."""

    words: tuple[str, ...]
    name: str
    kind: str


Index = Mapping[str, Sequence[Surface]]


def index_of(rows: Iterable[tuple[str, str, str]]) -> Index:
    """Rows of (surface, name, kind) by their first token, the longest of each first."""
    table: dict[str, list[Surface]] = {}
    for surface, name, kind in rows:
        words = split(surface)
        if words and (len(words) == 1 or words[-1] != "."):
            table.setdefault(words[0], []).append(Surface(words, name, kind))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return table


def longest(index: Index, sequence: list[str], i: int) -> Surface | None:
    """The longest surface that begins at position `i` of a sequence of tokens."""
    for entry in index.get(sequence[i], ()):
        size = len(entry.words)
        if size == 1 or tuple(sequence[i : i + size]) == entry.words:
            return entry
    return None
