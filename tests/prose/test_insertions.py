"""What breaks off a clause, or stands in it in passing, does not part the words of the clause."""

from hypothesis import given
from hypothesis import strategies as st

from plainfigures.prose.words.tokens import Tokens

WORDS = st.sampled_from(
    "people were have officially since killed said officials , ( ) \u2013 ; . however in fact the "
    "town 40 Kenya who most of them to".split()
)


def words(text: str) -> str:
    """The words of a token table, joined by blanks."""
    return " ".join(Tokens(text, 0, len(text)).word)


def test_adverbs_between_a_helper_and_its_verb_are_passed_over() -> None:
    assert words("They were also quickly brought home.") == "they were brought home ."
    assert words("The rebels have so far killed 12.") == "the rebels have killed 12 ."


def test_adverbs_that_say_how_surely_or_how_badly_are_kept() -> None:
    assert words("Four were fatally hurt.") == "four were fatally hurt ."
    assert words("It has probably lost 40.") == "it has probably lost 40 ."


def test_adverbs_between_a_subject_or_a_modal_and_its_verb_are_passed_over() -> None:
    assert words("Norway also gave 40.") == "norway gave 40 ."
    assert words("The ship will once again bring 40.") == "the ship will bring 40 ."
    assert words("They counted 40, 12 all told.") == "they counted 40 , 12 all told ."


def test_who_says_it_is_read_behind_the_clause_that_it_breaks_off() -> None:
    text = "Some 12 men, officials said, were killed; 9 fled."
    assert words(text) == "some 12 men were killed , officials said ; 9 fled ."


def test_who_says_it_is_read_before_a_clause_that_others_may_not_have_said() -> None:
    text = "Some 12 men died, and 9, officials said, were hurt."
    assert words(text) == "some 12 men died , and , officials said , 9 were hurt ."


def test_what_breaks_off_a_verb_is_read_behind_its_clause() -> None:
    text = "The men were, as in most years, sent home."
    assert words(text) == "the men were sent home , as in most years ."
    assert words("Tea rose, he says, by 40.") == "tea rose by 40 , he says ."
    assert words("The raid killed, in one night, 40.") == "the raid killed 40 , in one night ."


def test_when_a_thing_was_done_is_read_behind_its_verb() -> None:
    text = "Two men were on Monday shot dead in Bor, and 9 had by then fled."
    assert words(text) == "two men were shot dead in bor on monday , and 9 had by then fled ."
    assert words("It was in charge of the camps.") == "it was in charge of the camps ."


def test_brackets_and_dashes_before_a_verb_are_read_behind_the_clause() -> None:
    assert words("The men (all young) were killed.") == "the men were killed ( all young ) ."
    text = "The men \u2013 all of them young \u2013 were killed."
    assert words(text) == "the men were killed \u2013 all of them young ."


def test_what_links_a_sentence_to_others_is_read_nowhere() -> None:
    assert words("The army, however, killed 12.") == "the army killed 12 ."


def test_names_times_and_numbers_stay_where_they_stand() -> None:
    for text in (
        "the minister , jan holm , said 40 died .",
        "the count , 12 in all , was wrong .",
        "the men , who spent 40 , were lost .",
        "the guests , who had come , spent 40 .",
        "the men came , burned the fields , killed 40 .",
    ):
        assert words(text) == text
    assert words("On Friday, in Kabul, died 40.") == "on friday , in kabul , died 40 ."


def test_the_mark_of_an_item_is_left_out_but_no_minus_sign() -> None:
    for mark in ("7.", "(a)", "iv)", "-", "\u2022"):
        assert words(f"{mark} The men were killed.") == "the men were killed ."
    assert words("-5 men were killed.") == "- 5 men were killed ."


@given(st.lists(WORDS, max_size=30))
def test_every_token_is_a_slice_of_the_text_and_stands_once(parts: list[str]) -> None:
    text = " ".join(parts)
    tokens = Tokens(text, 0, len(text))
    spans = list(zip(tokens.start, tokens.end, strict=True))
    assert [text[start:end] for start, end in spans] == tokens.raw
    assert len(set(spans)) == len(spans)
    for raw, word in zip(tokens.raw, tokens.word, strict=True):
        assert word == raw.lower() or (raw, word) == ("\u2013", ",")  # "Chad – who …"
