"""The id of a figure: the document's name and the words around the number, hashed."""

from hashlib import sha256

from plainfigures.documents import words_around

_AROUND = 5


class Ids:
    """Gives each number of a document its `figure_id`; a second equal one gets `-2`."""

    def __init__(self, name: str, text: str) -> None:
        """`name` and `text` are those of the document."""
        self._name = name
        self._text = text
        self._given: dict[str, int] = {}

    def give(self, start: int, end: int, number_start: int) -> str:
        """The id of the figure whose number starts at `number_start` in the paragraph start:end."""
        around = words_around(self._text, start, end, number_start, _AROUND)
        digest = sha256("\n".join([self._name, *around]).encode()).hexdigest()[:8]
        count = self._given[digest] = self._given.get(digest, 0) + 1
        return f"{self._name}-{digest}" if count == 1 else f"{self._name}-{digest}-{count}"
