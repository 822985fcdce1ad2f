"""The gate of accounts: coverage and anomalies agree with the figures that they speak of."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from plainfigures.packages.rows import JOIN
from plainfigures.quality.report import CheckResult, broken

Row = Mapping[str, Any]


def check_anomalies(figures: Sequence[Row], anomalies: Sequence[Row]) -> CheckResult:
    """Every kind of anomaly that a row names has its place in the table of anomalies."""
    known = {
        (figure_id, row["kind"])
        for row in anomalies
        for figure_id in (row["figures"] or "").split(JOIN)
    }
    return broken(
        "accounts",
        "Every anomaly that a row names has its place in the table of anomalies.",
        [
            row["figure_id"]
            for row in figures
            if any(
                (row["figure_id"], kind) not in known
                for kind in (row["anomalies"] or "").split(JOIN)
                if kind
            )
        ],
    )


def check_coverage(figures: Sequence[Row], coverage: Sequence[Row]) -> list[CheckResult]:
    """Every number is part of a figure or set aside for a reason, and every figure has a number."""
    covered = {row["figure_id"] for row in coverage}
    return [
        broken(
            "accounts",
            "Every number is part of a figure or set aside for a reason, never both.",
            [
                f"{row['document']} at {row['start']}"
                for row in coverage
                if (row["figure_id"] is None) == (row["reason"] is None)
            ],
        ),
        broken(
            "accounts",
            "No two numbers of a document overlap.",
            [
                f"{right['document']} at {right['start']}"
                for left, right in pairwise(coverage)
                if left["document"] == right["document"] and left["end"] > right["start"]
            ],
        ),
        broken(
            "accounts",
            "Every figure accounts for a number of its document.",
            [row["figure_id"] for row in figures if row["figure_id"] not in covered],
        ),
    ]
