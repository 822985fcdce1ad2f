"""Forms of numbers, units and bounds, each beside what looks like it and is something else."""

from __future__ import annotations

import pytest

from tests.prose.test_measures import measures, scanned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost A$45 to A$54 million.", ["4.5e+07..5.4e+07 AUD"]),
        ("Fares are HK$5-HK$9 or US$6–US$8.", ["5..9 HKD", "6..8 USD"]),
        ("A room is CHF 62-CHF 78 and Rs 4-Rs 9 more.", ["62..78 CHF", "4..9 INR"]),
        ("He gave $450 million to a school.", ["4.5e+08 USD"]),
        ("They pay £40 $50 more than we do.", ["40 GBP", "50 USD"]),
        ("a 25-euro 2019 coin", ["25 EUR"]),
        ("It costs RM268 476/kg.", ["268476 MYR per kilogram"]),
        ("It pays 86 Kenyan shillings and upwards of a million lari.", ["86 KES", "1e+06 GEL"]),
        ("It spent $6.8 of $20.5 million.", ["6.8e+06 USD", "2.05e+07 USD"]),
    ],
)
def test_a_sign_between_two_numbers_is_that_of_the_second(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20\u00beyd of cloth and 8 \u00bdkg", ["20.75 yard", "8.5 kilogram"]),
        ("It is 4 \u00bd m long.", ["4.5 metre"]),
        ("It flew at 61m/s.", ["61 metre per second"]),
        ("It lies 30 au away, between 3 AU and 8 AU from us.", ["30 au", "3..8 au"]),
        ("Some 40 AU troops left.", ["40 person"]),
        ("A thousand parts per million, a hundred cows.", ["1000 ppm", "100 cow"]),
        ("Seen circa 630 billion times, built circa 630.", ["6.3e+11 time"]),
        ("Hundreds of square miles, dozens of kilos.", [" square_mile", " kilogram"]),
        ("Exports fell to zero.", ["0"]),
        ("Net zero is a goal.", []),
    ],
)
def test_signs_and_letters_touch_their_number(text: str, expected: list[str]) -> None:
    names = {"au": "astronomical_unit", "ppm": "part_per_million"}
    full = [" ".join(names.get(word, word) for word in one.split(" ")) for one in expected]
    assert measures(text) == full


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One or more pumps failed.", []),
        ("He wrote only one or two pages.", ["1..2 page"]),
        ("One or two hundred cows came.", ["100..200 cow"]),
        ("One or the other will do, this one or that one.", []),
        ("Votes fell to 80 from twenty-four hundred.", ["80", "2400"]),
        ("Acidity ranged from 5 to 7 and carbon from 1 to 2%.", ["5..7", "1..2 percent"]),
        ("Carbon rose from 1 to 2%.", ["1 percent", "2 percent"]),
    ],
)
def test_one_and_ranges_beside_other_numbers(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It drinks 30 bottles of wine or more.", ["at_least"]),
        ("It eats 20 grams a day at most.", ["at_most"]),
        ("It costs 59 zlotys per kilo or less.", ["at_most"]),
        ("Pay was $20 an hour or so.", ["about"]),
        ("It has 9 kinds of beetle or 5.", ["exact", "exact"]),
        ("It paid 53 zlotys and under \u20ac40.", ["exact", "less_than"]),
        ("It has 8 acres and more or less 40 cows.", ["exact", "about"]),
        ("It has 8 cows and upwards of 40 hens.", ["exact", "at_least"]),
    ],
)
def test_a_bound_stands_behind_the_whole_measure(text: str, bounds: list[str]) -> None:
    assert [q.qualifier for q in scanned(text).quantities] == bounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plank is 2 1/2 in thick.", ["2.5 inch"]),
        ("They are 9 in deep trouble.", ["9"]),
        ("He said 2 in 3 shops shut.", ["2", "3 shop"]),
        ("More than 1 in 8 flights were late.", ["12.5 percent"]),
        ("He found 1 in 5 villages.", ["1", "5 village"]),
        ("Fewer than three in five voters came.", ["60 percent"]),
        ("It is $4 billion plus or minus $300 million.", ["3.7e+09..4.3e+09 USD"]),
        ("It has 30m+ downloads and a 40-mln-share float.", ["3e+07 download", "4e+07 share"]),
        ("A 5-m fence cost 45 dlrs.", ["5 metre", "45 USD"]),
        ("It handles 3,200 tpd and 46 bcf.", ["3200 tonne per day", "46 billion_cubic_foot"]),
        ("Its visitors now total 90,000.", ["90000 person"]),
        ("Exports total 90,000; the number 12 bus.", ["90000"]),
        ("Some 25 privately run flats.", ["25 flat"]),
        ("At 61, Mr Haas still works.", ["61 year"]),
        ("At 46, New York has more of them.", ["46"]),
        ("Four books \u2013 57 per cent of them \u2013 were sold.", ["4 book", "57 percent"]),
        ("It had 40 votes and 5-7 percent.", ["40 vote", "5..7 percent"]),
    ],
)
def test_odds_letters_and_subjects_beside_numbers(text: str, expected: list[str]) -> None:
    assert measures(text) == expected
