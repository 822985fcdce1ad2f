"""The token table of one sentence: parallel lists that every later stage reads."""

import re
from collections.abc import Iterator
from itertools import islice

from plainfigures.prose.words.fronted import behind_sentence
from plainfigures.prose.words.insertions import behind_clause, behind_verb
from plainfigures.prose.words.kinds import KINDS
from plainfigures.prose.words.leads import plain_leads
from plainfigures.prose.words.lexicon import calendar
from plainfigures.prose.words.parted import partings
from plainfigures.prose.words.particles import lands, points, raise_particles, short_forms
from plainfigures.prose.words.passing import in_passing
from plainfigures.prose.words.shouting import unshouted
from plainfigures.prose.words.turns import plain_turns

_TOKEN = re.compile(
    r"(?=\S)(?:"  # blanks are passed over at once
    r"[A-Za-z]++(?![\w'.])"  # nearly all words; the other ones and the signs follow
    r"|[A-Za-z]\.(?:[A-Za-z]\.)+"  # U.S., e.g.
    r"|\d++(?:[.,']\d++)*+"  # digits with their separators
    r"|[^\W\d_]++(?:'[^\W\d_]{2,})*+"  # words; O'Brien, but not the 's of a genitive
    r"|\.(?<![\w.)\]].)\d++"  # .5
    r"|'[sS]\b"
    r"|(?<=[nN])'[tT]\b"
    r"|\S)"
)
# What stands before a shortened "not", where it is more than that without its n.
_SHORT = {"can": "can", "won": "will", "shan": "shall", "ain": "are"}
_QUOTES = frozenset(("\u201c", '"'))
_SMALL = frozenset(
    "the a an in on at by for from of with to about some more our we it he she they this that "
    "these those there all many no not if when as and but".split()
)
DASHES = frozenset(("-", "\u2013", "\u2014"))
ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
# The longest table. Later stages compare the numbers of a table with each other, so that only a
# bound keeps their work linear in the text; the sentences of prose stay well below it.
LONGEST = 400
# So many insertions a sentence has at most.
_INSERTIONS = 3
_CUTS = (frozenset(".!?"), frozenset(";"), frozenset(","))


class Tokens:
    """Words of a sentence: `word` lower case, `raw` as written, `start` and `end` in the text."""

    __slots__ = ("_marks", "_parted", "begin", "end", "raw", "size", "start", "text", "word")

    def __init__(self, text: str, start: int, end: int, most: int | None = None) -> None:
        """Cut text[start:end] into tokens, or into the first `most` of them."""
        found = list(islice(_TOKEN.finditer(text, start, end), most))
        self.text = text
        self.begin = found[0].start() if found else start
        self.start = [match.start() for match in found]
        self.end = [match.end() for match in found]
        self.raw = [match[0] for match in found]
        self.word = list(map(str.lower, self.raw))
        if text[start:end].isupper():
            self.raw = unshouted(self.word, self.raw)
        if text.find("e-min", start, end) >= 0:
            _join_demining(self.word)
        if text.find("n't", start, end) >= 0 or text.find("N'T", start, end) >= 0:
            _write_out(self.word)
        if not _QUOTES.isdisjoint(self.word):
            _open_small(self.word, self.raw)
        if passed := in_passing(self.word) + points(self.raw) + short_forms(self.raw):
            self._take([k for k in range(len(found)) if k not in passed])
        raise_particles(self.raw)
        for first, at, last, name in lands(self.raw):
            self.raw[first:last], self.word[first:last] = [name], [name.lower()]
            self.start[first:last] = [self.start[at]]
            self.end[first:last] = [self.end[last - 1]]
        if left := plain_turns(self.word, self.raw):
            self._take([k for k in range(len(self.word)) if k not in left])
        if left := plain_leads(self.word):
            self._take([k for k in range(len(self.word)) if k not in left])
        if order := behind_sentence(self.word, self.raw):
            self._take(order)
        for _ in range(_INSERTIONS):
            if not (order := behind_clause(self.word, self.raw)):
                break
            self._take(order)
        if order := behind_verb(self.word, self.raw):
            self._take(order)
        self.size = len(self.word)
        self._marks: list[tuple[int, int]] | None = None
        self._parted: list[int] | None = None

    @property
    def parted(self) -> list[int]:
        """The tokens at which clauses with subjects and verbs of their own are parted."""
        if self._parted is None:
            self._parted = partings(self.word, self.raw)
        return self._parted

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
            (self.capital(index - 1) and not _is_date(self.word[index - 1]))
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

    def _take(self, order: list[int]) -> None:
        """Keep some of the tokens, in an order of their own."""
        self.start, self.end = ([column[k] for k in order] for column in (self.start, self.end))
        self.raw, self.word = ([column[k] for k in order] for column in (self.raw, self.word))

    def keep(self, size: int) -> None:
        """Drop all but the first `size` tokens."""
        for column in (self.raw, self.word, self.start, self.end):
            del column[size:]
        self.size = size


def _is_date(word: str) -> bool:
    return word in calendar("month") or word in calendar("weekday")


def _open_small(word: list[str], raw: list[str]) -> None:
    """ "“The road": the capital of a small word that only opens what is quoted."""
    for k in range(1, len(word)):
        if word[k - 1] in _QUOTES and word[k] in _SMALL:
            raw[k] = word[k]


def _join_demining(word: list[str]) -> None:
    """ "De-mining", "de-miners": the word after the hyphen is read as the whole."""
    for k in range(2, len(word)):
        if word[k].startswith("min") and word[k - 2 : k] == ["de", "-"]:
            word[k] = f"de{word[k]}"


def _write_out(word: list[str]) -> None:
    """ "Didn't", "can't", "won't" are read as "did not", "can not", "will not"."""
    for k in range(1, len(word)):
        if word[k] == "'t":
            whole = word[k - 1]  # at the start of a cut text no more than an n
            word[k - 1] = _SHORT.get(whole, whole[:-1] or whole)
            word[k] = "not"


def tables(text: str, start: int, end: int) -> Iterator[Tokens]:
    """The token table of a sentence; of one beyond LONGEST tokens, the tables of its parts.

    A part ends where the sense does as far as signs tell: at a full stop, a semicolon or a comma.
    """
    while start < end:
        tokens = Tokens(text, start, end, LONGEST + 1)
        if tokens.size > LONGEST:
            after = _cut(tokens)
            start = tokens.start[after]
            tokens.keep(after)
        else:
            start = end
        yield tokens


def _cut(tokens: Tokens) -> int:
    """The token with which the next part begins, in the second half of a full table."""
    for signs in _CUTS:
        for index in range(LONGEST - 1, LONGEST // 2, -1):
            if tokens.word[index] in signs and not tokens.tight(index + 1):
                return index + 1
    return LONGEST


def split(surface: str) -> tuple[str, ...]:
    """The tokens of a lexicon entry, as a sentence would be cut."""
    if surface.isascii() and surface.isalpha():
        return (surface,)
    found = _TOKEN.findall(surface)
    found = [word for k, word in enumerate(found) if k not in points(found)]
    raise_particles(found)
    for first, _, last, name in lands(found):
        found[first:last] = [name]
    return tuple(found)
