"""Equals: the same people, sum or size told again in another unit."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.signs import IN_ALL

_EVERY = ["for", "every"]
_SAME = frozenset(
    tuple(words.split())
    for words in "or|that is|i . e .|i.e.|equivalent to|equal to|in all|comprising".split("|")
)
_ROUNDED = frozenset("about roughly some around approximately nearly almost".split())
# The sign that opens what a share is in numbers, and the one that closes it.
_CLOSED = {"(": ")", ",": ",", "\u2013": "\u2013", "\u2014": "\u2014"}
_ABOUT = _ROUNDED.union(", ( or equivalent to".split())
_APPOSING = frozenset((",", "\u2013", "\u2014"))


def gap_between(sentence: Sentence, one: Quantity, two: Quantity) -> list[str]:
    """The words between two quantities."""
    return sentence.tokens.word[one.phrase_last : two.phrase_first]


def equates(sentence: Sentence, before: Quantity, q: Quantity) -> bool:
    """ "34,500 families (150,000 persons)", "418 families, or 1,918 people"."""
    if "bare" in (q.kind, before.kind) or q.inherited or q.unit == before.unit:
        return False
    if before.kind == "percent" and q.unit in PEOPLE:
        return _is_share_of(sentence, before, q)
    if q.kind == "percent" and before.unit in PEOPLE:
        return _is_as_share(sentence, before, q)
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


def _is_share_of(sentence: Sentence, share: Quantity, q: Quantity) -> bool:
    """ "12% of the exiles \u2013 some 900 people \u2013 are back", "a third of it (40 people)"."""
    tokens = sentence.tokens
    gap = gap_between(sentence, share, q)
    while gap[-1:] and gap[-1] in _ROUNDED:
        gap = gap[:-1]
    led = gap[-2:] == [",", "or"]
    sign = "," if led else gap[-1] if gap else ""
    if gap[:1] not in (["of"], ["the"]) or tokens.at(q.phrase_last) != _CLOSED.get(sign):
        return False
    whose = gap[1 : -1 - led]
    acts = any(tag(w)[0] in "vm" and tag(w)[:2] != "vd" for w in whose)
    return _APPOSING.isdisjoint(whose) and not acts


def _is_as_share(sentence: Sentence, people: Quantity, share: Quantity) -> bool:
    """ "900 people, *or 10 percent of* the town, fled": what share of a whole they are."""
    gap = gap_between(sentence, people, share)
    while gap[-1:] and gap[-1] in _ROUNDED:
        gap = gap[:-1]
    return gap in ([",", "or"], ["or"]) and sentence.tokens.at(share.phrase_last) == "of"


def is_ratio(word: list[str], q: Quantity) -> bool:
    """Either number of "one amputee *for every* 150 people"."""
    return word[q.phrase_last : q.phrase_last + 2] == _EVERY or (
        word[max(0, q.phrase_first - 2) : q.phrase_first] == _EVERY
    )
