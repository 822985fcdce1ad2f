"""Stems of word forms, and the forms that some words may have."""

from plainfigures.prose.words.lexicon import (
    inflections,
    irregular_verbs,
    plurals,
    singular,
    verb_lemmas,
    verbs,
)
from plainfigures.prose.words.stems import STEMS, likely_forms


def _forms() -> set[str]:
    regular = {form for verb in sorted(verbs())[::20] for form in inflections(verb)}
    return regular | plurals().keys() | irregular_verbs().keys() | {"ferries", "shoes", "gas", "ox"}


def test_the_stems_of_a_form_are_itself_its_singular_and_its_verbs() -> None:
    for form in _forms():
        assert STEMS[form] == {form, singular(form), *verb_lemmas(form)}


def test_no_form_is_left_out_of_those_that_some_words_may_have() -> None:
    words = frozenset("ferry shoe lie fall child bus try stop go be leave person".split())
    likely = likely_forms(words)
    for form in _forms():
        assert form in likely or words.isdisjoint(STEMS[form])
