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
        # what is counted
        ("a pack of 8 comes with a lid", [(8, None)]),
        ("a tray of 6 costs $9", [(6, None), (9, "USD")]),
        ("3 x 250g packs of butter", [(3, "pack"), (250, "gram")]),
        ("a bed of 3 x 5 m", [(3, "metre"), (5, "metre")]),
        ("a staff of 31 and 7 vans", [(31, None), (7, "van")]),
        ("one pill every 6 hours, at most 4 a day", [(1, "pill"), (6, "hour"), (4, None)]),
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
    ],
)
def test_everyday_words_bound_a_number(scan_text: ScanText, text: str, qualifier: str) -> None:
    assert scan_text(text).quantities[-1].qualifier == qualifier
