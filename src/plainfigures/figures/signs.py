"""Hyphens and spaces that went wrong in a text: each is looked for from its sign outward."""

import re
from collections import Counter
from collections.abc import Iterator
from string import ascii_letters

from plainfigures.prose.quantities.passage import Passage
from plainfigures.prose.words.letters import places, places_of_few

Span = tuple[int, int]

# The signs that are hyphens only, and no dash.
_HYPHENS = frozenset("\u2010\u2011")
_LOOSE_HYPHEN = re.compile("[-\u2010\u2011](?:(?= )|(?<= .))")
# Runs are taken whole (possessive, no start inside a word), so that long runs are read once.
_GARBLED_HYPHEN = re.compile(
    r"(?<!\w)\w++(?: [\u2010\u2011] ?| ?[\u2010\u2011] )\w++(?: ?[\u2010\u2011] ?\w++)*+"
    r"|(?<!\w)\d++ - \w++ - \w++"
)
_STOP_AT_CAPITAL = re.compile(r"[.!?](?=([A-Z][a-z]++)\b(?!\.[a-z]{2,3}\b))")
_HYPHEN = re.compile(r"[-\u2010\u2011](?<=[^\W\d_].)(?=[^\W\d_])")
_TAIL = re.compile(r"(?:[-\u2010\u2011][^\W\d_]++)++")
_WORD = re.compile(r"(?<![\w\u2010\u2011-])[^\W\d_]++(?![\u2010\u2011-])")
_SHORTEST = 6
# In so many characters most words have their letters, told apart at once where they are a to z.
_NEAR = 32
_SHORTEST_END = 3
# So few words are looked for one by one.
_FEW = 20


def garbled_hyphens(text: str) -> Iterator[Span]:
    """Words with a hyphen torn off by a blank ("30 - year - long"), line by line."""
    end = 0
    for loose in _LOOSE_HYPHEN.finditer(text):
        if loose.start() >= end:
            start, end = _line(text, loose.start())
            line = text[start:end]
            if not _HYPHENS.isdisjoint(line) or line.count(" - ") > 1:
                for match in _GARBLED_HYPHEN.finditer(text, start, end):
                    yield match.span()


def missing_spaces(text: str) -> Iterator[Span]:
    """The last word of a sentence and the first of the next, with no space between them."""
    last = 0
    for match in _STOP_AT_CAPITAL.finditer(text):
        stop = match.start()
        start = _letters_before(text, stop)
        if start >= last and stop - start >= _SHORTEST_END and not _runs_on(text, start, "@/._"):
            last = match.end(1)
            yield start, last


def lost_hyphens(text: str, passage: Passage) -> Iterator[Span]:
    """Words that the document itself writes with a hyphen elsewhere ("onesided", "one-sided").

    A capital inside the word is proof; else it must be the rarer form, and no name. `passage` is
    of the text.
    """
    compounds = Counter(map(_joined, _compounds(text)))
    words = {word for word in compounds if len(word) >= _SHORTEST}
    plain: dict[str, list[Span]] = {}
    for match in _words(text, words, passage):
        word = match.group().lower()
        if word in words:
            plain.setdefault(word, []).append(match.span())
    for key, spans in plain.items():
        word = text[slice(*spans[0])]
        inner = not word.isupper() and any(char.isupper() for char in word[1:])
        if inner or (compounds[key] >= len(spans) and word.islower()):
            yield from spans


def _words(text: str, sought: set[str], passage: Passage) -> Iterator[re.Match[str]]:
    """The words of a text without a hyphen that may be among those sought."""
    if not all(map(str.isascii, sought)):
        yield from _WORD.finditer(text)
    elif met := passage.words & sought:
        seek = places if len(met) > _FEW else places_of_few
        for at, _ in seek(passage.letters, met):
            match = _WORD.match(text, at)
            if match is not None:
                yield match


def _compounds(text: str) -> Iterator[str]:
    """The words that a hyphen joins."""
    last = 0
    for match in _HYPHEN.finditer(text):
        at = match.start()
        if at < last:
            continue
        start = _letters_before(text, at)
        tail = _TAIL.match(text, at)
        if tail is not None and not _runs_on(text, start, "_"):
            last = tail.end()
            yield text[start:last]


def _joined(compound: str) -> str:
    return _HYPHEN.sub("", compound).lower()


def _line(text: str, at: int) -> Span:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _letters_before(text: str, end: int) -> int:
    """Where the run of letters begins that ends at an offset."""
    near = text[max(0, end - _NEAR) : end]
    start = end - len(near) + len(near.rstrip(ascii_letters))
    while start and text[start - 1].isalnum() and not text[start - 1].isdecimal():
        start -= 1
    return start


def _runs_on(text: str, start: int, signs: str) -> bool:
    """Whether a word goes on to the left of an offset, in a digit or in one of some signs."""
    before = text[start - 1] if start else " "
    return before in signs or before.isdecimal()
