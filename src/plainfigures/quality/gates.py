"""The gates of a staged package, one after the other, and their report."""

from pathlib import Path

from plainfigures import client
from plainfigures.definitions import Definitions
from plainfigures.errors import UsageError
from plainfigures.packages.layout import layout
from plainfigures.quality.accounts import check_anomalies, check_coverage
from plainfigures.quality.expectations import check_expectations
from plainfigures.quality.frame import expectation_frame
from plainfigures.quality.links import check_links
from plainfigures.quality.membership import check_membership
from plainfigures.quality.provenance import check_provenance
from plainfigures.quality.report import CheckResult, Report, sort_key, together
from plainfigures.quality.schemas import check_parquet, check_resources
from plainfigures.quality.staged import open_package, package_name
from plainfigures.quality.suites import load_suite
from plainfigures.quality.twins import check_twins
from plainfigures.quality.units import check_units


def check_package(folder: Path, definitions: Definitions, suite_path: Path) -> Report:
    """Run every gate over the package in a folder, with the suite of its dataset.

    Raises UsageError for a suite or a folder that cannot be used. A broken rule raises nothing: it
    is in the report, whose `require` refuses.
    """
    suite = load_suite(suite_path)
    name = package_name(folder)
    dataset = definitions.datasets.get(name)
    if dataset is None:
        known = ", ".join(definitions.datasets)
        raise UsageError(f"{folder}: the dataset {name!r} is not defined; defined are {known}.")
    if suite.name != name:
        raise UsageError(
            f"{suite_path}: the suite is named {suite.name!r}, but the package is {name!r}; "
            "give both one name."
        )
    whole = _check_files(folder)
    tables = layout(dataset, definitions)
    try:
        staged = open_package(folder, tuple(table.name for table in tables))
    except ValueError:
        rule = "The package holds every table of its definition as CSV and Parquet."
        return Report(name, (whole, CheckResult("files", rule, {}, success=False)))
    results = [whole, *check_resources(staged), *check_parquet(staged, tables)]
    results += together(
        "twins",
        "The CSV and the Parquet form of every table are equal cell by cell.",
        (
            check_twins(each.name, staged.csv[each.name], staged.tables[each.name])
            for each in tables
        ),
    )
    # The rules below need the columns that these have found in order.
    if all(result.success for result in results if result.check == "parquet"):
        figures = staged.rows(dataset.table)
        results.append(check_membership(figures, dataset, definitions))
        results += check_units(figures, definitions)
        results += check_links(figures)
        results += check_provenance(figures, staged.rows("spans"), staged.rows("paragraphs"))
        results.append(check_anomalies(figures, staged.rows("anomalies")))
        if dataset.holds_all:
            results += check_coverage(figures, staged.rows("coverage"))
        frame = expectation_frame(staged.tables, dataset.table)
        results += check_expectations(frame, suite)
    return Report(name, tuple(sorted(results, key=sort_key)))


def _check_files(folder: Path) -> CheckResult:
    rule = "Every file has its checksum, and every quote is the text of its paragraph."
    problems = client.verify(folder)
    if problems:
        rule = f"{rule} ({problems[0].file}: {problems[0].sentence})"
    return CheckResult("files", rule, {}, not problems, len(problems))
