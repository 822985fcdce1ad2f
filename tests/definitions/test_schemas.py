"""The packaged definitions say what the project promises to the outside."""

import re
from itertools import pairwise

import pytest

from plainfigures import definitions
from plainfigures.definitions.model import WORD_KINDS

FOUND = definitions.load()
STATED = (
    "figure_id, measure, value, value_low, value_high, qualifier, unit, counted, basis, event, "
    "place, period, period_start, period_end, as_of, attributed_to, part_of, same_as"
).split(", ")
WHERE = (
    "quote, sentence, document, paragraph, start, end, number_start, number_end, also_in, "
    "anomalies, decision"
).split(", ")
OWN = {
    "casualties": "nationality, civilian_status, sex, age_group, cause",
    "mines": "laid_by, cause",
    "return_targets": "population, programme",
    "aid_amounts": "donor, donor_code, recipient, recipient_code, finance_type",
    "trade_percentages": "reporter, reporter_code, partner, partner_code, flow, direction",
}
PEOPLE = ("person",)
GROUPS = ("person", "family", "household")
MONEY = ("currency",)
SHARES = ("percent", "percentage_point")
MEASURES = {
    "casualties": {
        **dict.fromkeys(["killed", "injured", "killed_or_injured", "missing", "captured"], PEOPLE),
        **dict.fromkeys(["displaced", "killed_or_displaced", "remains_buried"], GROUPS),
    },
    "mines": {
        "mines_laid": ("mine",),
        "mines_cleared": ("mine",),
        "uxo_cleared": ("uxo", "item"),
        "area_contaminated": ("area",),
        "area_cleared": ("area",),
        "clearance_target": ("area", "mine"),
        "record_accuracy": ("percent",),
        **dict.fromkeys(["killed", "injured", "killed_or_injured", "missing", "captured"], PEOPLE),
    },
    "return_targets": dict.fromkeys(
        ["return_target", "returned", "resettled", "awaiting_return"], GROUPS
    ),
    "aid_amounts": dict.fromkeys(
        [
            "pledged",
            "committed",
            "disbursed",
            "received",
            "requested",
            "funding_gap",
            "budgeted",
            "loan",
        ],
        MONEY,
    ),
    "trade_percentages": dict.fromkeys(["share_of_trade", "change_in_trade"], SHARES),
}


def test_the_datasets_stand_in_their_order() -> None:
    assert list(FOUND.datasets) == [*OWN, "reading"]


@pytest.mark.parametrize("name", OWN)
def test_a_dataset_has_its_three_blocks_of_columns(name: str) -> None:
    dataset = FOUND.datasets[name]
    assert dataset.own == tuple(OWN[name].split(", "))
    assert dataset.columns == (*STATED, *dataset.own, *WHERE)
    assert dataset.table == name
    assert not dataset.holds_all


def test_the_reading_has_every_own_column_once() -> None:
    reading = FOUND.datasets["reading"]
    own = list(dict.fromkeys(", ".join(OWN.values()).split(", ")))
    where = ["datasets" if name == "also_in" else name for name in WHERE]
    assert reading.columns == (*STATED, *own, *where) == FOUND.figures_columns
    assert reading.table == "figures"
    assert reading.holds_all
    assert reading.measures == ()


@pytest.mark.parametrize("name", MEASURES)
def test_a_dataset_lists_its_measures_with_their_units(name: str) -> None:
    units = {measure: FOUND.measures[measure].units for measure in FOUND.datasets[name].measures}
    assert units == MEASURES[name]


def test_mines_takes_victims_where_a_mine_is_the_cause() -> None:
    taken = {listing.measure: listing.when for listing in FOUND.datasets["mines"].listings}
    assert taken["killed"] == {"cause": ("mine",)}
    assert taken["mines_laid"] == {}
    assert FOUND.measures["killed"].dataset == "casualties"


def test_closed_sets_are_those_of_the_design() -> None:
    sets = {name: set(column.enum) for name, column in FOUND.columns.items() if column.enum}
    assert sets["qualifier"] == {
        "exact",
        "about",
        "at_least",
        "more_than",
        "at_most",
        "less_than",
        "between",
        "vague",
    }
    assert sets["basis"] == {"estimated", "registered", "planned"}
    assert sets["civilian_status"] == {"civilian", "military", "both"}
    assert sets["sex"] == {"female", "male"}
    assert sets["age_group"] == {"child", "adult", "elderly"}
    assert sets["direction"] == {"increase", "decrease"}
    assert sets["flow"] == {"export", "import", "trade"}
    assert {"mine", "massacre", "earthquake"} < sets["cause"]
    kinds = {column.name: column for column in FOUND.columns_of("anomalies")}["kind"].enum
    assert {"date_after_document", "garbled_number", "garbled_hyphen", "missing_space"} < set(kinds)
    reasons = {column.name: column for column in FOUND.columns_of("coverage")}["reason"].enum
    assert {"date", "ordinal", "name", "identifier", "pronoun", "idiom", "denied"} < set(reasons)


@pytest.mark.parametrize("name", FOUND.columns)
def test_a_column_is_described_in_one_sentence(name: str) -> None:
    column = FOUND.columns[name]
    assert column.title
    assert re.fullmatch(r"[A-Z].*\.", column.description)
    assert not re.search(r"[.!?] [A-Z]", column.description)


@pytest.mark.parametrize("name", FOUND.measures)
def test_a_measure_has_words_and_only_its_phrases_have_several_parts(name: str) -> None:
    measure = FOUND.measures[name]
    assert tuple(measure.words) == WORD_KINDS
    assert any(measure.words.values())
    for kind in WORD_KINDS:
        for word in measure.words[kind]:
            assert re.fullmatch(r"[a-z0-9]+([ -][a-z0-9]+| ,)*", word)
            assert (" " in word) == (kind == "phrase")


def test_every_word_of_change_has_a_direction() -> None:
    change = FOUND.measures["change_in_trade"]
    words = {word for kind in WORD_KINDS for word in change.words[kind]}
    assert set(change.directions) == words
    assert change.directions["plunge"] == "decrease"
    assert change.directions["go up"] == "increase"


def test_no_word_of_a_category_stands_in_another_of_its_column() -> None:
    shared = {"age_group": {"boy", "girl"}}  # these say both sex and age, in two columns
    for column in FOUND.columns.values():
        for one, two in pairwise(column.categories):
            common = set(one.words) & set(two.words)
            assert common <= shared.get(column.name, set()), (column.name, common)


def test_tables_have_the_columns_of_the_packages() -> None:
    assert {name: table.primary_key for name, table in FOUND.tables.items()} == {
        "spans": ("figure_id", "span"),
        "paragraphs": ("document", "paragraph"),
        "documents": ("document",),
        "anomalies": ("document", "start", "end", "kind"),
        "coverage": ("document", "start"),
        "decisions": ("document", "decision"),
    }
    decisions = {column.name: column for column in FOUND.columns_of("decisions")}
    assert decisions["decision"].type == "integer"
    assert FOUND.columns["decision"].type == "string"


def test_ids_are_owed_where_they_are_owed() -> None:
    def figure_id(table: str) -> tuple[bool, bool]:
        column = next(c for c in FOUND.columns_of(table) if c.name == "figure_id")
        return column.required, column.unique

    assert figure_id("casualties") == figure_id("reading") == (True, True)
    assert figure_id("spans") == (True, False)
    assert figure_id("coverage") == figure_id("decisions") == (False, False)


def test_a_measure_is_owed_in_a_dataset_and_not_in_the_reading() -> None:
    column = next(c for c in FOUND.columns_of("mines") if c.name == "measure")
    assert column.required
    assert column.enum == tuple(MEASURES["mines"])
    column = next(c for c in FOUND.columns_of("reading") if c.name == "measure")
    assert not column.required
    assert column.enum == tuple(FOUND.measures)
