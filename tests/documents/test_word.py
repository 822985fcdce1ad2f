"""A word is a longest run of letters and digits, in NFKC and case folded."""

import sys
import unicodedata
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainfigures.documents import load_document, words
from plainfigures.documents.word import fold, folded_words, words_around

SEEDS = Path(__file__).parents[2] / "seeds"


def slowly(text: str) -> list[tuple[int, int, str]]:
    """The rule, spelled out."""
    found = []
    for letters, run in groupby(enumerate(text), key=lambda pair: pair[1].isalnum()):
        if letters:
            places = [place for place, _ in run]
            word = text[places[0] : places[-1] + 1]
            found.append(
                (places[0], places[-1] + 1, unicodedata.normalize("NFKC", word).casefold())
            )
    return found


def test_the_fast_rule_and_the_slow_one_agree_on_all_of_unicode() -> None:
    everything = " ".join(
        chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000
    )
    assert words(everything) == slowly(everything)
    spaced = everything.replace("_", "")
    assert words(spaced) == slowly(spaced)


@given(st.text())
def test_the_fast_rule_and_the_slow_one_agree_on_any_text(text: str) -> None:
    assert words(text) == slowly(text)
    assert folded_words(text, 0, len(text)) == [word for _, _, word in slowly(text)]
    assert all(fold(text[start:end]) == word for start, end, word in words(text))


@given(st.text(st.sampled_from("aé_́ ﬁ½²ßİ-\n\u2011")), st.data())
def test_the_words_of_a_slice_are_those_of_the_text_cut_there(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shifted = [(a + start, b + start, word) for a, b, word in slowly(text[start:end])]
    assert words(text, start, end) == shifted


@given(st.text(st.sampled_from("aé_ ½-\n")), st.data())
def test_the_words_around_an_offset_are_those_next_to_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    at = data.draw(st.integers(start, end))
    found = words(text, start, end)
    middle = sum(first < at for first, _, _ in found)
    expected = [word for _, _, word in found[max(0, middle - 3) : middle + 4]]
    assert words_around(text, start, end, at, 3) == expected


def test_words_far_before_an_offset_are_found() -> None:
    text = "one two" + " " * 5000 + "three 4"
    assert words_around(text, 0, len(text), len(text) - 1, 2) == ["two", "three", "4"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("snake_case", ["snake", "case"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("ﬁve ½ x²", ["five", "1⁄2", "x2"]),
        ("29,800‑square‑kilometer", ["29", "800", "square", "kilometer"]),
        ("270€ million", ["270", "million"]),
        ("e\u0301t\u00e9", ["e", "t\u00e9"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words_as_they_are_compared(text: str, folded: list[str]) -> None:
    assert [word for _, _, word in words(text)] == folded


@pytest.mark.parametrize(
    ("quote", "digits"),
    [
        ("350 Azerbaijanis", "31d1c545"),
        ("613 civilians", "79f7fccc"),
        ("71 children", "550d6bd0"),
        ("270€ million", "b9cda4e8"),
        ("8.2 percent", "2eb6ca7f"),
    ],
)
def test_the_rule_gives_the_ids_of_the_first_essay(quote: str, digits: str) -> None:
    document = load_document(SEEDS / "pashayeva-2024")
    place = document.text.index(quote)
    paragraph = next(p for p in document.paragraphs if p.start <= place < p.end)
    found = words(document.text, paragraph.start, paragraph.end)
    first = next(index for index, (start, _, _) in enumerate(found) if start >= place)
    around = [word for _, _, word in found[max(0, first - 5) : first + 6]]
    assert sha256("\n".join([document.name, *around]).encode()).hexdigest()[:8] == digits
