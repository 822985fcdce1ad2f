"""What is put into a clause does not change what the clause states.

Each of the sentences is read without anything at its mark, and with each of the insertions there:
value, unit, measure, qualifier and what is counted must be the same.
"""

from __future__ import annotations

import pytest

from tests.reading.stated import stated

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
    ", published in the spring,",
    ", in one night,",
    ", with their children,",
    ", told reporters the mayor,",
    ", too, according to the mayor,",
    ", after a debate that went on well into the night and divided those who had to decide,",
    ", of which the papers wrote at great length for weeks without a word on how it came about,",
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
    "once again", "reportedly", ", officials said,", ", it is true,", ", in one week,",
    ", for the first time,", "by then", "on that day", "in one night",
)  # fmt: skip
# Sentences that an opening may lead.
LED = (
    "Sappers released 40 hectares to the farmers.",
    "Eleven miners are still missing.",
    "The famine appeal closed at \u20ac4 million.",
    "Our office has committed $8 million to the camp, and an anonymous donor $200,000.",
    "More than 600 families went home in spring.",
    "Of the 80 villagers, 12 were killed and the rest fled.",
    "Our exports of tea rose by 9 percent.",
)
OPENINGS = (
    "Although nobody had expected it, ",
    "Whether the ministry likes it or not, ",
    "Contrary to what was expected, ",
    "As everybody had seen, ",
    "Given the state of the roads, ",
    "Under the new plan, ",
    "While the meeting was not over yet, ",
    "In short, ",
    "However, ",
    "As we have seen, ",
)

# A mark between a subject or a modal and its verb.
ACTIVE = (
    "The raid | killed 40 villagers and left 300 homeless.",
    "Norway | pledged $40 million for the camps.",
    "Exports of tea | rose by 14 percent.",
    "Some 6,000 families | returned to the valley.",
    "The agency will | bring home 6,000 refugees.",
)
PASSED = ("also", "reportedly", "in turn", "once again", ", officials said,", ", in one week,")
# A mark between a verb and what it has.
GOVERNED = (
    "The raid killed | 40 villagers.",
    "The bank has pledged | $40 million for the camps.",
    "Exports of tea fell | by 14 percent.",
    "Some 6,000 people were driven | from their homes.",
)
BROKEN = (", officials said,", ", as in other years,", ", in one week,", ", it is said,")
# A mark behind people of whom the clause tells.
PEOPLE = (
    "The 12 soldiers | were killed in the ambush.",
    "Some 6,000 families | have returned to the valley.",
    "The 900 refugees | returned to Chad.",
)
OF_THEM = (
    "from the town", "who lived near the bridge", "sitting under the trees",
    "who were hiding from the rain", "whose names are not known", "sheltering in a school",
)  # fmt: skip
SETS = (
    (SENTENCES, INSERTIONS),
    (HELPED, ADVERBS),
    (ACTIVE, PASSED),
    (GOVERNED, BROKEN),
    (PEOPLE, OF_THEM),
)


@pytest.mark.parametrize(
    ("sentence", "put_in"), [(text, words) for texts, words in SETS for text in texts]
)
def test_what_is_put_into_a_clause_changes_nothing_that_it_states(
    sentence: str, put_in: tuple[str, ...]
) -> None:
    wanted = stated(sentence.replace(" | ", " "))
    assert wanted, sentence
    for words in put_in:
        gap = "" if words[0] in ", " else " "
        text = sentence.replace(" | ", f"{gap}{words} ").replace("  ", " ")
        assert stated(text) == wanted, text


# Clauses with a subject and a verb of their own say nothing of the number of another clause.
CLAUSES = (
    "About 340 refugees left for Norway",
    "The flood killed 61 villagers",
    "Donors pledged $3 million for the camps",
    "The teams cleared 40 mines",
    "Wool imports fell from 38 percent to 11 percent",
    "Only 23 of the 190 chairmen are women",
    "Kelmara received 4,480 returnees, Varda 2,215 and Tolm 1,077",
    "Vash has 2.3 km2 of mined land, Ost 1.1 and Harn 0.4",
)
BEHIND = (
    ", he added", ", the survey found", ", the prime minister has confirmed",
    " and nothing more was heard of it", ", and the whole town mourned",
    ", but the president has flown home", "; the dead were buried on Monday",
    " \u2013 the mayor was killed in March", ", because the bridge was down",
    ", as mentioned above", ", leaving the valley without power",
    ", bringing back memories of the war", " (see the annex)", " \u2013 a sign of the times",
)  # fmt: skip


@pytest.mark.parametrize("sentence", CLAUSES)
def test_a_clause_behind_another_changes_nothing_that_it_states(sentence: str) -> None:
    wanted = stated(f"{sentence}.")
    for behind in BEHIND:
        assert stated(f"{sentence}{behind}.") == wanted, behind


# Sentences of which the first word tells how they are to be read.
HEADED = (
    "Of the 80 villagers 12 were killed.",
    "Of the 6,000 soldiers, 1,400 surrendered and the rest fled.",
    "In response to the appeals for the camps, the bank had already paid $3 million.",
    "With this gift, the aid to the refugees has risen to nearly $35 million.",
    "If the war went on, 900 people would flee.",
)
BEFORE = ("Officials said that ", "It is known that ", "- ", "The minister told us that ")


@pytest.mark.parametrize("sentence", HEADED)
def test_what_is_read_at_the_head_of_a_sentence_is_read_behind_a_report(sentence: str) -> None:
    wanted = stated(sentence)
    for before in BEFORE:
        first = sentence[0] if before == "- " else sentence[0].lower()
        assert stated(before + first + sentence[1:]) == wanted, before


@pytest.mark.parametrize("sentence", LED)
def test_what_leads_a_sentence_changes_nothing_that_it_states(sentence: str) -> None:
    wanted = stated(sentence)
    assert wanted, sentence
    for opening in OPENINGS:
        text = opening + sentence[0].lower() + sentence[1:]
        assert stated(text) == wanted, text


@pytest.mark.parametrize("sentence", CLAUSES)
def test_a_clause_before_another_changes_nothing_that_it_states(sentence: str) -> None:
    wanted = stated(f"{sentence}.")
    plain = sentence if sentence.startswith("Wool") else sentence[0].lower() + sentence[1:]
    for before in ("The rebels seized the port", "The donors will meet in May"):
        for joint in ("; ", " and ", ", and ", " \u2013 ", ", while ", ", but on Friday, "):
            assert stated(f"{before}{joint}{plain}.") == wanted, (before, joint)
        assert stated(f"While {before[0].lower()}{before[1:]}, {plain}.") == wanted, before
