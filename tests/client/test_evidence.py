"""provenance: the words, the places and the document of one figure."""

import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import plainfigures
from plainfigures.client import Settings
from plainfigures.errors import ReleaseError, UsageError
from tests.client.server import Server
from tests.client.shelf import point
from tests.packages.planted import HARBOUR
from tests.packages.tampering import Rows, change_rows


def figure_ids(shelf: Path) -> list[str]:
    table = pq.read_table(shelf / "reading/1.0.0/figures.parquet")
    return [str(each) for each in table.column("figure_id").to_pylist()]


def test_every_figure_leads_back_to_its_words_in_the_document(
    shelf: Path, server: Server, settings: Settings
) -> None:
    told = [
        plainfigures.provenance(each, settings=settings)
        for each in figure_ids(shelf)
        if each.startswith("harbour")
    ]
    assert len(told) > 10
    for proof in told:
        assert HARBOUR.startswith(proof.text, proof.text_start)
        assert proof.quote in proof.sentence
        assert proof.sentence in proof.text
        first = proof.spans[0]
        assert (first.paragraph, first.quote) == (proof.paragraph, proof.quote)
        for span in proof.spans:
            assert HARBOUR[span.start : span.end] == span.quote
            assert HARBOUR.count(span.prefix + span.quote + span.suffix) == 1
        assert proof.document["document"] == "harbour-2021"
        assert len(proof.document["text_sha256"]) == 64
        assert (proof.dataset, proof.version) == ("reading", "1.0.0")


def test_a_figure_that_is_repeated_has_all_its_places(shelf: Path, settings: Settings) -> None:
    spans = pq.read_table(shelf / "reading/1.0.0/spans.parquet").to_pylist()
    repeated = next(each["figure_id"] for each in spans if each["span"] == 2)
    assert len(plainfigures.provenance(repeated, settings=settings).spans) == 2


def test_a_figure_is_proved_by_the_dataset_and_version_that_was_used(
    server: Server, settings: Settings
) -> None:
    figure = plainfigures.load("casualties", "1.1.0", settings=settings)["figure_id"][0].as_py()
    proof = plainfigures.provenance(figure, "casualties", "1.1.0", settings=settings)
    assert (proof.figure_id, proof.dataset, proof.version) == (figure, "casualties", "1.1.0")
    server.asked.clear()
    offline = replace(settings, offline=True)
    assert plainfigures.provenance(figure, "casualties", "1.1.0", settings=offline) == proof
    assert server.asked == []


def test_an_unknown_figure_is_told_with_what_is_near(shelf: Path, settings: Settings) -> None:
    figure = figure_ids(shelf)[0]
    with pytest.raises(UsageError, match=f"has no figure '{figure}9'. Did you mean {figure}"):
        plainfigures.provenance(f"{figure}9", settings=settings)


def test_a_quote_that_its_paragraph_does_not_say_is_refused(shelf: Path) -> None:
    folder = shelf / "mines/1.0.0"

    def change(rows: Rows) -> None:
        for row in rows:
            row["text"] = row["text"][::-1]

    change_rows(folder, "paragraphs", change)
    point(shelf, folder, "mines", "1.0.0")
    figure = pq.read_table(folder / "mines.parquet")["figure_id"][0].as_py()
    with pytest.raises(ReleaseError, match="is not what its paragraph says there"):
        plainfigures.provenance(figure, "mines", source=shelf)


def test_a_release_that_lacks_the_proof_is_told(shelf: Path) -> None:
    folder = shelf / "mines/1.0.0"
    change_rows(folder, "spans", lambda rows: rows.clear())
    point(shelf, folder, "mines", "1.0.0")
    figure = pq.read_table(folder / "mines.parquet")["figure_id"][0].as_py()
    with pytest.raises(ReleaseError, match="lacks the paragraph, document or spans"):
        plainfigures.provenance(figure, "mines", source=shelf)


@pytest.mark.parametrize(
    ("table", "column"), [("mines", "figure_id"), ("mines", "sentence"), ("spans", "prefix")]
)
def test_a_release_of_another_form_is_told(shelf: Path, table: str, column: str) -> None:
    folder = shelf / "mines/1.0.0"
    path = folder / f"{table}.parquet"
    figure = pq.read_table(folder / "mines.parquet")["figure_id"][0].as_py()
    pq.write_table(pq.read_table(path).drop_columns(column), path)
    point(shelf, folder, "mines", "1.0.0")
    with pytest.raises(ReleaseError, match=f"mines 1.0.0: has no column '{column}', which a proof"):
        plainfigures.provenance(figure, "mines", source=shelf)


def test_what_a_proof_says_of_its_document_cannot_be_changed(
    shelf: Path, settings: Settings
) -> None:
    proof = plainfigures.provenance(figure_ids(shelf)[0], settings=settings)
    with pytest.raises(TypeError):
        proof.document["title"] = "Another"  # type: ignore[index]
    assert json.dumps(dict(proof.document))
