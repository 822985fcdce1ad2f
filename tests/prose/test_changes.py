"""The direction of a change is read from its verb, adverb or sign; a level has none."""

import pytest

from plainfigures.prose.nouns.changes import direction
from plainfigures.prose.quantities.scan import scan
from plainfigures.prose.words.normal import normalise
from plainfigures.prose.words.tokens import Tokens


def directions(text: str) -> list[str | None]:
    """The direction of each quantity of a sentence."""
    plain = normalise(text)
    tokens = Tokens(plain, 0, len(plain))
    found = scan(tokens).quantities
    ways = [direction(tokens, found, k) for k in range(len(found))]
    return [None if way is None else way[0] for way in ways]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea exports rose 6 percent to 4,200 tonnes.", ["increase", None]),
        ("Tea exports climbed from 30 to 44.", [None, None]),
        ("The index lost 90 points, or 0.4%.", ["decrease", "decrease"]),
        ("Cocoa fell 3 percent, copper by 5 percent.", ["decrease", "decrease"]),
        ("Cocoa +0.4%, copper \u22122.1%.", ["increase", "decrease"]),
        ("Shares were up 7 percent.", ["increase"]),
        ("Rents inched up 0.3 percent.", ["increase"]),
        ("Oda vaulted 14 percent and Brin sagged 2 percent.", ["increase", "decrease"]),
        ("Prices rose by 4 percent and 6 percent.", ["increase", "increase"]),
        ("Prices rose 4 percent and 6 percent of shops shut.", ["increase", None]),
        ("Shares shed an additional 2 percent.", ["decrease"]),
        ("The index shed 70 pts.", ["decrease"]),
        ("Rents came down 3 percent.", ["decrease"]),
        ("Margins improved by 40 basis points.", ["increase"]),
        ("The crew improved 40 barns.", [None]),
        ("The estimate was revised downward by $3 million.", ["decrease"]),
        ("The ice loses 90 gigatonnes annually.", ["decrease"]),
        ("It sold 30 sets up from 20 in May.", [None, None]),
        ("Employment grew by 2,500 posts.", ["increase"]),
        ("The market was off 4.2 percent.", ["decrease"]),
        ("Oda was up 9 percent; Old Brin, 7 percent; and Tal, 4 percent.", ["increase"] * 3),
        ("Oda fell 9 percent, Brin 7 percent and Tal 4 percent.", ["decrease"] * 3),
        ("Shares dropped 60 cents to $14.", ["decrease", None]),
        ("The index added 41 points.", ["increase"]),
        (
            "They mean to slash the use of lead, tin and zinc in the town's mills by 80%.",
            ["decrease"],
        ),
        ("The fund was down 4% and under the mean.", ["decrease"]),
    ],
)
def test_a_change_has_the_direction_of_its_words(text: str, expected: list[str | None]) -> None:
    assert directions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He lost a case with 40 letters.",
        "The town gave up 17 houses.",
        "It was the steepest rise in 30 months.",
        "They agreed on an overall cut of 200 barrels.",
        "The society raised 40 barns.",
        "Gold was higher at $90.",
    ],
)
def test_a_number_that_does_not_move_has_no_direction(text: str) -> None:
    assert directions(text) == [None]
