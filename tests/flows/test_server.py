"""The Prefect API of a run: our own server for as long as the run lasts, or the one that is set."""

import http.server
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.server import prefect_api
from plainfigures.errors import UsageError
from tests.scratch import environment, make_checkout, run, servers, wait_for_no_server


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Something that answers where PREFECT_API_URL says, if only that nothing is there."""
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/api"
    monkeypatch.setenv("PREFECT_API_URL", url)
    yield url
    server.shutdown()
    server.server_close()


def test_a_server_that_is_set_is_used_and_no_other_started(answering: str, tmp_path: Path) -> None:
    called: list[str] = []
    with prefect_api(tmp_path / "home", lambda: called.append("imports")) as url:
        assert url == answering
        assert called == ["imports"]
        assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/api", "nonsense"])
def test_a_server_that_is_set_and_does_not_answer_is_named(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", url)
    words = f"PREFECT_API_URL={url}: no Prefect server answers"
    with pytest.raises(UsageError, match=words), prefect_api(tmp_path):
        pass


@pytest.mark.usefixtures("unset", "answering")
def test_what_the_user_has_set_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    with prefect_api(tmp_path):
        assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
        assert os.environ["PREFECT_HOME"] == str(tmp_path)


@pytest.mark.usefixtures("unset")
def test_our_server_is_gone_when_what_runs_meanwhile_fails(tmp_path: Path) -> None:
    seen: list[list[int]] = []

    def fail() -> None:
        seen.append(servers(tmp_path))
        raise RuntimeError("an import failed")

    handler = signal.getsignal(signal.SIGTERM)
    with pytest.raises(RuntimeError, match="an import failed"), prefect_api(tmp_path / "h", fail):
        pass
    assert len(seen[0]) == 1
    assert servers(tmp_path) == []
    assert signal.getsignal(signal.SIGTERM) is handler
    assert "PREFECT_API_URL" not in os.environ


@pytest.fixture
def standing_server(migrated: Path, tmp_path: Path) -> Iterator[str]:
    """A Prefect server as an operator starts it."""
    shutil.copytree(migrated, tmp_path / "standing")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    options = ["server", "start", "--host", "127.0.0.1", "--port", port, "--no-ui"]
    server = subprocess.Popen(
        [sys.executable, "-m", "prefect", *options],
        env=environment(
            {"PREFECT_HOME": str(tmp_path / "standing"), "PREFECT_SERVER_ANALYTICS_ENABLED": "0"}
        ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}/api"
    try:
        for _ in range(1200):
            try:
                urllib.request.urlopen(f"{url}/health", timeout=5).close()
                break
            except OSError:
                assert server.poll() is None
                time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        server.wait(30)


def test_a_build_runs_on_a_real_server_where_one_is_set(
    standing_server: str, tmp_path: Path
) -> None:
    checkout = make_checkout(tmp_path / "checkout", tmp_path / "none")
    done = run(["build", "mines"], checkout, {"PREFECT_API_URL": standing_server})
    assert done.returncode == 0, done.stderr
    assert re.search(r"(?m)^mines +\d+ rows +new$", done.stdout)
    assert list((checkout / ".cache" / "prefect").glob("prefect.db*")) == []
    request = urllib.request.Request(
        f"{standing_server}/flow_runs/filter",
        b'{"limit": 10}',
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        (flow_run,) = json.load(answer)
    assert flow_run["name"] == f"rebuild {checkout}"
    assert flow_run["state_type"] == "COMPLETED"
    assert wait_for_no_server(checkout, 0) == []
