"""Stems, which a list of words may name a word by, and the forms that some words have."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Generic, TypeVar

from plainfigures.prose.words.lexicon import (
    inflections,
    irregular_verbs,
    plurals,
    singular,
    verb_lemmas,
    verbs,
)
from plainfigures.prose.words.tables import table

MOST = 1 << 16
# The last letters of regular forms: -s, -ed, -ing.
_ENDS = "sdg"
T = TypeVar("T")


class Memo(dict[str, T], Generic[T]):
    """What a function gives for words, asked once for each; emptied before it grows too large."""

    __slots__ = ("_of",)

    def __init__(self, of: Callable[[str], T]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> T:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self._of(word)
        return found


def _stems(form: str) -> frozenset[str]:
    if form[-1] not in _ENDS and "-" not in form:
        if form not in plurals() and form not in irregular_verbs():
            return frozenset((form,))  # no other form is so written
    return frozenset((form, singular(form), *verb_lemmas(form)))


@cache
def pasts() -> frozenset[str]:
    """Irregular past forms that are no participle: "came", "took"."""
    rows = table("verbs.tsv")
    participles = {form for form, _, names in rows if "participle" in names.split(",")}
    found = {form for form, _, names in rows if "past" in names.split(",")} - participles
    return frozenset(form for form in found if not form.endswith(("ed", "s")) or form == "was")


@cache
def verb_forms(lemmas: frozenset[str] | tuple[str, ...]) -> frozenset[str]:
    """All forms of some verbs; worked out once for each set or tuple of them."""
    return frozenset(form for lemma in lemmas for form in inflections(lemma))


def likely_forms(words: Iterable[str]) -> frozenset[str]:
    """All forms that may have one of some words among their stems; a few of them have none.

    So the many other forms of a text are never asked for their stems.
    """
    known = frozenset(words)
    found = set(known)
    for word in known:
        found.update((f"{word}s", f"{word}es", f"{word[:-1]}ies"))
        if word in verbs():
            found.update(inflections(word))
    found.update(form for form, stems in irregular_verbs().items() if not known.isdisjoint(stems))
    found.update(plural for plural, one in plurals().items() if one in known)
    return frozenset(found)


# A lower-case word -> itself, its singular and the verbs that it may be a form of.
STEMS = Memo(_stems)
