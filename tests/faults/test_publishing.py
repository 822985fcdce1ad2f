"""Publishing that is killed, that finds no room, or that meets another publisher."""

import json
import random
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from plainfigures import client
from plainfigures.packages.checkout import Checkout
from plainfigures.releases.index import parse_index
from plainfigures.releases.publishing import release
from tests.faults.test_targets import mounted
from tests.releases.sample import consent, harbour, lake, make_checkout, rebuild, released, without
from tests.releases.test_freezing import LESS
from tests.releases.test_mirror import owed, there
from tests.scratch import command, contents, environment, run, start

pytestmark = pytest.mark.faults

DAY = ["--day", "2026-11-24"]
MOVED = ("latest.json", "catalog.json", "index.json")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout with a first release, mirrored to `out` beside it, and a second one built."""
    made = make_checkout(tmp_path / "checkout")
    released(made)
    done = run(["publish", "../out", *DAY], made.root)
    assert done.returncode == 0, done.stderr
    consent(made, LESS)
    rebuild(made, [harbour(), without(lake(), "Hundreds of fishermen")])
    return made


def assert_whole(folder: Path, before: dict[str, bytes]) -> None:
    """Nothing that was released has changed, and what is pointed to is there and whole."""
    after = contents(folder)
    for path, data in before.items():
        if not path.endswith(MOVED):
            assert after[path] == data, path
    for each in parse_index(after["index.json"], "index.json").all():
        assert client.verify(folder / each.package) == []
        assert after[each.manifest.path]
    for latest in folder.glob("*/latest.json"):
        version = json.loads(latest.read_bytes())["version"]
        assert client.verify(latest.parent / version) == []


def test_a_publish_that_is_killed_at_any_moment_is_completed_by_the_next(
    checkout: Checkout, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    before, mirrored = contents(checkout.releases), there(out)
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(checkout.root, undisturbed)
    began = time.monotonic()
    assert run(["publish", str(tmp_path / "other"), *DAY], undisturbed).returncode == 0
    whole = time.monotonic() - began
    expected = owed(Checkout(undisturbed))
    kept = tmp_path / "kept"
    shutil.copytree(checkout.root, kept)
    shutil.copytree(out, tmp_path / "kept-out")
    chance = random.Random(20261124)
    for _ in range(20):
        for folder, saved in ((checkout.root, kept), (out, tmp_path / "kept-out")):
            shutil.rmtree(folder)
            shutil.copytree(saved, folder)
        process = start(["publish", "../out", *DAY], checkout.root)
        time.sleep(chance.uniform(0.2, 1.0) * whole)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        assert_whole(checkout.releases, before)
        assert_whole(out, mirrored)
        done = run(["publish", "../out", *DAY], checkout.root)
        assert done.returncode == 0, done.stderr
        assert owed(checkout) == expected
        assert there(out) == expected
        assert not (checkout.releases / ".staging").exists()


@pytest.mark.parametrize("what", ["releases", "out"])
def test_a_full_disk_leaves_what_was_published(
    checkout: Checkout, tmp_path: Path, what: str
) -> None:
    place = checkout.releases if what == "releases" else tmp_path / "out"
    saved = tmp_path / "saved"
    shutil.copytree(place, saved)
    size = sum(len(data) for data in contents(place).values())
    with mounted(place, "-t", "tmpfs", "-o", f"size={size + size // 3}", "tmpfs") as able:
        if able:
            shutil.copytree(saved, place, dirs_exist_ok=True)
            before = contents(place)
            done = run(["publish", "../out", *DAY], checkout.root)
            assert done.returncode == 5, done.stdout + done.stderr
            assert "No space left on device" in done.stderr
            assert done.stderr.count("\n") == 1
            assert_whole(place, {path: data for path, data in before.items() if path[0] != "."})
            if what == "releases":
                assert contents(place) == before


@pytest.mark.parametrize(
    ("largest", "words"),
    [(0, "No usable temporary directory"), (1000, "File too large"), (20_000, "File too large")],
)
def test_a_dry_run_that_finds_no_room_for_its_count_says_so(
    checkout: Checkout, tmp_path: Path, largest: int, words: str
) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    (tmp_path / "small").mkdir()
    before = contents(tmp_path)
    done = subprocess.run(
        [*command(), "publish", "../out", "--dry-run"],
        cwd=checkout.root,
        env={**environment(), "TMPDIR": str(tmp_path / "small")},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    assert done.returncode == 5, done.stderr
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert contents(tmp_path) == before


def test_a_dry_run_needs_room_for_new_releases_alone(checkout: Checkout, tmp_path: Path) -> None:
    (checkout.releases / "mines" / "notes").write_bytes(b"much" * 250_000)
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=400k", "tmpfs") as able:
        served = {"TMPDIR": str(tmp_path / "small")} if able else {}
        done = run(["publish", "../out", "--dry-run"], checkout.root, served)
    assert done.returncode == 0, done.stderr
    assert "would release casualties 1.0.0 -> 1.1.0" in done.stdout


def test_a_target_that_is_read_only_is_told(checkout: Checkout, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = contents(out)
    with mounted(out, "--bind", "-o", "ro", str(out)) as able:
        if not able:
            out.chmod(0o555)
        done = run(["publish", "../out", *DAY], checkout.root)
        out.chmod(0o755) if not able else None
    assert done.returncode == 5, done.stdout + done.stderr
    assert "cannot be written" in done.stderr
    assert contents(out) == before


def test_of_two_publishers_one_waits_for_another_day(checkout: Checkout, tmp_path: Path) -> None:
    release(checkout, "2026-11-24")
    other = tmp_path / "other"
    shutil.copytree(checkout.root, other)
    runs: list[subprocess.Popen[str]] = [
        start(["publish", "../out"], folder) for folder in (checkout.root, other)
    ]
    codes = []
    for each in runs:
        _, err = each.communicate(timeout=120)
        codes.append(each.returncode)
        if each.returncode:
            assert "another run publishes there; wait until it has ended" in err
    assert sorted(codes) in ([0, 0], [0, 5])
    assert there(tmp_path / "out") == owed(checkout)
