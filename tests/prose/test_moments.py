"""Words of time without a date: which of them say when, and what a calendar makes of them."""

from collections.abc import Callable

import pytest

from plainfigures.prose.periods.periods import periods
from plainfigures.prose.quantities.scan import Scan

ScanText = Callable[[str], Scan]
DATE = "2024-04-05"  # a Friday


def read(
    scan: Scan, text: str, date: str | None = DATE
) -> list[tuple[str, str | None, str | None]]:
    """Words, start and end of the periods of a text."""
    start, end = scan.tokens.start, scan.tokens.end
    return [(text[start[p.first] : end[p.last - 1]], p.start, p.end) for p in periods(scan, date)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About 90 families were moved overnight.", "overnight"),
        ("On Friday evening 12 people were hurt.", "Friday evening"),
        ("The army said Tuesday that 14 men died.", "Tuesday"),
        ("In the first half 14 men died.", "the first half"),
        ("In the opening quarter imports fell 3 per cent.", "the opening quarter"),
        ("First-quarter exports fell 8 per cent.", "First-quarter"),
        ("That winter 90 people froze.", "That winter"),
        ("In one winter 90 people froze.", "one winter"),
        ("Every spring 20 people drown.", "Every spring"),
        ("This rainy season 20 people drowned.", "This rainy season"),
        ("In a single week 20 people drowned.", "a single week"),
        ("In the weeks that followed 20 people drowned.", "the weeks that followed"),
        ("In the two weeks that followed 20 drowned.", "In the two weeks that followed"),
        ("In recent weeks 20 people drowned.", "recent weeks"),
        ("For decades 400 people lived there.", "For decades"),
        ("Some 40 drowned the week before.", "the week before"),
        ("A year earlier 40 drowned.", "A year earlier"),
        ("Some 40 drowned the year before the war.", "the year before the war"),
        ("On the night of the attack 40 died.", "the night of the attack"),
        ("Since the beginning of the rains 40 died.", "Since the beginning of the rains"),
        ("By Christmas 40 will be home.", "By Christmas"),
        ("At dawn on Monday 40 men left.", "dawn on Monday"),
        ("In the early hours of Sunday 40 men left.", "the early hours of Sunday"),
        ("Later that year 40 men left.", "Later that year"),
        ("Since then 40 men have left.", "Since then"),
        ("They get $40 over three years.", "over three years"),
        ("Between Monday and Thursday 40 men left.", "Between Monday and Thursday"),
        ("From May to the end of July 40 men left.", "From May to the end of July"),
        ("From Friday night until Sunday 40 men left.", "From Friday night until Sunday"),
        ("At the height of the war 40 men left.", "the height of the war"),
    ],
)
def test_a_moment_is_read_with_its_words(scan_text: ScanText, text: str, words: str) -> None:
    assert [one for one, _, _ in read(scan_text(text), text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Bloody Sunday cost 14 lives.",
        "The Sunday Times counted 14 dead.",
        "The Easter Agreement freed 300 men.",
        "They said that day labourers earned $4.",
        "At the end of the day 12 people stayed.",
        "They were paid $4 by the week.",
        "The second half of the convoy held 20 trucks.",
        "After the fall of the city 300 men left.",
        "It was the worst flood in a decade, with 300 dead.",
        "It was the highest toll since 2009.",
        "Forty died after an explosion.",
        "Forty died in a year-long siege.",
    ],
)
def test_other_words_of_time_say_nothing_of_a_figure(scan_text: ScanText, text: str) -> None:
    assert read(scan_text(text), text) == []


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("By the end of next year", "By the end of next year", None, "2025-12"),
        ("By last year's end", "By last year's end", None, "2023-12"),
        ("In the first half of last year", "first half of last year", "2023-01", "2023-06"),
        ("In the last six months of 2019", "last six months of 2019", "2019-07", "2019-12"),
        ("In the first nine months of 2021", "first nine months of 2021", "2021-01", "2021-09"),
        ("In March last year", "March last year", "2023-03", "2023-03"),
        ("In mid-March", "mid-March", "2024-03", "2024-03"),
        ("In the year to March 2023", "the year to March 2023", "2022-04", "2023-03"),
        ("Since last Thursday", "Since last Thursday", "2024-04-04", None),
        ("Since Friday", "Since Friday", "2024-03-29", None),
        ("Last night", "Last night", "2024-04-04", "2024-04-04"),
        ("Since autumn", "Since autumn", "2023-09", None),
        ("Last summer", "Last summer", "2023-06", "2023-08"),
        ("Last quarter", "Last quarter", "2024-01", "2024-03"),
        ("A decade ago", "A decade ago", "2014", "2014"),
        ("On Monday", "Monday", None, None),
        ("In the second quarter", "the second quarter", None, None),
    ],
)
def test_a_calendar_places_what_it_can(
    scan_text: ScanText, text: str, words: str, start: str | None, end: str | None
) -> None:
    sentence = f"{text} they fled."
    ((found, *span),) = read(scan_text(sentence), sentence)
    assert (found.removeprefix("the ").removeprefix("In the "), *span) == (
        words.removeprefix("the "), start, end,
    )  # fmt: skip


def test_the_day_of_a_count_is_no_period_of_what_is_counted(scan_text: ScanText) -> None:
    text = "As of last Thursday 300 men were missing."
    (period,) = periods(scan_text(text), DATE)
    assert (period.role, period.end) == ("as_of", "2024-04-04")


def test_so_far_is_as_of_the_day_of_the_document(scan_text: ScanText) -> None:
    (period,) = periods(scan_text("So far 300 men are missing."), DATE)
    assert (period.role, period.end) == ("as_of", DATE)
