"""Dates have the calendar span that they state, and numbers that count are none."""

import pytest

from plainfigures.prose.dates.date import Date
from plainfigures.prose.quantities.scan import scan
from plainfigures.prose.words.tokens import Tokens


def _dates(text: str) -> list[Date]:
    return scan(Tokens(text, 0, len(text))).dates


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on 31 March 2024", "2024-03-31", "2024-03-31"),
        ("on March 31, 2024", "2024-03-31", "2024-03-31"),
        ("on the 1st of May 2003", "2003-05-01", "2003-05-01"),
        ("Period covered: 1 to 14 May 1999", "1999-05-01", "1999-05-14"),
        ("on 3-5 June 1997", "1997-06-03", "1997-06-05"),
        ("in February 2022", "2022-02", "2022-02"),
        ("in 1994", "1994", "1994"),
        ("in the 1990s", "1990", "1999"),
        ("in 1991-1992", "1991", "1992"),
        ("in 2007/08", "2007", "2008"),
        ("on 2024-04-05", "2024-04-05", "2024-04-05"),
        ("in the first half of 2009", "2009-01", "2009-06"),
        ("in the third quarter of 2010", "2010-07", "2010-09"),
        ("in the twentieth century", "1901", "2000"),
        ("home again in '93", "1993", "1993"),
        ("in the early 80's", "1980", "1989"),
        ("built ca. 1260 by monks", "1260", "1260"),
        ("in the winter of 2014-15", "2014-12", "2015-02"),
        ("in spring 2014", "2014-03", "2014-05"),
    ],
)
def test_a_date_has_its_span(text: str, start: str, end: str) -> None:
    (date,) = _dates(text)
    assert (date.start, date.end) == (start, end)


def test_a_day_that_no_calendar_has_is_marked() -> None:
    (date,) = _dates("on 31 June 2001")
    assert not date.valid


@pytest.mark.parametrize(
    "text", ["about 2000 men", "2000 people fled", "1,994 tents", "$2000 each", "ca. 1260 m up"]
)
def test_a_number_that_counts_is_no_year(text: str) -> None:
    assert not _dates(text)


@pytest.mark.parametrize("text", ["in A.D. 300", "in AD 300 and 450", "in 44 BC"])
def test_a_year_of_an_era_is_a_date_without_a_span(text: str) -> None:
    (date,) = _dates(text)
    assert (date.last, date.start) == (Tokens(text, 0, len(text)).size, None)
