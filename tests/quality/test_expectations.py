"""Expectations: each rule of each suite refuses the row that breaks it, and no other."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from plainfigures.definitions import Definitions
from plainfigures.errors import UsageError
from plainfigures.figures import Figure, Reading
from plainfigures.packages import rows
from plainfigures.packages.layout import layout
from plainfigures.packages.tables import arrow_table
from plainfigures.quality import CheckResult, load_suite
from plainfigures.quality.expectations import check_expectations
from plainfigures.quality.frame import expectation_frame
from tests.packages.planted import with_figure
from tests.packages.sample import harbour, lake
from tests.quality.faults import BASES, COMMON, OWN, PAST

VALIDATION = Path(__file__).parents[2] / "validation"


def tables(name: str, readings: list[Reading], known: Definitions) -> dict[str, pa.Table]:
    """The tables of a package, without the package."""
    dataset = known.datasets[name]
    return {
        table.name: arrow_table(
            table.arrow_schema(),
            rows.TABLES.get(table.name, rows.figure_rows)(dataset, readings),
        )
        for table in layout(dataset, known)
    }


def judge(name: str, readings: list[Reading], known: Definitions) -> dict[str, CheckResult]:
    """What the suite of a dataset finds, by rule."""
    frame = expectation_frame(tables(name, readings, known), known.datasets[name].table)
    suite = load_suite(VALIDATION / f"{name}.json")
    return {result.rule: result for result in check_expectations(frame, suite)}


def faulty(reading: Reading, number: int, quote: str, changes: dict[str, Any]) -> Figure:
    """A further figure like the one at a quote, with an id and a number of its own, and a fault."""
    base = next(each for each in reading.figures if each.quote == quote)
    own = {**base.own, **changes.get("own", {})}
    links = {name: base.figure_id for name in ("part_of", "same_as") if changes.get(name) == "base"}
    fresh = {"figure_id": f"harbour-2021-{number:08x}", "number_start": 10_000 + number}
    return replace(base, **{"part_of": None, **fresh, **changes, **links, "own": own})


@pytest.mark.parametrize("name", BASES)
def test_every_rule_names_the_row_that_breaks_it(name: str, known: Definitions) -> None:
    reading = harbour()
    faults = [(rule, BASES[name], changes) for rule, changes in COMMON] + OWN[name]
    planted = [
        faulty(reading, number, quote, changes)
        for number, (_, quote, changes) in enumerate(faults, 1)
    ]
    found = judge(name, [replace(reading, figures=(*reading.figures, *planted))], known)
    sound = {each.figure_id for each in reading.figures}
    for (rule, _, _), figure in zip(faults, planted, strict=True):
        assert not found[rule].success, rule
        assert figure.figure_id in found[rule].figures, rule
        assert sound.isdisjoint(found[rule].figures), rule
    # What no single row can break is tried below.
    rest = {rule for rule, result in found.items() if result.success}
    assert rest <= {
        "The dataset is not empty.",
        "No figure_id stands twice.",
        "No two figures are read from one number.",
        "Every figure stands in one place at least.",
    }


def test_two_rows_of_one_number_or_id_are_named(known: Definitions) -> None:
    reading = harbour()
    women = next(each for each in reading.figures if each.quote == "45 women")
    same_id = replace(women, number_start=10_000)
    same_number = replace(women, figure_id="harbour-2021-00000001")
    figures = (*reading.figures, same_id, same_number)
    found = judge("casualties", [replace(reading, figures=figures)], known)
    assert women.figure_id in found["No figure_id stands twice."].figures
    assert found["No two figures are read from one number."].figures == tuple(
        sorted((women.figure_id, same_number.figure_id))
    )


def test_an_empty_dataset_is_refused(known: Definitions) -> None:
    found = judge("mines", [lake()], known)
    assert [rule for rule, result in found.items() if not result.success] == [
        "The dataset is not empty."
    ]


def test_a_figure_without_a_place_is_named(known: Definitions) -> None:
    given = tables("mines", [harbour()], known)
    lost = given["spans"].column("figure_id")[0].as_py()
    frame = expectation_frame({**given, "spans": given["spans"].slice(1)}, "mines")
    suite = load_suite(VALIDATION / "mines.json")
    (result,) = [each for each in check_expectations(frame, suite) if not each.success]
    assert (result.rule, result.figures) == ("Every figure stands in one place at least.", (lost,))


def test_a_row_passes_the_rule_that_its_source_breaks(known: Definitions) -> None:
    found = judge("casualties", [harbour(), lake()], known)
    assert all(result.success for result in found.values())
    assert {rule for rule, result in found.items() if result.excused} == {
        "A part is not above the whole that it is counted in.",
        PAST,
    }


def test_only_the_matching_anomaly_lets_a_row_pass(known: Definitions) -> None:
    other = with_figure(harbour(), "33 were recruits", anomalies=("date_after_document",))
    found = judge("casualties", [other], known)
    result = found["A part is not above the whole that it is counted in."]
    assert (result.success, result.unexpected_count, result.excused) == (False, 1, 0)


def test_a_part_may_be_above_a_whole_that_is_only_a_lower_bound(known: Definitions) -> None:
    open_whole = with_figure(
        harbour(), "30 guards", qualifier="more_than", value_high=None, anomalies=()
    )
    open_whole = with_figure(open_whole, "33 were recruits", anomalies=())
    found = judge("casualties", [open_whole], known)
    assert found["A part is not above the whole that it is counted in."].success


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [("2019-05", "2019", True), ("2019", "2019-02", True), ("2020-02", "2020-02-29", True)],
)
def test_a_period_is_compared_as_precisely_as_it_is_given(
    start: str, end: str, kept: bool, known: Definitions
) -> None:
    given = with_figure(harbour(), "45 women", period_start=start, period_end=end)
    frame = expectation_frame(tables("casualties", [given], known), "casualties").to_pylist()
    (row,) = [row for row in frame if row["quote"] == "45 women"]
    assert (row["period_first"] <= row["period_last"]) is kept


@pytest.mark.parametrize(
    ("expectation", "sentence"),
    [
        (
            {"type": "expect_colum_values_to_be_unique", "kwargs": {"column": "figure_id"}},
            "is unknown to Great Expectations",
        ),
        (
            {"type": "expect_column_values_to_be_unique", "kwargs": {"colum": "figure_id"}},
            "has wrong keywords",
        ),
        (
            {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "figure"}},
            "cannot be computed: .*figure",
        ),
        (
            {
                "type": "expect_column_values_to_not_be_null",
                "kwargs": {
                    "column": "unit",
                    "row_condition": "measure === 3",
                    "condition_parser": "pandas",
                },
            },
            "cannot be computed",
        ),
        (
            {
                "type": "expect_column_values_to_match_regex",
                "kwargs": {"column": "unit", "regex": "("},
            },
            "cannot be computed",
        ),
    ],
)
def test_an_expectation_that_cannot_be_run_is_no_broken_rule(
    tmp_path: Path, known: Definitions, expectation: dict[str, Any], sentence: str
) -> None:
    path = tmp_path / "mines.json"
    good = {"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 1}}
    suite = {"name": "mines", "expectations": [good, expectation]}
    path.write_text(json.dumps(suite, indent=1))
    line = path.read_text().splitlines().index(f'   "type": "{expectation["type"]}",') + 1
    frame = expectation_frame(tables("mines", [harbour()], known), "mines")
    with pytest.raises(UsageError, match=rf"mines\.json:{line}: expectation 2 .*{sentence}"):
        check_expectations(frame, load_suite(path))
