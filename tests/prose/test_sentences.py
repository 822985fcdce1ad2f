"""Sentences end where a reader would say so."""

from plainfigures.prose.words.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def test_a_full_stop_before_a_capital_ends_a_sentence() -> None:
    assert cut("Nine men left. Two came back.") == ["Nine men left.", "Two came back."]


def test_an_abbreviation_does_not() -> None:
    assert cut("Gen. Harun met Mr. Olt at 5 p.m. on Monday.") == [
        "Gen. Harun met Mr. Olt at 5 p.m. on Monday."
    ]


def test_the_letter_of_a_unit_is_no_initial() -> None:
    assert cut("It stood at 31 \u00b0C. Nine fell ill. They ran 80 m. Two won.") == [
        "It stood at 31 \u00b0C.",
        "Nine fell ill.",
        "They ran 80 m.",
        "Two won.",
    ]


def test_the_letter_behind_an_apostrophe_is_no_initial() -> None:
    assert cut("The mill was Ada's. They didn't. Nine met A. Olt.") == [
        "The mill was Ada's.",
        "They didn't.",
        "Nine met A. Olt.",
    ]


def test_the_letters_of_a_currency_before_a_sum_end_no_sentence() -> None:
    assert cut("A seat costs Fr. 45 there.") == ["A seat costs Fr. 45 there."]


def test_a_run_on_sentence_is_parted_all_the_same() -> None:
    assert cut("It fell by 8.2 percent.Thus it ended.") == [
        "It fell by 8.2 percent.",
        "Thus it ended.",
    ]


def test_a_hard_wrapped_line_does_not_end_a_sentence_and_a_bullet_does() -> None:
    assert cut("The village lost\nforty houses.\n- two schools\n- one bridge") == [
        "The village lost\nforty houses.",
        "- two schools",
        "- one bridge",
    ]


def test_decimals_and_initials_stay_whole() -> None:
    assert cut("J. Perez put it at 3.5 million.") == ["J. Perez put it at 3.5 million."]


def test_lines_of_their_own_end_sentences_and_lines_broken_off_by_the_page_do_not() -> None:
    assert cut("KEY FIGURES\n4,100 people uprooted\n12 clinics closed") == [
        "KEY FIGURES",
        "4,100 people uprooted",
        "12 clinics closed",
    ]
    assert cut("The flood reached\nHaldane in the night and\nfive men drowned.") == [
        "The flood reached\nHaldane in the night and\nfive men drowned."
    ]
