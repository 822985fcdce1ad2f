"""Quotations of several sentences, and lists: who speaks where no speaker is named."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from plainfigures.documents import Paragraph
from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.speakers.speakers import Spoken, spoken
from plainfigures.prose.speakers.attribution import Attribution
from plainfigures.prose.speakers.captions import caption
from plainfigures.prose.words.signs import OPEN_DOUBLE

# A mark of quotation, with what it is when it opens: curly, or straight with a space before it.
_MARK = re.compile(r'(?P<opens>\u201c|(?<![^\s(])")|[\u201d"]')
# A paragraph that is said by one named above it (" “We shall give,” she said …").
HE_SAID = re.compile(r'["\u201c].*?[,.!?]["\u201d] (?:he|she|they|it) ', re.DOTALL)
# How far a verb of saying may stand from the mark that ends or begins what is said.
_REACH = 60

Span = tuple[int, int]
Sentences = Callable[[int, int], Iterable[Sentence]]


class Quotations:
    """The quotations of one document; a paragraph is looked at when a figure asks."""

    def __init__(
        self,
        plain: str,
        paragraphs: Sequence[Paragraph],
        sentences: Sentences,
        leads: Callable[[int], Iterable[Span]],
    ) -> None:
        """`sentences` gives all sentences of a stretch of text, `leads` the lines beside a list."""
        self._leads = leads
        self._plain, self._paragraphs, self._sentences = plain, paragraphs, sentences
        # those of the paragraph asked for last
        self._number, self._spans = 0, list[Span]()
        self._found: dict[int, Spoken | None] = {}

    def speaker(self, number: int, at: int, memory: Memory) -> Spoken | None:
        """Who speaks the quotation around a place of a paragraph, or the list that it is in.

        The one named right after it, right before it or, where it begins the paragraph, last in
        the paragraph before.
        """
        if number != self._number:
            self._number, self._spans = number, self._quoted(self._paragraphs[number - 1])
            self._found = {}
        k = next((k for k, (low, high) in enumerate(self._spans) if low <= at < high), None)
        if k is None:
            return self._of_list(at, memory)
        if k not in self._found:
            self._found[k] = self._of(k, number, memory)
        return self._found[k]

    def _of(self, k: int, number: int, memory: Memory) -> Spoken | None:
        """Who speaks the quotation `k` of the paragraph asked for last."""
        one, spans = self._paragraphs[number - 1], self._spans
        low, high = spans[k]
        after = spans[k + 1][0] if k + 1 < len(spans) else one.end
        before = spans[k - 1][1] if k else one.start
        found = self._named(high, min(after, high + _REACH), one, memory)
        if found is None:
            found = self._named(max(before, low - _REACH), low, one, memory, before)
        while found is None and number > 1 and not self._plain[one.start : low].strip():
            number, one = number - 1, self._paragraphs[number - 2]
            quoted = self._quoted(one)
            if not quoted:
                break
            low, high = quoted[0]
            found = self._named(high, one.end, one, memory, high)
        return found

    def _of_list(self, at: int, memory: Memory) -> Spoken | None:
        """ "The clinic gave this count: | Dead: 40": who is named in the line over a list."""
        lines = [one for span in self._leads(at) for one in list(self._sentences(*span))[-1:]]
        found = [
            (one, said)
            for one in lines
            for said in one.attributions
            if one.tokens.at(said.cue + 1) != "by"  # "recorded by province"
        ]
        said = spoken(*found[-1], memory) if found else None
        if said is not None:
            return said[0], f"over the list, {said[1]}"
        sources = ((one, caption(one.tokens)) for one in lines)
        named = next((one.words(*span) for one, span in sources if span is not None), None)
        return None if named is None else (named, "source of the list")

    def _named(
        self, low: int, high: int, within: Paragraph, memory: Memory, behind: int | None = None
    ) -> Spoken | None:
        """Who is named as speaker by a verb in text[low:high], the first there.

        Or the last whose name begins `behind` a place.
        """
        if not any(map(str.isalpha, self._plain[low:high])):
            return None
        found: list[tuple[Sentence, Attribution]] = []
        begins = low if behind is None else behind
        for sentence in self._sentences(within.start, within.end):
            starts = sentence.tokens.start
            for one in sentence.attributions:
                told = sentence.tokens.word[one.cue] not in ("according", "(")
                if told and low <= starts[one.cue] < high and begins <= starts[one.first]:
                    found.append((sentence, one))
        if not found:
            return None
        sentence, one = found[0 if behind is None else -1]
        inside = one.pronoun and memory.speaker is not None  # who spoke in what is said
        said = None if inside else spoken(sentence, one, memory)
        return None if said is None else (said[0], f"of the quotation, {said[1]}")

    def _quoted(self, one: Paragraph) -> list[Span]:
        """The stretches of a paragraph in quotation marks; one without an end goes to its end."""
        if all(self._plain.find(mark, one.start, one.end) < 0 for mark in OPEN_DOUBLE):
            return []
        found = _MARK.finditer(self._plain, one.start, one.end)
        marks = [(match.start(), match["opens"] is not None) for match in found]
        ends = pairwise([*marks, (one.end, False)])
        return [(k, end) for (k, opens), (end, again) in ends if opens and not again]
