"""A Prefect API for one run: our own server, started before the imports, never left behind."""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from plainfigures.errors import TargetError, UsageError

# A new home takes 6 to 7 s longer than a migrated one, and a loaded machine several times that.
STARTUP_SECONDS = 120.0
# A migrated home with the traces of many runs fits in this.
HOME_BYTES = 48 * 1024 * 1024
_PR_SET_PDEATHSIG = 1


class ServerError(RuntimeError):
    """Our Prefect server did not start; the message names its log."""


def prepare_environment(home: Path) -> None:
    """Give Prefect its settings where the user gave none; call before Prefect is imported."""
    for name, value in {
        "PREFECT_HOME": str(home),
        "PREFECT_RESULTS_LOCAL_STORAGE_PATH": str(home / "results"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "GX_ANALYTICS_ENABLED": "False",
        "PREFECT_LOGGING_LEVEL": "WARNING",
        # The command tells in a sentence what goes wrong: a refused gate needs no traceback. And
        # the warnings of the validators are for their authors.
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
        # Logs are flushed at the end of the process, when our server is gone.
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    }.items():
        os.environ.setdefault(name, value)


@contextmanager
def prefect_api(
    home: Path, meanwhile: Callable[[], object] | None = None, timeout: float = STARTUP_SECONDS
) -> Iterator[str]:
    """Yield the address of a Prefect API that lasts as long as the block.

    Where `PREFECT_API_URL` is set, that server is used. Else one of our own is started on a free
    loopback port and `meanwhile` is called while it boots (the slow imports belong there). It is
    gone when the block ends, however it ends: by return, by exception, by SIGINT or SIGTERM, and on
    Linux by `kill -9` too. Call it from the main thread: the server follows the thread that starts
    it. Raises TargetError where `home` cannot be written, UsageError where the server that is set
    does not answer, ServerError where our own does not start.
    """
    prepare_environment(home)
    given = os.environ.get("PREFECT_API_URL")
    if given:
        _require_answer(given)
        if meanwhile is not None:
            meanwhile()
        yield given
        return
    home = Path(os.environ["PREFECT_HOME"])
    log = home / "server.log"
    try:
        home.mkdir(parents=True, exist_ok=True)
        log.write_bytes(b"")
    except OSError as error:
        raise TargetError(f"{home}: cannot be written ({error.strerror})") from error
    with _terminated_like_interrupted():
        url, server = _start(log)
        os.environ["PREFECT_API_URL"] = url  # before Prefect is imported
        try:
            if meanwhile is not None:
                meanwhile()
            if not _answers(url, server, timeout):
                # A home that was cut off in its first migration never starts again; it is a cache.
                _stop(server)
                _forget_database(home)
                url, server = _start(log, url)
                if not _answers(url, server, timeout):
                    raise _failure(home, log)
            yield url
        finally:
            os.environ.pop("PREFECT_API_URL", None)
            _stop(server)


def _start(log: Path, url: str | None = None) -> tuple[str, subprocess.Popen[bytes]]:
    """Start a server, at the same address again where one is given."""
    if url is None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{probe.getsockname()[1]}/api"
    port = url.removesuffix("/api").rpartition(":")[2]
    environment = {
        **os.environ,
        "PREFECT__SERVER_EPHEMERAL": "1",
        "PREFECT_UI_ENABLED": "0",
    }
    command = [sys.executable, "-m", "uvicorn", "--factory", "prefect.server.api.server:create_app"]
    options = ["--host", "127.0.0.1", "--port", port, "--log-level", "error", "--lifespan", "on"]
    with log.open("ab") as stream:
        server = subprocess.Popen(
            [*command, *options],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
            # The terminal's Ctrl-C is for us: the flow still has its end to report.
            start_new_session=True,
            preexec_fn=_end_with_parent() if sys.platform == "linux" else None,
        )
    return url, server


def _end_with_parent() -> Callable[[], None]:
    """What the child calls before it becomes the server: die when the parent does."""
    prctl = ctypes.CDLL(None).prctl
    parent = os.getpid()

    def ask_the_kernel() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return ask_the_kernel


def _answers(url: str, server: "subprocess.Popen[bytes]", timeout: float) -> bool:
    """Wait until the server answers; False where it ended or the time is up."""
    end = time.monotonic() + timeout
    while server.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{url}/health", timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return True
    return False


def _require_answer(url: str) -> None:
    """Any answer will do: who may ask for what is the server's to say."""
    try:
        urllib.request.urlopen(f"{url.rstrip('/')}/health", timeout=30).close()
    except urllib.error.HTTPError as answer:
        answer.close()
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise UsageError(
            f"PREFECT_API_URL={url}: no Prefect server answers there ({reason}); start it, or "
            "unset the variable to build on a server of our own"
        ) from None


def _stop(server: "subprocess.Popen[bytes]") -> None:
    """End the server politely, for a cut-off migration is not repaired; then without asking."""
    server.terminate()
    try:
        server.wait(15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _forget_database(home: Path) -> None:
    for path in home.glob("prefect.db*"):
        path.unlink(missing_ok=True)


def _failure(home: Path, log: Path) -> Exception:
    free = shutil.disk_usage(home).free
    if free < HOME_BYTES:
        return TargetError(
            f"{home}: {free // 1024} kB are free, and Prefect needs {HOME_BYTES // 1024} kB there"
        )
    return ServerError(f"the Prefect server did not start; what it said is in {log}")


@contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """Turn SIGTERM into SystemExit inside the block, so that `finally` runs."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    previous = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)
