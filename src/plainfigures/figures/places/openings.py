"""Openings: the place with which a text opens, where no list has its name.

"The sappers *of Kelm* rise early", "The *Kelm* dyke broke": who tells of no other place is there.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from plainfigures.documents import Paragraph
from plainfigures.figures.places.recent import is_of_part, tells
from plainfigures.figures.places.sections import Sections
from plainfigures.prose.places.places import place_names
from plainfigures.prose.words.bearers import is_body, kind_of
from plainfigures.prose.words.lexicon import (
    calendar,
    is_person,
    is_word,
    nouns,
    singular,
)
from plainfigures.prose.words.names import Name, in_name, name_end
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.tokens import Tokens

_PARAGRAPHS, _SENTENCES, _LONGEST = 2, 12, 80
_FATES = frozenset("evacuation capture fall liberation shelling bombardment relief sack".split())
_POWERS = frozenset("government authority administration council governor mayor".split())
# What the name of a place may weigh.
_MOST = 2.0
_SAID = frozenset("said says told tells asked wrote writes replied added".split())
_LONGEST_VERB, _LEADING = 20, (" at ", " in ", " of ")


class Opening:
    """The place with which a document opens; it is not looked for before a figure asks."""

    def __init__(self, original: str, plain: str, paragraphs: Sequence[Paragraph]) -> None:
        self._original, self._plain, self._paragraphs = original, plain, paragraphs

    def before(self, at: int) -> str | None:
        """Its words, for a figure that stands at `at`, behind it."""
        found = self._found
        return None if found is None or found.start > at else self._original[found]

    @cached_property
    def _found(self) -> slice | None:
        title = Sections(self._plain, self._paragraphs).title_end()
        return _opening(self._plain, self._paragraphs, title)


def _opening(plain: str, paragraphs: Sequence[Paragraph], title: int) -> slice | None:
    """Where the first place is named of a text whose title ends at `title`, or None."""
    body = [one for one in paragraphs if one.start >= title][:_PARAGRAPHS]
    spans = (span for one in body for span in sentences(plain, one.start, one.end))
    for first, last in islice(spans, _SENTENCES):
        tokens = Tokens(plain, first, last, _LONGEST)
        for name in sorted(_places(tokens), key=lambda one: one.first):
            if _is_strange(tokens, name) and not _speaks(plain, tokens, name):
                return slice(tokens.start[name.first], tokens.end[name.last - 1])
    return None


def _places(tokens: Tokens) -> Iterator[Name]:
    """The names that a sentence tells where by, or of whose people, fate or ground it tells."""
    yield from (name for name in place_names(tokens) if tells(tokens, name, _MOST))
    for k in range(tokens.size):
        if not in_name(tokens, k) or in_name(tokens, k - 1):
            continue
        end, before = name_end(tokens, k), tokens.at(k - 1)
        if _is_where(tokens, end):
            yield Name(k + (k == 0 and is_word(tokens.word[0])), end, _MOST)
        elif before == "of" and _holds(tokens.at(k - 2)):
            yield Name(k, end, _MOST)
        elif k > 0 and not is_of_part(tokens, k - (before == "the")):
            ends = (one for one in (end, end + 1) if _is_ground(tokens, one - 1))
            yield from (Name(k, one, _MOST) for one in ends)


def _is_where(tokens: Tokens, end: int) -> bool:
    """ "Kelm, *where* they live"."""
    return tokens.at(end + (tokens.at(end) == ",")) == "where"


def _is_ground(tokens: Tokens, k: int) -> bool:
    """ "The Kelm *dyke*": a small noun of place behind a name."""
    noun = singular(tokens.at(k))
    return not tokens.capital(k) and (noun in nouns("place") or noun in nouns("site"))


def _holds(noun: str) -> bool:
    """Whether what is of a name tells of a place: its people, its fate, its ground."""
    one = singular(noun)
    people = one != noun and is_person(one)
    own = one in _FATES or one in _POWERS or people
    return own or one in nouns("event") or one in nouns("place")


def _is_strange(tokens: Tokens, name: Name) -> bool:
    """Whether a name is likely of a place that no list has ("the ridge at *Kelm*")."""
    first = next(filter(tokens.capital, range(name.first, name.last)), None)
    if first is None or tokens.word[first] in calendar("month"):
        return False
    if kind_of(tokens, first)[0] not in (None, "city") or is_body(tokens, name.last):
        return False
    return not all(map(is_word, tokens.word[first : name.last]))


def _speaks(plain: str, tokens: Tokens, name: Name) -> bool:
    """Whether the text tells of what one of this name says: it is no place then."""
    called = plain[tokens.start[name.first] : tokens.end[name.last - 1]]
    at = plain.find(f"{called} ")
    while at >= 0:
        end = at + len(called) + 1
        after = plain[end : end + _LONGEST_VERB].split(" ", 1)[0]
        if after in _SAID and not plain.endswith(_LEADING, 0, at):
            return True
        at = plain.find(f"{called} ", end)
    return False
