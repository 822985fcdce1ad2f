"""Whom an appeal or a plan is for, by what stands behind it or in its name."""

from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.triggers.phrases import phrase_right
from plainfigures.prose.words.lexicon import countries, singular, tag
from plainfigures.prose.words.tokens import Tokens

EFFORTS = frozenset("appeal plan response compact".split())
_NEAR, _LONGEST = 14, 5


def past_effort(tokens: Tokens, span: Span) -> Span | None:
    """Whom the appeal or plan that took a sum is for ("the appeal for *Yemen* got")."""
    efforts = (k for k in range(*span) if singular(tokens.word[k]) in EFFORTS)
    effort = next((k for k in efforts if not tokens.capital(k)), None)
    if effort is None:
        return span
    return phrase_right(tokens, effort + 2) if tokens.at(effort + 1) == "for" else None


def named_for(reading: ColumnReading) -> Value:
    """ "the Chad Flash Appeal", "Lebanon's recovery plan": the country in the name of an effort."""
    tokens, q = reading.tokens, reading.q
    near = range(max(1, q.first - _NEAR), min(tokens.size, q.last + _NEAR))
    found = [(abs(k - q.first), span) for k in near if (span := _country_of_effort(tokens, k))]
    found = [one for one in found if not q.first <= one[1][0] < q.last]  # "9 million *U.S.* dollar"
    return reading.words(min(found)[1], "in the name of an effort") if found else None


def _country_of_effort(tokens: Tokens, k: int) -> Span | None:
    """The country nearest before an appeal or plan at token `k`, in its name."""
    if singular(tokens.word[k]) not in EFFORTS:
        return None
    for first in range(k - 1, max(-1, k - 1 - _LONGEST), -1):
        if not _in_title(tokens, first):
            return None
        entry = countries().get(tokens.raw[first])
        if entry is not None and "group" not in entry.kinds:
            return first, first + 1
    return None


def _in_title(tokens: Tokens, k: int) -> bool:
    """Whether token `k` may stand in the name of an appeal or plan before its noun."""
    kinds = tag(tokens.word[k]).split(",")
    return tokens.capital(k) or tokens.word[k] == "'s" or kinds[0] in ("a", "n")
