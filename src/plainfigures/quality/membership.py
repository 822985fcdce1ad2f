"""The gate of membership: figures stand in the datasets that list their measure, in no other."""

from collections.abc import Mapping, Sequence
from typing import Any

from plainfigures.definitions import Dataset, Definitions
from plainfigures.packages.rows import JOIN
from plainfigures.quality.report import CheckResult, broken


def check_membership(
    rows: Sequence[Mapping[str, Any]], dataset: Dataset, definitions: Definitions
) -> CheckResult:
    """Compare the rows of a main table with the measures, and their conditions, of the dataset.

    Where the dataset holds all, the datasets that each row names are compared with the definitions.
    """
    if dataset.holds_all:
        others = [each for each in definitions.datasets.values() if not each.holds_all]
        rule = "Every figure names the datasets that list its measure under a condition it meets."
        wrong = [
            row["figure_id"]
            for row in rows
            if (row["datasets"] or "")
            != JOIN.join(sorted(each.name for each in others if _belongs(row, each)))
        ]
    else:
        rule = "Every row has a measure of the dataset and meets the condition beside it."
        wrong = [row["figure_id"] for row in rows if not _belongs(row, dataset)]
    return broken("membership", rule, wrong)


def _belongs(row: Mapping[str, Any], dataset: Dataset) -> bool:
    return any(
        listing.measure == row["measure"]
        and all(row[column] in values for column, values in listing.when.items())
        for listing in dataset.listings
    )
