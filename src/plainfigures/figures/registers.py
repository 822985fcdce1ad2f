"""Registers: where the text around a number is on something else than a dataset measures."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from plainfigures.definitions.model import Measure
from plainfigures.figures.relevance import Relevance
from plainfigures.figures.vicinity import bounds
from plainfigures.prose.tokens import Tokens

_NONE: frozenset[str] = frozenset()


class Register(NamedTuple):
    """The names of measures, the words of texts on something else, and the sure signs of them."""

    measures: frozenset[str]
    elsewhere: frozenset[str]
    sure: frozenset[str]


def registers(measures: Mapping[str, Measure]) -> tuple[Register, ...]:
    """The registers of all measures whose dataset tells of texts on something else."""
    names: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for one in measures.values():
        if one.elsewhere:
            names.setdefault((one.elsewhere, one.sure), []).append(one.name)
    return tuple(
        Register(frozenset(found), frozenset(elsewhere), frozenset(sure))
        for (elsewhere, sure), found in names.items()
    )


class Registers:
    """Those of which one document holds words on something else."""

    def __init__(
        self, every: Iterable[Register], relevance: Relevance, document: frozenset[str], text: str
    ) -> None:
        """`document`: the listed words that the document holds, `text`: its plain letters."""
        self._relevance = relevance
        # with each, where words on something else may begin
        self._suspect: list[tuple[Register, list[int]]] = []
        for one in every:
            if words := document & one.elsewhere:
                self._suspect.append((one, sorted(_places(words, text))))

    def closed(self, tokens: Tokens, around: Callable[[], Iterable[str]]) -> frozenset[str]:
        """The measures that a sentence cannot tell of, by all listed words of the text `around`.

        "The college raised $9 million": such gifts are no aid. A sentence that itself has a sure
        sign and nothing of the other topic is believed in any text.
        """
        found, (low, high) = _NONE, bounds(tokens.start[0])
        for one, places in self._suspect:
            if bisect_left(places, low) == bisect_left(places, high):
                continue
            here = frozenset(text for _, text in self._relevance.of_sentence(tokens))
            if not here.isdisjoint(one.sure) and here.isdisjoint(one.elsewhere):
                continue
            if _is_elsewhere(one, around()):
                found |= one.measures
        return found


def _places(words: Iterable[str], text: str) -> Iterator[int]:
    """Where any form of some words may begin."""
    text = f" {text}"
    for word in words:
        stem = " " + word.removesuffix("y")
        at = text.find(stem)
        while at >= 0:
            yield at
            at = text.find(stem, at + 1)


def _is_elsewhere(register: Register, around: Iterable[str]) -> bool:
    """Whether words on something else outnumber the sure signs; "student aid" is no sign of aid."""
    balance = 0
    for text in around:
        if text in register.elsewhere:
            balance += 1 + (" " in text and not register.sure.isdisjoint(text.split()))
        elif text in register.sure:
            balance -= 1
    return balance > 0
