"""Settings: the country or region that a heading names, or that the text around is about."""

import re
from collections.abc import Collection, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from plainfigures.documents import Paragraph
from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.places.entitled import entitled
from plainfigures.figures.places.headlines import headed, titled
from plainfigures.figures.places.likeliest import (
    ALONE,
    CITY_OF_TEXT,
    HEADED,
    LEADING,
    OF_PARAGRAPH,
    OF_PARAGRAPHS,
    ONLY,
    is_leading,
    only_land,
)
from plainfigures.figures.places.mention import DERIVED, LOCATED
from plainfigures.figures.places.naming import Naming
from plainfigures.figures.places.sections import Sections
from plainfigures.figures.places.weights import AHEAD, Weights
from plainfigures.figures.triggers.phrases import code_of
from plainfigures.prose.words.lexicon import calendar

_NEAR, _MANY = 1, 3
# "*Northern* Mali", where no other part of it is named.
_SIDE = re.compile(
    r"\b(?:(?:north|south|east|west)(?:-?(?:ea|we)st)?ern|central) \Z", re.IGNORECASE
)
_LONGEST_SIDE = 15
_IN, TITLED = ("In ", "In the ", " in ", " in the "), "place in the title"


class Setting(NamedTuple):
    """A place in the words of the text, the country code or name that it stands for, its rule."""

    text: str
    key: str
    rule: str


class Settings:
    """The settings of one document; nothing is looked up before a figure asks."""

    def __init__(self, original: str, plain: str, paragraphs: Sequence[Paragraph]) -> None:
        self._original, self._plain, self._paragraphs = original, plain, paragraphs
        # the heading asked for last, and the place in it
        self._told: tuple[int, Setting | None] | None = None
        self._naming = Naming(original, plain)
        self._weights = Weights(self._naming)
        self._sections = Sections(plain, paragraphs)
        # what was asked last, since the figures of a paragraph ask the same, and the answer
        self._asked: tuple[int, tuple[str, ...]] | None = None
        self._answer: tuple[str, str] | None = None

    def lend(self, memory: Memory, number: int) -> None:
        """Give the memory of a paragraph what it may ask of the text around it."""
        memory.setting = partial(self.place, number)
        memory.named = partial(self.last, number)
        memory.givers, memory.home, memory.pooled = self.givers, self.home, self.pooled

    def place(self, number: int, without: Collection[str] = ()) -> tuple[str, str] | None:
        """The words of a paragraph's setting and the rule that gave them."""
        asked = number, tuple(without)
        if asked != self._asked:
            found = self.at(number, without)
            self._asked = asked
            self._answer = None if found is None else (found.text, found.rule)
        return self._answer

    def at(self, number: int, without: Collection[str] = ()) -> Setting | None:
        """The setting of a paragraph by its number; `without` are countries that it is not."""
        found = self._found(number, without)
        if found is None or found.rule not in (HEADED, TITLED):
            return found
        return None if self._tells_of_another(number, found) else found

    def _tells_of_another(self, number: int, headed: Setting) -> bool:
        """Whether the title names several countries, or a paragraph is in none but another."""
        if self._is_titled(number) and self._several and headed.key != headed.text:
            return True  # but of "Peru, Chile and the Andes" the Andes
        one = self._paragraphs[number - 1]
        named = self._naming.within(one.start, one.end)
        led = (m for m in named if self._plain.endswith(_IN, 0, m.start))
        keys = {m.key for m in named if m.surface}
        alone = len(keys) == 1 and sum(m.key in keys for m in named) > 1  # "Georgia", "Georgian"
        other = alone or any(m.key != headed.key for m in led)
        return other and all(m.key != headed.key for m in named)

    def _is_titled(self, number: int) -> bool:
        """Whether no heading but the title stands over a paragraph."""
        head = self._sections.head(number)
        return not head or self._paragraphs[head - 1].start < self._sections.title_end()

    @cached_property
    def _several(self) -> bool:
        """Whether the title names several countries."""
        named = self._naming.within(0, self._sections.title_end())
        return len({m.key for m in named if m.weight >= DERIVED}) > 1

    def _found(self, number: int, without: Collection[str]) -> Setting | None:
        head = self._sections.head(number)
        titled = self._entitled
        if titled is not None and self._is_titled(number):
            return titled
        if head:
            one = self._paragraphs[head - 1]
            named = self._named(one.start, one.end, without)
            if named is None:
                if self._told is None or self._told[0] != head:
                    self._told = head, self._told_of(head)
                named = self._told[1]
            if named is not None:
                return named
        start = self._paragraphs[head - 1].start if head else 0
        near = max(number - _NEAR, head, 1)
        for first, rule in ((number, OF_PARAGRAPH), (near, OF_PARAGRAPHS)):
            low, high = self._paragraphs[first - 1].start, self._paragraphs[number - 1].end
            found = self._weights.near(low, high, without)
            if found is not None:
                return Setting(*found, rule)
        if titled is not None:
            return titled
        found = self._weights.about(start, self._sections.end(number), without)
        if found is not None:
            return Setting(*found, "what the section is about")
        return (
            self._home(without)
            or self._only(number, without)
            or self._alone(without)
            or self._leading(number, without)
            or self._city(without)
        )

    @cached_property
    def _entitled(self) -> Setting | None:
        """The place smaller than a country that the title tells."""
        place = entitled(self._plain, self._sections.title_end())
        return None if place is None else Setting(place, place, HEADED)

    def _home(self, without: Collection[str]) -> Setting | None:
        """What the document is about: by all of it, by its title, or between its two sides."""
        end = len(self._plain)
        found = self._weights.about(0, end, without)
        if found is None:
            title = self._named(0, self._sections.title_end(), without)
            leads = title is not None and self._plain.startswith(f"{title.text}:")
            if title is not None and (leads or self._weights.weighs(title.key, end)):
                return Setting(title.text, title.key, TITLED)
            if title is None and self._told_of_title is not None:
                return self._told_of_title
            sides = self._naming.sides
            found = sides if sides is not None and sides[1] not in without else None
        return None if found is None else Setting(*found, "what the document is about")

    @cached_property
    def _told_of_title(self) -> Setting | None:
        """The one name that a word leads to in the title and in the text."""
        end = self._sections.title_end()
        name = titled(self._plain, end)
        return None if name is None else Setting(name, name, TITLED)

    def _only(self, number: int, without: Collection[str]) -> Setting | None:
        """The only place that a paragraph names."""
        one = self._paragraphs[number - 1]
        names = [m for m in self._naming.within(one.start, one.end) if m.key not in without]
        named = next((m for m in names if m.surface and m.weight > DERIVED), None)
        if named is None or named.surface is None or any(m.key != named.key for m in names):
            return None
        side = _SIDE.search(self._plain, max(0, named.start - _LONGEST_SIDE), named.start)
        first = named.start if side is None or len(names) > 1 else side.start()
        text = self._original[first : named.start + len(named.surface)]
        return Setting(text, named.key, ONLY)

    def _alone(self, without: Collection[str]) -> Setting | None:
        """The only country that the text names, more than once."""
        lands = (m for m in self._naming.lands if m.weight > DERIVED and m.key not in without)
        named = [(m.surface, m.key) for m in lands if m.surface]
        if len(named) < 2 or len({key for _, key in named}) > 1:
            return None
        return Setting(*named[0], ALONE)

    def _leading(self, number: int, without: Collection[str]) -> Setting | None:
        """The country that a text names most, by less than what it is about must weigh.

        None of a paragraph that goes through many others.
        """
        found = self._weights.about(0, len(self._plain), without, AHEAD)
        found = found or only_land(self._plain, self._naming.lands, without)
        if found is None or not is_leading(self._naming.lands, found[1]):
            return None
        one = self._paragraphs[number - 1]
        others = {m.key for m in self._naming.within(one.start, one.end)} - {found[1]}
        return None if len(others) >= _MANY else Setting(*found, LEADING)

    def _city(self, without: Collection[str]) -> Setting | None:
        """The city that the text tells where by, where no country stands out."""
        city = self._naming.city(self._paragraphs[0].end, without)
        return None if city is None else Setting(city, city, CITY_OF_TEXT)

    def last(self, number: int, at: int) -> str | None:
        """The country that a paragraph named last before `at`, with whom no one only trades."""
        names = self._naming.within(self._paragraphs[number - 1].start, at)
        named = (m for m in reversed(names) if m.surface and m.weight > DERIVED)
        told = (m for m in named if not self._plain.endswith("overnments of ", 0, m.start))
        return next((m.surface for m in told), None)

    @property
    def pooled(self) -> bool:
        """Whether the text is about a fund of all the world: its sums are for no country."""
        return self._naming.pooled

    def home(self) -> str | None:
        """The country of the people of whom the document tells most."""
        return self._naming.home

    def givers(self) -> tuple[str, ...]:
        """The countries that the document tells of as givers."""
        return self._naming.givers

    def is_heading(self, number: int) -> bool:
        """Whether a paragraph is a heading."""
        return self._sections.head(number) == number

    def heading(self, number: int) -> tuple[int, int, int]:
        """Where the heading above a paragraph starts and ends, and where its section ends."""
        head = self._sections.head(number)
        if not head:
            return 0, 0, 0
        one = self._paragraphs[head - 1]
        return one.start, one.end, self._sections.end(number)

    def alone(self, start: int, end: int) -> str | None:
        """The one place that is all that text[start:end] names, beside a date."""
        names = self._naming.within(start, end)
        if len(names) != 1 or names[0].surface is None:
            return None
        rest = self._original[start:end].replace(names[0].surface, "", 1)
        dated = all(part.isdecimal() or part in calendar("month") for part in _parts(rest))
        return names[0].surface if dated else None

    # -- headings ----------------------------------------------------------------------------

    def _named(self, start: int, end: int, without: Collection[str]) -> Setting | None:
        """The one place that a heading names, or the one after a locative word."""
        names = [m for m in self._naming.within(start, end) if m.surface and m.key not in without]
        names = [m for m in names if m.weight > DERIVED]
        if names and names[0].start == start and names[0].key in self.givers():
            names = names[1:]  # "Canada and a bank join hands for Kelm"
        located = [m for m in names if m.weight == LOCATED]
        for chosen in (names, located):
            if chosen and len({m.key for m in chosen}) == 1 and chosen[0].surface:
                return Setting(chosen[0].surface, chosen[0].key, HEADED)
        return None

    def _told_of(self, head: int) -> Setting | None:
        """The name in a heading that its section tells where by ("Bor" over "In Bor, …")."""
        one = self._paragraphs[head - 1]
        span = headed(self._plain, (one.start, one.end), (one.end, self._sections.end(head)))
        text = None if span is None else self._original[slice(*span)]
        return None if text is None else Setting(text, code_of(text) or text, HEADED)


def _parts(text: str) -> list[str]:
    """The words and numbers of a text, lower case."""
    return [part for part in re.split(r"\W+", text.lower()) if part]
