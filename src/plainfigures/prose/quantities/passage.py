"""A text as it is read: plain signs, plain letters, and the scans of its sentences."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from plainfigures.documents.citation import Citation
from plainfigures.prose.quantities.scan import Scan, multiples, scan
from plainfigures.prose.units.home import Home
from plainfigures.prose.words import kinds
from plainfigures.prose.words.letters import letters, places
from plainfigures.prose.words.lexicon import numbers
from plainfigures.prose.words.normal import normalise
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.tokens import tables

_DIGIT = re.compile("[\\d\u00bc-\u00be\u2150-\u215e]")
# A longer stretch of text is cut into sentences before it is searched for number words.
_LONG = 20_000


class Passage:
    """A text with what all stages share: `plain` signs, plain `letters`, and its `words`."""

    def __init__(self, text: str, citation: Citation) -> None:
        """`citation` and the text itself settle what signs such as a bare $ mean."""
        self.plain = normalise(text)
        self.letters = letters(self.plain)
        words: set[str] = set()
        # where its number words and multiples begin
        self._numeric = array("q", [at for at, _ in places(self.letters, _numeric(), words)])
        self.words = frozenset(words)
        kinds.meet(self.words)
        self._home = Home(citation.country, citation.currency, self.plain, self.letters)

    def spans(self, start: int, end: int, numeric: bool = True) -> Iterator[tuple[int, int]]:
        """Where the sentences of a stretch stand; those without numbers are left out if asked."""
        if numeric and end - start < _LONG and not self._has_numbers(start, end):
            return
        for span in sentences(self.plain, start, end):
            if not numeric or self._has_numbers(*span):
                yield span

    def scans(self, start: int, end: int) -> Iterator[Scan]:
        """The scan of a sentence; of one that is very long, those of its parts."""
        for tokens in tables(self.plain, start, end):
            yield scan(tokens, self._home)

    def _has_numbers(self, start: int, end: int) -> bool:
        """Whether a stretch holds a digit, a number word or a multiple."""
        if _DIGIT.search(self.plain, start, end) is not None:
            return True
        at = bisect_left(self._numeric, start)
        return at < len(self._numeric) and self._numeric[at] < end


@cache
def _numeric() -> frozenset[str]:
    return frozenset(numbers()) | frozenset(multiples())
