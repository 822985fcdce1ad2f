"""One sentence with all that was read of it: the common ground of the readers of fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, repeat

from plainfigures.figures.triggers.categories import Categories
from plainfigures.figures.triggers.lists import Telling
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.phrases import relative_clauses
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.period import Period
from plainfigures.prose.periods.periods import periods
from plainfigures.prose.places.places import place_names
from plainfigures.prose.quantities.events import event_names
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.speakers.attribution import Attribution
from plainfigures.prose.speakers.attributions import attributions
from plainfigures.prose.speakers.reduced import described_end
from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.names import Name, in_name, name_end
from plainfigures.prose.words.tokens import Tokens

# What a token adds to a distance in tenths, so that sums are exact; all others add one.
_FAR = {
    ",": 20, ";": 120, "while": 80, "whereas": 80, "but": 60, "which": 20, "who": 20,
    "the": 3, "a": 3, "of": 5, "in": 5,
}  # fmt: skip
_PLAIN = 10
_SUM = 1_000_000
_STATES = frozenset(("country", "nation"))
_TELLING = kind(lambda: ("told", "tell", "tells", "telling"))
# The kinds of quantities that may be sums.
_SUMS = frozenset(("money", "bare"))
_DATING = frozenset("since after before until".split())


@dataclass(slots=True)
class Links:
    """Index of a quantity -> index of its whole (`parts`), of its equal before it (`same`)."""

    parts: dict[int, int] = field(default_factory=dict)
    same: dict[int, int] = field(default_factory=dict)


@dataclass
class Sentence:
    """A sentence of a paragraph; `original` is the canonical text, the tokens are normalised.

    `find` finds trigger words in a token table, of which some tokens are in phrases of quantities.
    """

    original: str
    start: int
    end: int
    scan: Scan
    document_date: str | None
    find: Callable[[Tokens, frozenset[int], bool], list[Trigger]]
    # a measure that lasts ("refugees") -> the verbs that tell no more than it does
    telling: Mapping[str, Telling] = field(default_factory=dict)
    matches: list[Match] = field(default_factory=list)
    links: Links = field(default_factory=Links)
    # categories named in the sentence, by column; found once, whatever the number of figures
    named: dict[str, Categories] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tokens = self.scan.tokens

    @once
    def text(self) -> str:
        """The canonical text, one string for all figures of the sentence."""
        return self.original[self.start : self.end]

    @once
    def triggers(self) -> list[Trigger]:
        """The trigger words of the measures, in order; few sentences without a figure ask."""
        sums = any(q.kind in _SUMS for q in self.scan.quantities)
        return self.find(self.tokens, self.scan.counted, sums)

    @once
    def verb_triggers(self) -> dict[int, frozenset[str]]:
        """Token -> the measures that a trigger there names, nouns left out."""
        found: dict[int, frozenset[str]] = {}
        for t in self.triggers:
            if t.kind != "noun":
                for k in range(t.first, t.last):
                    found[k] = found.get(k, frozenset()) | {t.measure}
        return found

    @once
    def periods(self) -> list[Period]:
        """What says when."""
        return periods(self.scan, self.document_date)

    @once
    def relative_clauses(self) -> list[tuple[int, int]]:
        """The relative clauses behind a comma, each as the two tokens around it."""
        return relative_clauses(self.tokens)

    @once
    def attributions(self) -> list[Attribution]:
        """Who says what."""
        numbers = {
            q.phrase_first: "money"
            if q.kind == "bare" and (q.value or 0) >= _SUM and self.tokens.at(q.last) != "of"
            else q.kind
            for q in self.scan.quantities
        }
        return attributions(self.tokens, numbers)

    @once
    def places(self) -> list[Name]:
        """Names of places.

        Not those in an event's name, a counted noun but "in 60 countries", words of time, what
        is told of a speaker or the names of those who are told ("told *Radio Kenya*").
        """
        taken = [(event.first, event.last) for event in self._event_names]
        numbered = [q for q in self.scan.quantities if q.unit not in _STATES]
        taken += [(q.phrase_first, q.counted_last) for q in numbered]
        taken += [(p.first, p.last) for p in self.periods]
        said = (one for one in self.attributions if not one.pronoun)
        # but "sappers at Bor cleared 9 mines *and said*"
        taken += [(one.first, one.last) for one in said if self.tokens.at(one.cue - 1) != "and"]
        # but "nine men came to Bor *and found* it burnt"
        taken += [each for each in self.told_of_speakers if self.tokens.at(each[1]) != "found"]
        taken += _told(self.tokens)
        return [
            name
            for name in place_names(self.tokens)
            if not any(first < name.last and name.first < last for first, last in taken)
        ]

    @once
    def told_of_speakers(self) -> list[tuple[int, int]]:
        """Tokens of what describes those who say it, and no figure.

        "a panel *set up after the war* put the dead at 40", "said Ana, *who works in Vidra*".
        """
        found = []
        for one in self.attributions:
            end = max(one.cue, described_end(self.tokens, one.last))
            if end > one.last and not any(one.last <= q.first < end for q in self.scan.quantities):
                found.append((one.last, end))
        return found

    def is_told_of_speaker(self, k: int) -> bool:
        """Whether token `k` stands in what describes those who say it."""
        told = self.told_of_speakers
        return bool(told) and any(low <= k < high for low, high in told)

    def is_of_speaker(self, k: int) -> bool:
        """Whether token `k` names those who say it, or describes them ("*trade* officials")."""
        named = any(one.first <= k < one.last for one in self.attributions if not one.pronoun)
        return named or self.is_told_of_speaker(k)

    @once
    def _event_names(self) -> list[Name]:
        return event_names(self.tokens)

    @once
    def events(self) -> list[Name]:
        """Names of events, those that only date something left out ("since the end of the war")."""
        word = self.tokens.word
        dating = [p for p in self.periods if p.start is None and word[p.first] in _DATING]
        return [
            name
            for name in self._event_names
            if not any(p.first < name.last and name.first < p.last for p in dating)
        ]

    def words(self, first: int, last: int) -> str | None:
        """The canonical text of tokens first..last (exclusive), or None where there are none."""
        if first >= last:
            return None
        return self.original[self.tokens.start[first] : self.tokens.end[last - 1]]

    def distance(self, q: Quantity, first: int, last: int) -> float:
        """How far tokens first..last are from a quantity: tokens between, clauses count more."""
        if first < q.counted_last and last > q.phrase_first:
            return 0.0
        sums = self._sums
        if last <= q.phrase_first:
            return (sums[q.phrase_first] - sums[last]) / _PLAIN
        return (sums[max(first, q.counted_last)] - sums[q.counted_last]) / _PLAIN

    @once
    def _sums(self) -> list[int]:
        return list(accumulate(map(_FAR.get, self.tokens.word, repeat(_PLAIN)), initial=0))


def _told(tokens: Tokens) -> list[tuple[int, int]]:
    """Tokens of the names of those to whom something is told."""
    after = [k + 1 for k in tokens.of_kind(_TELLING)]
    starts = [k + (tokens.at(k) == "the") for k in after]
    return [(k, name_end(tokens, k)) for k in starts if in_name(tokens, k)]
