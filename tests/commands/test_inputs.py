"""JSON lines: each is a document, or an error with its line."""

import json
from pathlib import Path

import pytest

from plainfigures.commands.inputs import read_json_lines
from plainfigures.documents import Citation, Document
from plainfigures.errors import SourceError


def read(tmp_path: Path, *lines: bytes) -> list[Document | SourceError]:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"\n".join(lines))
    return list(read_json_lines([path], Citation()))


GOOD = b'{"id": "good", "text": "Five came."}'


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "no JSON object"),
        (b'{"id": "a", "text": "caf\xe9"}', "no JSON object"),
        (b"[" * 100_000, "no JSON object"),
        (b"7", 'an object with texts "id" and "text"'),
        (b'{"id": 7, "text": "x"}', 'an object with texts "id" and "text"'),
        (b'{"id": "", "text": "x"}', 'an object with texts "id" and "text"'),
        (b'{"id": "a"}', 'an object with texts "id" and "text"'),
        (b'{"id": "a", "text": null}', 'an object with texts "id" and "text"'),
        (b'{"id": "a", "text": "x\\u0000y"}', "a NUL stands at character 1"),
        (b'{"id": "a", "text": "x\\ud800"}', "half a surrogate pair"),
        (b'{"id": "a", "text": "<html><p>Five came."}', "the text looks like HTML"),
        (b'{"id": "\\ud800", "text": "x"}', "half a surrogate pair"),
        (GOOD, "the id 'good' is that of"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_hides_no_other(
    tmp_path: Path, line: bytes, words: str
) -> None:
    first, error, last = read(tmp_path, GOOD, b"", line, b'{"id": "last", "text": ""}')
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(error, SourceError)
    assert str(error).startswith(f"{tmp_path / 'lines.jsonl'}:3: ")
    assert words in str(error)
    assert "\n" not in str(error)


def test_an_id_is_kept_as_it_is_and_the_text_is_canonical(tmp_path: Path) -> None:
    line = json.dumps({"id": "A b/ç", "text": "\ufeffone\r\ntwo\r"}).encode()
    (document,) = read(tmp_path, b"\xef\xbb\xbf" + line)
    assert isinstance(document, Document)
    assert (document.name, document.text) == ("A b/ç", "one\ntwo\n")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (error,) = read_json_lines([tmp_path / "none.jsonl"], Citation())
    assert isinstance(error, SourceError)
    assert "none.jsonl: cannot be read (No such file or directory)" in str(error)


def test_a_file_without_json_lines_is_one_error_with_the_remedy(tmp_path: Path) -> None:
    for lines in ([b"In 2020 the flood came.", b"", b"7", b"Five left."], [b"Five came."] * 500):
        (error,) = read(tmp_path, *lines)
        assert isinstance(error, SourceError)
        assert str(error).startswith(f"{tmp_path / 'lines.jsonl'}: no line is a JSON object, ")
        assert str(error).endswith("if this is plain text, leave out --jsonl")
    assert read(tmp_path, b"", b" ") == []


def test_bad_lines_before_the_first_good_one_are_told_one_by_one(tmp_path: Path) -> None:
    one, two, document = read(tmp_path, b'text": "cut off"}', b"7", GOOD)
    assert "lines.jsonl:1: no JSON object" in str(one)
    assert "lines.jsonl:2: a line is an object" in str(two)
    assert isinstance(document, Document)
