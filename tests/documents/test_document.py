"""A document knows its canonical text, its paragraphs and its checksums."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainfigures.documents import Citation, document_of_text, slug
from plainfigures.errors import SourceError


def test_paragraphs_are_numbered_from_one_and_sliced_by_their_offsets() -> None:
    document = document_of_text("x", "\ufeff Title\r\n\r\nOne €\r\nand two.\r\n")
    assert document.text == " Title\n\nOne €\nand two.\n"
    assert [
        (p.number, p.start, p.end, document.slice(p.start, p.end)) for p in document.paragraphs
    ] == [(1, 1, 6, "Title"), (2, 8, 22, "One €\nand two.")]


def test_checksums_are_of_the_source_and_of_the_canonical_text() -> None:
    document = document_of_text("x", "a\r\nb")
    assert document.source_sha256 == sha256(b"a\r\nb").hexdigest()
    assert document.text_sha256 == sha256(b"a\nb").hexdigest()
    given_source = document_of_text("x", "a\r\nb", source_sha256="0" * 64)
    assert given_source.source_sha256 == "0" * 64


def test_a_document_without_citation_data_has_an_empty_citation() -> None:
    assert document_of_text("x", "a").citation == Citation()


def test_an_empty_text_is_a_document_without_paragraphs() -> None:
    assert document_of_text("x", "").paragraphs == ()


def test_a_text_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(SourceError, match=r"^x: half a surrogate pair"):
        document_of_text("x", "a\ud800")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pashayeva-2024", "pashayeva-2024"),
        ("My Essay (final) v2", "my-essay-final-v2"),
        ("  __Über_Çay__ ", "uber-cay"),
        ("Straße", "strasse"),
        ("résumé", "resume"),
        ("漢字", "document"),
        ("", "document"),
    ],
)
def test_a_name_is_a_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_a_slug_is_its_own_slug(name: str) -> None:
    made = slug(name)
    assert slug(made) == made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-")
    assert not made.endswith("-")
