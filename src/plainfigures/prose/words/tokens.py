"""The token table of one sentence: parallel lists that every later stage reads."""

import re
from collections.abc import Iterator
from itertools import islice

from plainfigures.prose.words.arrangement import Columns, arranged
from plainfigures.prose.words.fronted import own_words
from plainfigures.prose.words.kinds import KINDS
from plainfigures.prose.words.lexicon import calendar
from plainfigures.prose.words.marks import mark_end, notes
from plainfigures.prose.words.parted import LEADING, partings
from plainfigures.prose.words.particles import lands, points, raise_particles
from plainfigures.prose.words.spelling import spell_out, unshouted

_LETTER = "[^\\W\\d_\u00bc-\u00be\u2150-\u215e]"  # "2\u00bdkm" is cut behind its fraction
_TOKEN = re.compile(
    r"(?=\S)(?:"  # blanks are passed over at once
    r"[A-Za-z]++(?![\w'.])"  # nearly all words; the other ones and the signs follow
    r"|[A-Za-z]\.(?:[A-Za-z]\.)+"  # U.S., e.g.
    r"|\d++(?:[.,']\d++)*+"  # digits with their separators
    rf"|{_LETTER}++(?:'(?!(?:ve|re|ll)\b){_LETTER}{{2,}})*+"  # O'Brien; no 's, no we've
    r"|\.(?<![\w.)\]].)\d++"  # .5
    r"|'(?:[sSd]|ve|re|ll)\b"
    r"|(?<=[nN])'[tT]\b"
    r"|\S)"
)
DASHES = frozenset(("-", "\u2013", "\u2014"))
ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
# The longest table. Later stages compare the numbers of a table with each other, so that only a
# bound keeps their work linear in the text; the sentences of prose stay well below it.
LONGEST = 400
_CUTS = (frozenset(".!?"), frozenset(";"), frozenset(","))


class Tokens:
    """Words of a sentence: `word` lower case, `raw` as written, `start` and `end` in the text.

    They stand in the order in which they are read. `marked` tells of an item of a list, whose mark
    is left out; `numbered` is the span of its number, `cited` are those of notes ("[3]"), and
    `passed` those of number words in what is passed over ("once again").
    """

    __slots__ = (
        *("_marks", "_parted", "begin", "cited", "end", "marked", "numbered", "passed", "raw"),
        *("size", "start", "text", "word"),
    )

    def __init__(self, text: str, start: int, end: int, most: int | None = None) -> None:
        """Cut text[start:end] into tokens, or into the first `most` of them."""
        found = list(islice(_TOKEN.finditer(text, start, end), most))
        self.text = text
        self.begin = found[0].start() if found else start
        self.start = [match.start() for match in found]
        self.end = [match.end() for match in found]
        self.raw = [match[0] for match in found]
        self.word = list(map(str.lower, self.raw))
        self.numbered: list[tuple[int, int]] = []
        self.marked = (mark := mark_end(self.word, self.start, self.end)) > 0
        if mark:
            spans = zip(self.word[:mark], self.start, self.end, strict=False)
            self.numbered = [(low, high) for word, low, high in spans if word.isdecimal()]
            for column in (self.word, self.raw, self.start, self.end):
                del column[:mark]
        if text[start:end].isupper():
            self.raw = unshouted(self.word, self.raw)
        spell_out(self.word, self.raw)
        columns = Columns(self.word, self.raw, self.start, self.end)
        cited = notes(self.word)
        digits = (k for k in cited if self.word[k].isdecimal())
        self.cited = [(self.start[k], self.end[k]) for k in digits]
        columns = columns.without(cited)
        self.word, self.raw, self.start, self.end = read = arranged(columns)
        self.passed = columns.numbers_without(read)
        self.size = len(self.word)
        if self.size and self.word[0] in LEADING:
            self.raw[0] = self.word[0]  # "*After* Norway gave": its capital makes no name
        self._marks: list[tuple[int, int]] | None = None
        self._parted: list[int] | None = None

    @property
    def parted(self) -> list[int]:
        """The tokens at which clauses with subjects and verbs of their own are parted."""
        if self._parted is None:
            self._parted = partings(self.word, self.raw)
        return self._parted

    def clause(self, first: int, last: int) -> tuple[int, int]:
        """From where to where the clause goes in which tokens first..last stand."""
        start = max((k for k in self.parted if k < first), default=0)
        return start, min((k for k in self.parted if k >= last), default=self.size)

    @property
    def head(self) -> int:
        """The token at which the sentence's own words begin, behind what only opens it."""
        return own_words(self.word)

    def opened(self, k: int) -> int:
        """The first token that a noun phrase with token `k` may have: behind what opens it.

        That is behind what opens the sentence, and in its clause.
        """
        parted = (m + 1 for m in reversed(self.parted) if m < k)
        return max(own_words(self.word[: k + 3]), next(parted, 0))

    def of_kind(self, kinds: int) -> list[int]:
        """The tokens of some kinds, given as bits, in order."""
        marks = self._marks
        if marks is None:
            found = enumerate(map(KINDS.__getitem__, self.word))
            marks = self._marks = [(index, bits) for index, bits in found if bits]
        return [index for index, bits in marks if bits & kinds]

    def at(self, index: int) -> str:
        """The lower-case token `index`; empty before the first and after the last."""
        return self.word[index] if 0 <= index < self.size else ""

    def capital(self, index: int) -> bool:
        """Whether token `index` exists and begins with a capital."""
        return 0 <= index < self.size and self.raw[index][0].isupper()

    def name_start(self, index: int, floor: int = 0) -> int:
        """The first token of the name that ends before token `index`, or `index`."""
        while index > floor and (
            (self.capital(index - 1) and not is_date(self.word[index - 1]))
            or (self.glued(index - 1) and self.word[index - 1] == "-" and self.capital(index - 2))
        ):
            index -= 1
        return index

    def tight(self, index: int) -> bool:
        """Whether token `index` touches the one before it, with no space between them."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def glued(self, index: int) -> bool:
        """Whether token `index` exists and touches both the one before it and the one after."""
        return index + 1 < self.size and self.tight(index) and self.tight(index + 1)


def is_date(word: str) -> bool:
    """Whether a lower-case word is the name of a month or weekday."""
    return word in calendar("month") or word in calendar("weekday")


def tables(text: str, start: int, end: int) -> Iterator[Tokens]:
    """The token table of a sentence; of one beyond LONGEST tokens, the tables of its parts.

    A part ends where the sense does as far as signs tell: at a full stop, a semicolon or a comma.
    """
    while end - start > LONGEST:
        found = list(islice(_TOKEN.finditer(text, start, end), LONGEST + 1))
        if len(found) <= LONGEST:
            break
        after = found[_cut(found)].start()
        yield Tokens(text, start, after)
        start = after
    if start < end:
        yield Tokens(text, start, end)


def _cut(found: list[re.Match[str]]) -> int:
    """The token with which the next part begins, in the second half of a full table."""
    for signs in _CUTS:
        for index in range(LONGEST - 1, LONGEST // 2, -1):
            if found[index][0] in signs and found[index].end() < found[index + 1].start():
                return index + 1
    return LONGEST


def split(surface: str) -> tuple[str, ...]:
    """The tokens of a lexicon entry, as a sentence would be cut."""
    if surface.isascii() and surface.isalpha():
        return (surface,)
    found = _TOKEN.findall(surface)
    left = points(found)
    found = [word for k, word in enumerate(found) if k not in left]
    raise_particles(found)
    for first, _, last, name in lands(found):
        found[first:last] = [name]
    return tuple(found)
