"""The mirror: nothing is believed uploaded until it was read back, and pointers move last."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainfigures import client
from plainfigures.errors import TargetError, UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.index import load_index
from plainfigures.releases.publishing import look, mirror, release
from plainfigures.releases.targets import FolderTarget, RemoteTarget, open_target
from tests.releases.sample import (
    DAY,
    consent,
    harbour,
    lake,
    make_checkout,
    rebuild,
    released,
    without,
)
from tests.releases.test_freezing import LESS
from tests.scratch import contents, environment

POINTERS = ("latest.json", "catalog.json", "index.json", ".schema.json")


def quiet(words: str, done: int, total: int) -> None:
    """No one looks."""


@pytest.fixture
def first(checkout: Checkout) -> Checkout:
    """A checkout with a first release."""
    released(checkout)
    return checkout


def add_second(checkout: Checkout) -> None:
    consent(checkout, LESS)
    released(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])


def there(folder: Path) -> dict[str, bytes]:
    """What a mirror holds: no more than what is published."""
    return contents(folder)


def owed(checkout: Checkout) -> dict[str, bytes]:
    """What a mirror of the releases must hold."""
    return {
        path: data for path, data in contents(checkout.releases).items() if path != "consent.yaml"
    }


class Watched(FolderTarget):
    """A folder that notes what is written, and lets a test step in before each write."""

    def __init__(self, folder: Path, before: Callable[[int, str], None] | None = None) -> None:
        super().__init__(folder)
        self.written: list[str] = []
        self.before = before

    def write(self, path: str, data: bytes) -> None:
        if self.before is not None:
            self.before(len(self.written), path)
        super().write(path, data)
        self.written.append(path)


def test_a_mirror_holds_every_release_and_the_pointers(first: Checkout, tmp_path: Path) -> None:
    plan = mirror(first, FolderTarget(tmp_path / "out"), False, quiet)
    assert there(tmp_path / "out") == owed(first)
    assert plan.equal == 0
    assert plan.count == len(owed(first))
    assert plan.size == sum(map(len, owed(first).values()))


def test_pointers_are_written_when_all_that_they_name_is_there(
    first: Checkout, tmp_path: Path
) -> None:
    target = Watched(tmp_path / "out")
    mirror(first, target, False, quiet)
    moved = [number for number, path in enumerate(target.written) if path.endswith(POINTERS)]
    assert moved == list(range(len(target.written) - len(moved), len(target.written)))
    names = [target.written[number].rpartition("/")[2] for number in moved]
    assert names == [
        "index.json",
        "latest.json",
        "latest.json",
        "catalog.json",
        "diff-1.schema.json",
    ]
    for name in ("casualties", "mines"):
        of_it = [path for path in target.written if path.startswith(f"{name}/")][:-1]
        assert of_it[-1] == f"{name}/{name}-1.0.0.manifest.json"


def test_equal_files_are_not_uploaded_again(first: Checkout, tmp_path: Path) -> None:
    mirror(first, FolderTarget(tmp_path / "out"), False, quiet)
    again = Watched(tmp_path / "out")
    assert mirror(first, again, False, quiet).uploads == ()
    assert again.written == []
    add_second(first)
    plan = mirror(first, again, False, quiet)
    assert {each.path.split("/")[1][:16] for each in plan.uploads} == {"1.1.0", "casualties-1.1.0"}
    assert there(tmp_path / "out") == owed(first)


@pytest.mark.parametrize("moment", [0, 1, 5, *range(14, 21)])
def test_a_run_that_breaks_off_leaves_the_old_releases_whole_and_the_next_completes(
    first: Checkout, tmp_path: Path, moment: int
) -> None:
    out = tmp_path / "out"
    mirror(first, FolderTarget(out), False, quiet)
    before = there(out)
    add_second(first)

    def cut(number: int, path: str) -> None:
        if number == moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mirror(first, Watched(out, cut), False, quiet)
    after = there(out)
    assert {path: after[path] for path in before if not path.endswith(POINTERS)} == {
        path: data for path, data in before.items() if not path.endswith(POINTERS)
    }
    for path in ("casualties/latest.json", "mines/latest.json"):
        latest = json.loads(after[path])
        folder = out / path.split("/")[0]
        assert client.verify(folder / latest["version"]) == []
        assert (folder / latest["manifest"]["path"]).is_file()
    mirror(first, FolderTarget(out), False, quiet)
    assert there(out) == owed(first)


def test_what_reads_back_otherwise_stops_before_the_pointers(
    first: Checkout, tmp_path: Path
) -> None:
    class Lossy(FolderTarget):
        def write(self, path: str, data: bytes) -> None:
            super().write(path, data[:-1] if path.endswith("mines.parquet") else data)

    with pytest.raises(TargetError, match=r"mines\.parquet: reads back with other bytes"):
        mirror(first, Lossy(tmp_path / "out"), False, quiet)
    assert not any(path.endswith(POINTERS) for path in there(tmp_path / "out"))
    mirror(first, FolderTarget(tmp_path / "out"), False, quiet)
    assert there(tmp_path / "out") == owed(first)


def test_one_version_with_other_bytes_is_refused(first: Checkout, tmp_path: Path) -> None:
    other = make_checkout(tmp_path / "other")
    released(other, [lake()])
    out = tmp_path / "out"
    mirror(other, FolderTarget(out), False, quiet)
    before = there(out)
    with pytest.raises(UsageError, match=r"casualties 1\.0\.0 with other bytes"):
        mirror(first, FolderTarget(out), False, quiet)
    # Where the pointers were never moved, the manifest alone says so.
    for path in before:
        if path.endswith(POINTERS):
            (out / path).unlink()
    with pytest.raises(UsageError, match=r"casualties 1\.0\.0 with other bytes"):
        mirror(first, FolderTarget(out), False, quiet)


def test_a_target_that_is_ahead_is_not_turned_back(first: Checkout, tmp_path: Path) -> None:
    behind = make_checkout(tmp_path / "behind")
    released(behind)
    add_second(first)
    out = tmp_path / "out"
    mirror(first, FolderTarget(out), False, quiet)
    before = there(out)
    with pytest.raises(UsageError, match=r"has casualties 1\.1\.0, which is no release here"):
        mirror(behind, FolderTarget(out), False, quiet)
    assert there(out) == before


def test_another_publisher_meanwhile_is_noticed(first: Checkout, tmp_path: Path) -> None:
    out = tmp_path / "out"
    mirror(first, FolderTarget(out), False, quiet)
    behind = make_checkout(tmp_path / "other")
    released(behind)
    consent(behind, {**LESS, "change": "fewer_rows casualties"})
    released(behind, [without(harbour(), "30 guards"), lake()])
    add_second(first)

    class Unlocked(FolderTarget):
        """As an object store: it keeps no one out."""

        def lock(self) -> Any:
            from contextlib import nullcontext

            return nullcontext()

    done: list[bool] = []

    def step_in(number: int, path: str) -> None:
        if number == 3 and not done:
            done.append(True)
            (out / "index.json").write_bytes((behind.releases / "index.json").read_bytes())

    class Both(Watched, Unlocked):
        pass

    with pytest.raises(TargetError, match="another run published there meanwhile"):
        mirror(first, Both(out, step_in), False, quiet)
    assert json.loads((out / "casualties" / "latest.json").read_bytes())["version"] == "1.0.0"


def test_a_folder_has_one_publisher_at_a_time(first: Checkout, tmp_path: Path) -> None:
    import threading

    out = tmp_path / "out"
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with FolderTarget(out).lock():
            held.set()
            done.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(30)
    try:
        with pytest.raises(TargetError, match="another run publishes there"):
            mirror(first, FolderTarget(out), False, quiet)
    finally:
        done.set()
        holder.join()
    assert there(out) == {}


_HOLDERS = """
import os, sys
from pathlib import Path
from plainfigures.errors import TargetError
from plainfigures.releases.targets import FolderTarget

folder = Path(sys.argv[1])
held = 0
for _ in range(200):
    try:
        with FolderTarget(folder).lock():
            os.close(os.open(folder / "holder", os.O_CREAT | os.O_EXCL))  # fails where two hold it
            os.unlink(folder / "holder")
            held += 1
    except TargetError as error:
        assert "another run publishes there" in str(error), error
print(held)
"""


def test_a_lock_that_is_taken_again_and_again_is_never_held_by_two_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".publish.lock").touch()  # as a run that was killed left it
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", _HOLDERS, tmp_path / "out"],
            env=environment(),
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    held = [int(each.communicate(timeout=120)[0] or -1) for each in runs]
    assert [each.returncode for each in runs] == [0] * 4
    assert sum(held) > 0
    assert there(tmp_path / "out") == {}


def test_a_flipped_byte_at_the_target_is_found_by_a_recheck_and_mended(
    first: Checkout, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    mirror(first, FolderTarget(out), False, quiet)
    file = out / "mines" / "1.0.0" / "mines.parquet"
    data = bytearray(file.read_bytes())
    data[9] ^= 1
    file.write_bytes(data)
    assert mirror(first, FolderTarget(out), False, quiet).uploads == ()
    plan = mirror(first, FolderTarget(out), True, quiet)
    assert [each.path for each in plan.uploads] == [
        "mines/1.0.0/mines.parquet",
        "mines/mines-1.0.0.manifest.json",
    ]
    assert there(out) == owed(first)


def test_a_file_too_many_in_a_release_at_the_target_is_found_by_a_recheck(
    first: Checkout, tmp_path: Path
) -> None:
    for target in (FolderTarget(tmp_path / "out"), open_target(f"memory://{tmp_path.name}/more")):
        mirror(first, target, False, quiet)
        target.write("notes.txt", b"Of whoever keeps the place.")
        mirror(first, target, True, quiet)
        target.write("mines/1.0.0/notes.txt", b"")
        assert mirror(first, target, False, quiet).count == 0
        with pytest.raises(UsageError, match=r"mines/1\.0\.0/notes\.txt: is no file of mines 1\.0"):
            mirror(first, target, True, quiet, "2026-11-24")
        assert target.read("status.json") is None


def test_a_file_that_was_lost_at_the_target_is_brought_back(
    first: Checkout, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    mirror(first, FolderTarget(out), False, quiet)
    (out / "mines" / "1.0.0" / "README.md").unlink()
    mirror(first, FolderTarget(out), False, quiet)
    assert there(out) == owed(first)


def test_a_release_that_was_changed_here_does_not_go_out(first: Checkout, tmp_path: Path) -> None:
    file = first.releases / "mines" / "1.0.0" / "mines.parquet"
    file.write_bytes(file.read_bytes() + b"x")
    with pytest.raises(UsageError, match=r"mines\.parquet: is not as it was released"):
        mirror(first, FolderTarget(tmp_path / "out"), False, quiet)
    assert not (tmp_path / "out" / "index.json").exists()


def test_looking_writes_nothing(first: Checkout, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcome = look(first, FolderTarget(out), False, quiet, DAY)
    assert outcome.plan is not None
    assert outcome.plan.count == len(owed(first))
    assert not out.exists()


def test_looking_counts_what_is_then_done_also_of_releases_that_are_not_made_yet(
    first: Checkout, tmp_path: Path
) -> None:
    out = FolderTarget(tmp_path / "out")
    for readings in (None, [harbour(), without(lake(), "Hundreds of fishermen")], None):
        if readings:
            consent(first, LESS)
            rebuild(first, readings)
        before = contents(first.root), there(out.folder)
        seen = look(first, out, False, quiet, DAY).plan
        assert (contents(first.root), there(out.folder)) == before
        assert [each.package.name for each in release(first, DAY).released] == (
            ["casualties"] if readings else []
        )
        assert mirror(first, out, False, quiet) == seen
    assert seen is not None
    assert (seen.count, seen.equal) == (0, len(owed(first)))


def test_progress_counts_every_file(first: Checkout, tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    mirror(first, FolderTarget(tmp_path / "out"), False, lambda *step: steps.append(step))
    written = [step for step in steps if not step[0].startswith("looking")]
    assert [step[1] for step in written] == list(range(len(written)))
    assert {step[2] for step in written} == {len(written)} == {len(owed(first))}


def test_file_addresses_and_any_store_of_fsspec_are_targets(
    first: Checkout, tmp_path: Path
) -> None:
    named = open_target(f"{(tmp_path / 'a folder').as_uri()}")
    assert isinstance(named, FolderTarget)
    mirror(first, named, False, quiet)
    assert there(tmp_path / "a folder") == owed(first)
    memory = open_target(f"memory://{tmp_path.name}/data")
    assert isinstance(memory, RemoteTarget)
    assert memory.sizes("") == {}
    mirror(first, memory, False, quiet)
    assert {path: memory.read(path) for path in memory.sizes("")} == owed(first)
    assert mirror(first, memory, True, quiet).uploads == ()


@pytest.mark.parametrize(
    ("address", "words"), [("nonsense://x", "no place that can"), ("s3:///", "s3:///")]
)
def test_an_address_that_nothing_reaches_is_told(address: str, words: str) -> None:
    with pytest.raises((UsageError, TargetError), match=re.escape(words)):
        open_target(address).read("x")


@pytest.mark.parametrize(
    ("module", "address", "how"),
    [
        ("fsspec", "s3://bucket/data", "'.[publish]' in a checkout"),
        ("s3fs", "s3://bucket/data", "'.[publish]' in a checkout"),
        ("adlfs", "abfs://bucket/data", "adlfs"),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str, address: str, how: str
) -> None:
    from fsspec.registry import _registry

    monkeypatch.delitem(_registry, "s3", raising=False)
    for name in (module, f"{module}.core"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError) as raised:
        open_target(address)
    assert str(raised.value) == (
        f"{address}: needs {module}, which is not installed: pip install {how}"
    )


def test_a_folder_that_cannot_be_written_is_told(first: Checkout, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TargetError, match="what was published before stands"):
        mirror(first, FolderTarget(tmp_path / "file"), False, quiet)
    assert load_index(first.releases).all()


@pytest.mark.parametrize("link", ["mines", "mines/1.0.0", "mines/latest.json", "index.json"])
def test_a_link_out_of_the_target_is_not_followed(
    first: Checkout, tmp_path: Path, link: str
) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    mirror(first, FolderTarget(out), False, quiet)
    (out / link).rename(elsewhere)
    (out / link).symlink_to(elsewhere)
    before = contents(tmp_path)
    with pytest.raises(TargetError, match="link out of the folder, which is not followed"):
        mirror(first, FolderTarget(out), True, quiet)
    assert contents(tmp_path) == before


def test_a_target_may_be_a_link_itself(first: Checkout, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    mirror(first, FolderTarget(tmp_path / "out"), False, quiet)
    assert there(tmp_path / "disk") == owed(first)
