"""Kinds of words, and the tokens of a kind."""

from plainfigures.prose.words.kinds import kind
from plainfigures.prose.words.tokens import Tokens

_TREE = kind(lambda: ("oak", "elm", "plane"))
_TOOL = kind(lambda: ("plane", "saw"), signs=str.isdecimal)
_TEXT = "One oak, a Plane and 12 saws: a saw."


def _words(kinds: int) -> list[str]:
    tokens = Tokens(_TEXT, 0, len(_TEXT))
    return [tokens.raw[i] for i in tokens.of_kind(kinds)]


def test_the_tokens_of_a_kind_are_its_words_in_order() -> None:
    assert _words(_TREE) == ["oak", "Plane"]


def test_digits_and_signs_are_of_a_kind_where_it_says_so() -> None:
    assert _words(_TOOL) == ["Plane", "12", "saw"]


def test_kinds_are_asked_for_together() -> None:
    assert _words(_TREE | _TOOL) == ["oak", "Plane", "12", "saw"]
