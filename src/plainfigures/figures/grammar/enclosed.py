"""Enclosed clauses and parts: what is said within them reaches no number beyond."""

from collections.abc import Sequence

from plainfigures.figures.triggers.triggers import NAMING, Trigger
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.quantities.parallels import is_named
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import tag
from plainfigures.prose.words.tokens import Tokens

_OPENERS = frozenset((",", "("))
_IN_NEED = (["in", "need"], ["in", "peril"], ["in", "danger"], ["at", "risk"])
_PUT_IN = (["including"], ["among", "them"], ["among", "whom"])
_LONGEST = 12
# The longest list that is put in, what opens it, and what ends it.
_LIST = 24
_CLAUSES = frozenset((",", ";", "and", "while", "but"))
_SIGNS = frozenset(",;:")
_ENDING = frozenset((";", ":", "(", ")"))


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


def is_bracketed_before(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "Returns (of *refugees* and others) came to 900": what brackets hold that close before."""
    word = tokens.word
    if t.last > q.phrase_first or ")" not in word[t.last : q.phrase_first]:
        return False
    return next((word[k] for k in range(t.first - 1, -1, -1) if word[k] in "()"), "") == "("


def past_brackets(
    tokens: Tokens, q: Quantity, row: list[tuple[float, Trigger]]
) -> list[tuple[float, Trigger]]:
    """ "900 men (300 *refugees* and 600 others) | went home": what is told of all, not of parts."""
    word, k = tokens.word, q.phrase_last
    if tokens.at(k) != "(" or ")" not in word[k:]:
        return row
    close = word.index(")", k)
    told = any(close < t.first and _SIGNS.isdisjoint(word[close : t.first]) for _, t in row)
    return [p for p in row if not k < p[1].first < close] if told else row


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


def is_of_later_clause(tokens: Tokens, q: Quantity, t: Trigger) -> bool:
    """ "Paris announced $45 million, Oslo | €8 million a week later, and Rome | sent tents"."""
    if t.first < q.phrase_last or q.kind != "money" or not is_named(tokens, q):
        return False
    return not _CLAUSES.isdisjoint(tokens.word[q.phrase_last : t.first])


def is_of_next(tokens: Tokens, q: Quantity, other: Quantity, t: Trigger) -> bool:
    """ "53 dead, including 8 children, and | 2 missing": what is said of the next number alone.

    Or "the count came to 4,000, with 800 missing", "12 died, including 3 boys, and | 9 were hurt",
    "gave $9 million, including $4 million towards a | $7 million *appeal*".
    """
    end = other.phrase_last
    while other.kind == "money" and t.kind in NAMING and tag(tokens.at(end) or ".")[0] in "na":
        end += 1
    aside = tokens.word[q.phrase_last : q.phrase_last + 2] == [",", "with"]
    if aside and t.first in (end, end + 1) and t.kind != "noun":
        return True  # "has doubled to 36, with 12 people | still missing"
    if t.first >= end:
        if not _goes_on_with(tokens, other):
            return False
        if tag(tokens.at(q.phrase_first - 1) or ".")[0] == "p":
            return True  # "rose to 9, and 4 were hurt"
        return _is_listed_within(tokens, q) or _is_told(tokens, q, other)
    before = tokens.word[max(0, q.phrase_first - 2) : q.phrase_first]
    put_in = aside or before in _PUT_IN or before[1:] in _PUT_IN
    return put_in and other.phrase_first <= t.first < end


def _goes_on_with(tokens: Tokens, other: Quantity) -> bool:
    """Whether a clause begins with a number as its subject: ", and 9 | were"."""
    before = tokens.word[max(0, other.phrase_first - 2) : other.phrase_first]
    more = tokens.at(other.phrase_last) in ("more", "others")
    return before == [",", "and"] and tokens.at(other.phrase_last + more) in HELPERS


def _is_told(tokens: Tokens, q: Quantity, other: Quantity) -> bool:
    """ "12 million people in all | are suffering |, and one million are dead": by its own verb."""
    gap = [w for w in tokens.word[q.phrase_last : other.phrase_first] if tag(w) != "r"]
    after = [gap[k + 1 : k + 3] for k, w in enumerate(gap[:-1]) if w in BE]
    return any(tag(told[0])[:2] == "vg" or told in _IN_NEED for told in after)


def _is_listed_within(tokens: Tokens, q: Quantity) -> bool:
    """Whether a number stands in a list that "including" opens."""
    word = tokens.word
    for k in range(q.phrase_first - 1, max(-1, q.phrase_first - _LIST), -1):
        if word[k] in ("including", "among"):
            return True
        if word[k] in HELPERS or word[k] in _ENDING or tag(word[k])[0] == "v":
            return False
    return False


def _opener(word: list[str], verb: int) -> int | None:
    """Where "who" or "which" opens the clause of a verb behind a comma."""
    for k in range(verb - 1, max(0, verb - _LONGEST), -1):
        if word[k] in ("who", "which"):
            before = word[k - 1] if word[k - 1] != "of" else word[k - 2]
            return k if before in _OPENERS else None
        if word[k] == ",":
            return None
    return None
