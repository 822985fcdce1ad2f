"""One pass through a document, a sentence at a time, in the order of the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, islice
from operator import itemgetter
from typing import TypeVar

from plainfigures.documents import Document, Paragraph
from plainfigures.figures.anomalies import Flag, TextFlags, date_after
from plainfigures.figures.coverage import covered, reasons
from plainfigures.figures.figure import Decision, Figure, NumberToken
from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.grammar.traders import trader_of
from plainfigures.figures.ids import Ids
from plainfigures.figures.making import Maker
from plainfigures.figures.measures.headings import Headings
from plainfigures.figures.measures.measures import Measures
from plainfigures.figures.measures.questions import Questions
from plainfigures.figures.measures.topics import Topics
from plainfigures.figures.measures.withdrawals import withdrawn
from plainfigures.figures.places.sections import run_in
from plainfigures.figures.places.settings import Settings
from plainfigures.figures.repeated import Container, Repeats
from plainfigures.figures.rows.row import Draft, RowReader
from plainfigures.figures.rows.said import stamp
from plainfigures.figures.rows.scenes import before
from plainfigures.figures.sentences import Sentences
from plainfigures.figures.speakers.quotations import HE_SAID, Quotations
from plainfigures.figures.speakers.speakers import is_general, remember
from plainfigures.figures.speakers.voices import Voices
from plainfigures.figures.triggers.match import Carried, Match
from plainfigures.figures.triggers.once import Kept
from plainfigures.figures.triggers.registers import Registers
from plainfigures.figures.triggers.triggers import Vocabulary
from plainfigures.figures.triggers.vicinity import Vicinity
from plainfigures.prose.quantities.passage import Passage
from plainfigures.prose.words.letters import runs

# So many sentences each stage is ahead of the next.
_AHEAD = 128
# The paragraph before lends its measures to one that is so near, one without numbers between.
_NEAR = 2

# Where a figure is to be added, (start, end) of its quote -> the decision that adds it.
Additions = Mapping[tuple[int, int], Decision]
Scanned = tuple[Paragraph, Sentence]
Read = tuple[Paragraph, Sentence, list[Draft]]
T = TypeVar("T")
_PARAGRAPH = itemgetter(0)


@dataclass(slots=True)
class Part:
    """What one sentence gave: its figures, its number tokens, and the anomalies in it."""

    start: int
    figures: list[Figure]
    tokens: list[NumberToken]
    flags: list[Flag]


class Pass:
    """One reading of one document in stages; nothing of a sentence is kept after the last one."""

    def __init__(
        self, vocabulary: Vocabulary, rows: RowReader, document: Document, additions: Additions,
        covers: bool = True,
    ) -> None:  # fmt: skip
        """`covers`: number tokens and the dates after the document's are asked for, too."""
        self._covers = covers
        self._vocabulary = vocabulary
        self._rows = rows
        self._document = document
        self._additions = additions
        self._passage = Passage(document.text, document.citation)
        shared = self._passage.words, self._passage.letters
        relevant = Kept(partial(vocabulary.relevance.of_text, *shared, runs(self._passage.letters)))
        self._measures = Measures(vocabulary, relevant)
        self._vicinity = Vicinity(self._passage, vocabulary.relevance)
        self._registers = Registers(vocabulary.lists.registers, *shared)
        self._ids = Ids(document.name, document.text)
        self._maker = Maker(document)
        self._headings = Headings(vocabulary, self._passage.plain, document.paragraphs)
        self._questions = Questions(vocabulary, self._passage.plain)
        self._topics = Topics(vocabulary, self._headings)
        texts = document.text, self._passage.plain, document.paragraphs
        self._settings = Settings(*texts)
        self._voices = Voices(*texts, self._settings)
        self._sentences = Sentences(document, self._passage, vocabulary)
        self._every = partial(self._sentences.within, numeric=False)
        self._quotations = Quotations(*texts[1:], self._every, self._headings.introduction)
        self._repeats = Repeats(document, self._sentences.within)
        # what the last paragraph with numbers leaves to the next, and its number
        self._carried, self._lender = Carried(), 0
        self._people: str | None = None
        self._place: str | None = None
        self._as_of: str | None = None
        self._wholes: Sequence[Draft] = ()
        # a noun of a speaker's name ("ministry") -> the name
        self._bodies: dict[str, str] = {}
        # the code or name of a country whose trade is told -> its words
        self._reporters: dict[str, str] = {}
        # the country whose trade the text tells of
        self._trader = Kept(partial(trader_of, document.text))
        # number_start -> the decision that added the figure there
        self.added: dict[int, Decision] = {}
        self.text_flags = TextFlags(document, self._passage)

    def run(self) -> Iterator[Part]:
        """What each sentence with a number states, in the order of the text."""
        paragraphs = self._document.paragraphs
        if self._repeats.run_ahead:
            # a repeat that stands before its figures is read after them
            late = sorted(paragraphs, key=lambda one: self._repeats.of(one.number) is not None)
            return iter(sorted(self._parts(self._read(late)), key=lambda part: part.start))
        return self._parts(self._read(paragraphs))

    def _read(self, paragraphs: Iterable[Paragraph]) -> Iterator[Read]:
        """The sentences with numbers of some paragraphs, each stage of reading some way ahead."""
        return _ahead(self._rows_of(_ahead(self._measured(_ahead(self._scanned(paragraphs))))))

    def _scanned(self, paragraphs: Iterable[Paragraph]) -> Iterator[Scanned]:
        """The sentences of paragraphs that have numbers."""
        for paragraph in paragraphs:
            for sentence in self._sentences.within(paragraph.start, paragraph.end):
                yield paragraph, sentence

    def _measured(self, scanned: Iterator[Scanned]) -> Iterator[Scanned]:
        """The same with the measures of their quantities; a paragraph that repeats one has none."""
        for paragraph, sentences in groupby(scanned, _PARAGRAPH):
            if self._repeats.of(paragraph.number) is not None:
                yield from sentences
                continue
            carried = self._carried.to_next(paragraph.number <= self._lender + _NEAR)
            self._carried, self._lender = carried, paragraph.number
            for _, sentence in sentences:
                if sentence.scan.quantities:
                    self._measure(paragraph, sentence, carried)
                yield paragraph, sentence

    def _rows_of(self, measured: Iterator[Scanned]) -> Iterator[Read]:
        """The same with their drafts; a paragraph that repeats one has none."""
        for paragraph, sentences in groupby(measured, _PARAGRAPH):
            if self._repeats.of(paragraph.number) is not None:
                for _, sentence in sentences:
                    yield paragraph, sentence, []
                continue
            memory = self._memory(paragraph)
            seen = paragraph.start
            for _, sentence in sentences:
                self._recall(sentence, seen, memory, paragraph.number)
                seen = sentence.end
                self._sentences.keep(sentence)
                drafts = []
                if sentence.scan.quantities:
                    start, memory.above = sentence.start, self._above(paragraph)
                    memory.before = self._vicinity.reach_back(paragraph, start), start
                    memory.headed = partial(self._headings.words, start)
                    drafts = self._rows.read(sentence, memory)
                else:
                    remember(sentence, memory)
                    memory.as_of = stamp(sentence) or memory.as_of
                yield paragraph, sentence, drafts
            self._people, self._wholes, self._as_of = memory.people, memory.wholes, memory.as_of
            self._place = memory.agreed(self._place)

    def _above(self, paragraph: Paragraph) -> int:
        """Where the paragraph before starts, where that is no heading; else this one's start."""
        number = paragraph.number
        if number < 2 or self._settings.is_heading(number - 1):
            return paragraph.start
        return self._document.paragraphs[number - 2].start

    def _parts(self, read: Iterator[Read]) -> Iterator[Part]:
        """What each sentence gave, with the figures that own the numbers of repeats."""
        for paragraph, rows in groupby(read, _PARAGRAPH):
            repeat = self._repeats.of(paragraph.number)
            if repeat is not None:
                sentences = (sentence for _, sentence, _ in rows)
                for start, tokens in self._repeats.tokens(paragraph, sentences, repeat):
                    yield Part(start, [], tokens, [])
                continue
            container = self._repeats.container(paragraph)
            for _, sentence, drafts in rows:
                yield self._part(sentence, drafts, paragraph, container)

    def _memory(self, paragraph: Paragraph) -> Memory:
        """What a paragraph knows of its document before its first sentence is read."""
        memory = Memory(bodies=self._bodies, reporters=self._reporters)
        self._settings.lend(memory, paragraph.number)
        memory.reporter = memory.place = run_in(self._passage.plain, paragraph)
        memory.people, memory.above_wholes, memory.trader = self._people, self._wholes, self._trader
        memory.earlier, memory.as_of = self._place, self._as_of
        memory.voice = partial(self._voice, paragraph.number, memory)
        memory.scenes = partial(before, self._passage.plain, memory, self._every)
        return memory

    def _voice(self, number: int, memory: Memory, at: int) -> tuple[str, str] | None:
        """Who speaks at a place of a paragraph where its sentence does not tell."""
        return self._voices.of(number) or self._quotations.speaker(number, at, memory)

    def _measure(self, paragraph: Paragraph, sentence: Sentence, carried: Carried) -> None:
        """Read the measures of a sentence in the light of what its paragraph has told before."""
        near = self._vicinity
        start = sentence.start
        carried.before = Kept(partial(near.within, near.reach_back(paragraph, start), start))
        carried.around = Kept(partial(near.around, start))
        carried.asked = partial(self._questions.asked, paragraph.start, carried.seen, start)
        carried.summed = partial(self._headings.summed, sentence.end, paragraph.end)
        carried.withdrawn = partial(withdrawn, self._passage.plain, sentence.end, paragraph.end)
        carried.closed = partial(self._registers.closed, sentence.tokens)
        carried.lent = partial(self._headings.measures, start)
        carried.headed = partial(self._headings.words, start)
        carried.titled = partial(self._headings.title, start)
        carried.ahead = partial(self._headings.looks_ahead, start)
        carried.shares = partial(self._headings.shares, start)
        begin = max(paragraph.start, carried.seen)
        carried.since = partial(self._headings.since, begin, start)
        carried.said = partial(self._headings.said, paragraph.start, start)
        carried.home = self._settings.home
        carried.things = partial(self._headings.things, paragraph.start, start)
        carried.row = self._headings.tables.row(start)
        carried.denomination = partial(self._headings.denomination, start)
        carried.topics = partial(self._topics.at, start)
        sentence.matches = self._measures.read(sentence, carried)
        if self._additions:
            self._add(sentence)
        self._topics.note(sentence.scan.quantities, sentence.matches)
        self._rows.link(sentence)

    def _add(self, sentence: Sentence) -> None:
        """Give the measure of an addition to the number that is read at its quote."""
        tokens = sentence.tokens
        for (start, end), decision in self._additions.items():
            for index, q in enumerate(sentence.scan.quantities):
                inside = start <= tokens.start[q.first] and tokens.end[q.last - 1] <= end
                if inside and sentence.matches[index].measure is None:
                    sentence.matches[index] = Match(
                        decision.value, rule=f"decision of {decision.by}"
                    )
                    self.added[tokens.start[q.first]] = decision

    def _recall(self, sentence: Sentence, seen: int, memory: Memory, number: int) -> None:
        """Who spoke since the last sentence with a number, where a figure's speaker is not named.

        The first such sentence of a paragraph asks the paragraph before, too.
        """
        asks = any(one.pronoun or is_general(sentence.tokens, one) for one in sentence.attributions)
        if asks and memory.speaker is None and number > 1:
            above = self._document.paragraphs[max(0, number - 3) : number - 1]
            quoted = HE_SAID.match(self._document.text, above[-1].start, above[-1].end)
            seen = min(seen, above[0 if quoted else -1].start)
        for between in self._every(seen, sentence.start) if asks else ():
            remember(between, memory)

    def _part(
        self, sentence: Sentence, drafts: list[Draft], paragraph: Paragraph,
        container: Container | None,
    ) -> Part:  # fmt: skip
        """Give ids and make figures."""
        tokens, number = sentence.tokens, paragraph.number
        for draft in drafts:
            at = tokens.start[draft.q.first]
            draft.figure_id = self._ids.give(paragraph.start, paragraph.end, at)
        found = Part(sentence.start, [], [], [])
        marks = self.text_flags.within(sentence.start, sentence.end)
        for draft in drafts:
            figure = self._maker.make(draft, number, marks, found.flags)
            if container is not None:
                figure = container.placed(figure)
            if figure.number_start in self.added:
                reason = self.added[figure.number_start].reason
                figure = replace(figure, decision=reason, decided=("measure",))
            found.figures.append(figure)
        if self._covers:
            owner = {k: one.figure_id for one in drafts for k in range(one.q.first, one.q.last)}
            found.tokens = covered(sentence, owner, reasons(sentence), number)
            for date in sentence.scan.dates:
                if date_after(sentence, date, self._document.citation.date):
                    where = tokens.start[date.first], tokens.end[date.last - 1]
                    found.flags.append(("date_after_document", number, *where, None))
        return found


def _ahead(items: Iterator[T]) -> Iterator[T]:
    """The same items, worked out some way ahead.

    One kind of work done for many sentences in a row is faster than all kinds in turn.
    """
    while some := list(islice(items, _AHEAD)):
        yield from some
