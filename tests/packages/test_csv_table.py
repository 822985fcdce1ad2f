"""CSV: every cell reads back as it was, by any reader that keeps to RFC 4180."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainfigures.errors import SourceError
from plainfigures.packages.csv_table import csv_bytes, number_text

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), min_size=1)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


@given(st.lists(st.tuples(st.none() | TEXT, st.none() | TEXT), max_size=5))
def test_every_text_reads_back_as_it_was(cells: list[tuple[str | None, str | None]]) -> None:
    data = csv_bytes(["a", "b"], [{"a": a, "b": b} for a, b in cells])
    assert read(data) == [["a", "b"], *([a or "", b or ""] for a, b in cells)]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_reads_back_as_the_same_double(value: float) -> None:
    assert float(number_text(value)) == value
    assert not number_text(value).endswith(".0")


@pytest.mark.parametrize(
    ("value", "text"), [(34500.0, "34500"), (8.2, "8.2"), (0.1 + 0.2, "0.30000000000000004")]
)
def test_a_number_is_as_short_as_it_can_be(value: float, text: str) -> None:
    assert csv_bytes(["n"], [{"n": value}]) == f"n\n{text}\n".encode()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "two\rlines"])
def test_what_no_reader_gives_back_is_refused(value: object) -> None:
    with pytest.raises(SourceError, match=r"^sentence: "):
        csv_bytes(["sentence"], [{"sentence": value}])


def test_lines_end_with_a_line_feed_and_quotes_are_doubled() -> None:
    assert csv_bytes(["a", "b"], [{"a": 'say "no",\nthen', "b": None}]) == (
        b'a,b\n"say ""no"",\nthen",\n'
    )
