"""The sentences of one document, as they are read from its text."""

from collections.abc import Iterator

from plainfigures.documents import Document
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.triggers import Vocabulary
from plainfigures.prose.quantities.passage import Passage

# So many are kept for the sentences after them.
_KEPT = 16


class Sentences:
    """Reads sentences; those that later ones look back at are not read again."""

    def __init__(self, document: Document, passage: Passage, vocabulary: Vocabulary) -> None:
        self._document, self._passage = document, passage
        self._find, self._telling = vocabulary.find, vocabulary.lists.lasting
        self._kept: dict[int, Sentence] = {}

    def within(self, start: int, end: int, numeric: bool = True) -> Iterator[Sentence]:
        """The sentences of a stretch of text, those with numbers alone unless told otherwise."""
        text, date = self._document.text, self._document.citation.date
        for first, last in self._passage.spans(start, end, numeric):
            kept = self._kept.get(first)
            if kept is not None and kept.end == last:
                yield kept
                continue
            for scan in self._passage.scans(first, last):
                tokens = scan.tokens
                yield Sentence(
                    text, tokens.begin, tokens.end[-1], scan, date, self._find, self._telling
                )

    def keep(self, sentence: Sentence) -> None:
        """Keep a sentence, and let go of the one that has been kept longest."""
        self._kept[sentence.start] = sentence
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
