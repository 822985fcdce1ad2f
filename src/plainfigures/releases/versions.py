"""Versions: three numbers, and how far a change moves them."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import total_ordering

from plainfigures.errors import UsageError

_NUMBERS = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


@total_ordering
class Level(Enum):
    """How far a version goes beyond the one before."""

    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"

    def __lt__(self, other: "Level") -> bool:
        order = list(Level)
        return order.index(self) < order.index(other)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """The version of a package."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def after(self, level: Level) -> "Version":
        """The next version by a change of this level."""
        match level:
            case Level.MAJOR:
                return Version(self.major + 1, 0, 0)
            case Level.MINOR:
                return Version(self.major, self.minor + 1, 0)
            case Level.PATCH:
                return Version(self.major, self.minor, self.patch + 1)


def parse_version(text: str) -> Version:
    """The version that a text such as 1.0.0 states; UsageError for any other text."""
    match = _NUMBERS.fullmatch(text)
    if match is None:
        raise UsageError(f"{text!r} is no version; a version is three numbers such as 1.0.0")
    return Version(*map(int, match.groups()))
