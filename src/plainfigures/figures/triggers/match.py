"""What was read of one quantity: its measure and the words that gave it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from plainfigures.figures.triggers.fits import PEOPLE, is_area
from plainfigures.figures.triggers.triggers import Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.sharing import scale_of
from plainfigures.prose.units.denominations import Denomination
from plainfigures.prose.words.number import ONE
from plainfigures.prose.words.tokens import Tokens

# The rules by which another number lends a measure with its trigger.
AGAIN = "the same told again"
_LENT = frozenset(("carried in a list", AGAIN))

# The rule by which a heading lends to the items of its list.
HEADING = "heading over the list"
# The rule by which the base of a comparison takes the measure of what is compared with it.
COMPARED = "compared with the one before"
BESIDE = "beside what is a share"
BUDGETED = "what a budget sets aside"
# The rule by which a verb moves a share told before to its next level.
LEVEL = "the level of a share told before"

# (currency, value) -> the measure of the first such sum of a document
Sums = dict[tuple[str | None, Decimal | None], str]


@dataclass(slots=True)
class Match:
    """The measure of a quantity, its trigger and rule; `denied` is the reason to set it aside.

    `cost` is how far the trigger stands; `planned` marks what is still to come.
    """

    measure: str | None = None
    trigger: Trigger | None = None
    rule: str = ""
    direction: str | None = None
    denied: str | None = None
    cost: float = 0.0
    planned: bool = False

    @property
    def is_lent(self) -> bool:
        """Whether another number or sentence lends the measure."""
        return self.trigger is None or self.rule in _LENT

    def handed_on(self, rule: str, keep_trigger: bool = True) -> "Match":
        """The same measure for another quantity; a trigger holds in its sentence only."""
        trigger = self.trigger if keep_trigger else None
        return Match(self.measure, trigger, rule, self.direction, None, self.cost, self.planned)


def _none() -> None:
    return None


# what was read of people, by their number or range
Told = dict[tuple[Decimal | None, ...], Match]


@dataclass(slots=True)
class Carried:
    """What one sentence lends to the next in its paragraph: a match by class of unit, and the last.

    `seen` is where the last with a measure ends. `earlier` is what the paragraph before measured
    last, `above` what its last sentence with a measure lends, `told` and `told_before` give the
    people of this and of that one by their number, `untold` the numbers of people that are of none,
    the last of whom are called `others`. `before` gives the context words and competitors of the
    paragraph before the sentence, `around` all those in the text around it, `closed` the measures
    of which that tells nothing, `headed` those of the heading over a list, `titled` of that over
    the section, `lent` the measures of the former, `denomination` what it says that sums are in,
    `said` those that the sentence before names, `since` those with their triggers where it has no
    number, `asked` those of which a question before asks how many there are, `summed` those that
    the sentence after sums up, `withdrawn` whether that takes back what this one tells, `things`
    the unit of the things that it names last, `home` the country of the people of whom the text
    tells most, `ahead` whether the heading looks forward, `shares` whether it tells where goods go,
    `topics` those of people and sums that the text is on, with the rule that found them, `row`
    reads a row of a table; `sums` the measures of those that the document has told; `after_sum`
    whether its last number with a unit was a sum, `after_things` whether it counted
    nothing but things of none, and `scale` what each number of that stands for.
    """

    matches: dict[str, Match] = field(default_factory=dict)
    above: dict[str, Match] = field(default_factory=dict)
    last: tuple[Quantity, Match] | None = None
    seen: int = 0
    earlier: tuple[Quantity, Match] | None = None
    told: Told = field(default_factory=dict)
    told_before: Told = field(default_factory=dict)
    currency: str | None = None
    after_sum: bool = False
    after_things: bool = False
    scale: Decimal = ONE
    before: Callable[[], frozenset[str]] = frozenset
    around: Callable[[], tuple[str, ...]] = tuple
    closed: Callable[[], frozenset[str]] = frozenset
    lent: Callable[[], tuple[str, ...]] = tuple
    headed: Callable[[], frozenset[str]] = frozenset
    titled: Callable[[], frozenset[str]] = frozenset
    said: Callable[[], Iterable[str]] = tuple
    since: Callable[[], Iterable[tuple[str, str]]] = tuple
    asked: Callable[[], list[str] | None] = _none
    summed: Callable[[], Iterable[str]] = tuple
    withdrawn: Callable[[], bool] = bool
    things: Callable[[], str | None] = _none
    home: Callable[[], str | None] = _none
    ahead: Callable[[], bool] = bool
    shares: Callable[[], bool] = bool
    denomination: Callable[[], Denomination | None] = _none
    topics: Callable[[], Iterable[tuple[str, str]]] = tuple
    row: "Callable[[Tokens, Sequence[Quantity]], list[Match]] | None" = None
    sums: Sums = field(default_factory=dict)
    untold: set[tuple[Decimal | None, ...]] = field(default_factory=set)
    others: str = ""

    def to_next(self, near: bool) -> "Carried":
        """What a paragraph leaves to the next one; its measures only where that is `near`."""
        return Carried(
            above=self.matches if near else {}, earlier=self.last, told_before=self.told,
            currency=self.currency, sums=self.sums,
        )  # fmt: skip

    def lend(self, tokens: Tokens, quantities: list[Quantity], matches: list[Match]) -> None:
        """Keep the first match of each class of unit, where the sentence has any; and the last.

        What comes first is mostly of the main clause: "promised 4 million, more than the 3 asked".
        """
        if quantities and (quantities[-1].kind != "bare" or quantities[-1].unit is not None):
            self.after_sum = quantities[-1].kind == "money"
            counted = all(q.kind == "noun" and q.unit not in PEOPLE for q in quantities)
            self.after_things = counted and not any(match.measure for match in matches)
        fresh: dict[str, Match] = {}
        others = False
        for q, match in zip(quantities, matches, strict=True):
            if q.kind == "money":
                self.currency, self.scale = q.unit, scale_of(tokens, q)
                if match.measure is not None and match.denied is None:
                    self.sums.setdefault((q.unit, q.value), match.measure)
            if match.measure is None and q.kind == "noun" and unit_class(q) == "people":
                self.untold.add(number_of(q))
                self.others = q.noun.head if q.noun else ""
                others = True
            if match.measure is not None and match.denied is None:
                fresh.setdefault(unit_class(q), match)
                self.last = q, match
                if unit_class(q) == "people":
                    self.told[number_of(q)] = match
        if fresh:
            self.matches, self.seen = fresh, tokens.end[-1]
        elif others:  # "the town had 900 inhabitants": a later "there are 300" is of these
            self.earlier = None
            self.matches = {unit: m for unit, m in self.matches.items() if unit != "people"}
            if self.last is not None and unit_class(self.last[0]) == "people":
                self.last = None

    def same(self, q: Quantity) -> Match | None:
        """What was read of as many people in this paragraph or in the one before."""
        number = number_of(q)
        return self.told.get(number) or self.told_before.get(number)

    def sum_before(self) -> Match | None:
        """What was read of the sum told before in this paragraph, or last in the one before."""
        told = self.matches.get("currency")
        if told is None and self.earlier is not None and self.earlier[0].kind == "money":
            return self.earlier[1]
        return told


def number_of(q: Quantity) -> tuple[Decimal | None, ...]:
    """A number, or both ends of a range."""
    return (q.value,) if q.value is not None else (q.low, q.high)


def unit_class(q: Quantity) -> str:
    """Money, people, land, or the unit itself: what one sentence may lend to another."""
    if q.kind == "money":
        return "currency"
    if q.unit in PEOPLE:
        return "people"
    if q.kind == "unit" and q.unit is not None and is_area(q.unit):
        return "area"
    return q.unit or "bare"
