"""Stories: what is told of each row, so that a reader sees what changed, and no more than that."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plainfigures.figures import Reading
from plainfigures.releases.difference import PackageDiff
from plainfigures.releases.reasons import RowChange
from plainfigures.releases.stated import StatedRow, replacements
from plainfigures.releases.stories import row_groups
from plainfigures.releases.text import as_text
from tests.releases.sample import Rows, built, changed, compared, edited, harbour, without

OTHER = "harbour-2021-0000000a"


def told(diff: PackageDiff, verbose: bool = False) -> dict[str, list[str]]:
    """What is told of the main table: sentences by title."""
    return {
        group.title: ["; ".join(story.told) for story in group.stories]
        for group in row_groups(diff, diff.main_rows, verbose=verbose)
    }


def alone(reading: Reading) -> Reading:
    return replace(reading, anomalies=(), coverage=(), decisions=())


@pytest.fixture
def compare_texts(tmp_path: Path) -> Callable[[Reading, Reading], PackageDiff]:
    (tmp_path / "p").mkdir()

    def compare(was: Reading, now: Reading) -> PackageDiff:
        return compared(
            built(tmp_path / "p" / "old", [was]), built(tmp_path / "p" / "new", [now]), [now]
        )

    return compare


def test_a_row_that_is_gone_or_new_says_what_it_states(
    compare_texts: Callable[[Reading, Reading], PackageDiff],
) -> None:
    less = without(alone(harbour()), "14 deminers")
    gone = told(compare_texts(alone(harbour()), less))
    assert gone == {"withdrawn": ["“14 deminers”: killed 14 person; no longer read as a figure"]}


def test_a_row_that_is_new_says_what_it_states(
    compare_texts: Callable[[Reading, Reading], PackageDiff],
) -> None:
    less = without(alone(harbour()), "14 deminers")
    assert told(compare_texts(less, alone(harbour()))) == {
        "added": ["“14 deminers”: killed 14 person"]
    }


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"measure": "pledged", "value": "3", "value_low": "3", "unit": "USD"}, "pledged 3 USD"),
        (
            {"measure": "pledged", "value": None, "value_low": "3", "value_high": "4"},
            "pledged 3-4",
        ),
        ({"measure": "killed", "value": None, "unit": "person"}, "killed (no value) person"),
        ({"value": "7", "unit": "lamp"}, "7 lamp"),
    ],
)
def test_measure_value_and_unit_in_words(cells: dict[str, str | None], words: str) -> None:
    assert StatedRow("a", cells, {}).words == words


def move_to(change: dict[str, Any]) -> Callable[[Rows], None]:
    """The first row withdrawn, and another like it added, but for `change`."""

    def apply(rows: Rows) -> None:
        gone = rows.pop(0)
        rows.append({**gone, "figure_id": OTHER, **change})

    return apply


@pytest.mark.parametrize(
    "change",
    [
        {"measure": "injured", "quote": "130 villagers", "value": 130.0},
        {"measure": "injured", "start": 9, "number_start": 9, "number_end": 12},
        {"measure": "injured", "quote": "1,300 of them", "number_end": 999},
    ],
)
def test_two_figures_at_one_place_are_told_together(package: Path, change: dict[str, Any]) -> None:
    diff = compared(package, changed(package, "casualties", move_to(change)))
    counts = diff.main_rows.counts
    assert (counts[RowChange.WITHDRAWN], counts[RowChange.ADDED]) == (1, 1)
    assert list(diff.replaced.values()) == [OTHER]
    ((title, (sentence,)),) = told(diff).items()
    assert title == "replaced"
    assert "“120 villagers”: killed 120 person -> " in sentence
    assert "injured" in sentence
    assert as_text(diff, 20).startswith("casualties 1.0.0 -> 1.1.0 (minor): 1 row withdrawn, 1 add")


def test_figures_of_other_places_are_told_apart(package: Path) -> None:
    change = {"measure": "injured", "paragraph": 9, "start": 9, "number_start": 9, "number_end": 12}
    diff = compared(package, changed(package, "casualties", move_to(change)))
    assert diff.replaced == {}
    assert set(told(diff)) == {"withdrawn", "added"}


def test_what_stands_twice_at_a_place_replaces_nothing() -> None:
    place = {"document": "d", "paragraph": 1, "number_start": 3, "number_end": 5}
    one, other, new = (StatedRow(name, {}, place) for name in "abc")
    assert replacements([one, other], [new]) == {}
    assert replacements([one], [new]) == {"a": "c"}
    elsewhere = StatedRow("b", {}, {**place, "number_start": 4})
    assert replacements([elsewhere, one], [new]) == {"a": "c"}


def test_one_word_that_changed_is_told_in_few_words(
    compare_texts: Callable[[Reading, Reading], PackageDiff],
) -> None:
    diff = compare_texts(
        edited(harbour(), "Land\n\n", "Land\n\n"),
        edited(harbour(), "120 villagers", "120 peasants"),
    )
    rows = told(diff)["re-identified"]
    assert rows[0].count("sentence: ") == 1
    assert rows[1].endswith("; in the same sentence")
    assert rows[2].endswith("; quote: 120 villagers -> 120 peasants")
    assert "number_start" not in as_text(diff, 20)
    assert "spans: 3 rows changed, 5 moved within the document" in as_text(diff, 20)
    assert len(as_text(diff, 20).splitlines()) < 20
    whole = as_text(diff, None, verbose=True)
    assert whole.count("sentence: ") == 3
    assert "number_start: 98 -> 97" in whole
    assert "text: …border war" in whole


def test_bounds_that_follow_their_value_are_told_on_demand(package: Path) -> None:
    def change(rows: Rows) -> None:
        rows[0].update(value=121.0, value_low=121.0, value_high=121.0)
        rows[1].update(value_low=40.0)

    diff = compared(package, changed(package, "casualties", change))
    assert told(diff) == {"changed": ["value: 120 -> 121", "value_low: 45 -> 40"]}
    assert "value_high: 120 -> 121" in told(diff, verbose=True)["changed"][0]


def test_tables_beside_are_told_where_the_main_one_stands(package: Path) -> None:
    diff = compared(package, changed(package, "anomalies", lambda rows: [rows.pop(0)]))
    text = as_text(diff, 20)
    assert "rows of anomalies" in text.splitlines()[0]
    assert "  withdrawn\n    harbour-2021, " in text
