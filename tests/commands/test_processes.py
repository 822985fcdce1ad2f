"""Work in two processes: it gives what it gives in one, whatever happens to the second."""

import errno
import os
import signal
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from plainfigures.client.verification import Job
from plainfigures.commands import processes
from plainfigures.commands.processes import in_two
from plainfigures.errors import SourceError


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_LARGE", 0)


def jobs(*sizes: int) -> list[Job]:
    return [
        Job(size, lambda number=number: (number, os.getpid())) for number, size in enumerate(sizes)
    ]


def test_jobs_give_what_they_give_in_their_order() -> None:
    given: Sequence[Any] = in_two(jobs(1, 5, 0, 9, 2, 3))
    assert [number for number, _ in given] == [0, 1, 2, 3, 4, 5]


def test_the_second_process_does_about_the_half() -> None:
    given: Sequence[Any] = in_two(jobs(47, 15, 14, 4, 1))
    assert [process == os.getpid() for _, process in given] == [True, False, False, False, False]


def test_a_small_work_stays_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_LARGE", 1000)
    assert {process for _, process in in_two(jobs(47, 15, 14, 4, 1))} == {os.getpid()}


def test_what_a_killed_process_was_to_do_is_done_by_the_first() -> None:
    first = os.getpid()

    def work() -> str:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert in_two([Job(2, lambda: "here"), Job(1, work)]) == ["here", "done"]


def test_what_a_job_raises_in_the_second_process_is_raised_in_the_first(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def work() -> None:
        raise SourceError("the file is gone.")

    with pytest.raises(SourceError, match="the file is gone"):
        in_two([Job(2, lambda: "here"), Job(1, work)])
    assert capfd.readouterr().err == ""


def test_the_second_process_ends_where_a_job_fails_in_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = []

    def fail() -> None:
        raise SourceError("the file is gone.")

    def fork(real: Callable[[], int] = os.fork) -> int:
        started.append(real())
        return started[-1]

    monkeypatch.setattr(os, "fork", fork)
    # More than a pipe holds, so that the second would wait for it to be read.
    with pytest.raises(SourceError, match="the file is gone"):
        in_two([Job(2, fail), Job(1, lambda: "much" * 100_000)])
    (second,) = started
    with pytest.raises(ChildProcessError):
        os.waitpid(second, os.WNOHANG)


def test_the_second_process_ends_where_the_first_is_killed() -> None:
    reader, writer = os.pipe()

    def stay() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    first = os.fork()
    if not first:
        os.close(reader)
        in_two([Job(2, stay), Job(1, lambda: "much" * 100_000)])
        os._exit(1)
    os.close(writer)
    assert os.waitstatus_to_exitcode(os.waitpid(first, 0)[1]) == -signal.SIGKILL
    # It is at its end when nobody has the other end of the pipe any more.
    with os.fdopen(reader, "rb") as pipe:
        assert pipe.read() == b""


@pytest.mark.parametrize("lacking", ["fork", "pipe"])
def test_one_process_does_all_where_a_second_cannot_be_had(
    monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, lacking, refuse)
    assert {process for _, process in in_two(jobs(2, 1))} == {os.getpid()}


def test_all_is_done_where_the_program_is_told_nothing_of_its_children() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert [number for number, _ in in_two(jobs(2, 1))] == [0, 1]
    finally:
        signal.signal(signal.SIGCHLD, before)
