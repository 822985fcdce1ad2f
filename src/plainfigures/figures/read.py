"""Reading a document: every number of it as a figure, or set aside with its reason."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from plainfigures.definitions import Definitions
from plainfigures.documents import Document, Paragraph, Repeat, words
from plainfigures.figures.anomalies import Flags, date_after, text_anomalies
from plainfigures.figures.context import Memory
from plainfigures.figures.figure import Decision, Figure, FigureSpan, NumberToken, Reading
from plainfigures.figures.guard import Guard
from plainfigures.figures.ids import Ids
from plainfigures.figures.making import Maker
from plainfigures.figures.match import Carried, Match
from plainfigures.figures.measures import Measures
from plainfigures.figures.row import Draft, RowReader
from plainfigures.figures.sentence import Sentence
from plainfigures.figures.triggers import Vocabulary
from plainfigures.prose.letters import letters
from plainfigures.prose.lexicon import numbers
from plainfigures.prose.normal import normalise
from plainfigures.prose.scan import multiples, scan
from plainfigures.prose.sentences import sentences
from plainfigures.prose.tokens import tables

_DIGIT = re.compile("[\\d\u00bc-\u00be\u2150-\u215e]")
_OTHER_REASON = "idiom"
# How many characters of a paragraph a sentence may lean on; a bound keeps long ones linear.
_REACH = 2000


class Reader:
    """Reads documents under one set of definitions; make it once and use it for many."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self.vocabulary = Vocabulary(definitions)
        self.rows = RowReader(definitions, self.vocabulary)
        self._numeric = frozenset(numbers()) | frozenset(multiples())

    def read(self, document: Document, decisions: Sequence[Decision] = ()) -> Reading:
        """All that the document states in numbers; a pure function of its arguments."""
        return _Pass(self, document, decisions).run()

    def has_numbers(self, text: str, letters: str, start: int, end: int) -> bool:
        """Whether text[start:end] holds a digit, a number word or a multiple."""
        if _DIGIT.search(text, start, end) is not None:
            return True
        return not self._numeric.isdisjoint(letters[start:end].split())


class _Pass:
    """One reading of one document."""

    def __init__(self, reader: Reader, document: Document, decisions: Sequence[Decision]) -> None:
        self.reader = reader
        self.document = document
        self.plain = normalise(document.text)
        low = self.plain.lower()
        self.letters = letters(low if len(low) == len(self.plain) else self.plain)
        self.measures = Measures(reader.vocabulary, self._relevant(0, len(self.letters)))
        # number_start -> the decision that added the figure there
        self.added: dict[int, Decision] = {}
        self.guard = Guard(document.name, document.text, reader.definitions, decisions)
        self.additions = self.guard.additions()
        self.ids = Ids(document.name, document.text)
        self.flags = Flags()
        self.maker = Maker(document, self.flags)
        self.figures: list[Figure] = []
        self.tokens: list[NumberToken] = []
        self.containers = {repeat.container for repeat in document.repeats}
        # (paragraph, index of the number's first word) -> index in figures
        self.by_word: dict[tuple[int, int], int] = {}
        self.words_of = 0  # the paragraph of word_starts
        self.word_starts: list[int] = []

    def run(self) -> Reading:
        repeats = {repeat.paragraph: repeat for repeat in self.document.repeats}
        for paragraph in self.document.paragraphs:
            if paragraph.number not in repeats:
                self._paragraph(paragraph)
        for paragraph in self.document.paragraphs:
            if paragraph.number in repeats:
                self._repeat(paragraph, repeats[paragraph.number])
        self._flag_text()
        self.guard.untaken({decision.line for decision in self.added.values()})
        figures = self.guard.apply([self._decided(figure) for figure in self.figures])
        kept = {figure.figure_id for figure in figures}
        tokens = [
            token
            if token.figure_id is None or token.figure_id in kept
            else replace(token, figure_id=None, reason=_OTHER_REASON)
            for token in self.tokens
        ]
        return Reading(
            self.document,
            tuple(
                sorted(figures, key=lambda one: (one.paragraph, one.number_start, one.figure_id))
            ),
            tuple(sorted(tokens, key=lambda one: (one.start, one.end))),
            self.flags.all(),
            tuple(self.guard.decisions),
        )

    # -- paragraphs --------------------------------------------------------------------------

    def _sentences(self, start: int, end: int, numeric: bool = True) -> list[Sentence]:
        """The sentences of plain[start:end], those with numbers alone unless told otherwise."""
        citation, reader = self.document.citation, self.reader
        if numeric and not reader.has_numbers(self.plain, self.letters, start, end):
            return []
        return [
            Sentence(
                self.document.text,
                tokens.start[0],
                tokens.end[-1],
                scan(tokens, citation.country, citation.currency),
                citation.date,
            )
            for first, last in sentences(self.plain, start, end)
            if not numeric or reader.has_numbers(self.plain, self.letters, first, last)
            for tokens in tables(self.plain, first, last)
        ]

    def _paragraph(self, paragraph: Paragraph) -> None:
        found = self._sentences(paragraph.start, paragraph.end)
        if not found:
            return
        carried, memory = Carried(), Memory()
        seen = paragraph.start
        for sentence in found:
            self._recall(sentence, seen, memory)
            seen = sentence.end
            memory.before = (self._reach_back(paragraph, sentence.start), sentence.start)
            vocabulary = self.reader.vocabulary
            carried.before = cache(partial(self._relevant, *memory.before))
            sentence.triggers = vocabulary.find(sentence.tokens)
            special = vocabulary.special_units(sentence.scan)
            sentence.matches = self.measures.read(
                sentence.scan, sentence.triggers, special, carried
            )
            if self.additions:
                self._add(sentence)
            self._keep(sentence, self.reader.rows.read(sentence, memory), paragraph)
            for date in sentence.scan.dates:
                if date_after(sentence, date, self.document.citation.date):
                    tokens = sentence.tokens
                    where = tokens.start[date.first], tokens.end[date.last - 1]
                    self.flags.add("date_after_document", paragraph.number, *where)

    def _reach_back(self, paragraph: Paragraph, start: int) -> int:
        """Where the words begin on which a sentence may lean: its paragraph, but not far away."""
        far = start - _REACH
        if far <= paragraph.start:
            return paragraph.start
        return max(self.plain.find(" ", far, start), far)

    def _relevant(self, start: int, end: int) -> frozenset[str]:
        """The context words and competitors in a stretch of text."""
        text = self.letters[start:end]
        return self.reader.vocabulary.relevance.of_text(frozenset(text.split()), text)

    def _add(self, sentence: Sentence) -> None:
        """Give the measure of an addition to the number that is read at its quote."""
        tokens = sentence.tokens
        for (start, end), decision in self.additions.items():
            for index, q in enumerate(sentence.scan.quantities):
                inside = start <= tokens.start[q.first] and tokens.end[q.last - 1] <= end
                if inside and sentence.matches[index].measure is None:
                    sentence.matches[index] = Match(
                        decision.value, rule=f"decision of {decision.by}"
                    )
                    self.added[tokens.start[q.first]] = decision

    def _decided(self, figure: Figure) -> Figure:
        """The figure with the reason of the decision that added it, if one did."""
        decision = self.added.get(figure.number_start)
        if decision is None:
            return figure
        return replace(figure, decision=decision.reason, decided=("measure",))

    def _recall(self, sentence: Sentence, seen: int, memory: Memory) -> None:
        """Who spoke since the last sentence with a number, where a pronoun asks for it."""
        if seen < sentence.start and any(one.pronoun for one in sentence.attributions):
            for between in self._sentences(seen, sentence.start, numeric=False):
                for one in between.attributions:
                    if not one.pronoun:
                        memory.speaker = between.words(one.first, one.last)

    def _keep(self, sentence: Sentence, drafts: list[Draft], paragraph: Paragraph) -> None:
        """Give ids, make figures, account for every number token of the sentence."""
        tokens, number = sentence.tokens, paragraph.number
        ids = {
            id(draft): self.ids.give(paragraph.start, paragraph.end, tokens.start[draft.q.first])
            for draft in drafts
        }
        owner: dict[int, str] = {}
        for draft in drafts:
            links = {
                "part_of": ids[id(draft.part_of)] if draft.part_of is not None else None,
                "same_as": ids[id(draft.same_as)] if draft.same_as is not None else None,
            }
            figure = self.maker.make(draft, ids[id(draft)], links, number)
            if number in self.containers:
                word = bisect_left(self._word_starts(paragraph), figure.number_start)
                self.by_word[number, word] = len(self.figures)
            self.figures.append(figure)
            owner.update(dict.fromkeys(range(draft.q.first, draft.q.last), figure.figure_id))
        reasons = {
            k: match.denied or "multiple"
            for q, match in zip(sentence.scan.quantities, sentence.matches, strict=True)
            for k in range(q.first, q.last)
        }
        self._account(sentence, owner, reasons, number)

    def _word_starts(self, paragraph: Paragraph) -> list[int]:
        """Where the words of a paragraph start, by which a repeat finds its figures."""
        if self.words_of != paragraph.number:
            found = words(self.document.text, paragraph.start, paragraph.end)
            self.words_of, self.word_starts = paragraph.number, [start for start, _, _ in found]
        return self.word_starts

    def _account(
        self, sentence: Sentence, owner: dict[int, str], reasons: dict[int, str], paragraph: int
    ) -> None:
        for aside in sentence.scan.asides:
            reasons.update(dict.fromkeys(range(aside.first, aside.last), aside.reason))
        tokens = sentence.tokens
        for k in sentence.scan.numbers:
            figure_id = owner.get(k)
            reason = None if figure_id is not None else reasons.get(k, _OTHER_REASON)
            self.tokens.append(
                NumberToken(paragraph, tokens.start[k], tokens.end[k], figure_id, reason)
            )

    def _repeat(self, paragraph: Paragraph, repeat: Repeat) -> None:
        """The numbers of a repeat are further places of the figures of its container."""
        for sentence in self._sentences(paragraph.start, paragraph.end):
            tokens = sentence.tokens
            owner: dict[int, str] = {}
            for q in sentence.scan.quantities:
                start = tokens.start[q.first]
                word = repeat.word_offset + bisect_left(self._word_starts(paragraph), start)
                at = self.by_word.get((repeat.container, word))
                if at is None:
                    continue
                figure = self.figures[at]
                span = FigureSpan(
                    paragraph.number,
                    tokens.start[q.phrase_first],
                    tokens.end[q.phrase_last - 1],
                    start,
                    tokens.end[q.last - 1],
                )
                self.figures[at] = replace(figure, repeats=(*figure.repeats, span))
                owner.update(dict.fromkeys(range(q.first, q.last), figure.figure_id))
            repeated = dict.fromkeys(range(tokens.size), "repeat")
            self._account(sentence, owner, repeated, paragraph.number)

    def _flag_text(self) -> None:
        """Anomalies of the text itself, and the figures that they touch."""
        places = sorted((figure.start, index) for index, figure in enumerate(self.figures))
        for kind, number, first, last in text_anomalies(self.document, self.letters):
            self.flags.add(kind, number, first, last)
            if kind.endswith("repeat"):
                continue
            at = bisect_left(places, (first, -1))
            while at and self.figures[places[at - 1][1]].end > first:
                at -= 1
            while at < len(places) and places[at][0] < last:
                index = places[at][1]
                figure = self.figures[index]
                kinds = tuple(sorted({*figure.anomalies, kind}))
                self.figures[index] = replace(figure, anomalies=kinds)
                self.flags.add(kind, number, first, last, figure.figure_id)
                at += 1


def read(
    document: Document, definitions: Definitions, decisions: Sequence[Decision] = ()
) -> Reading:
    """Read one document; make a `Reader` for many."""
    return Reader(definitions).read(document, decisions)
