"""Parts of a large work side by side: in two processes, one forked from the other."""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from plainfigures.client.verification import Job, in_turn

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# From this size of all jobs on, in bytes, a second process is worth its start.
_LARGE = 1 << 23


def in_two(jobs: Sequence[Job]) -> Sequence[Any]:
    """What each job gives, in their order; of a large work a second process does the half.

    What that process was to do is done here, should it fail. Not for a program that has threads.
    """
    if sum(job.size for job in jobs) < _LARGE or not hasattr(os, "fork"):
        return in_turn(jobs)
    import multiprocessing  # late, for it takes longer than the check of a small package

    here, away = _halves(jobs)
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, _of(jobs, away)), daemon=True)
    process.start()
    sender.close()
    given = dict(zip(here, in_turn(_of(jobs, here)), strict=True))
    try:
        received = receiver.recv()
    except EOFError:
        received = in_turn(_of(jobs, away))
    process.join()
    given.update(zip(away, received, strict=True))
    return [given[number] for number in range(len(jobs))]


def _of(jobs: Sequence[Job], numbers: Sequence[int]) -> list[Job]:
    return [jobs[number] for number in numbers]


def _halves(jobs: Sequence[Job]) -> tuple[list[int], list[int]]:
    """The numbers of the jobs in two heaps of about the same size, the larger jobs first."""
    heaps: tuple[list[int], list[int]] = [], []
    sizes = [0, 0]
    for number in sorted(range(len(jobs)), key=lambda number: -jobs[number].size):
        smaller = sizes.index(min(sizes))
        heaps[smaller].append(number)
        sizes[smaller] += jobs[number].size
    return heaps


def _send(sender: "Connection", jobs: Sequence[Job]) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # ends without a word where the user ends it
    with suppress(Exception):  # the first process meets it again, and tells of it
        sender.send(in_turn(jobs))
