"""Freezing: releases are whole, as the documentation describes them, and never rewritten."""

import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from plainfigures import client
from plainfigures.errors import TargetError, UsageError
from plainfigures.packages.checkout import Checkout
from plainfigures.releases import freezing
from plainfigures.releases.index import load_index, parse_index
from plainfigures.releases.opened import open_package
from plainfigures.releases.publishing import release
from tests.docs.markdown import Page
from tests.releases.sample import (
    DAY,
    compared,
    consent,
    harbour,
    lake,
    make_checkout,
    rebuild,
    released,
    without,
)
from tests.scratch import contents

LESS = {
    "dataset": "casualties",
    "after": "1.0.0",
    "change": "fewer_rows casualties",
    "reason": "A hearsay.",
}


def second(checkout: Checkout) -> None:
    """Build what a second release of casualties is made of."""
    consent(checkout, LESS)
    rebuild(checkout, [harbour(), without(lake(), "Hundreds of fishermen")])


def read(path: Path) -> Any:
    return json.loads(path.read_bytes())


def test_releases_lie_as_the_page_says(checkout: Checkout) -> None:
    released(checkout)
    second(checkout)
    release(checkout, "2026-12-01")
    releases = checkout.releases
    shown = {block.before.split()[-1]: block.text for block in Page("docs/releases.md").blocks}
    assert shown
    for title, path in {
        "latest.json": "casualties/latest.json",
        "manifest.json": "casualties/casualties-1.1.0.manifest.json",
        "catalog.json": "catalog.json",
        "index.json": "index.json",
    }.items():
        text = next(text for name, text in shown.items() if title in name and "{" in text)
        example, real = json.loads(text), read(releases / path)
        assert_same_keys(example, real, path)
    latest = read(releases / "casualties" / "latest.json")
    assert (latest["version"], latest["released"]) == ("1.1.0", "2026-12-01")
    assert [each["version"] for each in latest["versions"]] == ["1.0.0", "1.1.0"]
    names = {path.name for path in (releases / "casualties").iterdir()}
    assert names == {
        "1.0.0",
        "1.1.0",
        "latest.json",
        *(f"casualties-1.{n}.0.{end}" for n in (0, 1) for end in ("zip", "manifest.json")),
        "casualties-1.1.0.diff.json",
        "casualties-1.1.0.diff.parquet",
    }


def assert_same_keys(example: Any, real: Any, place: str) -> None:
    """What is shown has the keys of what is made; of a list, any item serves."""
    if isinstance(example, dict):
        missing = example.keys() - real.keys()
        assert not missing, f"{place}: {missing}"
        if "content_sha256" not in example or "path" not in example:
            assert real.keys() <= example.keys() or place.endswith("datasets"), place
        for key in example:
            assert_same_keys(example[key], real[key], f"{place} {key}")
    elif isinstance(example, list):
        assert isinstance(real, list)
        for each in example:
            likely = [
                one for one in real if not isinstance(each, dict) or each.keys() == one.keys()
            ]
            assert likely, f"{place}: {each}"
            assert_same_keys(each, likely[0], place)
    else:
        assert type(example) is type(real), place


def test_every_sum_of_a_manifest_is_that_of_its_file(checkout: Checkout) -> None:
    released(checkout)
    folder = checkout.releases / "mines"
    manifest = read(folder / "mines-1.0.0.manifest.json")
    listed = {f"1.0.0/{each['path']}": each for each in manifest["files"]}
    listed |= {each["path"]: each for each in manifest["beside"]}
    there = set(contents(folder)) - {"latest.json", "mines-1.0.0.manifest.json"}
    assert set(listed) == there
    for path, each in listed.items():
        data = (folder / path).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert client.verify(folder / "1.0.0") == []
    assert manifest["table"] == manifest["tables"][0]["name"] == "mines"
    rows = {each["name"]: each["rows"] for each in manifest["tables"]}
    assert rows["mines"] == 3
    sums = {each["table"]: each["content_sha256"] for each in manifest["files"] if "table" in each}
    assert sums == {each["name"]: each["content_sha256"] for each in manifest["tables"]}


def test_the_archive_holds_the_package_and_nothing_of_the_day(
    checkout: Checkout, tmp_path: Path
) -> None:
    released(checkout)
    folder = checkout.releases / "mines"
    data = (folder / "mines-1.0.0.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        inside = {name: archive.read(name) for name in archive.namelist()}
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    owed = {f"mines-1.0.0/{name}": each for name, each in contents(folder / "1.0.0").items()}
    assert inside == owed
    other = make_checkout(tmp_path / "another" / "place")
    released(other, day="2030-01-01")
    again = contents(other.releases)
    dated = ("index.json", "catalog.json", "latest.json")
    for name, each in contents(checkout.releases).items():
        assert (again[name] == each) != name.endswith(dated), name


def test_what_changed_lies_beside_the_release(checkout: Checkout) -> None:
    import pyarrow.parquet as pq

    released(checkout)
    second(checkout)
    release(checkout, DAY)
    folder = checkout.releases / "casualties"
    told = read(folder / "casualties-1.1.0.diff.json")
    assert (told["version_before"], told["version"]) == ("1.0.0", "1.1.0")
    withdrawn = [each for each in told["rows"] if each["change"] == "withdrawn"]
    assert withdrawn[0]["quote"] == "Hundreds of fishermen"
    table = pq.read_table(folder / "casualties-1.1.0.diff.parquet")
    assert table["row"].to_pylist()[0] == withdrawn[0]["row"]
    manifest = read(folder / "casualties-1.1.0.manifest.json")
    assert (manifest["previous"], manifest["level"]) == ("1.0.0", "minor")
    assert compared(folder / "1.0.0", folder / "1.1.0").next_version == (
        open_package(folder / "1.1.0") and load_index(checkout.releases).of("casualties")[1].version
    )


def test_nothing_is_released_twice_and_no_file_is_touched(checkout: Checkout) -> None:
    released(checkout)
    before = {
        path: (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in checkout.releases.rglob("*")
        if path.is_file()
    }
    outcome = release(checkout, "2027-01-01")
    assert outcome.released == []
    assert before == {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in before}


def test_pointers_that_are_behind_are_brought_in_line(checkout: Checkout) -> None:
    released(checkout)
    owed = contents(checkout.releases)
    (checkout.releases / "catalog.json").unlink()
    (checkout.releases / "mines" / "latest.json").write_text("{}")
    release(checkout, DAY)
    assert contents(checkout.releases) == owed


class Cut(BaseException):
    """A process that ends in the middle: no handler of errors sees it, none cleans up."""


@pytest.mark.parametrize(
    ("step", "moment"), [("rename", n) for n in range(9)] + [("write_bytes", 7)]
)
def test_a_run_that_is_cut_off_leaves_the_old_releases_whole_and_the_next_completes(
    checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, moment: int
) -> None:
    released(checkout)
    second(checkout)
    before = contents(checkout.releases)
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(checkout.root, undisturbed)
    release(Checkout(undisturbed), DAY)
    owed = contents(undisturbed / "releases")
    steps = [moment]

    def counted(name: str) -> None:
        real = getattr(Path, name)

        def one(self: Path, *arguments: Any) -> Any:
            steps[0] -= 1
            if steps[0] < 0:
                raise Cut
            return real(self, *arguments)

        monkeypatch.setattr(Path, name, one)

    for name in ("rename", "replace") if step == "rename" else (step,):
        counted(name)
    # What cleans up is not reached by a process that was killed.
    monkeypatch.setattr(freezing, "clear", lambda releases: None)
    with pytest.raises(Cut):
        release(checkout, DAY)
    monkeypatch.undo()
    after = contents(checkout.releases)
    for path, data in before.items():
        if not path.endswith((".json",)) or "manifest" in path or "diff" in path:
            assert after[path] == data
    index = parse_index(after["index.json"], "index")
    for each in index.all():
        assert client.verify(checkout.releases / each.package) == []
    release(checkout, DAY)
    assert contents(checkout.releases) == owed


def test_what_lies_there_and_is_no_release_is_not_written_over(checkout: Checkout) -> None:
    released(checkout)
    second(checkout)
    stranger = checkout.releases / "casualties" / "1.1.0"
    stranger.mkdir()
    (stranger / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"casualties/1\.1\.0: lies there"):
        release(checkout, DAY)
    assert (stranger / "mine.txt").read_text() == "mine"
    assert not (checkout.releases / ".staging").exists()


def test_a_second_publisher_of_one_checkout_is_told(checkout: Checkout) -> None:
    import sys

    from tests.scratch import environment

    rebuild(checkout)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, pathlib;"
            "from plainfigures.packages import checkout, staging;"
            "lock = staging.build_lock(checkout.Checkout(pathlib.Path(sys.argv[1])));"
            "lock.__enter__(); print('held', flush=True); sys.stdin.read()",
            str(checkout.root),
        ],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(TargetError, match="holds this lock"):
        release(checkout, DAY)
    holder.communicate("")
    assert len(release(checkout, DAY).released) == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d.update(format_version=2), "has format_version 2"),
        (lambda d: d.update(format_version="1"), "format_version is no number"),
        (lambda d: d.update(format_version=True), "format_version is no number"),
        (lambda d: d["datasets"].update(mines=[]), "names mines, and no release of it"),
        (lambda d: d.pop("datasets"), "is no index of releases"),
        (lambda d: d["datasets"]["mines"][0].update(version="1"), "no version"),
        (lambda d: d["datasets"]["mines"][0].update(released="today"), "is no index"),
        (lambda d: d["datasets"]["mines"][0].update(released="20261124"), "is not written as"),
        (lambda d: d["datasets"]["mines"][0]["manifest"].update(path="../x"), "is no index"),
        (lambda d: d["datasets"]["mines"][0]["manifest"].update(sha256="0"), "is no sha256"),
        (lambda d: d["datasets"]["mines"][0]["manifest"].update(bytes="9"), "is no whole number"),
        (lambda d: d["datasets"]["mines"].append(d["datasets"]["mines"][0]), "not in order"),
        (lambda d: d["datasets"].update({"../x": d["datasets"]["mines"]}), "is no index"),
    ],
)
def test_an_index_that_is_wrong_is_told(checkout: Checkout, change: Any, words: str) -> None:
    released(checkout)
    path = checkout.releases / "index.json"
    data = read(path)
    change(data)
    path.write_text(json.dumps(data))
    with pytest.raises(UsageError, match=re.escape(words)):
        load_index(checkout.releases)


def test_an_index_that_two_people_have_written_is_told(checkout: Checkout) -> None:
    released(checkout)
    path = checkout.releases / "index.json"
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"mines": [', b'"mines": [], "mines": ['))
    with pytest.raises(UsageError, match=r"is no index of releases \(mines stands twice\)"):
        load_index(checkout.releases)


@pytest.mark.parametrize("data", [b"", b"<html>", b"[" * 100_000, b"null", b"\xff"])
def test_what_is_no_index_is_told(checkout: Checkout, data: bytes) -> None:
    checkout.releases.mkdir()
    (checkout.releases / "index.json").write_bytes(data)
    with pytest.raises(UsageError, match="is no index of releases"):
        load_index(checkout.releases)
