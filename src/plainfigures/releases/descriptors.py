"""Descriptors: how what two packages say of themselves differs, their tables' columns left out."""

from collections.abc import Iterator, Mapping
from typing import Any

from plainfigures.packages.canonical_json import compact
from plainfigures.releases.difference import Change
from plainfigures.releases.opened import OpenedPackage
from plainfigures.releases.reasons import Reason

# The version is the outcome of a comparison, and sizes and checksums are those of the files.
_OUTCOMES = ("version", "bytes", "hash")


def compare_descriptors(old: OpenedPackage, new: OpenedPackage) -> Iterator[Change]:
    """Every statement of the descriptors that differs, by its place such as licenses[0].name."""
    before, after = (dict(_statements(_said(each.descriptor), "")) for each in (old, new))
    for place in sorted(before.keys() | after.keys()):
        was, now = before.get(place), after.get(place)
        if was != now:
            yield Change(Reason.METADATA_CHANGED, place, was, now)


def _said(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """The descriptor with its resources by name, and without what is compared elsewhere."""
    said = {name: value for name, value in descriptor.items() if name not in _OUTCOMES}
    said["resources"] = {
        str(resource["name"]): {
            name: value
            for name, value in resource.items()
            if name not in (*_OUTCOMES, "name", "schema")
        }
        for resource in descriptor["resources"]
    }
    return said


def _statements(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """The scalars inside a value as text, each with its place."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _statements(inner, f"{place}.{name}" if place else name)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _statements(inner, f"{place}[{number}]")
    else:
        yield place, value if isinstance(value, str) else compact(value).decode()
