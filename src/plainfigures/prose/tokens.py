"""The token table of one sentence: parallel lists that every later stage reads."""

import re

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., e.g.
    r"|(?<![\w.)\]])\.\d+"  # .5
    r"|\d+(?:[.,']\d+)*"  # digits with their separators
    r"|[^\W\d_]+(?:'[^\W\d_]{2,})*"  # words; O'Brien, but not the 's of a genitive
    r"|'s\b"
    r"|\S"
)


class Tokens:
    """Words of one sentence: `word` lower case, `raw` as written, `start`, `end` in the document."""

    __slots__ = ("end", "raw", "size", "start", "text", "word")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.raw: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        raw, starts, ends = self.raw.append, self.start.append, self.end.append
        for match in _TOKEN.finditer(text, start, end):
            raw(match.group())
            first, last = match.span()
            starts(first)
            ends(last)
        self.word = [token.lower() for token in self.raw]
        self.size = len(self.raw)

    def tight(self, index: int) -> bool:
        """Whether token `index` touches the one before it, with no space between them."""
        return index > 0 and self.start[index] == self.end[index - 1]


def split(surface: str) -> tuple[str, ...]:
    """The tokens of a lexicon entry, as a sentence would be cut."""
    return tuple(_TOKEN.findall(surface))
