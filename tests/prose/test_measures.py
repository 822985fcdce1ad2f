"""Measures as science, law and engineering print them: lists, signs, tolerances, powers, ratios."""

import pytest

from plainfigures.prose.quantities.scan import Scan, scan
from plainfigures.prose.words.normal import normalise
from plainfigures.prose.words.tokens import Tokens


def scanned(text: str) -> Scan:
    plain = normalise(text)
    return scan(Tokens(plain, 0, len(plain)))


def measures(text: str) -> list[str]:
    """Value or range, and unit, of each quantity: "4 metre", "1..3 gram"."""
    found = []
    for q in scanned(text).quantities:
        ends = (q.low, q.high) if q.value is None else (q.value,)
        value = "..".join(f"{float(end):g}" for end in ends if end is not None)
        found.append(f"{value} {q.unit}" if q.unit else value)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rats had 15, 60, 120, and 240 mg of it.", [f"{n} milligram" for n in (15, 60, 120, 240)]),
        ("Doses of 5, 10, and 20 mg were tried.", [f"{n} milligram" for n in (5, 10, 20)]),
        ("They dug up 90, and 4 hectares were returned.", ["90", "4 hectare"]),
        ("For K = 40, 200 and 500 it holds.", ["40", "200", "500"]),
        ("The grid has 8, 12, 250 and 900 cells.", ["8 cell", "12 cell", "250 cell", "900 cell"]),
        ("The bill came to 3, 450 euros.", ["3450 EUR"]),
        ("The port has 17, 200 inhabitants.", ["17200 person"]),
        ("In all 1, 300, 000 ballots were cast.", ["1.3e+06 ballot"]),
        ("between 1, 200 and 1, 900 ballots", ["1200..1900 ballot"]),
    ],
)
def test_a_list_of_numbers_is_no_broken_thousand(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("slopes ranging from -0.4 to -0.9", ["-0.9..-0.4"]),
        ("dips between \u221231\u00b0 and \u22127\u00b0", ["-31..-7 degree"]),
        ("from \u221225 \u00b0C to +70 \u00b0C", ["-25..70 degree_celsius"]),
        ("an offset of \u22122 to +2 mV", ["-2..2 millivolt"]),
        ("it cooled from 9 to -4 \u00b0C", ["9 degree_celsius", "-4 degree_celsius"]),
        ("children of 8- to 11-year classes", ["8..11 year"]),
        (
            "Bands of 0\u201320, 20\u201380, and 80\u2013300 m",
            ["0..20 metre", "20..80 metre", "80..300 metre"],
        ),
        ("She won 6-3, 3-6, 6-4.", []),
        ("for 16 \u2264 age < 70 and 0.2 \u2264 x \u2264 0.7", ["16..70 year", "0.2..0.7"]),
        ("We had 4 < 9 and y \u2264 3.", ["4", "9", "3"]),
    ],
)
def test_ends_of_a_range_keep_their_signs_and_unit(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a length of 1.734(4) \u00c5", ["1.734 angstrom"]),
        ("an angle of 118.2(3)\u00b0 here", ["118.2 degree"]),
        ("a force of 60 N\u00b7m \u00b1 4 N\u00b7m", ["56..64 newton_metre"]),
        ("a coil of 200 \u03a9 \u00b1 5%", ["190..210 ohm"]),
        ("a share of 40% \u00b1 3%", ["37..43 percent"]),
        ("grains of (14 \u00b1 2) mm", ["12..16 millimetre"]),
        ("some (1.5 \u00b1 0.5) \u00d7 10^4 spores", ["10000..20000 spore"]),
        ("at (3\u20136) \u00d7 10^2 s^-1", ["300..600 per second"]),
        ("a rate of 5.2 \u00b1 0.4 \u00b1 0.1 ms", ["4.8..5.6 millisecond"]),
        ("grew 3.5 percent (2 percent)", ["3.5 percent", "2 percent"]),
    ],
)
def test_what_is_uncertain_stands_in_signs_and_brackets(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fields had 80 kg N ha\u22121", ["80 kilogram per hectare"]),
        ("fields had 25 kg P2O5 per ha", ["25 kilogram per hectare"]),
        ("a sink of 0.6 g C m\u22122 d\u22121", ["0.6 gram per square_metre day"]),
        ("soil with 11 mg NO3-N kg\u22121", ["11 milligram per kilogram"]),
        ("cars emit 95 g CO2/km", ["95 gram per kilometre"]),
        ("a plant emits 0.7 t CO2 per MWh", ["0.7 tonne per megawatt_hour"]),
        ("a bag of 2 kg Arborio rice", ["2 kilogram"]),
        ("a sample of 36 fb\u22121 of data", ["36 per femtobarn"]),
        ("a yield of 7.1 xq\u22121 in all", ["7.1"]),
        ("a measure of 31 pc cm\u22123", ["31 parsec per cubic_centimetre"]),
        ("a pulsar some 400 pc away", ["400 parsec"]),
        ("a turnout of 61 pc at noon", ["61 percent"]),
        ("a band of 300 bp from the primer", ["300 base_pair"]),
        ("yields rose 30 bp in a day", ["30 basis_point"]),
        ("peat of the last 5,200 cal yr BP", ["5200 year"]),
        ("the 1.7 Ga gneiss", ["1.7 gigayear"]),
        ("a field of 7 T of the magnet", ["7 tesla"]),
        ("beams 2.4 m apart", ["2.4 metre"]),
        ("2 m people", ["2e+06 person"]),
        ("it supplies 2 A at 40 mV", ["2 ampere", "40 millivolt"]),
        ("rates fell by 0.3 of a percentage point", ["0.3 percentage_point"]),
        ("it ended in 0.2 of a second", ["0.2 second"]),
    ],
)
def test_units_are_told_by_what_follows_and_by_the_subject(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The solution had pH 4 and 9 ml of acid.", ["4 pH", "9 millilitre"]),
        ("Soils with a pH of 5 to 7 suit it.", ["5..7 pH"]),
        ("The pH was between 6 and 8.", ["6..8 pH"]),
        ("The odds ratio was 1.8 and 30% died.", ["1.8", "30 percent"]),
        ("Some 22 per cent left; the index fell to 0.7.", ["22 percent", "0.7"]),
        ("An axis of 30 AU and an eccentricity of 0.2.", ["30 astronomical_unit", "0.2"]),
        ("The ratio was 61 per cent, up from 58.", ["61 percent", "58 percent"]),
        ("The median was 14 (IQR 9\u201320) and the mean 15 (SD 6).", ["14", "9..20", "15", "6"]),
        ("A 6.4 earthquake and 30 aftershocks", ["6.4 magnitude", "30 aftershock"]),
        ("over the 14-year period", ["14 year"]),
        ("well over the 48-hour limit", ["48 hour"]),
    ],
)
def test_a_ratio_has_no_unit_and_acidity_its_own(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a Thirty Dollar ($30.00) fee", ["30 USD"]),
        ("Ten Thousand Euros (\u20ac10,000) a year", ["10000 EUR"]),
        ("eight percent (8%) of the rent", ["8 percent"]),
        ("eight percent (9% in May)", ["8 percent", "9 percent"]),
        ("forty dollars ($52)", ["40 USD", "52 USD"]),
        ("three 16-core servers", ["3 server", "16 core"]),
        ("five 20-seat vans of 7 rows", ["5 van", "20 seat", "7 row"]),
        ("9 deaths per 1,000 live births", ["9 death", "1000 birth"]),
        ("some 700 live in huts", ["700"]),
    ],
)
def test_a_sum_said_twice_is_one_and_a_measured_thing_is_counted(
    text: str, expected: list[str]
) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was kept in 1,4-dioxane and 2,6-DIPN.", []),
        ("They gave 5-fluorouracil and 4-aminopyridine.", []),
        ("a beam of 1/e2 width with 1/f noise", []),
        ("a 2,5-litre flask of it", ["2.5 litre"]),
        ("a 4,5-fold excess", ["4.5 fold"]),
        ("a 6-engine plane", ["6 engine"]),
        ("at a rate of 1/s", ["1"]),
    ],
)
def test_where_parts_of_a_molecule_stand_is_no_number(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("of the 640 given placebo and 90 fed barley", ["640", "90"]),
        ("the 14 given names of the heir", ["14 name"]),
        ("It has 9 slits and a power of R = 30,000.", ["9 slit", "30000"]),
        ("with d = 3, 5 and 9 mm slits", ["3 millimetre", "5 millimetre", "9 millimetre"]),
        ("a 0.2 M solution and 4 M sodium nitrate", ["0.2 molar", "4 molar"]),
        ("a site of 1.5 M users", ["1.5e+06 person"]),
        ("fuses of 16 A for 24 V", ["16 ampere", "24 volt"]),
        ("We have 900 cooks, of whom 60 (7%) are new.", ["900 person", "60 person", "7 percent"]),
        ("a trade of 8 MtCO2e a year", ["8 megatonne_of_carbon_dioxide_equivalent"]),
        ("Scope 2 emissions", []),
        ("any person under 21 or girls over 12 skate here", ["21 year", "12 year"]),
        ("people under 5 feet tall", ["5 foot"]),
        ("injured over 30, with burns", ["30"]),
        ("the claims of tram drivers (6,200) and bakers (40)", ["6200 person", "40 person"]),
        ("flooded in the provinces (6,200)", ["6200"]),
    ],
)
def test_what_is_counted_is_found_in_dense_prose(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("it shall in no event exceed 80 francs", "at_most"),
        ("the load may not at any time exceed 80 kg", "at_most"),
        ("in no case less than 80 days", "at_least"),
        ("in the event that loads exceed 80 kg", "more_than"),
        ("losses over an 80-year cycle", "exact"),
        ("losses over the 80-year period", "exact"),
        ("women over 80 vote", "more_than"),
        ("it found comets over 80 nights", "exact"),
        ("it was higher than eighty years earlier", "exact"),
        ("it came fewer than eighty years ago", "less_than"),
    ],
)
def test_bounds_of_law_and_of_spans(text: str, qualifier: str) -> None:
    (q,) = scanned(text).quantities
    assert q.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has three parts: 1) a hull, 2) a mast and 3) some 40 ropes.", ["3 part", "40 rope"]),
        ("Groups (k = 5, 7) of men (of 30) left.", ["5", "7", "30"]),
        ("In (17), heat is lost; see (4.2).", []),
        ("a term of (12) months", ["12 month"]),
        ("They gave 5-FU, and then 5-HT to rats.", []),
        ("a 6-DVD set and a 4-GB stick", ["6 dvd", "4 gigabyte"]),
        ("a site in the 3' untranslated region and at the 5' end", []),
        ("a change at position 9 of exon 4 on chromosome 17", []),
        ("From this position 30 men fired.", ["30 person"]),
        ("reads of 16S rRNA", []),
        ("a USB 3.0 port and 2 sticks", ["2 stick"]),
        ("mice (n = 12, 3\u20135 weeks old)", ["12", "3..5 week"]),
    ],
)
def test_markers_references_and_codes_are_no_quantities(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They run 30 primary and 9 secondary schools.", ["30 school", "9 school"]),
        ("with 52 residential, 6 retail and 2 office blocks", ["52 block", "6 block", "2 block"]),
        ("It has 7 oil-fired and 2 solar plants.", ["7 plant", "2 plant"]),
        ("Two large and five small ferries sank.", ["2 ferry", "5 ferry"]),
        ("They won 5 gold and 4 bronze medals.", ["5 medal", "4 medal"]),
        ("He had 5 left and 14 small ferries.", ["5", "14 ferry"]),
        ("They found 15 alive and 14 old men.", ["15", "14 person"]),
        ("They gave 2 apples and 3 red pears.", ["2 apple", "3 pear"]),
        ("some 16 staff and 20 old patients", ["16 person", "20 person"]),
        ("Of 700 person-years 3 man-years were paid.", ["700 person_year", "3 man_year"]),
    ],
)
def test_several_counts_share_a_noun(text: str, expected: list[str]) -> None:
    assert measures(text) == expected
