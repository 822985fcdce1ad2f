"""Parts of a large work side by side: in two processes, one forked from the other."""

import os
import signal
from collections.abc import Sequence
from typing import Any, BinaryIO, NoReturn

from plainfigures.client.verification import Job, in_turn

# From this size of all jobs on, in bytes, a second process is worth its start.
_LARGE = 1 << 23


def in_two(jobs: Sequence[Job]) -> Sequence[Any]:
    """What each job gives, in their order; of a large work a second process does the half.

    What that process was to do is done here, should it fail or not be had. Not for a program that
    has threads.
    """
    if sum(job.size for job in jobs) < _LARGE or not hasattr(os, "fork"):
        return in_turn(jobs)
    import pickle  # late, as in all that is below: a small package is checked in less time

    here, away = _halves(jobs)
    theirs = [jobs[number] for number in away]
    forked = _forked(theirs)
    if forked is None:
        return in_turn(jobs)
    process, pipe = forked
    try:
        with pipe:
            ours = in_turn([jobs[number] for number in here])
            sent = pipe.read()
    except BaseException:
        os.kill(process, signal.SIGKILL)  # nobody waits for what it does
        raise
    finally:
        whole = _ended_well(process)
    given = pickle.loads(sent) if whole else in_turn(theirs)
    both = dict(zip([*here, *away], [*ours, *given], strict=True))
    return [both[number] for number in range(len(jobs))]


def _forked(jobs: Sequence[Job]) -> tuple[int, BinaryIO] | None:
    """A process that does the jobs, and the pipe on which it sends what they give.

    None where the system has no process or pipe to spare.
    """
    # Not by multiprocessing, whose import takes longer still.
    try:
        reader, writer = os.pipe()
    except OSError:
        return None
    try:
        process = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return None
    if not process:
        os.close(reader)  # else it would wait for ever to be read, should the first be killed
        _send(writer, jobs)
    os.close(writer)
    return process, os.fdopen(reader, "rb")


def _ended_well(process: int) -> bool:
    """Wait for the end of a process, and say whether it sent all; False where nobody can tell."""
    try:
        return os.waitpid(process, 0)[1] == 0
    except ChildProcessError:  # whoever started this program has it forget its children
        return False


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

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        given = pickle.dumps(in_turn(jobs))
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(given)
        os._exit(0)
    finally:
        os._exit(1)
