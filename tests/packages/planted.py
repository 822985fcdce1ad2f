"""Invented documents with planted figures: spans are found by their quote, nothing is read."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from plainfigures.documents import Citation, Collection, Document, document_of_text, words
from plainfigures.figures import Figure, FigureSpan, Reading

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

Exports to Lowmark grew by 8.2 per\N{NON-BREAKING HYPHEN}cent;
Lowmark takes 41 percent of all exports \N{SNOWMAN}.

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
    own: dict[str, str] = {name: fields.pop(name) for name in OWN if name in fields}
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
    block = document.paragraphs[place.paragraph - 1]
    known = words(document.text, block.start, block.end)
    before = [word for at, _, word in known if at < place.number_start]
    after = [word for at, _, word in known if at >= place.number_start]
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


def with_figure(reading: Reading, quote: str, **changes: Any) -> Reading:
    """The same reading with one figure changed, found by its quote."""
    return replace(
        reading,
        figures=tuple(
            replace(each, **changes) if each.quote == quote else each for each in reading.figures
        ),
    )
