"""Numbers in every form are read with the value that they state."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainfigures.prose.numbers.numbers import parse
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.tokens import Tokens

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = [(10**9, "billion"), (10**6, "million"), (10**3, "thousand")]


def in_words(number: int, hyphen: str = "-", joiner: str = "and ") -> str:
    """A number as English writes it: the generator for the reader's inverse."""
    for scale, word in SCALES:
        if number >= scale:
            rest = number % scale
            link = (
                ""
                if not rest
                else f" {joiner if rest < 100 else ''}{in_words(rest, hyphen, joiner)}"
            )
            return f"{in_words(number // scale, hyphen, joiner)} {word}{link}"
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (
            f" {joiner}{in_words(rest, hyphen)}" if rest else ""
        )
    if number >= 20:
        return TENS[number // 10] + (hyphen + UNITS[number % 10] if number % 10 else "")
    return UNITS[number]


def value(text: str) -> Decimal | None:
    """The value of a text that is one number from end to end."""
    tokens = Tokens(text, 0, len(text))
    number = parse(tokens, 0)
    assert number is not None, text
    assert number.last == tokens.size, text
    return number.value


@given(st.integers(1, 10**12 - 1), st.sampled_from(["-", " "]), st.sampled_from(["and ", ""]))
def test_any_number_in_words_is_read_back(number: int, hyphen: str, joiner: str) -> None:
    assert value(in_words(number, hyphen, joiner)) == number


@given(st.integers(0, 10**15))
def test_western_grouping_is_read_back(number: int) -> None:
    assert value(f"{number:,}") == number


@given(st.integers(1000, 10**15), st.sampled_from([" ", "'"]))
def test_grouping_with_spaces_and_apostrophes_is_read_back(number: int, mark: str) -> None:
    assert value(f"{number:,}".replace(",", mark)) == number


@given(st.integers(0, 10**6), st.integers(0, 999))
def test_decimals_are_read_exactly(whole: int, part: int) -> None:
    assert value(f"{whole}.{part:03d}") == Decimal(f"{whole}.{part:03d}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5 million", "1500000"),
        ("4.48 billion", "4480000000"),
        ("12,34,567", "1234567"),
        ("1.234.567", "1234567"),
        ("3 lakh", "300000"),
        ("2 crore", "20000000"),
        ("half a million", "500000"),
        ("a half-million", "500000"),
        ("half-million", "500000"),
        ("a half-dozen", "6"),
        ("a million and a half", "1500000"),
        ("two and a half million", "2500000"),
        ("three and a half", "3.5"),
        ("one and one-half", "1.5"),
        ("2\u00bd", "2.5"),
        ("3 1/2", "3.5"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("two score", "40"),
        ("a hundred thousand", "100000"),
        ("three quarters of a million", "750000"),
        ("20 thousand", "20000"),
        ("5bn", "5000000000"),
        ("25k", "25000"),
        ("five point two million", "5200000"),
        ("sixty-one and a third", "61.3333"),
        ("eight million and two ninths", "8222222.2222"),
        ("a hundred and seven and three quarters", "107.75"),
        ("two thirds of a billion", "666666666.6667"),
        ("quarter million", "250000"),
        ("three quarters million", "750000"),
        ("two billion and a quarter million", "2000250000"),
        ("thirty-one fifths", "6.2"),
        ("one thirty-second", "0.03125"),
        ("two hundred and forty fifths", "48"),
        ("two hundred forty fifths", "4.4444"),
        ("4 hundred and 17", "417"),
        ("3 thousand 4 hundred", "3400"),
        ("6 million 250 thousand", "6250000"),
        ("6'3", "6.25"),
        ("60 lakhs", "6000000"),
        ("4 crores", "40000000"),
        ("two millions", "2000000"),
        ("half-a-dozen", "6"),
        ("8m yen", "8000000"),
        ("8m US dollars", "8000000"),
        ("40 thou", "40000"),
        ("6.6 x 10^23", "6.6e23"),
        ("half dozen", "6"),
        ("8 million 2 hundred thousand", "8200000"),
        ("4.321.000,25", "4321000.25"),
        ("4 321 000,25", "4321000.25"),
        ("3.2 bil", "3200000000"),
        ("17 and 3/4", "17.75"),
        ("9-3/4", "9.75"),
        ("1/200", "0.005"),
        ("4.1E5", "410000"),
        ("4 dozens", "48"),
        ("six dozs", "72"),
        ("2.4b", "2400000000"),
        ("30k", "30000"),
        ("40K farmers", "40000"),
        ("25m of their users", "25000000"),
        ("6 B people", "6000000000"),
        ("3,310,400 M", "3310400000000"),
        ("3 tln", "3000000000000"),
        ("2e6", "2000000"),
        ("one point four million", "1400000"),
        ("6 mil", "6000000"),
        ("7.25e-2", "0.0725"),
        ("4.1x10^3", "4100"),
        ("1.6 \u00d7 10\u207b\u00b9\u2079", "1.6e-19"),
        ("4^-1", "0.25"),
        ("10 -3", "0.001"),
        ("twelve point oh four", "12.04"),
        ("25K NOK", "25000"),
        ("four one-hundredths", "0.04"),
        ("seven ten-thousandths", "0.0007"),
        ("three-fourth", "0.75"),
        ("one one hundred sixtieth", "0.00625"),
        ("420K", "420000"),
        ("30-odd thousand", "30000"),
        ("sixty-odd thousand", "60000"),
    ],
)
def test_a_form_of_its_own_has_the_value_that_it_states(text: str, expected: str) -> None:
    number = parse(Tokens(text, 0, len(text)), 0)
    assert number is not None
    assert number.value == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "last"), [("3 hundred and 2 hundred", 2), ("35m of cable", 1), ("300 K", 1)]
)
def test_a_number_ends_where_another_or_its_unit_begins(text: str, last: int) -> None:
    number = parse(Tokens(text, 0, len(text)), 0)
    assert number is not None
    assert number.last == last


@pytest.mark.parametrize(
    "text",
    ["dozens", "hundreds of thousands", "several hundred", "tens of thousands", "a few hundred"],
)
def test_a_vague_number_has_no_value(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize("text", ["1.2.3", "1" * 40, "192.168.1.20"])
def test_what_is_no_number_is_not_read(text: str) -> None:
    tokens = Tokens(text, 0, len(text))
    assert parse(tokens, 0) is None


def test_the_end_of_a_sentence_is_no_number() -> None:
    assert not is_number("")
