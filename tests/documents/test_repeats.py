"""A paragraph that stands again in another is a repeat, exact or not; a reworded one is near."""

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.documents import Document, Repeat, document_of_text, words


def distinct(count: int) -> st.SearchStrategy[list[str]]:
    """Texts of so many words, none of them twice."""
    return st.integers(1, 999).map(lambda step: [f"w{k * step}" for k in range(count)])


def document(*paragraphs: str) -> Document:
    return document_of_text("x", "\n\n".join(paragraphs))


LONG = (
    "In the spring the river left its bed and took the road with it; the mill, the bridge and the "
    "lower barns were gone by noon, and nobody in the valley spoke of anything else for a year."
)


def test_a_pull_quote_is_a_repeat_of_its_paragraph() -> None:
    pulled = "the mill, the bridge and the lower barns were gone by noon"
    assert document("Before.", LONG, pulled).repeats == (Repeat(3, 2, 14, True),)
    assert document(pulled, LONG).repeats == (Repeat(1, 2, 14, True),)


def test_case_and_signs_between_the_words_make_it_inexact() -> None:
    for pulled in (
        "The mill, the bridge and the lower barns were gone by noon",
        "the mill, the bridge, and the lower barns were gone by noon",
        "the mill the bridge and the lower barns were gone by noon",
    ):
        assert document(LONG, pulled).repeats == (Repeat(2, 1, 14, False),)


def test_signs_around_it_and_other_white_space_do_not() -> None:
    for pulled in (
        "“the mill, the bridge and the lower barns were gone by noon.”",
        "the mill, the bridge\nand the lower  barns were gone by noon",
    ):
        assert document(LONG, pulled).repeats == (Repeat(2, 1, 14, True),)


def test_seven_words_are_no_repeat_and_eight_are() -> None:
    assert document(LONG, "the bridge and the lower barns were").repeats == ()
    assert document(LONG, "the bridge and the lower barns were gone").repeats != ()


def test_words_out_of_order_or_interrupted_are_no_repeat() -> None:
    assert document(LONG, "the mill, the bridge and the lower barns gone by noon").repeats == ()
    assert document(LONG, "noon the mill the bridge and the lower barns were").repeats == ()


def test_words_that_run_over_two_paragraphs_are_no_repeat() -> None:
    assert document(LONG[:80], LONG[80:], LONG[40:120]).repeats == ()


def test_of_equal_paragraphs_the_first_is_the_container() -> None:
    assert document(LONG, "Between.", LONG, LONG).repeats == (
        Repeat(3, 1, 0, True),
        Repeat(4, 1, 0, True),
    )


def test_a_container_is_never_a_repeat() -> None:
    inner = "the mill, the bridge and the lower barns were gone by noon"
    middle = "the road with it; " + inner + ", and nobody in the valley"
    repeats = document(inner, middle, inner, LONG, middle).repeats
    assert [(repeat.paragraph, repeat.container) for repeat in repeats] == [
        (1, 4),
        (2, 4),
        (3, 4),
        (5, 4),
    ]


def test_a_text_of_one_paragraph_repeats_nothing() -> None:
    assert document(" ".join([LONG] * 3)).repeats == ()


@given(distinct(60), st.integers(0, 40), st.integers(8, 20), st.booleans())
def test_planted_pull_quotes_are_found_where_they_were_cut(
    text: list[str], offset: int, length: int, first: bool
) -> None:
    pulled = text[offset : offset + length]
    other = "Nothing of this kind stands in the other paragraph of the text."
    parts = [" ".join(pulled), " ".join(text)] if first else [" ".join(text), " ".join(pulled)]
    paragraph, container = (1, 3) if first else (3, 1)
    found = document(parts[0], other, parts[1])
    assert found.repeats == (Repeat(paragraph, container, offset, True),)
    assert found.near_repeats == ()


@given(
    st.lists(st.lists(st.sampled_from(["one", "Two", "two,"]), min_size=1, max_size=12), max_size=8)
)
def test_the_words_of_a_repeat_are_those_of_its_container(paragraphs: list[list[str]]) -> None:
    found = document(*(" ".join(paragraph) for paragraph in paragraphs))
    for repeat in found.repeats:
        inner, outer = (
            found.paragraphs[number - 1] for number in (repeat.paragraph, repeat.container)
        )
        mine = [word for _, _, word in words(found.text, inner.start, inner.end)]
        theirs = [word for _, _, word in words(found.text, outer.start, outer.end)]
        assert theirs[repeat.word_offset : repeat.word_offset + len(mine)] == mine
        assert len(mine) >= 8
    assert not {r.paragraph for r in found.repeats} & {r.container for r in found.repeats}


@given(distinct(60), st.integers(0, 30), st.integers(20, 30), st.integers(5, 15))
def test_a_pull_quote_with_one_word_changed_is_near(
    text: list[str], offset: int, length: int, place: int
) -> None:
    pulled = text[offset : offset + length]
    pulled[place] = "changed"
    # One word breaks five runs of five; of twenty words or more, seven in ten are left from 21 on.
    found = document(" ".join(text), " ".join(pulled))
    assert found.repeats == ()
    assert found.near_repeats == (((2, 1),) if 0.3 * (length - 4) >= 5 else ())


def test_a_near_repeat_has_twelve_words_or_more() -> None:
    short = "the mill, the bridge and the lower barns were gone again"
    assert document(LONG, short).near_repeats == ()
    longer = "with it; the mill, the bridge and the lower barns were gone by noon again"
    assert document(LONG, longer).near_repeats == ((2, 1),)


def test_of_two_that_nearly_hold_each_other_the_longer_is_the_container() -> None:
    other = LONG.replace("nobody", "no one")
    assert document(LONG, other).near_repeats == ((1, 2),)
    assert document(other, LONG).near_repeats == ((2, 1),)
    same_length = LONG.replace("nobody", "everybody")
    assert document(LONG, same_length).near_repeats == ((2, 1),)


def test_an_exact_repeat_is_not_a_near_one_too() -> None:
    found = document(LONG, LONG, " ".join(LONG.split()[:14]))
    assert len(found.repeats) == 2
    assert found.near_repeats == ()


def test_many_equal_and_many_similar_paragraphs_are_read_in_bounded_time() -> None:
    assert len(document(*[LONG] * 3_000).repeats) == 2_999
    similar = [f"{LONG} That was the year {year}." for year in range(3_000)]
    assert len(document(*similar).near_repeats) == 2_999
    growing = [" ".join(["one hundred"] * (4 + k)) for k in range(300)]
    assert {repeat.container for repeat in document(*growing).repeats} == {300}
    assert document(*[f"Item {k} of the list is number {k * k} here." for k in range(20_000)])
