"""The id of a figure: the document's name and the words around the number, hashed."""

from bisect import bisect_left
from hashlib import sha256

from plainfigures.documents import words

_AROUND = 5


class Ids:
    """Gives each number of a document its `figure_id`; a second equal one gets `-2`."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._given: dict[str, int] = {}
        self._starts: list[int] = []
        self._words: list[str] = []

    def enter(self, text: str, start: int, end: int) -> None:
        """Take up the paragraph text[start:end]."""
        found = words(text, start, end)
        self._starts = [one[0] for one in found]
        self._words = [one[2] for one in found]

    def index(self, number_start: int) -> int:
        """The number of the first word at or after an offset, counted in the paragraph."""
        return bisect_left(self._starts, number_start)

    def give(self, number_start: int) -> str:
        """The id of the figure whose number starts at `number_start` in the paragraph."""
        at = self.index(number_start)
        around = self._words[max(0, at - _AROUND) : at + _AROUND + 1]
        digest = sha256("\n".join([self._document, *around]).encode()).hexdigest()[:8]
        base = f"{self._document}-{digest}"
        count = self._given[base] = self._given.get(base, 0) + 1
        return base if count == 1 else f"{base}-{count}"
