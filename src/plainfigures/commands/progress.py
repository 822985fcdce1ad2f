"""Progress: what a long command is at, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def shown_progress(lines: bool = True) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal; else a line per step, or nothing where `lines` are not wanted.

    The function given is called with words, how many steps are done, and how many there are.
    """
    if not sys.stderr.isatty():

        def line(words: str, done: int, total: int) -> None:
            if lines:
                click.echo(f"[{done}/{total}] {words}" if total else words, err=True)

        yield line
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task("", total=None)
        yield lambda words, done, total: bar.update(
            shown, description=words, completed=done, total=total or None
        )
