"""Repeated paragraphs: their numbers are further places of the figures of those they repeat."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from plainfigures.documents import Document, Paragraph, Repeat, words
from plainfigures.figures.coverage import covered
from plainfigures.figures.figure import Figure, FigureSpan, NumberToken
from plainfigures.figures.grammar.sentence import Sentence

# (container, its word at which a figure's number starts) -> figure_id
Owners = dict[tuple[int, int], str]


class Container:
    """A paragraph that others repeat, with the places of its numbers there."""

    def __init__(
        self, number: int, starts: list[int], places: dict[int, list[FigureSpan]], owners: Owners
    ) -> None:
        """`starts` is where its words start, `places` are by the word that they repeat."""
        self._number = number
        self._starts = starts
        self._places = places
        self._owners = owners

    def placed(self, figure: Figure) -> Figure:
        """A figure of the paragraph with its further places; it is kept as the owner of these."""
        word = bisect_left(self._starts, figure.number_start)
        self._owners[self._number, word] = figure.figure_id
        places = self._places.get(word)
        return figure if places is None else replace(figure, repeats=tuple(places))


class Repeats:
    """The repeats of one document; `sentences` are those with numbers in a stretch of its text."""

    def __init__(
        self, document: Document, sentences: Callable[[int, int], Iterable[Sentence]]
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._repeats = {repeat.paragraph: repeat for repeat in document.repeats}
        self._containers = frozenset(repeat.container for repeat in document.repeats)
        self._owners: Owners = {}
        # whether a repeat stands before what it repeats
        self.run_ahead = any(one.container > one.paragraph for one in document.repeats)

    def of(self, number: int) -> Repeat | None:
        """What a paragraph repeats, if anything."""
        return self._repeats.get(number)

    def container(self, paragraph: Paragraph) -> Container | None:
        """A paragraph as what others repeat, if any do."""
        if paragraph.number not in self._containers:
            return None
        starts, places = self._word_starts(paragraph), self._places(paragraph)
        return Container(paragraph.number, starts, places, self._owners)

    def tokens(
        self, paragraph: Paragraph, sentences: Iterable[Sentence], repeat: Repeat
    ) -> Iterator[tuple[int, list[NumberToken]]]:
        """Where each sentence of a repeat starts, with the figures that own its number tokens."""
        starts = self._word_starts(paragraph)
        for sentence in sentences:
            tokens = sentence.tokens
            owner: dict[int, str] = {}
            for q in sentence.scan.quantities:
                word = repeat.word_offset + bisect_left(starts, tokens.start[q.first])
                figure_id = self._owners.get((repeat.container, word))
                if figure_id is not None:
                    owner.update(dict.fromkeys(range(q.first, q.last), figure_id))
            repeated = dict.fromkeys(range(tokens.size), "repeat")
            yield sentence.start, covered(sentence, owner, repeated, paragraph.number)

    def _word_starts(self, paragraph: Paragraph) -> list[int]:
        """Where the words of a paragraph start."""
        return [start for start, _, _ in words(self._document.text, paragraph.start, paragraph.end)]

    def _places(self, container: Paragraph) -> dict[int, list[FigureSpan]]:
        """Where the numbers of a paragraph are repeated, by the word at which they start."""
        found: dict[int, list[FigureSpan]] = {}
        for repeat in self._document.repeats:
            if repeat.container == container.number:
                paragraph = self._document.paragraphs[repeat.paragraph - 1]
                starts = self._word_starts(paragraph)
                for sentence in self._sentences(paragraph.start, paragraph.end):
                    start, end = sentence.tokens.start, sentence.tokens.end
                    for q in sentence.scan.quantities:
                        word = repeat.word_offset + bisect_left(starts, start[q.first])
                        place = FigureSpan(
                            paragraph.number, start[q.quote_first], end[q.counted_last - 1],
                            start[q.first], end[q.last - 1],
                        )  # fmt: skip
                        found.setdefault(word, []).append(place)
        return found
