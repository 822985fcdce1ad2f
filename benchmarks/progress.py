"""Progress: what is being measured, shown while it runs."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console

# Called with what is about to be done.
Tell = Callable[[str], None]


@contextmanager
def told(part: str) -> Iterator[Tell]:
    """Show each step on a terminal, in one line that vanishes; elsewhere name the part alone."""
    if not sys.stderr.isatty():
        click.echo(f"measuring {part} ...", err=True)
        yield lambda _words: None
        return
    with Console(stderr=True).status(part) as status:
        yield lambda words: status.update(f"{part}: {words}")


def console() -> Console:
    """Where tables go; wide enough for them where there is no terminal to ask."""
    return Console(width=None if sys.stdout.isatty() else 120)
