"""`python -m benchmarks.load_rounds SHELF PARQUET ROUNDS`: one process that reads one file.

It is read over and over. Prints as JSON the seconds of wall and of CPU of each round, by what was
done.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

import plainfigures
from benchmarks.client_speed import CACHED, DATASET, ELSEWHERE, LOADED, READ, VERSION


def main(shelf: str, parquet: str, rounds: str) -> None:
    """Measure; a first round is not counted."""
    cached = plainfigures.Settings(ELSEWHERE, Path(shelf).with_name("cache"), offline=True)
    actions: dict[str, Callable[[], object]] = {
        READ: lambda: pq.read_table(parquet),
        LOADED: lambda: plainfigures.load(DATASET, VERSION, source=shelf),
        CACHED: lambda: plainfigures.load(DATASET, VERSION, settings=cached),
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in actions}
    for number in range(int(rounds) + 1):
        for name, action in actions.items():
            wall, cpu = time.perf_counter(), time.process_time()
            action()
            if number:
                found[name].append((time.perf_counter() - wall, time.process_time() - cpu))
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
