"""A turn that says the same of a verb or of a number changes nothing that the sentence states."""

from __future__ import annotations

import pytest

from tests.reading.stated import measured, stated

# A verb in the past: plain, as a participle, with -ing.
VERBS = (
    ("The flood | 40 villagers in Orsa.", "kill", "killed", "killing"),
    ("In May 640 refugees | from Chad.", "return", "returned", "returning"),
    ("Roughly 15,000 people | their homes.", "flee", "fled", "fleeing"),
    ("The fund | $2 million to clinics for refugees.", "give", "given", "giving"),
    ("Deminers | 40 hectares of minefield.", "clear", "cleared", "clearing"),
    ("Exports of tea | by 14 percent.", "rise", "risen", "rising"),
)
TURNS = (
    "had {2}", "did {1}", "went on to {1}", "had gone on to {1}", "would go on to {1}",
    "managed to {1}", "has managed to {1}", "was able to {1}", "were finally able to {1}",
    "succeeded in {3}", "ended up {3}", "wound up {3}", "is known to have {2}",
    "was found to have {2}", "turned out to have {2}", "seems to have {2}",
    "chose to {1}", "is believed to have {2}", "is confirmed to have {2}",
)  # fmt: skip
PASSIVES = (
    ("Since March 214 recruits | with 390 injured.", "killed"),
    ("In Vash 61 anti-vehicle mines |.", "removed"),
    ("Two guards | and 40 protesters went home.", "wounded"),
    ("Of the appeal only $4 million |.", "received"),
)
BEING = (
    "have been {1}", "came to be {1}", "ended up being {1}", "ended up {1}",
    "are known to have been {1}", "were reported to have been {1}", "turned out to have been {1}",
    "are now thought to have been {1}", "are estimated to have been {1}", "turned out to be {1}",
)  # fmt: skip
NUMBERS = (
    "The rebels lost | 900 men, of whom 140 were prisoners.",
    "Fighting in the north pushed | 95,000 farmers off the land.",
    "The ministry plans to bring | 1,200 families back to their villages.",
    "The collapse left | nine people dead and wounded 17 others.",
)
LEADS = (
    "a total of", "a group of", "a second group of", "altogether", "in total", "a reported",
    "fully", "all of the",
)  # fmt: skip


@pytest.mark.parametrize("frame", VERBS)
def test_a_turn_that_tells_that_it_was_done_is_read_as_the_verb(frame: tuple[str, ...]) -> None:
    wanted = stated(frame[0].replace("|", f"have {frame[2]}"))
    assert wanted
    for turn in TURNS:
        text = frame[0].replace("|", turn.format(*frame))
        assert stated(text) == wanted, text


@pytest.mark.parametrize("frame", PASSIVES)
def test_a_turn_of_the_passive_is_read_as_the_passive(frame: tuple[str, ...]) -> None:
    wanted = stated(frame[0].replace("|", f"were {frame[1]}"))
    assert wanted
    for turn in BEING:
        text = frame[0].replace("|", turn.format(*frame))
        assert stated(text) == wanted, text


@pytest.mark.parametrize("sentence", NUMBERS)
def test_what_leads_to_a_number_changes_nothing(sentence: str) -> None:
    wanted = stated(sentence.replace("| ", ""))
    assert wanted
    for lead in LEADS:
        text = sentence.replace("|", lead)
        assert stated(text) == wanted, text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In total, 900 men of the 12 towns in all fled.", 900),
        ("The floods killed not less than 900 people.", 900),
    ],
)
def test_what_counts_up_behind_a_number_or_bounds_it(text: str, said: int) -> None:
    assert [row[1] or row[2] for row in stated(text)] == [said]


def test_what_is_believed_to_have_happened_is_estimated() -> None:
    rows = measured("Six guards are believed to have been killed by about 50 gunmen.")
    assert [(row["measure"], row["basis"]) for row in rows] == [("killed", "estimated")]


def test_a_turn_that_is_denied_is_none() -> None:
    assert [row[0] for row in stated("The 900 refugees have not been able to go home.")] != [
        "returned"
    ]
