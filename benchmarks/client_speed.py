"""The client: what its checks cost beside the same work without them."""

import json
from collections.abc import Sequence
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

DATASET = "casualties"
READ, LOADED, CACHED = "pyarrow.parquet.read_table", "load, from a folder", "load, from the cache"
# To the reading of the same file without a checksum, to `sha256sum`, and in seconds.
LOAD_RATIO, VERIFY_RATIO, IMPORT_SECONDS = 1.5, 2.0, 0.1
_ROWS = 100_000
# A process with all that `verify` imports.
_START = "import plainfigures.cli, plainfigures.commands.verify, plainfigures.client.verification"
PACKAGE = ROOT / "datasets" / DATASET
# What comes from the cache is from an address where nobody answers.
ELSEWHERE = "http://127.0.0.1:9"
VERSION: str = json.loads((PACKAGE / "datapackage.json").read_bytes())["version"]


def client(scratch: Path, rounds: int, tell: Tell) -> dict[str, Any]:
    """Loading, verifying and importing; each with its ratio to what it is held to."""
    packages = sorted(path.parent for path in (ROOT / "datasets").glob("*/datapackage.json"))
    return {
        "load": _load(scratch, rounds, tell),
        "verify": _verify(packages, rounds, tell),
        "verify large": _verify([_large(scratch, tell)], rounds, tell),
        "import": _import(rounds, tell),
    }


def _load(scratch: Path, rounds: int, tell: Tell) -> dict[str, Any]:
    tell(f"write a release of {_ROWS:,} rows")
    run([python(), "-m", "benchmarks.large_shelf", scratch, str(_ROWS)])
    shelf = scratch / "shelf"
    parquet = shelf / DATASET / VERSION / f"{DATASET}.parquet"
    tell(f"load it {rounds} times, and read it without a check")
    out = scratch / "loads.json"
    run([python(), "-m", "benchmarks.load_rounds", shelf, parquet, str(rounds)], stdout=out)
    found = json.loads(out.read_bytes())
    floor = found[READ]
    return {
        "bytes": parquet.stat().st_size,
        "rows": _ROWS,
        **{
            name: {
                "wall": median([wall for wall, _ in times]),
                "cpu": median([cpu for _, cpu in times]),
                "ratio": median_ratio([each[0] for each in times], [each[0] for each in floor]),
                "least_ratio": min(each[0] for each in times) / min(each[0] for each in floor),
                "cpu_ratio": median_ratio([each[1] for each in times], [each[1] for each in floor]),
            }
            for name, times in found.items()
        },
    }


def _large(scratch: Path, tell: Tell) -> Path:
    tell(f"write a package of {_ROWS:,} rows")
    folder = scratch / "verified" / DATASET
    run([python(), "-m", "benchmarks.large_packages", PACKAGE, folder, str(_ROWS), "none"])
    return folder


def _verify(packages: Sequence[Path], rounds: int, tell: Tell) -> dict[str, Any]:
    """`verify` less its start, beside `sha256sum` of the same files."""
    files = sorted(path for folder in packages for path in folder.iterdir())
    found = alternate(
        {
            "start": lambda: run([python(), "-c", _START]),
            "sha256sum": lambda: run(["sha256sum", *files]),
            "verify": lambda: run([*command(), "verify", *packages]),
        },
        rounds,
        tell,
    )

    def beyond(kind: str) -> list[float]:
        return [
            getattr(one, kind) - getattr(start, kind)
            for one, start in zip(found["verify"], found["start"], strict=True)
        ]

    sums = found["sha256sum"]
    return {
        "bytes": sum(path.stat().st_size for path in files),
        "packages": len(packages),
        **{name: _one(runs) for name, runs in found.items()},
        "ratio": median_ratio(beyond("wall"), [each.wall for each in sums]),
        "least_ratio": (
            min(each.wall for each in found["verify"]) - min(each.wall for each in found["start"])
        )
        / min(each.wall for each in sums),
        "cpu_ratio": median_ratio(beyond("cpu"), [each.cpu for each in sums]),
    }


def _import(rounds: int, tell: Tell) -> dict[str, Any]:
    names = ("import pyarrow.parquet", "import pyarrow.parquet, plainfigures; plainfigures.load")
    found = alternate(
        {name: lambda name=name: run([python(), "-c", name]) for name in names},  # type: ignore[misc]
        rounds,
        tell,
    )
    floor, whole = (found[name] for name in names)
    return {
        "beyond_wall": median([a.wall - b.wall for a, b in zip(whole, floor, strict=True)]),
        "beyond_cpu": median([a.cpu - b.cpu for a, b in zip(whole, floor, strict=True)]),
        **{name: _one(runs) for name, runs in found.items()},
    }


def _one(runs: list[Run]) -> dict[str, float]:
    return {
        "wall": median([each.wall for each in runs]),
        "cpu": median([each.cpu for each in runs]),
        "peak": max(each.peak for each in runs),
    }
