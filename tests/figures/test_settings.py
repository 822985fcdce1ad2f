"""A figure without a place of its own has that of its paragraph, heading or text, never a guess."""

from collections.abc import Callable

import pytest

from plainfigures.figures import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        (
            "In Kenya, so the office said after a long debate, 40 men died.",
            "Kenya",
            "nearest place",
        ),
        (
            "Floods in Kenya\n\nThe storm came in the night and took many by surprise. Some 40 men "
            "died.",
            "Kenya",
            "place in the heading",
        ),
        (
            "Kenya saw rain. Roads in Kenya were closed.\n\nSome 40 men died.",
            "Kenya",
            "what the paragraphs are about",
        ),
        (
            "Storms crossed Kenya. Roads in Kenya were closed.\n\nThe rain went on.\n\nIt was "
            "cold.\n\nSome 40 men died.",
            "Kenya",
            "what the section is about",
        ),
        ("Canada gave $5 million to the Relief Office in Kenya.", "Kenya", "nearest place"),
    ],
)
def test_the_place_is_found_and_explained(read: Read, text: str, place: str, rule: str) -> None:
    (figure,) = read(text).figures
    assert (figure.place, figure.rules.get("place")) == (place, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Roads in Kenya and in Uganda were closed.\n\nSome 40 men died.",
        "According to Kenya the war is over, Kenya said.\n\nSome 40 men died.",
        "A Kenyan paper wrote of it.\n\nSome 40 men died.",
    ],
)
def test_a_text_about_no_one_place_gives_none(read: Read, text: str) -> None:
    assert read(text).figures[-1].place is None


def test_who_gives_the_money_is_not_where_it_goes(read: Read) -> None:
    (figure,) = read(
        "Canada is a donor. Schools in Canada help.\n\nCanada gave $5 million in aid."
    ).figures
    assert figure.own["donor"] == "Canada"
    assert figure.place is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Some 90 died, 12 of them in Bor, and 30 are missing.", {"90": None, "12": "Bor"}),
        ("Some 90 died, 12 of them in Bor. Another 30 are missing.", {"30": None}),
        (
            "Some 90 fled; a raid on Bor drove 12 people from their homes.",
            {"90": None, "12": "Bor"},
        ),
        ("Some 90 died, said Ana Senn, who runs the office in Bor.", {"90": None}),
        ("US$ 90 million was spent on aid.", {"US$ 90 million": None}),
    ],
)
def test_a_place_of_others_is_not_taken(
    read: Read, text: str, places: dict[str, str | None]
) -> None:
    found = {text[one.number_start : one.number_end]: one.place for one in read(text).figures}
    assert {number: found[number] for number in places} == places


def test_the_partner_of_the_sentence_before_is_no_place_of_trade(read: Read) -> None:
    *_, last = read(
        "Trade with China trebled last year. Wine exports rose by 12 percent in the first quarter."
    ).figures
    assert last.measure == "change_in_trade"
    assert last.place is None
