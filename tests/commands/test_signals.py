"""A signal to end a command is heeded, whoever swallowed it."""

import signal
import threading
from contextlib import suppress

import pytest

from plainfigures.commands.signals import heeded_signals


def send(number: int) -> None:
    """A signal to this very thread: it has been noted when its handler begins."""
    signal.pthread_kill(threading.get_ident(), number)


def test_an_interrupt_that_was_swallowed_is_raised_again() -> None:
    # A job in the background of a shell may have been started with its interrupts ignored.
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with heeded_signals() as check:
            check()
            with suppress(KeyboardInterrupt):
                send(signal.SIGINT)
            with pytest.raises(KeyboardInterrupt):
                check()
            check()
    finally:
        signal.signal(signal.SIGINT, previous)


def test_a_termination_ends_with_its_code_whatever_handler_is_there() -> None:
    previous = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        with heeded_signals() as check:
            send(signal.SIGTERM)
            with pytest.raises(SystemExit) as left:
                check()
    finally:
        signal.signal(signal.SIGTERM, previous)
    assert left.value.code == 143


@pytest.mark.parametrize(
    ("number", "ended"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)]
)
def test_an_error_that_a_library_made_of_a_signal_does_not_hide_it(
    number: int, ended: type[BaseException]
) -> None:
    def leave(*_: object) -> None:
        raise RuntimeError("a library's own words")

    previous = signal.signal(number, leave)
    try:
        with pytest.raises(ended), heeded_signals():
            send(number)
    finally:
        signal.signal(number, previous)


def test_an_error_without_a_signal_stays_itself() -> None:
    with pytest.raises(ValueError, match="no signal"), heeded_signals():
        raise ValueError("no signal")
