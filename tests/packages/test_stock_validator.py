"""The stock command of Frictionless: it passes every package and sees one changed byte."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plainfigures.packages import Package


def validate(folder: Path) -> int:
    """The exit code of `frictionless validate datapackage.json` in a folder."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def test_every_package_is_valid(datasets: Path, built: dict[str, Package]) -> None:
    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(validate, [datasets / name for name in built]))
    assert codes == [0] * len(built)


def test_one_changed_byte_of_any_resource_is_seen(
    tmp_path: Path, datasets: Path, built: dict[str, Package]
) -> None:
    resources = [path for path in built["casualties"].files if path.endswith((".csv", ".parquet"))]
    for path in resources:
        folder = tmp_path / path
        shutil.copytree(datasets / "casualties", folder)
        data = bytearray((folder / path).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / path).write_bytes(data)
    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(validate, [tmp_path / path for path in resources]))
    assert codes == [1] * 10
