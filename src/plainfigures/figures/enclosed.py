"""Enclosed clauses and parts: what is said within them reaches no number beyond."""

from collections.abc import Sequence

from plainfigures.figures.triggers import Trigger
from plainfigures.prose.helpers import HELPERS
from plainfigures.prose.lexicon import tag
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_RELATIVE = frozenset(("who", "which"))
_OPENERS = frozenset((",", "("))
_PUT_IN = (["including"], ["among", "them"], ["among", "whom"])
_LONGEST = 12


def closes_before(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """Whether the relative clause that holds a trigger ends before a number after it.

    "£6 million, of which 4 million has been spent, and £1 million for Chad", "the team, which came
    to lift the mines, gave up on 40 hectares".
    """
    word = tokens.word
    if word[max(0, t.first - 3) : t.first - 1] == ["of", "what"]:
        return True  # "of what was pledged only $2 million is there"
    gap = word[t.last : q.phrase_first]
    if "," not in gap:
        return False
    close = t.last + gap.index(",")
    opener = _opener(word, t.first)
    if opener is None:
        return False
    if word[opener - 1 : opener + 1] == ["of", "which"]:
        return q.kind == "money" and tokens.at(close + 1) == "and"
    after = tokens.at(close + 1)
    return after in HELPERS or (after.isalpha() and tag(after).startswith("vd"))


def is_in_brackets(tokens: Tokens, quantities: Sequence[Quantity], q: Quantity, t: Trigger) -> bool:
    """ "gave $350 million (costs apart, put at $80 million)": words of the number in brackets."""
    word = tokens.word
    if t.first < q.phrase_last or ")" not in word[t.last :]:
        return False
    opens = next((k for k in range(t.first - 1, q.phrase_last - 1, -1) if word[k] in "()"), 0)
    if word[opens] != "(":
        return False
    close = word.index(")", t.last)
    return any(opens < o.first < close for o in quantities)


def is_of_next(tokens: Tokens, q: Quantity, other: Quantity, t: Trigger) -> bool:
    """ "53 dead, including 8 children, and | 2 missing": what is said of the next number alone.

    Or "the count came to 4,000, with 800 missing".
    """
    before = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    aside = tokens.word[q.phrase_last : q.phrase_last + 2] == [",", "with"]
    put_in = aside or before in _PUT_IN or before[1:] in _PUT_IN
    return put_in and other.phrase_first <= t.first < other.phrase_last


def _opener(word: list[str], verb: int) -> int | None:
    """Where "who" or "which" opens the clause of a verb behind a comma."""
    for k in range(verb - 1, max(0, verb - _LONGEST), -1):
        if word[k] in _RELATIVE:
            before = word[k - 1] if word[k - 1] != "of" else word[k - 2]
            return k if before in _OPENERS else None
        if word[k] == ",":
            return None
    return None
