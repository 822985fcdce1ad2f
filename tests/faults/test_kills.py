"""A build that is cut off leaves no server, no half-written package and nothing to clean up."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.scratch import (
    KILLED,
    contents,
    copy_home,
    end,
    environment,
    run,
    servers,
    start,
    wait_for_no_server,
)

pytestmark = pytest.mark.faults

# The line after which the signal comes: the server boots, the document is read, packages are built.
BOOTING, READ, BUILDING = "starting", "[1/7]", "[4/7]"


def wait_for_line(process: subprocess.Popen[str], beginning: str) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(beginning):
            return
    pytest.fail(f"the build never said {beginning!r}")


def assert_whole(
    checkout: Path, owed: dict[str, bytes], served: dict[str, str] | None = None
) -> None:
    done = run(["build"], checkout, served)
    assert done.returncode == 0, done.stderr
    assert contents(checkout / "datasets") == owed
    assert not (checkout / ".cache" / "staging").exists()
    assert wait_for_no_server(checkout, 0) == []


@pytest.mark.parametrize("moment", [BOOTING, READ, BUILDING])
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGKILL, KILLED), (signal.SIGTERM, 143), (signal.SIGINT, 130)],
    ids=["kill", "term", "int"],
)
def test_a_build_that_is_ended_by_a_signal(
    checkout: Path,
    owed: dict[str, bytes],
    served: dict[str, str],
    number: int,
    code: int,
    moment: str,
) -> None:
    process = start(["build"], checkout)
    wait_for_line(process, moment)
    if moment == BOOTING:
        time.sleep(1)
    assert len(servers(checkout)) == 1
    assert end(process, number) == code
    # Only after `kill -9` is the server left to the kernel; else we have waited for it.
    assert wait_for_no_server(checkout, 20 if number == signal.SIGKILL else 0) == []
    assert not (checkout / "datasets").exists() or contents(checkout / "datasets") == {}
    if (number, moment) in {(signal.SIGKILL, BUILDING), (signal.SIGTERM, READ)}:
        assert_whole(checkout, owed, served)


# Loaded at the start of the process: it kills itself at the n-th rename of the swap.
KILL_IN_THE_SWAP = """
import os, pathlib, signal
rename, left = pathlib.Path.rename, [{moment}]
def counted(self, target):
    if "staging" in self.parts and self.name != ".staging-probe":
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.{number})
    return rename(self, target)
pathlib.Path.rename = counted
"""


@pytest.mark.parametrize(
    ("number", "moment"), [("SIGKILL", 0), ("SIGKILL", 3), ("SIGTERM", 2), ("SIGKILL", 6)]
)
def test_a_build_that_is_ended_in_the_middle_of_the_swap(
    checkout: Path,
    tmp_path: Path,
    owed: dict[str, bytes],
    served: dict[str, str],
    number: str,
    moment: int,
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        KILL_IN_THE_SWAP.format(moment=moment, number=number)
    )
    path = f"{tmp_path}:{environment()['PYTHONPATH']}"
    done = run(["build"], checkout, {"PYTHONPATH": path})
    assert done.returncode in {-signal.SIGKILL, 143}
    assert wait_for_no_server(checkout) == []
    # Every package that stands there is whole, and what is missing is safe beside it.
    for name, data in contents(checkout / "datasets").items():
        assert owed[name] == data
    assert (checkout / ".cache" / "staging" / "journal.json").exists() == (number == "SIGKILL")
    if number == "SIGTERM":
        assert contents(checkout / "datasets") == {}
    assert_whole(checkout, owed, served)


def test_a_home_that_was_cut_off_in_its_migration_is_made_anew(
    checkout: Path, owed: dict[str, bytes]
) -> None:
    home = checkout / ".cache" / "prefect"
    for path in home.glob("prefect.db*"):
        path.unlink()
    (home / "prefect.db").write_bytes(b"no database" * 1000)
    assert_whole(checkout, owed)


def test_two_builds_at_once(checkout: Path, owed: dict[str, bytes]) -> None:
    first = start(["build"], checkout)
    wait_for_line(first, "starting")
    began = time.monotonic()
    second = run(["build"], checkout)
    assert second.returncode == 5
    assert second.stderr.count("\n") == 1
    assert "Error: .cache/build.lock: another build or publication holds this lock" in second.stderr
    assert first.poll() is None, "the second one waited"
    assert time.monotonic() > began
    out, err = first.communicate(timeout=120)
    assert first.returncode == 0, err
    assert "built 6 packages in datasets/" in out
    assert contents(checkout / "datasets") == owed


def test_the_lock_of_a_killed_build_holds_nobody_up(
    checkout: Path, undisturbed: Path, owed: dict[str, bytes]
) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time, pathlib;"
            "from plainfigures.packages import checkout, staging;"
            "lock = staging.build_lock(checkout.Checkout(pathlib.Path(sys.argv[1])));"
            "lock.__enter__(); print('held', flush=True); time.sleep(60)",
            str(checkout),
        ],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    shutil.copytree(undisturbed / "datasets", checkout / "datasets")
    copy_home(undisturbed / ".cache" / "prefect", checkout)
    assert run(["build"], checkout).returncode == 5
    end(holder, signal.SIGKILL)
    done = run(["build"], checkout)
    assert done.returncode == 0, done.stderr
    assert "equal to datasets/ byte for byte" in done.stdout
    assert contents(checkout / "datasets") == owed
