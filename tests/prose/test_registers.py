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
        ("It takes a day or two, or a week to three weeks.", ["1..2 day", "1..3 week"]),
        (
            "They let 46 one-bedroom flats and ten 50-metre lanes.",
            "46 flat,1 bedroom,10 lane,50 metre",
        ),
        ("The drive is 12x faster and 2.5× cheaper.", ["12 time", "2.5 time"]),
        (
            "It was 30 C in the shade and 96 F at noon.",
            ["30 degree_celsius", "96 degree_fahrenheit"],
        ),
        ("A rate of 40 cases per million was seen.", ["40 case per million"]),
        ("It gained 4 ppts and 46 MPs.", ["4 percentage_point", "46 person"]),
        (
            "A 30 s rest, 16 h light, a 10 K step and a 3 T magnet.",
            "30 second,16 hour,10 kelvin,3 tesla",
        ),
        ("They gave 5 U/mL, 12 µU/mL and 3 CFU/g.", None),
        (
            "The dose was 46 kGy at 5 Ω cm and 12 Pa s.",
            "46 kilogray,5 ohm_centimetre,12 pascal_second",
        ),
        (
            "Each dish held 1.5 × 106 cells at 3 × 108 m/s.",
            "1500000 cell,300000000 metre per second",
        ),
        ("The bond is 0.496 (1) nm and its radius 96 pm.", ["0.496 nanometre", "96 picometre"]),
        ("The rod is 46 mm (± 3) long.", ["43..49 millimetre"]),
        ("The telescope has a beam of 12′ or 20′′.", ["12 arcminute", "20 arcsecond"]),
        ("A factor of 0.9 fits, and the x = 0.2 curve shows it.", ["0.9 -", "0.2 -"]),
        (
            "The VLA 5 GHz survey and a gel (SDS-PAGE, 12% acrylamide).",
            ["5 gigahertz", "12 percent"],
        ),
        ("It is 46 Ma old.", ["46 megayear"]),
    ],
)
def test_every_quantity_has_its_value_and_unit(
    text: str, quantities: list[str] | str | None
) -> None:
    if quantities is None:
        names = (
            "5 unit per millilitre",
            "12 microunit per millilitre",
            "3 colony_forming_unit per gram",
        )
        quantities = list(names)
    assert told(text) == (quantities.split(",") if isinstance(quantities, str) else quantities)


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
        "Season 11 was the last, after season four.",
        "See § 12 and ss. 12-14 of the Act.",
        "Write to EH1 1AA.",
        "1.2 Scope of the rules",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert told(text) == []
