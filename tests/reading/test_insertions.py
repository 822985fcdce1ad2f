"""What is put into a clause does not change what the clause states.

Each of the sentences is read without anything at its mark, and with each of the insertions there:
value, unit, measure, qualifier and what is counted must be the same.
"""

from __future__ import annotations

from typing import Any

import pytest

from plainfigures import documents
from tests.reading.test_reading import reader

FIELDS = ("measure", "value", "value_low", "value_high", "unit", "qualifier", "counted")
# A mark between a subject and its verb.
SENTENCES = (
    "Some 12 soldiers | were killed in the ambush.",
    "The raid killed 40 villagers, and 300 houses | were burned down.",
    "More than 6,000 families | have returned to the valley.",
    "The bank | has pledged $40 million for the camps.",
    "Teams of the mine office | have cleared 1,400 mines.",
    "Exports of tea | rose by 14 percent.",
    "Half of the 900 refugees | went home in May.",
    "The floods | drove 9,000 people from their homes.",
    "Between 30 and 40 miners | are missing.",
    "Sales to Chad | account for 9 percent of exports.",
)
INSERTIONS = (
    ", officials said,",
    ", the minister told reporters,",
    ", according to the mayor,",
    ", as everybody knows,",
    ", in fact,",
    ", however,",
    ", most of them young,",
    ", like so many before them,",
    " (see the map)",
    " \u2013 it was a Monday \u2013",
)
# A mark between a helper and its verb.
HELPED = (
    "At least 12 soldiers were | killed in the ambush.",
    "The relatives of 12 people who were | killed protested.",
    "Three sailors were | killed off Galle on Monday.",
    "More than 6,000 families have | returned to the valley.",
    "The bank has | pledged $40 million for the camps.",
    "The mine office had | cleared 1,400 mines.",
    "Exports of tea have | risen by 14 percent.",
)
ADVERBS = (
    "also", "already", "since", "later", "so far", "in fact", "then quickly", "subsequently",
    ", officials said,", ", it is true,",
)  # fmt: skip


def stated(text: str) -> list[tuple[Any, ...]]:
    """What a text states: the fields of its figures that have a measure."""
    records, read = reader()
    figures = read.read(documents.document_of_text("t", text)).figures
    rows = [records.of(figure) for figure in figures]
    return [tuple(row[field] for field in FIELDS) for row in rows if row["measure"]]


@pytest.mark.parametrize("sentence", [*SENTENCES, *HELPED])
def test_what_is_put_into_a_clause_changes_nothing_that_it_states(sentence: str) -> None:
    plain = sentence.replace(" | ", " ")
    wanted = stated(plain)
    assert wanted, plain
    for put_in in INSERTIONS if sentence in SENTENCES else ADVERBS:
        gap = "" if put_in[0] in ", " else " "
        text = sentence.replace(" | ", f"{gap}{put_in} ").replace("  ", " ")
        assert stated(text) == wanted, text
