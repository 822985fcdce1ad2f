"""Arrangement: the tokens of a sentence as later stages read them, without what parts its words.

Rules ask for words side by side. What only stands between them is left out here, or read behind the
clause that it breaks off, once for all rules.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from plainfigures.prose.words.fronted import LEADS, behind_sentence
from plainfigures.prose.words.insertions import behind_clause, behind_verb
from plainfigures.prose.words.leads import plain_leads
from plainfigures.prose.words.lexicon import numbers
from plainfigures.prose.words.particles import (
    counts,
    either,
    lands,
    on_year,
    plural_initials,
    points,
    prefixed,
    raise_particles,
    remnants,
    short_forms,
)
from plainfigures.prose.words.passing import in_passing
from plainfigures.prose.words.turns import plain_turns
from plainfigures.prose.words.wholes import plain_wholes

# So many insertions a sentence has at most.
_INSERTIONS = 3
_ENDINGS = frozenset(("'s", "s"))


class Columns(NamedTuple):
    """A token table: words in lower case and as written, where each starts and ends in the text."""

    word: list[str]
    raw: list[str]
    start: list[int]
    end: list[int]

    def without(self, left: Collection[int]) -> "Columns":
        """The table less some of its tokens."""
        return self.taken([k for k in range(len(self.word)) if k not in left]) if left else self

    def numbers_without(self, read: "Columns") -> list[tuple[int, int]]:
        """Where the number words of this table stand in the text that another one has not."""
        if len(read.word) == len(self.word) or numbers().keys().isdisjoint(self.word):
            return []
        kept = frozenset(read.start)
        spans = zip(self.word, self.start, self.end, strict=True)
        return [(low, high) for word, low, high in spans if word in numbers() and low not in kept]

    def taken(self, order: Sequence[int] | None) -> "Columns":
        """Some of the tokens in an order of their own; all as they are for None."""
        if order is None:
            return self
        return Columns(
            [self.word[k] for k in order],
            [self.raw[k] for k in order],
            [self.start[k] for k in order],
            [self.end[k] for k in order],
        )


def arranged(columns: Columns) -> Columns:
    """The table in the order and with the words in which a sentence is read."""
    word, raw, *_ = columns
    left = in_passing(word) + points(raw) + short_forms(raw) + on_year(word) + either(word)
    columns = columns.without(left)
    raise_particles(columns.raw)
    _join(columns, lands(columns.raw))
    _join(columns, remnants(columns.word))
    _join(columns, counts(columns.raw))
    if not _ENDINGS.isdisjoint(columns.word):
        _join(columns, plural_initials(columns.raw))
    _join(columns, prefixed(columns.raw))
    if columns.word and columns.word[0] in LEADS:
        columns.raw[0] = columns.word[0]  # "Now Norway gave": no part of a name
    columns = columns.without(plain_turns(columns.word, columns.raw))
    columns = columns.without(plain_leads(columns.word))
    columns = columns.without(plain_wholes(columns.word, columns.raw))
    columns = columns.taken(behind_sentence(columns.word, columns.raw))
    for _ in range(_INSERTIONS):
        order = behind_clause(columns.word, columns.raw)
        if order is None:
            break
        columns = columns.taken(order)
    return columns.taken(behind_verb(columns.word, columns.raw))


def _join(columns: Columns, names: Iterable[tuple[int, int, int, str]]) -> None:
    """Make one token of each name of several words, or with an article."""
    for first, at, last, name in names:
        columns.raw[first:last], columns.word[first:last] = [name], [name.lower()]
        columns.start[first:last] = [columns.start[at]]
        columns.end[first:last] = [columns.end[last - 1]]
