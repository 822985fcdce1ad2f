"""One period of a sentence."""

from dataclasses import dataclass


@dataclass(slots=True)
class Period:
    """Tokens first..last (exclusive) that say when; `start` and `end` are ISO text or null.

    `role` is period or as_of, the day of a count or statement.
    """

    first: int
    last: int
    start: str | None
    end: str | None
    role: str = "period"
