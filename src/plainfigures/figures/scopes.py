"""Scopes: for which numbers of a sentence its words of time hold, by the clauses they stand in."""

from plainfigures.figures.fits import PEOPLE
from plainfigures.figures.match import Match
from plainfigures.figures.phrases import is_noun, is_verb
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.durations import TIME_UNITS
from plainfigures.prose.lexicon import calendar
from plainfigures.prose.period import Period
from plainfigures.prose.quantity import Quantity
from plainfigures.prose.tokens import Tokens

_CONJUNCTIONS = frozenset(("and", "but"))
_OPENERS = frozenset("since by until before after".split())


def is_out_of_scope(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether words of time hold in another clause, or for another number, than a quantity."""
    tokens, own = sentence.tokens, match.trigger
    if q.kind == "unit" and q.unit in TIME_UNITS and not _follows(tokens, q, period):
        return True  # "two years later", "of 34 years"
    if period.first == period.last - 1 and tokens.word[period.first] in calendar("often"):
        return _describes(sentence, q, period)
    for start, end in sentence.relative_clauses:
        inside = start < period.first < end
        if inside == (start < q.first < end):
            continue
        if own is not None and inside == (start < own.first < end):
            continue  # "the 40 men, who fled in May"
        if inside or period.first > end:
            return True
    return _is_of_another(sentence, q, period) or _lasts_before(tokens, q, period)


def _follows(tokens: Tokens, q: Quantity, period: Period) -> bool:
    """ "for ten days *in May*": words of time right behind a number."""
    gap = tokens.word[q.phrase_last : period.first]
    return period.first >= q.phrase_last and len(gap) <= 2 and "," not in gap


def when(sentence: Sentence, q: Quantity) -> Period | None:
    """ "since *1996, when 40 drowned*": the words of time right before the clause of a number.

    Without the one that reaches on from them.
    """
    word = sentence.tokens.word
    for start, end in sentence.relative_clauses:
        if word[start + 1] != "when" or not start < q.first < end:
            continue
        if any(start < period.first < end for period in sentence.periods):
            return None
        for period in sentence.periods:
            if period.last != start or period.role != "period":
                continue
            if word[period.first] not in _OPENERS:
                return period
            only = period.start or period.end
            return Period(period.first + 1, period.last, only, only)
    return None


def _describes(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "gave 90 clerks a *monthly* wage of 300 birr": how often the noun behind it is paid."""
    tokens = sentence.tokens
    if not is_noun(tokens, period.last):
        return False
    of = tokens.at(q.phrase_first - 1) == "of"
    return q.first < period.first or (q.unit in PEOPLE and not of)


def _is_of_another(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "two fewer than the 300 tonnes *of last year*": the time of the number before "of"."""
    if sentence.tokens.at(period.first - 1) != "of":
        return False
    before = (o for o in sentence.scan.quantities if o.phrase_last == period.first - 1)
    return any(o is not q and o.kind != "percent" and o.unit not in TIME_UNITS for o in before)


def _lasts_before(tokens: Tokens, q: Quantity, period: Period) -> bool:
    """ "was gone *for nine days* and brought two maps", "a firm that bought *for nine years*"."""
    word = tokens.word
    if period.last > q.phrase_first:
        return False
    if word[period.first] != "for" or period.first < 2:
        return False
    return any(
        word[k] in _CONJUNCTIONS and is_verb(tokens, k + 1)
        for k in range(period.last, q.phrase_first - 1)
    )
