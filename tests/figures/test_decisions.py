"""A decision corrects a reading, and is refused as soon as it no longer fits."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plainfigures.errors import SourceError
from plainfigures.figures import Decision, Reading, load_decisions

Read = Callable[..., Reading]

TEXT = "In the north the storm killed 40 villagers. Two score families sat in the school."


@pytest.fixture
def correction(read: Read) -> Decision:
    figure = read(TEXT).figures[0]
    return Decision(
        "correct", figure.figure_id, figure.quote, "place", figure.place, "north",
        "The place has no name.", "A. Maintainer", "2024-06-01", 3,
    )  # fmt: skip


def test_a_correction_sets_the_field_and_gives_its_reason(read: Read, correction: Decision) -> None:
    figure = read(TEXT, (correction,)).figures[0]
    assert (figure.place, figure.decision, figure.decided) == ("north", "The place has no name.", ("place",))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"figure_id": "test-00000000"}, "has no figure test-00000000"),
        ({"quote": "41 villagers"}, "now quotes"),
        ({"was": "Olt"}, "is now read as"),
        ({"value": "Atlantis"}, "not words of the document"),
        ({"field": "quote"}, "cannot set the field"),
        ({"field": "qualifier", "was": "exact", "value": "perhaps"}, "has no category"),
    ],
)
def test_a_decision_that_no_longer_fits_is_refused_with_its_line(
    read: Read, correction: Decision, change: dict[str, str], sentence: str
) -> None:
    with pytest.raises(SourceError, match=sentence) as refused:
        read(TEXT, (replace(correction, **change),))  # type: ignore[arg-type]
    assert "decisions.yaml:3:" in str(refused.value)


def test_a_decision_that_the_reader_has_caught_up_with_is_to_be_deleted(
    read: Read, correction: Decision
) -> None:
    caught_up = replace(correction, field="measure", was="displaced", value="killed")
    with pytest.raises(SourceError, match="delete it"):
        read(TEXT, (caught_up,))


def test_a_figure_can_be_dropped_confirmed_and_added(read: Read, correction: Decision) -> None:
    drop = replace(correction, kind="drop", field=None, was="killed", value=None)
    reading = read(TEXT, (drop,))
    assert correction.figure_id not in {figure.figure_id for figure in reading.figures}
    confirm = replace(correction, kind="confirm", field="measure", was="killed", value="killed")
    assert read(TEXT, (confirm,)).figures[0].decision is None
    add = replace(
        correction, kind="add", figure_id=None, quote="Two score families", field="measure", was=None, value="displaced"
    )
    added = [figure for figure in read(TEXT, (add,)).figures if figure.measure == "displaced"]
    assert [(figure.quote, figure.value) for figure in added] == [("Two score families", 40)]


def test_a_wrong_file_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("- figure_id: a-00000000\n  quote: x\n  reason: r\n  by: b\n  on: yesterday\n", "utf-8")
    with pytest.raises(SourceError, match=r"decisions\.yaml:5: .*2024-06-01"):
        load_decisions(path)
