"""Each rule of measures, on a sentence of its own: the numbers named and what they measure."""

from collections.abc import Callable

import pytest

from plainfigures.figures import Reading

Read = Callable[..., Reading]

RULES = [
    # firms that export, a pledge of which a part is a loan
    ("Only 6 percent of the firms that answered export.", {"6 percent": None}),
    ("Oro promised 60 million euros, half of it as a loan.", {"60 million euros": "pledged"}),
    # a coordinate clause with a subject of its own; a predicate of the verb's subject; ages
    ("In all 60 men perished, and only two of the guards ever sat in court.", {"two": None}),
    ("He led 600 men and was taken prisoner.", {"600": None}),
    ("A guard who died in May joined at 17.", {"17": None}),
    # a denial ends where the speaker goes on; what another clause says is wrong
    (
        "Oro denied that it had lost 75 men, adding that four fighters were wounded.",
        {"four": "injured"},
    ),
    ("Oro denied that 90 men drowned; two were injured.", {"two": "injured"}),
    ("Lia said that 70 men had been killed, but the figure is wrong.", {}),
    ("She asked whether 30 refugees had been deported.", {}),
    ("Rumour had it that 500 had been killed.", {}),
    # what a question or a condition takes for granted
    ("Would the 86 who were shot on the bridge be alive?", {"86": "killed"}),
    ("If the nine killed had stayed, would they live?", {"nine": "killed"}),
    # who is held is a prisoner where captors or captives are named
    ("The rebels admit to holding 31 soldiers.", {"31": "captured"}),
    ("The church holds 31 people.", {"31": None}),
    # people brought back to a place, those who wait for leave to go, sums still to be found
    ("We shall lead 900 people back to the valley.", {"900": "return_target"}),
    ("Some 70 refugees are waiting for permission to return.", {"70": "awaiting_return"}),
    ("For the relief fund $3 million is still missing.", {"$3 million": "funding_gap"}),
    ("The club handed $900 to the Red Crescent.", {"$900": "disbursed"}),
    # an interest rate is no trade
    ("It cut its rate by 50 basis points, and imports fell.", {"50 basis points": None}),
    # a firm trigger needs no context, a loose one needs it close by
    ("Some 640 families moved back last week.", {"640": "returned"}),
    ("The gift came to $900, the widow said.", {"$900": "disbursed"}),
    ("The gift came to $900, the painter said.", {"$900": None}),
    # phrases of the context, not their words alone
    ("The Red Cross spent \u20ac3 million in Oro.", {"\u20ac3 million": "disbursed"}),
    ("A cross of red gold sold for \u20ac3 million.", {"\u20ac3 million": None}),
    # a competitor that is the subject of the verb
    ("The floods cost farmers $70 million.", {"$70 million": None}),
    ("Resettlement will cost $70 million.", {"$70 million": "budgeted"}),
    # the subject of a passive has what it is given
    ("The camps were given $4 million.", {"$4 million": "received"}),
    ("$4 million was given to the camps.", {"$4 million": "disbursed"}),
    # a loan beside its sum beats the verb
    ("Parliament approved a $9 million loan for the refugees.", {"$9 million": "loan"}),
    # a number with a verb of its own keeps to it
    ("Some 90 guards were posted where 14 men had been killed.", {"90": None, "14": "killed"}),
    ("Some 90 men trapped in the mine died.", {"90": "killed"}),
    ("Over 70 nurses tended the wounded, of whom 6 died.", {"70": None, "6": "killed"}),
    # a whole keeps what says who it is, its part what happened
    ("Six of the 20 hostages were killed.", {"Six": "killed", "20": "captured"}),
    ("Six of the 20 villagers who were evicted returned.", {"Six": "returned", "20": "displaced"}),
    ("Of the relief, 3 of the \u00a38m we asked for came.", {"\u00a38m": "requested"}),
    # none of them, some of them
    ("None of the 33 sailors was hurt.", {"33": None}),
    ("They nursed 33 sailors, most of them wounded.", {"33": None}),
    # elliptic clauses and what is told again
    ("At first 40 were killed; on Tuesday, 12.", {"12": "killed"}),
    ("Once 700 hectares were mined; now there are 90.", {"90": "area_contaminated"}),
    ("Rebels laid 5,000 mines. Some put them at 8,000.", {"8,000": "mines_laid"}),
    ("The ferry had 80 on board. It was 12 years old.", {"80": None}),
    # the month is no verb in a list
    ("Some 40 men were killed in May and 12 men in June.", {"40": "killed", "12": "killed"}),
    # an age after those who have it
    ("Some 40 were hurt, 11 of them children under fifteen.", {"11": "injured", "fifteen": None}),
    # what follows a verb before its own number is no noun
    ("Orlia names 90 dead and lists 40 as missing.", {"90": "killed", "40": "missing"}),
    # sums asked and given make each other's context
    ("They asked for $30m and were given $4m.", {"$30m": "requested", "$4m": "received"}),
    # plans that came true, and nouns of what is to come
    ("We helped 70 refugees to return.", {"70": "returned"}),
    ("We plan to help 70 refugees to return.", {"70": "return_target"}),
    ("Return of 900 refugees is envisaged.", {"900": "return_target"}),
    ("Some 900 refugees are waiting to return.", {"900": "awaiting_return"}),
    # a noun that looks like a verb
    ("The relief fund stands by; 3 men died.", {"3": "killed"}),
    # the noun of parallel adjectives; a people by its name; a unit that was the neighbour's
    ("Troops laid 45 anti-tank and 80 anti-personnel mines.", {"45": "mines_laid"}),
    ("They buried 30 German and 9 Belgian mines.", {"30": "mines_laid"}),
    ("Some 700 Ostrogs fled.", {"700": "displaced"}),
    ("After nine days, eighteen were dead.", {"eighteen": "killed"}),
    # who is carried, who is led out, who is the object of another verb
    ("A bus carrying 42 nuns crashed, killing 9.", {"42": None, "9": "killed"}),
    ("We led 19 tenants out and nobody was hurt.", {"19": None}),
    ("The plague infected 300 people and killed 40.", {"300": None, "40": "killed"}),
    # the whole that leads keeps to its comma
    ("Of the 36 boys, 14 were killed.", {"36": None, "14": "killed"}),
    # a question of what would be
    ("What would we do with 900 refugees?", {}),
    # a share that moves from and to, a change by; signs; what a price is of
    (
        "Its share of exports rose by 3 percent to 20 percent.",
        {"3 percent": "change_in_trade", "20 percent": "share_of_trade"},
    ),
    ("Exports: +3.2%; imports: -1.7%.", {"3.2%": "change_in_trade", "-1.7%": "change_in_trade"}),
    ("The price of imported gas rose 12 percent.", {"12 percent": None}),
    ("Oil makes up half of exports and 30 percent of the budget.", {"30 percent": None}),
    (
        "Timber to Oro was up 9 percent in exports, and to Lia up 4 percent.",
        {"4 percent": "change_in_trade"},
    ),
    # a loose word of movement needs its context, and troops are not displaced
    ("Nine singers leave for Oro tomorrow.", {"Nine": None}),
    ("After the flood 900 people left.", {"900": "displaced"}),
    ("Nine soldiers fled to Oro.", {"Nine": None}),
    # what is done before its number is no leaving; who is dead is a person
    ("Fighting left 91 guards dead.", {"91": "killed"}),
    ("The number of dead guards was 91.", {"91": "killed"}),
    # a noun that only modifies another; the number of those who are there
    ("The refugee courses cost two lambs.", {"two": None}),
    ("There are 380 mines, and it takes years to lift them.", {"380": "mines_laid"}),
    ("Some 600 people live there, 80 of them refugees.", {"600": None, "80": "displaced"}),
    # what a cost is of; money in new aid; aid that is announced
    ("It is below the $7m cost of the hurricanes, aid workers say.", {"$7m": None}),
    ("The plan brings $7m in new aid.", {"$7m": "pledged"}),
    ("Some $7m in aid was approved.", {"$7m": "committed"}),
    # counted people inside a phrase; more of them to come
    ("The buses brought 112 refugees back.", {"112": "returned"}),
    ("Some 30 refugees went home, and 50 more are expected.", {"50": "return_target"}),
    # shares of companies
    ("Exports matter, and shares in Oro were trading down 7 percent.", {"7 percent": None}),
    # sums and things that are told without their unit
    ("We asked donors for $300m and were given 4 million.", {"4 million": "received"}),
    # a trigger with an object of its own, a doer without a clause
    ("Guards met a crowd of 700, injuring 28.", {"700": None, "28": "injured"}),
    ("Oro admits 58 soldiers killed; Lia names 11 dead.", {"58": "killed", "11": "killed"}),
    # what is put in between, what is still planned, what has come true
    ("Some 84 exiles, including 30 nuns, were resettled.", {"84": "resettled"}),
    (
        "By noon 34 of a planned 50 refugees had returned.",
        {"34": "returned", "50": "return_target"},
    ),
    ("The target of 90 returns will be missed: 8 people came home.", {"8": "returned"}),
    # ages, odds, and one that is the subject of a verb
    ("Killed were 61 children under 15.", {"61": "killed", "15": None}),
    ("Seven guards were killed and one remains missing.", {"one": "missing"}),
    ("After the flood a further 200 left.", {"200": "displaced"}),
    # the sentence before does not reach the object of another verb
    ("In the raid 41 men died. Police quizzed six suspects.", {"six": None}),
    # phrases stay whole: a mob is no part of what it did; a revenue of exports is trade
    ("A mob of 200 beat two men to death.", {"200": None, "two": "killed"}),
    ("Oil brings in, or makes up, 68 percent of export revenue.", {"68 percent": "share_of_trade"}),
    ("Some fled to Oro, a country of 4 million.", {"4 million": None}),
    ("It killed one and injured four.", {"four": "injured"}),
    ("Built for 900, it holds 2,500 refugees.", {"900": None, "2,500": "displaced"}),
    (
        "The budget grew by 6 percent and imports by 9 percent.",
        {"6 percent": None, "9 percent": "change_in_trade"},
    ),
    # equals measure the same; what is left is another matter
    ("They will give 3m euros ($4.1m) of aid.", {"$4.1m": "pledged"}),
    ("Some 84 families comprising 360 persons were resettled.", {"84": "resettled"}),
    ("In all 70 evictees were resettled, leaving 12 in need.", {"12": None}),
    # verbs that stand for another; parts after a semicolon; what is spared among
    ("They plan to return 900 refugees; so far 74 have done so.", {"74": "returned"}),
    ("Some 310 are missing; 71 of them were boys.", {"71": "missing"}),
    ("No deaths were reported among the 54 monks.", {"54": None}),
    ("A million mines were laid. 14,000 have been found.", {"14,000": "mines_cleared"}),
    ("The return, planned for 180 exiles, has stalled.", {"180": "return_target"}),
    # the object of another verb, no whole number, the price of a thing
    ("Police questioned 12 fans; a steward was hurt.", {"12": None}),
    (
        "Of them 48 died in one group and 73 in the other (P = 0.01).",
        {"73": "killed", "0.01": None},
    ),
    ("Aid for the flood victims has come. A room costs 40 euros.", {"40 euros": None}),
    # two triggers join only where no number parts them
    ("It left 30 dead and drove 900 from their homes.", {"30": "killed", "900": "displaced"}),
]


@pytest.mark.parametrize(("text", "wanted"), RULES)
def test_a_number_has_the_measure_that_its_words_give(
    read: Read, text: str, wanted: dict[str, str | None]
) -> None:
    found = {
        text[figure.number_start : figure.number_end]: figure.measure
        for figure in read(text).figures
    }
    assert {number: found[number] for number in wanted} == wanted


LISTS = [
    ("Refugees by town in 2004\n\nOro: 530 households\n\nLia: 40 households", ["displaced"] * 2),
    ("Those injured:\n- Oro: 45 people\n- Lia: 30 people", ["injured"] * 2),
    ("Pledges\n\nNorway: NOK 30 million\n\nJapan: $5 million", ["pledged"] * 2),
    ("Killed or injured by year\n\nOro: 45 people", ["killed_or_injured"]),
    # no list: a verb, running prose between, a competitor
    ("Refugees\n\nOro has 3,000 people", [None]),
    ("Refugees\n\nThey live in tents.\n\nOro: 3,000 people", [None]),
    ("Refugees\n\nPopulation: 3,000 people", [None]),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_the_items_of_a_list_measure_what_its_heading_says(
    read: Read, text: str, wanted: list[str | None]
) -> None:
    assert [figure.measure for figure in read(text).figures] == wanted
