"""Localities: "the province" stands for the one that the text has named before."""

import re
from functools import cache

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.names import Name
from plainfigures.prose.words.signs import WITHIN

_NOUNS = frozenset(
    "province county district state city town village island prefecture governorate oblast "
    "municipality valley canton emirate".split()
)
_THE = frozenset(("the", "this", "that"))
_REACH = 2000


def locality(sentence: Sentence, q: Quantity, name: Name | None) -> str | None:
    """The words for the place that "the province" stands for where no nearer place is named."""
    word = sentence.tokens.word
    if name is None:
        found = [k for k, form in enumerate(word) if form in _NOUNS and _is_led(word, k)]
        k = min(found, key=lambda k: sentence.distance(q, k, k + 1), default=-1)
    else:
        k = name.last - 1
    if k < 1 or word[k] not in _NOUNS or word[k - 1] not in _THE:
        return None
    last = None
    start = max(0, sentence.start - _REACH)
    end = sentence.tokens.start[k]  # "officials of Tarn province say that in this province"
    for match in _named(word[k]).finditer(sentence.original, start, end):
        last = match
    return None if last is None else last.group(1) or last.group(2)


def _is_led(word: list[str], k: int) -> bool:
    return k > 1 and word[k - 2] in WITHIN and word[k - 1] in _THE


@cache
def _named(noun: str) -> re.Pattern[str]:
    """ "Tarn province", "the province of Tarn"."""
    name = r"(?!(?:The|This|That|In) )[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2}"
    either = rf"[{noun[0].upper()}{noun[0]}]{noun[1:]}"
    return re.compile(rf"(\b{name}(?<!['\u2019]s) {either})\b(?! of [A-Z])|\b{either} of ({name})")
