"""A real HTTP server on loopback over a folder, which fails as it is told to."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

# What is done in place of an answer, or before it: True where the true answer shall follow.
Fault = Callable[["Handler"], bool]


class Server(ThreadingHTTPServer):
    """Serves `root`; `faults` of a path are done in turn, the last one for ever."""

    daemon_threads = True
    # Many processes may ask at once.
    request_queue_size = 64

    def __init__(self, root: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.root = root
        self.faults: dict[str, list[Fault]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def fail(self, path: str, *faults: Fault) -> None:
        self.faults[path] = list(faults)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error of the server."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = cast(Server, self.server)
        path = self.path.lstrip("/")
        server.asked.append(path)
        server.headers.append(dict(self.headers))
        faults = server.faults.get(path, [])
        if faults:
            fault = faults[0] if len(faults) == 1 else faults.pop(0)
            if not fault(self):
                return
        place = server.root / path
        if not place.is_file():
            self.give(404, b"not here\n", "text/plain")
            return
        data = place.read_bytes()
        part = re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("Range", ""))
        if part is None:
            self.give(200, data, Accept_Ranges="bytes")
            return
        start = int(part[1]) if part[1] else max(0, len(data) - int(part[2]))
        end = min(int(part[2]) if part[1] and part[2] else len(data) - 1, len(data) - 1)
        told = f"bytes {start}-{end}/{len(data)}"
        self.give(206, data[start : end + 1], Accept_Ranges="bytes", Content_Range=told)

    do_HEAD = do_GET  # noqa: N815

    def give(
        self,
        code: int,
        body: bytes,
        kind: str = "application/octet-stream",
        length: int | None = None,
        **headers: str,
    ) -> None:
        """Answer; `length` is what is said of the body, the body what is sent."""
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.close_connection = True
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the screen."""


def true_answer(handler: Handler) -> bool:
    return True


def answer(code: int, body: bytes = b"", kind: str = "text/plain", **headers: str) -> Fault:
    def fault(handler: Handler) -> bool:
        handler.give(code, body, kind, **headers)
        return False

    return fault


def redirect(target: str) -> Fault:
    return answer(302, Location=target)


def half(handler: Handler) -> bool:
    """The body breaks off in the middle."""
    body = (cast(Server, handler.server).root / handler.path.lstrip("/")).read_bytes()
    handler.give(200, body[: len(body) // 2], length=len(body))
    return False


def half_without_length(handler: Handler) -> bool:
    """As `half`, from a server that does not say how much is to come."""
    body = (cast(Server, handler.server).root / handler.path.lstrip("/")).read_bytes()
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.close_connection = True
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    return False


def flipped(handler: Handler) -> bool:
    """One bit of the body is another."""
    body = bytearray((cast(Server, handler.server).root / handler.path.lstrip("/")).read_bytes())
    body[len(body) // 2] ^= 1
    handler.give(200, bytes(body))
    return False


def hang_up(handler: Handler) -> bool:
    """No answer at all."""
    handler.close_connection = True
    handler.connection.close()
    return False


def silent(seconds: float) -> Fault:
    """Nothing is sent for some time."""

    def fault(handler: Handler) -> bool:
        time.sleep(seconds)
        return hang_up(handler)

    return fault


def drip(handler: Handler) -> bool:
    """A byte now and then, so that no time-out of the socket strikes."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"{")
        handler.wfile.flush()
        time.sleep(0.02)
    return False


def does(action: Callable[[], object]) -> Fault:
    """Something happens at the publisher's, then the true answer is given."""

    def fault(handler: Handler) -> bool:
        action()
        return True

    return fault


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    """The server, until the block ends."""
    server = Server(root)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
