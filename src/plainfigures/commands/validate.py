"""`plainfigures validate`: the gates, run on built packages."""

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from plainfigures.commands.suggestions import near_names
from plainfigures.errors import GateRefused, UsageError


def validate(start: Path, packages: list[Path]) -> None:
    """Print a line per package; GateRefused where one breaks a rule.

    The definitions and suites are those of the checkout that holds the folder `start`.
    """
    from plainfigures import definitions, quality
    from plainfigures.packages import checkout as checkouts
    from plainfigures.quality.staged import package_name

    checkout = checkouts.require(start)
    if not packages:
        names = checkouts.built_packages(checkout.datasets)
        packages = [checkout.datasets / name for name in names]
    if not packages:
        raise UsageError(f"{checkout.datasets}: no package stands here; run plainfigures build")
    known = definitions.load(checkout.schemas)
    packages = [_folder(package, checkout.datasets, known.datasets) for package in packages]
    names = [package_name(package) for package in packages]
    width = max(map(len, names))
    refused: list[str] = []
    for name, package in zip(names, packages, strict=True):
        with _status(f"judging {name}"):
            report = quality.check_package(package, known, checkout.validation / f"{name}.json")
        kept = sum(result.success for result in report.results)
        verdict = "valid" if report.success else "refused"
        click.echo(f"{name:<{width}}  {verdict:<7}  {kept} of {len(report.results)} rules hold")
        refused += report.sentences()
    if refused:
        raise GateRefused("\n".join(refused))


def _folder(package: Path, built: Path, known: Iterable[str]) -> Path:
    """The folder of a package: as given, or the built one of a dataset's name."""
    if package.exists():
        return package
    if package.name == str(package) and (built / package).is_dir():
        return built / package
    raise UsageError(f"{package}: no folder and no built package{near_names(str(package), known)}")


def _status(words: str) -> AbstractContextManager[object]:
    """Something to look at while the validators are imported, on a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(words)
