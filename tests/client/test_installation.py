"""What a stranger does: install into an empty environment, load, and load again offline."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plainfigures.client import load
from tests.client.server import Server, serving
from tests.scratch import ESSAY, ROOT

pytestmark = pytest.mark.faults

PROGRAM = """
import json, sys
import plainfigures
table = plainfigures.load("casualties")
proof = plainfigures.provenance(table["figure_id"][0].as_py(), "casualties")
plainfigures.assert_schema("casualties", major=2)
print(json.dumps({
    "rows": table.num_rows,
    "version": plainfigures.origin(table).version,
    "quote": proof.quote,
    "modules": sorted({name.split(".")[0] for name in sys.modules}),
}))
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that had nothing before `pip install .`."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    install = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", str(ROOT)]
    subprocess.run([python, *install], check=True, cwd=folder)
    return python


def alone(extra: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, **extra}


def test_an_installation_is_as_small_as_the_page_says(python: Path) -> None:
    code = """
import importlib.metadata as m, json
found = {each.metadata["Name"].lower(): sum(
    each.locate_file(file).stat().st_size for file in each.files or []
    if each.locate_file(file).is_file()) for each in m.distributions()}
print(json.dumps({n: s for n, s in found.items() if n not in ("pip", "setuptools")}))
"""
    done = subprocess.run([python, "-c", code], check=True, capture_output=True, env=alone({}))
    sizes = json.loads(done.stdout)
    page = (ROOT / "docs" / "consuming.md").read_text()
    told = re.search(r"\| packages \| (\d+)[^|]*\|\n\| MB \| (\d+)", page)
    assert told is not None
    assert len(sizes) == int(told[1])
    assert abs(sum(sizes.values()) / 1e6 - int(told[2])) < 0.1 * int(told[2])


def test_a_new_environment_loads_and_then_loads_offline(
    python: Path, shelf: Path, tmp_path: Path
) -> None:
    extra = {"PLAINFIGURES_CACHE": str(tmp_path / "cache")}
    with serving(shelf) as server:
        extra["PLAINFIGURES_SOURCE"] = server.address
        first = run(python, extra)
        assert server.asked
    assert first["version"] == "2.0.0"
    assert first["rows"] == load("casualties", source=shelf).num_rows
    assert not {"pandas", "yaml", "click", "rich", "fsspec"} & set(first["modules"])
    # The server is gone.
    second = run(python, {**extra, "PLAINFIGURES_OFFLINE": "1"})
    assert {**second, "modules": None} == {**first, "modules": None}
    assert not {"urllib.request", "ssl"} & set(second["modules"])


def run(python: Path, extra: dict[str, str]) -> dict[str, object]:
    done = subprocess.run(
        [python, "-c", PROGRAM], capture_output=True, env=alone(extra), cwd=python.parent
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_a_new_environment_reads_and_verifies_by_the_command(
    python: Path, shelf: Path, server: Server
) -> None:
    command = python.with_name("plainfigures")
    for arguments in (["extract", str(ESSAY)], ["verify", str(shelf / "casualties/1.0.0")]):
        done = subprocess.run([command, *arguments], capture_output=True, env=alone({}))
        assert done.returncode == 0, done.stderr.decode()
        assert done.stdout
