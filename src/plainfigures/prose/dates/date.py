"""One date of a sentence, and the span of days that a calendar gives it."""

from calendar import monthrange
from dataclasses import dataclass

_LEAP_YEAR, _PLAIN_YEAR = 2000, 2001


@dataclass(slots=True)
class Date:
    """Tokens first..last (exclusive) that state a calendar span; ISO text, either end may be null.

    `kind` is date or time. A day or month without a year has no span until the document lends its
    year; `valid` is False for a day that no calendar has.
    """

    first: int
    last: int
    start: str | None
    end: str | None
    month: int | None = None
    day: int | None = None
    valid: bool = True
    kind: str = "date"


def day_span(
    year: str | None, month: int, day: int, end_day: int | None = None
) -> tuple[str | None, str | None, bool]:
    """ISO start and end of a day (or days) of a month, and whether the calendar has it."""
    last = end_day or day
    if year is None:
        longest = monthrange(_LEAP_YEAR if month == 2 else _PLAIN_YEAR, month)[1]
        return None, None, last <= longest
    if last > monthrange(int(year), month)[1]:
        return None, None, False
    return f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}-{last:02d}", True
