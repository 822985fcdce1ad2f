"""The gate of schemas: Frictionless over every resource, and the Arrow schemas as defined."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from plainfigures.packages import DESCRIPTOR
from plainfigures.packages.layout import TableLayout
from plainfigures.quality.report import CheckResult, broken
from plainfigures.quality.staged import Staged


def check_resources(staged: Staged) -> list[CheckResult]:
    """Validate the package as the stock command does: a CSV as a table, a Parquet as a file."""
    from frictionless import FrictionlessException, Package

    try:
        report = Package(str(staged.folder / DESCRIPTOR)).validate()
    except FrictionlessException as error:
        return [_descriptor_fault(error.error.message)]
    rows = {f"{name}.csv": staged.rows(name) for name in staged.tables}
    results = [
        _result(
            f"Frictionless finds {task.place} valid: bytes, hash, types, constraints and keys.",
            task.place,
            task.errors,
            rows.get(task.place, []),
        )
        for task in report.tasks
    ]
    general = [error.message for error in report.errors]
    if general:
        results.append(_descriptor_fault(general[0]))
    return results


def check_parquet(staged: Staged, tables: Sequence[TableLayout]) -> list[CheckResult]:
    """Check the schema beside each Parquet file, which the stock command only takes as a file.

    Frictionless reads the Arrow rows under the Table Schema of the resource; the Arrow schema must
    be the one that the definitions give.
    """
    from frictionless import Resource, Schema

    resources = {resource["name"]: resource for resource in staged.descriptor["resources"]}
    results = []
    for table in tables:
        arrow = staged.tables[table.name]
        rule = f"The columns, types and required cells of {table.parquet} are those defined."
        same = arrow.schema.equals(table.arrow_schema(), check_metadata=False)
        results.append(CheckResult("parquet", rule, {"path": table.parquet}, success=same))
        # The CSV twin checks the foreign keys.
        schema = {
            key: value
            for key, value in resources[f"{table.name}-parquet"]["schema"].items()
            if key != "foreignKeys"
        }
        rows = arrow.to_pylist()
        report = Resource(data=rows, schema=Schema.from_descriptor(schema)).validate()
        results.append(
            _result(
                f"Frictionless finds the rows of {table.parquet} valid under their schema.",
                table.parquet,
                [error for task in report.tasks for error in task.errors],
                rows,
            )
            if rows
            else broken("frictionless", f"{table.parquet} has no rows to check.", [])
        )
    return results


def _descriptor_fault(message: str) -> CheckResult:
    rule = f"Frictionless finds the descriptor valid ({' '.join(message.split())})."
    return CheckResult("frictionless", rule, {"path": DESCRIPTOR}, success=False)


def _result(rule: str, path: str, errors: Iterable[Any], rows: list[dict[str, Any]]) -> CheckResult:
    found = list(errors)
    named = list(_rows(found, rows))
    if found and not named:
        said = " ".join(found[0].message.split()).rstrip(".")
        return CheckResult("frictionless", f"{rule} ({said}.)", {"path": path}, success=False)
    return broken("frictionless", rule, named, {"path": path})


def _rows(errors: Iterable[Any], rows: list[dict[str, Any]]) -> Iterator[str]:
    """The figure ids, else the numbers, of the rows that errors are about; the header is row 1."""
    for error in errors:
        number = getattr(error, "row_number", None)
        if number is not None:
            index = number - 2
            row = rows[index] if 0 <= index < len(rows) else {}
            yield str(row.get("figure_id") or f"row {number - 1}")
