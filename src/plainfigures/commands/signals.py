"""Signals that end a command, noticed even where a library swallows what they raise."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def heeded_signals() -> Iterator[Callable[[], None]]:
    """Yield a check that leaves where SIGINT or SIGTERM has come since the block began.

    Whose handler runs does not matter: Python itself notes every signal that has one. An error that
    ends the block after a signal is taken for its consequence: pydantic, for one, makes an error of
    its own of a SystemExit that comes up inside it. Call it from the main thread.
    """
    reader, writer = socket.socketpair()
    with reader, writer:
        reader.setblocking(False)
        writer.setblocking(False)
        previous = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)

        def check() -> None:
            try:
                noted = reader.recv(4096)
            except BlockingIOError:
                return
            if signal.SIGINT in noted:
                raise KeyboardInterrupt
            if signal.SIGTERM in noted:
                raise SystemExit(128 + signal.SIGTERM)

        try:
            yield check
        except Exception:
            check()
            raise
        finally:
            signal.set_wakeup_fd(previous)
