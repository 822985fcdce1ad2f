"""Scopes: for which numbers of a sentence its words of time hold, by the clauses they stand in."""

from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import is_noun_or_adjective, is_verb
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.durations import TIME_UNITS
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.lexicon import calendar, tag
from plainfigures.prose.words.signs import CLOSE_QUOTES, OPEN_QUOTES
from plainfigures.prose.words.tokens import Tokens

CONJUNCTIONS = frozenset(("and", "but"))
_REASONS = frozenset("because although though whereas".split())
_CONDITIONS = frozenset("unless although though because if".split())
_EVEN = frozenset("also even only".split())
_STOPS = frozenset(", . ! ?".split())
_QUOTES = (OPEN_QUOTES | CLOSE_QUOTES) - {"'", "\u2018", "\u2019"}
_OPENERS = frozenset("since by until before after".split())


def is_out_of_scope(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether words of time hold in another clause, or for another number, than a quantity."""
    tokens, own = sentence.tokens, match.trigger
    lasting = q.kind == "unit" and q.unit in TIME_UNITS and not q.attributive
    if lasting and not _follows(tokens, q, period):
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
    return (
        _is_of_another(sentence, q, period)
        or _lasts_before(tokens, q, period)
        or _is_of_part(sentence, q, period)
        or _is_of_whole(sentence, q, period)
        or (period.first > 1 and _is_parted(sentence, q, period))
    )


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
    if not is_noun_or_adjective(tokens, period.last):
        return False
    of = tokens.at(q.phrase_first - 1) == "of"
    return q.first < period.first or (q.unit in PEOPLE and not of)


def _is_of_another(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "two fewer than the 300 tonnes *of last year*": the time of the number before "of"."""
    if sentence.tokens.at(period.first - 1) != "of":
        return False
    before = (o for o in sentence.scan.quantities if o.phrase_last == period.first - 1)
    return any(o is not q and o.kind != "percent" and o.unit not in TIME_UNITS for o in before)


def _is_of_part(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "five were lost, *four of them* in one week": when the part was."""
    word = sentence.tokens.word
    return any(
        q.last < one.first < period.first
        and tuple(word[one.last : one.last + 2]) in OF_THEM
        and "," not in word[one.last : period.first]
        for one in sentence.scan.quantities
    )


def _is_of_whole(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "had paid $3 million of the $12 million pledged *in 2022*": when the whole was pledged."""
    word = sentence.tokens.word
    if sentence.tokens.at(q.phrase_last) != "of":
        return False
    for one in sentence.scan.quantities:
        gap = word[q.phrase_last : one.phrase_first]
        if gap[:1] == ["of"] and len(gap) <= 2 and one.phrase_last < period.first:
            led = word[one.phrase_last : period.first]
            return tag(led[0]).startswith("vd") and "," not in led
    return False


def _is_parted(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether a mark, a conjunction or a reason stands between a number and words of time."""
    tokens, word = sentence.tokens, sentence.tokens.word
    if period.first >= q.phrase_last:
        between = range(q.phrase_last, period.first)
        if any(_ends_clause(word, k) for k in between):
            return True
        return (
            word[0] in _CONDITIONS
            and "," in word[q.phrase_last : period.first]
            and "," not in word[: q.first]
        )
    leads = tokens.at(period.last) == "," and not any(
        is_verb(tokens, k) for k in range(period.first)
    )
    starts = {one.first for one in sentence.periods}
    return any(
        word[k] in CONJUNCTIONS
        and word[k - 1] == ","
        and (k + 1 in starts or (word[k] == "but" and not leads and word[k + 1] not in _EVEN))
        for k in range(period.last, q.phrase_first)
    )  # "built in 1928, and within two years 40 had gone"


def _ends_clause(word: list[str], k: int) -> bool:
    """ "It is too high: …", "two fewer, because …", "I saw it three times," said Bo, who …"."""
    if word[k] in _QUOTES:
        return word[k - 1] in _STOPS
    return word[k] == ":" or (word[k] in _REASONS and word[k + 1] != "of")


def _lasts_before(tokens: Tokens, q: Quantity, period: Period) -> bool:
    """ "was gone *for nine days* and brought two maps", "a firm that bought *for nine years*"."""
    word = tokens.word
    if period.last > q.phrase_first:
        return False
    if word[period.first] != "for" or period.first < 2:
        return False
    return any(
        word[k] in CONJUNCTIONS and is_verb(tokens, k + 1)
        for k in range(period.last, q.phrase_first - 1)
    )
