"""Parts of a large work side by side: in two processes, one forked from the other."""

import os
from collections.abc import Sequence
from typing import Any, NoReturn

from plainfigures.client.verification import Job, in_turn

# From this size of all jobs on, in bytes, a second process is worth its start.
_LARGE = 1 << 23


def in_two(jobs: Sequence[Job]) -> Sequence[Any]:
    """What each job gives, in their order; of a large work a second process does the half.

    What that process was to do is done here, should it fail. Not for a program that has threads.
    """
    if sum(job.size for job in jobs) < _LARGE or not hasattr(os, "fork"):
        return in_turn(jobs)
    import pickle  # late, as in all that is below: a small package is checked in less time

    here, away = _halves(jobs)
    theirs = [jobs[number] for number in away]
    # Not by multiprocessing, whose import takes longer still.
    reader, writer = os.pipe()
    if not (process := os.fork()):
        _send(writer, theirs)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as pipe:
            ours = in_turn([jobs[number] for number in here])
            sent = pipe.read()
    finally:
        _, status = os.waitpid(process, 0)
    given = pickle.loads(sent) if status == 0 else in_turn(theirs)
    both = dict(zip([*here, *away], [*ours, *given], strict=True))
    return [both[number] for number in range(len(jobs))]


def _halves(jobs: Sequence[Job]) -> tuple[list[int], list[int]]:
    """The numbers of the jobs in two heaps of about the same size, the larger jobs first."""
    heaps: tuple[list[int], list[int]] = [], []
    sizes = [0, 0]
    for number in sorted(range(len(jobs)), key=lambda number: -jobs[number].size):
        smaller = sizes.index(min(sizes))
        heaps[smaller].append(number)
        sizes[smaller] += jobs[number].size
    return heaps


def _send(writer: int, jobs: Sequence[Job]) -> NoReturn:
    """Send what the jobs give, and end without a word, whatever happens: the other tells of it."""
    import pickle
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        given = pickle.dumps(in_turn(jobs))
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(given)
        os._exit(0)
    finally:
        os._exit(1)
