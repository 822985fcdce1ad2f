"""Citation data is checked key by key, with file and line in the error."""

from pathlib import Path

import pytest

from plainfigures.documents import Collection, load_collection
from plainfigures.documents.citation import load_record
from plainfigures.errors import SourceError

SEEDS = Path(__file__).parents[2] / "seeds"


def test_what_is_known_is_read_and_the_rest_is_null(tmp_path: Path) -> None:
    path = tmp_path / "document.yaml"
    path.write_text(
        "title: A title\nauthor: An Author\ndate: 2024-02-29\nlanguage: en\ncountry: AZE\n"
        "currency: USD\nvolume: 7\nissue: '2'\npages: 12-30\ndoi: 10.1234/ab.c-1\n"
        "address: https://example.org/essay\nrights: null\n",
        "utf-8",
    )
    citation = load_record(path).citation
    assert citation.title == "A title"
    assert citation.date == "2024-02-29"
    assert (citation.volume, citation.issue, citation.pages) == ("7", "2", "12-30")
    assert citation.rights is None
    assert citation.publication is None


def test_english_of_a_country_is_english(tmp_path: Path) -> None:
    path = tmp_path / "document.yaml"
    path.write_text("language: en-GB\n", "utf-8")
    assert load_record(path).citation.language == "en"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("titel: A title", "unknown key 'titel'; allowed are title, author"),
        ("title: 12", "title must be text, not the number 12"),
        ("title: [a, b]", "title must be text, not a list"),
        ("author: true", "author must be text, not true"),
        ("title: ''", "title must be text, not empty text"),
        ("date: 2023-02-29", "date must be a day of the calendar such as 2024-04-05"),
        ("date: 2024-4-5", "date must be a day of the calendar"),
        ("date: 20240405", "date must be text, not the number 20240405"),
        ("date: 2024", "date must be text, not the number 2024"),
        ("date: '2024-04'", "date must be a day of the calendar"),
        ("date: 2024-W14-5", "date must be a day of the calendar"),
        ("language: eng", "language must be en (or en-GB and the like), for the reader reads"),
        ("language: fr", "the reader reads English alone, not 'fr'"),
        ("language: fr-CA", "language must be en"),
        ("country: Azerbaijan", "country must be three capital letters of ISO 3166-1"),
        ("currency: $", "currency must be three capital letters of ISO 4217"),
        ("doi: https://doi.org/10.1/x", "doi must be a DOI without the address before it"),
        ("address: example.org", "address must be a web address"),
        ("volume: 1.5", "volume must be text, not the number 1.5"),
        ("volume: true", "volume must be text, not true"),
        ("author: A\nauthor: B", "the key 'author' stands twice"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "document.yaml"
    path.write_text(f"# A comment\nrights: theirs\n{line}\n", "utf-8")
    with pytest.raises(SourceError) as raised:
        load_record(path)
    message = str(raised.value)
    assert message.startswith((f"{path}:3: ", f"{path}:4: "))
    assert words in message


def test_a_list_is_no_document_yaml(tmp_path: Path) -> None:
    path = tmp_path / "document.yaml"
    path.write_text("- title\n", "utf-8")
    with pytest.raises(SourceError, match="the file must be a mapping"):
        load_record(path)


def test_the_collection_is_read() -> None:
    assert load_collection(SEEDS) == Collection(
        title="Plain Figures",
        publisher="Plain Figures",
        contact=None,
        base_address=None,
        code_licence="Apache-2.0",
        data_licence="CC-BY-4.0",
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: A\npublisher: B\nlicence: {code: X}\n", 3, "licence.data is missing"),
        ("title: A\nlicence: {code: X, data: Y}\n", 1, "publisher is missing"),
        ("title: A\nlicense: X\n", 2, "unknown key 'license'"),
        (
            "title: A\npublisher: B\nbase_address: ftp://x\nlicence: {code: X, data: Y}\n",
            3,
            "base_address must be a web address",
        ),
    ],
)
def test_a_wrong_collection_is_refused(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "collection.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(SourceError) as raised:
        load_collection(tmp_path)
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert words in str(raised.value)


def test_the_base_address_ends_without_a_slash(tmp_path: Path) -> None:
    (tmp_path / "collection.yaml").write_text(
        "title: A\npublisher: B\nbase_address: https://example.org/data/\n"
        "licence: {code: X, data: Y}\n",
        "utf-8",
    )
    assert load_collection(tmp_path).base_address == "https://example.org/data"
