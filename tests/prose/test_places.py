"""Places and events are found by the words that lead to them."""

import pytest

from plainfigures.prose.places.places import place_names
from plainfigures.prose.quantities.events import event_names, place_in
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.tokens import Tokens


def said(text: str, tokens: Tokens, names: list[Name]) -> list[str]:
    return [text[tokens.start[name.first] : tokens.end[name.last - 1]] for name in names]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ten fell in Bor.", "Bor"),
        ("Ten fell in both countries.", "both countries"),
        ("Ten fell in the 60 countries.", "60 countries"),
        ("Ten fell near Bor January 12.", "Bor"),
        ("Of the village of Orla I will say this.", "village of Orla"),
        ("Ten fell in the Olt, Bor, and Mirva districts.", "Olt, Bor, and Mirva districts"),
        ("Ten fell along the Kenya-Uganda disputed border.", "Kenya-Uganda disputed border"),
        ("Ten fell in the liberated territories.", "liberated territories"),
        ("Ten left Kenya and Uganda.", "Kenya and Uganda"),
        ("Ten fell in Kenya, Uganda and Sri Lanka.", "Kenya, Uganda and Sri Lanka"),
        ("Ten fell in the hill town of Bor.", "hill town of Bor"),
        ("Ten fell in a raid on Bor.", "Bor"),
        ("Ten have gone back to Bor.", "Bor"),
        ("Ten moved back into Old Bor.", "Old Bor"),
        ("Ten fled the town of Bor.", "town of Bor"),
        ("Ten were carried from the ridge.", "ridge"),
        ("Ten left for the camp at Bor.", "Bor"),
        ("Ten fell at the camp near Bor.", "camp near Bor"),
        ("Ten fell around the world.", "world"),
        ("Ten fell worldwide.", "worldwide"),
        ("Ten came to Guinea-Bissau.", "Guinea-Bissau"),
        ("Ten fell in Bor, Senn and Mirva.", "Bor, Senn and Mirva"),
        ("Ten fell in Bor, and Senn said so.", "Bor"),
        ("Ten came home to the upper villages.", "upper villages"),
        ("Ten have left the border towns.", "border towns"),
        ("Ten fell on the road to Bor.", "road to Bor"),
        ("Ten drowned on Lake Bor.", "Lake Bor"),
        ("Ten fell at Hill 304.", "Hill 304"),
        ("Ten fell in neighbouring Bor.", "neighbouring Bor"),
        ("Ten left Bor for good.", "Bor"),
    ],
)
def test_a_place_is_found(text: str, place: str) -> None:
    tokens = Tokens(text, 0, len(text))
    assert said(text, tokens, place_names(tokens)) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Ten fell, laid low by Kenya.",
        "It lies just down the road from Kenya.",
        "Ten met at the Relief Conference.",
        "Ten went back to UNICEF.",
        "Ten read it in the Evening Herald.",
        "Ten stood on the Kenyan side.",
        "Ten spoke to Ana Brod.",
        "Ten fled their own country.",
        "Ten came home to their villages.",
    ],
)
def test_an_agent_a_body_or_a_distance_is_no_place(text: str) -> None:
    tokens = Tokens(text, 0, len(text))
    assert place_names(tokens) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ten fell in the Second Olt War.", "Second Olt War"),
        ("Ten fell in the Mirva massacre.", "Mirva massacre"),
        ("Ten fell in the Battle of Bor.", "Battle of Bor"),
        ("Ten fell in the coup of 1980.", "coup of 1980"),
        ("Ten fell in Hurricane Olt.", "Hurricane Olt"),
    ],
)
def test_an_event_is_found_by_its_name(text: str, event: str) -> None:
    tokens = Tokens(text, 0, len(text))
    assert said(text, tokens, event_names(tokens)) == [event]


def test_a_number_of_the_time_names_no_event() -> None:
    for text in ("On May 12 earthquake waves came.", "In the summer of 2014 floods came."):
        assert event_names(Tokens(text, 0, len(text))) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Oda floods killed 9.", "Oda"),
        ("The Battle of Oda began.", "Oda"),
        ("Roadside bombings hurt 9.", None),
    ],
)
def test_an_event_has_its_place_in_its_name(text: str, place: str | None) -> None:
    tokens = Tokens(text, 0, len(text))
    (event,) = event_names(tokens)
    span = place_in(tokens, event)
    assert place == (span and text[tokens.start[span[0]] : tokens.end[span[1] - 1]])
