"""`plainfigures extract`: every figure of any document."""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from plainfigures.errors import SourceError, TargetError, UsageError

if TYPE_CHECKING:
    from plainfigures.commands.formats import Record, Writer
    from plainfigures.definitions import Definitions
    from plainfigures.documents import Citation, Document
    from plainfigures.figures import Reader
    from plainfigures.figures.record import Records

# So much is allocated before Python looks for cycles; reading makes none, and the lexicons are many
# objects to look through: twice as many are allowed for as they are.
_ALLOCATIONS = 200_000


# What an output is by the ending of its name.
_BY_ENDING = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet", "": "jsonl"}


def extract(
    files: list[Path],
    form: str | None,
    *,
    set_aside: bool,
    jsonl: bool,
    schemas: Path | None,
    output: str | None,
    citation: "Citation",
) -> None:
    """Write the records of all documents; Exit(3) where one could not be read.

    `form` is jsonl, csv, parquet or table; None for what the output's ending says, else jsonl.
    The `citation` is that of each text. Nothing is written where no document could be read.
    """
    target = None if output is None else _file(output)
    if target is not None and target.is_file():
        _keep_inputs(files, target)
    form = form or _form(target)
    gc.set_threshold(_ALLOCATIONS)
    from plainfigures import figures
    from plainfigures.commands.inputs import read_inputs, read_json_lines
    from plainfigures.figures.record import Records

    if form == "parquet" and target is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for a screen; name a file: --output FILE")
    known = figures.load_definitions(schemas)
    reader, records = figures.Reader(known), Records(known)
    documents = (read_json_lines if jsonl else read_inputs)(files, citation)
    failed = found = False
    with _target(target) as stream:
        writer: Writer | None = None
        for document in _with_progress(documents, None if jsonl else len(files), target):
            if isinstance(document, SourceError):
                click.echo(f"Error: {document}", err=True)
                failed = True
                continue
            with _written(target):
                writer = writer or _writer(form, stream(), known, set_aside)
                some = _records(document, reader, records, set_aside)
                first = list(islice(some, 1))
                found = found or bool(first)
                writer.write(chain(first, some))
        with _written(target):
            if writer is None and not failed:  # JSON lines without a line
                writer = _writer(form, stream(), known, set_aside)
            if writer is not None:
                writer.close()
    if not found and not failed:
        more = "" if set_aside else "; --set-aside shows the numbers that were not taken"
        click.echo(f"no figure was found{more}", err=True)
    if failed:
        raise click.exceptions.Exit(SourceError.exit_code)


def _file(output: str) -> Path:
    """The file that --output names; TargetError where it is a folder, or is named as one."""
    path = Path(output)
    if path.is_dir():
        raise TargetError(f"{output}: is a folder; name a file in it")
    if output.endswith(("/", os.sep, "/.")):
        raise TargetError(f"{output}: there is no such folder; make it, and name a file in it")
    return path


def _form(output: Path | None) -> str:
    """The format by the ending of an output; UsageError where it is none of ours."""
    ending = "" if output is None else output.suffix.lower()
    if ending not in _BY_ENDING:
        known = [each for each in _BY_ENDING if each]
        raise UsageError(
            f"{output}: figures are not written as {ending}; end the name in "
            f"{', '.join(known[:-1])} or {known[-1]}, or say --format"
        )
    return _BY_ENDING[ending]


def _keep_inputs(files: list[Path], output: Path) -> None:
    """Refuse an output, a file that is there, which is one of those to read."""
    if any(file.is_file() and output.samefile(file) for file in files):
        raise UsageError(f"{output}: is a file to read; name another one for --output")


def _records(
    document: "Document", reader: "Reader", records: "Records", with_set_aside: bool
) -> "Iterator[Record]":
    """The figures of a document, with the numbers set aside where asked, in the text's order."""
    from plainfigures.figures.record import set_aside

    try:
        for part in reader.parts(document, covers=with_set_aside):
            found = [(figure.number_start, records.of(figure)) for figure in part.figures]
            if with_set_aside:
                found += [
                    (token.start, set_aside(token, document))
                    for token in part.tokens
                    if token.figure_id is None
                ]
                found.sort(key=lambda item: item[0])
            for _, record in found:
                yield record
    except Exception as error:
        error.add_note(f"in the document {document.name}")
        raise


def _writer(form: str, stream: BinaryIO, known: "Definitions", set_aside: bool) -> "Writer":
    """What writes the records; its columns are known before the first record is."""
    from plainfigures.commands import formats
    from plainfigures.figures.record import columns as record_columns

    columns = [*record_columns(known), *(formats.SET_ASIDE_COLUMNS if set_aside else ())]
    match form:
        case "csv":
            return formats.Csv(stream, columns)
        case "parquet":
            return formats.Parquet(stream, formats.parquet_schema(known, columns))
        case "table":
            screen = stream.isatty()
            return formats.Table(
                stream, columns, os.get_terminal_size().columns if screen else None
            )
        case _:
            return formats.JsonLines(stream)


@contextmanager
def _target(output: Path | None) -> Iterator[Callable[[], BinaryIO]]:
    """Yield what opens the target; a file appears under its name when all is written, or not."""
    if output is None:
        yield lambda: sys.stdout.buffer
        return
    if output.exists() and not output.is_file():  # a pipe or a device
        with _written(output), output.open("wb") as device:
            yield lambda: device
        return
    output = output.resolve()  # a link stays a link
    temporary = output.with_name(f".{output.name}.{os.getpid()}.tmp")
    opened: list[BinaryIO] = []

    def opener() -> BinaryIO:
        if not opened:
            opened.append(temporary.open("wb"))
        return opened[0]

    try:
        yield opener
        if opened:
            with _written(output):
                opened[0].close()
                temporary.replace(output)
    finally:
        for stream in opened:
            with suppress(OSError):
                stream.close()
            temporary.unlink(missing_ok=True)


@contextmanager
def _written(output: Path | None) -> Iterator[None]:
    """Name the target where the operating system refuses to write to it."""
    try:
        yield
        if output is None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        name = "standard output" if output is None else output
        raise TargetError(f"{name}: cannot be written ({error.strerror or error})") from error


def _with_progress(
    documents: "Iterable[Document | SourceError]", total: int | None, output: Path | None
) -> "Iterable[Document | SourceError]":
    """Show how far it is, where there is a terminal that nothing else is printed to."""
    elsewhere = output is not None or not sys.stdout.isatty()
    if total == 1 or not elsewhere or not sys.stderr.isatty():
        return documents
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(documents, "reading", total=total, console=console, transient=True)
