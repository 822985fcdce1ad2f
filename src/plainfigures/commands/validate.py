"""`plainfigures validate`: the gates, run on built packages."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

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


def _status(words: str) -> AbstractContextManager[object]:
    """Something to look at while the validators are imported, on a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(words)
