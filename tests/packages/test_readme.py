"""The README of a package: what it says is so, what it shows runs, what it quotes is only text."""

import re
from pathlib import Path

import duckdb
import pytest
from markdown_it import MarkdownIt

from plainfigures import definitions, figures
from plainfigures.definitions import Definitions
from plainfigures.documents import document_of_text
from plainfigures.packages import Package, build_package
from plainfigures.packages.accuracy import Sample, Score
from plainfigures.packages.readme import cited, plain
from tests.packages.planted import COLLECTION
from tests.packages.sample import harbour, lake


@pytest.fixture(scope="session")
def text(built: dict[str, Package]) -> str:
    return built["casualties"].files["README.md"].decode()


def snippets(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_every_python_snippet_loads_the_table(
    text: str, datasets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(datasets / "casualties")
    found = snippets(text, "python")
    assert len(found) == 2
    for snippet in found:
        names: dict[str, object] = {}
        exec(snippet, names)
        assert len(names["table"]) == 10  # type: ignore[arg-type]


def test_the_duckdb_snippet_reads_the_table(
    text: str, datasets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(datasets / "casualties")
    (snippet,) = snippets(text, "sql")
    assert len(duckdb.sql(snippet).fetchall()) == 10


def test_every_column_is_explained_with_its_values(text: str, known: Definitions) -> None:
    for column in known.columns_of("casualties"):
        assert f"| `{column.name}` | {column.type}" in text
        for value in column.enum:
            assert f"`{value}`" in text


def test_rows_that_stand_by_a_correction_are_counted(text: str, built: dict[str, Package]) -> None:
    assert "1 of 10 rows stands by a correction" in text
    assert "0 of 3 rows stand by a correction" in built["mines"].files["README.md"].decode()


def test_the_limits_of_a_package_are_those_of_the_reader(text: str) -> None:
    limit = "no picture, and of tables those alone whose cells bars, tabs or wide spaces part."
    assert limit in " ".join(text.split())
    lines = "Where | Killed\nNorth | 12 people\nSouth | 30 people\n"
    document = document_of_text("table", lines)
    assert [each.value for each in figures.read(document, definitions.load()).figures] == [12, 30]


def test_data_and_documents_are_cited_with_their_terms(text: str) -> None:
    assert "The Makers of Plain Figures, “Casualties and displacement”, version 1.0.0" in text
    assert "Ada Example, “The Long Winter of Harbour Land”, The Invented Review, 2021-03-04" in text
    assert "Creative Commons Attribution 4.0 International" in text
    assert "The author's; quoted with credit." in text


def test_what_states_means_is_said(text: str) -> None:
    words = " ".join(text.split())
    assert "It does not say that the figure is true." in words
    assert "terms are quoted, not adopted" in words


def test_the_findings_of_the_gates_and_the_accuracy_are_told(known: Definitions) -> None:
    score = Score(annotated=10, read=9, found=9, value=9, unit=9, measure=8)
    sample = Sample("check", 40, {"mines": score}, score, {})
    package = build_package(
        "mines",
        [harbour(), lake()],
        known,
        COLLECTION,
        checks=["No mine | is lost."],
        accuracy=(sample,),
    )
    text = package.files["README.md"].decode()
    assert "- No mine \\| is lost.\n" in text
    assert "- In 40 documents that were kept aside while the reader was made, people marked" in text
    assert "found 9 of these (90 %)" in text
    assert "was not measured" not in text


def test_where_nothing_was_measured_the_readme_says_so(text: str) -> None:
    assert "How right it is was not measured for this build." in text


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "[a link](javascript:alert(1))",
        "a | b",
        "*stars* and _lines_",
        "one ` tick",
        "# no heading",
        "back\\slash",
    ],
)
def test_words_of_a_document_are_shown_and_never_obeyed(words: str) -> None:
    (paragraph,) = [
        token for token in MarkdownIt().enable("table").parse(plain(words)) if token.children
    ]
    assert paragraph.children is not None
    assert {child.type for child in paragraph.children} == {"text"} or "\\" in words
    assert "".join(child.content for child in paragraph.children) == words


def test_the_addresses_of_a_citation_are_links_and_its_words_are_not() -> None:
    text = "A *Writer*, https://example.org/a_b?c=(d), [x](https://example.org/e_f)."
    (paragraph,) = [token for token in MarkdownIt().parse(cited(text)) if token.children]
    assert paragraph.children is not None
    links = [child.attrs["href"] for child in paragraph.children if child.type == "link_open"]
    assert links == ["https://example.org/a_b?c=(d", "https://example.org/e_f"]
    assert "".join(child.content for child in paragraph.children) == text


def test_no_two_blank_lines_stand_together(text: str) -> None:
    assert "\n\n\n" not in text
    assert text.endswith("\n")


def test_the_example_is_the_first_row_whose_quote_says_what_is_counted(
    built: dict[str, Package],
) -> None:
    told = built["trade_percentages"].files["README.md"].decode()
    assert "is “41 percent of all exports”, read in" in told  # not “8.2 per‑cent” before it
    assert "is “2.5 million euros”, read in" in built["aid_amounts"].files["README.md"].decode()
