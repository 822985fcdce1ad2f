"""A target that is full or read-only: exit code 5, one sentence, and the packages as they were."""

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.scratch import command, contents, environment, make_checkout, run, wait_for_no_server

pytestmark = pytest.mark.faults


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[bool]:
    """Mount something on a folder for a while; False where this user must not."""
    folder.mkdir(exist_ok=True)
    arguments = ["mount", *options, str(folder)]
    able = (
        shutil.which("mount") is not None
        and subprocess.run(arguments, capture_output=True, check=False).returncode == 0
    )
    try:
        yield able
    finally:
        if able:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def assert_refused(done: subprocess.CompletedProcess[str], words: str) -> None:
    assert done.returncode == 5, done.stdout + done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert len(told) == 1
    assert words in told[0]
    assert "Traceback" not in done.stderr


def test_a_target_that_is_full(checkout: Path, undisturbed: Path, owed: dict[str, bytes]) -> None:
    datasets = checkout / "datasets"
    with mounted(datasets, "-t", "tmpfs", "-o", "size=512k", "tmpfs") as able:
        if able:
            shutil.copytree(undisturbed / "datasets" / "mines", datasets / "mines")
            before = contents(datasets)
            (datasets / "mines" / "README.md").write_text("to be built again")
            assert_refused(run(["build", "--force"], checkout), "No space left on device")
            (datasets / "mines" / "README.md").write_bytes(before["mines/README.md"])
            assert contents(datasets) == before
    if not able:
        # The limit is on the build alone: the server of another run has its own.
        largest = max(len(data) for data in owed.values())
        limit = largest // 2

        def limited() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        done = subprocess.run(
            [*command(), "build"],
            cwd=checkout,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=limited,
        )
        assert done.returncode == 5, done.stderr
        assert contents(datasets) == {}
    assert wait_for_no_server(checkout) == []


def test_a_target_that_is_read_only(checkout: Path, undisturbed: Path) -> None:
    datasets = checkout / "datasets"
    shutil.copytree(undisturbed / "datasets", datasets)
    (datasets / "mines" / "README.md").write_text("to be built again")
    before = contents(datasets)
    with mounted(datasets, "--bind", "-o", "ro", str(datasets)) as able:
        if not able:
            datasets.chmod(0o555)
        done = run(["build"], checkout)
        datasets.chmod(0o755) if not able else None
    assert_refused(done, "datasets: cannot be written")
    assert contents(datasets) == before
    assert wait_for_no_server(checkout) == []


def test_a_checkout_that_is_full(tmp_path: Path, undisturbed: Path) -> None:
    folder = tmp_path / "small"
    # Room for what a build reads, and not for the database of a server.
    with mounted(folder, "-t", "tmpfs", "-o", "size=3m", "tmpfs") as able:
        if able:
            make_checkout(folder, Path("none"))
            assert_refused(run(["build"], folder), ".cache/prefect")
            assert not (folder / "datasets").exists()
            assert wait_for_no_server(folder) == []


def test_a_cache_that_cannot_be_written(checkout: Path) -> None:
    shutil.rmtree(checkout / ".cache")
    (checkout / ".cache").write_text("in the way")
    assert_refused(run(["build"], checkout), "Error: .cache: cannot be written")
    assert not (checkout / "datasets").exists()
