"""CSV: a table as text that reads back to the same cells, quoted as RFC 4180 says, line ends LF."""

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence

from plainfigures.errors import SourceError


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """A header and a line per row in UTF-8; a missing value is an empty cell.

    Raises SourceError for a cell that no CSV reader gives back as it was: text with a carriage
    return, a number that is not finite.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(name, row[name]) for name in columns])
    return text.getvalue().encode()


def number_text(value: float) -> str:
    """The shortest text that reads back as the same double: 34500, 8.2, 1e+16."""
    return repr(value).removesuffix(".0")


def _cell(column: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        if not math.isfinite(value):
            raise SourceError(f"{column}: {value} is no number that can be published.")
        return number_text(value)
    text = str(value)
    if "\r" in text:
        raise SourceError(
            f"{column}: {text!r} holds a carriage return; write it with plain line ends."
        )
    return text
