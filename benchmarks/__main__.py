"""`python -m benchmarks`: measure all, or the parts named."""

import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from benchmarks import (
    client_speed,
    pictures,
    published,
    reader_speed,
    reading,
    release_speed,
    report,
    robustness,
    speed,
)
from benchmarks.options import data_option, json_option, publish_option
from benchmarks.processes import BenchmarkError
from benchmarks.progress import Tell, console, told

GROUPS = {
    "reading": ("examples", "sentences"),
    "robustness": ("robustness",),
    "speed": ("commands", "builds", "phases", "throughput", "growth", "client", "releases"),
}
# What reads the reference texts.
NEED_DATA = frozenset(("examples", "sentences", "throughput"))
PARTS = tuple(part for name, group in GROUPS.items() for part in group if part != name)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("parts", nargs=-1, type=click.Choice([*GROUPS, *PARTS]), metavar="[PART]...")
@data_option
@json_option
@publish_option
@click.option("--rounds", type=click.IntRange(1), metavar="N", help="Repeat timed parts N times.")
@click.option(
    "--errors",
    type=click.IntRange(1),
    metavar="N",
    help="List misses and extras: of the tuning documents, N of each file of sentences, and N "
    "changed sentences of each kind that are read otherwise.",
)
def main(
    parts: tuple[str, ...],
    data: Path,
    target: Path | None,
    publish: bool,
    rounds: int | None,
    errors: int | None,
) -> None:
    """Measure how right and how fast the reading is.

    PART is reading (examples, sentences), robustness, speed (commands, builds, phases, throughput,
    growth, client, releases), or a part of these; without any, all are measured.
    """
    chosen, note = choose(parts, data)
    if note:
        click.echo(note, err=True)
    measured, failed = _measure(chosen, data, rounds)
    if errors:
        for text in _errors(chosen, data, errors):
            click.echo(text)
    if target:
        machine = {"cores": os.cpu_count(), "python": platform.python_version()}
        whole = {"machine": machine, **measured}
        target.write_text(json.dumps(whole, indent=1) + "\n", "utf-8")
    if failed:
        sys.exit(1)
    if publish:
        published.publish(measured, data)
        pictures.draw()


def _errors(chosen: Sequence[str], data: Path, count: int) -> list[str]:
    """What is read wrongly, of the parts that can tell."""
    with told("errors") as tell:
        shown = [] if reading.missing(data) else list(reading.errors(data, count, tell))
        if "robustness" in chosen:
            shown += robustness.examples(count, tell)
    return shown


def choose(parts: Sequence[str], data: Path) -> tuple[list[str], str | None]:
    """The parts to measure, and what to say where the reference texts are not there.

    Raises UsageError where a part that was named needs them.
    """
    named = [one for part in parts or GROUPS for one in GROUPS.get(part, (part,))]
    chosen = list(dict.fromkeys(named))
    missing = reading.missing(data)
    left_out = [part for part in chosen if part in NEED_DATA]
    if missing is None or not left_out:
        return chosen, None
    if parts:
        raise click.UsageError(reading.not_there(missing))
    kept = [part for part in chosen if part not in NEED_DATA]
    return kept, f"{reading.not_there(missing)}; left out: {', '.join(left_out)}"


def _measure(chosen: list[str], data: Path, rounds: int | None) -> tuple[dict[str, Any], list[str]]:
    """What each part measured, and the parts that failed; each is shown when it is done."""
    measured: dict[str, Any] = {}
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="plainfigures-bench-") as folder:
        scratch = Path(folder)
        for part in chosen:
            try:
                with told(part) as tell:
                    measured[part] = _part(part, data, scratch, rounds, tell)
            except BenchmarkError as error:
                click.echo(f"{part}: {error}", err=True)
                failed.append(part)
            else:
                report.show(part, measured[part], console())
    return measured, failed


def _part(part: str, data: Path, scratch: Path, rounds: int | None, tell: Tell) -> dict[str, Any]:
    match part:
        case "examples":
            return reading.examples(data, tell)
        case "sentences":
            return reading.sentences(data, tell)
        case "robustness":
            return robustness.robustness(tell)
        case "throughput":
            return reader_speed.throughput(data, scratch, rounds or 9, tell)
        case "growth":
            return reader_speed.growth(scratch, tell)
        case "client":
            return client_speed.client(scratch, rounds or 9, tell)
        case "releases":
            checkout = _checkout(scratch, tell)
            return release_speed.releases(checkout, scratch, rounds or 5, tell)
        case "commands":
            return speed.commands(_checkout(scratch, tell), rounds or 9, tell)
        case "builds":
            return speed.builds(_checkout(scratch, tell), rounds or 3, tell)
        case _:
            return speed.phases(_checkout(scratch, tell), rounds or 3, tell)


def _checkout(scratch: Path, tell: Tell) -> Path:
    """The built scratch checkout, made by the first part that asks."""
    made = scratch / "checkout"
    return made if made.is_dir() else speed.make_checkout(scratch, tell)


if __name__ == "__main__":
    main(prog_name="python -m benchmarks")
