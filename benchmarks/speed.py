"""Speed: the commands and the build, side by side with the floor under each, as ratios of one run.

Seconds differ between machines and moments; the ratio to what ran in the same round holds better.
On a machine that does other work the ratio of the quickest runs comes nearest to an idle one.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.processes import (
    ROOT,
    Run,
    alternate,
    command,
    median,
    median_ratio,
    python,
    run,
)
from benchmarks.progress import Tell

ESSAY = ROOT / "seeds" / "pashayeva-2024" / "pashayeva-2024.txt"
_NOTHING = "python -c pass"
_PARQUET = "import pyarrow.parquet"
_BUILD, _PEER = "plainfigures build --force", "plain Prefect flow"
# What a build reads of a checkout.
_CHECKOUT = ("flows", "requirements", "schemas", "seeds", "validation")
# The measured commands: the floor under each, and the seconds that it may take.
FLOORS = {
    "plainfigures --help": (_NOTHING, 0.2),
    "plainfigures extract": (_NOTHING, 0.5),
    "plainfigures verify": (_PARQUET, 0.5),
    "plainfigures build, nothing changed": (_NOTHING, 0.5),
}
BUILD_RATIO = 0.85


def make_checkout(scratch: Path, tell: Tell) -> Path:
    """A built checkout in `scratch`, and beside it the migrated home of the plain flow."""
    checkout = scratch / "checkout"
    for name in _CHECKOUT:
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    tell("first build of a scratch checkout, which migrates its Prefect home")
    run([*command(), "build"], folder=checkout)
    return checkout


def commands(checkout: Path, rounds: int, tell: Tell) -> dict[str, Any]:
    """Each short command by name: seconds of wall and CPU, peak, and its ratio to its floor."""
    packages = sorted(path.parent for path in (checkout / "datasets").glob("*/datapackage.json"))
    runs: dict[str, Callable[[], Run]] = {
        _NOTHING: lambda: run([python(), "-c", "pass"]),
        _PARQUET: lambda: run([python(), "-c", "import pyarrow.parquet"]),
        "plainfigures --help": lambda: run([*command(), "--help"]),
        "plainfigures extract": lambda: run([*command(), "extract", ESSAY]),
        "plainfigures verify": lambda: run([*command(), "verify", *map(str, packages)]),
        "plainfigures build, nothing changed": lambda: run([*command(), "build"], folder=checkout),
    }
    return _told(alternate(runs, rounds, tell), {name: FLOORS[name][0] for name in FLOORS})


def builds(checkout: Path, rounds: int, tell: Tell) -> dict[str, Any]:
    """A full build and its peer in pairs, cold process to exit, each with a migrated home."""
    home = {"PREFECT_HOME": str(checkout.with_name("plain-home"))}

    def plain() -> Run:
        return run([python(), ROOT / "benchmarks" / "plain_flow.py"], folder=checkout, extra=home)

    tell("first plain flow, which migrates its Prefect home")
    plain()
    runs = {_BUILD: lambda: run([*command(), "build", "--force"], folder=checkout), _PEER: plain}
    return _told(alternate(runs, rounds, tell), {_BUILD: _PEER})


def phases(checkout: Path, rounds: int, tell: Tell) -> dict[str, float]:
    """Where the seconds of a full build go: the median seconds of each phase, in order."""
    found: dict[str, list[float]] = {}
    out = checkout.with_name("phases.json")
    for number in range(1, rounds + 1):
        tell(f"round {number} of {rounds}: phases of a build")
        whole = run([python(), "-m", "benchmarks.build_phases", checkout], stdout=out)
        steps = dict(json.loads(out.read_bytes()))
        steps["start and end of the interpreter"] = whole.wall - sum(steps.values())
        for phase, seconds in steps.items():
            found.setdefault(phase, []).append(seconds)
    return {phase: median(seconds) for phase, seconds in found.items()}


def _told(found: dict[str, list[Run]], floors: dict[str, str]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for name, runs in found.items():
        table[name] = {
            "wall": median([each.wall for each in runs]),
            "least_wall": min(each.wall for each in runs),
            "cpu": median([each.cpu for each in runs]),
            "peak": max(each.peak for each in runs),
            "rounds": len(runs),
        }
        if name in floors:
            floor = found[floors[name]]
            table[name] |= {
                "floor": floors[name],
                "ratio": median_ratio([e.wall for e in runs], [e.wall for e in floor]),
                "least_ratio": min(e.wall for e in runs) / min(e.wall for e in floor),
                "cpu_ratio": median_ratio([e.cpu for e in runs], [e.cpu for e in floor]),
            }
    return table
