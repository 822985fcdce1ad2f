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
        (
            "Thanks to a grant of €3 million from the European Union, 40 schools reopened.",
            "€3 million",
            {"donor": "European Union"},
        ),
        (
            "Qatar, which had already given $10 million, promised a further $5 million in aid.",
            "$5 million",
            {"donor": "Qatar"},
        ),
        (
            "The Netherlands and Belgium jointly pledged €12 million in humanitarian aid.",
            "€12 million",
            {"donor": "Netherlands and Belgium"},
        ),
        (
            "The Bill Foundation will this year donate $9 million to clinics in Ghana.",
            "$9 million",
            {"donor": "Bill Foundation", "recipient": "Ghana"},
        ),
        (
            "In January the Danish parliament approved a grant of 60 million kroner.",
            "60 million kroner",
            {"donor": "Danish parliament"},
        ),
        (
            "President Musa told reporters his government would give $7 million for the refugees.",
            "$7 million",
            {"donor": "government", "recipient": "refugees"},
        ),
        (
            "Of the $40 million pledged by the Gulf states, $12 million has been paid.",
            "$40 million",
            {"donor": "Gulf states"},
        ),
        (
            "The appeal has received $18 million so far, $6 million of it from Japan.",
            "$6 million",
            {"donor": "Japan"},
        ),
        (
            "Germany has been the biggest donor, giving €45 million to the programme.",
            "€45 million",
            {"donor": "Germany"},
        ),
        (
            "The UN says that $300 million is needed to feed the displaced.",
            "$300 million",
            {"donor": None},
        ),
        ("The agency asked donors for $30 million.", "$30 million", {"donor": "donors"}),
        (
            "Donors have pledged $500 million for Yemen.",
            "$500 million",
            {"donor": "Donors", "recipient": "Yemen"},
        ),
        (
            "The money will come from the World Bank, which approved a $90 million loan to Tavria.",
            "$90 million",
            {"donor": "World Bank", "recipient": "Tavria"},
        ),
        (
            "Norway was the largest donor with $9 million, followed by Japan ($4 million) and "
            "private donors ($1 million).",
            "$1 million",
            {"donor": "private donors"},
        ),
        (
            "Readers of our paper gave £40,000 to the flood appeal.",
            "£40,000",
            {"donor": "Readers of our paper"},
        ),
        (
            "South Korea's government on Wednesday announced $3 million in food aid for Malawi.",
            "$3 million",
            {"donor": "South Korea's government", "recipient": "Malawi"},
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
        ("Denmark gave $35 million in March for schools.", "$35 million", {"recipient": "schools"}),
        ("Sweden gave the flood victims $2 million.", "$2 million", {"recipient": "flood victims"}),
        (
            "Canada pledged $2 million for the victims of the earthquake.",
            "$2 million",
            {"recipient": "victims of the earthquake"},
        ),
        (
            "Spain sent €4 million in aid to earthquake survivors in Haiti.",
            "€4 million",
            {"recipient": "earthquake survivors"},
        ),
        ("The bank lent Tavria $60 million.", "$60 million", {"recipient": "Tavria"}),
        (
            "Assistance of $11 million was given to the Government of Nepal.",
            "$11 million",
            {"recipient": "Government of Nepal"},
        ),
        (
            "Italy donated $2 million to help the displaced families of Bor.",
            "$2 million",
            {"recipient": "displaced families of Bor"},
        ),
        (
            "Tavria received $20 million in grants from the EU.",
            "$20 million",
            {"donor": "EU", "recipient": "Tavria"},
        ),
        (
            "The fund gave $4 million to Food for All and US$2 million to Chad in aid.",
            "$4 million",
            {"recipient": "Food for All"},
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
        (
            "Peru took half of its exports, ahead of Spain (11 percent).",
            "11 percent",
            {"partner": "Spain"},
        ),
        ("Peru then took half of the island's exports.", "half", {"partner": "Peru"}),
        (
            "Spain took half of its exports and sent it a third of its imports.",
            "a third",
            {"flow": "import"},
        ),
        ("The foreign trade of Narvia fell by 12 percent.", "12 percent", {"reporter": "Narvia"}),
        (
            "Sales to Turkey accounted for 14 percent of exports.",
            "14 percent",
            {"partner": "Turkey", "flow": "export"},
        ),
        (
            "Trade between Lorvia and Adria grew 17 percent last year.",
            "17 percent",
            {"flow": "trade", "reporter": "Lorvia", "partner": "Adria"},
        ),
        (
            "Trade between Lorvia and the Adrian Isles grew 3 percent in May, 17 percent in June.",
            "17 percent",
            {"reporter": "Lorvia", "partner": "Adrian Isles"},
        ),
        (
            "Trade between Lorvia and Adria fell, and imports from Peru grew 17 percent.",
            "17 percent",
            {"flow": "import", "partner": "Peru"},
        ),
        (
            "The EU buys 48 percent of what the country exports.",
            "48 percent",
            {"partner": "EU", "flow": "export"},
        ),
        (
            "More than 60 percent of Mongolia's exports go to China.",
            "60 percent",
            {"reporter": "Mongolia", "partner": "China", "flow": "export"},
        ),
        (
            "Lorvia, Adria's largest market, takes 44 percent of its exports.",
            "44 percent",
            {"partner": "Lorvia"},
        ),
        (
            "Japan is the top destination, taking 21 percent of exports; Korea took 12 percent.",
            "21 percent",
            {"partner": "Japan"},
        ),
        (
            "Japan is the top destination, taking 21 percent of exports; Korea took 12 percent.",
            "12 percent",
            {"partner": "Korea"},
        ),
        (
            "Imports of grain fell by a quarter.",
            "a quarter",
            {"flow": "import", "direction": "decrease"},
        ),
        (
            "China's share of Chilean exports rose from 22 percent in 2010 to 38 percent in 2020.",
            "38 percent",
            {"partner": "China"},
        ),
        (
            "Shipments of copper to Peru dropped 6 percent.",
            "6 percent",
            {"partner": "Peru", "flow": "export"},
        ),
        (
            "Exports to Italy rose 5 percent and imports from Spain fell 3 percent.",
            "3 percent",
            {"partner": "Spain", "flow": "import"},
        ),
        (
            "Trade between Malawi and its neighbour Zambia rose by 12 percent.",
            "12 percent",
            {"reporter": "Malawi", "partner": "Zambia"},
        ),
        (
            "Spain took 17 percent of Tavria's exports, ahead of Malta (11 percent) "
            "and Chad (9 percent).",
            "9 percent",
            {"reporter": "Tavria", "partner": "Chad"},
        ),
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
        (
            "Nine members of the armed forces were hurt.",
            "Nine",
            {"civilian_status": "military"},
        ),
        (
            "They count 90 civilian casualties (30 killed and 60 injured).",
            "30",
            {"civilian_status": "civilian"},
        ),
        ("Some 40 women and children were hurt.", "40", {"sex": None, "age_group": None}),
        ("Some 40 sons and daughters died.", "40", {"sex": None}),
        ("The raid killed 12 soldiers and civilians.", "12", {"civilian_status": "both"}),
        ("Some 40 civilian men and women died.", "40", {"civilian_status": "civilian"}),
        ("A panel set up after the war put the dead at 40.", "40", {"cause": None}),
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
        (
            "Among the dead were 14 women and six children under five.",
            "six",
            {"age_group": "child"},
        ),
        (
            "The attack killed 11 students between the ages of 15 and 17.",
            "11",
            {"age_group": "child"},
        ),
        ("Nineteen of the dead were soldiers.", "Nineteen", {"civilian_status": "military"}),
        (
            "Thirty-one were killed by soldiers at the gate.",
            "Thirty-one",
            {"civilian_status": None},
        ),
        (
            "A shell killed a woman aged 72 and two boys aged nine and eleven.",
            "two",
            {"age_group": "child"},
        ),
        ("Some 300 people over the age of 60 were displaced.", "300", {"age_group": "elderly"}),
        ("About 40 were hurt under the bridge.", "40", {"age_group": None}),
        ("The fire killed 9 people over 3 days.", "9", {"age_group": None}),
        (
            "Nine members of the security forces died.",
            "Nine",
            {"civilian_status": "military"},
        ),
        (
            "The mines killed eight girls and maimed at least 20.",
            "20",
            {"age_group": "child", "sex": "female"},
        ),
        (
            "The shells caused 31 civilian casualties (11 killed and 20 injured).",
            "20",
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
        (
            "The rebels, who laid about 3,000 mines along the road, never kept maps.",
            "3,000",
            {"laid_by": "rebels"},
        ),
        (
            "Up to 20,000 mines were scattered from the air by Soviet helicopters.",
            "20,000",
            {"laid_by": "Soviet helicopters"},
        ),
        (
            "Some 8,000 mines, laid by the Lorvian army from 1991 to 1994, remain in the ground.",
            "8,000",
            {"laid_by": "Lorvian army"},
        ),
    ],
)
def test_who_laid_the_mines_is_read_in_each_of_its_places(
    read: Read, text: str, number: str, expected: dict[str, str | None]
) -> None:
    found = own(read(text), text, number)
    assert {name: found.get(name) for name in expected} == expected
