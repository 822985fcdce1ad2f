"""The gates: sound packages pass, and each planted fault is refused by its rule and its rows."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from plainfigures.definitions import Definitions
from plainfigures.errors import GateRefused, UsageError
from plainfigures.packages import Package, build_package, write
from plainfigures.packages.canonical_json import pretty
from plainfigures.packages.layout import layout
from plainfigures.packages.parquet import parquet_bytes
from plainfigures.quality import CheckResult, Report, check_package, load_suite
from plainfigures.quality.schemas import check_parquet, check_resources
from plainfigures.quality.staged import Staged, open_package
from tests.packages.planted import COLLECTION, with_figure
from tests.packages.sample import harbour
from tests.packages.tampering import Rows, change_rows, hide

ROOT = Path(__file__).parents[2]
VALIDATION = ROOT / "validation"


@pytest.fixture
def package(datasets: Path, built: dict[str, Package], tmp_path: Path) -> Path:
    folder = tmp_path / "casualties"
    shutil.copytree(datasets / "casualties", folder)
    return folder


@pytest.fixture
def short_suite(tmp_path: Path) -> Path:
    """A suite of one rule, for what the others find."""
    path = tmp_path / "casualties.json"
    rule = {"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 1}}
    path.write_text(json.dumps({"name": "casualties", "expectations": [rule]}))
    return path


def opened(folder: Path, known: Definitions) -> Staged:
    names = tuple(table.name for table in layout(known.datasets[folder.name], known))
    return open_package(folder, names)


def broken(results: list[CheckResult]) -> list[CheckResult]:
    return [result for result in results if not result.success]


def test_every_sound_package_passes_every_rule(
    datasets: Path, built: dict[str, Package], known: Definitions
) -> None:
    for name in built:
        report = check_package(datasets / name, known, VALIDATION / f"{name}.json")
        assert report.sentences() == ()
        report.require()
        suite = load_suite(VALIDATION / f"{name}.json")
        assert {each.rule for each in suite.expectations} <= {each.rule for each in report.results}
        assert len(set(report.summary())) == len(report.summary())


def test_a_refusal_names_the_dataset_the_rule_and_the_rows(
    tmp_path: Path, known: Definitions
) -> None:
    reading = with_figure(harbour(), "2.5 million euros", unit="person")
    write(build_package("aid_amounts", [reading], known, COLLECTION), tmp_path / "aid_amounts")
    report = check_package(tmp_path / "aid_amounts", known, VALIDATION / "aid_amounts.json")
    with pytest.raises(GateRefused) as refused:
        report.require()
    (amount,) = [each for each in reading.figures if each.quote == "2.5 million euros"]
    assert str(refused.value) == (
        "aid_amounts: 1 row breaks the rule “An amount is counted in a currency of three capital "
        f"letters, and in nothing else”: {amount.figure_id}. 1 more rule is broken."
    )
    assert refused.value.exit_code == 1
    assert {result.check for result in report.failures} == {
        "expect_column_values_to_match_regex",
        "units",
    }


def test_a_refusal_names_no_more_than_five_rows() -> None:
    ids = [f"lake-{number:08x}" for number in range(9)]
    result = CheckResult("units", "Boats are counted as boats.", {}, False, 9, tuple(ids[:5]))
    with pytest.raises(
        GateRefused, match=r"^boats: 9 rows break .*: lake-.* and 4 more\.$"
    ) as told:
        Report("boats", (result,)).require()
    assert str(told.value).count("lake-") == 5


def test_a_value_outside_its_categories_is_refused_in_both_twins(
    package: Path, known: Definitions
) -> None:
    def change(rows: Rows) -> None:
        rows[1]["sex"] = "woman"
        rows[2]["figure_id"] = rows[1]["figure_id"]

    change_rows(package, "casualties", change)
    staged = opened(package, known)
    women = staged.rows("casualties")[1]["figure_id"]
    for results in (
        check_resources(staged),
        check_parquet(staged, layout(known.datasets["casualties"], known)),
    ):
        found = [each for each in broken(results) if women in each.figures]
        assert len(found) == 1
        assert found[0].check == "frictionless"


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("spans", "figure_id", "lake-00000000"), ("casualties", "document", "sea")],
)
def test_a_row_whose_key_leads_nowhere_is_refused(
    package: Path, known: Definitions, table: str, column: str, value: str
) -> None:
    def change(rows: Rows) -> None:
        rows[0][column] = value

    change_rows(package, table, change)
    (result, *_) = broken(check_resources(opened(package, known)))
    assert result.parameters == {"path": f"{table}.csv"}
    assert result.unexpected_count >= 1


def test_a_part_of_no_figure_is_refused_where_every_figure_is(
    datasets: Path, built: dict[str, Package], tmp_path: Path, known: Definitions
) -> None:
    folder = tmp_path / "reading"
    shutil.copytree(datasets / "reading", folder)

    def change(rows: Rows) -> None:
        rows[0]["part_of"] = "lake-00000000"

    change_rows(folder, "figures", change)
    (result,) = broken(check_resources(opened(folder, known)))
    assert result.figures == (opened(folder, known).rows("figures")[0]["figure_id"],)


def test_a_changed_byte_of_a_parquet_is_refused_by_frictionless(
    package: Path, known: Definitions
) -> None:
    staged = opened(package, known)
    path = package / "spans.parquet"
    path.write_bytes(path.read_bytes() + b"\0")
    assert {result.parameters["path"] for result in broken(check_resources(staged))} == {
        "spans.parquet"
    }


def test_a_column_of_another_type_is_refused(
    package: Path, known: Definitions, short_suite: Path
) -> None:
    path = package / "spans.parquet"
    table = pq.ParquetFile(path).read()
    index = table.column_names.index("span")
    table = table.set_column(index, "span", table["span"].cast(pa.float64()))
    path.write_bytes(parquet_bytes(table, {}))
    hide(package)
    report = check_package(package, known, short_suite)
    assert "The columns, types and required cells of spans.parquet are those defined." in {
        result.rule for result in report.failures
    }


def test_a_descriptor_that_is_none_is_refused(package: Path, known: Definitions) -> None:
    staged = opened(package, known)
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    descriptor["resources"][0]["schema"]["fields"][0]["type"] = "words"
    path.write_bytes(pretty(descriptor))
    assert broken(check_resources(staged))


@pytest.mark.parametrize(
    ("table", "change", "rule"),
    [
        (
            "casualties",
            lambda row: row.update(number_start=row["number_start"] + 4),
            "Every figure has its own place as its first span.",
        ),
        (
            "casualties",
            lambda row: row.update(figure_id="harbour-2021-00000000"),
            "Every figure_id follows from the words around its number.",
        ),
        (
            "casualties",
            lambda row: row.update(anomalies="garbled_number"),
            "Every anomaly that a row names has its place in the table of anomalies.",
        ),
        (
            "casualties",
            lambda row: row.update(measure="mines_laid"),
            "Every row has a measure of the dataset and meets the condition beside it.",
        ),
    ],
)
def test_a_change_behind_new_checksums_is_refused_by_its_rule(
    package: Path,
    known: Definitions,
    short_suite: Path,
    table: str,
    change: Callable[[dict[str, object]], None],
    rule: str,
) -> None:
    change_rows(package, table, lambda rows: change(rows[0]))
    report = check_package(package, known, short_suite)
    assert rule in {result.rule for result in report.failures}


def test_twins_that_differ_are_refused(
    package: Path, known: Definitions, short_suite: Path
) -> None:
    def change(rows: Rows) -> None:
        rows[0]["value"] = 121.0

    change_rows(package, "casualties", change, twins="parquet")
    report = check_package(package, known, short_suite)
    (result,) = [each for each in report.failures if each.check == "twins"]
    assert result.rule == "casualties.csv and casualties.parquet are equal cell by cell."
    assert result.unexpected_count == 1


def test_a_file_without_its_checksum_is_refused(
    package: Path, known: Definitions, short_suite: Path
) -> None:
    (package / "README.md").write_text("other words")
    report = check_package(package, known, short_suite)
    (result,) = report.failures
    assert result.check == "files"
    assert "README.md: was changed" in result.rule


def test_a_package_without_one_of_its_tables_is_refused(
    package: Path, known: Definitions, short_suite: Path
) -> None:
    (package / "spans.parquet").unlink()
    report = check_package(package, known, short_suite)
    assert "The package holds every table of its definition as CSV and Parquet." in {
        result.rule for result in report.failures
    }


def test_what_is_no_package_or_has_no_suite_is_told(
    package: Path, known: Definitions, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=r"datapackage\.json: there is no readable descriptor"):
        check_package(tmp_path, known, VALIDATION / "casualties.json")
    with pytest.raises(UsageError, match=r"no\.json: there is no such suite"):
        check_package(package, known, tmp_path / "no.json")
    with pytest.raises(UsageError, match="the suite is named 'mines', but the package is"):
        check_package(package, known, VALIDATION / "mines.json")
    fewer = replace(known, datasets={"mines": known.datasets["mines"]})
    with pytest.raises(UsageError, match="the dataset 'casualties' is not defined"):
        check_package(package, fewer, VALIDATION / "casualties.json")


def test_the_gates_are_imported_without_the_libraries_that_they_use() -> None:
    code = (
        "import sys\nimport plainfigures.quality, plainfigures.packages\n"
        "heavy = {'great_expectations', 'frictionless', 'pandas', 'pyarrow', 'jinja2', 'prefect'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(ROOT / "src")})
