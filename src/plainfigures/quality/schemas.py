"""The gate of schemas: Frictionless over every resource, and the Arrow schemas as defined."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from plainfigures.packages import DESCRIPTOR
from plainfigures.packages.layout import TableLayout
from plainfigures.quality.report import CheckResult, broken, together
from plainfigures.quality.staged import Staged


def check_resources(staged: Staged) -> list[CheckResult]:
    """Validate the package as the stock command does: a CSV as a table, a Parquet as a file."""
    from frictionless import FrictionlessException, Package

    try:
        report = Package(str(staged.folder / DESCRIPTOR)).validate()
    except FrictionlessException as error:
        return [_fault(DESCRIPTOR, error.error.message)]
    rows = {f"{name}.csv": staged.rows(name) for name in staged.tables}
    results = [_result(task.place, task.errors, rows.get(task.place, [])) for task in report.tasks]
    results += [_fault(DESCRIPTOR, error.message) for error in report.errors]
    rule = "Frictionless finds every resource valid: bytes, hash, types, constraints and keys."
    return together("frictionless", rule, results)


def check_parquet(staged: Staged, tables: Sequence[TableLayout]) -> list[CheckResult]:
    """Check the schema beside each Parquet file, which the stock command only takes as a file.

    Frictionless reads the Arrow rows under the Table Schema of the resource; the Arrow schema must
    be the one that the definitions give.
    """
    from frictionless import Resource, Schema

    resources = {resource["name"]: resource for resource in staged.descriptor["resources"]}
    schemas, valid = [], []
    for table in tables:
        arrow = staged.tables[table.name]
        rule = f"The columns, types and required cells of {table.parquet} are those defined."
        same = arrow.schema.equals(table.arrow_schema(), check_metadata=False)
        schemas.append(CheckResult("parquet", rule, {"path": table.parquet}, success=same))
        rows = arrow.to_pylist()
        if not rows:
            continue
        # The CSV twin checks the foreign keys.
        schema = {
            key: value
            for key, value in resources[f"{table.name}-parquet"]["schema"].items()
            if key != "foreignKeys"
        }
        report = Resource(data=rows, schema=Schema.from_descriptor(schema)).validate()
        errors = [*report.errors, *(error for task in report.tasks for error in task.errors)]
        valid.append(_result(table.parquet, errors, rows))
    defined = "The columns, types and required cells of every Parquet file are those defined."
    found = "Frictionless finds the rows of every Parquet file valid under their schema."
    return [*together("parquet", defined, schemas), *together("frictionless", found, valid)]


def _result(path: str, errors: Iterable[Any], rows: list[dict[str, Any]]) -> CheckResult:
    found = list(errors)
    if not found:
        return broken("frictionless", f"Frictionless finds {path} valid.", [], {"path": path})
    said = _said(found[0].message)
    named = list(_rows(found, rows))
    if not named:
        return _fault(path, found[0].message)
    return broken(
        "frictionless", f"Frictionless finds {path} valid ({said}).", named, {"path": path}
    )


def _fault(path: str, message: str) -> CheckResult:
    rule = f"Frictionless finds {path} valid ({_said(message)})."
    return CheckResult("frictionless", rule, {"path": path}, success=False)


def _said(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def _rows(errors: Iterable[Any], rows: list[dict[str, Any]]) -> Iterator[str]:
    """The figure ids, else the numbers, of the rows that errors are about; the header is row 1."""
    for error in errors:
        number = getattr(error, "row_number", None)
        if number is not None:
            index = number - 2
            row = rows[index] if 0 <= index < len(rows) else {}
            yield str(row.get("figure_id") or f"row {number - 1}")
