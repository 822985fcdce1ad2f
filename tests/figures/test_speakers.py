"""Who says it may be named before: in another sentence, by a label or in the heading."""

from collections.abc import Callable

import pytest

from plainfigures.figures import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "source", "rule"),
    [
        (
            "The Ministry of Health reported 3 deaths. The ministry said that 40 men were wounded.",
            "Ministry of Health",
            "named before, cue: said",
        ),
        (
            "Ana Brod said the road was closed.\n\nShe said that 40 men were killed.",
            "Ana Brod",
            "pronoun with cue: said",
        ),
        (
            "Mr. Brod (Kenya): The road was closed.\n\nIt rained. Some 40 men were killed.",
            "Mr. Brod (Kenya)",
            "label of the speaker",
        ),
        (
            "Kenya, 1997\n\nWe must stop this war. Some 40 men were killed last week alone.",
            "Kenya",
            "heading of the speaker",
        ),
    ],
)
def test_the_speaker_is_found_and_explained(read: Read, text: str, source: str, rule: str) -> None:
    figure = read(text).figures[-1]
    assert (figure.attributed_to, figure.rules.get("attributed_to")) == (source, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, 1997\n\nThe war went on. Some 40 men were killed last week alone.",
        "Floods in Kenya\n\nWe must stop this war. Some 40 men were killed last week alone.",
        "Note: The road was closed. Some 40 men were killed.",
        "Mr. Brod: The road was closed.\n\nThe day after\n\nIt rained. Some 40 men were killed.",
    ],
)
def test_no_one_speaks_where_none_is_named(read: Read, text: str) -> None:
    assert read(text).figures[-1].attributed_to is None


def test_who_speaks_in_the_next_clause_says_nothing_of_this_one(read: Read) -> None:
    given, more = read(
        "The European Union has pledged 12 million euros in aid, and Norway announced 4 million "
        "kroner."
    ).figures
    assert given.attributed_to is None
    assert more.attributed_to in (None, "Norway")


def test_the_name_of_an_office_is_no_cause(read: Read) -> None:
    (figure,) = read("The dead include 19 children, the disaster agency said.").figures
    assert figure.own.get("cause") is None
    assert figure.attributed_to == "disaster agency"
