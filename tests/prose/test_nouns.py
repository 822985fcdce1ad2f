"""The walk to the counted noun stops where its phrase does."""

import pytest

from plainfigures.prose.nouns.nouns import walk
from plainfigures.prose.words.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "phrase", "unit"),
    [
        ("internally displaced persons live here", "internally displaced persons", "person"),
        ("members of the security forces", "members", "person"),
        ("dead and lists 40 as missing", "dead", "person"),
        ("anti-personnel mines lie there", "anti-personnel mines", "mine"),
        ("South Caucasian states remain", "South Caucasian states", "state"),
        ("exclave and border villages", "exclave and border villages", "village"),
        ("elderly, and others", "elderly", "person"),
        ("Karabakh Armenians left", "Karabakh Armenians", "person"),
        ("brave, young men sang", "brave, young men", "person"),
        ("types of mines", "types of mines", "mine"),
        ("families (nine persons)", "families", "family"),
    ],
)
def test_the_counted_noun_has_its_phrase_and_unit(text: str, phrase: str, unit: str) -> None:
    tokens = Tokens(text, 0, len(text))
    noun = walk(tokens, 0, one=False)
    assert noun is not None
    found = text[tokens.start[noun.first] : tokens.end[noun.last - 1]]
    assert (found, noun.unit) == (phrase, unit)


@pytest.mark.parametrize(
    "text",
    ["in the north", "were killed", ", and more", "30 more", "need shelter now", "found new work"],
)
def test_where_no_noun_follows_there_is_none(text: str) -> None:
    assert walk(Tokens(text, 0, len(text)), 0, one=False) is None
