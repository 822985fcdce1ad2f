"""The group of commands: every error is one plain sentence and the exit code that belongs to it."""

import atexit
import errno
import gc
import io
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from plainfigures.errors import PlainFiguresError, TargetError, UsageError

_DEBUG = "plainfigures.debug"
_INTERRUPTED = 130
_INTERNAL = 4
# Wherever a command writes beside its target, such as to where its output goes.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Function = TypeVar("Function", bound=Callable[..., Any])


class _Failure(Exception):
    """The sentence and the exit code that a command ends with."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


class CommandGroup(click.Group):
    """A group that ends with one sentence on standard error, and a traceback on `--debug` alone."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and, in standalone mode, leave with an exit code of the house."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, False, **extra)
        if args is None:  # the process is this command's alone, as it is not where a test calls it
            # To look for garbage in all that it holds as it ends would cost a tenth of it.
            atexit.register(gc.freeze)
        if sys.stdout is None:
            click.echo("Error: standard output: cannot be written (it is closed)", err=True)
            sys.exit(TargetError.exit_code)
        if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
            # A terminal of another encoding than UTF-8 shows what it has no sign for as a code.
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            code = super().main(args, prog_name, complete_var, False, **extra)
            sys.stdout.flush()
        except BrokenPipeError:
            leave_quietly()
        except OSError as error:
            if error.errno not in _FULL:
                raise
            _forget_output()
            click.echo(f"Error: {_words(error)}", err=True)
            sys.exit(_exit_code(error))
        except click.Abort:
            sys.exit(_INTERRUPTED)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except _Failure as failure:
            click.echo(f"Error: {failure}", err=True)
            sys.exit(failure.code)
        except click.ClickException as error:
            click.echo(f"Error: {_sentence(error)}", err=True)
            sys.exit(error.exit_code)
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what goes wrong in it is told in a sentence."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            leave_quietly()
        except Exception as error:
            if ctx.meta.get(_DEBUG):
                traceback.print_exception(error)
            raise _Failure(_words(error), _exit_code(error)) from error


def debug_option(function: Function) -> Function:
    """Add `--debug`, which may stand before and behind the name of a command."""
    return click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=_remember,
        help="Show the traceback of an error.",
    )(function)


def leave_quietly() -> NoReturn:
    """End without a word, as when the reader of a pipe has read enough."""
    _forget_output()
    sys.exit(0)


def _forget_output() -> None:
    # What is still buffered would be flushed at exit, and fail again.
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())


def _remember(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[_DEBUG] = True


def _sentence(error: click.ClickException) -> str:
    message = error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f"{message} (see {error.ctx.command_path} --help)"
    return message


def _words(error: Exception) -> str:
    match error:
        case PlainFiguresError():
            return _from_here(str(error))
        case ModuleNotFoundError() if (error.name or "").partition(".")[0] != "plainfigures":
            return f"this command needs {error.name}: pip install '.[build]' in a checkout"
        case OSError() if error.errno in _FULL:
            place = _from_here(str(error.filename or "standard output"))
            return f"{place}: cannot be written ({error.strerror}); make room and try again"
        case _:
            kind = type(error).__name__
            return f"internal error ({kind}: {error}); --debug shows where, please report it"


def _from_here(sentence: str) -> str:
    """A sentence that names what lies in the current folder from there, as people type it."""
    with suppress(FileNotFoundError):  # the folder was removed
        here = re.escape(f"{Path.cwd()}{os.sep}")
        return re.sub(rf"(?<![^\s('\"]){here}", "", sentence)
    return sentence


def _exit_code(error: Exception) -> int:
    match error:
        case PlainFiguresError():
            return error.exit_code
        case ModuleNotFoundError() if (error.name or "").partition(".")[0] != "plainfigures":
            return UsageError.exit_code
        case OSError() if error.errno in _FULL:
            return TargetError.exit_code
        case _:
            return _INTERNAL
