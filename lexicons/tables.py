"""Reading of the hand-written word tables and writing of the compiled ones."""

from collections.abc import Iterable
from pathlib import Path

WORDS = Path(__file__).with_name("words")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of words/<name>.tsv by column; a short row is filled with empty cells."""
    lines = _lines(name + ".tsv")
    columns = lines[0].split("\t")
    return [
        dict(zip(columns, line.split("\t") + [""] * len(columns), strict=False))
        for line in lines[1:]
    ]


def words(name: str) -> list[str]:
    """The lines of words/<name>.txt."""
    return _lines(name + ".txt")


def split(cell: str) -> list[str]:
    """The parts of a cell that lists several; "-" and the empty cell have none."""
    return [part.strip() for part in cell.split(";") if part.strip() not in ("", "-")]


def table(notes: Iterable[str], columns: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    """A compiled table: notes as comments, the columns, the sorted rows."""
    lines = [f"# {note}" for note in notes]
    lines.append("\t".join(columns))
    lines += sorted({"\t".join(row) for row in body})
    return "\n".join(lines) + "\n"


def _lines(name: str) -> list[str]:
    text = (WORDS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
