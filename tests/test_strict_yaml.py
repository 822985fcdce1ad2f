"""YAML files say what people believe that they say, or are refused with file and line."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainfigures import strict_yaml
from plainfigures.errors import SourceError, UsageError
from plainfigures.strict_yaml import MAX_BYTES, MAX_DEPTH, Yaml


@pytest.fixture
def written(tmp_path: Path) -> Any:
    def write(text: str | bytes) -> Yaml:
        path = tmp_path / "a.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return strict_yaml.load(path)

    return write


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("null", None),
        ("~", None),
        ("", None),
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("2024-04-05", "2024-04-05"),
        ("12:30", "12:30"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1e5", "1e5"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("+", "+"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("''", ""),
        ("<<", "<<"),
    ],
)
def test_a_scalar_is_what_it_looks_like(written: Any, scalar: str, value: object) -> None:
    read = written(f"key: {scalar}\n").value["key"]
    assert read == value
    assert type(read) is type(value)


def test_a_key_is_text_whatever_it_looks_like(written: Any) -> None:
    assert written("on: 1\nno: 2\n12: 3\ntrue: 4\n").value == {"on": 1, "no": 2, "12": 3, "true": 4}


def test_an_empty_file_is_null(written: Any) -> None:
    assert written("# nothing yet\n").value is None


def test_a_byte_order_mark_is_dropped(written: Any) -> None:
    assert written(b"\xef\xbb\xbfkey: a\n").value == {"key": "a"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands twice"),
        ("a:\n  b: 1\n  b: 2\n", 3, "the key 'b' stands twice"),
        ("a: &x 1\nb: *x\n", 1, "the anchor &x is not allowed"),
        ("a:\n- 1\n- *x\n", 3, "the alias *x is not allowed"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "the tag"),
        ("a: 1\nb: !secret x\n", 2, "the tag !secret is not allowed"),
        ("a: !!str 12\n", 1, "the tag"),
        ("? [a, b]\n: 1\n", 1, "a key must be text"),
        ("a: 1\n'': 2\n", 2, "a key is empty"),
        ("a: 1\n---\nb: 2\n", 2, "a second YAML document starts here"),
        ("a: 1\n b: 2\n", 2, "not valid YAML"),
        ("a: [1, 2\n", 2, "not valid YAML"),
        ("a: 1\n\tb: 2\n", 2, "not valid YAML"),
        ("a: 1\nb: \x00\n", 2, "not valid YAML"),
        ("[" * 1000, 1, "nested deeper"),
    ],
)
def test_what_is_ambiguous_is_refused_with_its_line(
    written: Any, tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(UsageError) as raised:
        written(text)
    assert str(raised.value).startswith(f"{tmp_path / 'a.yaml'}:{line}: ")
    assert words in str(raised.value)


def test_an_alias_bomb_is_refused_before_it_grows(written: Any) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(UsageError, match="the anchor &a is not allowed"):
        written(bomb)


def test_nesting_is_bounded_and_ordinary_nesting_is_read(written: Any) -> None:
    value = written("[" * MAX_DEPTH + "]" * MAX_DEPTH).value
    for _ in range(MAX_DEPTH - 1):
        (value,) = value
    assert value == []


def test_a_file_that_is_too_large_is_refused(written: Any) -> None:
    with pytest.raises(UsageError, match="are more than the 1,000,000 allowed"):
        written("# " + "x" * MAX_BYTES)


def test_a_file_that_is_not_utf8_is_refused_with_the_byte(written: Any) -> None:
    with pytest.raises(UsageError, match="not UTF-8 at byte 3"):
        written(b"a: \xff\n")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        strict_yaml.load(tmp_path / "none.yaml")
    with pytest.raises(UsageError, match="this is a folder"):
        strict_yaml.load(tmp_path)


def test_the_caller_chooses_the_class_of_the_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        strict_yaml.load(tmp_path / "none.yaml", SourceError)


def test_the_line_of_a_nested_key_is_known(written: Any) -> None:
    yaml = written("# comment\na: 1\nb:\n  c:\n    - x\n    - {d: 2}\n")
    assert yaml.line() == 1
    assert yaml.line("a") == 2
    assert yaml.line("b", "c") == 4
    assert yaml.line("b", "c", 1) == 6
    assert yaml.line("b", "c", 1, "d") == 6


def test_the_line_of_what_is_missing_is_that_of_what_should_hold_it(written: Any) -> None:
    yaml = written("a: 1\nb:\n  c: 2\n")
    assert yaml.line("b", "z") == 2
    assert yaml.line("a", 4) == 1
    assert yaml.line("z") == 1


def test_typed_access_says_what_it_wanted(written: Any, tmp_path: Path) -> None:
    yaml = written("text: 12\nlist: a\nmap: [1]\nflag: 1\nwhole: 1.5\nitems: [a, 2]\nempty: ' '\n")
    path = tmp_path / "a.yaml"
    for call, message in (
        (lambda: yaml.text("text"), f"{path}:1: text must be text, not the number 12"),
        (lambda: yaml.text("none"), f"{path}:1: none is missing; add it."),
        (lambda: yaml.texts("list"), f"{path}:2: list must be a list, not text."),
        (lambda: yaml.mapping("map"), f"{path}:3: map must be a mapping"),
        (lambda: yaml.flag("flag"), f"{path}:4: flag must be true or false, not the number 1."),
        (lambda: yaml.whole("whole"), f"{path}:5: whole must be a whole number"),
        (lambda: yaml.texts("items"), f"{path}:6: item 2 of items must be text"),
        (lambda: yaml.text("empty"), f"{path}:7: empty must be text, not empty text"),
        (lambda: yaml.check_keys((), ("text",)), f"{path}:2: unknown key 'list'; allowed are text"),
    ):
        with pytest.raises(UsageError) as raised:
            call()
        assert str(raised.value).startswith(message)


def test_typed_access_gives_what_is_there(written: Any) -> None:
    yaml = written("text: a\nitems: [a, b]\nmap: {x: 1}\nflag: true\nwhole: 3\n")
    assert yaml.text("text") == "a"
    assert yaml.texts("items") == ("a", "b")
    assert yaml.mapping("map") == {"x": 1}
    assert yaml.flag("flag") is True
    assert yaml.whole("whole") == 3
    assert yaml.optional_text("none") is None
    assert yaml.texts("none") == ()
    assert yaml.flag("none") is False
    assert yaml.get("items", 5) is None


_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"),
    max_size=20,
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | _TEXT,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(_TEXT.filter(bool), inner, max_size=3)
    ),
    max_leaves=10,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=_VALUES)
def test_json_is_read_as_json(tmp_path: Path, value: Any) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    assert strict_yaml.load(path).value == value
