"""`plainfigures explain`: the paragraph of a figure, and how each field was read."""

import re
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainfigures.errors import UsageError

if TYPE_CHECKING:
    from plainfigures.definitions import Definitions
    from plainfigures.documents import Citation, Document
    from plainfigures.figures import Figure, Reading

# They stand for the marks, which are as wide, and for blanks that must not end a line, while lines
# are broken.
_OPEN, _CLOSE, _BLANK = "\ue000\ue000", "\ue001\ue001", "\ue002"

# What follows the name of the document in a figure_id.
_ID_END = re.compile(r"-[0-9a-f]{8}(?:-[0-9]+)?$")


def explain(figure_id: str, file: Path | None, schemas: Path | None, citation: "Citation") -> None:
    """Print a figure of `file`, whose `citation` is given, or of this checkout's seeds/."""
    if file:
        readings = _of_file(figure_id, file, schemas, citation)
    elif any(astuple(citation)):
        raise UsageError(
            "--date, --country and --currency are told of a FILE; name it, for of a document of "
            "seeds/ its document.yaml tells them"
        )
    else:
        readings = _of_seeds(figure_id, Path.cwd(), schemas)
    known: list[str] = []
    for reading, definitions in readings:
        for figure in reading.figures:
            if figure.figure_id == figure_id:
                for line in _lines(figure, reading, definitions):
                    click.echo(line)
                return
            known.append(figure.figure_id)
    from plainfigures.commands.suggestions import near_names

    where = "the documents of seeds/" if file is None else str(file)
    if file == Path("-"):
        where = "standard input, where ids begin with stdin-"
    raise UsageError(f"{figure_id}: no figure of {where}{near_names(figure_id, known)}")


def _of_file(
    figure_id: str, file: Path, schemas: Path | None, citation: "Citation"
) -> "Iterator[tuple[Reading, Definitions]]":
    """The reading of a file, under the one of its names that the id begins with, or its stem."""
    from plainfigures import figures
    from plainfigures.commands.inputs import is_json_lines, names_of, read_input

    if is_json_lines(file):
        raise UsageError(
            f"{file}: holds lines of JSON by its name, and explain reads one text; put the text "
            "of the line into a file of its own"
        )
    known = figures.load_definitions(schemas)
    names = list(names_of(file))
    given = _ID_END.sub("", figure_id)
    name = given if given in names else names[0]
    yield figures.read(read_input(file, name, citation), known), known


def _of_seeds(
    figure_id: str, start: Path, schemas: Path | None
) -> "Iterator[tuple[Reading, Definitions]]":
    """The readings of the checkout, that of the document in the id first."""
    from plainfigures import figures
    from plainfigures.packages import checkout

    here = checkout.find(start)
    if here is None:
        raise UsageError(
            f"{figure_id}: no checkout here or above whose documents could hold it; name the FILE"
        )
    known = figures.load_definitions(schemas or here.schemas)
    folders = here.document_folders()
    for folder in sorted(folders, key=lambda path: not figure_id.startswith(f"{path.name}-")):
        yield checkout.read_folder(folder, known), known


def _lines(figure: "Figure", reading: "Reading", definitions: "Definitions") -> Iterator[str]:
    from plainfigures.commands.formats import plain

    document = reading.document
    yield click.style(figure.figure_id, bold=True) + f"  {plain(figure.quote)}"
    yield (
        f"document {figure.document}, paragraph {figure.paragraph}, characters {figure.start} to "
        f"{figure.end} (the number {figure.number_start} to {figure.number_end})"
    )
    yield ""
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    yield _marked(figure, document, width)
    yield ""
    yield from _fields(figure, definitions, width)
    notes = list(_notes(figure, reading))
    yield from ("", *notes) if notes else ()


def _notes(figure: "Figure", reading: "Reading") -> Iterator[str]:
    """A line per repeat, anomaly and decision."""
    from plainfigures.commands.formats import plain

    for place in figure.repeats:
        yield f"repeated in paragraph {place.paragraph}, characters {place.start} to {place.end}"
    for anomaly in reading.anomalies:
        if figure.figure_id in anomaly.figure_ids:
            words = plain(reading.document.slice(anomaly.start, anomaly.end))
            yield f"anomaly of the source: {anomaly.kind}: {words}"
    if figure.decision is not None:
        fields = ", ".join(figure.decided) or "the figure"
        yield f"decision on {fields}: {plain(figure.decision)}"


def _marked(figure: "Figure", document: "Document", width: int) -> str:
    """The paragraph in lines of `width`, the figure marked.

    No line ends within the marks, or, where they hold more than half a line, within the number.
    """
    from plainfigures.commands.formats import plain

    start, end = figure.start, figure.end
    kept = (start, end) if end - start <= width // 2 else (figure.number_start, figure.number_end)
    paragraph = document.paragraphs[figure.paragraph - 1]
    pieces = (
        document.slice(paragraph.start, start),
        _OPEN,
        document.slice(start, kept[0]),
        re.sub(r"\s", _BLANK, document.slice(*kept)),
        document.slice(kept[1], end),
        _CLOSE,
        document.slice(end, paragraph.end),
    )
    lines = textwrap.fill(
        plain("".join(pieces)),
        width,
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
    )
    on, off = (click.style("[[", bold=True), click.style("]]", bold=True))
    return lines.replace(_OPEN, on).replace(_CLOSE, off).replace(_BLANK, " ")


def _fields(figure: "Figure", definitions: "Definitions", width: int) -> Iterator[str]:
    """A line per field that has a value or a rule: its name, its value, the rule and the words."""
    from plainfigures.commands.formats import flat, plain
    from plainfigures.packages.csv_table import number_text

    rows = [("field", "value", "rule and words")]
    for name in (*definitions.stated, *definitions.own):
        value = figure.own.get(name) if name in definitions.own else getattr(figure, name)
        rule = figure.rules.get(name, "")
        cell = number_text(value) if isinstance(value, float) else flat(value)
        if name != "figure_id" and (cell is not None or rule):
            rows.append((name, plain(str("" if cell is None else cell)), plain(rule)))
    rows.append(("datasets", "; ".join(figure.datasets), plain(figure.rules.get("datasets", ""))))
    first = max(len(row[0]) for row in rows)
    second = min(max(len(row[1]) for row in rows), 40)
    for number, (name, value, rule) in enumerate(rows):
        line = f"{name:<{first}}  {value:<{second}}  {rule}".rstrip()
        wrapped = textwrap.fill(line, max(width, 60), subsequent_indent=" " * (first + 2))
        yield click.style(wrapped, bold=True) if number == 0 else wrapped
