"""Processes: whole commands as a user runs them, with their wall, CPU seconds and peak memory."""

import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What ru_maxrss counts: kilobytes, on macOS bytes.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class BenchmarkError(Exception):
    """What was to be measured did not run to its end; the message says why."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to exit: seconds of wall and of CPU (its children's too), peak bytes.

    No peak is lower than that of the process that measures, some 30 MB.
    """

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True, slots=True)
class Limit:
    """What a process may use at most: CPU seconds, and bytes of memory (on Linux)."""

    seconds: int
    memory: int

    def hold(self) -> None:
        """Call in the process, before it becomes the command."""
        # The soft limit ends it by a signal of its own, the hard one by force.
        resource.setrlimit(resource.RLIMIT_CPU, (self.seconds, self.seconds + 5))
        if sys.platform == "linux":
            resource.setrlimit(resource.RLIMIT_AS, (self.memory, self.memory))


def python() -> str:
    """The interpreter of the environment that is measured."""
    return sys.executable


def command() -> list[str]:
    """The installed command `plainfigures`; where it is not beside that interpreter, the module."""
    installed = Path(sys.executable).with_name("plainfigures")
    return [str(installed)] if installed.exists() else [python(), "-m", "plainfigures"]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a user who has set nothing for Prefect; telemetry is off on all sides.

    Code is compiled once and kept, as an installation keeps it: compiling the libraries anew in
    every process would double each of the times.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    fixed = {
        "DO_NOT_TRACK": "1",
        "GX_ANALYTICS_ENABLED": "False",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "bench" / "bytecode"),
    }
    return {**kept, **fixed, **(extra or {})}


def run(
    arguments: Sequence[str | Path],
    *,
    folder: Path = ROOT,
    stdin: Path | None = None,
    stdout: Path | None = None,
    extra: Mapping[str, str] | None = None,
    limit: Limit | None = None,
    expected: int = 0,
) -> Run:
    """Run a command to its end and measure it; BenchmarkError where it exits otherwise."""
    with (
        tempfile.TemporaryFile() as errors,
        (stdin or Path(os.devnull)).open("rb") as given,
        (stdout or Path(os.devnull)).open("wb") as taken,
    ):
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(each) for each in arguments],
            cwd=folder,
            env=environment(extra),
            stdin=given,
            stdout=taken,
            stderr=errors,
            preexec_fn=limit.hold if limit else None,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != expected:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()[-2000:]
            if limit and process.returncode == -signal.SIGXCPU:
                raise BenchmarkError(f"needs more than {limit.seconds} CPU seconds")
            if limit and "MemoryError" in said:
                raise BenchmarkError(f"needs more than {limit.memory >> 20:,} MB of memory")
            shown = " ".join(Path(str(each)).name for each in arguments[:4])
            raise BenchmarkError(f"{shown} exited with {process.returncode}: {said}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * _RSS_UNIT)


def alternate(
    runs: Mapping[str, Callable[[], Run]], rounds: int, tell: Callable[[str], None]
) -> dict[str, list[Run]]:
    """Each of `runs` once a round, one after the other, so that what disturbs one disturbs all.

    A first round is not counted: it warms caches.
    """
    found: dict[str, list[Run]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, measure in runs.items():
            tell(f"{name} ({f'{number} of {rounds}' if number else 'warming up'})")
            one = measure()
            if number:
                found[name].append(one)
    return found


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def median_ratio(mine: Sequence[float], other: Sequence[float]) -> float:
    """The middle one of the ratios within each round."""
    return statistics.median(one / two for one, two in zip(mine, other, strict=True))
