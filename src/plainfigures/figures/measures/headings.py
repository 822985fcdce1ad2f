"""Headings: what a heading or the line before a list says that the items of the list count."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from operator import itemgetter

from plainfigures.definitions.model import Measure
from plainfigures.documents import Paragraph
from plainfigures.figures.exclusions.things import named_before
from plainfigures.figures.measures.listings import Line, Span, listings
from plainfigures.figures.measures.questions import measures_of
from plainfigures.figures.measures.tables import Tables
from plainfigures.figures.trade.exchanges import is_route
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.triggers import Trigger, Vocabulary
from plainfigures.prose.units.denominations import Denomination, denomination
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import singular, tag
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.tokens import Tokens

# So far back a sentence may begin that another one leans on.
_BACK = 400
# "Outlook", "Plans for 2026", but no "Response plan".
_AHEAD = re.compile(
    r"\b(?:outlook|priorities|targets|goals|next steps|prospects|looking ahead|coming year|"
    r"(?<!response )(?<!against )(?<!against the )plans?)\b",
    re.IGNORECASE,
)
# "That brings to 900 the number of …", "The latest arrivals take the total to …"
_SUMMING = re.compile(
    r"(?:That|This|It|These|The)\b[^.;:,]{0,40}?\b(?:brings?|brought|takes?|took|raises?|raised|"
    r"lifts?|lifted|pushe[sd])\b[^.;:]{0,60}?\b(?:total|toll|number|figure|tally|count)\b"
    r"|(They) (?!did|do|were not|had not|have not|are not)"
)

# What a heading calls that which the names below it give.
_GIVEN = frozenset("contribution contributor subscription subscriber giver".split())
_ANSWERS = frozenset("contribution donor giver donation gift response payment".split())

_SOURCE = re.compile(r"\(?(?:Source|SOURCE|source)s?: ?[^\n]{2,120}")


class Headings:
    """The headings of one document; nothing is looked up before a list asks."""

    def __init__(self, vocabulary: Vocabulary, plain: str, paragraphs: Sequence[Paragraph]) -> None:
        self._vocabulary = vocabulary
        self._plain = plain
        self._paragraphs = paragraphs
        self.tables = Tables(vocabulary, plain, paragraphs)
        self._lines: list[Line] = []
        self._measures: dict[tuple[Span, bool], tuple[str, ...]] = {}
        self._words: dict[Span, frozenset[str]] = {}
        self._denominations: dict[Span, Denomination | None] = {}

    def measures(self, start: int) -> tuple[str, ...]:
        """What the heading over a list, or the line before it, lends to an item.

        `start` is where the item's sentence begins. Empty for running prose.
        """
        return self._of(self._leading(start))

    def topics(self, start: int) -> tuple[str, ...]:
        """What the heading over the section surely names in which a sentence begins.

        Words that need a context say nothing there ("What the figures leave out").
        """
        return self._of(self._line(start).section, sure=True)

    def introduction(self, start: int) -> tuple[Span, ...]:
        """The line that leads to the list of an item, and the one below it that has its source."""
        lead = self._line(start).leading
        if lead is None:
            return ()
        k = bisect_right(self._lines, start, key=itemgetter(0))
        while k < len(self._lines) and self._lines[k].leading == lead:
            k += 1
        below = self._lines[k].start if k < len(self._lines) else len(self._plain)
        source = _SOURCE.match(self._plain, below)
        return (lead,) if source is None else (lead, source.span())

    def words(self, start: int) -> frozenset[str]:
        """The context words and competitors in the heading over a list."""
        return self._relevant(self._leading(start))

    def _leading(self, start: int) -> Span | None:
        """The heading over a list, its last sentence where that names what it is on.

        "Exports rose by 9 percent. *Imports by origin were:*".
        """
        span = self._line(start).leading
        last = 0 if span is None else self._plain.rfind(". ", *span) + 1
        own = (last, span[1]) if span is not None and last else span
        return own if self._relevant(own) else span

    def title(self, start: int) -> frozenset[str]:
        """The context words and competitors in the heading over a section."""
        return self._relevant(self._line(start).section)

    def _relevant(self, span: Span | None) -> frozenset[str]:
        if span is None:
            return frozenset()
        if span not in self._words:
            tokens = Tokens(self._plain, *span)
            hits = self._vocabulary.relevance.of_sentence(tokens)
            given = _GIVEN.intersection(map(singular, tokens.word))
            self._words[span] = given.union(text for _, text in hits)
        return self._words[span]

    def looks_ahead(self, start: int) -> bool:
        """Whether the heading over a section is of what is still to come ("Plans for 2026")."""
        span = self._line(start).section
        return span is not None and _AHEAD.search(self._plain, *span) is not None

    def said(self, begin: int, start: int) -> list[str]:
        """The measures that the sentence before one at `start` names, the last first.

        `begin` is where its paragraph begins.
        """
        span = self._before(begin, start)
        return [] if span is None else measures_of(self._vocabulary, self._plain, *span)

    def since(self, begin: int, start: int) -> list[tuple[str, str]]:
        """What the sentence before one at `start` tells without a number: measures and triggers.

        Nothing where it begins before `begin`, or holds a digit.
        """
        span = self._before(begin, start)
        if span is None or any(sign.isdecimal() for sign in self._plain[slice(*span)]):
            return []
        found = self._vocabulary.find(Tokens(self._plain, *span))
        return [(t.measure, t.lemma) for t in reversed(found)]

    def _before(self, begin: int, start: int) -> Span | None:
        """The sentence before one at `start`, from `begin` on."""
        spans = list(sentences(self._plain, max(begin, start - _BACK), start))
        return spans[-1] if spans else None

    def summed(self, start: int, end: int) -> list[str]:
        """The measures that the sentence from `start` on names, where it sums up those before.

        "That brings to 900 the number of those who …", "The new deaths take the toll to 40".
        """
        end = min(end, start + _BACK)
        lead = self._plain[start:end]
        first = start + len(lead) - len(lead.lstrip())
        found = _SUMMING.match(self._plain, first, end)
        if found is None:
            return []
        span = next(iter(sentences(self._plain, first, end)), None)
        if span is None:
            return []
        tokens = Tokens(self._plain, *span)
        told = self._vocabulary.find(tokens)
        if found[1]:  # "brought in 900 Greeks. *They had been* driven out"
            told = [t for t in told if _is_of_first(tokens, t)]
        return [t.measure for t in told]

    def things(self, begin: int, start: int) -> str | None:
        """The unit of the things of a dataset that the two sentences before one name last."""
        first = max(begin, start - _BACK)
        text = self._plain[first:start].lower()
        if not any(noun in text for noun in self._vocabulary.counted):
            return None
        for span in reversed(list(sentences(self._plain, first, start))[-2:]):
            tokens = Tokens(self._plain, *span)
            unit = named_before(self._vocabulary, tokens, tokens.size)
            if unit is not None:
                return unit
        return None

    def denomination(self, start: int) -> Denomination | None:
        """What the heading over a list says that its sums are in ("US$ million")."""
        span = self._line(start).leading
        if span is None:
            return None
        if span not in self._denominations:
            tokens = Tokens(self._plain, *span)
            self._denominations[span] = denomination(tokens) or self._counting(span, tokens)
        return self._denominations[span]

    def _counting(self, span: Span, tokens: Tokens) -> Denomination | None:
        """ "Mines lifted, by district": the things that each number of a list counts."""
        unit, names = named_before(self._vocabulary, tokens, tokens.size), self._of(span)
        if unit is None or unit in PEOPLE or not names:
            return None
        if unit not in self._vocabulary.measures[names[0]].units:
            return None
        return Denomination("noun", unit, Decimal(1), True)

    def _line(self, start: int) -> Line:
        if not self._lines:
            self._lines = list(listings(self._plain, self._paragraphs, self._names))
        return self._lines[max(bisect_right(self._lines, start, key=itemgetter(0)) - 1, 0)]

    def _of(self, span: Span | None, sure: bool = False) -> tuple[str, ...]:
        if span is None:
            return ()
        found = self._measures.get((span, sure))
        if found is None:
            found = self._measures[span, sure] = self._named(*span, sure)
        return found

    def _names(self, span: Span) -> bool:
        """Whether a line says by a noun what its list counts, or that it counts people."""
        if any("person" in self._vocabulary.measures[one].units for one in self._of(span)):
            return True
        return any(t.kind == "noun" for t in self._vocabulary.find(Tokens(self._plain, *span)))

    def shares(self, start: int) -> bool:
        """Whether the heading over a list tells where goods go ("Who buys Kenya's tea")."""
        span = self._line(start).leading
        return span is not None and is_route(Tokens(self._plain, *span))

    def _named(self, start: int, end: int, sure: bool) -> tuple[str, ...]:
        """The measures that a stretch of text names; first those that join two of them."""
        measures = self._vocabulary.measures
        tokens = Tokens(self._plain, start, end)
        triggers = [t for t in self._vocabulary.find(tokens) if not _is_answered(tokens, t)]
        names = tuple(
            dict.fromkeys(
                t.measure
                for t in triggers
                if not (sure and t.lemma in measures[t.measure].loose) and not _costs(t, measures)
            )
        )
        joined = (
            one.name for one in measures.values() if one.either and set(one.either) <= set(names)
        )
        beaten = {other for name in names for other in measures[name].beats}
        return tuple(dict.fromkeys((*joined, *(name for name in names if name not in beaten))))


def _is_answered(tokens: Tokens, t: Trigger) -> bool:
    """ "Contributions to the appeal": what others give for what is asked, and no more is asked."""
    k = t.first - 1
    led = tag(tokens.at(k) or ".") == "d" and tokens.at(k - 1) in ("to", "against")
    return led and t.kind == "noun" and singular(tokens.at(k - 2)) in _ANSWERS


def _costs(t: Trigger, measures: Mapping[str, Measure]) -> bool:
    """ "The costs were as follows": no lives, where nothing says whose."""
    return t.lemma == "cost" and "person" in measures[t.measure].units


def _is_of_first(tokens: Tokens, t: Trigger) -> bool:
    """ "They | were | *shot*", "They | *fled*": whether a trigger is what the first word does."""
    done = t.kind != "verb" or tokens.word[t.first - 1] in BE
    return done and HELPERS.issuperset(tokens.word[1 : t.first])
