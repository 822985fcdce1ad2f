"""Openings: the place with which a text opens, where no list has its name.

"The sappers *of Kelm* rise early", "The *Kelm* dyke broke": who tells of no other place is there.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from plainfigures.documents import Paragraph
from plainfigures.figures.places.recent import tells
from plainfigures.figures.places.sections import Sections
from plainfigures.figures.places.strangers import TOLD_OF, is_strange, strange_places
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

    @cached_property
    def _found(self) -> slice | None:
        title = Sections(self._plain, self._paragraphs).title_end()
        body = [one for one in self._paragraphs if one.start >= title][:_PARAGRAPHS]
        spans = (span for one in body for span in sentences(self._plain, one.start, one.end))
        for first, last in islice(spans, _SENTENCES):
            tokens = Tokens(self._plain, first, last, _LONGEST)
            told = [one for one in place_names(tokens) if tells(tokens, one, TOLD_OF)]
            found = [one for one in told if is_strange(tokens, one)] + strange_places(tokens)
            if found:
                name = min(found, key=lambda one: one.first)
                return slice(tokens.start[name.first], tokens.end[name.last - 1])
        return None
