"""JSON: a comparison in full, in the form of `diff-1.schema.json`."""

from pathlib import Path
from typing import Any

from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.reasons import RowChange

FORMAT_VERSION = 1
SCHEMA = f"diff-{FORMAT_VERSION}.schema.json"


def as_json(diff: PackageDiff) -> dict[str, Any]:
    """The comparison as JSON values; every row and every cell that differs is in it."""
    return {
        "format_version": FORMAT_VERSION,
        "dataset": diff.dataset,
        "equal": diff.equal,
        "version_before": diff.version_before,
        "version": diff.version,
        "level": None if diff.level is None else diff.level.value,
        "next_version": str(diff.next_version),
        "reasons": [reason.word for reason in diff.reasons],
        "changes": [
            {
                "reason": change.reason.word,
                "level": change.reason.level.value,
                "place": change.place,
                "was": change.was,
                "now": change.now,
            }
            for change in diff.changes
        ],
        "tables": [
            {
                "table": table.table,
                "rows_before": table.before,
                "rows": table.now,
                "reordered": table.reordered,
                **{change.value: table.counts.get(change, 0) for change in RowChange},
            }
            for table in diff.tables
        ],
        "rows": _rows(diff),
        "not_compared": [
            {"place": each.place, "why": each.why.value, "words": each.words}
            for each in diff.not_compared
        ],
    }


def schema_bytes() -> bytes:
    """The JSON Schema of that form."""
    return (Path(__file__).parent / SCHEMA).read_bytes()


def _rows(diff: PackageDiff) -> list[dict[str, Any]]:
    """An object for each row that differs, its cells gathered in it."""
    rows: dict[tuple[str, str, str], dict[str, Any]] = {}
    for record in diff.rows.to_pylist():
        key = record["table"], record["change"], record["row"]
        row = rows.setdefault(key, {**dict(zip(("table", "change", "row"), key, strict=True))})
        if record["row_before"] is not None:
            row["row_before"] = record["row_before"]
        if record["column"] is not None:
            cell = {"column": record["column"], "was": record["was"], "now": record["now"]}
            row.setdefault("cells", []).append(cell)
            continue
        quote = record["was"] if record["was"] is not None else record["now"]
        for name, value in (
            ("quote", quote),
            ("reason", record["reason"]),
            ("words", record["words"]),
        ):
            if value is not None:
                row[name] = value
        cells = _stated(diff, record)
        if cells:
            row["cells"] = cells
    return list(rows.values())


def _stated(diff: PackageDiff, record: dict[str, str | None]) -> list[dict[str, str | None]]:
    """What a withdrawn or added row of the main table states, as cells of one side."""
    if record["table"] != diff.main:
        return []
    gone = record["change"] == RowChange.WITHDRAWN.value
    stated = (diff.gone if gone else diff.come).get(record["row"] or "")
    return [
        {"column": name, "was": cell if gone else None, "now": None if gone else cell}
        for name, cell in (stated.cells.items() if stated else ())
        if cell is not None
    ]
