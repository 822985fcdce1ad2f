"""The rules that are plain functions over rows: units, links, accounts, membership, provenance."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from plainfigures.definitions import Definitions
from plainfigures.quality.accounts import check_coverage
from plainfigures.quality.links import check_links
from plainfigures.quality.membership import check_membership
from plainfigures.quality.provenance import check_provenance, figure_id
from plainfigures.quality.report import CheckResult
from plainfigures.quality.twins import check_twins
from plainfigures.quality.units import check_units

Rows = list[dict[str, Any]]


def named(results: list[CheckResult]) -> dict[str, tuple[str, ...]]:
    """The rows named by each broken rule."""
    return {each.rule: each.figures for each in results if not each.success}


@pytest.mark.parametrize(
    ("measure", "unit", "kept"),
    [
        ("killed", "person", True),
        ("killed", "family", False),
        ("killed", None, False),
        ("pledged", "EUR", True),
        ("pledged", "euro", False),
        ("pledged", "EUR per barrel", False),
        ("area_cleared", "square_kilometre", True),
        ("area_cleared", "hectare", True),
        ("area_cleared", "kilometre", False),
        ("area_cleared", "USD", False),
        ("record_accuracy", "percent", True),
    ],
)
def test_a_measure_is_counted_in_its_units(
    measure: str, unit: str | None, kept: bool, known: Definitions
) -> None:
    row = {"figure_id": "a-1", "measure": measure, "unit": unit, "anomalies": None}
    assert [each.success for each in check_units([row], known)] == [kept]


def test_an_ambiguous_currency_may_stay_without_a_code(known: Definitions) -> None:
    row = {
        "figure_id": "a-1",
        "measure": "pledged",
        "unit": None,
        "anomalies": "ambiguous_currency",
    }
    (result,) = check_units([row], known)
    assert (result.success, result.excused) == (True, 1)


def test_a_figure_without_a_measure_has_any_unit(known: Definitions) -> None:
    row = {"figure_id": "a-1", "measure": None, "unit": "boat", "anomalies": None}
    assert check_units([row], known) == []


def test_figures_that_are_part_of_themselves_are_named() -> None:
    links = {"a": "b", "b": "c", "c": "a", "d": "a", "e": "e", "f": None, "g": "elsewhere"}
    rows = [{"figure_id": each, "part_of": other, "same_as": None} for each, other in links.items()]
    assert named(check_links(rows)) == {
        "No figure comes back to itself by part_of.": ("a", "b", "c", "e")
    }


def test_a_number_is_a_figure_or_has_a_reason_and_stands_alone() -> None:
    def token(start: int, end: int, figure: str | None, reason: str | None) -> dict[str, Any]:
        place = {"document": "lake", "start": start, "end": end}
        return {**place, "figure_id": figure, "reason": reason}

    coverage = [
        token(0, 3, "a-1", None),
        token(2, 4, None, "date"),
        token(5, 6, None, None),
        token(7, 8, "a-1", "date"),
    ]
    assert named(check_coverage([{"figure_id": "a-1"}, {"figure_id": "a-2"}], coverage)) == {
        "Every number is part of a figure or set aside for a reason, never both.": (
            "lake at 5",
            "lake at 7",
        ),
        "No two numbers of a document overlap.": ("lake at 2",),
        "Every figure accounts for a number of its document.": ("a-2",),
    }


@pytest.mark.parametrize(
    ("name", "row", "kept"),
    [
        ("casualties", {"measure": "killed", "cause": None}, True),
        ("casualties", {"measure": "pledged", "cause": None}, False),
        ("mines", {"measure": "killed", "cause": "mine"}, True),
        ("mines", {"measure": "killed", "cause": "flood"}, False),
        ("reading", {"measure": "killed", "cause": "mine", "datasets": "casualties; mines"}, True),
        ("reading", {"measure": "killed", "cause": "mine", "datasets": "casualties"}, False),
        ("reading", {"measure": None, "cause": None, "datasets": None}, True),
        ("reading", {"measure": None, "cause": None, "datasets": "mines"}, False),
    ],
)
def test_a_figure_stands_where_its_measure_is_listed(
    name: str, row: dict[str, Any], kept: bool, known: Definitions
) -> None:
    row = {"figure_id": "a-1", **row}
    assert check_membership([row], known.datasets[name], known).success is kept


TEXT = "The winter was long. Of 120 villagers only 45 women came home, and no boat."


def place(**changes: Any) -> dict[str, Any]:
    row = {
        "figure_id": figure_id("lake", TEXT, TEXT.index("45")),
        "span": 1,
        "document": "lake",
        "paragraph": 2,
        "start": 100 + TEXT.index("45"),
        "end": 108 + TEXT.index("45"),
        "number_start": 100 + TEXT.index("45"),
        "number_end": 102 + TEXT.index("45"),
        "quote": "45 women",
        "sentence": TEXT[21:],
        "prefix": "only ",
        "suffix": " came home, and no boat.\n\nNext",
    }
    return {**row, **changes}


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ({}, 0),
        ({"quote": "46 women"}, 2),
        ({"start": 99}, 2),
        ({"end": 5000}, 1),
        ({"number_end": 5000}, 1),
        ({"sentence": "45 women came home."}, 1),
        ({"prefix": "just "}, 1),
        ({"suffix": " left."}, 1),
        ({"figure_id": "lake-00000000"}, 1),
        ({"figure_id": place()["figure_id"] + "-2"}, 0),
        ({"figure_id": place()["figure_id"] + "-0"}, 1),
        ({"paragraph": 9}, 4),
    ],
)
def test_a_figure_is_held_to_its_paragraph(changes: dict[str, Any], rules: int) -> None:
    row = place(**changes)
    paragraph = {"document": "lake", "paragraph": 2, "start": 100, "end": 175, "text": TEXT}
    found = named(check_provenance([row], [row], [paragraph]))
    assert len(found) == rules
    assert set(found.values()) <= {(row["figure_id"],)}


def test_a_figure_without_a_first_span_is_named() -> None:
    paragraph = {"document": "lake", "paragraph": 2, "start": 100, "end": 175, "text": TEXT}
    found = named(check_provenance([place()], [place(span=2)], [paragraph]))
    assert set(found) == {"Every figure has its own place as its first span."}


SCHEMA = pa.schema([("figure_id", pa.string()), ("value", pa.float64()), ("start", pa.int64())])


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (b"figure_id,value,start\na-1,8.2,3\na-2,,4\n", True),
        (b"figure_id,value,start\na-1,8.20,3\na-2,,4\n", True),
        (b"figure_id,value,start\na-1,8.3,3\na-2,,4\n", False),
        (b"figure_id,value,start\na-1,8.2,3\n", False),
        (b"figure_id,value,start\na-1,8.2,3\na-2,,4\na-3,,5\n", False),
        (b"figure_id,start,value\na-1,3,8.2\na-2,4,\n", False),
        (b"figure_id,value,start\na-1,eight,3\na-2,,4\n", False),
        (b"figure_id,value,start\na-1,8.2\na-2,,4\n", False),
        (b"\xff", False),
    ],
)
def test_twins_are_compared_by_value(data: bytes, kept: bool) -> None:
    rows: Rows = [
        {"figure_id": "a-1", "value": 8.2, "start": 3},
        {"figure_id": "a-2", "value": None, "start": 4},
    ]
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    assert check_twins("table", data, table).success is kept


def test_an_empty_text_is_no_missing_value() -> None:
    table = pa.Table.from_pylist([{"figure_id": "", "value": 1.0, "start": 1}], schema=SCHEMA)
    assert not check_twins("table", b"figure_id,value,start\n,1,1\n", table).success


@pytest.mark.parametrize(
    ("quote", "digits"),
    [("350 Azerbaijanis", "31d1c545"), ("270€ million", "b9cda4e8"), ("8.2 percent", "2eb6ca7f")],
)
def test_ids_are_those_that_the_first_essay_has(quote: str, digits: str) -> None:
    seeds = Path(__file__).parents[2] / "seeds" / "pashayeva-2024"
    text = next(seeds.glob("*.txt")).read_text("utf-8")
    (paragraph, *_) = [each for each in text.split("\n\n") if quote in each]
    found = figure_id("pashayeva-2024", paragraph, paragraph.index(quote))
    assert found == f"pashayeva-2024-{digits}"
