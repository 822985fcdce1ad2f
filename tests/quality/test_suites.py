"""Suites: what is wrong with one is said with file, line and remedy before anything runs."""

import json
from pathlib import Path

import pytest

from plainfigures.definitions import Definitions
from plainfigures.errors import UsageError
from plainfigures.quality import load_suite

VALIDATION = Path(__file__).parents[2] / "validation"
NAMES = sorted(path.stem for path in VALIDATION.glob("*.json"))
EXPECTATION = '{"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 1}}'


def suite(folder: Path, text: str | bytes) -> Path:
    path = folder / "boats.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_every_dataset_has_a_suite(known: Definitions) -> None:
    assert sorted(known.datasets) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_suite_has_rules_that_are_plain_sentences(name: str) -> None:
    found = load_suite(VALIDATION / f"{name}.json")
    assert found.name == name
    for each in found.expectations:
        assert each.rule.endswith(".")
        assert "_" not in each.rule.replace("figure_id", "")
    assert len({each.rule for each in found.expectations}) == len(found.expectations)


@pytest.mark.parametrize("name", NAMES)
def test_a_suite_is_written_as_its_tools_write_it(name: str) -> None:
    text = (VALIDATION / f"{name}.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_only_anomalies_that_exist_excuse_a_row(name: str, known: Definitions) -> None:
    kinds = {
        value
        for column in known.columns_of("anomalies")
        for value in column.enum
        if column.name == "kind"
    }
    for each in load_suite(VALIDATION / f"{name}.json").expectations:
        assert each.anomalies <= kinds


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", r"boats\.json:1: is no JSON here"),
        ('{"name": "boats",\n "expectations": [}', r"boats\.json:2: is no JSON here"),
        (b"\xff", "is no readable file in UTF-8"),
        ("[]", "an object with `name` and `expectations` alone"),
        ('{"name": "boats", "expectations": [], "more": 1}', "alone"),
        ('{"name": "boats", "expectations": []}', "a list that is not empty"),
        (f'{{"name": 3, "expectations": [{EXPECTATION}]}}', "`name` must be text"),
        ('{"name": "a", "name": "b", "expectations": []}', "the key 'name' stands twice"),
        ("[" * 100_000, "is no suite"),
        ('{"name": "boats", "expectations": ["x"]}', "expectation 1 must be an object"),
        (
            '{"name": "boats", "expectations": [\n{"type": "expect_x", "kwarg": {}}]}',
            r"boats\.json:2: expectation 1 \(expect_x\) has the unknown key 'kwarg'",
        ),
        (
            '{"name": "boats", "expectations": [{"type": "expect_x", "kwargs": []}]}',
            "must be objects",
        ),
        (
            '{"name": "boats", "expectations": [{"type": "expect_x", "meta": {"rule": 3}}]}',
            "`rule` must be a sentence",
        ),
    ],
)
def test_a_faulty_suite_is_refused(tmp_path: Path, text: str | bytes, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        load_suite(suite(tmp_path, text))


def test_a_suite_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nothing\.json: there is no such suite"):
        load_suite(tmp_path / "nothing.json")


def test_each_expectation_knows_its_line_and_says_what_it_demands(tmp_path: Path) -> None:
    text = f'{{"name": "boats", "expectations": [\n{EXPECTATION},\n\n{EXPECTATION}\n]}}'
    found = load_suite(suite(tmp_path, text))
    assert [each.line for each in found.expectations] == [2, 4]
    assert found.expectations[0].rule == "Expect table row count to be between: min_value 1."
