"""Columns: how the Table Schema of one table differs from that of another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from plainfigures.packages.canonical_json import compact
from plainfigures.releases.difference import Change
from plainfigures.releases.opened import OpenedTable
from plainfigures.releases.reasons import Reason

Field = Mapping[str, Any]

_WORD = re.compile(r"\w+")
# A higher bound of these lets fewer values in, and a lower one of those.
_LOWER_BOUNDS = ("minimum", "exclusiveMinimum", "minLength")
_UPPER_BOUNDS = ("maximum", "exclusiveMaximum", "maxLength")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which column of the old table is which of the new: old names by new names, in new order."""

    columns: Mapping[str, str]

    @property
    def by_old(self) -> dict[str, str]:
        """New names by old ones."""
        return {old: new for new, old in self.columns.items()}

    @property
    def renamed(self) -> dict[str, str]:
        """Old names by new ones, where they differ."""
        return {new: old for new, old in self.columns.items() if new != old}


def pair_columns(old: OpenedTable, new: OpenedTable, renamed: Mapping[str, str]) -> Pairing:
    """Pair the columns of one name, and those of `renamed` (old names by new ones)."""
    before = {field["name"] for field in old.fields}
    names = (field["name"] for field in new.fields)
    return Pairing(
        {name: renamed.get(name, name) for name in names if renamed.get(name, name) in before}
    )


def rename_candidates(old: OpenedTable, new: OpenedTable) -> list[tuple[Field, Field]]:
    """Pairs of a column that is gone and a new one of the same type."""
    before = {field["name"] for field in old.fields}
    after = {field["name"] for field in new.fields}
    gone = [field for field in old.fields if field["name"] not in after]
    come = [field for field in new.fields if field["name"] not in before]
    return [(was, now) for was in gone for now in come if was["type"] == now["type"]]


def compare_columns(old: OpenedTable, new: OpenedTable, pairing: Pairing) -> Iterator[Change]:
    """Every difference of the columns and keys of two tables."""
    before = {field["name"]: field for field in old.fields}
    after = {field["name"]: field for field in new.fields}
    kept = set(pairing.columns.values())
    for name, field in before.items():
        if name not in kept:
            yield Change(Reason.COLUMN_REMOVED, f"{old.name}.{name}", was=field["type"])
    for name, field in after.items():
        if name not in pairing.columns:
            yield Change(Reason.COLUMN_ADDED, f"{new.name}.{name}", now=field["type"])
            continue
        was = pairing.columns[name]
        if was != name:
            yield Change(Reason.COLUMN_RENAMED, f"{new.name}.{name}", was, name)
        yield from _compare_fields(f"{new.name}.{name}", before[was], field)
    yield from _moved(old, new, pairing)
    renamed = {was: now for now, was in pairing.renamed.items()}
    key = [renamed.get(name, name) for name in old.key]
    if key != list(new.key):
        yield Change(Reason.KEY_CHANGED, f"{new.name} primary key", _text(key), _text(new.key))
    yield from _compare_foreign_keys(old, new, renamed)
    missing = [table.schema.get("missingValues", [""]) for table in (old, new)]
    if missing[0] != missing[1]:
        yield Change(Reason.MEANING_CHANGED, f"{new.name} missing values", *map(_text, missing))


def _compare_fields(place: str, was: Field, now: Field) -> Iterator[Change]:
    types = [_text([field["type"], field.get("format")]) for field in (was, now)]
    if types[0] != types[1]:
        yield Change(Reason.COLUMN_RETYPED, place, *(_type(field) for field in (was, now)))
    if was.get("unit") != now.get("unit"):
        yield Change(Reason.UNIT_CHANGED, place, was.get("unit"), now.get("unit"))
    meant = [str(field.get("description", "")) for field in (was, now)]
    if meant[0] != meant[1]:
        # Only another word can mean something else; another comma cannot.
        other = _words(meant[0]) != _words(meant[1])
        reason = Reason.MEANING_CHANGED if other else Reason.WORDS_CHANGED
        yield Change(reason, f"{place} description", *meant)
    for part in sorted(was.keys() | now.keys()):
        known = ("name", "type", "format", "unit", "description", "constraints")
        if part not in known and was.get(part) != now.get(part):
            texts = (_optional(was.get(part)), _optional(now.get(part)))
            yield Change(Reason.WORDS_CHANGED, f"{place} {part}", *texts)
    constraints = [dict(field.get("constraints", {})) for field in (was, now)]
    yield from _compare_constraints(place, *constraints)


def _compare_constraints(place: str, was: dict[str, Any], now: dict[str, Any]) -> Iterator[Change]:
    for name in sorted(was.keys() | now.keys()):
        before, after = was.get(name), now.get(name)
        if before == after:
            continue
        if name == "enum" and before is not None and after is not None:
            yield from _compare_categories(place, before, after)
            continue
        if before is None:
            tighter = after is not False
        elif after is None:
            tighter = False
        else:
            tighter = _tighter(name, before, after)
        reason = Reason.CONSTRAINT_TIGHTENED if tighter else Reason.CONSTRAINT_LOOSENED
        yield Change(reason, f"{place} {name}", _optional(before), _optional(after))


def _tighter(name: str, before: Any, after: Any) -> bool:
    """Whether a constraint that is told on both sides lets in less than before."""
    try:
        if name in _LOWER_BOUNDS:
            return bool(after > before)
        if name in _UPPER_BOUNDS:
            return bool(after < before)
    except TypeError:  # a number and a text
        return True
    # A pattern may let in more or less; only the graver one is safe to say.
    return after is not False


def _compare_categories(place: str, was: Sequence[Any], now: Sequence[Any]) -> Iterator[Change]:
    for value in was:
        if value not in now:
            yield Change(Reason.CATEGORY_REMOVED, place, was=str(value))
    for value in now:
        if value not in was:
            yield Change(Reason.CATEGORY_ADDED, place, now=str(value))
    if sorted(map(str, was)) == sorted(map(str, now)):
        yield Change(Reason.WORDS_CHANGED, f"{place} enum", _text(was), _text(now))


def _moved(old: OpenedTable, new: OpenedTable, pairing: Pairing) -> Iterator[Change]:
    """The fewest columns that stand elsewhere among those that both tables have."""
    after = list(pairing.columns)
    by_old = pairing.by_old
    before = [by_old[field["name"]] for field in old.fields if field["name"] in by_old]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    kept = {
        name
        for block in matcher.get_matching_blocks()
        for name in after[block.b : block.b + block.size]
    }
    for name in after:
        if name not in kept:
            places = [str(names.index(name) + 1) for names in (before, after)]
            yield Change(Reason.COLUMN_MOVED, f"{new.name}.{name}", *places)


def _compare_foreign_keys(
    old: OpenedTable, new: OpenedTable, renamed: Mapping[str, str]
) -> Iterator[Change]:
    def keys(table: OpenedTable, names: Mapping[str, str]) -> set[str]:
        found = set()
        for key in table.schema.get("foreignKeys", []):
            given = key["fields"]
            fields = [given] if isinstance(given, str) else given
            found.add(_text([[names.get(name, name) for name in fields], key["reference"]]))
        return found

    before, after = keys(old, renamed), keys(new, {})
    for key in sorted(before - after):
        yield Change(Reason.KEY_CHANGED, f"{new.name} foreign key", was=key)
    for key in sorted(after - before):
        yield Change(Reason.KEY_CHANGED, f"{new.name} foreign key", now=key)


def _type(field: Field) -> str:
    form = field.get("format")
    return f"{field['type']} ({form})" if form else str(field["type"])


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _text(value: object) -> str:
    return compact(value).decode()


def _optional(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else _text(value)
