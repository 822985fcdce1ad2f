"""Coverage: every number that is no figure is set aside with a reason of the closed set."""

from collections.abc import Callable

from plainfigures.definitions import Definitions
from plainfigures.documents import Citation, document_of_text
from plainfigures.figures import Reader, Reading

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


def test_a_reading_that_is_not_asked_to_cover_gives_the_same_figures_alone(
    house: Definitions,
) -> None:
    reader, text = Reader(house), f"{TEXT} Two soldiers were killed in the raid."
    document = document_of_text("test", text, Citation())
    full, bare = (list(reader.parts(document, covers)) for covers in (True, False))
    assert [part.figures for part in full] == [part.figures for part in bare]
    assert any(part.tokens for part in full)
    assert not any(part.tokens for part in bare)
