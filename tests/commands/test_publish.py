"""`plainfigures publish`: what it says and writes, and what it refuses."""

import json
import os
import pty
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from plainfigures.packages.checkout import Checkout
from tests.releases.sample import harbour, lake, make_checkout, rebuild, without
from tests.scratch import ROOT, call, command, contents, environment


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A checkout in which two packages are built, and none is released."""
    made = make_checkout(tmp_path / "checkout")
    rebuild(made)
    (made.root / "work").mkdir()
    monkeypatch.chdir(made.root / "work")
    return made


def test_a_dry_run_says_what_would_be_done_and_does_nothing(checkout: Checkout) -> None:
    before = contents(checkout.root)
    done = call("publish", "out", "--dry-run")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == [
        "would release casualties 1.0.0: the first version",
        "would release mines 1.0.0: the first version",
    ]
    assert contents(checkout.root) == before


def test_what_is_built_is_released_on_the_day_given(checkout: Checkout) -> None:
    done = call("publish", "out", "--day", "2026-11-24")
    assert done.exit_code == 0
    assert "released mines 1.0.0: the first version\n" in done.stdout
    assert "uploaded and read back; 0 were there\n" in done.stdout
    latest = json.loads((Path("out") / "mines" / "latest.json").read_bytes())
    assert latest["released"] == "2026-11-24"
    again = call("publish", "out")
    assert again.stdout.startswith("2 datasets stand as released\nout: nothing to do, ")


def test_a_day_before_that_of_the_release_before_is_remarked(checkout: Checkout) -> None:
    rebuild(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])
    assert call("publish", "--day", "2026-11-24").stderr == ""
    rebuild(checkout)
    remark = "Warning: casualties 1.1.0 is of 2026-11-23, and 1.0.0 of 2026-11-24: is the clock"
    for option in ("--dry-run", "--frozen", ""):
        done = call("publish", "out", "--day", "2026-11-23", *filter(None, [option]))
        assert done.exit_code == 0
        assert done.stderr.count(remark) == (option != "--frozen")


def test_a_dry_run_gives_the_counts_of_the_run(checkout: Checkout) -> None:
    def counts(*option: str) -> list[str]:
        last = call("publish", "out", *option).stdout.splitlines()[-1]
        return re.findall(r"\d[\d,]*\d|\d", last)

    seen = counts("--dry-run")
    assert counts() == seen
    files = contents(Path("out"))
    assert seen == [str(len(files)), f"{sum(map(len, files.values())):,}", "0"]
    assert counts("--dry-run") == counts() == [str(len(files))]


def test_without_a_target_nothing_leaves_the_checkout(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert call("publish").exit_code == 0
    index = json.loads((checkout.releases / "index.json").read_bytes())
    assert index["datasets"]["mines"][0]["released"] == "2023-11-14"


@pytest.mark.parametrize("option", [[], ["--dry-run"], ["--frozen", "--confirm"]])
@pytest.mark.parametrize("target", ["", " ", "file://"])
def test_an_empty_target_is_refused_before_anything_is_done(
    checkout: Checkout, target: str, option: list[str]
) -> None:
    before = contents(checkout.root)
    done = call("publish", target, *option)
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: the target is empty; name a folder or an address")
    assert done.stderr.count("\n") == 1
    assert contents(checkout.root) == before


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("s3:/bucket/data", "write s3://bucket/data, with all slashes"),
        ("file:/srv/data", "write file:///srv/data, with all slashes"),
        ("file://srv/data", "names the machine srv"),
    ],
)
def test_an_address_that_lacks_a_slash_becomes_no_folder(
    checkout: Checkout, target: str, words: str
) -> None:
    before = contents(checkout.root)
    done = call("publish", target)
    assert done.exit_code == 2
    assert words in done.stderr
    assert contents(checkout.root) == before


@pytest.mark.parametrize("option", [[], ["--dry-run"], ["--frozen", "--confirm"]])
@pytest.mark.parametrize(
    "target", ["..", "../datasets", "../releases/mines", "../seeds/new", "../.git", "link", "FILE"]
)
def test_a_target_that_is_of_the_checkout_is_refused_before_anything_is_done(
    checkout: Checkout, target: str, option: list[str]
) -> None:
    Path("link").symlink_to(checkout.schemas)
    before = contents(checkout.root)
    target = checkout.root.as_uri() if target == "FILE" else target
    done = call("publish", target, *option)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"Error: {target}: belongs to the checkout {checkout.root}")
    assert done.stderr.count("\n") == 1
    assert contents(checkout.root) == before


def test_every_folder_of_this_checkout_is_known_as_its_own() -> None:
    here = Checkout(ROOT)
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    there = {path.split("/")[0] for path in listed.stdout.split("\0") if "/" in path}
    assert all(here.owns(ROOT / name) for name in (*there, "seeds", ".venv"))
    assert not any(here.owns(place) for place in (ROOT / "mirror", ROOT.parent, ROOT.parent / "x"))


def test_a_lock_that_cannot_be_had_is_told_of_the_release_and_the_mirror(
    checkout: Checkout,
) -> None:
    assert call("publish", "--day", "2026-11-24").exit_code == 0
    shutil.rmtree(checkout.cache)
    checkout.cache.write_text("in the way")
    release = call("publish")
    assert release.exit_code == 5
    assert "cannot be written (File exists), so no release was made; see" in release.stderr
    mirror = call("publish", "out", "--frozen")
    assert mirror.exit_code == 5
    assert "so nothing was mirrored; see that it can be written and publish again" in mirror.stderr


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "20261124", ""])
def test_what_is_no_day_is_told(checkout: Checkout, day: str) -> None:
    done = call("publish", "--day", day)
    assert done.exit_code == 2
    assert "no day; give one such as 2026-11-24" in done.stderr
    assert not checkout.releases.exists()


@pytest.mark.parametrize("option", [[], ["--dry-run"]])
def test_a_gate_that_refuses_ends_with_1_and_names_the_entry(
    checkout: Checkout, option: list[str]
) -> None:
    assert call("publish").exit_code == 0
    rebuild(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])
    before = contents(checkout.releases)
    done = call("publish", "out", *option)
    assert done.exit_code == 1
    assert 'change: "fewer_rows casualties"' in done.stderr
    assert contents(checkout.releases) == before
    assert not (Path("out")).exists()


def test_a_bar_shows_the_files_on_a_terminal(checkout: Checkout) -> None:
    reader, writer = pty.openpty()
    process = subprocess.Popen(
        [*command(), "publish", "out"],
        cwd=checkout.root,
        env=environment({"TERM": "xterm", "COLUMNS": "120"}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=writer,
    )
    os.close(writer)
    seen = b""
    while True:
        try:
            part = os.read(reader, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        seen += part
    out, _ = process.communicate(timeout=60)
    os.close(reader)
    assert process.returncode == 0
    # The bar is drawn ten times a second, so it may miss any one file.
    assert re.search(rb"looking at|uploading|moving", seen)
    assert b"\x1b[" in seen
    assert b"uploaded and read back" in out
