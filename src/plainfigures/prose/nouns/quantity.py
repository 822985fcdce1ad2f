"""The quantity: a number with qualifier, unit, counted noun and place in the token table."""

from dataclasses import dataclass
from decimal import Decimal

from plainfigures.prose.nouns.heads import Noun


@dataclass(slots=True)
class Quantity:
    """One quantity of a sentence; all positions are token indices, ends exclusive.

    `kind` is money, percent, point, unit, noun, multiple or bare; `value` None for a range or a
    vague number; `inherited` marks a unit carried over from a parallel quantity. `phrase_first` is
    where all begins that says how many; what is quoted begins at `quote_first`, behind an article.
    """

    first: int
    last: int
    phrase_first: int
    phrase_last: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    qualifier: str
    kind: str
    unit: str | None = None
    noun: Noun | None = None
    rate: str | None = None
    rate_over_time: bool = False
    rate_first: int = 0
    rate_last: int = 0
    vague: bool = False
    fraction: bool = False
    inherited: bool = False
    attributive: bool = False
    ambiguous_currency: bool = False
    garbled: bool = False
    quote_first: int = 0

    @property
    def is_age(self) -> bool:
        """Whether it is how old somebody is, told without the word "years"."""
        return self.unit == "year" and self.noun is None and not self.inherited

    @property
    def counted_last(self) -> int:
        """The token after those counted, before what they are of ("40 men | *of the village*")."""
        noun = self.noun
        return (
            noun.whole if noun is not None and noun.origin == self.phrase_last else self.phrase_last
        )

    def multiply(self, scale: Decimal) -> None:
        """Let it stand for so many times as much ("$9 million, of which *4*")."""
        self.value, self.low, self.high = (
            None if bound is None else bound * scale for bound in (self.value, self.low, self.high)
        )


@dataclass(slots=True)
class Aside:
    """Number tokens first..last (exclusive) that are no figure, with the reason."""

    first: int
    last: int
    reason: str


def bounds(value: Decimal | None, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    """The bounds that a qualifier gives a single value: (low, high)."""
    if qualifier == "exact":
        return value, value
    if qualifier in ("at_least", "more_than"):
        return value, None
    if qualifier in ("at_most", "less_than"):
        return None, value
    return None, None
