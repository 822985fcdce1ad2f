"""What the first essay states, number by number: the reading that the datasets are built from."""

from pathlib import Path

import pytest

from plainfigures.definitions import Definitions
from plainfigures.documents import load_document
from plainfigures.figures import Figure, Reader, Reading, load_decisions
from plainfigures.figures.record import record

FOLDER = Path(__file__).parents[2] / "seeds" / "pashayeva-2024"
MISSING = {
    "measure": "missing",
    "unit": "person",
    "event": "First Karabakh War",
    "basis": "registered",
    "nationality": "AZE",
    "cause": "war",
}
KHOJALY = {
    "measure": "killed", "unit": "person", "event": "Khojaly massacre", "place": "Khojaly", "cause": "massacre",
    "period": "early hours of 26 February 1992", "period_start": "1992-02-26", "period_end": "1992-02-26",
    "civilian_status": "civilian", "nationality": None,
}  # fmt: skip
RETURN = {
    "measure": "return_target", "basis": "planned", "period": "by the end of a five\u2011year period",
    "attributed_to": "First State Program on the Great Return", "population": "former Azerbaijani IDPs",
    "programme": "First State Program on the Great Return",
}  # fmt: skip
TRADE = {"unit": "percent", "reporter": "Armenia", "reporter_code": "ARM", "period": None}
STATED = {
    "over one million people": {"value": 1_000_000, "value_low": 1_000_000, "value_high": None, "qualifier": "more_than", "measure": "killed_or_displaced", "unit": "person"},
    "hundreds of thousands of Azerbaijani IDPs": {"value": None, "qualifier": "vague", "measure": "return_target", "basis": "planned", "population": "Azerbaijani IDPs", "programme": "comprehensive reconstruction and recovery program"},
    "at least one million\u00a0mines": {"value": 1_000_000, "qualifier": "at_least", "measure": "mines_laid", "unit": "mine", "basis": "estimated", "laid_by": "Armenia", "attributed_to": "Azerbaijani government", "period": "during the years of occupation", "cause": None},
    "only 25 percent": {"value": 25, "qualifier": "exact", "measure": "record_accuracy", "unit": "percent", "counted": "previously provided information on minefields", "place": "Aghdam, Fuzuli, Jabrayil, and Zangilan districts", "basis": "estimated", "laid_by": "Armenia"},
    "350 Azerbaijanis": {"value": 350, "measure": "killed_or_injured", "unit": "person", "nationality": "AZE", "civilian_status": "both", "cause": "mine", "place": "liberated territories", "period": "since the end of the Second Karabakh War", "event": None, "datasets": ["casualties", "mines"]},
    "3,890 Azerbaijani citizens": {"value": 3890, **MISSING},
    "71 children": {"value": 71, "age_group": "child", **MISSING},
    "267 women": {"value": 267, "sex": "female", **MISSING},
    "326 elderly people": {"value": 326, "age_group": "elderly", **MISSING},
    "around one million forcibly expelled Azerbaijani refugees": {"value": 1_000_000, "qualifier": "about", "measure": "displaced", "unit": "person", "cause": "expulsion", "nationality": None, "period": None, "place": None},
    "613 civilians": {"value": 613, **KHOJALY},
    "106 women": {"value": 106, "sex": "female", **KHOJALY},
    "63 children": {"value": 63, "age_group": "child", **KHOJALY},
    "70 elderly citizens": {"value": 70, "age_group": "elderly", **KHOJALY},
    "seven victims": {"value": 7, "measure": "remains_buried", "unit": "person", "event": "Khojaly massacre", "place": "Alley of Martyrs of Khojaly", "period_start": "2024-03-31"},
    "34,500 families": {"value": 34_500, "unit": "family", **RETURN},
    "150,000 persons": {"value": 150_000, "unit": "person", **RETURN},
    "around 100,000 Karabakh Armenians": {"value": 100_000, "qualifier": "about", "measure": "displaced", "unit": "person", "place": "Azerbaijan", "period": "During this period", "nationality": None},
    "270\u20ac million": {"value": 270_000_000, "unit": "EUR", "measure": "pledged", "donor": "EU Commission", "donor_code": None, "recipient": "Armenia", "recipient_code": "ARM", "finance_type": "grant", "period": "over the next four years", "period_start": "2024", "period_end": "2028", "attributed_to": "President of the EU Commission", "anomalies": "garbled_number"},
    "over $65 million": {"value": 65_000_000, "qualifier": "more_than", "unit": "USD", "measure": "pledged", "basis": "planned", "donor": "U.S.", "donor_code": "USA", "recipient": "Armenia", "finance_type": "assistance", "attributed_to": "U.S. Secretary of State", "period": None, "anomalies": None},
    "about 36 percent": {**TRADE, "value": 36, "qualifier": "about", "measure": "share_of_trade", "counted": "Armenia's trade turnover", "partner": "EAEU countries", "partner_code": None, "flow": "trade", "direction": None, "period": "last year", "period_start": "2023", "period_end": "2023", "attributed_to": "Official economic statistics"},
    "40 percent": {**TRADE, "value": 40, "measure": "change_in_trade", "direction": "increase", "flow": "export", "partner": "Russian market", "partner_code": "RUS", "attributed_to": "statistics"},
    "38 percent": {**TRADE, "value": 38, "measure": "change_in_trade", "direction": "decrease", "flow": "export", "partner": "United States", "partner_code": "USA"},
    "8.2 percent": {**TRADE, "value": 8.2, "measure": "change_in_trade", "direction": "decrease", "flow": "export", "partner": "EU", "partner_code": None, "anomalies": "missing_space"},
    "four Armenian soldiers": {"value": 4, "measure": "killed", "unit": "person", "nationality": "ARM", "civilian_status": "military", "cause": "gunfire", "place": "Armenia\u2011Azerbaijan undelimitated border", "period": "13 September 2024", "attributed_to": "Macron", "anomalies": "date_after_document"},
}  # fmt: skip
IDS = {"350 Azerbaijanis": "31d1c545", "613 civilians": "79f7fccc", "71 children": "550d6bd0", "270\u20ac million": "b9cda4e8", "8.2 percent": "2eb6ca7f"}  # fmt: skip


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
    row = record(rows[quote], house)
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
