"""The cache: nothing in it has to be trusted, and any number of processes may share it."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from plainfigures.client import Settings, load, origin
from plainfigures.errors import ReleaseError
from tests.client.server import Server, serving
from tests.scratch import ROOT

TABLE = "casualties/1.0.0/casualties.parquet"


def files(settings: Settings) -> list[Path]:
    return sorted(path for path in settings.folder().rglob("*") if path.is_file())


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "page"])
def test_whatever_is_damaged_in_the_cache_is_fetched_again(
    server: Server, settings: Settings, damage: str
) -> None:
    first = load("casualties", "1.0.0", settings=settings)
    assert len(files(settings)) == 3
    for path in files(settings):
        data = path.read_bytes()
        middle = len(data) // 2
        changed = {
            "flip": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
            "cut": data[:middle],
            "empty": b"",
            "page": b"<html>",
        }[damage]
        path.write_bytes(changed)
        assert load("casualties", "1.0.0", settings=settings).equals(first), path
        assert path.read_bytes() == data


def test_what_is_damaged_is_never_used_offline(settings: Settings) -> None:
    load("casualties", "1.0.0", settings=settings)
    (table,) = [path for path in files(settings) if path.read_bytes().startswith(b"PAR1")]
    data = bytearray(table.read_bytes())
    data[len(data) // 2] ^= 1
    table.write_bytes(data)
    with pytest.raises(ReleaseError, match=r"offline: .* is not in the cache .* or damaged there"):
        load("casualties", "1.0.0", settings=replace(settings, offline=True))


def test_the_same_bytes_are_kept_once(shelf: Path, server: Server, settings: Settings) -> None:
    for version in ("1.0.0", "1.1.0"):
        load("casualties", version, table="documents", settings=settings)
    kept = [path for path in files(settings) if path.read_bytes().startswith(b"PAR1")]
    assert len(kept) == 1


def test_two_sources_may_use_one_version_for_other_data(
    shelf: Path, server: Server, settings: Settings, released: Path, tmp_path: Path
) -> None:
    first = load("casualties", "1.0.0", settings=settings)
    other = tmp_path / "other"
    (other / "casualties").mkdir(parents=True)
    for path in (shelf / "casualties").iterdir():
        name = path.name.replace("1.1.0", "1.0.0") if "1.1.0" in path.name else f"old-{path.name}"
        path.rename(other / "casualties" / name)
    manifest = other / "casualties/casualties-1.0.0.manifest.json"
    manifest.write_text(manifest.read_text().replace("1.1.0", "1.0.0"))
    with serving(other) as second:
        there = replace(settings, source=second.address)
        assert not load("casualties", "1.0.0", settings=there).equals(first)
    assert load("casualties", "1.0.0", settings=settings).equals(first)


@pytest.mark.parametrize("asked", ["latest", "~=1.0"])
def test_offline_the_newest_in_the_cache_stands_for_what_is_open(
    server: Server, settings: Settings, asked: str, caplog: pytest.LogCaptureFixture
) -> None:
    load("casualties", "1.0.0", settings=settings)
    load("casualties", "1.1.0", settings=settings)
    load("casualties", "1.2.0", table="documents", settings=settings)  # not its figures
    server.asked.clear()
    offline = replace(settings, offline=True)
    assert origin(load("casualties", asked, settings=offline)).version == "1.1.0"
    assert f"offline: casualties {asked} is 1.1.0, the newest in the cache" in caplog.text
    assert server.asked == []


def test_offline_what_is_not_in_the_cache_is_told_with_what_is(
    server: Server, settings: Settings
) -> None:
    offline = replace(settings, offline=True)
    with pytest.raises(ReleaseError, match=r"is not in the cache \(.*; it has none\)"):
        load("casualties", settings=offline)
    load("casualties", "1.0.0", settings=settings)
    server.asked.clear()
    for version in ("1.1.0", "~=2.0"):
        with pytest.raises(ReleaseError, match=r"is not in the cache \(.*; it has 1\.0\.0\)"):
            load("casualties", version, settings=offline)
    with pytest.raises(ReleaseError, match=r"offline: .*spans"):
        load("casualties", "1.0.0", table="spans", settings=offline)
    assert server.asked == []


def test_a_cache_that_cannot_be_written_costs_time_and_is_no_error(
    server: Server, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    unwritable = replace(settings, cache=tmp_path / "file" / "cache")
    first = load("casualties", "1.0.0", settings=unwritable)
    assert "the cache cannot be written" in caplog.text
    server.asked.clear()
    assert load("casualties", "1.0.0", settings=unwritable).equals(first)
    assert TABLE in server.asked


def test_a_cache_that_may_only_be_read_serves_what_it_has(
    server: Server, settings: Settings
) -> None:
    first = load("casualties", "1.0.0", settings=settings)
    for path in settings.folder().rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    server.asked.clear()
    try:
        assert load("casualties", "1.0.0", settings=settings).equals(first)
        assert server.asked == []
    finally:
        for path in settings.folder().rglob("*"):
            path.chmod(0o755)


def test_what_a_killed_process_left_is_cleared_away(settings: Settings) -> None:
    load("casualties", "1.0.0", settings=settings)
    (table,) = [path for path in files(settings) if path.read_bytes().startswith(b"PAR1")]
    old, young = table.with_name("a.part"), table.with_name("b.part")
    for path in (old, young):
        path.write_bytes(b"half")
    yesterday = time.time() - 25 * 3600
    os.utime(old, (yesterday, yesterday))
    table.unlink()
    load("casualties", "1.0.0", settings=settings)
    assert not old.exists()
    assert young.exists()


PROGRAM = """
import sys, hashlib, plainfigures
for number in range(4):
    for version in ("1.0.0", "1.1.0", "1.2.0", "2.0.0"):
        table = plainfigures.load("casualties", version, settings=plainfigures.Settings(
            source=sys.argv[1], cache=__import__("pathlib").Path(sys.argv[2])))
        print(version, hashlib.sha256(str(table.to_pylist()).encode()).hexdigest())
"""


def test_many_processes_fill_and_read_one_cache(server: Server, settings: Settings) -> None:
    arguments = [sys.executable, "-c", PROGRAM, server.address, str(settings.folder())]
    running = [
        subprocess.Popen(
            arguments, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, stdout=subprocess.PIPE
        )
        for _ in range(6)
    ]
    printed = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0] * 6
    assert len({*printed}) == 1
    assert len({*printed[0].splitlines()}) == 4
    assert not [path for path in files(settings) if path.suffix == ".part"]
    server.asked.clear()
    assert load("casualties", "2.0.0", settings=settings).num_rows > 0
    assert server.asked == []


def test_a_full_disk_costs_time_and_leaves_nothing_half_written(
    server: Server, settings: Settings
) -> None:
    """No file may be longer than 1,000 bytes, as on a disk that is full there."""
    code = (
        "import resource, sys, pathlib, plainfigures\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "settings = plainfigures.Settings(sys.argv[1], pathlib.Path(sys.argv[2]))\n"
        "print(plainfigures.load('casualties', '1.0.0', settings=settings).num_rows)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, server.address, str(settings.folder())],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) == load("casualties", "1.0.0", source=server.root).num_rows
    assert "the cache cannot be written (File too large)" in done.stderr
    assert all(len(path.read_bytes()) <= 100 for path in files(settings))
    assert not [path for path in files(settings) if path.suffix == ".part"]
    assert load("casualties", "1.0.0", settings=settings).num_rows == int(done.stdout)


@pytest.mark.faults
def test_a_process_that_is_killed_at_any_moment_leaves_a_cache_that_serves(
    server: Server, settings: Settings
) -> None:
    owed = load("casualties", "1.0.0", source=server.root)
    for number in range(20):
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, server.address, str(settings.folder())],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        if number % 2:
            process.stdout.readline()  # the first table is loaded
        time.sleep(0.02 * number)
        process.kill()
        process.communicate()
        assert load("casualties", "1.0.0", settings=settings).equals(owed)
        if number % 4 == 3:
            shutil.rmtree(settings.folder())
