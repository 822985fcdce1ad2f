"""What the first essay states, number by number: the reading that the datasets are built from."""

from pathlib import Path

import pytest
import yaml

from plainfigures.definitions import Definitions
from plainfigures.documents import load_document
from plainfigures.figures import Figure, Reader, Reading, load_decisions
from plainfigures.figures.record import Records

FOLDER = Path(__file__).parents[2] / "seeds" / "pashayeva-2024"
STATED = yaml.safe_load((Path(__file__).parent / "essay.yaml").read_text("utf-8"))
IDS = {
    "350 Azerbaijanis": "31d1c545",
    "613 civilians": "79f7fccc",
    "71 children": "550d6bd0",
    "270\u20ac million": "b9cda4e8",
    "8.2 percent": "2eb6ca7f",
}


@pytest.fixture(scope="module")
def essay(house: Definitions) -> Reading:
    return Reader(house).read(load_document(FOLDER), load_decisions(FOLDER / "decisions.yaml"))


@pytest.fixture(scope="module")
def rows(essay: Reading) -> dict[str, Figure]:
    return {figure.quote: figure for figure in essay.figures if figure.datasets}


def test_these_figures_belong_to_the_datasets_and_no_others(rows: dict[str, Figure]) -> None:
    assert sorted(rows) == sorted(STATED)


@pytest.mark.parametrize("quote", STATED)
def test_a_figure_states_what_the_sentence_says(
    quote: str, rows: dict[str, Figure], house: Definitions
) -> None:
    row = Records(house).of(rows[quote])
    assert {name: row[name] for name in STATED[quote]} == STATED[quote]


def test_breakdowns_are_parts_and_equals_are_the_same(rows: dict[str, Figure]) -> None:
    links = {quote: (figure.part_of, figure.same_as) for quote, figure in rows.items()}
    missing, killed = rows["3,890 Azerbaijani citizens"].figure_id, rows["613 civilians"].figure_id
    families = rows["34,500 families"].figure_id
    linked = {quote: link for quote, link in links.items() if link != (None, None)}
    assert linked == {
        **dict.fromkeys(("71 children", "267 women", "326 elderly people"), (missing, None)),
        **dict.fromkeys(("106 women", "63 children", "70 elderly citizens"), (killed, None)),
        "150,000 persons": (None, families),
    }


def test_the_ids_are_those_of_the_contract(rows: dict[str, Figure]) -> None:
    assert {quote: rows[quote].figure_id[-8:] for quote in IDS} == IDS


def test_corrected_rows_stay_under_one_in_ten(rows: dict[str, Figure]) -> None:
    corrected = [quote for quote, figure in rows.items() if figure.decided]
    assert len(corrected) * 10 < len(rows)


def test_the_anomalies_of_the_source_are_these(essay: Reading) -> None:
    found = [(one.kind, one.paragraph) for one in essay.anomalies]
    assert found == [
        ("inexact_repeat", 9),
        ("inexact_repeat", 19),
        ("repeat", 19),
        ("garbled_hyphen", 22),
        ("lost_hyphen", 32),
        ("lost_hyphen", 49),
        ("lost_hyphen", 51),
        ("garbled_number", 54),
        ("missing_space", 63),
        ("date_after_document", 67),
        ("lost_hyphen", 67),
        ("date_after_document", 68),
        ("lost_hyphen", 78),
        ("repeat", 79),
        ("repeat", 88),
    ]


def test_the_pull_quotes_number_is_a_further_place_of_its_figure(essay: Reading) -> None:
    (figure,) = [figure for figure in essay.figures if figure.repeats]
    assert [span.paragraph for span in figure.repeats] == [19]
    assert figure.paragraph == 20
