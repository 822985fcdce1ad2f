"""The stock command of Frictionless: it passes every package and sees one changed byte."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from plainfigures.packages import Package

# Runs the stock command in one folder after another, since most of its time goes into starting.
COMMAND = """
import json, os, sys
from frictionless.console import console
codes = []
for folder in json.loads(sys.argv[1]):
    os.chdir(folder)
    try:
        codes.append(console(["validate", "datapackage.json"], standalone_mode=False) or 0)
    except SystemExit as end:
        codes.append(end.code)
print(json.dumps(codes), file=sys.stderr)
"""


def validate_all(folders: list[Path]) -> list[int]:
    """The exit code of `frictionless validate datapackage.json` in each folder."""
    command = [sys.executable, "-c", COMMAND, json.dumps([str(each) for each in folders])]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    codes: list[int] = json.loads(done.stderr.splitlines()[-1])
    return codes


def validate(folder: Path) -> int:
    """The same, as a user types it."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def change_a_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_every_package_is_valid(datasets: Path, built: dict[str, Package]) -> None:
    assert validate_all([datasets / name for name in built]) == [0] * len(built)


def test_one_changed_byte_of_any_resource_is_seen(
    tmp_path: Path, datasets: Path, built: dict[str, Package]
) -> None:
    resources = [path for path in built["casualties"].files if path.endswith((".csv", ".parquet"))]
    for path in resources:
        shutil.copytree(datasets / "casualties", tmp_path / path)
        change_a_byte(tmp_path / path / path)
    assert validate_all([tmp_path / path for path in resources]) == [1] * 10


def test_the_command_says_the_same_as_a_user_types_it(
    tmp_path: Path, datasets: Path, built: dict[str, Package]
) -> None:
    assert validate(datasets / "reading") == 0
    shutil.copytree(datasets / "mines", tmp_path / "mines")
    change_a_byte(tmp_path / "mines" / "mines.parquet")
    assert validate(tmp_path / "mines") == 1
