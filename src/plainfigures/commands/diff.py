"""`plainfigures diff`: what differs between two packages, and which version follows."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainfigures.commands.suggestions import near_names
from plainfigures.errors import UsageError

if TYPE_CHECKING:
    from plainfigures.packages.checkout import Checkout
    from plainfigures.releases.accounts import Reasons
    from plainfigures.releases.difference import PackageDiff
    from plainfigures.releases.opened import OpenedPackage

DIFFERENT = 1
_LATEST = "latest"


def diff(
    start: Path, old: str | None, new: str | None, form: str, most: int | None, verbose: bool
) -> None:
    """Print how `new` differs from `old`, and exit with 1 where it does.

    Each is a folder, `<dataset>@<version>` (or `@latest`) of the checkout that holds the folder
    `start`, or the name of a dataset, for its package in datasets/. Without `new`, it is the built
    package; without both, every newest release is compared with the built package.
    """
    from plainfigures.packages import checkout as checkouts
    from plainfigures.packages.canonical_json import pretty
    from plainfigures.releases.as_json import as_json
    from plainfigures.releases.markdown import as_markdown
    from plainfigures.releases.text import as_text

    checkout = checkouts.find(start)
    found = _all(checkouts.require(start)) if old is None else [_one(start, checkout, old, new)]
    match form:
        case "json":
            shown = [as_json(each) for each in found]
            click.echo(pretty(shown if old is None else shown[0]), nl=False)
        case "markdown":
            parts = [as_markdown(each, most, verbose) for each in _told(found)]
            click.echo("\n".join([*parts, *_equal(found)]), nl=False)
        case _:
            parts = [as_text(each, most, verbose) for each in _told(found)]
            click.echo("\n".join([*parts, *_equal(found)]), nl=False)
    sys.stdout.flush()
    if not all(each.equal for each in found):
        click.get_current_context().exit(DIFFERENT)


def _told(found: list["PackageDiff"]) -> list["PackageDiff"]:
    """Those that differ; one that was asked for alone is told in any case."""
    return [each for each in found if not each.equal or len(found) == 1]


def _equal(found: list["PackageDiff"]) -> list[str]:
    """One line on all that are equal."""
    names = [each.dataset for each in found if each.equal]
    return [f"equal, every byte: {', '.join(names)}\n"] if names and len(found) > 1 else []


def _all(checkout: "Checkout") -> list["PackageDiff"]:
    """Every newest release against the built package, in the order of the names."""
    from plainfigures.releases.index import load_index

    names = sorted(load_index(checkout.releases).releases)
    if not names:
        raise UsageError(
            f"{checkout.releases}: there is no release yet; name two packages, or make a first "
            "release with plainfigures publish"
        )
    return [_one(checkout.root, checkout, f"{name}@{_LATEST}", name) for name in names]


def _one(start: Path, checkout: "Checkout | None", old: str, new: str | None) -> "PackageDiff":
    from plainfigures.releases.comparison import compare
    from plainfigures.releases.consent import load_consents
    from plainfigures.releases.opened import open_package, refuse_damaged

    if new is None:
        new = old.partition("@")[0]
        if "@" not in old:
            if checkout is None or not _is_dataset(checkout, old):
                raise UsageError(f"{old}: name what it is compared with, too")
            old = f"{old}@{_LATEST}"
    before, after = (open_package(_folder(start, checkout, each)) for each in (old, new))
    refuse_damaged(before)
    refuse_damaged(after)
    reworded: frozenset[str] = frozenset()
    if checkout is not None:
        consents = load_consents(checkout.releases)
        reworded = consents.reworded(before.name, before.version)
    return compare(before, after, _reasons(before, after), reworded)


def _reasons(before: "OpenedPackage", after: "OpenedPackage") -> "Reasons | None":
    """What tells why rows are gone: of a release what is on record, else the reading beside it."""
    from plainfigures.releases.accounts import account_in, record_beside
    from plainfigures.releases.versions import parse_version

    place = after.folder.parent
    with suppress(UsageError):  # a version of another form has no place of releases
        first, last = (parse_version(each.version) for each in (before, after))
        record = record_beside(place, after.name, first, last)
        if record is not None:
            return record
    return account_in(place / "reading")


def _folder(start: Path, checkout: "Checkout | None", name: str) -> Path:
    """The folder that a word of the command line means."""
    dataset, at, version = name.partition("@")
    if at and not (start / name).exists():
        if checkout is None:
            raise UsageError(f"{name}: no checkout here or above, so no release of that name")
        return _release(checkout, dataset, version)
    if checkout is not None and _is_dataset(checkout, name):
        return checkout.datasets / name
    folder = start / name
    if folder.is_dir():
        return folder
    known = []
    if checkout is not None:
        from plainfigures.packages.checkout import built_packages

        known = built_packages(checkout.datasets)
    raise UsageError(f"{name}: no folder and no built package{near_names(name, known)}")


def _release(checkout: "Checkout", dataset: str, version: str) -> Path:
    from plainfigures.releases.index import load_index
    from plainfigures.releases.versions import parse_version

    index = load_index(checkout.releases)
    if not index.of(dataset):
        raise UsageError(f"{dataset}: has no release{near_names(dataset, index.releases)}")
    found = (
        index.newest(dataset) if version == _LATEST else index.find(dataset, parse_version(version))
    )
    if found is None:
        known = ", ".join(str(each.version) for each in index.of(dataset))
        raise UsageError(f"{dataset}: has no release {version}; there are {known}")
    return checkout.releases / found.package


def _is_dataset(checkout: "Checkout", name: str) -> bool:
    return name.isidentifier() and (checkout.datasets / name / "datapackage.json").is_file()
