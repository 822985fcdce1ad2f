"""Naming: which places a whole text names, how often, and where."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from functools import cached_property

from plainfigures.figures.places.homelands import home_of_people
from plainfigures.figures.places.likeliest import (
    between_sides,
    is_pooled,
    likely_city,
)
from plainfigures.figures.places.mention import BARE, CITY, Mention
from plainfigures.figures.places.mentions import givers, mentions
from plainfigures.figures.triggers.phrases import code_of


class Naming:
    """The places that one document names; each question about all of it is worked out once."""

    def __init__(self, original: str, plain: str) -> None:
        self._original, self._plain = original, plain

    @cached_property
    def _every(self) -> list[Mention]:
        return mentions(self._original, self._plain)

    @cached_property
    def lands(self) -> list[Mention]:
        """The countries and regions, in the order of the text."""
        return [mention for mention in self._every if mention.weight > CITY]

    @cached_property
    def _cities(self) -> list[Mention]:
        return [mention for mention in self._every if mention.weight in (CITY, BARE)]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.lands]

    def within(self, low: int, high: int) -> list[Mention]:
        """The countries and regions that text[low:high] names."""
        starts = self._starts
        return self.lands[bisect_left(starts, low) : bisect_left(starts, high)]

    @cached_property
    def givers(self) -> tuple[str, ...]:
        """The countries of which the text tells as givers."""
        return givers(self._every)

    @cached_property
    def sides(self) -> tuple[str, str] | None:
        """The place where the two sides of which the text tells most stand against each other."""
        return between_sides(self.lands)

    def city(self, opens: int, without: Collection[str]) -> str | None:
        """The city that a text tells where by; `opens` is where its start ends."""
        lands = (mention for mention in self.lands if mention.key not in without)
        return likely_city(self._cities, lands, opens)

    @cached_property
    def pooled(self) -> bool:
        """Whether the text is about a fund of all the world: its sums are for no country."""
        return is_pooled(self._plain)

    @cached_property
    def home(self) -> str | None:
        """The country of the people of whom the text tells most."""
        home = home_of_people(self._plain, (m.start for m in self.lands if m.surface is None))
        named = Counter(m.surface for m in self.lands if m.surface and m.key == code_of(home))
        return named.most_common(1)[0][0] if named else home
