"""Periods that an event names: "since the end of the Second Karabakh War", "during this period"."""

from collections.abc import Container

from plainfigures.prose.lexicon import nouns
from plainfigures.prose.period import Period
from plainfigures.prose.tokens import Tokens

_OPENERS = frozenset("since during throughout after before until".split())
_DETERMINERS = frozenset("the this that its their these those a an".split())
_INSIDE = frozenset(("-", "'s", "'"))
_STOPS = frozenset("and was were is had has have who which that".split())
_REACH = 10


def eras(tokens: Tokens, dated: list[Period]) -> list[Period]:
    """The periods named by an event, outside those that are dated."""
    taken = {k for period in dated for k in range(period.first, period.last)}
    found = []
    for i, word in enumerate(tokens.word):
        if word not in _OPENERS or i in taken:
            continue
        if tokens.at(i + 1) in _DETERMINERS or tokens.capital(i + 1):
            head = _event(tokens, i + 1, taken)
            if head is not None:
                found.append(Period(i, head + 1, None, None))
    return found


def _event(tokens: Tokens, first: int, taken: Container[int]) -> int | None:
    """The last word of an event in the noun phrase that begins at token `first`."""
    events = nouns("time")
    head = None
    for k in range(first, min(tokens.size, first + _REACH)):
        word = tokens.word[k]
        if k in taken:
            break
        if word in events:
            head = k
            if tokens.at(k + 1) != "of" and tokens.at(k + 1) not in events:
                break
        elif not (word[0].isalpha() or word in _INSIDE) or (word in _STOPS and k > first):
            break
    return head
