"""Releases: what it takes to compare two large packages, and to mirror what is there already."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.processes import ROOT, Run, alternate, command, median, python, run
from benchmarks.progress import Tell

ROWS = 100_000
# Seconds and megabytes that a comparison may take.
SECONDS, MEGABYTES = 2.0, 500.0
_FLOOR = "python -c 'import pyarrow.parquet'"
_DIFF = "diff of 100,000 rows"
LIMITED = (f"{_DIFF}, 1 in 100 corrected", f"{_DIFF}, every one corrected")
_MIRROR = "publish to a folder that has all"
_PROGRAM = """
import sys
from pathlib import Path
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.publishing import mirror
from plainfigures.releases.targets import open_target
mirror(Checkout(Path(sys.argv[1])), open_target(sys.argv[2]), False, lambda *step: None)
"""


def releases(checkout: Path, scratch: Path, rounds: int, tell: Tell) -> dict[str, Any]:
    """Seconds of wall and CPU, and the peak in bytes, of each."""
    tell("writing packages of 100,000 rows")
    source = ROOT / "datasets" / "casualties"
    folder = scratch / "large"
    for name, correction in (("old", "none"), ("some", "some"), ("all", "all")):
        words: list[str | Path] = [source, folder / name, str(ROWS), correction]
        run([python(), "-m", "benchmarks.large_packages", *words])
    tell("a first release")
    target = scratch / "mirror"
    shutil.rmtree(target, ignore_errors=True)
    run([*command(), "publish", target], folder=checkout)

    def diff(new: str) -> Run:
        return run([*command(), "diff", folder / "old", folder / new], expected=1)

    runs: dict[str, Callable[[], Run]] = {
        _FLOOR: lambda: run([python(), "-c", "import pyarrow.parquet"]),
        LIMITED[0]: lambda: diff("some"),
        LIMITED[1]: lambda: diff("all"),
        _MIRROR: lambda: run([python(), "-c", _PROGRAM, checkout, target]),
    }
    return {
        name: {
            "wall": median([each.wall for each in found]),
            "least_wall": min(each.wall for each in found),
            "cpu": median([each.cpu for each in found]),
            "peak": max(each.peak for each in found),
            "rounds": len(found),
        }
        for name, found in alternate(runs, rounds, tell).items()
    }
