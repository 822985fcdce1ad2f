"""Parts point at their whole, equals at the earlier one, and inherit what the whole states."""

from collections.abc import Callable

from plainfigures.figures import Reading

Read = Callable[..., Reading]


def test_a_breakdown_is_part_of_its_whole_and_takes_its_context(read: Read) -> None:
    reading = read(
        "On 4 June 1997, 613 civilians were killed at Olt, including 106 women, 63 children, "
        "and 70 elderly citizens."
    )
    whole, *parts = reading.figures
    assert [part.part_of for part in parts] == [whole.figure_id] * 3
    assert {part.measure for part in parts} == {"killed"}
    assert {part.period_start for part in parts} == {"1997-06-04"}
    assert [part.own.get("sex") for part in parts] == ["female", None, None]
    assert [part.own.get("age_group") for part in parts] == [None, "child", "elderly"]
    assert {part.own["civilian_status"] for part in parts} == {"civilian"}


def test_the_same_people_in_another_unit_are_the_same(read: Read) -> None:
    first, second = read(
        "A total of 34,500 families (150,000 persons) will return to their lands."
    ).figures
    assert second.same_as == first.figure_id
    assert (first.unit, second.unit) == ("family", "person")
    assert first.measure == second.measure == "return_target"


def test_a_part_above_its_whole_is_an_anomaly_of_the_source(read: Read) -> None:
    reading = read("The blast killed 12 people, including 20 children.")
    assert reading.figures[1].anomalies == ("breakdown_above_whole",)
    assert [one.kind for one in reading.anomalies] == ["breakdown_above_whole"]


def test_parts_of_parts_and_other_measures_are_told_apart(read: Read) -> None:
    def wholes(text: str) -> list[str | None]:
        figures = read(text).figures
        names = {figure.figure_id: figure.quote for figure in figures}
        return [names.get(figure.part_of or "") for figure in figures]

    dead = "412 townsmen"
    assert wholes("They killed 412 townsmen, 88 of them women, 57 of them children.") == [
        None,
        dead,
        dead,
    ]
    assert wholes("Nine guards were injured, two seriously.") == [None, "Nine guards"]
    assert wholes("It killed 26 people, among them seven nuns, and injured 90.")[2] is None


def test_a_number_that_counts_something_else_ends_a_list_of_parts(read: Read) -> None:
    for text in (
        "By noon 187 deaths were confirmed, 64 of them in Sorbo alone, and 23 people are missing.",
        "At least 187 people, among them 64 officers, were killed and more than 23 injured.",
    ):
        whole, part, other = read(text).figures
        assert (part.part_of, other.part_of) == (whole.figure_id, None), text


def test_parts_that_break_a_joined_measure_down_go_on(read: Read) -> None:
    whole, *parts = read("There were 40 casualties, including 12 dead and 28 injured.").figures
    assert [part.part_of for part in parts] == [whole.figure_id] * 2


def test_a_whole_right_after_its_part_is_linked(read: Read) -> None:
    part, whole = read("Only 40 of the 130 exiles had returned.").figures
    assert (part.part_of, whole.part_of) == (whole.figure_id, None)
