"""A fault for each rule of each suite: the rule, the row to take and what is changed in it."""

from typing import Any

Fault = tuple[str, str, dict[str, Any]]

BETWEEN = {"value": None, "qualifier": "between"}
# Of every dataset: the rule, the row that it is broken from, what is changed in that row.
COMMON: list[tuple[str, dict[str, Any]]] = [
    (
        "Every figure_id is the name of its document and eight hex digits.",
        {"figure_id": "harbour-2021-00XX"},
    ),
    (
        "The lower bound is not above the upper bound.",
        {**BETWEEN, "value_low": 9.0, "value_high": 3.0},
    ),
    ("The value is not below its lower bound.", {"value_low": 1e9, "value_high": None}),
    ("The value is not above its upper bound.", {"value_low": None, "value_high": 0.5}),
    (
        "A part is not above the whole that it is counted in.",
        {"value": 1e9, "value_low": 1e9, "value_high": 1e9, "part_of": "base"},
    ),
    (
        "A period does not end before it starts.",
        {"period_start": "2019-05", "period_end": "2019-04-30"},
    ),
]
PAST = "What has happened did not happen after the document was finalised."
BASES = {
    "casualties": "14 deminers",
    "mines": "14 deminers",
    "return_targets": "800 families",
    "aid_amounts": "2.5 million euros",
    "trade_percentages": "41 percent of all exports",
    "reading": "45 women",
}
MINES, RECORDS = "At least 2,500 mines", "only 12.5 percent of the records"
OWN: dict[str, list[Fault]] = {
    "casualties": [
        ("Every row has a unit.", "14 deminers", {"unit": None}),
        ("No number of people is negative.", "14 deminers", {"value": -1.0, "value_low": -1.0}),
        (
            "Killed, injured, missing and captured people are counted as persons.",
            "14 deminers",
            {"unit": "family"},
        ),
        (
            "Displaced and buried people are counted as persons, families or households.",
            "About 3,400 families",
            {"unit": "village"},
        ),
        (
            "A nationality is a country code of three letters.",
            "14 deminers",
            {"own": {"nationality": "Lowmark"}},
        ),
        (PAST, "14 deminers", {"period_start": "2021-04"}),
        (
            "A row of people killed or hurt by mines stands in mines too.",
            "14 deminers",
            {"datasets": ("casualties", "return_targets")},
        ),
        (
            "A row of people killed or hurt by mines names another dataset.",
            "14 deminers",
            {"datasets": ("casualties",)},
        ),
    ],
    "mines": [
        ("Every row has a unit.", MINES, {"unit": None}),
        ("No number or area is negative.", MINES, {"value": -1.0, "value_low": None}),
        ("Mines are counted as mines.", MINES, {"unit": "person"}),
        (
            "Unexploded ordnance is counted as uxo or items.",
            MINES,
            {"measure": "uxo_cleared", "unit": "mine"},
        ),
        ("The accuracy of records is given in percent.", RECORDS, {"unit": "mine"}),
        ("The victims of mines are counted as persons.", "14 deminers", {"unit": "family"}),
        (
            "The accuracy of records lies between 0 and 100 percent.",
            RECORDS,
            {"value": 125.0, "value_low": 125.0, "value_high": 125.0},
        ),
        ("The victims are victims of mines.", "14 deminers", {"own": {"cause": "flood"}}),
        ("The victims have a cause.", "14 deminers", {"own": {"cause": None}}),
        (PAST, MINES, {"period_start": "2022"}),
    ],
    "return_targets": [
        ("Every row has a unit.", "800 families", {"unit": None}),
        ("No number of people is negative.", "800 families", {"value": -1.0, "value_low": -1.0}),
        (
            "People who return or are to return are counted as persons, families or households.",
            "800 families",
            {"unit": "USD"},
        ),
        (
            "Nobody returned after the document was finalised.",
            "800 families",
            {"measure": "returned", "basis": None, "period_start": "2021-03-05"},
        ),
    ],
    "aid_amounts": [
        ("Every amount has a currency.", "2.5 million euros", {"unit": None}),
        ("No amount is negative.", "2.5 million euros", {"value": -1.0, "value_low": -1.0}),
        (
            "An amount is counted in a currency of three capital letters, and in nothing else.",
            "2.5 million euros",
            {"unit": "person"},
        ),
        (
            "A donor's code is a country code of three letters.",
            "2.5 million euros",
            {"own": {"donor_code": "LM"}},
        ),
        (
            "A recipient's code is a country code of three letters.",
            "2.5 million euros",
            {"own": {"recipient": "Harbour Land", "recipient_code": "hbl"}},
        ),
        (
            "A donor's code stands beside a donor.",
            "2.5 million euros",
            {"own": {"donor": None, "donor_code": "LOW"}},
        ),
        (
            "A recipient's code stands beside a recipient.",
            "2.5 million euros",
            {"own": {"recipient_code": "HBL"}},
        ),
        (
            "What was paid was not paid after the document was finalised.",
            "2.5 million euros",
            {"measure": "disbursed", "period_start": "2021-12"},
        ),
    ],
    "trade_percentages": [
        ("Every row has a unit.", "41 percent of all exports", {"unit": None}),
        (
            "No percentage is negative.",
            "8.2 per\N{NON-BREAKING HYPHEN}cent",
            {"value": -8.2, "value_low": -8.2, "value_high": -8.2},
        ),
        (
            "A share of trade is given in percent.",
            "41 percent of all exports",
            {"unit": "percentage_point"},
        ),
        (
            "A change in trade is given in percent or percentage points.",
            "8.2 per\N{NON-BREAKING HYPHEN}cent",
            {"unit": "USD"},
        ),
        *(
            (
                f"The {words} of a share of trade lies between 0 and 100 percent.",
                "41 percent of all exports",
                {**BETWEEN, "value_low": None, "value_high": None, column: 141.0},
            )
            for column, words in (
                ("value", "value"),
                ("value_low", "lower bound"),
                ("value_high", "upper bound"),
            )
        ),
        (
            "A change in trade has a direction.",
            "8.2 per\N{NON-BREAKING HYPHEN}cent",
            {"own": {"direction": None}},
        ),
        (
            "A share of trade has no direction.",
            "41 percent of all exports",
            {"own": {"direction": "increase"}},
        ),
        *(
            (
                f"A {who}'s code is a country code of three letters.",
                "41 percent of all exports",
                {"own": {who: "Lowmark", f"{who}_code": "L"}},
            )
            for who in ("reporter", "partner")
        ),
        *(
            (
                f"A {who}'s code stands beside a {who}.",
                "41 percent of all exports",
                {"own": {who: None, f"{who}_code": "LOW"}},
            )
            for who in ("reporter", "partner")
        ),
    ],
    "reading": [
        ("An exact or approximate number has a value.", "45 women", {"value": None}),
        ("A range or a vague number has no value.", "45 women", {"qualifier": "vague"}),
        (
            "What is exact, at least, more than or between has a lower bound.",
            "45 women",
            {"value_low": None},
        ),
        (
            "What is exact, at most, less than or between has an upper bound.",
            "45 women",
            {"value_high": None},
        ),
        (
            "What is about, vague, at most or less than has no lower bound.",
            "45 women",
            {"qualifier": "about"},
        ),
        (
            "What is about, vague, at least or more than has no upper bound.",
            "45 women",
            {"qualifier": "more_than"},
        ),
        (
            "The lower bound of what is exact, at least or more than is its value.",
            "45 women",
            {"value_low": 44.0},
        ),
        (
            "The upper bound of what is exact, at most or less than is its value.",
            "45 women",
            {"value_high": 46.0},
        ),
        (
            "The figure that another one equals stands before it.",
            "45 women",
            {"same_as": "base", "number_start": 1},
        ),
        (
            "Money is counted in a currency of three capital letters.",
            "2.5 million euros",
            {"unit": "euro"},
        ),
        ("No measure but money is counted in a currency.", "45 women", {"unit": "EUR"}),
        ("Every measure has a unit.", "45 women", {"unit": None}),
        (
            "A figure without a measure stands in no dataset.",
            "45 women",
            {"measure": None},
        ),
    ],
}
