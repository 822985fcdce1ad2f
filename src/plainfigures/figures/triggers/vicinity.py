"""The vicinity of a sentence: the words around it that its numbers may lean on."""

from plainfigures.documents import Paragraph
from plainfigures.figures.triggers.relevance import Relevance
from plainfigures.prose.quantities.passage import Passage

# How many characters of a paragraph a sentence may lean on; a bound keeps long ones linear.
_REACH = 2000
# How far after a place the text is still around it.
_AFTER = 1000


class Vicinity:
    """Finds the context words and competitors near a place of one document."""

    def __init__(self, passage: Passage, relevance: Relevance) -> None:
        self._passage = passage
        self._relevance = relevance

    def reach_back(self, paragraph: Paragraph, start: int) -> int:
        """Where the words begin on which a sentence may lean: its paragraph, but not far away."""
        far = start - _REACH
        if far <= paragraph.start:
            return paragraph.start
        return max(self._passage.plain.find(" ", far, start), far)

    def within(self, start: int, end: int) -> frozenset[str]:
        """The context words and competitors in a stretch of text."""
        text = self._passage.letters[start:end]
        words = text.split()
        return self._relevance.of_text(frozenset(words), text, (words,))

    def around(self, start: int) -> tuple[str, ...]:
        """All context words and competitors in the text around a place, in order."""
        text = self._passage.letters[slice(*bounds(start))]
        return tuple([name for _, name in self._relevance.hits(text.split())])


def bounds(start: int) -> tuple[int, int]:
    """From where to where the text is around a place."""
    return max(0, start - _REACH), start + _AFTER
