"""`counted` holds who or what is counted; of a share, an area or a sum what it is of or for."""

from collections.abc import Callable

import pytest

from plainfigures.figures import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "number", "counted", "rule"),
    [
        ("Some 40 women and children were hurt.", 0, "women and children", "noun phrase"),
        ("They killed 40 guards and rebels fled.", 0, "guards", "noun phrase"),
        ("Adria gave a $5 million grant.", 0, "grant", "noun after the sum"),
        ("Adria gave $5 million in food aid to Bor.", 0, "food aid", "after in"),
        (
            "Norway gave Sudan $5 million for demining in the hills.",
            0,
            "demining",
            "after for",
        ),
        (
            "Norway pledged $5 million over three years to the Relief Office for the Displaced.",
            0,
            "Relief Office for the Displaced",
            "after to",
        ),
        (
            "Norway pledged $5 million (\u00a33 million) to help rebuild rural clinics in Sudan.",
            0,
            "rural clinics",
            "after to",
        ),
        (
            "The aid appeal has a funding gap of $5 million.",
            0,
            "funding gap",
            "noun that the sum measures",
        ),
        (
            "The relief fund has so far received contributions totalling $5 million.",
            0,
            "contributions",
            "noun that the sum measures",
        ),
        (
            "The shortfall for flood relief is $5 million.",
            0,
            "shortfall for flood relief",
            "noun of the measure",
        ),
        (
            "Teams cleared mines from 40 hectares of contaminated farmland.",
            0,
            "contaminated farmland",
            "after of",
        ),
        (
            "The raid killed 12 members of the border police.",
            0,
            "members of the border police",
            "noun phrase",
        ),
        (
            "The raid killed three Kenyan soldiers and left 14 wounded.",
            1,
            "Kenyan soldiers",
            "people of the number before",
        ),
        (
            "A weak crop led to a 7 per cent fall in exports of tea last year.",
            0,
            "exports of tea",
            "what changed",
        ),
        ("The trade deficit grew 7 per cent.", 0, "trade deficit", "what changed"),
        (
            "Kenya took 22 per cent of Adria's exports. Uganda came second with 19 per cent.",
            1,
            "Adria's exports",
            "what the percentage before is of",
        ),
    ],
)
def test_what_is_counted_is_read(
    read: Read, text: str, number: int, counted: str, rule: str
) -> None:
    figure = read(text).figures[number]
    assert (figure.counted, figure.rules.get("counted")) == (counted, rule)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Norway pledged $5 million in May.", 0),
        ("Norway pledged $5 million for three years.", 0),
        ("Kenya's trade rose 7 per cent in the summer.", 0),
    ],
)
def test_a_time_is_not_what_is_counted(read: Read, text: str, number: int) -> None:
    figure = read(text).figures[number]
    assert figure.counted in (None, "Kenya's trade")
