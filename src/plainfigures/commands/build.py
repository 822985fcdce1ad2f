"""`plainfigures build`: rebuild the packages of the checkout by flows/rebuild.py."""

import gc
import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainfigures.commands.progress import shown_progress
from plainfigures.errors import UsageError

if TYPE_CHECKING:
    from plainfigures.packages.checkout import Checkout
    from plainfigures.packages.replacement import Replacement

# They take seconds, and the gates need them; the server boots meanwhile.
_SLOW = ("flows.rebuild", "pandas", "great_expectations", "frictionless")


def build(start: Path, datasets: list[str], force: bool) -> None:
    """Build all packages, or those named, of the checkout that holds the folder `start`."""
    from plainfigures.packages import checkout as checkouts
    from plainfigures.packages import staging, stamp

    checkout = checkouts.require(start)
    wanted = sorted(set(datasets)) or None
    if not force and not staging.interrupted(checkout):
        unchanged = stamp.unchanged_packages(checkout, wanted)
        if unchanged:
            count = (
                "1 package stands" if len(unchanged) == 1 else f"{len(unchanged)} packages stand"
            )
            click.echo(f"nothing changed: {count} as built")
            return
    with staging.build_lock(checkout):
        _check_inputs(checkout, wanted)
        with staging.open_staging(checkout):
            pass  # it can be written: better known now than when all is built
        outcome = _run(checkout, wanted)
    _tell(outcome)


def _check_inputs(checkout: "Checkout", wanted: list[str] | None) -> None:
    """Read what can be read in a moment, so that what is wrong in it is told at once."""
    from plainfigures import documents, figures
    from plainfigures.commands.suggestions import near_names
    from plainfigures.quality.suites import load_suite

    known = figures.load_definitions(checkout.schemas)
    for name in wanted or ():
        if name not in known.datasets:
            raise UsageError(f"{name}: no such dataset{near_names(name, known.datasets)}")
    documents.load_collection(checkout.seeds)
    for folder in checkout.document_folders():
        documents.load_document(folder)
        figures.load_decisions(folder / "decisions.yaml")
    for name in wanted or known.datasets:
        load_suite(checkout.validation / f"{name}.json")


def _run(checkout: "Checkout", wanted: list[str] | None) -> "Replacement":
    # `flows` is no part of the library: it is that of the checkout.
    sys.path.insert(0, str(checkout.root))
    from flows.server import prefect_api
    from plainfigures.commands.signals import heeded_signals

    with shown_progress() as show, heeded_signals() as check_signals:

        def progress(words: str, done: int, total: int) -> None:
            check_signals()
            show(words, done, total)

        progress("starting Prefect and the validators", 0, 0)
        with prefect_api(checkout.cache / "prefect", _import_slowly):
            from flows.rebuild import rebuild

            return rebuild(str(checkout.root), wanted, progress)


def _import_slowly() -> None:
    # What is imported lives to the end: looking for garbage in it would cost two seconds.
    gc.disable()
    try:
        for name in _SLOW:
            importlib.import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def _tell(outcome: "Replacement") -> None:
    """A line per package and one on the whole."""
    width = max((len(change.package) for change in outcome.changes), default=0)
    for change in outcome.changes:
        rows = "" if change.rows is None else f"{change.rows:>6} rows"
        click.echo(f"{change.package:<{width}} {rows:>11}  {change.words()}")
    built = sum(change.rows is not None for change in outcome.changes)
    count = "1 package" if built == 1 else f"{built} packages"
    if outcome.equal:
        click.echo(f"built {count}: equal to datasets/ byte for byte, so nothing was written")
    else:
        click.echo(f"built {count} in datasets/")
