"""Descriptors: how what two packages say of themselves differs, their tables' columns left out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plainfigures.packages.canonical_json import compact
from plainfigures.releases.difference import Change
from plainfigures.releases.opened import OpenedPackage
from plainfigures.releases.reasons import Reason

# The version is the outcome of a comparison, and sizes and checksums are those of the files.
_OUTCOMES = ("version", "bytes", "hash")
# What names the items of a list, the surest first.
_KEYS = ("document", "name", "path", "title")


def compare_descriptors(old: OpenedPackage, new: OpenedPackage) -> Iterator[Change]:
    """Every statement of the descriptors that differs, by its place such as licenses[MIT].title.

    An item that is new in a list, or gone from it, is one difference.
    """
    yield from _compare(_said(old.descriptor), _said(new.descriptor), "")


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


def _compare(was: Any, now: Any, place: str) -> Iterator[Change]:
    """The differences of two values that both are there."""
    if isinstance(was, dict) and isinstance(now, dict):
        for name in sorted(was.keys() | now.keys()):
            inner = f"{place}.{name}" if place else name
            if name in was and name in now:
                yield from _compare(was[name], now[name], inner)
            else:
                yield from _one_sided(was.get(name), now.get(name), inner, name in was)
    elif isinstance(was, list) and isinstance(now, list):
        yield from _compare_lists(was, now, place)
    elif compact(was) != compact(now):
        yield Change(Reason.METADATA_CHANGED, place, _text(was), _text(now))


def _compare_lists(was: Sequence[Any], now: Sequence[Any], place: str) -> Iterator[Change]:
    """By what names the items on both sides; where nothing does, by their number."""
    before, after = _named(was, now)
    for name in dict.fromkeys([*before, *after]):
        inner = f"{place}[{name}]"
        if name in before and name in after:
            yield from _compare(before[name], after[name], inner)
        else:
            texts = [_text(side[name]) if name in side else None for side in (before, after)]
            yield Change(Reason.METADATA_CHANGED, inner, *texts)
    kept = [[name for name in side if name in before and name in after] for side in (before, after)]
    if kept[0] != kept[1]:
        yield Change(Reason.METADATA_CHANGED, f"{place} order", *map(", ".join, kept))


def _named(was: Sequence[Any], now: Sequence[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The items of two lists by names that each stand once in a list."""
    for key in (None, *_KEYS):
        names = [[_name(item, key) for item in side] for side in (was, now)]
        if all(None not in side and len({*side}) == len(side) for side in names):
            before, after = (
                dict(zip(map(str, side), items, strict=True))
                for side, items in zip(names, (was, now), strict=True)
            )
            return before, after
    before, after = ({str(number): item for number, item in enumerate(side)} for side in (was, now))
    return before, after


def _name(item: Any, key: str | None) -> str | None:
    """A text itself, or what an object has under the key."""
    name = item if key is None else item.get(key) if isinstance(item, dict) else None
    return name if isinstance(name, str) and name else None


def _one_sided(was: Any, now: Any, place: str, before: bool) -> Iterator[Change]:
    """Each statement inside a value that is there on one side alone."""
    for inner, text in _statements(was if before else now, place):
        texts = (text, None) if before else (None, text)
        yield Change(Reason.METADATA_CHANGED, inner, *texts)


def _statements(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """The scalars and lists inside a value as text, each with its place."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _statements(inner, f"{place}.{name}")
    else:
        yield place, _text(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else compact(value).decode()
