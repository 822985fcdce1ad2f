"""The scan composes numbers with units, nouns, ranges and qualifiers, and sets the others aside."""

import pytest

from plainfigures.prose.quantities.scan import Scan, scan
from plainfigures.prose.units.home import Home
from plainfigures.prose.words.normal import normalise
from plainfigures.prose.words.tokens import Tokens


def scanned(text: str, country: str | None = None) -> Scan:
    plain = normalise(text)
    return scan(Tokens(plain, 0, len(plain)), Home(country))


def words(text: str) -> list[tuple[str, float | None, str, str | None]]:
    """(quote, value, qualifier, unit) of each quantity."""
    found = scanned(text)
    tokens = found.tokens
    return [
        (
            text[tokens.start[q.phrase_first] : tokens.end[q.phrase_last - 1]],
            None if q.value is None else float(q.value),
            q.qualifier,
            q.unit,
        )
        for q in found.quantities
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over $65 million came", ("over $65 million", 65e6, "more_than", "USD")),
        ("they had half an hour", ("half an hour", 0.5, "exact", "hour")),
        ("they gave 270\u20ac million", ("270\u20ac million", 270e6, "exact", "EUR")),
        ("at least 12 nurses fled", ("at least 12 nurses", 12.0, "at_least", "person")),
        ("some 40 trucks burned", ("some 40 trucks", 40.0, "about", "truck")),
        ("nearly a third of them", ("nearly a third", 33.33, "about", "percent")),
        ("only 25 per cent held", ("only 25 per cent", 25.0, "exact", "percent")),
        ("no fewer than 300 families", ("no fewer than 300 families", 300.0, "at_least", "family")),
        ("up to 90 boats", ("up to 90 boats", 90.0, "at_most", "boat")),
        ("fewer than 20 wells", ("fewer than 20 wells", 20.0, "less_than", "well")),
        ("500 tents or more", ("500 tents or more", 500.0, "at_least", "tent")),
        (
            "a rise of 2 percentage points",
            ("2 percentage points", 2.0, "exact", "percentage_point"),
        ),
        (
            "the 29,800\u2011square\u2011kilometre land",
            ("29,800\u2011square\u2011kilometre", 29800.0, "exact", "square_kilometre"),
        ),
        ("a 12,000\u2011strong force", ("12,000\u2011strong force", 12000.0, "exact", "person")),
        ("They gave B$2.8 million.", ("B$2.8 million", 2800000.0, "exact", "BSD")),
        ("Kenyan shillings: 300 Kenyan shillings", ("300 Kenyan shillings", 300.0, "exact", "KES")),
    ],
)
def test_a_quantity_has_its_phrase_value_qualifier_and_unit(
    text: str, expected: tuple[str, float, str, str]
) -> None:
    assert expected in words(text)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("less than or equal to 70", "at_most"),
        ("70 or better", "at_least"),
        ("anything from 70 upwards", "at_least"),
        ("no larger than 70", "at_most"),
        ("could not have exceeded 70", "at_most"),
        ("not to exceed 70", "at_most"),
        ("no shorter than 70", "at_least"),
        ("not under 70", "at_least"),
        ("smaller than or the same as 70", "at_most"),
        ("\u2a7e70 rafts", "at_least"),
        ("\u226670 rafts", "at_most"),
        ("they handed over 70 rafts", "exact"),
        ("he has a score of 70", "exact"),
        ("70 rafts at the most.", "at_most"),
        ("70 rafts, give or take", "exact"),
        ("70 rafts give or take", "about"),
        ("70 rafts at least two of which sank", "exact"),
        ("70 cooks at a minimum wage", "exact"),
        ("70 rafts and up to 5 boats", "exact"),
        ("under a million", "less_than"),
        ("well-nigh 70 rafts", "about"),
        ("$70 or more", "at_least"),
        ("$7 million or so", "about"),
        ("\u00a370-plus", "at_least"),
        ("it must not exceed 70", "at_most"),
        ("over a 70-day period", "exact"),
        ("ages 70 and older have", "at_least"),
        ("just shy of 70", "less_than"),
        ("approx. 70", "about"),
        ("at the very least 70", "at_least"),
        ("smaller or equal than 70", "at_most"),
        ("greater than or equal to 70", "at_least"),
        (">= 70", "at_least"),
        ("up to and including 70", "at_most"),
        ("equal to 70 or more than 60", "exact"),
        ("70 rafts or larger", "at_least"),
        ("a sum that cannot exceed 70", "at_most"),
        ("no sooner than 70", "at_least"),
        ("70ish rafts", "about"),
        ("a 70-ish pilot", "about"),
        ("of the order of 70", "about"),
        ("the 70 plus rafts", "at_least"),
        ("$70 plus postage costs", "exact"),
        ("70 rafts at the outside", "at_most"),
        ("as few as 70 rafts", "at_least"),
    ],
)
def test_a_limit_that_is_included_is_part_of_the_bound(text: str, qualifier: str) -> None:
    assert scanned(text).quantities[0].qualifier == qualifier


def test_a_bound_behind_a_hyphen_is_that_of_another_number() -> None:
    assert [q.qualifier for q in scanned("she hit a three-under 70").quantities] == ["exact"] * 2


def test_limits_of_different_things_are_no_range() -> None:
    found = scanned("more than 20 bakers and fewer than 30 weavers").quantities
    assert [q.qualifier for q in found] == ["more_than", "less_than"]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("one in four villages", 25.0),
        ("a 1-in-40 chance", 2.5),
        ("a one-in-five risk", 20.0),
        ("seven in ten voters", 70.0),
        ("Two in five shops closed", 40.0),
        ("They say that nine in ten of their goats died", 90.0),
        ("three over five", 60.0),
        ("1 in 250 residents", 0.4),
        ("one over 40", 2.5),
        ("1 over 8", 12.5),
        ("1 in 50 was read", 2.0),
        ("one out of every five", 20.0),
        ("barely one pound in eight", 12.5),
    ],
)
def test_odds_are_a_share(text: str, percent: float) -> None:
    (q,) = scanned(text).quantities
    assert (float(q.value or 0), q.unit) == (percent, "percent")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 50 and 1,000 villagers", 50, 1000),
        ("from 10 to 15 per cent", 10, 15),
        ("10\u201315 per cent", 10, 15),
        ("1.5-2 million people", 1_500_000, 2_000_000),
        ("$200 to $4 million", 200, 4_000_000),
        ("plots from 450 sq ft up to 900 sq ft", 450, 900),
        ("about 2000 - 2500 calories", 2000, 2500),
        ("a lens of 70 -200mm", 70, 200),
        ("it varies from about 35% to roughly 60%", 35, 60),
        ("between a fifth and a half of the herd", 20, 50),
        ("a score of between 6 and 8", 6, 8),
        ("four or five thousand of them", 4000, 5000),
        ("down from the $5 to $7 billion", 5_000_000_000, 7_000_000_000),
        ("for one to two years", 1, 2),
        ("the 16-to-20 age group", 16, 20),
        ("a 9-to-12-week course", 9, 12),
        ("more than thirty but fewer than sixty looms", 30, 60),
        ("at most 90 and at least 40 pears", 40, 90),
        ("larger than 12 and less or equal than 15", 12, 15),
        ("four to six hundred looms", 400, 600),
        ("between four and six hundred looms", 400, 600),
        ("four or five thousand looms", 4000, 5000),
        ("four or five hundred looms", 400, 500),
        ("four to one hundred looms", 4, 100),
        ("4 to 7 degrees below zero", -7, -4),
        ("4 thru 7", 4, 7),
        ("between a hundred and three hundred looms", 100, 300),
        ("between one hundred and one hundred and sixty looms", 100, 160),
        ("between two thousand and three thousand looms", 2000, 3000),
        ("between a dozen and thirty looms", 12, 30),
        ("15-20,000 looms", 15_000, 20_000),
        ("8 to 9,000 looms", 8000, 9000),
        ("8 or 9,000 looms", 8000, 9000),
        ("8 to 90,000 looms", 8, 90_000),
        ("one fifth to one quarter of the looms", 20, 25),
    ],
)
def test_a_range_has_both_bounds_and_no_value(text: str, low: int, high: int) -> None:
    (q,) = scanned(text).quantities
    assert (q.qualifier, q.value, q.low, q.high) == ("between", None, low, high)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It happened on 26 February 1992.", "date"),
        ("the talks of 1994 failed", "date"),
        ("in the 1990s", "date"),
        ("Resolution 822 was read", "identifier"),
        ("under Article 5 of it", "section"),
        ("a T-72 tank stood there", "name"),
        ("the 3+3 platform met", "name"),
        ("the Second Olt War", "name"),
        ("the G20 summit", "identifier"),
        ("one of the reasons", "idiom"),
        ("on Sept. 14 they", "date"),
        ("some 3.5 x 10^45 erg", "garbled"),
        ("in 1931-1932 in the hills", "date"),
        ("at one point", "idiom"),
        ("at half past four", "time"),
        ("at a quarter to nine", "time"),
        ("a 4K screen", "name"),
        ("a 720p display", "name"),
        ("if one considers it", "pronoun"),
        ("the third time", "ordinal"),
        ("at 10:30 they left", "time"),
        ("the clock in the tower struck four.", "time"),
        ("they won 3-1", "score"),
        ("both sides", "pronoun"),
        ("the uPhone 14 Pro is out", "name"),
        ("the GTSE 100 in particular", "name"),
        ("the ISO 4177-2 test", "name"),
        ("a shed at 16-18 Harbour Road, has", "identifier"),
        ("the star HD 198753 has it", "name"),
        ("seen near 3C84 by them", "identifier"),
        ("the value of m 2 is given", "name"),
        ("where A 3 is given", "name"),
        ("falls as r \u22122 does", "name"),
        ("butyl-7-hydroxy", "name"),
        ("held by device-1 there", "name"),
        ("are listed inTable 2.", "section"),
        ("in Eq. 12 of it", "identifier"),
        ("the bottom three during it", "ordinal"),
        ("a last-32 match", "ordinal"),
        ("a 3D printer", "name"),
        ("a 4x4 car", "name"),
        ("between 3 and 5 p.m.", "time"),
        ("a quarter-finalist", "idiom"),
        ("shells hit the old quarter of Tolo", "idiom"),
        ("her thirty-fifth ride", "ordinal"),
        ("in the Group of Twenty-Four", "name"),
        ("my four-hundredth ride", "ordinal"),
        ("the Orion 6 costs the earth", "name"),
        ("Hall 14 is full", "name"),
        ("in Game 6 of it", "identifier"),
        ("the three hundred and fortieth ride", "ordinal"),
        ("it was the fifty second ride", "ordinal"),
        ("Camp 17 is full", "identifier"),
        ("the Group of 77 met", "name"),
        ("in the paper A/CPR/41/16 of it", "identifier"),
        ("ring 0700 555 123 now", "identifier"),
        ("ring +41 22 555 0123 now", "identifier"),
        ("she hit 9-of-14 then", "score"),
        ("it took 3:41.7 there", "score"),
        ("the same one again", "pronoun"),
        ("their own 747 Skyliner flew", "name"),
        ("in the 80214 ZIP Code", "name"),
        ("the rent due nov. 6 to them", "date"),
        ("on 12 march 1994", "date"),
        ("A report of Feb. 21 estimates it", "date"),
    ],
)
def test_a_number_that_is_no_figure_is_set_aside_with_its_reason(text: str, reason: str) -> None:
    found = scanned(text)
    assert {aside.reason for aside in found.asides} == {reason}
    assert found.quantities == []


@pytest.mark.parametrize(
    "text",
    ["the shell hit the ward, and 9 died", "in the district, 300 fled", "the index to 90 fell"],
)
def test_a_number_after_a_comma_or_and_is_no_name_of_the_noun_before(text: str) -> None:
    found = scanned(text)
    assert (len(found.quantities), found.asides) == (1, [])


def test_a_bare_dollar_follows_the_country_where_the_text_was_written() -> None:
    (unknown,) = scanned("$5 million").quantities
    (known,) = scanned("$5 million", country="AUS").quantities
    assert (unknown.unit, unknown.ambiguous_currency) == ("USD", True)
    assert (known.unit, known.ambiguous_currency) == ("AUD", False)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("It gave $4 million over three years.", "exact"),
        ("She was away for over three years.", "more_than"),
        ("Over three years passed.", "more_than"),
    ],
)
def test_over_before_a_duration_may_tell_how_long(text: str, qualifier: str) -> None:
    assert scanned(text).quantities[-1].qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In Block 4, Plot 17, 6 huts burned.", "hut"),
        ("In the district 300 huts burned.", "hut"),
        ("Team B 12 points behind.", "point"),
        ("Vitamin D 3 times a week helps.", "time"),
        ("Radio 4 listeners number 10 million people.", "person"),
    ],
)
def test_what_stands_beside_numbered_things_is_counted(text: str, unit: str) -> None:
    assert [q.unit for q in scanned(text).quantities] == [unit]


@pytest.mark.parametrize(
    ("text", "percents"),
    [
        ("Nearly a fifth agreed.", [20]),
        ("Almost a tenth were weavers.", [10]),
        ("One eighth have come home.", [12.5]),
        ("A dancer slipped and a third was hurt.", []),
        ("He drew about a fifth wounded knight.", []),
    ],
)
def test_an_ordinal_before_a_verb_is_a_part_where_its_size_is_told(
    text: str, percents: list[float]
) -> None:
    assert [q.value for q in scanned(text).quantities] == percents


def test_over_between_two_numbers_bounds_neither() -> None:
    assert [q.qualifier for q in scanned("a pulse of 110 over 70").quantities] == ["exact"] * 2


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Dogs found 60 percent of the shells, drones 24.", ["percent", "percent"]),
        ("Two banks that had been promised a million each left.", ["bank", None]),
        ("In our three tents it was six below zero.", ["tent", None]),
        ("In between lie twelve years and one house.", ["year", "house"]),
        ("A goat dug up one in 2019.", [None]),
        ("Fees had been 8 million rand and fell to 3 million.", ["ZAR", "ZAR"]),
        ("Two drowned, and a third, 20, swam.", [None, None]),
        ("The fare was £4 12s in a book of 310 pp.", ["GBP", "shilling", "page"]),
        ("They flew ninety sorties.", ["sortie"]),
    ],
)
def test_a_bare_number_takes_the_unit_of_its_like_alone(text: str, units: list[str | None]) -> None:
    assert [q.unit for q in scanned(text).quantities] == units
