"""Paragraphs are the blocks between blank lines, or the lines of a text that has none."""

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.documents.paragraphs import goes_on, paragraph_spans

LINE = st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp", "Cc"]), min_size=1).filter(
    str.strip
)
BLANK = st.text(" \t\u00a0\u2003", max_size=3)


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_spans(text)]


def test_blank_lines_part_and_hard_wrapped_lines_stay_together() -> None:
    assert paragraphs("One line\nand its end.\n\nTwo.\n\n\n\nThree.\n") == [
        "One line\nand its end.",
        "Two.",
        "Three.",
    ]


def test_a_line_of_white_space_is_blank() -> None:
    assert paragraphs("One.\n \t\u00a0\nTwo.") == ["One.", "Two."]


def test_a_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    assert paragraphs("One.\n Two. \nThree.\n") == ["One.", "Two.", "Three."]


def test_blank_lines_at_the_ends_part_nothing() -> None:
    assert paragraphs("\n\n  One.\nTwo.\n\n \n") == ["One.", "Two."]


def test_outer_white_space_is_trimmed_and_inner_is_kept() -> None:
    assert paragraphs("\u2003 One  more \t\n\n   Two.") == ["One  more", "Two."]


def test_a_text_of_white_space_has_no_paragraph() -> None:
    assert paragraphs("") == []
    assert paragraphs(" \n\n\t\n") == []


@given(st.text(st.sampled_from("ab \n\t\u00a0\u2028")))
def test_every_visible_character_is_in_exactly_one_paragraph(text: str) -> None:
    spans = paragraph_spans(text)
    last = 0
    for start, end in spans:
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


@given(
    st.lists(st.lists(LINE, min_size=1, max_size=4), min_size=2, max_size=6),
    st.lists(BLANK, min_size=1, max_size=3),
)
def test_planted_blocks_are_found(blocks: list[list[str]], blanks: list[str]) -> None:
    between = "\n" + "".join(blank + "\n" for blank in blanks)
    text = between.join("\n".join(block) for block in blocks)
    assert paragraphs(text) == ["\n".join(block).strip() for block in blocks]


@given(st.lists(LINE.map(str.strip).map(str.capitalize), min_size=1, max_size=8))
def test_planted_lines_are_found(lines: list[str]) -> None:
    lines = [line for line in lines if not (line[0].islower() or goes_on(line, 0, len(line)))]
    assert paragraphs("\n".join(lines)) == lines


def test_lines_that_the_page_broke_off_are_one_paragraph() -> None:
    wrapped = "The storm killed at\nleast 30 people and\nhurt 120. About 400\npeople fled."
    assert paragraphs(wrapped) == [wrapped]
    assert paragraphs(f"The Storm\n{wrapped}\nThe rain went on.") == [
        "The Storm",
        wrapped,
        "The rain went on.",
    ]


def test_a_line_that_begins_with_a_name_goes_on_with_a_full_one() -> None:
    wrapped = "Some 400 families fled to the town of\nKara, and a few went further\nsouth."
    assert paragraphs(wrapped) == [wrapped]


def test_items_of_a_list_are_lines_of_their_own() -> None:
    items = ["Killed in May", "a) forty men", "b) nine women", "- three boys"]
    assert paragraphs("\n".join(items)) == items


def test_long_runs_of_blank_lines_and_spaces_are_read_once() -> None:
    assert len(paragraphs("a" + "\n" * 1_000_000 + "b")) == 2
    assert len(paragraphs("a\n" + (" " * 99 + "\n") * 10_000 + "b")) == 2
    assert len(paragraphs("a\n" + (" " * 99 + "X\n") * 10_000 + "B")) == 10_002


def test_a_line_that_ends_within_a_phrase_goes_on_whatever_follows() -> None:
    for broken in (
        "The raid killed 40 villagers and\n300 cows.",
        "The refugees live in camps of\nKara.",
        "Of the 90 miners,\n12 are missing.",
        "They went down with their\nship. Nobody saw it.",
    ):
        assert paragraphs(broken) == [broken]
    assert paragraphs("Killed: 40,\nHurt: 90,\nMissing: 3") == [
        "Killed: 40,",
        "Hurt: 90,",
        "Missing: 3",
    ]
