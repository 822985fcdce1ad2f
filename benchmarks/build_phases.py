"""The phases of a build: what `plainfigures build --force` does in one process, with time stamps.

Called as `python -m benchmarks.build_phases CHECKOUT`; prints a JSON list of [phase, seconds] from
the start of the process.
"""

import gc
import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

# The slow imports of a build, in its order.
IMPORTS = ("prefect", "flows.rebuild", "pandas", "great_expectations", "frictionless")


def main(root: Path) -> list[tuple[str, float]]:
    """Build the checkout `root` once; the phases in order, each with its seconds."""
    started = time.perf_counter()
    phases: list[tuple[str, float]] = []
    last = started

    def done(phase: str) -> None:
        nonlocal last
        now = time.perf_counter()
        phases.append((phase, now - last))
        last = now

    sys.path.insert(0, str(root))
    from flows.server import prefect_api

    def import_all() -> None:
        done("start the process of the API")
        gc.disable()
        for name in IMPORTS:
            importlib.import_module(name)
            done(f"import {name}")
        gc.freeze()
        gc.enable()

    with prefect_api(root / ".cache" / "prefect", import_all):
        done("wait until the API answers")
        _build(root, done)
    done("stop the API")
    return phases


def _build(root: Path, done: Callable[[str], None]) -> None:
    from flows.rebuild import rebuild

    def step(words: str, _done: int, _total: int) -> None:
        done(words.partition(":")[0])

    rebuild(str(root), None, step)
    done("swap, artifacts, drain of events")


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]).resolve())))
