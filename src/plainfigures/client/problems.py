"""What may be wrong with a package."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a package: the file (a path inside the package) and a plain sentence."""

    file: str
    sentence: str
