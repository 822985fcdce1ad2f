"""How records are written: no number that JSON does not know, nothing that steers the screen."""

import io
import math

import pytest

from plainfigures.commands.formats import Csv, JsonLines, Table, flat, plain
from plainfigures.errors import SourceError


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_no_format_lets_pass_what_is_no_number(value: float) -> None:
    stream = io.BytesIO()
    with pytest.raises(ValueError, match="not JSON compliant"):
        JsonLines(stream).write([{"value": value}])
    assert stream.getvalue() == b""
    with pytest.raises(SourceError, match="no number that can be written"):
        Csv(stream, ["value"]).write([{"value": value}])


def test_a_list_of_names_is_joined_and_any_other_is_json() -> None:
    assert flat(["aid", "mines"]) == "aid; mines"
    assert flat([]) is None
    assert flat({}) is None
    assert flat([{"start": 1}]) == '[{"start": 1}]'
    assert flat({"value": "digits"}) == '{"value": "digits"}'
    assert flat(0) == 0


def test_csv_writes_numbers_without_a_needless_point() -> None:
    stream = io.BytesIO()
    writer = Csv(stream, ["a", "b", "c"])
    writer.write([{"a": 34500.0, "b": 8.2, "c": None}, {"c": 'say "no"\n'}])
    writer.close()
    assert stream.getvalue() == b'a,b,c\n34500,8.2,\n,,"say ""no""\n"\n'


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ({"value": 1500000.0, "qualifier": "exact"}, "1,500,000"),
        ({"value": 8.2, "qualifier": "about"}, "~ 8.2"),
        ({"value": 3, "qualifier": "at_least"}, "≥ 3"),
        ({"value": None, "value_low": 10, "value_high": 20, "qualifier": "between"}, "10 - 20"),
        ({"value": None, "qualifier": "vague"}, "vague"),
        ({"set_aside": "date", "token": "2011"}, ""),
    ],
)
def test_the_table_shows_a_number_with_its_bounds(record: dict[str, object], shown: str) -> None:
    stream = io.BytesIO()
    table = Table(stream, ["value"], None)
    table.write([record])
    table.close()
    assert [line.strip() for line in stream.getvalue().decode().splitlines()] == ["value", shown]


def test_words_of_a_document_never_steer_the_terminal() -> None:
    assert plain("red \x1b[31malert\x07\nline\x9b2J") == "red  [31malert line 2J"
