"""Selectors: with its prefix and suffix, a quote is found again at one place only."""

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.packages.selectors import selector


def test_a_quote_has_32_characters_on_either_side() -> None:
    text = f"{'a' * 40}7 boats{'b' * 40}"
    assert selector(text, 40, 47) == ("a" * 32, "b" * 32)


def test_a_quote_at_the_border_of_the_text_has_what_there_is() -> None:
    assert selector("7 boats", 0, 7) == ("", "")


def test_a_quote_that_stands_twice_has_as_much_around_it_as_tells_them_apart() -> None:
    same = "In every spring of all those years 7 boats came back to the harbour of the north. "
    text = f"First. {same * 2}Last."
    start = text.index("7 boats")
    prefix, suffix = selector(text, start, start + 7)
    assert len(prefix) > 32 or len(suffix) > 32
    assert text.count(f"{prefix}7 boats{suffix}") == 1


@given(st.text("ab 1", max_size=30), st.text("ab 1", min_size=1, max_size=4), st.text("ab 1"))
def test_a_planted_quote_is_found_where_it_was_planted(left: str, quote: str, right: str) -> None:
    text = left + quote + right
    prefix, suffix = selector(text, len(left), len(left + quote))
    assert text.index(prefix + quote + suffix) + len(prefix) == len(left)
    assert left.endswith(prefix)
    assert right.startswith(suffix)
