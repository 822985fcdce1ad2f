"""The initials of a country are spelled out; no other name is."""

import pytest

from plainfigures.prose.initials import spelled_out


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("UK", "United Kingdom"),
        ("U.S.", "United States"),
        ("DRC", "Democratic Republic of Congo"),
        ("EU", "EU"),
        ("NATO", "NATO"),
        ("Bor", "Bor"),
        ("north of the UK", "north of the UK"),
    ],
)
def test_the_initials_of_a_country_are_spelled_out(name: str, full: str) -> None:
    assert spelled_out(name) == full
