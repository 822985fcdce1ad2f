"""Openings: the place with which a text opens, where no list has its name.

"The sappers *of Kelm* rise early", "The *Kelm* dyke broke": who tells of no other place is there.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from plainfigures.documents import Paragraph
from plainfigures.figures.places.recent import tells
from plainfigures.figures.places.sections import Sections
from plainfigures.figures.places.strangers import (
    TOLD_OF,
    is_listed,
    is_strange,
    strange_places,
)
from plainfigures.prose.places.places import place_names
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.tokens import Tokens

_PARAGRAPHS, _SENTENCES, _LONGEST = 2, 12, 80


class Opening:
    """The place with which a document opens; it is not looked for before a figure asks."""

    def __init__(self, original: str, plain: str, paragraphs: Sequence[Paragraph]) -> None:
        self._original, self._plain, self._paragraphs = original, plain, paragraphs

    def before(self, at: int) -> str | None:
        """Its words, for a figure that stands at `at`, behind it."""
        found = self._found
        return None if found is None or found.start > at else self._original[found]

    def again(self, at: int) -> str | None:
        """Its words, where no list has its name and the text has it more than once."""
        return self.before(at) if self.times > 1 else None

    @cached_property
    def times(self) -> int:
        """How often the text has its name, or calls people by it; 0 of one that a list has."""
        return 0 if self._strange is None else self._plain.count(self.name)

    @cached_property
    def name(self) -> str:
        """Its name alone ("Bor" of "the market town of Bor"); empty where there is none."""
        return "" if self._strange is None else self._named(self._strange)

    @cached_property
    def _found(self) -> slice | None:
        return self._strange or next(iter(self._names[1]), None)

    @cached_property
    def _strange(self) -> slice | None:
        """The name that no list has which the text has most, of those that it opens with."""
        return max(self._names[0], key=self._count, default=None)

    def _named(self, span: slice) -> str:
        words = self._plain[span].split()
        return " ".join(words[next((k for k, word in enumerate(words) if word[0].isupper()), 0) :])

    def _count(self, span: slice) -> int:
        return self._plain.count(self._named(span))

    @cached_property
    def _names(self) -> tuple[list[slice], list[slice]]:
        """The names of places at its start, that no list has and that one has, in order."""
        title = Sections(self._plain, self._paragraphs).title_end()
        body = [one for one in self._paragraphs if one.start >= title][:_PARAGRAPHS]
        spans = (span for one in body for span in sentences(self._plain, one.start, one.end))
        names: tuple[list[slice], list[slice]] = [], []
        for first, last in islice(spans, _SENTENCES):
            tokens = Tokens(self._plain, first, last, _LONGEST)
            told = [one for one in place_names(tokens) if tells(tokens, one, TOLD_OF)]
            found = [one for one in told if is_strange(tokens, one)] + strange_places(tokens)
            for name in sorted(found, key=lambda one: one.first):
                span = slice(tokens.start[name.first], tokens.end[name.last - 1])
                names[is_listed(tokens, name)].append(span)
        return names
