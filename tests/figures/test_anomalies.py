"""What a careful editor would flag is marked, and the figure keeps what the text says."""

from collections.abc import Callable

import pytest

from plainfigures.figures import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bank gave 270\u20ac million in aid.", "garbled_number"),
        ("The almost 30 \u2011 year \u2011 long siege ended.", "garbled_hyphen"),
        ("Exports fell by 8.2 percent.Thus trade shrank.", "missing_space"),
        ("They gave $5 million in aid.", "ambiguous_currency"),
        ("The raid on 31 June 2001 killed 4 people.", "impossible_date"),
        ("A one-sided view. It was a onesided view of 3 events.", "lost_hyphen"),
    ],
)
def test_an_anomaly_has_its_kind_and_its_place(read: Read, text: str, kind: str) -> None:
    reading = read(text)
    (anomaly,) = reading.anomalies
    assert anomaly.kind == kind
    assert 0 <= anomaly.start < anomaly.end <= len(text)


def test_an_event_dated_after_the_document_is_an_anomaly(read: Read) -> None:
    reading = read("The raid of 13 September 2024 killed four soldiers.", date="2024-04-05")
    (figure,) = reading.figures
    assert figure.anomalies == ("date_after_document",)
    assert figure.period_start == "2024-09-13"


@pytest.mark.parametrize(
    "text",
    [
        "The contingent of 2,000 men will stay until at least November 2025.",
        "It is envisaged to resettle 500 families by 2050.",
        "Effective 1 August 2024, the ministry is ending the posting of 40 guards.",
    ],
)
def test_a_date_that_is_planned_is_none(read: Read, text: str) -> None:
    assert not read(text, date="2024-04-05").anomalies


def test_a_pull_quote_is_an_anomaly_and_one_that_differs_is_inexact(read: Read) -> None:
    told = "the river took seven houses and three bridges in one single night of rain"
    reading = read(f"They say that {told}.\n\nThe{told[3:]}\n")
    assert [one.kind for one in reading.anomalies] == ["inexact_repeat", "repeat"]
