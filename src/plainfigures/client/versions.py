"""Versions of releases: three numbers each, asked for exactly, by `~=`, or as the latest."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plainfigures.errors import UsageError

LATEST = "latest"
_NUMBER = "(0|[1-9][0-9]{0,8})"
_EXACT = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}")
_COMPATIBLE = re.compile(rf"~=\s*{_NUMBER}\.{_NUMBER}(?:\.{_NUMBER})?")


class Version(NamedTuple):
    """The version of a release; versions compare as their numbers do."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @classmethod
    def of(cls, text: object) -> "Version | None":
        """The version that a text names exactly, None where it names none."""
        match = _EXACT.fullmatch(text) if isinstance(text, str) else None
        return None if match is None else cls(*map(int, match.groups()))


class Wanted(NamedTuple):
    """Which versions are asked for: those from `least` on and below `below`, None without end."""

    text: str
    exact: Version | None
    least: Version
    below: Version | None

    @classmethod
    def of(cls, text: str) -> "Wanted":
        """What a text asks for: `1.2.0`, `~=1.2` (1.x from 1.2 on), `~=1.2.3` or `latest`.

        Raises UsageError for anything else.
        """
        text = str(text).strip()
        exact = Version.of(text)
        if exact is not None:
            return cls(text, exact, exact, None)
        if text == LATEST:
            return cls(text, None, Version(0, 0, 0), None)
        match = _COMPATIBLE.fullmatch(text)
        if match is None:
            raise UsageError(
                f"version {text!r}: write three numbers (1.2.0), ~=1.2, ~=1.2.3 or latest."
            )
        major, minor, patch = int(match[1]), int(match[2]), match[3]
        if patch is None:
            return cls(text, None, Version(major, minor, 0), Version(major + 1, 0, 0))
        return cls(text, None, Version(major, minor, int(patch)), Version(major, minor + 1, 0))

    def newest(self, versions: Iterable[Version]) -> Version | None:
        """The newest of these that is asked for."""
        if self.exact is not None:
            return self.exact if self.exact in versions else None
        fitting = (
            each
            for each in versions
            if each >= self.least and (self.below is None or each < self.below)
        )
        return max(fitting, default=None)
