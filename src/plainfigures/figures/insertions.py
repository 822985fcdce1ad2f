"""Insertions: what dashes or commas put in about those counted, which parts nothing around it."""

from collections.abc import Iterator

from plainfigures.prose.number import is_number
from plainfigures.prose.tokens import DASHES, Tokens

# What opens words put in between: who is among them, or how many of all they are.
_OPENERS = frozenset(
    "among including most mostly mainly all many some both one initially at first aged nearly "
    "half almost about around roughly approximately over or a two more amounting "
    "equivalent representing".split()
)
_SHARES = frozenset("percent % cent half third quarter fifth sixth seventh eighth tenth".split())
# How many tokens they may be.
LONGEST = 18
# Within so many tokens words between commas name a share.
_NEAR = 7


def opens_insertion(word: str) -> bool:
    """Whether a word opens what is only put in: "among them a nurse", "nearly 15 per cent"."""
    return word in _OPENERS or word[0].isdecimal()


def insertions(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The tokens of signs that open and close an insertion.

    "Kerans in the north | - over a third of all - | were driven out"; between commas alone what
    names a share ("4,000 people, a tenth of the town, fled").
    """
    word, opened = tokens.word, -1
    for k, sign in enumerate(word):
        if sign in DASHES:
            if tokens.tight(k) and sign == "-":
                continue
        elif sign != ",":
            if sign in (";", ":"):
                opened = -1
            continue
        if opened >= 0 and word[opened] == sign and k - opened < LONGEST:
            if sign != "," or _names_share(word, opened + 1, k):
                yield opened, k
                opened = -1
                continue
        opened = k if opens_insertion(tokens.at(k + 1) or ".") else -1


def _names_share(word: list[str], first: int, last: int) -> bool:
    """Whether words between commas tell what share of all the people before them are."""
    if last - first < 2 or word[first - 2].isdecimal():
        return False
    near = range(first, min(last, first + _NEAR))
    share = next((k for k in near if word[k] in _SHARES and word[k + 1] == "of"), None)
    return share is not None and not any(is_number(one) for one in word[share + 1 : last])
