"""Where, when and who said so, in each place of a sentence and in the sentence before.

Each frame is read with its mark X filled by each of the clauses: the place, the words of time and
the speaker of their figure must be those of the frame, however they are put.
"""

from __future__ import annotations

import re

import pytest

from plainfigures import documents
from tests.reading.test_reading import reader

CLAUSES = ("14 villagers were killed", "the raiders wounded 60 people", "some 300 families fled")
# The frame, then place, period and speaker, where they are not those of the first frame.
FRAMES: dict[str, tuple[str | None, str | None, str | None]] = {
    "X in Tamsk in May 2004, the relief office said.": ("Tamsk", "May 2004", "relief office"),
    "In May 2004 X in Tamsk.": ("Tamsk", "May 2004", None),
    "In a statement released on Sunday, the relief office said X in Tamsk.":
        ("Tamsk", None, "relief office"),
    "In an interview with a local paper on Sunday, the relief office said X in Tamsk in May 2004.":
        ("Tamsk", "May 2004", "relief office"),
    "Speaking on Sunday, the relief office said X in Tamsk in May 2004.":
        ("Tamsk", "May 2004", "relief office"),
    "On Sunday, the relief office said that X in Tamsk in May 2004.":
        ("Tamsk", "May 2004", "relief office"),
    "In its report of 2021, the relief office says X in Tamsk.": ("Tamsk", None, "relief office"),
    "Data published by the relief office on Sunday show that X in Tamsk in May 2004.":
        ("Tamsk", "May 2004", "relief office"),
    "It happened in May 2004 in Tamsk. X.": ("Tamsk", "May 2004", None),
    "Gunmen attacked Tamsk in May 2004. X.": ("Tamsk", "May 2004", None),
    "Gunmen attacked Tamsk in May 2004. They came on foot.\n\nX.": ("Tamsk", "May 2004", None),
    "Gunmen attacked Tamsk in May 2004; X.": ("Tamsk", "May 2004", None),
    "X when soldiers attacked Tamsk in May 2004.": ("Tamsk", "May 2004", None),
    "The mayor said gunmen attacked Tamsk in May 2004. X.": ("Tamsk", "May 2004", None),
    "A storm struck Tamsk in May 2004, leaving the bridge in ruins. X.":
        ("Tamsk", "May 2004", None),
    "X in the attack, which took place in May 2004.": (None, "May 2004", None),
    "The attack on Tamsk, in which X, took place in May 2004.": ("Tamsk", "May 2004", None),
    "The rain in northern Mali had stopped. X.": ("northern Mali", None, None),
    "X in the hills above Tamsk.": ("hills above Tamsk", None, None),
    "“The road is closed,” the mayor said. X.": (None, None, None),
    "What is more, in May 2004 X in Tamsk, while the talks went on.": ("Tamsk", "May 2004", None),
    "According to the mayor, by May 2004 X in Tamsk.": ("Tamsk", "by May 2004", "mayor"),
    "“The bridge is down, and in May 2004 X in Tamsk,” the mayor said.":
        ("Tamsk", "May 2004", "mayor"),
    "X in Tamsk, most of them at night, said the mayor.": ("Tamsk", None, "mayor"),
    "In Tamsk, the relief office is at work; it says X.": ("Tamsk", None, "relief office"),
    "As the mayor reported, X in Tamsk.": ("Tamsk", None, "mayor"),
    "X in Tamsk, according to figures from the mayor.": ("Tamsk", None, "mayor"),
    "X in Tamsk, according to officials from the ministry.":
        ("Tamsk", None, "officials from the ministry"),
    "When gunmen attacked the town last week, X.": ("town", "last week", None),
    "With fighting in the capital, X.": ("capital", None, None),
    "The mayor told a meeting of the council on Sunday that X in Tamsk.": ("Tamsk", None, "mayor"),
    "The mayor said fighting had broken out in Darfur in May 2004. X.":
        ("Darfur", "May 2004", None),
    "TAMSK, May 4 - A storm struck; X.": (None, None, None),
}  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
def test_a_field_is_read_wherever_it_is_told(frame: str) -> None:
    place, period, speaker = FRAMES[frame]
    records, read = reader()
    for clause in CLAUSES:
        text = frame.replace("X", clause)
        text = re.sub(r"(?:^|(?<=[.!?] )|(?<=\n))[a-z]", lambda one: one[0].upper(), text)
        figures = read.read(documents.document_of_text("t", text)).figures
        rows = [row for row in map(records.of, figures) if row["measure"]]
        assert len(rows) == 1, text
        told = [rows[0]["place"], rows[0]["period"], rows[0]["attributed_to"]]
        assert told == [place, period, speaker], text


TOLD = (
    "According to the ministry, |.",
    "The ministry says that |.",
    "The ministry told a local paper that |.",
    "As the ministry reported, |.",
    "In its annual report, the ministry says that |.",
    "\u201cThe road is closed,\u201d the ministry said. \u201c|.\u201d",
    "|, the ministry said.",
    "|, according to the ministry.",
)
# What is told: its figure's donor, reporter, partner and place.
THINGS = {
    "exports shrank by 8 per cent": (None, None, None, None),
    "exports from Kenya to Chad fell by 8 per cent": (None, "Kenya", "Chad", "Kenya"),
    "Sri Lanka sells 8 per cent of its tea to Chad": (None, "Sri Lanka", "Chad", "Sri Lanka"),
    "the budget for bringing 900 families home is $8 million": (None, None, None, None),
    "Norway gave $8 million in aid to Chad": ("Norway", None, None, "Chad"),
    "$8 million was pledged by the Relief Bank for Chad": ("Relief Bank", None, None, "Chad"),
}


@pytest.mark.parametrize("told", TOLD)
def test_who_says_it_gives_and_trades_nothing(told: str) -> None:
    records, read = reader()
    for thing, wanted in THINGS.items():
        text = told.replace("|", thing)
        text = re.sub(r"(?:^|(?<=\u201c))[a-z]", lambda one: one[0].upper(), text)
        figures = read.read(documents.document_of_text("t", text)).figures
        rows = [row for row in map(records.of, figures) if "8" in row["quote"]]
        names = ("donor", "reporter", "partner", "place", "attributed_to")
        assert [tuple(row[name] for name in names) for row in rows] == [(*wanted, "ministry")], text
