"""Where runs of words stand in longer ones, all found in one linear pass (Aho-Corasick)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# The words of runs by their index.
Runs = Sequence[Sequence[str]] | Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Run `index` holds the words that were sought, from its word `offset` on."""

    index: int
    offset: int


def find_runs(runs: Runs, sought: Iterable[int], searched: Iterable[int]) -> dict[int, Occurrence]:
    """For each sought run the longest other run that holds it; of equally long ones the first.

    Of equal runs all but the first are held by the first. A run that holds another is never held
    by one itself, since what holds it would be longer still. Time and memory are linear in the
    number of words.
    """
    tree = _Tree(runs, sought)
    order = sorted(searched, key=lambda index: (-len(runs[index]), index))
    first = tree.first_visits([runs[index] for index in order])
    found = {}
    for index, node in tree.ends.items():
        visit = first[node]
        if visit is None or order[visit[0]] == index:
            continue
        found[index] = Occurrence(order[visit[0]], visit[1] + 1 - len(runs[index]))
    return found


class _Tree:
    """The sought runs as a tree of words; `fallback`: the node of a node's longest proper end."""

    def __init__(self, runs: Runs, sought: Iterable[int]) -> None:
        self.ends: dict[int, int] = {}
        self.words: dict[str, int] = {}
        self.next: dict[int, int] = {}
        self.fallback: list[int] = [0]
        chosen = list(sought)
        for index in chosen:
            for word in runs[index]:
                self.words.setdefault(word, len(self.words))
        self.width = len(self.words)
        self.by_depth: list[list[tuple[int, int, int]]] = []
        for index in chosen:
            self.ends[index] = self._add(runs[index])
        self._link()

    def _add(self, run: Sequence[str]) -> int:
        node = 0
        for depth, word in enumerate(run):
            symbol = self.words[word]
            key = node * self.width + symbol
            child = self.next.get(key)
            if child is None:
                child = self.next[key] = len(self.fallback)
                self.fallback.append(0)
                if depth == len(self.by_depth):
                    self.by_depth.append([])
                self.by_depth[depth].append((child, node, symbol))
            node = child
        return node

    def _link(self) -> None:
        for level in self.by_depth[1:]:
            for node, parent, symbol in level:
                self.fallback[node] = self._step(self.fallback[parent], symbol)

    def _step(self, node: int, symbol: int) -> int:
        after = self.next.get(node * self.width + symbol)
        while after is None and node:
            node = self.fallback[node]
            after = self.next.get(node * self.width + symbol)
        return after or 0

    def first_visits(self, ordered: Sequence[Sequence[str]]) -> list[tuple[int, int] | None]:
        """For each node the first (run, word) at which the words that it stands for end."""
        first: list[tuple[int, int] | None] = [None] * len(self.fallback)
        symbols = self.words.get
        for rank, run in enumerate(ordered):
            node = 0
            for place, symbol in enumerate(map(symbols, run)):
                if symbol is None:
                    node = 0
                    continue
                node = self._step(node, symbol)
                if node and first[node] is None:
                    first[node] = (rank, place)
        for level in reversed(self.by_depth):
            for node, _, _ in level:
                visit, outer = first[node], self.fallback[node]
                if visit is not None and outer:
                    known = first[outer]
                    if known is None or visit < known:
                        first[outer] = visit
        return first
