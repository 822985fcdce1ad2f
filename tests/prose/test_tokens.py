"""Tokens point at the text that they stand for."""

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.prose.words.tokens import Tokens, tables


@given(st.text(max_size=200))
def test_every_token_is_the_slice_at_its_offsets(text: str) -> None:
    tokens = Tokens(text, 0, len(text))
    for raw, start, end in zip(tokens.raw, tokens.start, tokens.end, strict=True):
        written = text[start:end].lower()
        # "De-mining" is one word
        assert raw.lower() in (written, written.replace("-", ""))


@given(st.text(max_size=200))
def test_no_sign_but_white_space_is_left_out(text: str) -> None:
    tokens = Tokens(text, 0, len(text))
    if text.count(".") < 2:  # the points after titles are left out
        assert "".join(tokens.raw).lower() == "".join(text.split()).lower()


def test_words_numbers_and_genitives_are_tokens_of_their_own() -> None:
    text = "The U.S. envoy's 1,234.5 km\u2014walk"
    assert Tokens(text, 0, len(text)).raw == [
        "The", "U.S.", "envoy", "'s", "1,234.5", "km", "\u2014", "walk",
    ]  # fmt: skip


def test_a_shortened_not_is_read_as_the_word() -> None:
    text = "It didn't and can't, so we won't."
    assert Tokens(text, 0, len(text)).word == [
        "it", "did", "not", "and", "can", "not", ",", "so", "we", "will", "not", ".",
    ]  # fmt: skip


def test_no_token_is_empty_where_a_text_begins_with_the_end_of_a_word() -> None:
    text = "n't be using it, hand it in at desk 4."
    assert all(Tokens(text, 0, len(text)).word)


@given(
    st.lists(
        st.sampled_from(
            "12 people , were once again on the one hand 40 officials said ( ) ; .".split()
        )
    )
)
def test_no_number_is_left_out_of_the_tables_of_a_text(words: list[str]) -> None:
    text = " ".join(words)
    read = list(tables(text, 0, len(text)))
    found = [word for table in read for word in table.word]
    found += [text[low:high] for table in read for low, high in table.passed]
    numbers = {"12", "once", "40", "one"}
    assert sorted(w for w in found if w in numbers) == sorted(w for w in words if w in numbers)


def test_a_long_sentence_is_read_to_its_end_though_words_are_left_out() -> None:
    text = "They were also quickly brought home, officials said, and " * 90 + "9 died."
    found = list(tables(text, 0, len(text)))
    assert len(found) > 1
    assert found[-1].word[-3:] == ["9", "died", "."]


def test_the_capital_that_only_opens_a_quotation_is_small() -> None:
    text = "He said: \u201cIn May some died.\u201d"
    assert Tokens(text, 0, len(text)).raw[4:7] == ["in", "May", "some"]
