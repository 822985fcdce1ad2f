"""Alternatives in a phrase are spelled out; wrong brackets give nothing."""

import pytest

from plainfigures.definitions.alternatives import spelled_out


@pytest.mark.parametrize(
    ("phrase", "each"),
    [
        ("run dry", ["run dry"]),
        ("(run|fall) dry", ["run dry", "fall dry"]),
        ("go (home|back)", ["go home", "go back"]),
        (
            "(want|ask) to go (home|back to their village)",
            [
                "want to go home",
                "want to go back to their village",
                "ask to go home",
                "ask to go back to their village",
            ],
        ),
    ],
)
def test_alternatives_are_spelled_out_in_their_order(phrase: str, each: list[str]) -> None:
    assert list(spelled_out(phrase)) == each


@pytest.mark.parametrize(
    "phrase", ["(run dry", "run) dry", "run|fall dry", "(run) dry", "(run||fall) dry", "((a|b)|c)"]
)
def test_wrong_brackets_give_nothing(phrase: str) -> None:
    assert spelled_out(phrase) == ()
