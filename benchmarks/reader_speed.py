"""Reader speed: text read per CPU-second, start-up taken out, and how time grows with length."""

import json
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks.processes import BenchmarkError, Limit, Run, alternate, command, median, run
from benchmarks.progress import Tell

KILOBYTES_PER_SECOND = 1500
# A time below this is that of start-up and noise: no ratio is taken of it.
_LEAST = 0.05
_SHORT = 2.0
_LIMIT = Limit(seconds=60, memory=2 << 30)
# From 1/64 of a long text on.
_DOUBLINGS = 6
# Everything that start-up loads late is asked for here: numbers, units, dates, places, sources.
_WARMING = (
    "On 3 May 2021 the ministry said that about 20 percent of the 1,200 families in Norway, or "
    "three in ten, had received $4.5 million since June; two soldiers were killed at noon.\n"
)
_SENTENCES = (
    "The office counted {n} families in the valley.",
    "About {n} people left the district in spring, said the mayor.",
    "Nobody had asked the ferryman why the bell was rung so late.",
    "Sales rose by 4.{n} percent, to $3 million.",
    "The old road follows the river and is closed in winter.",
)


def throughput(data: Path, scratch: Path, rounds: int, tell: Tell) -> dict[str, Any]:
    """The example documents joined: kilobytes (1,024 bytes) per CPU-second, microseconds a number.

    What is measured is `extract` on them, all that it prints included, less `extract` on two
    lines. Numbers are those of figures, of their repeats and those set aside.
    """
    joined, short = scratch / "joined.txt", scratch / "short.txt"
    joined.write_text(join_documents(data), "utf-8")
    short.write_text(_WARMING, "utf-8")
    runs = {
        "start-up": lambda: run([*command(), "extract", short]),
        "joined documents": lambda: run([*command(), "extract", joined]),
    }
    found = alternate(runs, rounds, tell)
    pairs = zip(found["joined documents"], found["start-up"], strict=True)
    seconds = median([whole.cpu - start.cpu for whole, start in pairs])
    figures, numbers = _count(joined, scratch)
    size = joined.stat().st_size / 1024
    return {
        "kilobytes": size,
        "cpu": seconds,
        "start_up_cpu": median([each.cpu for each in found["start-up"]]),
        "kilobytes_per_cpu_second": size / seconds,
        "figures": figures,
        "numbers": numbers,
        "microseconds_per_number": 1e6 * seconds / numbers,
        "peak": max(each.peak for each in found["joined documents"]),
        "rounds": rounds,
    }


def join_documents(data: Path) -> str:
    """All example documents as one text, a blank line between any two paragraphs."""
    files = sorted((data / "examples" / "docs").glob("*.txt"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return "\n\n".join(line for line in lines if line.strip()) + "\n"


def growth(scratch: Path, tell: Tell) -> dict[str, Any]:
    """Long and hostile texts, doubled up to the whole: CPU seconds beyond start-up, peak, ratio.

    The ratio is that of the longest text read and its half: 2 is linear growth, and null stands
    where the time is too short to tell. Where a text needs more than a minute or 2 GB, no longer
    one is tried: `read` is how much of the whole was read, `stopped` what ended it.
    """
    file = scratch / "short.txt"
    file.write_text(_WARMING, "utf-8")
    start = median_run(file)
    return {
        name: _grow(scratch / "long.txt", name, write, count, start, tell)
        for name, (write, count) in GROWTH.items()
    }


def _grow(
    file: Path, name: str, write: Callable[[int], str], count: int, start: Run, tell: Tell
) -> dict[str, Any]:
    row: dict[str, Any] = {"read": 0.0, "cpu": None, "ratio": None, "peak": None, "stopped": None}
    before: float | None = None
    for step in range(_DOUBLINGS, -1, -1):
        tell(f"{name}: 1/{2**step} of it")
        file.write_text(write(count >> step), "utf-8")
        try:
            one = median_run(file)
        except BenchmarkError as error:
            row["stopped"] = f"1/{2**step} of it {str(error).splitlines()[0]}"
            break
        seconds = max(0.0, one.cpu - start.cpu)
        ratio = seconds / before if before and before > _LEAST else None
        row |= {"read": 1 / 2**step, "cpu": seconds, "peak": one.peak, "ratio": ratio}
        row |= {"wall": one.wall, "bytes": file.stat().st_size}
        before = seconds
    return row


def median_run(file: Path) -> Run:
    """`extract` on a file within the limits: once, or the middle one of three where it is short."""
    runs = [run([*command(), "extract", file], limit=_LIMIT)]
    if runs[0].cpu < _SHORT:
        runs += [run([*command(), "extract", file], limit=_LIMIT) for _ in range(2)]
    return sorted(runs, key=lambda one: one.cpu)[len(runs) // 2]


def prose(size: int) -> str:
    """One paragraph of plain sentences, about `size` bytes long, no two numbers alike."""
    return " ".join(_sentences(size)) + "\n"


def _sentences(size: int) -> Iterator[str]:
    length = 0
    for number, form in enumerate(cycle(_SENTENCES), 11):
        sentence = form.format(n=number)
        length += len(sentence) + 1
        if length > size:
            return
        yield sentence


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda count: "".join(islice(cycle((piece,)), count)) + "\n"


# What is written, and how long the whole is.
GROWTH: dict[str, tuple[Callable[[int], str], int]] = {
    "a paragraph of 5 MB": (prose, 5_000_000),
    "100,000 digits": (_repeated("7"), 100_000),
    "100,000 question marks": (_repeated("?"), 100_000),
    "a million times one hundred": (_repeated("one hundred "), 1_000_000),
}


def _count(file: Path, scratch: Path) -> tuple[int, int]:
    """How many figures, and how many numbers in all, `extract` finds."""
    out = scratch / "all.jsonl"
    run([*command(), "extract", "--set-aside", file], stdout=out)
    figures = numbers = 0
    with out.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            figures += "figure_id" in record
            numbers += 1 + len(record.get("repeats", ()))
    return figures, numbers
