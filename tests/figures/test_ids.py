"""A figure's id comes from the words around its number, and from no reading of it."""

from hashlib import sha256

from plainfigures.figures.ids import Ids

TEXT = "On that day the guards of Olt counted 40 carts, and no more, at the gate."


def test_the_id_hashes_the_documents_name_and_eleven_words() -> None:
    ids = Ids("town-1900", TEXT)
    around = "day the guards of olt counted 40 carts and no more at"
    words = ["town-1900", *around.split()[1:]]
    expected = sha256("\n".join(words).encode()).hexdigest()[:8]
    assert ids.give(0, len(TEXT), TEXT.index("40")) == f"town-1900-{expected}"


def test_a_second_figure_at_the_same_words_gets_a_two() -> None:
    ids = Ids("d", "40 carts\n\n40 carts")
    first = ids.give(0, 8, 0)
    assert ids.give(10, 18, 10) == f"{first}-2"


def test_signs_case_and_spaces_do_not_enter_the_id() -> None:
    one, two = "Some 40 CARTS, left.", "some  40\u00a0carts left!"
    made = []
    for text in (one, two):
        made.append(Ids("d", text).give(0, len(text), text.index("40")))
    assert made[0] == made[1]
