"""Rows: what belongs to a dataset, in which order, and what is told of it elsewhere."""

import pytest

from plainfigures.definitions import Definitions
from plainfigures.packages import rows
from tests.packages.planted import with_figure
from tests.packages.sample import harbour, lake


def quotes(name: str, known: Definitions) -> list[str]:
    return [
        str(row["quote"]) for row in rows.figure_rows(known.datasets[name], [lake(), harbour()])
    ]


def test_a_figure_of_two_datasets_stands_in_both_and_says_so(known: Definitions) -> None:
    for name, other in (("casualties", "mines"), ("mines", "casualties")):
        found = rows.figure_rows(known.datasets[name], [harbour()])
        (deminers,) = [row for row in found if row["quote"] == "14 deminers"]
        assert deminers["also_in"] == other


def test_a_figure_of_one_dataset_is_also_in_none(known: Definitions) -> None:
    found = rows.figure_rows(known.datasets["return_targets"], [harbour(), lake()])
    assert [(row["quote"], row["also_in"]) for row in found] == [("800 families", None)]


def test_reading_holds_every_figure_and_names_its_datasets(known: Definitions) -> None:
    found = rows.figure_rows(known.datasets["reading"], [harbour(), lake()])
    assert len(found) == len(harbour().figures) + len(lake().figures)
    named = {row["quote"]: row["datasets"] for row in found}
    assert named["14 deminers"] == "casualties; mines"
    assert named["4 parishes"] is None


def test_rows_stand_in_the_order_of_documents_and_places(known: Definitions) -> None:
    assert quotes("casualties", known) == [
        "120 villagers",
        "45 women",
        '30 "children"',
        "About 3,400 families",
        "15,000 persons",
        "14 deminers",
        "30 guards",
        "33 were recruits",
        "Hundreds of fishermen",
        "120 villagers",
    ]


def test_a_repeat_is_a_further_span_and_no_row(known: Definitions) -> None:
    dataset = known.datasets["casualties"]
    found = [
        row
        for row in rows.span_rows(dataset, [harbour()])
        if row["quote"] == "About 3,400 families"
    ]
    assert [(row["span"], row["paragraph"]) for row in found] == [(1, 2), (2, 4)]
    assert quotes("casualties", known).count("About 3,400 families") == 1


def test_only_paragraphs_with_a_figure_or_an_anomaly_are_quoted(known: Definitions) -> None:
    def cited(name: str) -> list[tuple[object, object]]:
        found = rows.paragraph_rows(known.datasets[name], [harbour(), lake()])
        return [(row["document"], row["paragraph"]) for row in found]

    assert cited("mines") == [("harbour-2021", 3)]
    # The title of each document holds no number and stays out of every package.
    assert ("harbour-2021", 1) not in cited("reading")
    assert ("lake", 2) in cited("reading")


def test_only_cited_documents_are_listed_but_reading_lists_all(known: Definitions) -> None:
    def listed(name: str) -> list[object]:
        found = rows.document_rows(known.datasets[name], [harbour(), lake()])
        return [row["document"] for row in found]

    assert listed("mines") == ["harbour-2021"]
    assert listed("reading") == ["harbour-2021", "lake"]


def test_an_anomaly_stands_where_it_touches_a_figure(known: Definitions) -> None:
    def kinds(name: str) -> list[object]:
        found = rows.anomaly_rows(known.datasets[name], [harbour(), lake()])
        return [row["kind"] for row in found]

    assert kinds("casualties") == ["breakdown_above_whole", "date_after_document"]
    assert kinds("mines") == []


def test_a_number_is_part_of_a_figure_or_has_a_reason(known: Definitions) -> None:
    found = rows.coverage_rows(known.datasets["reading"], [lake()])
    assert [(row["token"], row["reason"]) for row in found] == [
        ("Hundreds", None),
        ("120", None),
        ("4", None),
        ("2031", "date"),
    ]


def test_a_confirmed_row_does_not_stand_by_a_correction(known: Definitions) -> None:
    dataset = known.datasets["casualties"]
    confirmed = with_figure(harbour(), "45 women", decision="Read again, word for word.")
    assert [each.quote for each in rows.corrected(dataset, confirmed)] == ['30 "children"']


@pytest.mark.parametrize("table", ["spans", "paragraphs", "documents", "anomalies"])
def test_no_row_of_a_table_stands_twice(table: str, known: Definitions) -> None:
    found = rows.TABLES[table](known.datasets["casualties"], [harbour(), lake()])
    keys = [tuple(row[name] for name in known.tables[table].primary_key) for row in found]
    assert len(set(keys)) == len(keys)
