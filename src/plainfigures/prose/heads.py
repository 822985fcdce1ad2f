"""Heads: what a counted noun phrase is, and the unit that its head gives."""

from dataclasses import dataclass

from plainfigures.prose.lexicon import is_person

# Adjectives that count people when no noun follows ("70 elderly", "12 dead", "40 wounded").
NOMINAL = frozenset(
    "dead wounded injured missing elderly disabled poor homeless unemployed sick maimed displaced "
    "hurt killed captured hospitalised hospitalized kidnapped abducted stranded".split()
)


@dataclass(slots=True)
class Noun:
    """Tokens first..last (exclusive) of a noun phrase; `head` is its singular, `unit` the unit."""

    first: int
    last: int
    head: str
    unit: str


def unit_of(head: str) -> str:
    """The unit of a counted head noun (singular): person, family, household, else itself."""
    if head in ("family", "household"):
        return head
    return "person" if is_person(head) else head
