"""Coverage: every number that is no figure is set aside with a reason of the closed set."""

from collections.abc import Callable

from plainfigures.definitions import Definitions
from plainfigures.figures import Reading

Read = Callable[..., Reading]

TEXT = (
    "Resolution 822 of 30 April 1993 says in paragraph 2 that both sides, "
    "one of them armed, met twice. "
    "The G20 came third. It would have killed 40 people. They denied that 12 people were killed."
)


def test_the_reasons_are_those_of_the_definitions(read: Read, house: Definitions) -> None:
    reasons = {token.reason for token in read(TEXT).coverage if token.reason}
    (column,) = (c for c in house.columns_of("coverage") if c.name == "reason")
    assert reasons <= set(column.enum)


def test_denied_and_hypothetical_numbers_are_no_figures(read: Read) -> None:
    reading = read(TEXT)
    aside = {reading.document.text[t.start : t.end]: t.reason for t in reading.coverage if t.reason}
    assert (aside["40"], aside["12"]) == ("hypothetical", "denied")
    assert not reading.figures
