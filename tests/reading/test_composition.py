"""What stands before a sentence that leans on nothing does not change what the sentence states.

Each text of the first kind is read alone, and behind it, in its paragraph and in the next, each
of the second: the figures that have a measure must be those of both.
"""

from __future__ import annotations

import pytest

from tests.reading.stated import FIELDS, stated

# Who is counted may be told before.
COMPARED = tuple(field for field in FIELDS if field != "counted")
FIRST = (
    "The flood killed 46 people.",
    "Some 46 villagers were wounded in the raid.",
    "About 900 people have fled the valley.",
    "Some 640 refugees came home on Friday.",
    "Sappers lifted 1,400 mines.",
    "Norway gave $9 million for the refugees.",
    "Donors have promised 40 million euros in aid.",
    "Exports of tea rose by 14 percent.",
)
SECOND = (
    "Some 46 villagers went back to the meeting.",
    "Last night 12 people were found guilty of theft.",
    "More than 300 people in the two towns are hungry: 210 in Ulm and 90 in Orsa.",
    "The plan targets 1.2 million of the 3.4 million people in need.",
    "Courses reached 4,730 people, including 2,104 girls.",
    "The force comprised 3,412 soldiers, including 211 women.",
    "Over 250 people came to the town to vote.",
    "The crop came to 3 million bags. The farm expects 4 million next year.",
    "The dollar bought 2.71 lari, against 2.64 a week ago.",
    "Of every ten pupils, six are girls.",
    "Only 23 of the 190 clerks are women.",
    "The stadium hosted 9,000 fans.",
    "The museum sold 90,000 tickets last year.",
    "Donors had pledged $46 million, she said.",
    "Survivors spoke of 80 people in the hold when the hatch was shut.",
)


@pytest.mark.parametrize("after", [*SECOND, *FIRST])
def test_what_stands_before_a_sentence_changes_nothing_that_it_states(after: str) -> None:
    own = stated(after, COMPARED)
    for before in (one for one in FIRST if one != after):
        for text in (f"{before} {after}", f"{before}\n\n{after}"):
            assert stated(text, COMPARED) == [*stated(before, COMPARED), *own], text
