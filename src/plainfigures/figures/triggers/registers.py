"""Registers: where the text around a number is on something else than a dataset measures."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from plainfigures.definitions.model import Measure
from plainfigures.figures.triggers.relevance import forms
from plainfigures.figures.triggers.vicinity import bounds
from plainfigures.prose.words.code import is_code
from plainfigures.prose.words.inflection import regular_plural
from plainfigures.prose.words.letters import letters, openings
from plainfigures.prose.words.lexicon import countries
from plainfigures.prose.words.tokens import Tokens

# A text of so many letters shows what it is on.
_TELLING = 300
# So many times as many signs of something else are too many for a sentence with its own.
_FAR_MORE = 2
_SHORTEST = 4
# So many signs of something else show what a sentence is on that has none of its own.
_PLAINLY = 2
# How far before a sentence a lone sign of something else may stand.
_LONE = 150
_NONE: frozenset[str] = frozenset()


class _Sign(NamedTuple):
    """The words of a sign after its first; whether it is sure; where sure signs stand within it."""

    rest: str
    sure: bool
    within: tuple[int, ...]


class Register(NamedTuple):
    """Some measures, and by its first word each sign of them or of something else.

    `evident`: a text with no sure sign is on something else. `plain` are words that are sure signs
    by themselves, `mixed` all other first words, `others` those that begin a sign of something
    else. `after` are the words that may follow a first word in its signs; None: any.
    """

    measures: frozenset[str]
    signs: Mapping[str, tuple[_Sign, ...]]
    evident: bool
    plain: frozenset[str]
    mixed: frozenset[str]
    others: frozenset[str]
    after: Mapping[str, frozenset[str] | None]


def registers(measures: Mapping[str, Measure]) -> tuple[Register, ...]:
    """The registers of all measures whose dataset tells of texts on something else."""
    names: dict[tuple[tuple[str, ...], tuple[str, ...], bool], list[str]] = {}
    for one in measures.values():
        if one.elsewhere or one.evident:
            named = tuple(sorted(_named(frozenset(one.recipients)) - {*one.elsewhere}))
            key = one.elsewhere, (*one.sure, *named), one.evident
            names.setdefault(key, []).append(one.name)
    return tuple(
        _register(frozenset(found), _signs(elsewhere, dict.fromkeys(sure)), evident)
        for (elsewhere, sure, evident), found in names.items()
    )


def _register(
    measures: frozenset[str], signs: Mapping[str, tuple[_Sign, ...]], evident: bool
) -> Register:
    plain = frozenset(
        word for word, found in signs.items() if all(s.sure and not s.rest for s in found)
    )
    others = frozenset(word for word, found in signs.items() if not all(s.sure for s in found))
    after = {word: _after(found) for word, found in signs.items()}
    return Register(measures, signs, evident, plain, frozenset(signs.keys() - plain), others, after)


@lru_cache(maxsize=64)
def _named(codes: frozenset[str]) -> frozenset[str]:
    """The names of some countries and of their people, in plain letters; no short ones ("CAR")."""
    known = countries().items() if codes else ()
    words = [letters(name).split() for name, one in known if one.code in codes]
    return frozenset(" ".join(name) for name in words if len(name[0]) >= _SHORTEST)


def _signs(elsewhere: Collection[str], sure: Collection[str]) -> dict[str, tuple[_Sign, ...]]:
    found: dict[str, tuple[_Sign, ...]] = {}
    for text in (*elsewhere, *sure):
        first, *rest = text.split()
        inside: list[int] = []
        at = 0
        for word in () if text in sure else (first, *rest):
            if word in sure:
                inside.append(at)
            at += len(word) + 1
        sign = _Sign("".join(f" {word}" for word in rest), text in sure, tuple(inside))
        for form in forms(first, text not in sure):
            found[form] = (*found.get(form, ()), sign)
    return found


class _Places(NamedTuple):
    """Where sure signs begin, and those of something else; sure ones within those are `void`."""

    sure: set[int]
    other: set[int]
    void: set[int]

    def add(self, at: int, signs: Iterable[_Sign], text: str, end: int) -> None:
        """Take in the signs that begin at one place; "student aid" is no sign of aid.

        `end`: where their first word ends.
        """
        for sign in signs:
            if not sign.rest or _follows(sign.rest, text, end):
                (self.sure if sign.sure else self.other).add(at)
                for k in sign.within:
                    self.void.add(at + k)


class Registers:
    """Where the signs of all registers stand in one document."""

    def __init__(self, every: Sequence[Register], words: frozenset[str], text: str) -> None:
        """`text` are the plain letters of the document, `words` its words."""
        self._size = len(text)
        self._every = frozenset().union(*(one.measures for one in every))
        found = [
            (one, _Places(set(), set(), set()))
            for one in every
            if one.evident or not one.others.isdisjoint(words)
        ]
        sought: dict[str, frozenset[str] | None] = {}
        for one, _ in found:
            for word in one.after.keys() & words:
                after = one.after[word]
                if after is None or not after.isdisjoint(words):
                    before = sought.get(word, _NONE)
                    sought[word] = None if after is None or before is None else before | after
        met: dict[str, list[int]] = {}
        for at, word in openings(text, sought):
            met.setdefault(word, []).append(at)
        for one, into in found:
            for word in met.keys() & one.plain:
                into.sure.update(met[word])
            for word in met.keys() & one.mixed:
                for at in met[word]:
                    into.add(at, one.signs[word], text, at + len(word))
        # with each: where sure signs begin, and those of something else
        self._known = [
            (one, sorted(there.sure - there.void), sorted(there.other))
            for one, there in found
            if there.other or one.evident
        ]

    def closed(self, tokens: Tokens) -> frozenset[str]:
        """The measures that a sentence cannot tell of, by the text around it.

        "The college raised $9 million": such gifts are no aid. A sentence that itself has a sure
        sign and nothing of the other topic is believed in most texts. A line of code tells nothing.
        """
        if is_code(tokens):
            return self._every
        found, here = _NONE, (tokens.begin, tokens.end[-1])
        low, high = bounds(here[0])
        shows = min(high, self._size) - low >= _TELLING
        for one, sure, other in self._known:
            others = _count(other, low, high)
            if others == 1 and not _count(other, here[0] - _LONE, here[1]):
                others = 0  # "Donors pledged $9 million. The museum is shut"
            if not (others or (one.evident and shows)):
                continue
            signs = _count(sure, low, high)
            if _count(other, *here) >= _PLAINLY and not _count(sure, *here):
                found |= one.measures  # "the alumni of the college raised $9 million"
            elif others > signs:
                alone = _count(sure, *here) and not _count(other, *here)
                if not alone or others > _FAR_MORE * signs:
                    found |= one.measures
            elif one.evident and shows and not signs:
                found |= one.measures
        return found


def _count(places: list[int], low: int, high: int) -> int:
    first = bisect_left(places, low)
    return bisect_left(places, high, first) - first


def _follows(rest: str, text: str, end: int) -> bool:
    """Whether the words of a sign after its first follow, the last of them in the plural too.

    So they do after an apostrophe ("a donors' conference", "poor countries").
    """
    end += text.startswith("  ", end)
    if not text.startswith(rest, end):
        return text.startswith(regular_plural(rest), end)
    last = end + len(rest)
    after = text[last : last + 2]
    return not after[:1].isalpha() or (after[0] == "s" and not after[1:].isalpha())


def _after(signs: Iterable[_Sign]) -> frozenset[str] | None:
    """The words that may follow the first of some signs; None where one of them has no other."""
    seconds: set[str] = set()
    for sign in signs:
        if not sign.rest:
            return None
        second = sign.rest.split(" ", 2)[1]
        seconds.update((second, f"{second}s", regular_plural(second)))
    return frozenset(seconds)
