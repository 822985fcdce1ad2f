"""Packages, checkouts and releases of invented documents, built without a flow."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from plainfigures import definitions
from plainfigures.documents import document_of_text, load_collection
from plainfigures.figures import Figure, Reading
from plainfigures.packages import Package, build_package, write
from plainfigures.packages.canonical_json import pretty
from plainfigures.packages.checkout import Checkout, built_packages
from plainfigures.packages.stamp import input_hash, write_stamp
from plainfigures.releases.accounts import account_of
from plainfigures.releases.candidates import Candidate
from plainfigures.releases.comparison import compare
from plainfigures.releases.consent import load_consents
from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.freezing import freeze
from plainfigures.releases.index import ReleaseIndex, load_index
from plainfigures.releases.opened import open_package
from plainfigures.releases.publishing import release
from plainfigures.releases.versioning import newest_package, versioned
from tests.packages.planted import COLLECTION, figure_id
from tests.packages.sample import harbour, lake
from tests.packages.tampering import change_rows, hide, hide_files
from tests.scratch import ROOT

DAY = "2026-11-24"
KNOWN = definitions.load()

Rows = list[dict[str, Any]]


def built(
    folder: Path, readings: Iterable[Reading] | None = None, name: str = "casualties"
) -> Path:
    """The package of a dataset, written into a new folder."""
    read = [harbour(), lake()] if readings is None else list(readings)
    write(build_package(name, read, KNOWN, COLLECTION), folder)
    return folder


def changed(old: Path, table: str, change: Callable[[Rows], None]) -> Path:
    """A copy of a package with the rows of a table changed."""
    new = copied(old)
    change_rows(new, table, change)
    return new


def described(old: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """A copy of a package whose descriptor was changed."""
    new = copied(old)
    path = new / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    change(descriptor)
    path.write_bytes(pretty(descriptor))
    hide_files(new)
    return new


def copied(old: Path) -> Path:
    new = old.with_name(f"{old.name}-{len(list(old.parent.iterdir()))}")
    shutil.copytree(old, new)
    return new


def columns_of(descriptor: dict[str, Any], table: str = "casualties") -> list[dict[str, Any]]:
    """The columns of a table in the descriptor, to be changed."""
    resource = next(each for each in descriptor["resources"] if each["name"] == table)
    fields: list[dict[str, Any]] = resource["schema"]["fields"]
    return fields


def compared(old: Path, new: Path, readings: Iterable[Reading] | None = None) -> PackageDiff:
    account = None if readings is None else account_of(readings)
    return compare(open_package(old), open_package(new), account)


def edited(reading: Reading, was: str, now: str) -> Reading:
    """The reading of the same document with some words in it replaced, its figures moved along."""
    old = reading.document
    at = old.text.index(was)
    text = old.text.replace(was, now, 1)
    document = document_of_text(old.name, text, old.citation)

    def moved(place: int) -> int:
        return place if place <= at else max(at, place + len(now) - len(was))

    def one(each: Figure) -> Figure:
        start, end = moved(each.start), moved(each.end)
        block = next(b for b in document.paragraphs if b.start <= start < b.end)
        again = replace(
            each,
            paragraph=block.number,
            start=start,
            end=end,
            number_start=moved(each.number_start),
            number_end=moved(each.number_end),
            quote=text[start:end],
            sentence=each.sentence.replace(was, now),
            repeats=(),
        )
        return replace(again, figure_id=figure_id(document, again))

    figures = tuple(map(one, reading.figures))
    ids = {a.figure_id: b.figure_id for a, b in zip(reading.figures, figures, strict=True)}
    figures = tuple(
        replace(
            each,
            part_of=ids.get(each.part_of or "", each.part_of),
            same_as=ids.get(each.same_as or "", each.same_as),
        )
        for each in figures
    )
    return replace(
        reading, document=document, figures=figures, anomalies=(), decisions=(), coverage=()
    )


def without(reading: Reading, quote: str, **more: Any) -> Reading:
    """The reading without the figure of a quote."""
    return replace(
        reading,
        figures=tuple(each for each in reading.figures if each.quote != quote),
        **more,
    )


def make_checkout(folder: Path) -> Checkout:
    """A checkout with definitions and a collection; its documents are those given to `rebuild`."""
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    (folder / "seeds").mkdir()
    shutil.copy(ROOT / "seeds" / "collection.yaml", folder / "seeds")
    return Checkout(folder)


def rebuild(
    checkout: Checkout,
    readings: Iterable[Reading] | None = None,
    names: Iterable[str] = ("casualties", "mines"),
) -> dict[str, Package]:
    """Build packages as the flow does, from readings, with versions from the releases."""
    read = [harbour(), lake()] if readings is None else list(readings)
    index = load_index(checkout.releases)
    built: dict[str, Package] = {}
    for name in names:
        folder = checkout.datasets / name
        if folder.exists():
            shutil.rmtree(folder)

        def make(version: str, changelog: bytes | None, name: str = name) -> Package:
            return build_package(name, read, KNOWN, COLLECTION, version, changelog)

        previous = newest_package(index, checkout.releases, name)
        consents = load_consents(checkout.releases)
        built[name] = versioned(make, previous, folder, account_of(read), consents)
    stamp(checkout)
    return built


def stamp(checkout: Checkout) -> None:
    """Say that datasets/ is what the build makes of the sources."""
    checkout.cache.mkdir(exist_ok=True)
    names = sorted(path.name for path in checkout.datasets.iterdir() if path.is_dir())
    (checkout.datasets / "catalog.json").write_text("{}")
    write_stamp(checkout, input_hash(checkout), names, complete=True)


def released(
    checkout: Checkout, readings: Iterable[Reading] | None = None, day: str = DAY
) -> ReleaseIndex:
    """Build, and release what has changed."""
    rebuild(checkout, readings)
    return release(checkout, day).index


def freeze_as_built(checkout: Checkout) -> None:
    """Make a release of each package in datasets/ under the version that it bears; no other."""
    if checkout.releases.exists():
        shutil.rmtree(checkout.releases)
    found = [
        Candidate(open_package(checkout.datasets / name), None)
        for name in built_packages(checkout.datasets)
    ]
    freeze(checkout, found, ReleaseIndex({}), load_collection(checkout.seeds), DAY)


def consent(checkout: Checkout, *entries: Mapping[str, str]) -> None:
    """Put entries in consent.yaml."""
    checkout.releases.mkdir(exist_ok=True)
    lines = [
        "".join(
            f"{'-' if number == 0 else ' '} {key}: {json.dumps(value)}\n"
            for number, (key, value) in enumerate(entry.items())
        )
        for entry in entries
    ]
    (checkout.releases / "consent.yaml").write_text("".join(lines))


__all__ = [
    "DAY",
    "KNOWN",
    "built",
    "change_rows",
    "changed",
    "columns_of",
    "compared",
    "consent",
    "copied",
    "described",
    "edited",
    "freeze_as_built",
    "harbour",
    "hide",
    "hide_files",
    "lake",
    "make_checkout",
    "rebuild",
    "released",
    "stamp",
    "without",
]
