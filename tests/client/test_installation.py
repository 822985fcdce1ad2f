"""What a stranger does: install into an empty environment, load, and load again offline."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.scratch import ESSAY, ROOT, make_checkout, run

pytestmark = pytest.mark.faults

PROGRAM = """
import json, sys
import plainfigures
table = plainfigures.load("casualties")
proof = plainfigures.provenance(table["figure_id"][0].as_py(), "casualties")
plainfigures.assert_schema("casualties", major=1, columns={"value": "number"})
print(json.dumps({
    "rows": table.num_rows,
    "version": plainfigures.origin(table).version,
    "quote": proof.quote,
    "modules": sorted(sys.modules),
}))
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that had nothing before the wheel was installed."""
    folder = tmp_path_factory.mktemp("environment")
    build = ["-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run([sys.executable, *build], check=True, cwd=ROOT, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    install = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", str(wheel)]
    subprocess.run([python, *install], check=True, cwd=folder)
    return python


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a maintainer has published of a fresh checkout."""
    folder = tmp_path_factory.mktemp("published")
    checkout = make_checkout(folder / "checkout", folder / "none")
    for arguments in (["build"], ["publish", str(folder / "out"), "--day", "2026-11-24"]):
        done = run(arguments, checkout)
        assert done.returncode == 0, done.stderr
    return folder / "out"


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


def test_a_new_environment_loads_what_was_published_and_then_loads_it_offline(
    python: Path, published: Path, tmp_path: Path
) -> None:
    extra = {"PLAINFIGURES_CACHE": str(tmp_path / "cache")}
    with plain_server(published) as address:
        extra["PLAINFIGURES_SOURCE"] = address
        first = program(python, extra)
    catalog = json.loads((published / "catalog.json").read_bytes())
    (entry,) = (each for each in catalog["datasets"] if each["name"] == "casualties")
    assert (first["rows"], first["version"]) == (entry["rows"], entry["version"])
    assert not {"pandas", "yaml", "click", "rich", "fsspec"} & {*first["modules"]}
    # The server is gone.
    second = program(python, {**extra, "PLAINFIGURES_OFFLINE": "1"})
    assert {**second, "modules": []} == {**first, "modules": []}
    assert "plainfigures.client.web" not in second["modules"]


@contextmanager
def plain_server(folder: Path) -> Iterator[str]:
    """Python's own server of files, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = ["-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)]
    server = subprocess.Popen([sys.executable, *arguments], stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 30
        while True:
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=5).connect()
                break
            except OSError:
                assert time.monotonic() < end, "the server does not start"
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def program(python: Path, extra: dict[str, str]) -> dict[str, list[str]]:
    done = subprocess.run(
        [python, "-c", PROGRAM], capture_output=True, env=alone(extra), cwd=python.parent
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_a_new_environment_reads_and_verifies_by_the_command(python: Path, published: Path) -> None:
    command = python.with_name("plainfigures")
    for arguments in (["extract", str(ESSAY)], ["verify", str(published / "casualties/1.0.0")]):
        done = subprocess.run([command, *arguments], capture_output=True, env=alone({}))
        assert done.returncode == 0, done.stderr.decode()
        assert done.stdout
