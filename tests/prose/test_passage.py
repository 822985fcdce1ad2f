"""Which sentences of a text are scanned."""

from plainfigures.documents import Citation
from plainfigures.prose.quantities.passage import Passage


def test_only_sentences_with_a_number_are_scanned() -> None:
    text = (
        "Someone phoned twice. Nobody came alone. The tenth tent held ten. All left in \u00bd hour."
    )
    passage = Passage(text, Citation())
    scans = [one for span in passage.spans(0, len(text)) for one in passage.scans(*span)]
    assert [scan.tokens.word[0] for scan in scans] == ["someone", "the", "all"]


def test_a_number_word_inside_another_word_is_none() -> None:
    text = "The stones often moved. One stone of ten lay there."
    passage = Passage(text, Citation())
    scans = [one for span in passage.spans(0, len(text)) for one in passage.scans(*span)]
    assert [scan.tokens.word[0] for scan in scans] == ["one"]
