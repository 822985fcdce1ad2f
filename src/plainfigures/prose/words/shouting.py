"""Shouting: sentences all in capitals, as of headings, are read as if they were not."""

from collections.abc import Sequence

from plainfigures.prose.words.lexicon import calendar, countries, currencies, is_word, places, tag

_SHORTEST, _LONGEST = 3, 5
# What leads to a name that no list has, and what goes on with it.
_LEADING = frozenset("in at near from off".split())
_SMALL = frozenset("of and the".split())


def unshouted(word: Sequence[str], raw: list[str]) -> list[str]:
    """The words as they would stand in a sentence: names and the first with a capital.

    >>> shout = "FROM SOUTH SUDAN 12 OF US WERE SENT TO BERN".split()
    >>> " ".join(unshouted([w.lower() for w in shout], shout))
    'From South Sudan 12 of us were sent to Bern'
    """
    if sum(len(form) > 1 and form.isalpha() for form in word) < _SHORTEST:
        return raw
    plain = [_plain(word, raw, k) for k in range(len(raw))]
    titles = [w if w in _SMALL else r.title() for w, r in zip(word, raw, strict=True)]
    for k in range(len(raw)):
        for size in range(min(_LONGEST, len(raw) - k), 0, -1):
            name = " ".join(titles[k : k + size])
            if name in countries() or name in places():
                plain[k : k + size] = titles[k : k + size]
    return plain


def _plain(word: Sequence[str], raw: Sequence[str], k: int) -> str:
    """A word as a sentence has it that is of no known name."""
    after = raw[k + 1] if k + 1 < len(raw) else "."
    if k == 0 or word[k] in calendar("month") or word[k] in calendar("weekday"):
        return raw[k].title()
    if raw[k] in countries() and (word[k] != "us" or word[k - 1] == "the"):
        return raw[k]
    if raw[k] in currencies() and not after[0].isalpha():
        return raw[k]
    unknown = tag(word[k]) == "n" and not is_word(word[k])
    return raw[k].title() if unknown and word[k - 1] in _LEADING else word[k]
