"""What the numbers of a sentence may count, by their units and by what they leave out."""

from decimal import Decimal

from plainfigures.definitions.model import Measure
from plainfigures.figures.counted.antecedents import MOVED, MOVES, homes_before
from plainfigures.figures.counted.lands import is_all_of_a_land, is_of_a_zone, is_population
from plainfigures.figures.exclusions.ages import is_age
from plainfigures.figures.exclusions.ratios import is_of_a_count, is_one_in, is_per_number
from plainfigures.figures.exclusions.some_of_things import SomeOfThings
from plainfigures.figures.exclusions.things import Things
from plainfigures.figures.exclusions.uncounted import (
    counts_nobody,
    is_asked,
    is_corrected,
    is_days_work,
    is_force,
    is_of_cases,
    is_room_for,
    is_surplus,
    is_trip,
)
from plainfigures.figures.grammar.people import is_by_name
from plainfigures.figures.journeys.claimants import are_claims
from plainfigures.figures.sums.purses import Purses
from plainfigures.figures.triggers.fits import PEOPLE, TIMES, is_whole
from plainfigures.figures.triggers.match import Carried
from plainfigures.figures.triggers.once import once
from plainfigures.figures.triggers.triggers import ITEMS, MINE, Vocabulary
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.points import read_points
from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.units.denominations import is_denomination
from plainfigures.prose.words.lexicon import groups, is_person, singular, tag

_NONE: frozenset[str] = frozenset()
# So many times as many are counted by the same unit.
_LIKE = 5
_INCLUDING = frozenset("include includes included comprise comprises comprised".split())
_PERSONS = MOVED - {"family", "household", "displaced"}
# The longest label of a line, in tokens.
_LABEL = 4
_DAMAGED = frozenset(
    "damaged destroyed lost flooded burned burnt collapsed affected repaired rebuilt looted built "
    "completed restored constructed distributed delivered opened".split()
)
_KINDS = frozenset(
    "types type kinds kind sorts sort forms form categories category classes waves phases rounds "
    "modes".split()
)
_OF_PRICES = frozenset(
    "commission discount discounts markup premium rebate stake surcharge".split()
)
_GROWN = ["growth", "of"]
_LEVELS = frozenset(("to", "from"))
_PLACING = frozenset("in at on across from to per".split())


class Counts:
    """Judges the quantities of one sentence; `special` are units of datasets by index."""

    def __init__(
        self, scan: Scan, special: dict[int, str], carried: Carried, vocabulary: Vocabulary
    ) -> None:
        self._scan = scan
        self._quantities = scan.quantities
        self._tokens = scan.tokens
        self._word = scan.tokens.word
        self._purses = Purses(scan, carried, vocabulary.lists.paying)
        self._purses.claim()
        self._things = Things(scan, special, carried, vocabulary)
        self._special = self._with_pronouns(special)
        self._some_of_things = SomeOfThings(scan, self._special, self._things, vocabulary)
        self._carried = carried
        self._fitting = vocabulary.lists.fitting
        # what a quantity may be of, by its index and by what has been found of it so far
        self._found: dict[tuple[object, ...], frozenset[str]] = {}

    def _with_pronouns(self, special: dict[int, str]) -> dict[int, str]:
        """The units of datasets by index, with those of what "them" stands for."""
        for index, unit in self._things.pronouns().items():
            special[index] = unit
            if unit == MINE:
                q = self._quantities[index]
                q.unit, q.inherited, q.noun = unit, True, None
        return special

    def may_be(self, index: int) -> frozenset[str]:
        """The names of the measures that the quantity of an index may be of, as it stands."""
        q = self._quantities[index]
        asked = index, q.kind, q.unit, q.inherited, q.noun is None
        if asked not in self._found:
            found = self._may_be(index)
            self._found[asked] = found - self._closed if found else found
        return self._found[asked]

    @once
    def _closed(self) -> frozenset[str]:
        return self._carried.closed()

    def _may_be(self, index: int) -> frozenset[str]:
        q = self._quantities[index]
        if self._measures_nothing(q):
            return _NONE
        if self._is_of_label(q):
            return self._fitting.of(q, self._special.get(index), False)
        return self._of_bare(index) if q.kind == "bare" else self._of_named(index)

    def _measures_nothing(self, q: Quantity) -> bool:
        """A coin, a surplus, a ratio, a price, a force, a trip: what no measure is of."""
        tokens = self._tokens
        match q.kind:
            case "money":
                if is_denomination(tokens, q.first, q.last) or is_surplus(tokens, q):
                    return True
            case "percent":
                if self._is_no_share(q):
                    return True
            case "unit" if is_days_work(tokens, q):
                return True
            case "noun" | "bare":
                if (
                    is_per_number(self._tokens, self._quantities, q)
                    or self._is_of_kinds(q)
                    or (q.vague and tokens.at(q.phrase_last) in (")", ":"))  # "in thousands:"
                    or (q.phrase_first < 2 and tokens.at(q.phrase_last) == ":")  # "- under 5: 12"
                    or is_days_work(tokens, q)
                ):
                    return True
        grown = q.first > len(_GROWN) + 1 and self._word[q.first - 2 : q.first] == _GROWN
        if grown and tokens.capital(q.first - 3):
            return True  # "Russian growth of 3 percent"
        if self._word[q.first] == "one" and tokens.at(q.first - 1) == "not":
            return True  # "not one soldier"
        if q.rate_over_time and q.noun is not None and q.noun.head in groups() - PEOPLE:
            return True  # "at a rate of one convoy per week"
        told = is_force(tokens, q) or is_asked(tokens, q) or is_corrected(tokens, q)
        return told or is_room_for(tokens, q) or is_trip(tokens, q) or is_of_cases(tokens, q)

    def _is_no_share(self, q: Quantity) -> bool:
        """ "the top 1 percent of firms", "trades at a 14% discount", "one factory in five"."""
        best = self._word[q.first - 1] in ("top", "largest")
        if best or self._tokens.at(q.phrase_last) in _OF_PRICES:
            return True
        return is_one_in(self._tokens, q.first) or is_of_a_count(self._tokens, q)

    def _of_named(self, index: int) -> frozenset[str]:
        """The measures of a number with a noun or a unit."""
        q, tokens = self._quantities[index], self._tokens
        people = q.kind == "noun" and q.unit != "person" and self._are_named(q)
        if q.kind == "noun" and (is_all_of_a_land(tokens, q) or is_population(tokens, q)):
            return _NONE
        if q.kind == "unit" and is_of_a_zone(tokens, q):
            return _NONE
        return self._fitting.of(q, self._special.get(index), people=people)

    def _of_bare(self, index: int) -> frozenset[str]:
        """The measures of a number whose noun is left out."""
        q, tokens = self._quantities[index], self._tokens
        if self._is_time(index) or is_age(self._scan, q) or is_population(tokens, q):
            return _NONE
        if self._some_of_things.are_of(index):
            return _NONE
        if tokens.at(q.last + 1) == "'" and not is_person(singular(tokens.at(q.last))):
            return _NONE  # "across the two countries' border"
        of_mines = self._things.is_of_mines(q)
        free = q.inherited and tokens.at(q.phrase_first - 1) not in _PLACING
        if free and q.unit == MINE:
            free = not (of_mines or self._things.is_of_topic(q) or self._things.suffers(q))
        found = self._fitting.of(q, self._special.get(index), free)
        if found and counts_nobody(tokens, q):
            found -= self._fitting.counting("person")
        if self._purses.of(index) is not None:
            sums = self._fitting.counting("currency")
            led = index and tokens.at(q.phrase_first - 1) in _LEVELS
            # "raised requirements for the displaced from 31 million francs to 35 million"
            found = sums if led and self._quantities[index - 1].kind == "money" else found | sums
        thing = self._things.of(index) if is_whole(q) else None  # "registered 6.3"
        if thing == MINE and (of_mines or self._things.is_removed(q) or self._things.suffers(q)):
            return self._fitting.counting(thing)
        return found if thing is None else found | self._fitting.counting(thing)

    def _is_time(self, index: int) -> bool:
        """ "had two years; *after five*, 700 had died": as many years."""
        q, after = self._quantities[index], self._quantities[index + 1 : index + 2]
        if self._tokens.at(q.first - 1) != "after" or not after:
            return False
        return self._word[q.last : after[0].phrase_first] in ([], [","])

    def _are_named(self, q: Quantity) -> bool:
        """Whether they are people by the name of a people, or by what they claim."""
        return is_by_name(self._tokens, q) or are_claims(self._tokens, q, self._carried)

    def _is_of_label(self, q: Quantity) -> bool:
        """ "Houses damaged: 1,100": of the things that lead its line, no people."""
        colon = q.phrase_first - 1
        if not 0 < colon <= _LABEL or self._word[colon] != ":":
            return False
        label = self._word[:colon]
        if _DAMAGED.isdisjoint(label) or "lives" in label or tag(label[0])[:1] != "n":
            return False
        names = [*label, *map(singular, label)]
        return not any(name in PEOPLE or is_person(name) for name in names)

    def _is_of_kinds(self, q: Quantity) -> bool:
        """ "two types of returns", "three distinct groups of refugees" count no people.

        Nor do "16 different anti-tank mines" count any in the ground.
        """
        if q.noun is None or "of" not in self._word[q.noun.first : q.noun.last]:
            return q.noun is not None and self._tokens.at(q.last) == "different"
        return self._word[self._word.index("of", q.noun.first) - 1] in _KINDS

    def mark_ages(self) -> None:
        """Ages count nobody, whatever stands beside them."""
        for q in self._quantities:
            if is_age(self._scan, q):
                q.attributive = True

    def _homes(self, index: int, measure: Measure) -> str:
        """Whether a bare number counts families, as the one before it does or as a list says.

        "the families that returned include 640", "of 900 families 420 returned".
        """
        before = self._word[: self._quantities[index].phrase_first]
        verb = next((k for k, word in enumerate(before) if word in _INCLUDING), 0)
        names = [singular(word) for word in before[:verb]]
        found = [name for name in names if name in PEOPLE or is_person(name)]
        if found and found[-1] in PEOPLE:
            return found[-1]
        told = [q for q in self._quantities[:index] if q.unit in PEOPLE]
        q = self._quantities[index]
        if not told and measure.name in MOVES:
            if unit := homes_before(self._tokens, q, self._carried.seen):
                return unit
        if not told and not _PERSONS.isdisjoint(map(singular, before)):
            return "person"  # "300 families went home; the returnees now number | 900"
        told = told or ([self._carried.last[0]] if self._carried.last is not None else [])
        if not told or q.value is None or q.value > _LIKE * (told[-1].value or 0):
            return "person"
        return told[-1].unit or "person"

    def give_unit(self, index: int, measure: Measure, direction: str | None) -> None:
        """A bare number of people counts persons; a noun of a dataset's own has its unit.

        "Fell 3 times" is a change in percent by its `direction`, as "tripled" is.
        """
        q, allowed = self._quantities[index], measure.units
        if q.unit in TIMES and q.unit not in allowed:
            less = direction == "decrease"
            q.value, q.low, q.high = (_change(v, less) for v in (q.value, q.low, q.high))
            q.kind, q.unit = "percent", "percent"
        own = self._special.get(index)
        if own in allowed and q.unit not in allowed:
            q.unit = own
        elif own in ITEMS and MINE in allowed:
            q.unit = MINE  # "900 devices are still in the ground"
        elif (
            "person" in allowed
            and q.unit not in allowed
            and (q.kind == "bare" or self._are_named(q))
        ):
            homes = self._homes(index, measure) if q.kind == "bare" else "person"
            q.unit = homes if homes in allowed else "person"
        elif self._things.of(index) in allowed:
            q.unit, q.noun = self._things.of(index), None
        elif "currency" in allowed and q.kind == "bare":
            self._purses.fill(index)
        elif q.unit is None:
            q.unit = allowed[0]
        read_points(self._tokens, [q])


def _change(times: Decimal | None, less: bool) -> Decimal | None:
    """The change in percent that a multiple makes: 3 times is up by 200, or down by 66.67."""
    if not times:
        return times
    return round(100 - 100 / times, 2) if less else 100 * (times - 1)
