"""Equals: the same people, sum or size told again in another unit."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.signs import IN_ALL

_EVERY = ["for", "every"]
_ABOUT = frozenset(
    ", ( or about roughly some around approximately nearly almost equivalent to".split()
)
_SAME = frozenset(
    tuple(words.split())
    for words in "or|that is|i . e .|i.e.|equivalent to|equal to|in all|comprising".split("|")
)
_APPOSING = frozenset((",", "\u2013", "\u2014"))


def gap_between(sentence: Sentence, one: Quantity, two: Quantity) -> list[str]:
    """The words between two quantities."""
    return sentence.tokens.word[one.phrase_last : two.phrase_first]


def equates(sentence: Sentence, before: Quantity, q: Quantity) -> bool:
    """ "34,500 families (150,000 persons)", "418 families, or 1,918 people"."""
    if "bare" in (q.kind, before.kind) or q.inherited or q.unit == before.unit:
        return False
    both_people = q.unit in PEOPLE and before.unit in PEOPLE
    both_money = q.kind == before.kind == "money"
    if not (both_people or both_money or q.kind == before.kind == "unit"):
        return False
    gap = gap_between(sentence, before, q)
    if gap == ["("] or (both_people and _apposed(sentence, before, q)):
        return True
    if both_money and gap and _ABOUT.issuperset(gap) and (q.qualifier == "about" or "or" in gap):
        return True  # "2.4 billion yen, about $16 million"
    return tuple(word for word in gap if word not in (",", "(", "about", "some")) in _SAME


def _apposed(sentence: Sentence, before: Quantity, q: Quantity) -> bool:
    """ "48 families, 211 people in all", "31 households \u2013 some 140 persons \u2013"."""
    sign, k = sentence.tokens.at(before.phrase_last), q.phrase_last
    if sign not in _APPOSING or before.phrase_last + 1 != q.phrase_first or q.unit != "person":
        return False
    if q.value is None or before.value is None or q.value <= before.value:
        return False
    total = sentence.tokens.word[k : k + 2] in IN_ALL or sentence.tokens.at(k) == "altogether"
    return total or sentence.tokens.at(k) == sign


def is_ratio(word: list[str], q: Quantity) -> bool:
    """Either number of "one amputee *for every* 150 people"."""
    return word[q.phrase_last : q.phrase_last + 2] == _EVERY or (
        word[max(0, q.phrase_first - 2) : q.phrase_first] == _EVERY
    )
