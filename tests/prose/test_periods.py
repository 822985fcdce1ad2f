"""Periods keep their words; their ends follow from them and the document's date alone."""

from collections.abc import Callable

import pytest

from plainfigures.prose.periods.periods import periods
from plainfigures.prose.quantities.scan import Scan

ScanText = Callable[[str], Scan]
DATE = "2024-04-05"


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("They fled over the next four years.", "over the next four years", "2024", "2028"),
        ("They fled last year.", "last year", "2023", "2023"),
        ("They have fled since 2014.", "since 2014", "2014", None),
        ("They will stay until November 2025.", "until November 2025", None, "2025-11"),
        ("All will be back by 2030.", "by 2030", None, "2030"),
        ("They fled between 1991 and 1994.", "between 1991 and 1994", "1991", "1994"),
        ("They fled from 1988 to 1994.", "from 1988 to 1994", "1988", "1994"),
        ("They fled in the early 1990s.", "early 1990s", "1990", "1999"),
        ("They fled since the end of the Olt War.", "since the end of the Olt War", None, None),
        ("They fled in March.", "March", "2024-03", "2024-03"),
        ("They fled in September.", "September", "2023-09", "2023-09"),
        ("By December only nine had come.", "By December", None, "2023-12"),
        ("They are expected in September.", "September", "2024-09", "2024-09"),
        ("They will be back by December.", "by December", None, "2024-12"),
        ("They fled during the occupation.", "during the occupation", None, None),
        ("Back by the end of a five-year period.", "by the end of a five-year period", None, None),
    ],
)  # fmt: skip
def test_a_period_has_its_words_and_ends(
    scan_text: ScanText, text: str, words: str, start: str | None, end: str | None
) -> None:
    scan = scan_text(text)
    (period,) = periods(scan, DATE)
    tokens = scan.tokens
    found = text[tokens.start[period.first] : tokens.end[period.last - 1]]
    assert (found, period.start, period.end) == (words, start, end)


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("They fled this March.", "this March", "2024-03"),
        ("They will be back this May.", "this May", "2024-05"),
        ("They fled last May.", "last May", "2023-05"),
        ("They will be back next March.", "next March", "2025-03"),
        ("They will be back next June.", "next June", None),
        ("Forty fled in 2010, and nine in the previous year.", "previous year", "2009"),
        ("Forty fled in May 2010 and nine the following year.", "the following year", "2011"),
        ("Forty fled from 2008 to 2010 and nine the year before.", "the year before", None),
        ("As in 2010, forty fled in 2012 and nine the year before.", "the year before", None),
        ("Forty fled since the previous year.", "since the previous year", None),
    ],
)
def test_the_year_of_a_month_or_of_a_neighbour(
    scan_text: ScanText, text: str, words: str, start: str | None
) -> None:
    scan = scan_text(text)
    period, tokens = periods(scan, DATE)[-1], scan.tokens
    found = text[tokens.start[period.first] : tokens.end[period.last - 1]]
    assert (found.removeprefix("the "), period.start) == (words.removeprefix("the "), start)


def test_without_a_date_of_the_document_relative_words_have_no_ends(scan_text: ScanText) -> None:
    (period,) = periods(scan_text("They fled last year."), None)
    assert (period.start, period.end) == (None, None)
