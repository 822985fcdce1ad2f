"""A word of the same kind put for another changes nothing else that a sentence states.

Each of the sentences is read with the first of some words at its mark, and with each of the others.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.stated import measured

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
COUNTRIES = (
    "Peru", "South Sudan", "the Netherlands", "the UK", "Bosnia and Herzegovina", "Sri Lanka",
    "the Democratic Republic of the Congo", "Guinea-Bissau", "C\u00f4te d'Ivoire",
    "the Central African Republic", "the DRC", "Timor-Leste", "Georgia", "Papua New Guinea",
)  # fmt: skip
SUMS = (
    "$40 million", "US$40m", "40 million dollars", "USD 40 million", "EUR 40m", "\u00a340m",
    "SFr 40 million",
    "KSh 40 million", "NOK 40 million", "40 million Norwegian kroner", "40 million Saudi riyals",
    "40 million Ethiopian birr", "Tk 40 million", "40 million Swiss francs", "\u20b940 million",
)  # fmt: skip
CASES = (
    (COUNTRIES, "In May _ bought a third of Zambia's copper."),
    (COUNTRIES, "_ supplies 7 percent of world exports of dates."),
    (COUNTRIES, "_ has grown exports to Japan by 30 percent."),
    (COUNTRIES, "_ gave $12 million to Kenya for schools."),
    (COUNTRIES, "Some 9,000 refugees have gone home to _."),
    (SUMS, "In May exports to Gabon came to _, a decrease of 9 percent."),
    (SUMS, "The plan for the refugees was met with pledges of _."),
    (SUMS, "Mali received _ in aid from the bank."),
    (TOWNS, "Nine soldiers were killed at _ on Monday."),
    (TOWNS, "The fall in oil prices cut the value of _'s exports by a quarter."),
    (TOWNS, "The camp at _ shelters 9,000 refugees."),
    (TOWNS, "The bank pledged $40 million for schools in _."),
    (SPEAKERS, "Some 40 people died and 12 were hurt, _ said."),
    (SPEAKERS, "According to _, 1,400 mines have been cleared."),
    (PERSONS, "The flood killed 12 _ in Orsa."),
    (("herders", "mahouts", "Nepalis", "Iraqis", "Saudis"), "In Tarvel 14 _ drowned."),
    (PERSONS, "Nearly 3,700 _ were resettled on the plateau."),
)


def stated(text: str, word: str) -> list[tuple[Any, ...]]:
    """The fields of the figures that have a measure, with a mark where they hold the word."""
    word = word.removeprefix("the ")
    return [
        tuple(
            "_"
            if field == "unit" and len(str(row["unit"])) == 3
            else str(row[field]).replace("The ", "").replace(word, "_")
            for field in FIELDS
        )
        for row in measured(text)
    ]


@pytest.mark.parametrize(("words", "frame"), CASES)
def test_a_word_put_for_another_changes_nothing_else(words: tuple[str, ...], frame: str) -> None:
    wanted = stated(frame.replace("_", words[0]), words[0])
    assert wanted
    for word in words[1:]:
        text = frame.replace("_", word)
        text = text[0].upper() + text[1:]
        assert stated(text, word) == wanted, text


SHOUTED = (
    "Some 31,000 people have gone back to Mali since May.",
    "From July 4 to September 19 sappers found 210 mines.",
    "Nine drowned because they could not swim, and 13 were missing.",
    "Austria's $6 million donation to the drought appeal comes on top.",
    "Kenya took 17 percent of South Sudan's exports.",
)


@pytest.mark.parametrize("text", SHOUTED)
def test_a_sentence_in_capitals_states_the_same(text: str) -> None:
    fields = slice(0, 6)
    wanted = [row[fields] for row in stated(text, "_")]
    assert wanted
    assert [row[fields] for row in stated(text.upper(), "_")] == wanted
