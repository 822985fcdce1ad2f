"""Insertions: what is put in between two words of a sentence and parts nothing."""

from collections.abc import Iterator, Sequence

from plainfigures.prose.quantities.scan import Scan
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import units
from plainfigures.prose.words.tokens import DASHES, Tokens

_COUNTING = frozenset(("noun", "bare"))
_IN_BRACKETS = _COUNTING | {"percent"}
# What opens words put in between: who is among them, or how many of all they are.
_OPENERS = frozenset(
    "among including most mostly mainly all many some both one initially at first aged nearly "
    "half almost about around roughly approximately over or a two more amounting "
    "equivalent representing".split()
)
# How many tokens they may be.
LONGEST = 18


def opens_insertion(word: str) -> bool:
    """Whether a word opens what is only put in: "among them a nurse", "nearly 15 per cent"."""
    return word in _OPENERS or word[0].isdecimal()


def conversions(scan: Scan, told: Sequence[int]) -> list[int]:
    """The tokens of sums in brackets: "a $5 million | (4 million euros) | loan".

    What a sum or an area is in another unit parts nothing, nor what people are in families or
    were before, "212 (190) | were hurt", or how large a share, "212 (9%)"; nor do ages, "boys |
    aged 7 and 9 |", nor the short name of a body before its verb, "the Union (FU) | said". What
    words of a measure, which stand at the tokens `told`, are put in with, is said of that alone.
    """
    at = scan.tokens.at
    found: list[int] = []
    end = 0
    for q in scan.quantities:
        alike = q.kind == "money" or (q.kind == "unit" and at(q.phrase_first - 2) in units())
        alike = alike or (q.kind in _IN_BRACKETS and q.phrase_first - 1 == end > 0)
        end = q.phrase_last if q.kind in _COUNTING else 0
        if alike and at(q.phrase_first - 1) == "(" and at(q.phrase_last) == ")":
            found.extend(range(q.phrase_first - 1, q.phrase_last + 1))
        elif q.unit == "year" and (at(q.first - 1) == "aged" or q.first - 2 in found):
            found.extend(range(q.first - 1, q.last))
    for k in range(1, scan.tokens.size - 2) if ")" in scan.tokens.word else ():
        verb = at(k + 1) == ")" and at(k + 2) in HELPERS and at(k + 3)[-3:] != "ing"
        if verb and at(k - 1) == "(":
            found.extend(range(k - 1, k + 2))  # "members of the Farmers' Union (FU) were hurt"
    if not any(q.kind == "money" for q in scan.quantities):
        for opens, closes in _insertions(scan.tokens):
            if not any(opens < k < closes for k in told):  # but "the raid - 9 dead, 40 hurt - was"
                found.extend(range(opens, closes + 1))
    return found


def _insertions(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """ "Kerans | - over a third of all - | were driven out": the dashes of what is put in."""
    word, opened = tokens.word, -1
    for k, sign in enumerate(word):
        if sign in (";", ":"):
            opened = -1
        if sign not in DASHES or (sign == "-" and tokens.tight(k)):
            continue
        if opened >= 0 and word[opened] == sign and k - opened < LONGEST:
            yield opened, k
            opened = -1
            continue
        opened = k if opens_insertion(tokens.at(k + 1) or ".") else -1
