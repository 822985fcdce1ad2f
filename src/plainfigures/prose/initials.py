"""Initials: the names of countries that texts write in short ("UK", "U.S.", "DRC")."""

from collections.abc import Container
from functools import cache

from plainfigures.prose.lexicon import countries

_SMALL = frozenset("of the and".split())


def spelled_out(name: str) -> str:
    """The name of a country for its initials, the shortest with these; any other as it is."""
    return _names().get(name.replace(".", ""), name)


@cache
def _names() -> dict[str, str]:
    """Initials without points -> the shortest name of the country that has them."""
    names = [(name, entry.code) for name, entry in countries().items() if entry.code]
    short = {(name, code) for name, code in names if name.isalpha() and name.isupper()}
    found: dict[str, str] = {}
    for name, code in sorted(names, key=lambda one: (len(one[0]), one)):
        words = name.split()
        for letters in (_letters(words, _SMALL), _letters(words)):
            if (letters, code) in short and letters != name:
                found.setdefault(letters, name)
    return found


def _letters(words: list[str], without: Container[str] = ()) -> str:
    """The first letters of words, as capitals."""
    return "".join(word[0].upper() for word in words if word not in without)
