"""The gate of links: `part_of` and `same_as` lead from figure to figure and never back."""

from collections.abc import Mapping, Sequence
from typing import Any

from plainfigures.quality.report import CheckResult, broken

LINKS = ("part_of", "same_as")


def check_links(rows: Sequence[Mapping[str, Any]]) -> list[CheckResult]:
    """Look for figures that are part of, or the same as, themselves, over any number of steps."""
    return [
        broken(
            "links",
            f"No figure comes back to itself by {link}.",
            _circles({row["figure_id"]: row[link] for row in rows if row[link] is not None}),
            {"column": link},
        )
        for link in LINKS
    ]


def _circles(links: Mapping[str, str]) -> list[str]:
    found = []
    for start in links:
        seen: set[str] = set()
        place: str | None = start
        while place is not None and place not in seen:
            seen.add(place)
            place = links.get(place)
        if place == start:
            found.append(start)
    return found
