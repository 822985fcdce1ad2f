"""`plainfigures verify`: which folders it takes for packages."""

import shutil
from pathlib import Path

import pytest

from tests.scratch import ROOT, call


@pytest.mark.parametrize(
    ("folder", "way_out"),
    [
        ("releases", "releases/<dataset>/<version>"),
        ("releases/mines", "releases/mines/<version>"),
        ("datasets", "datasets/<dataset>"),
    ],
)
def test_a_folder_of_packages_is_told_from_a_package(
    monkeypatch: pytest.MonkeyPatch, folder: str, way_out: str
) -> None:
    monkeypatch.chdir(ROOT)
    done = call("verify", folder)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"Error: {folder}: a folder of ")
    assert done.stderr.endswith(f"; name one, as {way_out}\n")


@pytest.mark.parametrize("name", ["index.json", "latest.json", "catalog.json"])
def test_a_package_with_a_file_too_many_stays_a_package(tmp_path: Path, name: str) -> None:
    shutil.copytree(ROOT / "datasets" / "mines", tmp_path / "mines")
    (tmp_path / "mines" / name).write_text("{}")
    done = call("verify", tmp_path / "mines")
    assert done.exit_code == 1
    assert f"{name}: does not belong here: SHA256SUMS does not list it." in done.stdout
