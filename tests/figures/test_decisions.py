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
    assert (figure.place, figure.decision, figure.decided) == (
        "north",
        "The place has no name.",
        ("place",),
    )


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("40", 60, 60), ("at least 40", 60, None), ("up to 40", None, 60), ("some 40", None, None)],
)
def test_a_corrected_value_takes_along_the_bounds_that_equal_it(
    read: Read, correction: Decision, words: str, low: float | None, high: float | None
) -> None:
    text = TEXT.replace("40", words)
    figure = read(text).figures[0]
    correction = replace(
        correction, figure_id=figure.figure_id, quote=figure.quote, field="value", was="40",
        value="60",
    )  # fmt: skip
    decided = read(text, (correction,)).figures[0]
    assert (decided.value, decided.value_low, decided.value_high) == (60, low, high)
    assert decided.decided == ("value",)
    assert ("value_low" in decided.rules) >= (low is not None)


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
        correction,
        kind="add",
        figure_id=None,
        quote="Two score families",
        field="measure",
        was=None,
        value="displaced",
    )
    added = [figure for figure in read(TEXT, (add,)).figures if figure.measure == "displaced"]
    assert [(figure.quote, figure.value) for figure in added] == [("Two score families", 40)]


GOOD = """
- figure_id: a-00000000
  quote: x
  field: place
  was: null
  is: Olt
  reason: r
  by: b
  on: "2024-06-01"
- {kind: drop, figure_id: a-00000001, quote: y, reason: r, by: b, on: "2024-06-01"}
- {kind: add, quote: z, field: measure, was: null, is: killed, reason: r, by: b, on: "2024-06-01"}
- {kind: confirm, figure_id: a-00000002, quote: w, reason: r, by: b, on: "2024-06-01"}
"""


def test_a_file_of_decisions_is_read_with_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(GOOD, "utf-8")
    read = load_decisions(path)
    assert [(one.kind, one.line) for one in read] == [
        ("correct", 2),
        ("drop", 10),
        ("add", 11),
        ("confirm", 12),
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            ('on: "2024-06-01"\n- {kind: drop', "on: yesterday\n- {kind: drop"),
            r"yaml:9: .*2024-06-01",
        ),
        (("kind: drop", "kind: mend"), "no kind 'mend'"),
        (("reason: r\n", "reasons: r\n"), "no field 'reasons'"),
        (("kind: drop,", "kind: drop, field: place,"), "has no field; take it out"),
        (("field: measure", "field: place"), "names a measure"),
        (("  by: b\n", ""), "by is missing"),
        (("  is: Olt\n", ""), "yaml:2: is is missing; add it, null for an empty field"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_line(
    tmp_path: Path, change: tuple[str, str], sentence: str
) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(GOOD.replace(*change, 1), "utf-8")
    with pytest.raises(SourceError, match=sentence):
        load_decisions(path)
