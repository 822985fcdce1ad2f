"""The canonical text is the source decoded, and what is no text is refused in one sentence."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainfigures.documents import canonical, decode
from plainfigures.documents.canonical_text import refuse_surrogates
from plainfigures.errors import SourceError

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(TEXTS)
def test_nothing_but_mark_and_line_ends_is_changed(text: str) -> None:
    text = "a" + text
    read = decode(text.encode(), "x.txt")
    assert read == text.replace("\r\n", "\n").replace("\r", "\n")
    assert "\r" not in read


@given(TEXTS)
def test_canonical_text_is_its_own_canonical_text(text: str) -> None:
    once = canonical("a" + text)
    assert canonical(once) == once


@given(st.lists(TEXTS.filter(lambda line: not set("\r\n") & set(line)), min_size=1))
def test_all_line_ends_read_alike(lines: list[str]) -> None:
    lines = ["a", *lines, "b"]
    wanted = "\n".join(lines)
    for end in ("\n", "\r\n", "\r"):
        assert decode(end.join(lines).encode(), "x.txt") == wanted


def test_a_byte_order_mark_is_dropped_at_the_start_alone() -> None:
    assert decode("\ufeffa\ufeffb".encode(), "x.txt") == "a\ufeffb"


def test_offsets_count_code_points() -> None:
    assert len(decode("𝟙€ é".encode(), "x.txt")) == 4


@given(TEXTS, st.integers(0x80, 0xBF))
def test_the_first_wrong_byte_is_named(text: str, byte: int) -> None:
    start = ("a" + text).encode()
    with pytest.raises(SourceError, match=f"^x.txt: not valid UTF-8 at byte {len(start)} "):
        decode(start + bytes([byte]) + b" and more", "x.txt")


@pytest.mark.parametrize("data", [b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xc0\xaf"])
def test_utf8_is_strict(data: bytes) -> None:
    with pytest.raises(SourceError, match="not valid UTF-8 at byte 5"):
        decode(b"text " + data, "x.txt")


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n\xc2\xa0\xe2\x80\x83", "the file holds white space only"),
        (b"\xef\xbb\xbf", "the file holds white space only"),
        (b"%PDF-1.7\n...", "looks like a PDF"),
        (zipped(), "looks like a ZIP archive, as DOCX"),
        (b"\x89PNG\r\n\x1a\n", "looks like a PNG picture"),
        (b"\xff\xd8\xff\xe0", "looks like a JPEG picture"),
        (b"{\\rtf1\\ansi", "looks like an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "looks like an old Word"),
        (b"\x1f\x8b\x08\x00", "looks like a gzip archive"),
        (b"GIF89a\x00\x01", "looks like a GIF picture"),
        (b"PAR1\x15\x04\xff", "looks like a Parquet file"),
        ("text".encode("utf-16"), "looks like UTF-16 text"),
        (b"<html><p>12 people</p></html>", "looks like HTML"),
        (
            b"\xef\xbb\xbf\r\n <!DOCTYPE  HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
            "looks like HTML",
        ),
        (b"<!-- 1 > 0 -->\n<!-- saved\n -->\n<Body class='a'>12 people", "looks like HTML"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', "looks like HTML"),
        (b"some text\x00 more", "a NUL byte stands at byte 9"),
    ],
)
def test_what_is_no_text_is_refused_with_the_remedy(data: bytes, words: str) -> None:
    with pytest.raises(SourceError) as raised:
        decode(data, "x.txt")
    message = str(raised.value)
    assert message.startswith("x.txt: ")
    assert words in message
    assert "; " in message
    assert message.count("\n") == 0


def test_a_text_may_begin_with_the_letters_of_another_format() -> None:
    for text in ("RIFF RAFF", "GIF8 is no word", "MZ was a firm", "PDF: a history"):
        assert decode(text.encode(), "x.txt") == text


def test_a_text_may_speak_of_html_and_begin_with_a_sign() -> None:
    texts = (
        "In 1993 a page began with <html>.",
        "< 12 people came.",
        "<bodyguards> 12 came.",
        "<!-- a comment --> 12 people came.",
        "<!-- no end <html> 12 people came.",
    )
    for text in texts:
        assert decode(text.encode(), "x.txt") == text


def test_many_comments_without_a_page_are_looked_through_at_once() -> None:
    text = "<!-- a -->" * 20_000 + "12 people came."
    assert decode(text.encode(), "x.txt") == text


def test_half_a_surrogate_pair_is_refused_and_a_whole_character_is_not() -> None:
    refuse_surrogates("a 😀", "line 3")
    with pytest.raises(SourceError, match=r"^line 3: half a surrogate pair stands at character 2"):
        refuse_surrogates("a \ud83d", "line 3")
