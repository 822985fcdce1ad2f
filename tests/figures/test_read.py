"""A reading accounts for every number, and every figure stands where it says."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainfigures.figures import Reading

Read = Callable[..., Reading]

OPENINGS = [
    "",
    "\u201cYes,\u201d he said. ",
    "In the valley, ",
    "\U0001f33e Meanwhile, ",
    "As n\u00fabers grew, ",
]
SENTENCES = [
    ("{} villagers were killed in the raid", "killed"),
    ("{} families fled their homes", "displaced"),
    ("{} refugees returned to the valley", "returned"),
]


@given(
    st.integers(2, 999_999),
    st.sampled_from(OPENINGS),
    st.sampled_from(SENTENCES),
    st.integers(0, 3),
)
def test_a_planted_number_is_found_at_its_place(
    read: Read, number: int, opening: str, sentence: tuple[str, str], before: int
) -> None:
    words, measure = sentence
    text = "Nothing is counted here.\n\n" * before + opening + words.format(f"{number:,}") + ".\n"
    (figure,) = read(text).figures
    assert text[figure.number_start : figure.number_end] == f"{number:,}"
    assert (figure.value, figure.measure) == (number, measure)


@given(st.text(max_size=300))
def test_any_text_is_read_and_every_slice_is_true(read: Read, text: str) -> None:
    reading = read(text)
    canonical = reading.document.text
    ids = {figure.figure_id for figure in reading.figures}
    for figure in reading.figures:
        assert canonical[figure.start : figure.end] == figure.quote
        assert figure.quote in figure.sentence
        assert figure.start <= figure.number_start < figure.number_end <= figure.end
    for token in reading.coverage:
        assert (token.figure_id in ids) != (token.reason is not None)
    assert len(ids) == len(reading.figures)


@pytest.mark.parametrize(
    "text",
    [
        "The count of injured rose to 340 - with 29 of the victims from Orvo, whose mayor gave 12.",
        "Tal won a three-year, $2.5 million contract to clear 4,000 square metres by hand.",
        "Of the displaced 3,400 families have returned, leaving 290 still away in camps of Orvo.",
        "At 3.5 x 10^45 erg, 6.02 x 10^23 and 9.9 x 10^26 it shone on two million million stars.",
        "- EUR 7,500 - million of the half-a-dozen grants, 3 1/2 times as much as in 2019-2020.",
        "It was feared that floods would kill 900 people in the following weeks.",
        "Tents, for which $14 million had been sought, and 7 beds went to the town of Orvo.",
        "Just 12 percent of its trade is with Africa, against 40 percent in Asia this year.",
        "Chilean wine exports in 2015\n\nUnited Kingdom: 20%\n\nChina: 13%",
        "Guards are still searching for nine clerks of Orvo, and there is no news of them yet.",
        "They said that much of the $381 million in aid donated by the Bank of Orvo was spent.",
        "Orvo gave $2 billion Thursday, and the return began with 282 leaving for the Congo.",
        "| | Killed | Hurt |\n|---|---|---|\n| Orvo | 40 | 7 |",
        "Some 9 m -2 of 14 ft 5, or a quarter of a point, were lost at half past six by 30 pounds.",
    ],
)
def test_a_sentence_cut_off_anywhere_is_read(read: Read, text: str) -> None:
    words = text.split(" ")
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            part = " ".join(words[first:last])
            assert all(part[f.start : f.end] == f.quote for f in read(part).figures)


@given(
    st.lists(
        st.sampled_from("12 3,000 forty half once 1994 both first $5 30% Article -".split()),
        max_size=30,
    )
)
def test_no_number_token_is_left_without_an_account(read: Read, words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text)
    covered = sorted((token.start, token.end) for token in reading.coverage)
    assert all(one[1] <= two[0] for one, two in pairwise(covered))
    for at, word in enumerate(words):
        start = len(" ".join(words[:at])) + (1 if at else 0)
        if any(char.isdigit() for char in word) or word in (
            "forty",
            "half",
            "once",
            "both",
            "first",
        ):
            assert any(first < start + len(word) and start < last for first, last in covered), word


def test_a_number_in_a_repeat_is_a_further_place_of_its_figure(read: Read) -> None:
    told = "All in all the flood killed 40 villagers in the low valley of the Olt that night."
    reading = read(f"{told} Nobody had warned them.\n\n{told}\n")
    (figure,) = reading.figures
    assert [span.paragraph for span in figure.repeats] == [2]
    span = figure.repeats[0]
    assert reading.document.text[span.number_start : span.number_end] == "40"
    assert {token.figure_id for token in reading.coverage} == {figure.figure_id}


def test_words_of_the_same_story_are_figures_of_their_own(read: Read) -> None:
    reading = read("The flood killed 40 villagers.\n\nForty villagers died in the flood.\n")
    assert len(reading.figures) == 2


def test_reading_twice_gives_the_same(read: Read) -> None:
    text = "Some 300 people, including 20 children, were injured on 3 May 2020, police said."
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "text", ["?" * 5000, "1" * 5000, "one hundred " * 500, "12, " * 2000, "(" * 3000]
)
def test_hard_texts_end(read: Read, text: str) -> None:
    assert read(text).document.text == text
