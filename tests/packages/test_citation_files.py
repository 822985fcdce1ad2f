"""CITATION.cff and CITATION.bib: the dataset and what it cites, with nothing guessed."""

from dataclasses import replace
from typing import Any

import pytest
import yaml

from plainfigures.definitions import Definitions
from plainfigures.documents import Citation
from plainfigures.packages import Package, build_package
from tests.packages.planted import COLLECTION
from tests.packages.sample import harbour, lake


def cff(package: Package) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(package.files["CITATION.cff"])
    return found


def bib(package: Package) -> str:
    return package.files["CITATION.bib"].decode()


def cited(known: Definitions, **fields: Any) -> Package:
    """A package that cites the first document with these citation data alone."""
    reading = harbour()
    document = replace(reading.document, citation=Citation(**fields))
    return build_package("mines", [replace(reading, document=document)], known, COLLECTION)


def test_the_dataset_is_cited_with_its_publisher_version_and_licence(
    built: dict[str, Package],
) -> None:
    found = cff(built["casualties"])
    assert found["cff-version"] == "1.2.0"
    assert found["type"] == "dataset"
    assert found["title"] == "Casualties and displacement"
    assert found["authors"] == [{"name": "The Makers of Plain Figures"}]
    assert (found["version"], found["license"]) == ("1.0.0", "CC-BY-4.0")
    assert bib(built["casualties"]).startswith(
        "@misc{casualties-1.0.0,\n"
        "  author = {{The Makers of Plain Figures}},\n"
        "  title = {{Casualties and displacement}},\n"
        "  version = {1.0.0},\n"
        "  note = {Version 1.0.0, CC-BY-4.0},\n"
        "}\n"
    )


def test_the_documents_are_references_as_far_as_they_are_known(built: dict[str, Package]) -> None:
    (reference,) = cff(built["casualties"])["references"]
    assert reference == {
        "type": "article",
        "title": "The Long Winter of Harbour Land",
        "authors": [{"name": "Ada Example"}],
        "journal": "The Invented Review",
        "date-published": "2021-03-04",
        "languages": ["en"],
    }
    assert "@article{harbour-2021,\n  author = {{Ada Example}},\n" in bib(built["casualties"])
    assert "@misc{lake,\n  title = {{lake}},\n  year = {2022},\n" in bib(built["casualties"])


def test_a_package_that_cites_no_document_is_still_cited(known: Definitions) -> None:
    package = build_package("mines", [lake()], known, COLLECTION)
    assert "references" not in cff(package)
    assert bib(package).count("@") == 1


def test_no_day_or_year_of_a_build_is_told(built: dict[str, Package]) -> None:
    assert "date-released" not in cff(built["mines"])
    assert "year" not in bib(built["mines"]).partition("\n}\n")[0]


def test_an_address_is_told_where_there_is_one_and_only_there(
    known: Definitions, built: dict[str, Package]
) -> None:
    assert "url" not in cff(built["mines"])
    assert "url" not in bib(built["mines"])
    reachable = replace(COLLECTION, base_address="https://example.org/f", contact="a@example.org")
    package = build_package("mines", [harbour()], known, reachable)
    assert cff(package)["url"] == "https://example.org/f/mines/1.0.0/README.md"
    assert cff(package)["authors"][0]["email"] == "a@example.org"
    assert "  url = {https://example.org/f/mines/1.0.0/README.md},\n" in bib(package)


def test_a_doi_is_given_as_it_is_and_as_an_address(known: Definitions) -> None:
    package = cited(known, author="A. Writer", doi="10.1234/a_b{c}")
    assert "  doi = {10.1234/a_b%7Bc%7D},\n" in bib(package)
    assert "  url = {https://doi.org/10.1234/a_b%7Bc%7D},\n" in bib(package)
    assert cff(package)["references"][0]["url"] == "https://doi.org/10.1234/a_b{c}"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Dead & wounded: 5%", r"Dead \& wounded: 5\%"),
        ("a {brace} and $1_000 #2", r"a \{brace\} and \$1\_000 \#2"),
        ("~ and ^ and \\", r"\textasciitilde{} and \textasciicircum{} and \textbackslash{}"),
        ("two\n  lines", "two lines"),
    ],
)
def test_words_that_mean_something_to_latex_are_shown_as_they_are(
    known: Definitions, words: str, shown: str
) -> None:
    assert f"  title = {{{{{shown}}}}},\n" in bib(cited(known, title=words))


def test_words_that_mean_something_to_yaml_are_kept(known: Definitions) -> None:
    words = 'no: "yes" # & *x'
    package = cited(known, title=words, author="- A: B", date="2024-04-05", volume="12")
    (reference,) = cff(package)["references"]
    assert reference["title"] == words
    assert reference["authors"] == [{"name": "- A: B"}]
    assert (reference["date-published"], reference["volume"]) == ("2024-04-05", "12")
