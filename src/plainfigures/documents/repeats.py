"""Repeats: paragraphs whose words stand again in another, word for word or nearly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Final

from plainfigures.documents.word import folded_words, words
from plainfigures.documents.word_search import find_runs

MIN_REPEAT_WORDS: Final = 8
MIN_NEAR_WORDS: Final = 12
NEAR_SHARE: Final = 0.7
_GRAM: Final = 5
# Of the many paragraphs that may hold a run of words, so many are compared with a near repeat.
_COMPARED: Final = 16


@dataclass(frozen=True, slots=True)
class Repeat:
    """A paragraph whose words stand in unbroken order in another.

    Word k of `paragraph` is word `word_offset` + k of `container`, both counted from 0; paragraphs
    have their numbers, from 1. `exact` is False where case or signs differ from the container's.
    """

    paragraph: int
    container: int
    word_offset: int
    exact: bool


@dataclass(frozen=True, slots=True)
class WordRuns:
    """How many words each paragraph has, the hashes of its runs of five words, and those hashes
    that stand in several.
    """

    lengths: list[int]
    grams: list[list[int]]
    shared: set[int]


def word_runs(text: str, spans: list[tuple[int, int]]) -> WordRuns:
    """Read the words of all paragraphs once and find the runs of five that several of them hold."""
    lengths: list[int] = []
    grams: list[list[int]] = []
    seen: set[int] = set()
    shared: set[int] = set()
    if len(spans) < 2:
        return WordRuns([0] * len(spans), [[] for _ in spans], shared)
    for start, end in spans:
        found = folded_words(text, start, end)
        hashes = _grams(found)
        lengths.append(len(found))
        grams.append(hashes)
        if not seen.isdisjoint(hashes):
            shared.update(seen.intersection(hashes))
        seen.update(hashes)
    return WordRuns(lengths, grams, shared)


def find_repeats(text: str, spans: list[tuple[int, int]], runs: WordRuns) -> tuple[Repeat, ...]:
    """The repeats in order; a container is the longest paragraph that holds the words, of equal
    ones the first, and so is never a repeat itself.
    """
    if not runs.shared:
        return ()
    candidates = [
        index
        for index, length in enumerate(runs.lengths)
        if length >= MIN_REPEAT_WORDS and runs.shared.issuperset(runs.grams[index])
    ]
    if not candidates:
        return ()
    sought = {gram for index in candidates for gram in runs.grams[index]}
    searched = [index for index, hashes in enumerate(runs.grams) if not sought.isdisjoint(hashes)]
    found = find_runs(
        {index: folded_words(text, *spans[index]) for index in searched}, candidates, searched
    )
    signs = _Signs(text, spans)
    return tuple(
        Repeat(
            index + 1,
            place.index + 1,
            place.offset,
            signs.of(index, 0, runs.lengths[index])
            == signs.of(place.index, place.offset, runs.lengths[index]),
        )
        for index, place in sorted(found.items())
    )


def find_near_repeats(runs: WordRuns, repeats: tuple[Repeat, ...]) -> tuple[tuple[int, int], ...]:
    """Pairs (paragraph, container): seven in ten of the runs of five words of a paragraph of twelve
    words or more stand in one other, which is longer or stands earlier.
    """
    exact = {repeat.paragraph - 1 for repeat in repeats}
    shares = {
        index: list(filter(runs.shared.__contains__, hashes))
        for index, hashes in enumerate(runs.grams)
        if index not in exact and runs.lengths[index] > _GRAM
    }
    candidates = [
        index
        for index, shared in shares.items()
        if runs.lengths[index] >= MIN_NEAR_WORDS
        and len(shared) >= NEAR_SHARE * len(runs.grams[index])
    ]
    if not candidates:
        return ()
    # Containers from the longest on, paragraphs from the shortest on: of two that hold each other,
    # the longer is the container, and what is paired already stands at the end of a gram's list.
    by_length = sorted(shares, key=lambda index: (-runs.lengths[index], index))
    wanted = {gram for index in candidates for gram in shares[index]}
    holders: dict[int, list[int]] = {gram: [] for gram in wanted}
    for index in by_length:
        for gram in wanted.intersection(shares[index]):
            holders[gram].append(index)
    pairs: dict[int, int] = {}
    chosen = set(candidates)
    for index in (index for index in reversed(by_length) if index in chosen):
        container = _container(runs, index, shares[index], holders, pairs)
        if container is not None:
            pairs[index] = container
    return tuple((index + 1, container + 1) for index, container in sorted(pairs.items()))


def _container(
    runs: WordRuns,
    index: int,
    shared: list[int],
    holders: dict[int, list[int]],
    pairs: dict[int, int],
) -> int | None:
    length = runs.lengths[index]
    votes: Counter[int] = Counter()
    for gram in shared:
        votes.update(islice(holders[gram], _COMPARED))
    for other, count in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if count < NEAR_SHARE * len(runs.grams[index]):
            break
        if other == index or other in pairs:
            continue
        if other < index or runs.lengths[other] > length:
            return other
    return None


class _Signs:
    """The text of runs of words, white space made one, so that case and signs can be compared."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        self._text = text
        self._spans = spans
        self._places: dict[int, list[tuple[int, int, str]]] = {}

    def of(self, index: int, offset: int, length: int) -> str:
        """The text from a word of a paragraph over `length` words, without the signs around it."""
        places = self._places.get(index)
        if places is None:
            places = self._places[index] = words(self._text, *self._spans[index])
        return " ".join(self._text[places[offset][0] : places[offset + length - 1][1]].split())


def _grams(run: list[str]) -> list[int]:
    """Hashes, not the runs themselves: a fifth of the memory, and a chance of one in 10^12."""
    if len(run) < _GRAM:
        return []
    return list(map(hash, zip(*[run[k:] for k in range(_GRAM)], strict=False)))
