"""The deployments of prefect.yaml, on a standing server with a worker of its own process."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from plainfigures.releases.index import load_index
from tests.scratch import ROOT, environment, make_checkout

pytestmark = pytest.mark.faults

SECONDS = 240


def prefect(checkout: Path, url: str, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "prefect", "--no-prompt", *arguments],
        cwd=checkout,
        env=surroundings(checkout, url),
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    )


def surroundings(checkout: Path, url: str) -> dict[str, str]:
    return environment(
        {
            "PREFECT_HOME": str(checkout / ".cache" / "server"),
            "PREFECT_API_URL": url,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
    )


@pytest.fixture
def standing(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A checkout, and the address of a server with a worker that looks after it."""
    checkout = make_checkout(tmp_path / "checkout", tmp_path / "none")
    shutil.copy(ROOT / "prefect.yaml", checkout)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    url = f"http://127.0.0.1:{port}/api"
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> None:
        started.append(
            subprocess.Popen(
                [sys.executable, "-m", "prefect", *arguments],
                cwd=checkout,
                env=surroundings(checkout, url),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )

    try:
        (checkout / ".cache" / "server").mkdir(parents=True)
        start("server", "start", "--host", "127.0.0.1", "--port", port, "--no-ui")
        wait_for(url, started[0])
        prefect(checkout, url, ["work-pool", "create", "local", "--type", "process"])
        prefect(checkout, url, ["deploy", "--all"])
        start("worker", "start", "--pool", "local", "--limit", "1")
        yield checkout, url
    finally:
        for process in reversed(started):
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/health", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the server never answered")


def asked(url: str, path: str, body: dict[str, Any]) -> list[dict[str, Any]]:
    request = urllib.request.Request(
        f"{url}/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        found: list[dict[str, Any]] = json.load(answer)
    return found


def run(checkout: Path, url: str, deployment: str, *parameters: str) -> None:
    """Have the worker run a deployment, and wait until it has ended well."""
    options = [word for each in parameters for word in ("--param", each)]
    done = prefect(checkout, url, ["deployment", "run", deployment, *options])
    found = re.search(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", done.stdout)
    assert found, done.stdout
    end = time.monotonic() + SECONDS
    state = ""
    while time.monotonic() < end and state not in ("COMPLETED", "FAILED", "CRASHED"):
        (flow_run,) = asked(url, "flow_runs/filter", {"flow_runs": {"id": {"any_": [found[0]]}}})
        state = flow_run["state_type"]
        time.sleep(0.5)
    assert state == "COMPLETED", flow_run["state"]


def test_a_worker_rebuilds_and_publishes(standing: tuple[Path, str], tmp_path: Path) -> None:
    checkout, url = standing
    deployments = {each["name"]: each for each in asked(url, "deployments/filter", {})}
    assert sorted(deployments) == ["by-hand", "weekly"]
    (schedule,) = deployments["weekly"]["schedules"]
    assert schedule["schedule"]["cron"] == "17 5 * * 1"
    assert deployments["by-hand"]["schedules"] == []
    run(checkout, url, "rebuild/weekly", 'datasets=["mines"]')
    assert (checkout / "datasets" / "mines" / "datapackage.json").is_file()
    run(checkout, url, "publish/by-hand", f"target={tmp_path / 'out'}", "day=2026-11-24")
    (release,) = load_index(tmp_path / "out").all()
    assert (release.dataset, str(release.version)) == ("mines", "1.0.0")
    assert release.released == "2026-11-24"
