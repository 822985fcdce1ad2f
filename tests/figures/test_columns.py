"""The own columns of the datasets: who gives, receives, trades, acts, and whose people they are."""

from collections.abc import Callable

import pytest

from plainfigures.figures import Reading

Read = Callable[..., Reading]


def own(reading: Reading, text: str, number: str) -> dict[str, str | None]:
    """The own columns of the one figure whose number stands at `number`."""
    at = text.index(number)
    (figure,) = (f for f in reading.figures if f.number_start <= at < f.number_end)
    return dict(figure.own)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "We thank the Swedish government, whose grant of $2 million kept the clinics open.",
            "$2 million",
            {"donor": "Swedish government", "donor_code": "SWE"},
        ),
        (
            "The hospital was built by the Aga Foundation, which donated $4 million to it.",
            "$4 million",
            {"donor": "Aga Foundation"},
        ),
        (
            "The Agency added $3 million, raising Canada's aid to the victims to $9 million.",
            "$9 million",
            {"donor": "Canada", "donor_code": "CAN"},
        ),
        (
            "Norway's grant of 40 million kroner will feed the refugees.",
            "40 million kroner",
            {"donor": "Norway"},
        ),
        (
            "Sixty tents, a gift of the people of Turkey worth $80,000, reached the camp.",
            "$80,000",
            {"donor": "people of Turkey", "donor_code": "TUR"},
        ),
        (
            "The medicines are a donation of the Italian Red Cross worth $70,000.",
            "$70,000",
            {"donor": "Italian Red Cross"},
        ),
        (
            "The Government of Denmark yesterday pledged $6 million for the refugees.",
            "$6 million",
            {"donor": "Government of Denmark", "donor_code": "DNK"},
        ),
        (
            "The European Commission on Tuesday allocated €9 million in humanitarian aid to Chad.",
            "€9 million",
            {"donor": "European Commission", "recipient": "Chad", "recipient_code": "TCD"},
        ),
        ("Finland last week pledged €3 million in aid.", "€3 million", {"donor": "Finland"}),
        (
            "The governor said the province would give $50,000 to the flood victims.",
            "$50,000",
            {"donor": "province", "recipient": "flood victims"},
        ),
        (
            "Minister Ola Berg said that the fund would donate $5 million to the refugees.",
            "$5 million",
            {"donor": "fund"},
        ),
        ("The council will give £30,000 to the shelter.", "£30,000", {"donor": "council"}),
        (
            "Italy pledged €8 million, Spain €3 million and a private donor €100,000 in aid.",
            "€100,000",
            {"donor": "private donor"},
        ),
        (
            "Italy pledged €8 million, Spain €3 million and a private donor €100,000 in aid.",
            "€3 million",
            {"donor": "Spain"},
        ),
        (
            "The refugees received $5 million from the Swiss government.",
            "$5 million",
            {"donor": "Swiss government"},
        ),
        (
            "An appeal for $5 million was launched by Oxfam for Sudan.",
            "$5 million",
            {"recipient": "Sudan"},
        ),
        (
            "The UN appealed for $40 million for Somalia in March.",
            "$40 million",
            {"recipient": "Somalia"},
        ),
        (
            "Australia said it would contribute $20 million in aid to Vanuatu.",
            "$20 million",
            {"donor": "Australia", "recipient": "Vanuatu"},
        ),
        (
            "The money, $7 million in aid, was provided by the Kuwaiti government.",
            "$7 million",
            {"donor": "Kuwaiti government"},
        ),
    ],
)
def test_a_donor_is_read_in_each_of_its_places(
    read: Read, text: str, number: str, expected: dict[str, str | None]
) -> None:
    found = own(read(text), text, number)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Germany contributed $4 million to the United Nations appeal for Yemen.",
            "$4 million",
            {"recipient": "United Nations appeal for Yemen"},
        ),
        ("The committee raised £12,400 for the refugees.", "£12,400", {"recipient": "refugees"}),
        (
            "Norway will give $20 million to rebuild clinics in Malawi.",
            "$20 million",
            {"recipient": "Malawi"},
        ),
        (
            "The World Bank approved a $35 million grant for water and schools in Narvia.",
            "$35 million",
            {"recipient": "Narvia"},
        ),
        ("Denmark gave $35 million in March for schools.", "$35 million", {"recipient": None}),
        ("Sweden gave the flood victims $2 million.", "$2 million", {"recipient": "flood victims"}),
        (
            "Canada pledged $2 million for the victims of the earthquake.",
            "$2 million",
            {"recipient": "victims of the earthquake"},
        ),
    ],
)
def test_a_recipient_is_read_in_each_of_its_places(
    read: Read, text: str, number: str, expected: dict[str, str | None]
) -> None:
    found = own(read(text), text, number)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Shipments to Brazil rose 12 percent.",
            "12 percent",
            {"flow": "export", "partner": "Brazil"},
        ),
        (
            "Sales to China fell by 8 percent as exports of copper slowed.",
            "8 percent",
            {"partner": "China", "flow": "export"},
        ),
        (
            "Imports from Peru jumped (+31%) last year.",
            "31%",
            {"partner": "Peru", "flow": "import"},
        ),
        (
            "Exports to Ghana nearly doubled (up 96%).",
            "96%",
            {"partner": "Ghana", "flow": "export"},
        ),
        (
            "Peru's share of Narvian imports climbed 4 percentage points to 19 percent.",
            "19 percent",
            {"partner": "Peru"},
        ),
        (
            "Kenya's share in Narvia's exports slid from 12 to 8 percent.",
            "8 percent",
            {"partner": "Kenya", "partner_code": "KEN"},
        ),
        (
            "China is the biggest customer, with 30 percent of exports.",
            "30 percent",
            {"partner": "China"},
        ),
        (
            "Our largest supplier is India, with 22 percent of all imports.",
            "22 percent",
            {"partner": "India"},
        ),
        (
            "Japan is now the main market, taking 18 percent of exports.",
            "18 percent",
            {"partner": "Japan"},
        ),
        (
            "The share of China in the country's imports rose to 28 percent.",
            "28 percent",
            {"partner": "China"},
        ),
        (
            "Russia's share of imports fell to 20 percent and that of India rose to 9 percent.",
            "9 percent",
            {"partner": "India"},
        ),
        (
            "France still buys 30 percent of Narvia's exports.",
            "30 percent",
            {"partner": "France", "reporter": "Narvia"},
        ),
        ("Peru then took half of the island's exports.", "half", {"partner": "Peru"}),
        (
            "Spain took half of its exports and sent it a third of its imports.",
            "a third",
            {"flow": "import"},
        ),
        ("The foreign trade of Narvia fell by 12 percent.", "12 percent", {"reporter": "Narvia"}),
    ],
)
def test_the_parties_and_the_flow_of_trade_are_read_in_each_of_its_places(
    read: Read, text: str, number: str, expected: dict[str, str | None]
) -> None:
    found = own(read(text), text, number)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Of the 90 wounded, 31 were children.", "31", {"age_group": "child"}),
        ("Of the 90 wounded, 31 were women and girls.", "31", {"sex": "female"}),
        (
            "The blast killed 40 people, 12 of them under ten years of age.",
            "12",
            {"age_group": "child"},
        ),
        ("The flood killed 40 people, nine of them over 70.", "nine", {"age_group": "elderly"}),
        ("The mine killed two children aged 6 and 9.", "two", {"age_group": "child"}),
        ("Seven people aged over 65 died in the cold.", "Seven", {"age_group": "elderly"}),
        (
            "Three boys, aged between 8 and 14, were killed.",
            "Three",
            {"age_group": "child", "sex": "male"},
        ),
        ("A mine killed three people under the age of 12.", "three", {"age_group": "child"}),
        ("Five people aged 18 to 30 were killed.", "Five", {"age_group": None}),
        (
            "The shelling caused 5 deaths and 14 injuries, all among civilians.",
            "5",
            {"civilian_status": "civilian"},
        ),
        (
            "The shelling caused 5 deaths and 14 injuries, all among civilians.",
            "14",
            {"civilian_status": "civilian"},
        ),
    ],
)
def test_sex_age_and_status_are_read_in_each_of_its_places(
    read: Read, text: str, number: str, expected: dict[str, str | None]
) -> None:
    found = own(read(text), text, number)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Some 4,000 mines were laid along the river by both armies.",
            "4,000",
            {"laid_by": "both armies"},
        ),
        (
            "About 900 mines were planted in the fields by retreating rebels in 1994.",
            "900",
            {"laid_by": "retreating rebels"},
        ),
        (
            "Retreating troops laid 2,500 mines around the town.",
            "2,500",
            {"laid_by": "Retreating troops"},
        ),
        (
            "The 6,000 mines that the garrison had laid were removed by 1999.",
            "6,000",
            {"laid_by": "garrison"},
        ),
        (
            "Government forces had planted 700 mines near the bridge.",
            "700",
            {"laid_by": "Government forces"},
        ),
        ("Around 700 mines were laid by hand near the bridge.", "700", {"laid_by": None}),
    ],
)
def test_who_laid_the_mines_is_read_in_each_of_its_places(
    read: Read, text: str, number: str, expected: dict[str, str | None]
) -> None:
    found = own(read(text), text, number)
    assert {name: found.get(name) for name in expected} == expected
