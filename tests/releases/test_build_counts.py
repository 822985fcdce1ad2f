"""Changes: what a build says of the rows of a package is what `plainfigures diff` says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plainfigures.figures import Reading
from plainfigures.packages.changes import compare, counted_rows, report
from plainfigures.releases.words import row_counts
from tests.releases.sample import Rows, built, changed, compared, edited, harbour, lake, without


def alone(reading: Reading) -> Reading:
    return replace(reading, anomalies=(), coverage=(), decisions=())


def as_it_was(reading: Reading) -> Reading:
    return edited(reading, "The Long", "The Long")


BEFORE = as_it_was(harbour())


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ([BEFORE], [edited(harbour(), "The Long", "A word.\n\nThe Long")], "8 rows moved within"),
        (
            [BEFORE],
            [edited(harbour(), "120 villagers", "120 peasants")],
            "3 rows re-identified, 5 moved within the document",
        ),
        ([BEFORE], [edited(harbour(), "120 vill", "140 vill")], "1 row changed, 2 re-identified"),
        ([alone(lake())], [BEFORE, alone(lake())], "8 rows added"),
        ([BEFORE], [without(BEFORE, "14 deminers")], "1 row withdrawn"),
    ],
)
def test_a_build_and_a_diff_count_alike(
    tmp_path: Path, was: list[Reading], now: list[Reading], words: str
) -> None:
    (tmp_path / "p").mkdir()
    old, new = built(tmp_path / "p/old", was), built(tmp_path / "p/new", now)
    change = compare("casualties", "casualties", new, old)
    assert change.words() == row_counts(compared(old, new).main_rows)
    assert change.words().startswith(words)


def one_of_each(rows: Rows) -> None:
    rows.pop()
    rows[0].update(value=121.0)
    rows[1].update(start=7)
    rows[2].update(figure_id="harbour-2021-0000000b")
    rows.append({**rows[3], "figure_id": "harbour-2021-0000000c", "quote": "x", "paragraph": 99})


def twice_at_a_place(rows: Rows) -> None:
    # Each of them may be the one that is gone, so none is.
    for name in "ab":
        rows.append({**rows[0], "figure_id": f"harbour-2021-0000000{name}"})
    rows.pop(0)


@pytest.mark.parametrize("change", [one_of_each, twice_at_a_place])
def test_rows_that_are_changed_by_hand_are_counted_alike(
    package: Path, change: Callable[[Rows], None]
) -> None:
    new = changed(package, "casualties", change)
    told = compare("casualties", "casualties", new, package)
    assert told.words() == row_counts(compared(package, new).main_rows)


def test_a_figure_that_is_named_by_its_new_id_is_the_same(package: Path) -> None:
    def rename(rows: list[dict[str, Any]]) -> None:
        whole = rows[0]["figure_id"]
        for row in rows:
            for column in ("figure_id", "part_of", "same_as"):
                if row[column] == whole:
                    row[column] = "harbour-2021-0000000b"

    new = changed(package, "casualties", rename)
    told = compare("casualties", "casualties", new, package)
    assert told.words() == "1 row re-identified" == row_counts(compared(package, new).main_rows)


def test_the_report_names_rows_by_what_became_of_them(package: Path) -> None:
    new = changed(package, "casualties", one_of_each)
    text = report([compare("casualties", "casualties", new, package)])
    assert "| casualties | 10 | 10 | 1 row withdrawn, 1 changed, 1 re-identified" in text
    assert "- re-identified: harbour-2021-0000000b\n" in text
    assert "- added: harbour-2021-0000000c\n" in text


def test_counts_in_words() -> None:
    assert counted_rows({"withdrawn": 0, "changed": 1, "added": 2}) == "1 row changed, 2 added"
    assert counted_rows({"added": 2}) == "2 rows added"
    assert counted_rows({}) == ""


def test_a_package_that_is_new_or_gone_is_told(package: Path, tmp_path: Path) -> None:
    none = tmp_path / "none"
    assert compare("casualties", "casualties", package, none).words() == "new"
    assert compare("casualties", "casualties", none, package).words().startswith("removed")
    assert compare("casualties", "casualties", package, package).words() == "as before"
