"""The quantities of everyday texts: prices, recipes, sizes, weather, sport, old books."""

import pytest

from tests.prose.conftest import ScanText

Read = tuple[float | tuple[float, float], str | None]


def read(scan_text: ScanText, text: str) -> list[Read]:
    """(value, or both bounds of a range, and unit) of each quantity."""
    return [
        (float(q.value) if q.value is not None else (float(q.low or 0), float(q.high or 0)), q.unit)
        for q in scan_text(text).quantities
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # letters of a currency before a price
        ("a bridge for N3.25tn", [(3.25e12, "NGN")]),
        ("roads worth N870.5bn and N1.4trn", [(870.5e9, "NGN"), (1.4e12, "NGN")]),
        ("bread rose by R1.35 a loaf", [(1.35, "ZAR per loaf")]),
        ("parking at R3 per hour", [(3, "ZAR")]),
        ("a gate on the R44 and a mask called N95", []),
        # rates in letters
        ("a flat at \u00a3870 pcm or \u00a3205 pw", [(870, "GBP"), (205, "GBP")]),
        ("desks let at $31 psf", [(31, "USD per square_foot")]),
        ("from \u00a395 B&B", [(95, "GBP")]),
        # small coins, small letters
        ("fares went up by 35 paise", [(35, "paisa")]),
        ("eggs went up by 12c", [(12, "cent")]),
        ("a barn of 2600 SF and sheds of 240 SF", [(2600, "square_foot"), (240, "square_foot")]),
        # inches
        ("sow them 2\u201d deep and 5\u201d apart", [(2, "inch"), (5, "inch")]),
        ("\u201cit was 50\u201d she said", [(50, None)]),
        ("0-100 in 7.5 seconds", [((0, 100), None), (7.5, "second")]),
        ("a 3 in. nail", [(3, "inch")]),
        # telephones are sold, too
        ("The phone costs \u20ac350 and has a 6.3-inch screen", [(350, "EUR"), (6.3, "inch")]),
        ("our phone number is 555-0612", []),
        # ranges behind "to", and ages
        ("5 to 15 knots rising to 20 to 30 knots", [((5, 15), "knot"), ((20, 30), "knot")]),
        ("it rose from 4 to 6 tonnes", [(4, "tonne"), (6, "tonne")]),
        ("popular among adults 25 to 39", [((25, 39), "year")]),
        ("it gave pupils 30 to 40 books", [((30, 40), "book")]),
        ("won by two lengths over 1400m", [(2, "length"), (1400, "metre")]),
        # what is counted
        ("a pack of 8 comes with a lid", [(8, None)]),
        ("a tray of 6 costs $9", [(6, None), (9, "USD")]),
        ("3 x 250g packs of butter", [(3, "pack"), (250, "gram")]),
        ("a bed of 3 x 5 m", [(3, "metre"), (5, "metre")]),
        ("a staff of 31 and 7 vans", [(31, None), (7, "van")]),
        ("one pill every 6 hours, at most 4 a day", [(1, "pill"), (6, "hour"), (4, None)]),
        (
            "bags of 10, 250ml bottles and 8 400g loaves",
            [(10, "millilitre"), (250, "millilitre"), (8, "loaf"), (400, "gram")],
        ),
        ("three large egg whites", [(3, "white")]),
        ("40 whites fled", [(40, "person")]),
        ("a lakh of voters", [(1e5, "person")]),
        ("the twins (4 and 6) slept", [(4, "year"), (6, "year")]),
        ("the wards (4 and 6) closed", [(4, None), (6, None)]),
        ("she paid $8,000 for one with 90k on it", [(8000, "USD"), (90000, None)]),
        ("for 16, \u00a338 each", [(16, None), (38, "GBP")]),
        # units of the kitchen, the shop and the road
        ("add 2 t vanilla and 1 tsp salt", [(2, "teaspoon"), (1, "teaspoon")]),
        ("ships with 30 t sugar", [(30, "tonne")]),
        ("rice at Rs 62 a kg", [(62, "INR per kilogram")]),
        ("debt of Rs 14k cr", [(14e10, "INR")]),
        ("a lamp of 3000K", [(3000, "kelvin")]),
        ("she makes 95K", [(95000, None)]),
        ("it does 40+ mpg", [(40, "mile per gallon")]),
        ("45+ minutes", [(45, "minute")]),
        ("a lap of 1m 31.6s", [(1, "minute"), (31.6, "second")]),
        ("a screen of 1920 x 1080", [(1920, None), (1080, None)]),
        ("an 8x12-inch pan", [(8, "inch"), (12, "inch")]),
        ("fuel at N640 a litre, up from N210", [(640, "NGN per litre"), (210, "NGN")]),
        ("the N95 costs N1,400", [(1400, "NGN")]),
        ("1450 SF to 1900 SF", [((1450, 1900), "square_foot")]),
        # what is no quantity
        ("a 4-3-3 formation", []),
        ("they are 18-9-4", []),
        ("boards of 2-3-4 inches", [((2, 3), "inch"), (4, "inch")]),
        ("they ran out 3-1 winners", []),
        ("they are 4-9 on the year", []),
        ("they met 4-9 boats a day", [((4, 9), "boat")]),
        ("he went 9-for-14", []),
        ("up 20-9 at the half", []),
        ("held at the 31-yard line", []),
        ("a 31-yard run", [(31, "yard")]),
        ("she takes a size 14 and size 6 shoes", []),
        ("sizes 8 to 18", []),
        ("a class size 28", [(28, None)]),
        ("he lost 1st 6lb", [(1, "stone"), (6, "pound")]),
        ("2 Tbs oil and 4 cups flour, 1 pound", [(2, "tablespoon"), (4, "cup"), (1, "pound")]),
        ("rent of R4 300 a month", [(4300, "ZAR")]),
        ("fuel is up 42c a litre", [(42, "cent per litre")]),
        ("one lakh 35 thousand crore rupees", [(1.35e12, "INR")]),
        ("seven lakh 20 thousand voters", [(720_000, "person")]),
        ("seven lakh, 20 thousand of them new", [(7e5, None), (20_000, None)]),
        ("60 wickets at an average of 21.8", [(60, "wicket"), (21.8, None)]),
        ("he had two-and-sixpence", [(2, None)]),
        ("four-and-thirty guns", [(34, "gun")]),
        ("true to plus or minus four percent", [(4, "percent")]),
        ("it fell to minus four", [(-4, None)]),
        ("it hauls 700 kg and seats nine", [(700, "kilogram"), (9, None)]),
        ("we gave 20 hectares, the army 15", [(20, "hectare"), (15, "hectare")]),
        ("a four-course meal for six", [(4, "course"), (6, None)]),
        ("a half-pound loaf", [(0.5, "pound")]),
        ("a 9-to-5 job from 12 noon", []),
        ("a one-in-a-million shot", [(1, None), (1e6, "shot")]),
        ("a 6-in-wide pipe", [(6, "inch")]),
        ("a town of 40,000 with 12 doctors", [(40_000, None), (12, "person")]),
        ("the 41-year-old had a rate of 0.19", [(41, "year"), (0.19, None)]),
        ("a case of 12 \u00a384", [(12, None), (84, "GBP")]),
        ("a 7-foot wall and 15 others", [(7, "foot"), (15, None)]),
        ("the zip code 60614", []),
        ("a 5 bedroom villa with a 2 car garage", [(5, "bedroom"), (2, "car")]),
        ("an eleven man team", [(11, "person")]),
        ("a record 30 house fires", [(30, "fire")]),
        ("eleven school teams", [(11, "team")]),
        # the old order of number words
        ("three and sixty sheep", [(63, "sheep")]),
        ("between three and sixty sheep", [((3, 60), "sheep")]),
        ("ages four and twenty years", [(4, "year"), (20, "year")]),
    ],
)
def test_everyday_quantities_are_read_as_they_are_meant(
    scan_text: ScanText, text: str, expected: list[Read]
) -> None:
    assert read(scan_text, text) == expected


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("it takes maybe 45 minutes", "about"),
        ("close on 700 goats", "about"),
        ("not far off 9 percent", "about"),
        ("a little over 4 hours", "more_than"),
        ("little under 60 kg", "less_than"),
        ("he scored 140 over 80", "exact"),
        ("min. 2 nights", "at_least"),
        ("allow max. 5 guests", "at_most"),
        ("south of 30 percent", "less_than"),
        ("scarcely 70 kg", "about"),
        ("the better part of 6 hours", "about"),
        ("at or above 9 percent", "at_least"),
        ("at or below 9 percent", "at_most"),
        ("more or less 80 goats", "about"),
        ("80 goats, more or less", "exact"),
        ("it took like 50 minutes", "about"),
        ("it looks like 50 minutes", "exact"),
        ("it does 40+ mpg", "at_least"),
        ("won the race over 2400m", "exact"),
        ("ran over 2400m", "more_than"),
    ],
)
def test_everyday_words_bound_a_number(scan_text: ScanText, text: str, qualifier: str) -> None:
    assert scan_text(text).quantities[-1].qualifier == qualifier
