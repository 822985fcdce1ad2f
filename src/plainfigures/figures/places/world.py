"""The world: words for everywhere, or for many countries."""

import re
from collections.abc import Iterator

# "Worldwide", "across the globe", "in the world", "in 60 countries": each is searched by its
# rarest letters, then looked at from the words before them.
_WIDE = re.compile(
    r"\b(?:[Ww]orld-?wide|[Gg]lobally|(?:in|across|throughout|around|over|of) "
    r"(the (?:world|globe))(?!'s)|"
    r"(?:in|across|throughout)(?: [a-z]+){0,3} (\d+ (?:[a-z]+ )?countries))\b"
)
_LETTERS = ("orldwide", "orld-wide", "lobally", " the world", " the globe", "countries")
_LEAD = 45
WORLD = "world"
# "the rest of the world", "among the most mined countries in the world": not everywhere.
_MOST = re.compile(r"\b(?:rest|most|worst|best|only|first|[a-z]{3,}est) (?:[\w'-]+ ){0,6}\Z")
_BEFORE = 60


def everywhere(plain: str) -> Iterator[re.Match[str]]:
    """The words for all the world; the last group that matched, if any, are those to show."""
    for letters in _LETTERS:
        at = plain.find(letters)
        while at >= 0:
            end = at + len(letters)
            for match in _WIDE.finditer(plain, max(0, at - _LEAD), end + 2):
                start = match.start()
                if match.end() >= end and not _MOST.search(plain, max(0, start - _BEFORE), start):
                    yield match
            at = plain.find(letters, end)
