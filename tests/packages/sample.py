"""Readings of invented documents, built by hand: spans are planted, nothing here is read."""

from dataclasses import replace
from typing import Any

from plainfigures.documents import Citation, Collection, Document, document_of_text, words
from plainfigures.figures import Anomaly, Decision, Figure, FigureSpan, NumberToken, Reading

COLLECTION = Collection(
    title="Plain Figures",
    publisher="The Makers of Plain Figures",
    contact=None,
    base_address=None,
    code_licence="Apache-2.0",
    data_licence="CC-BY-4.0",
)

HARBOUR = """\
The Long Winter of Harbour Land

In the border war of 2019, 120 villagers, including 45 women and 30 "children", were killed,
the ministry said. About 3,400 families (15,000 persons) left the northern valley in May 2019.

At least 2,500 mines were laid by the northern army, and only 12.5 percent of the records that
it handed over proved right; 14 deminers died in mine explosions.

About 3,400 families (15,000 persons) left the northern valley in May 2019.

By 2025 the government wants to bring 800 families home, =under its "Great Way Back" plan.
The Republic of Lowmark pledged 2.5 million euros, and a bank lent between $3 and $4 million.

Exports to Lowmark grew by 8.2 per\N{NON-BREAKING HYPHEN}cent; Lowmark takes 41 percent of all exports \N{SNOWMAN}.

Of 30 guards who were injured, 33 were recruits.
"""

LAKE = """\
Letters from the Lake

Hundreds of fishermen are missing since the storm, and 120 villagers of 4 parishes fled in 2031.
"""

OWN = (
    "nationality",
    "civilian_status",
    "sex",
    "age_group",
    "cause",
    "laid_by",
    "population",
    "programme",
    "donor",
    "donor_code",
    "recipient",
    "recipient_code",
    "finance_type",
    "reporter",
    "reporter_code",
    "partner",
    "partner_code",
    "flow",
    "direction",
)


def harbour_document() -> Document:
    return document_of_text(
        "harbour-2021",
        HARBOUR,
        Citation(
            title="The Long Winter of Harbour Land",
            author="Ada Example",
            publication="The Invented Review",
            date="2021-03-04",
            language="en",
            rights="The author's; quoted with credit.",
        ),
    )


def lake_document() -> Document:
    return document_of_text("lake", LAKE, Citation(date="2022-01-31"))


def span(document: Document, quote: str, number: str, within: str | None = None) -> FigureSpan:
    """Where a quote stands (in the first paragraph that holds `within`), and its number in it."""
    start = document.text.index(quote, document.text.index(within) if within else 0)
    end = start + len(quote)
    number_start = document.text.index(number, start)
    paragraph = next(each for each in document.paragraphs if each.start <= start < each.end)
    return FigureSpan(paragraph.number, start, end, number_start, number_start + len(number))


def figure(
    document: Document,
    quote: str,
    number: str,
    value: float | None,
    unit: str,
    measure: str | None = None,
    datasets: tuple[str, ...] = (),
    qualifier: str = "exact",
    within: str | None = None,
    **fields: Any,
) -> Figure:
    """A figure at a quote; the fields not given are null, the bounds those of the qualifier."""
    place = span(document, quote, number, within)
    low = value if qualifier in ("exact", "at_least", "more_than") else None
    high = value if qualifier in ("exact", "at_most", "less_than") else None
    own: dict[str, str | None] = dict.fromkeys(OWN)
    own |= {name: fields.pop(name) for name in OWN if name in fields}
    plain: dict[str, Any] = dict.fromkeys(
        (
            "counted",
            "basis",
            "event",
            "place",
            "period",
            "period_start",
            "period_end",
            "as_of",
            "attributed_to",
            "part_of",
            "same_as",
            "decision",
        )
    )
    plain |= {"anomalies": (), "repeats": (), "decided": (), "rules": {}}
    plain |= {"value_low": low, "value_high": high}
    return Figure(
        figure_id=figure_id(document, place),
        measure=measure,
        value=value,
        qualifier=qualifier,
        unit=unit,
        own=own,
        quote=quote,
        sentence=sentence(document, place),
        document=document.name,
        paragraph=place.paragraph,
        start=place.start,
        end=place.end,
        number_start=place.number_start,
        number_end=place.number_end,
        datasets=datasets,
        **(plain | fields),
    )


def figure_id(document: Document, place: FigureSpan) -> str:
    """The id by its rule, written a second time and otherwise."""
    from hashlib import sha256

    block = document.paragraphs[place.paragraph - 1]
    before = [
        word
        for at, _, word in words(document.text, block.start, block.end)
        if at < place.number_start
    ]
    after = [
        word
        for at, _, word in words(document.text, block.start, block.end)
        if at >= place.number_start
    ]
    text = "\n".join([document.name, *before[-5:], *after[:6]])
    return f"{document.name}-{sha256(text.encode()).hexdigest()[:8]}"


def sentence(document: Document, place: FigureSpan) -> str:
    """The part of the paragraph between full stops that holds a place."""
    block = document.paragraphs[place.paragraph - 1]
    start = document.text.rfind(". ", block.start, place.start)
    end = document.text.find(". ", place.end, block.end)
    return document.text[
        block.start if start < 0 else start + 2 : block.end if end < 0 else end + 1
    ]


def harbour() -> Reading:
    """A document with figures of every dataset, a repeat, an anomaly, a decision and a number aside."""
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
        text, "About 3,400 families", "3,400", 3400, "family", "displaced", ("casualties",), "about",
        counted="families", place="the northern valley", period="May 2019",
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
            *(
                NumberToken(
                    each.paragraph, each.number_start, each.number_end, each.figure_id, None
                )
                for each in figures
            ),
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
    year = span(text, "2031", "2031")
    return Reading(
        document=text,
        figures=(fishermen, villagers, parishes),
        coverage=tuple(
            NumberToken(each.paragraph, each.number_start, each.number_end, each.figure_id, None)
            for each in (fishermen, villagers, parishes)
        )
        + (NumberToken(year.paragraph, year.start, year.end, None, "date"),),
        anomalies=(
            Anomaly(
                "date_after_document", year.paragraph, year.start, year.end, (villagers.figure_id,)
            ),
        ),
        decisions=(),
    )


def with_figure(reading: Reading, quote: str, **changes: Any) -> Reading:
    """The same reading with one figure changed, found by its quote."""
    return replace(
        reading,
        figures=tuple(
            replace(each, **changes) if each.quote == quote else each for each in reading.figures
        ),
    )
