"""Which sentences of a text are scanned."""

from plainfigures.documents import Citation
from plainfigures.prose.quantities.passage import Passage


def test_only_sentences_with_a_number_are_scanned() -> None:
    text = (
        "Someone phoned twice. Nobody came alone. The tenth tent held ten. All left in \u00bd hour."
    )
    scans = Passage(text, Citation()).scans(0, len(text))
    assert [scan.tokens.word[0] for scan in scans] == ["someone", "the", "all"]


def test_a_number_word_inside_another_word_is_none() -> None:
    text = "The stones often moved. One stone of ten lay there."
    scans = list(Passage(text, Citation()).scans(0, len(text)))
    assert [scan.tokens.word[0] for scan in scans] == ["one"]
