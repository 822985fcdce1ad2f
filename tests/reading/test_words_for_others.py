"""A word of the same kind put for another changes nothing else that a sentence states.

Each of the sentences is read with the first of some words at its mark, and with each of the others.
"""

from __future__ import annotations

from typing import Any

import pytest

from plainfigures import documents
from tests.reading.test_reading import reader

FIELDS = (
    *("measure", "value", "value_low", "value_high", "unit", "qualifier"),
    *("counted", "place", "attributed_to", "donor", "recipient", "reporter", "partner"),
)
TOWNS = (
    "Kesh", "Santa Cruz de la Sierra", "Stoke-on-Trent", "Deir ez-Zor", "al-Bab", "Ust-Kut",
    "St. Anne", "Mount Darwin", "Villa de la Paz", "Al-Qaim",
)  # fmt: skip
SPEAKERS = (
    "Anna Berg", "Mrs. de la Cruz", "Dr. Ahmed al-Rashid", "Lt. Col. Peter Roe",
    "Prof. J. R. Smith",
    "Ursula von der Leyen", "Sheikh Omar bin Laith", "Ngozi Okonjo-Iweala", "Mr Lee",
)  # fmt: skip
PERSONS = (
    "villagers", "mahouts", "oystermen", "agropastoralists", "ragpickers", "choristers",
    "fisherfolk", "rickshaw pullers", "tea pickers", "vaqueros", "coalminers", "townspeople",
)  # fmt: skip
CASES = (
    (TOWNS, "Nine soldiers were killed at _ on Monday."),
    (TOWNS, "The fall in oil prices cut the value of _'s exports by a quarter."),
    (TOWNS, "The camp at _ shelters 9,000 refugees."),
    (TOWNS, "The bank pledged $40 million for schools in _."),
    (SPEAKERS, "Some 40 people died and 12 were hurt, _ said."),
    (SPEAKERS, "According to _, 1,400 mines have been cleared."),
    (PERSONS, "The flood killed 12 _ in Orsa."),
    (PERSONS, "Nearly 3,700 _ were resettled on the plateau."),
)


def stated(text: str, word: str) -> list[tuple[Any, ...]]:
    """The fields of the figures that have a measure, with a mark where they hold the word."""
    records, read = reader()
    figures = read.read(documents.document_of_text("t", text)).figures
    rows = [records.of(figure) for figure in figures]
    return [
        tuple(str(row[field]).replace(word, "_") for field in FIELDS)
        for row in rows
        if row["measure"]
    ]


@pytest.mark.parametrize(("words", "frame"), CASES)
def test_a_word_put_for_another_changes_nothing_else(words: tuple[str, ...], frame: str) -> None:
    wanted = stated(frame.replace("_", words[0]), words[0])
    assert wanted
    for word in words[1:]:
        text = frame.replace("_", word)
        assert stated(text, word) == wanted, text
