"""Units are read in every place and spelling that prose and print give them."""

import pytest

from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.scan import scan
from plainfigures.prose.words.normal import normalise
from plainfigures.prose.words.tokens import Tokens


def quantities(text: str) -> list[Quantity]:
    plain = normalise(text)
    return scan(Tokens(plain, 0, len(plain))).quantities


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("a bag of 20 (kg)", "kilogram"),
        ("a rod of 12 [mm]", "millimetre"),
        ("a 7 W lamp", "watt"),
        ("a torque of 310 pound-feet", "pound_foot"),
        ("an engine of 340bhp", "brake_horsepower"),
        ("a 5.2Ghz chip", "gigahertz"),
        ("the 71 yo patient", "year"),
        ("it weighs 140 pounds", "pound"),
        ("it costs 140 pounds", "GBP"),
        ("a density of 0.3 g/cm 3", "gram per cubic_centimetre"),
        ("at 17 m s \u22121", "metre per second"),
        ("a rate of 40 h \u22121", "per hour"),
        ("some 2 g cm \u22123 of it", "gram per cubic_centimetre"),
        ('the pane is 31", in oak', "inch"),
        ("a kilo and a half of plums", "kilogram"),
        ("three furlongs and a half", "furlong"),
        ("some 90 gr of flour", "gram"),
        ("a yard of 38 square m", "square_metre"),
        ("a crate of 9 cubic ft", "cubic_foot"),
        ("a lid of 14 sq inches", "square_inch"),
        ("a lake of 47 hm\u00b3", "cubic_hectometre"),
        ("pour in 280 mls of it", "millilitre"),
        ("about 6 kgs of lentils", "kilogram"),
        ("spin it at 9,500 x g for long", "standard_gravity"),
        ("the kiln is at 640 \u02daF", "degree_fahrenheit"),
        ("an inflow of 80 W m \u22122", "watt per square_metre"),
        ("a field of 9 km 2 in all", "square_kilometre"),
        ("a profit of Y=70 million", "JPY"),
        ("a bid of PS3.4bn", "GBP"),
        ("sales of hk $ 6.2 billion", "HKD"),
        ("losses of 40 MSEK", "SEK"),
        ("a prize of u.s $ 900", "USD"),
        ('a pen 8 " long', "inch"),
        ("at a height of 40' when it fell", "foot"),
        ("that one mile can help", "mile"),
        ("the two - door version of it", "door"),
        ("a $40-a-share offer", "USD per share"),
        ("It slid to 8.4 per dollar", "per dollar"),
        ("a loss in six quarters", "quarter"),
        ("a debt of sh3,700", "KES"),
        ("stir in 3 g salt", "gram"),
        ("a 4 l bucket", "litre"),
        ("the 800 m race", "metre"),
        ("3 m people", "person"),
        ('a 43" screen', "inch"),
        ('13"W', "inch"),
        ('She said "we were 43" and left', None),
        ("a 9-pound pumpkin", "pound"),
        ("a 900-pound fine", "GBP"),
        ("some 13st", "stone"),
        ("the oven of 1,150 K", "kelvin"),
        ("an area of 3.1 deg^2", "square_degree"),
        ("a load of 6 kg\u00b7m\u22122", "kilogram per square_metre"),
        ("0.3 g cm^-3 of it", "gram per cubic_centimetre"),
        ("2 mg kg\u22121 day\u22121", "milligram per kilogram day"),
        ("at pH 6.8 it", "pH"),
        ("a bin of 8.5 wt% lime", "percent"),
        ("kept at 21oC", "degree_celsius"),
        ("35 bucks", "USD"),
        ("80\u00a2 each", "cent"),
        ("2/3 cup of oats", "cup"),
        ("half a cup of oats", "cup"),
        ("a haul of Dh7 million", "AED"),
        ("it costs 45 hkd", "HKD"),
        ("it took 14 h in all", "hour"),
        ("held for 40 s at rest", "second"),
        ("a load of 9 t of it", "tonne"),
        ("a 4 L jar", "litre"),
        ("that's one egg", "egg"),
        ("some 350 mcg/L of it", "microgram per litre"),
        ("a count of 4.1E5 cells", "cell"),
        ("a debt of 4.321.000,25 crowns", "CZK"),
        ("a torque of 90 ft-lb", "pound_foot"),
        ("3 M NaOH", "molar"),
        ("a bill of rs 850", "INR"),
        ("they asked 850 rs", "INR"),
        ("a sum of 60 nt dollars", "TWD"),
        ("a Canadian $17 note", "CAD"),
        ("In Canada $17 million", "USD"),
        ("8 reais", "BRL"),
        ("I'm 9 years old", "year"),
        ("heat to 95 degrees celcius", "degree_celsius"),
        ("warm it to 95\u00b0 f", "degree_fahrenheit"),
        ("a 75w bulb", "watt"),
        ("a 4500 mah cell", "milliampere_hour"),
        ("a drive of 6 tb", "terabyte"),
        ("at 3.7 m/s^2", "metre per square_second"),
        ("some 210 pines ha\u22121", "pine per hectare"),
        ("a peak of 1900-2100 m", "metre"),
        ("rose to 1650p", "penny"),
        ("won by one point", "point"),
        ("she lost 18 pounds", "pound"),
        ("he lost 1,800 pounds", "GBP"),
        ("by a quarter of a percentage point", "percentage_point"),
        ("by a quarter point", "point"),
        ("a half-point cut", "point"),
        ("half a percent of it", "percent"),
        ("three quarters of a mile", "mile"),
        ("a tenth of a second", "second"),
        ("half of the mile", "percent"),
        ("11/16 inch pipes", "inch"),
        ("boards of 5-1/2 inches", "inch"),
        ("kept at 23 \u00baC", "degree_celsius"),
        ("the over-75s", "year"),
        ("the over-80s", "year"),
        ("girls under 9 pay nothing", "year"),
        ("women 30 and older", "year"),
        ("The driver, 52, fled", "year"),
        ("$40-60m", "USD"),
        ("ca. 800 km away", "kilometre"),
        ("three night watchmen", "person"),
        ("a fee of usd 40", "USD"),
        ("a plan of Tk 1,400 crore", "BDT"),
        ("a gift of 2 million francs CFA", "XOF"),
        ("ALL 700 people", "person"),
        ("at 38.5 degrees Celsius", "degree_celsius"),
        ("it lies 900 m above it", "metre"),
        ("two score of nails", "nail"),
        ("At 212.5p, its shares", "penny"),
        ("she made 3 TDs there", "touchdown"),
        ("the best of them (0.8 WAR), she", "win_above_replacement"),
        ("two new 747 Sky jets", "jet"),
        ("a 300 Euro fine", "EUR"),
        ("about 7 times earnings", "time"),
        ("a 15-cent-a-share dividend", "cent per share"),
        ("a fee of c $ 12", "CAD"),
        ("he paid for 6 pounds of flour", "pound"),
        ("it weighs 14 pounds and costs a lot", "pound"),
        ("a grant of 90 pounds of rice aid", "GBP"),
        ("a wind of 25 kt", "knot"),
        ("a bomb of 25 kt", "kilotonne"),
        ("a ring of 14 kt", "karat"),
        ("a video at 25 fps", "frame per second"),
        ("a pulse of 700 ps", "picosecond"),
        ("a new 16\u2013year low", "year"),
        ("a paper of 90gsm", "gram per square_metre"),
        ("it cost her 60 kn", "HRK"),
        ("a price of 14 R", "ZAR"),
        ("a dose of 0.7 R", "roentgen"),
        ("a diamond of 3 ct", "carat"),
        ("a bullet of 90 gr", "grain"),
        ("3 pt of ale", "pint"),
        ("a dewar at 66K", "kelvin"),
        ("an 8k run", "kilometre"),
        ("one third cup of oats", "cup"),
    ],
)
def test_a_unit_is_read_as_it_is_printed(text: str, unit: str) -> None:
    assert [q.unit for q in quantities(text)] == [unit]


def test_a_scale_behind_a_torn_hyphen_is_no_end_of_a_range() -> None:
    (q,) = quantities("a $ 450 - million - a - year trade")
    assert (q.value, q.rate) == (450_000_000, "year")


def test_a_rate_stands_behind_a_plus() -> None:
    (q,) = quantities("they pay $25+ a month")
    assert (q.qualifier, q.rate) == ("at_least", "month")


def test_initials_in_the_plural_are_no_symbol() -> None:
    (q,) = quantities("some 40 MPs left")
    assert q.kind == "noun"


def test_a_smaller_unit_after_a_larger_is_no_exponent() -> None:
    assert next(q.unit for q in quantities("a rope of 9 m 4 dm in all")) == "metre"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("bands of 11, 17, 29 and 80 GHz", ["gigahertz"] * 4),
        ("He paid 30 million of the 90 million shekels", ["ILS", "ILS"]),
        ("from 20 mpg combined to 25", ["mile per gallon"] * 2),
        ("Tea grew by 2 percent but cocoa fell by 1.", ["percent"] * 2),
        ("40 clerks who rent for two years and 20 who own", ["person", "year", "person"]),
        ("a plate of 20 x 30 cm", ["centimetre"] * 2),
        ("17 of 26 mills", ["mill"] * 2),
        ("the 80mm guns, some 90 in all", ["millimetre", None]),
        ("two 500-kg blocks", ["block", "kilogram"]),
        ("a 40 kg sack for a price of 900 pounds", ["kilogram", "GBP"]),
        ("a board of 1 m x 3 m", ["metre"] * 2),
        ("a tile of 7 \u00d7 9 \u00d7 2 mm", ["millimetre"] * 3),
        ('a crate of 14" x 9" x 5"', ["inch"] * 3),
        ("she is 6 feet and 150 pounds", ["foot", "pound"]),
        ("a 7ft 2in statue", ["foot", "inch"]),
        ("he stands five foot seven", ["foot", "inch"]),
        ("the 6-foot-9 centre", ["foot", "inch"]),
        ("He is 6-foot-9.", ["foot", "inch"]),
        ("the 6-foot-9, 240-pound guard", ["foot", "inch", "pound"]),
        ("a rug of 9' x 14'", ["foot"] * 2),
        ("Sides: 40 x 50 cm", ["centimetre"] * 2),
        ("he is 5ft 8 and weighs 70 kg", ["foot", "inch", "kilogram"]),
        ("he is 5ft 2 and weighs 70 kg", ["foot", "inch", "kilogram"]),
        ("a ratio of 0.91 (95% CI, 0.80-1.03)", [None, "percent", None]),
        ("a 9-by-14-foot rug", ["foot"] * 2),
        ("he is 6'1\" and about 170 pounds", ["foot", "pound"]),
        ("bands of 405, 561 nm", ["nanometre"] * 2),
        ("2/3 cup of oats three times a day", ["cup", "time"]),
        ("a match of 3h 50m", ["hour", "minute"]),
        ("from 640 K to 810 K in steps", ["kelvin"]),
        ("crews of 8, 11 and 20 sailors", ["person"] * 3),
        ("It closed at 14,310, 6 per cent above it", [None, "percent"]),
        ("they sold 318, or 41.2 per cent", [None, "percent"]),
        ("44,000 yen ($400) and 52,000 ($470)", ["JPY", "USD", "JPY", "USD"]),
        ("a cap of 52,000 ($470) and 9,000 ($81)", [None, "USD", None, "USD"]),
        ("under 30 CFU/40 ml here", ["colony_forming_unit", "millilitre"]),
        ("Length (mm): 1720, 94 and 1815", ["millimetre"] * 3),
        ("Height in cm: 164", ["centimetre"]),
        ("Share (%): 14, 21", ["percent"] * 2),
        ("Bands, cm-1: 1712 (s), 1580, 744 IR (film)", ["per centimetre"] * 3),
        ("In the last 7 hours: 14 died", ["hour", None]),
        ("bake it at 190C/170C", ["degree_celsius"] * 2),
        ("bake it at 190\u00b0C/375\u00b0F", ["degree_celsius", "degree_fahrenheit"]),
    ],
)
def test_the_last_of_a_list_names_the_unit_of_all(text: str, units: list[str | None]) -> None:
    assert [q.unit for q in quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("it took 58 \u00b1 4 minutes", 54, 62, "minute"),
        ("a depth of 4 (\u00b1 1) cm", 3, 5, "centimetre"),
        ("a crew of 30 +/- 5 sailors", 25, 35, "person"),
        ("a crew of 30 plus or minus 5 sailors", 25, 35, "person"),
    ],
)
def test_a_tolerance_gives_the_bounds(text: str, low: int, high: int, unit: str) -> None:
    (q,) = quantities(text)
    assert (q.value, q.low, q.high, q.unit) == (None, low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt, 71, said so.",
        "She will be 35 in May.",
        "He was ten when it began.",
        "They fled, and I'm 34 now.",
        "She's 34, by the way.",
        "women aged 25 to 54",
        "men above the age of 60 left",
        "Life expectancy there is around 66.",
        "My mother was 66 then.",
        "His dad's 71.",
        "He turned 40 last week.",
    ],
)
def test_an_age_is_in_years(text: str) -> None:
    assert [q.unit for q in quantities(text)] == ["year"]


@pytest.mark.parametrize("text", ["In Lyon, 40, in all, were hurt.", "They were 12."])
def test_a_number_beside_a_place_or_a_crowd_is_no_age(text: str) -> None:
    assert [q.unit for q in quantities(text)] == [None]


@pytest.mark.parametrize(
    ("text", "noun"), [("he made 31 saves", "save"), ("but 22 fouls were seen", "foul")]
)
def test_a_verb_in_s_after_a_number_is_a_noun(text: str, noun: str) -> None:
    assert [q.unit for q in quantities(text)] == [noun]


def test_a_rate_may_stand_after_what_is_measured() -> None:
    (q,) = quantities("They buy 3 million litres of jet fuel a year")
    assert (q.unit, q.rate) == ("litre", "year")


def test_a_minus_between_sign_and_number_makes_it_negative() -> None:
    (q,) = quantities("a balance of $-40.5bn")
    assert q.value == -40_500_000_000


def test_an_average_in_four_digits_is_no_year() -> None:
    (q,) = quantities("an average of 1500")
    assert q.value == 1500


def test_a_minus_after_an_opening_bracket_makes_it_negative() -> None:
    (_, q) = quantities("a low of 21 \u00b0F (-6 \u00b0C)")
    assert (q.value, q.unit) == (-6, "degree_celsius")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a furlong and a half", 1.5),
        ("two furlongs and a half", 2.5),
        ("a kilo and a quarter", 1.25),
        ("an hour and a half", 1.5),
        ("one year and a half", 1.5),
    ],
)
def test_a_part_behind_its_unit_belongs_to_the_whole(text: str, value: float) -> None:
    (q,) = quantities(f"They hauled it {text} of the way.")
    assert (q.value, q.fraction) == (value, False)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("she weighs nine stone four", ["stone", "pound"]),
        ("a run of 3 min 20 s", ["minute", "second"]),
        ("half a pint of cream and a quarter teaspoon of salt", ["pint", "teaspoon"]),
        ("the 17 y/o rider", ["year"]),
        ("a roll for 65c", ["cent"]),
        ("bake it at 190c", ["degree_celsius"]),
        ("they met in flat 19c", []),
    ],
)
def test_units_follow_each_other_and_stand_in_short_forms(text: str, units: list[str]) -> None:
    found = quantities(text)
    assert [q.unit for q in found] == units
    assert all(q.qualifier == "exact" and q.rate is None for q in found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("point seven", 0.7),
        ("a rise of point three percent", 0.3),
        ("it was minus point two five", -0.25),
        ("oh point nine", 0.9),
        ("it was point four million", 400000),
        ("in point two of his plan", 2),
        ("at this point two men left", 2),
    ],
)
def test_tenths_may_stand_behind_a_point_alone(text: str, value: float) -> None:
    (q,) = quantities(text)
    assert q.value is not None
    assert float(q.value) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("nine degrees below zero", -9), ("it was 6 below zero", -6), ("9 \u00b0C above zero", 9)],
)
def test_degrees_are_counted_from_zero(text: str, value: int) -> None:
    (q,) = quantities(text)
    assert (q.value, q.low, q.high) == (value, value, value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Sales came to 14m last year", 14_000_000, None),
        ("They sold 14m Orion phones", 14_000_000, "phone"),
        ("a fence of 14m", 14, "metre"),
    ],
)
def test_a_small_m_behind_takings_is_a_scale(text: str, value: int, unit: str | None) -> None:
    (q,) = quantities(text)
    assert (q.value, q.unit) == (value, unit)
