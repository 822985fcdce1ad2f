"""Insertions: what dashes put in about those counted, which parts nothing around it."""

from collections.abc import Iterator

from plainfigures.prose.tokens import DASHES, Tokens

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


def insertions(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The tokens of dashes that open and close an insertion.

    "Kerans in the north | - over a third of all - | were driven out".
    """
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
