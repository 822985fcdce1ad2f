"""Plain quantities of many registers: the value and unit of every number, and what is none."""

from __future__ import annotations

import pytest

from plainfigures.prose.quantities.scan import scan
from plainfigures.prose.words.normal import normalise
from plainfigures.prose.words.tokens import Tokens


def told(text: str) -> list[str]:
    """Every quantity of a sentence as "value unit", a range as "low..high unit"."""
    plain = normalise(text)
    found = []
    for q in scan(Tokens(plain, 0, len(plain))).quantities:
        value = f"{q.low:f}..{q.high:f}" if q.value is None else f"{q.value:f}"
        found.append(f"{value} {q.unit or '-'}")
    return found


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("It takes a day or two, or a week to three weeks.", "1..2 day, 1..3 week"),
        (
            "They let 46 one-bedroom flats and ten 50-metre lanes.",
            "46 flat, 1 bedroom, 10 lane, 50 metre",
        ),
        ("The drive is 12x faster and 2.5× cheaper.", "12 time, 2.5 time"),
        ("It was 30 C in the shade and 96 F at noon.", "30 degree_celsius, 96 degree_fahrenheit"),
        ("A rate of 40 cases per million was seen.", "40 case per million"),
        ("It gained 4 ppts and 46 MPs.", "4 percentage_point, 46 person"),
        (
            "A 30 s rest, 16 h light, a 10 K step and a 3 T magnet.",
            "30 second, 16 hour, 10 kelvin, 3 tesla",
        ),
        (
            "They gave 5 U/mL, 12 µU/mL and 3 CFU/g.",
            "5 unit per millilitre, 12 microunit per millilitre, 3 colony_forming_unit per gram",
        ),
        (
            "The dose was 46 kGy at 5 Ω cm and 12 Pa s.",
            "46 kilogray, 5 ohm_centimetre, 12 pascal_second",
        ),
        (
            "Each dish held 1.5 × 106 cells at 3 × 108 m/s.",
            "1500000 cell, 300000000 metre per second",
        ),
        ("The bond is 0.496 (1) nm and its radius 96 pm.", "0.496 nanometre, 96 picometre"),
        ("The rod is 46 mm (± 3) long.", "43..49 millimetre"),
        ("The telescope has a beam of 12′ or 20′′.", "12 arcminute, 20 arcsecond"),
        ("A factor of 0.9 fits, and the x = 0.2 curve shows it.", "0.9 -, 0.2 -"),
        ("The VLA 5 GHz survey and a gel (SDS-PAGE, 12% acrylamide).", "5 gigahertz, 12 percent"),
        ("It is 46 Ma old.", "46 megayear"),
        ("A magnitude 7 quake and one with a magnitude of 6.1.", "7 magnitude, 6.1 magnitude"),
        (
            "It would raise £3bn to £4bn; a full tank lasts 400 to 450 miles.",
            "3000000000..4000000000 GBP, 400..450 mile",
        ),
        ("It runs for nearly a mile and a half.", "1.50 mile"),
        ("Those over 65 pay, nobody under 18 does.", "65 year, 18 year"),
        ("He scored 12.4 out of 20.", "12.4 -, 20 -"),
        ("Plates 12 mm thick lie on steps 5 cm wide.", "12 millimetre, 5 centimetre"),
        ("They cut it by 20 cents to 80 cents.", "20 cent, 80 cent"),
        ("He allowed two runs over seven innings.", "2 run, 7 inning"),
        ("They run 46 savings accounts and 12 goods trains.", "46 account, 12 train"),
        (
            "We saw 46 would-be buyers, ten out-of-work men and nine break-ins.",
            "46 person, 10 person, 9 break-in",
        ),
        ("She was 11 when she left, and 30 when she came back.", "11 year, 30 year"),
        ("He won ten grand; she bought three pounds of nails.", "10000 -, 3 pound"),
        ("A pack of 20 now costs 12 dollars.", "20 -, 12 USD"),
        (
            "It gives 3.2 grams of gold per tonne at 0.75 bar in the pipe.",
            "3.2 gram per tonne, 0.75 bar",
        ),
        ("Nearly 4 in 10 adults agree.", "40.00 percent"),
        ("At 10 K decreases are seen, and 6.6 T at most.", "10 kelvin, 6.6 tesla"),
        ("They use eight GPUs at 12c/kWh.", "8 gpu, 12 cent per kilowatt_hour"),
    ],
)
def test_every_quantity_has_its_value_and_unit(text: str, quantities: str) -> None:
    assert ", ".join(told(text)) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "They meet at nine o'clock, at five to nine or at ten past four.",
        "It was six in the morning, and at eight that night they left.",
        "The law of 12-Sep-2003 was passed.",
        "The board voted seven to two to merge.",
        "Call 555-0123 or 1-800-555-0199.",
        "The book has ISBN 978-3-16-148410-0.",
        "Earlier work [5-8] and [3–5,12] says so.",
        "Take omega-3 oils.",
        "The 75As and 13C NMR spectra and the 199 La signals differ.",
        "It was a quarter to eight; they met at half-past eight or at five-thirty.",
        "Call (212) 555-0187, by 08.30.",
        "They run Python 2.7 on the number 12 bus.",
        "Season 11 was the last, after season four.",
        "See § 12 and ss. 12-14 of the Act.",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert told(text) == []
