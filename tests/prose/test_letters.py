"""The words of a text in plain letters."""

import re

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.prose.letters import letters


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("az é?")))
def test_every_sign_but_the_plain_letters_is_blank_and_none_moves(text: str) -> None:
    assert letters(text) == re.sub("[^a-z]", " ", text, flags=re.DOTALL)
