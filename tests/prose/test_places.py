"""Places and events are found by the words that lead to them."""

import pytest

from plainfigures.prose.events import event_names
from plainfigures.prose.names import Name
from plainfigures.prose.places import place_names
from plainfigures.prose.tokens import Tokens


def said(text: str, tokens: Tokens, names: list[Name]) -> list[str]:
    return [text[tokens.start[name.first] : tokens.end[name.last - 1]] for name in names]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ten fell in Bor.", "Bor"),
        ("Ten fell in the Olt, Bor, and Mirva districts.", "Olt, Bor, and Mirva districts"),
        ("Ten fell along the Kenya-Uganda disputed border.", "Kenya-Uganda disputed border"),
        ("Ten fell in the liberated territories.", "liberated territories"),
        ("Ten left Kenya and Uganda.", "Kenya and Uganda"),
    ],
)
def test_a_place_is_found(text: str, place: str) -> None:
    tokens = Tokens(text, 0, len(text))
    assert said(text, tokens, place_names(tokens)) == [place]


@pytest.mark.parametrize(
    "text", ["Ten fell, laid low by Kenya.", "It lies just down the road from Kenya."]
)
def test_an_agent_or_a_distance_is_no_place(text: str) -> None:
    tokens = Tokens(text, 0, len(text))
    assert place_names(tokens) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ten fell in the Second Olt War.", "Second Olt War"),
        ("Ten fell in the Mirva massacre.", "Mirva massacre"),
        ("Ten fell in the Battle of Bor.", "Battle of Bor"),
    ],
)
def test_an_event_is_found_by_its_name(text: str, event: str) -> None:
    tokens = Tokens(text, 0, len(text))
    assert said(text, tokens, event_names(tokens)) == [event]
