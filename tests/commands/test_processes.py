"""Work in two processes: it gives what it gives in one, whatever happens to the second."""

import os
import signal
from collections.abc import Sequence
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
