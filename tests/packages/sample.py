"""Readings of the invented documents: figures of every dataset, a repeat, anomalies, decisions."""

from pathlib import Path

from plainfigures.definitions import Definitions
from plainfigures.figures import Anomaly, Decision, Figure, NumberToken, Reading
from plainfigures.packages import Package, build_package, write
from tests.packages.planted import COLLECTION, figure, harbour_document, lake_document, span


def build_all(folder: Path, definitions: Definitions) -> dict[str, Package]:
    """Every package of the two readings, written below a folder."""
    built = {
        name: build_package(name, [harbour(), lake()], definitions, COLLECTION)
        for name in definitions.datasets
    }
    for name, package in built.items():
        write(package, folder / name)
    return built


def tokens(figures: tuple[Figure, ...]) -> tuple[NumberToken, ...]:
    """A number token per figure."""
    return tuple(
        NumberToken(each.paragraph, each.number_start, each.number_end, each.figure_id, None)
        for each in figures
    )


def harbour() -> Reading:
    """Figures of every dataset, a repeat, an anomaly, two decisions and a number set aside."""
    text = harbour_document()
    villagers = figure(
        text, "120 villagers", "120", 120, "person", "killed", ("casualties",),
        counted="villagers", event="border war", period="2019", period_start="2019",
        period_end="2019", attributed_to="the ministry",
    )  # fmt: skip
    women = figure(
        text, "45 women", "45", 45, "person", "killed", ("casualties",),
        counted="women", sex="female", part_of=villagers.figure_id,
    )  # fmt: skip
    children = figure(
        text, '30 "children"', "30", 30, "person", "killed", ("casualties",),
        counted='"children"', age_group="child", part_of=villagers.figure_id,
        decision="The quotation marks hide the noun.", decided=("age_group",),
    )  # fmt: skip
    families = figure(
        text, "About 3,400 families", "3,400", 3400, "family", "displaced", ("casualties",),
        "about", counted="families", place="the northern valley", period="May 2019",
        period_start="2019-05", period_end="2019-05",
        repeats=(span(text, "About 3,400 families", "3,400", "\n\nAbout"),),
    )  # fmt: skip
    persons = figure(
        text, "15,000 persons", "15,000", 15000, "person", "displaced", ("casualties",),
        counted="persons", same_as=families.figure_id,
        repeats=(span(text, "15,000 persons", "15,000", "\n\nAbout"),),
    )  # fmt: skip
    mines = figure(
        text, "At least 2,500 mines", "2,500", 2500, "mine", "mines_laid", ("mines",), "at_least",
        counted="mines", laid_by="the northern army",
    )  # fmt: skip
    records = figure(
        text, "only 12.5 percent of the records", "12.5 percent", 12.5, "percent",
        "record_accuracy", ("mines",), counted="the records",
    )  # fmt: skip
    deminers = figure(
        text, "14 deminers", "14", 14, "person", "killed", ("casualties", "mines"),
        counted="deminers", cause="mine",
    )  # fmt: skip
    returns = figure(
        text, "800 families", "800", 800, "family", "return_target", ("return_targets",),
        counted="families", period="By 2025", period_end="2025", basis="planned",
        programme='"Great Way Back" plan',
    )  # fmt: skip
    pledge = figure(
        text, "2.5 million euros", "2.5 million euros", 2500000, "EUR", "pledged",
        ("aid_amounts",), donor="The Republic of Lowmark", finance_type="grant",
    )  # fmt: skip
    loan = figure(
        text, "between $3 and $4 million", "$3 and $4 million", None, "USD", "loan",
        ("aid_amounts",), "between", value_low=3000000.0, value_high=4000000.0, donor="a bank",
        finance_type="loan",
    )  # fmt: skip
    growth = figure(
        text, "8.2 per\N{NON-BREAKING HYPHEN}cent", "8.2 per\N{NON-BREAKING HYPHEN}cent", 8.2,
        "percent", "change_in_trade", ("trade_percentages",), counted="Exports", flow="export",
        direction="increase", partner="Lowmark",
    )  # fmt: skip
    share = figure(
        text, "41 percent of all exports", "41 percent", 41, "percent", "share_of_trade",
        ("trade_percentages",), counted="all exports", flow="export", partner="Lowmark",
    )  # fmt: skip
    guards = figure(
        text, "30 guards", "30", 30, "person", "injured", ("casualties",), counted="guards",
        anomalies=("breakdown_above_whole",), within="Of 30",
    )  # fmt: skip
    recruits = figure(
        text, "33 were recruits", "33", 33, "person", "injured", ("casualties",),
        counted="recruits", part_of=guards.figure_id, anomalies=("breakdown_above_whole",),
    )  # fmt: skip
    figures = (
        villagers, women, children, families, persons, mines, records, deminers,
        returns, pledge, loan, growth, share, guards, recruits,
    )  # fmt: skip
    year = span(text, "2019", "2019")
    return Reading(
        document=text,
        figures=figures,
        coverage=(
            *tokens(figures),
            NumberToken(year.paragraph, year.start, year.end, None, "date"),
        ),
        anomalies=(
            Anomaly(
                "breakdown_above_whole",
                recruits.paragraph,
                recruits.start,
                recruits.end,
                (guards.figure_id, recruits.figure_id),
            ),
        ),
        decisions=(
            Decision(
                "correct",
                children.figure_id,
                children.quote,
                "age_group",
                None,
                "child",
                "The quotation marks hide the noun.",
                "A. Maintainer",
                "2021-05-06",
                3,
            ),
            Decision(
                "confirm",
                women.figure_id,
                women.quote,
                None,
                None,
                None,
                "Read again, word for word.",
                "A. Maintainer",
                "2021-05-06",
                11,
            ),
        ),
    )


def lake() -> Reading:
    """A second document: a vague figure, one dated after the document, one of no dataset."""
    text = lake_document()
    fishermen = figure(
        text, "Hundreds of fishermen", "Hundreds", None, "person", "missing", ("casualties",),
        "vague", counted="fishermen", event="the storm",
    )  # fmt: skip
    villagers = figure(
        text, "120 villagers", "120", 120, "person", "displaced", ("casualties",),
        counted="villagers", period="2031", period_start="2031", period_end="2031",
        anomalies=("date_after_document",),
    )  # fmt: skip
    parishes = figure(text, "4 parishes", "4", 4, "parish", counted="parishes")
    figures = (fishermen, villagers, parishes)
    year = span(text, "2031", "2031")
    return Reading(
        document=text,
        figures=figures,
        coverage=(
            *tokens(figures),
            NumberToken(year.paragraph, year.start, year.end, None, "date"),
        ),
        anomalies=(
            Anomaly(
                "date_after_document", year.paragraph, year.start, year.end, (villagers.figure_id,)
            ),
        ),
        decisions=(),
    )
