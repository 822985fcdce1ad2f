"""Staging and the swap: all packages are replaced, or none, whenever the build is cut off."""

import os
from pathlib import Path

import pytest

from plainfigures.errors import TargetError
from plainfigures.packages import staging as staging_module
from plainfigures.packages.checkout import Checkout
from plainfigures.packages.staging import (
    Staging,
    build_lock,
    interrupted,
    keep_equal_files,
    open_staging,
    recover,
    swap,
)


class Killed(BaseException):
    """Stands for a process that ends at once."""


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    for name in ("mines", "aid"):
        write(tmp_path / "datasets" / name, {"table.csv": f"{name} old", "same.txt": "same"})
    (tmp_path / "datasets" / "catalog.json").write_text("old")
    return Checkout(tmp_path)


def write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)


def stage(staging: Staging) -> None:
    for name in ("mines", "aid", "trade"):
        write(staging.new / name, {"table.csv": f"{name} new", "same.txt": "same"})
    (staging.new / "catalog.json").write_text("new")


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


REPLACED = ["aid", "mines", "trade", "catalog.json"]


def test_a_swap_replaces_adds_and_removes(checkout: Checkout) -> None:
    write(checkout.datasets / "gone", {"table.csv": "gone"})
    with open_staging(checkout) as staging:
        stage(staging)
        swap(staging, REPLACED, ["gone"])
        assert staging.folder.is_relative_to(checkout.cache)
    after = contents(checkout.datasets)
    assert after["mines/table.csv"] == "mines new"
    assert after["trade/table.csv"] == "trade new"
    assert after["catalog.json"] == "new"
    assert not any(name.startswith("gone") for name in after)
    assert not (checkout.cache / "staging").exists()


def test_nothing_staged_reaches_the_datasets_without_a_swap(checkout: Checkout) -> None:
    before = contents(checkout.datasets)
    with open_staging(checkout) as staging:
        stage(staging)
    assert contents(checkout.datasets) == before
    assert not (checkout.cache / "staging").exists()


# Every rename of the swap: two for each package that stood there, one for the new one.
@pytest.mark.parametrize("moment", range(8))
def test_a_swap_that_is_killed_is_completed_by_the_next_build(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    write(checkout.datasets / "gone", {"table.csv": "gone"})
    with open_staging(checkout) as staging:
        stage(staging)
        count_renames(monkeypatch, moment, Killed())
        monkeypatch.setattr(staging_module, "_roll_back", lambda *_: die())
        with pytest.raises(Killed):
            swap(staging, REPLACED, ["gone"])
        monkeypatch.undo()
    assert interrupted(checkout)
    assert recover(checkout)
    assert not interrupted(checkout)
    after = contents(checkout.datasets)
    assert after == {
        **{f"{name}/table.csv": f"{name} new" for name in ("aid", "mines", "trade")},
        **{f"{name}/same.txt": "same" for name in ("aid", "mines", "trade")},
        "catalog.json": "new",
    }
    assert not (checkout.cache / "staging").exists()


@pytest.mark.parametrize("moment", range(8))
def test_a_swap_that_fails_is_rolled_back(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    write(checkout.datasets / "gone", {"table.csv": "gone"})
    before = contents(checkout.datasets)
    with open_staging(checkout) as staging:
        stage(staging)
        count_renames(monkeypatch, moment, OSError(28, "No space left on device"))
        with pytest.raises(TargetError, match="No space left on device"):
            swap(staging, REPLACED, ["gone"])
        monkeypatch.undo()
    assert contents(checkout.datasets) == before
    assert not interrupted(checkout)


def die() -> None:
    raise Killed


def count_renames(monkeypatch: pytest.MonkeyPatch, moment: int, error: BaseException) -> None:
    """Let so many renames pass, then fail once."""
    rename, left = Path.rename, [moment]

    def counted(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == -1:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", counted)


def test_equal_files_keep_their_place_on_the_disk_and_their_time(checkout: Checkout) -> None:
    same = checkout.datasets / "mines" / "same.txt"
    os.utime(same, (1, 1))
    before = same.stat()
    with open_staging(checkout) as staging:
        stage(staging)
        assert not keep_equal_files(staging, "mines")
        swap(staging, ["mines"], [])
    after = same.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (checkout.datasets / "mines" / "table.csv").read_text() == "mines new"


def test_a_package_is_equal_only_with_the_same_files(checkout: Checkout) -> None:
    with open_staging(checkout) as staging:
        write(staging.new / "mines", {"table.csv": "mines old", "same.txt": "same"})
        assert keep_equal_files(staging, "mines")
        write(checkout.datasets / "mines", {"more.txt": ""})
        assert not keep_equal_files(staging, "mines")
        write(staging.new / "aid", {"table.csv": "aid old"})
        assert not keep_equal_files(staging, "aid")
        write(staging.new / "trade", {"table.csv": ""})
        assert not keep_equal_files(staging, "trade")


def test_the_lock_is_entered_twice_by_one_process_and_named_to_another(checkout: Checkout) -> None:
    with build_lock(checkout), build_lock(checkout):
        child = os.fork()
        if child == 0:
            os._exit(try_lock(checkout))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 5
    child = os.fork()
    if child == 0:
        os._exit(try_lock(checkout))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def try_lock(checkout: Checkout) -> int:
    import filelock

    try:
        with filelock.FileLock(checkout.cache / "build.lock", blocking=False):
            return 0
    except filelock.Timeout:
        return 5
