"""The files of the word tables: their lines, rows and words of a kind."""

from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parents[1] / "lexicons"


def lines(name: str) -> list[str]:
    """The lines of a table, its comments left out."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def table(name: str) -> list[list[str]]:
    """The rows of a table, each the list of its cells, without the line of columns."""
    return [line.split("\t") for line in lines(name)[1:]]


def of_kind(name: str, kind: str) -> frozenset[str]:
    """The words of one kind of a table of words and kinds."""
    return _by_kind(name).get(kind, frozenset())


@cache
def _by_kind(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, kind in table(name):
        found.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in found.items()}
