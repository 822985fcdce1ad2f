"""Normalisation changes signs one for one, so that offsets stay true."""

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.prose.words.normal import normalise


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(normalise(text)) == len(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert normalise(text) == text


def test_the_point_of_an_abbreviation_is_left_out_within_a_sentence() -> None:
    assert (
        normalise("12 per cent. of it, 9 per cent. Then") == "12 per cent  of it, 9 per cent. Then"
    )


def test_hyphens_spaces_and_digits_in_other_forms_become_plain() -> None:
    assert (
        normalise("30\u2011year, 12\u00a0500 and \u0661\u0662\u0663") == "30-year, 12 500 and 123"
    )
