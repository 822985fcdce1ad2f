"""Voices: who speaks a whole paragraph, by a label ("Mr. Brod (Kenya):") or by the heading."""

import re
from collections.abc import Sequence

from plainfigures.documents import Paragraph
from plainfigures.figures.places.settings import Settings
from plainfigures.prose.words.bearers import HONOURS
from plainfigures.prose.words.lexicon import countries, is_word, nouns

# Words of the text that name the speaker, and the rule.
Voice = tuple[str, str]

_LABEL = re.compile(
    r"([A-Z][^\s:]*(?: [A-Z(][^\s:]*| of| the| for| and){0,12}):\s+(?=[\"'\u201c\u00a3\u20ac$A-Z])"
)
_SENTENCE_ENDS = (".", "!", "?", '"', "\u201d", ")", ":", ";", "\u2026")
_COUNTRY = re.compile(r"\(([A-Z][^()]+)\)$")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Mm]y|I)\b")


class Voices:
    """Who speaks the paragraphs of one document, asked in their order."""

    def __init__(
        self, original: str, plain: str, paragraphs: Sequence[Paragraph], settings: Settings
    ) -> None:
        self._original, self._plain = original, plain
        self._paragraphs, self._settings = paragraphs, settings
        self._label: Voice | None = None
        self._seen = 0  # the number of the last paragraph searched for a label

    def of(self, number: int) -> Voice | None:
        """Who speaks a paragraph: its label, the last one before it, or its section's heading."""
        for one in self._paragraphs[self._seen : number]:
            found = label(self._plain, one, self._label is not None)
            if found is not None:
                self._label = self._original[found[0] : found[1]], "label of the speaker"
            elif self._settings.is_heading(one.number):
                self._label = None
        self._seen = max(self._seen, number)
        return self._label or self._of_heading(number)

    def _of_heading(self, number: int) -> Voice | None:
        """The country that alone is the heading of a text in "we"."""
        start, end, section = self._settings.heading(number)
        named = self._settings.alone(start, end) if start < end else None
        if named is None or _FIRST_PERSON.search(self._plain, end, section) is None:
            return None
        return named, "heading of the speaker"


def label(plain: str, paragraph: Paragraph, further: bool = False) -> tuple[int, int] | None:
    """The name that a paragraph begins with, before a colon, where a title or country shows it.

    A `further` speaker may have neither ("Ana Kos:").
    """
    match = _LABEL.match(plain, paragraph.start, paragraph.end)
    if match is None or not plain.endswith(_SENTENCE_ENDS, paragraph.start, paragraph.end):
        return None  # nor "The Prime Minister: Refugee bulletin"
    words = [word.strip(".,()").lower() for word in match.group(1).split()]
    titled = any(word in HONOURS or word in nouns("title") for word in words)
    plainly = further and len(words) > 1 and not any(map(is_word, words))
    land = _COUNTRY.search(match.group(1))
    if not (titled or plainly or (land and land.group(1) in countries())):
        return None  # nor "Lima (wire)"
    return match.span(1)
