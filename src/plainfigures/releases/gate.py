"""The gate of a release: what would break those who import the data needs consent on record."""

from collections.abc import Iterator
from dataclasses import dataclass

from plainfigures.releases.consent import Consents
from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.reasons import Reason
from plainfigures.releases.versions import Level
from plainfigures.releases.words import change_sentence

FEWER_ROWS = "fewer_rows"
RESCALED = "rescaled"
# They make a version major, and break nothing that reads the columns there were.
_HARMLESS = (Reason.COLUMN_ADDED, Reason.CONSTRAINT_TIGHTENED)
# A unit or a thousandfold value in more than one row of ten is a mistake until someone says not.
_SHARE = 0.1
_FACTOR = 1000.0


@dataclass(frozen=True, slots=True)
class Demand:
    """A change that needs consent: how consent.yaml names it, and a sentence on it."""

    change: str
    sentence: str


def demands(diff: PackageDiff) -> list[Demand]:
    """Every change that needs consent, each once, in the order of the comparison."""
    found = {demand.change: demand for demand in _demands(diff)}
    return list(found.values())


def refusals(diff: PackageDiff, consents: Consents) -> list[str]:
    """A sentence for each change that has no consent; empty where the release may go out."""
    missing = [
        demand
        for demand in demands(diff)
        if consents.given(diff.dataset, diff.version_before, demand.change) is None
    ]
    return [
        f"{diff.dataset}: {demand.sentence}; to release it, put in releases/consent.yaml, and "
        f"build again: - {{dataset: {diff.dataset}, after: {diff.version_before}, "
        f'change: "{demand.change}", reason: "..."}}'
        for demand in missing
    ]


def _demands(diff: PackageDiff) -> Iterator[Demand]:
    for change in diff.changes:
        if change.reason.level is Level.MAJOR and change.reason not in _HARMLESS:
            place = change.place.removesuffix(" description")
            yield Demand(f"{change.reason.word} {place}", change_sentence(change))
    for each in diff.not_compared:
        word = Reason.NOT_COMPARED.word
        yield Demand(f"{word} {each.place}", f"{each.place} was not compared: {each.words}")
    rows = diff.main_rows
    if rows.before is not None and rows.now is not None and rows.now < rows.before:
        sentence = f"{rows.table} had {rows.before} rows and has {rows.now}"
        yield Demand(f"{FEWER_ROWS} {rows.table}", sentence)
    count = _rescaled(diff)
    kept = (rows.now or 0) - sum(
        number for change, number in rows.counts.items() if change.value == "added"
    )
    if count > max(1, _SHARE * kept):
        sentence = f"{count} of {kept} rows of {rows.table} have another unit or scale"
        yield Demand(f"{RESCALED} {rows.table}", sentence)


def _rescaled(diff: PackageDiff) -> int:
    """The rows of the main table with another unit, or a value a thousand times as large."""
    found = set()
    for record in diff.rows.select(("table", "row", "column", "was", "now")).to_pylist():
        if record["table"] != diff.main:
            continue
        if record["column"] == "unit" or (
            record["column"] == "value" and _thousandfold(record["was"], record["now"])
        ):
            found.add(record["row"])
    return len(found)


def _thousandfold(was: str | None, now: str | None) -> bool:
    if not was or not now:
        return False
    one, other = abs(float(was)), abs(float(now))
    return bool(one and other) and not 1 / _FACTOR < other / one < _FACTOR
