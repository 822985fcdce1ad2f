"""The words of a text in plain letters."""

import re

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.prose.words.letters import letters, places

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("aAzZ\u0130é?"))


@given(_TEXTS)
def test_every_sign_but_the_plain_letters_is_blank_and_none_moves(text: str) -> None:
    low = "".join(sign.lower() if len(sign.lower()) == 1 else " " for sign in text)
    assert letters(text) == re.sub("[^a-z]", " ", low, flags=re.DOTALL)


@given(st.text("one x"), st.sets(st.sampled_from(["one", "on", "eno", "x"])))
def test_words_are_found_where_they_stand_alone(text: str, sought: set[str]) -> None:
    found = [(match.start(), match.group()) for match in re.finditer("[a-z]+", text)]
    assert list(places(text, sought)) == [(at, word) for at, word in found if word in sought]
