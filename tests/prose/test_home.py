"""A sign or name that several currencies share is settled by the document: citation, then words."""

import pytest

from plainfigures.prose.units.home import Home


@pytest.mark.parametrize(
    ("text", "surface", "settled"),
    [
        ("It cost $5 million.", "$", ("USD", True)),
        ("They gave US$5 million, then $3 million.", "$", ("USD", False)),
        ("They gave USD 5 million, then $3 million.", "$", ("USD", False)),
        ("All sums are in Canadian dollars. They gave $3 million.", "$", ("CAD", False)),
        ("Figures, unless stated, are in New Zealand dollars. $3 million", "$", ("NZD", False)),
        ("They gave 2 million New Zealand dollars ($1.2 million).", "$", ("USD", True)),
        ("They gave C$2 million and $3 million.", "$", ("USD", True)),
        ("They gave US$2 million, 5 million Australian dollars, $3 million.", "$", ("USD", True)),
        (
            "They paid 40 million Egyptian pounds, of which 3 million pounds",
            "pounds",
            ("EGP", False),
        ),
        ("They paid GBP 40 million, of which 3 million pounds", "pounds", ("GBP", False)),
        ("They paid 40 million euros and 3 million pounds", "pounds", ("GBP", True)),
        ("A room in Beijing costs \u00a560.", "\u00a5", ("CNY", True)),
        ("A room costs \u00a560.", "\u00a5", ("JPY", True)),
    ],
)
def test_what_a_text_names_outright_settles_what_it_names_in_short(
    text: str, surface: str, settled: tuple[str, bool]
) -> None:
    assert Home(text=text).settled(surface) == settled


def test_the_citation_comes_before_the_words() -> None:
    text = "They gave US$5 million and $3 million."
    assert Home("AUS", text=text).settled("$") == ("AUD", False)
    assert Home(None, "CAD", text).settled("$") == ("CAD", False)


def test_a_currency_that_has_no_such_sign_settles_nothing() -> None:
    assert Home("DEU", text="They gave $5 million.").settled("$") == ("USD", True)


def test_a_text_that_speaks_for_a_giver_counts_in_its_dollar() -> None:
    own = "Canada will give $6 million. Our part of it, as Canada's minister said, is small."
    assert Home(text=own).settled("$") == ("CAD", True)
    assert Home(text=own + " A mine costs US$3.").settled("$") == ("CAD", True)
    for office in ("The Minister for Aid", "The Hon Ana Kos", "Foreign Minister Ana Kos"):
        release = office + " said that Australia will give $6 million, as Australia did before."
        assert Home(text=release).settled("$") == ("AUD", True)


@pytest.mark.parametrize(
    "text",
    [
        "Canada will give $6 million, as Canada's minister said.",
        "We thank Canada for $6 million.",
        "Canadian Foreign Minister Ana Kos said that Canada will give $6 million.",
        "We thank Canada, Canada's people and the United States of America and the U.S. Congress.",
        "We saw $4 million come from Canada, Canada, Australia and Australia.",
    ],
)
def test_a_text_that_speaks_for_none_or_of_others_does_not(text: str) -> None:
    assert Home(text=text).settled("$") == ("USD", True)


def test_a_text_of_one_land_of_dollars_alone_counts_in_its_own() -> None:
    told = "Canada gave $6 million. Canada will do more, and Canada's mayors, too."
    assert Home(text=told).settled("$") == ("CAD", True)
    assert Home(text=told + " America gave nothing.").settled("$") == ("USD", True)


def test_a_government_by_its_name_is_a_giver_that_speaks() -> None:
    told = "The Canadian Government gave $6 million. Canada will do more."
    assert Home(text=told).settled("$") == ("CAD", True)


def test_dollars_in_words_are_those_that_the_text_names_in_words() -> None:
    text = "The bank gave 4 million Australian dollars. Of it, 2 million dollars went to Vietnam."
    assert Home(text=text).settled("dollars") == ("AUD", False)
    assert Home(text=text + " The United States gave 9 million dollars.").settled("dollars") == (
        "USD",
        True,
    )


def test_a_dollar_that_is_called_by_its_full_name_is_not_the_bare_one() -> None:
    text = "Our partners are many. Australia gave 2 million Australian dollars, India $10 million."
    assert Home(text=text).settled("$") == ("USD", True)
