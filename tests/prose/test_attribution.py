"""Who says it: the subject of a verb of saying, or the source that is named."""

import pytest

from plainfigures.prose.speakers.attribution import nearest
from plainfigures.prose.speakers.attributions import attributions
from plainfigures.prose.words.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Adrian government estimates that 40 men fell.", "Adrian government"),
        ("According to the Relief Office, 40 men fell.", "Relief Office"),
        ("Forty men fell, the mayor said.", "mayor"),
        ("\u201cForty men fell,\u201d said Ana Brod.", "Ana Brod"),
        ("Ana Brod, the ministry's speaker, said that 40 fell.", "Ana Brod"),
        ("The plan was passed and foresees 40 houses.", "plan"),
        ("It was reported by the Red Cross that 40 fell.", "Red Cross"),
        ("Some 40 men fell (Relief Office, May 2010).", "Relief Office"),
        ("Some 40 men fell (Relief Office interviews, May 2010).", "Relief Office"),
        ("According to the Relief Office (RO), 40 men fell.", "Relief Office (RO)"),
        ("The Relief Office (RO) says that 40 men fell.", "Relief Office (RO)"),
        ("According to figures from the Relief Office 40 men fell.", "Relief Office"),
        ("According to the council each of the 40 families left.", "council"),
        ("Some 40 men fell, said Col. Ana Brod.", "Col. Ana Brod"),
        ("The general says that 40 fell.", "general"),
        ("A panel set up after the truce put the dead at 40.", "panel"),
        ("Early estimates of the dead, the mayor said, are low.", "mayor"),
        ("The valley council reported on Friday that 40 fell.", "valley council"),
        ("The historian Ana Brod holds that 40 fell.", "historian Ana Brod"),
        ("The mayor pointed out that 40 fell.", "mayor"),
        ("The mayor on Monday said that 40 fell.", "mayor"),
        ("The mayor today said that 40 fell.", "mayor"),
        ("The road closed, with the mayor saying 40 fell.", "mayor"),
        ("By the mayor's own count 40 fell.", "mayor"),
        ("An official, identified as Dr. Brod, disclosed that 40 fell.", "official"),
        ("The Deputy Minister, A. Brod, told them that 40 fell.", "Deputy Minister, A. Brod"),
        ("It was found by the Assembly of Chad to have cost 40 lives.", "Assembly of Chad"),
        ("The Relief Office (RO) in Bern said 40 fell.", "Relief Office (RO) in Bern"),
        ("Earlier on Friday, the mayor of Bor, said that 40 fell.", "mayor of Bor"),
        ("Radio Bor quoted Ana Brod.", "Ana Brod"),
        ("According to first estimates, 40 men fell, the mayor said.", "mayor"),
    ],
)
def test_the_source_is_found(text: str, source: str) -> None:
    tokens = Tokens(text, 0, len(text))
    (one,) = attributions(tokens)
    assert text[tokens.start[one.first] : tokens.end[one.last - 1]] == source


def test_a_pronoun_is_marked_for_the_paragraph_to_resolve() -> None:
    (one,) = attributions(Tokens("He said that 40 men fell.", 0, 25))
    assert one.pronoun
    text = "According to the same source, 40 men fell."
    (one,) = attributions(Tokens(text, 0, len(text)))
    assert one.pronoun


@pytest.mark.parametrize(
    "text",
    [
        "The flood claimed 40 lives.",
        "The State Program began.",
        "To say 40 is much.",
        "They did not want to go.",
        "Can the minister say how many of the 40 came back?",
    ],
)
def test_what_is_no_saying_is_none(text: str) -> None:
    assert not attributions(Tokens(text, 0, len(text)))


def test_the_nearest_speaker_before_a_number_covers_it() -> None:
    text = "The army said 40 fell, while the council said 90 fell."
    tokens = Tokens(text, 0, len(text))
    found = attributions(tokens)
    second = nearest(tokens, found, tokens.word.index("90"), tokens.word.index("90") + 1)
    assert second is not None
    assert text[tokens.start[second.first] : tokens.end[second.last - 1]] == "council"


def test_a_source_right_behind_a_number_covers_it() -> None:
    text = "The army said 40 fell, 90 according to the council."
    tokens = Tokens(text, 0, len(text))
    found = nearest(
        tokens, attributions(tokens), tokens.word.index("90"), tokens.word.index("90") + 1
    )
    assert found is not None
    assert text[tokens.start[found.first] : tokens.end[found.last - 1]] == "council"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The army puts the dead at 40, the rebels at 90.", {40: "army", 90: "rebels"}),
        ('The diary speaks of 40, the Red Cross of "90".', {40: "diary", 90: "Red Cross"}),
        ("Sando admits 40 dead; Orlia names 90.", {40: "Sando", 90: "Orlia"}),
    ],
)
def test_each_number_has_its_own_source(text: str, sources: dict[int, str]) -> None:
    tokens = Tokens(text, 0, len(text))
    places = {number: tokens.word.index(str(number)) for number in sources}
    found = attributions(tokens, dict.fromkeys(places.values(), "bare"))
    for number, source in sources.items():
        one = nearest(tokens, found, places[number], places[number] + 1)
        assert one is not None
        assert text[tokens.start[one.first] : tokens.end[one.last - 1]] == source


@pytest.mark.parametrize("verb", ["gave", "has promised", "pledged a further"])
def test_who_gives_money_does_not_say_anything(verb: str) -> None:
    text = f"Japan {verb} $40 for the bridge."
    tokens = Tokens(text, 0, len(text))
    at = tokens.word.index("$") if "$" in tokens.word else tokens.word.index("40")
    assert not attributions(tokens, {at: "money"})
