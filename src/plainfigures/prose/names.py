"""Names in the token table."""

from dataclasses import dataclass

from plainfigures.prose.lexicon import calendar
from plainfigures.prose.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens first..last (exclusive) of a name; `weight` is a penalty in clause distance."""

    first: int
    last: int
    weight: float


def in_name(tokens: Tokens, i: int) -> bool:
    """Whether token `i` has the capital of a name, not that of a month or weekday."""
    if not tokens.capital(i):
        return False
    return tokens.word[i] not in calendar("month") and tokens.word[i] not in calendar("weekday")
