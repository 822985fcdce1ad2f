"""The context of a figure: when, where, in which event and who says it."""

from dataclasses import dataclass

from plainfigures.definitions.model import Measure
from plainfigures.figures.match import Match
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.attribution import Attribution, nearest
from plainfigures.prose.lexicon import basis, future, nouns, singular, tag
from plainfigures.prose.names import Name
from plainfigures.prose.period import Period
from plainfigures.prose.quantity import Quantity

_FURTHEST = 40.0
_MODIFIES = 10.0
_LEADING = 14.0
_REACH = 9
_BORDERS = frozenset((";", "while", "but", "whereas"))
_PARTS = frozenset((";", "while", "whereas"))
_SAID = frozenset(
    "said told stated announced reported declared wrote added noted confirmed".split()
)


@dataclass
class Memory:
    """What a paragraph remembers from sentence to sentence.

    `shared` is what its last percentage was of, `before` its text so far.
    """

    place: str | None = None
    event: str | None = None
    speaker: str | None = None
    reporter: str | None = None
    recipient: str | None = None
    shared: str | None = None
    before: tuple[int, int] = (0, 0)


def period_of(sentence: Sentence, q: Quantity, match: Match) -> Period | None:
    """The period that stands nearest to the quantity in its clause; a rate is one of its own."""
    if q.rate_over_time:
        return Period(q.rate_first, q.phrase_last, None, None)
    best: Period | None = None
    cost = _FURTHEST
    for period in sentence.periods:
        if period.role != "period" or (period.first < q.last and period.last > q.first):
            continue
        if _says_when_said(sentence, period) or _of_another_verb(sentence, q, match, period):
            continue
        if period.first > 1 and _parted(sentence, q, period):
            continue
        distance = sentence.distance(q, period.first, period.last)
        if _modifies(sentence, period):
            if singular(sentence.tokens.word[period.last]) in nouns("paper"):
                continue
            distance += _MODIFIES
        if period.first <= 1:
            distance = min(distance, _LEADING)
        if distance < cost:
            best, cost = period, distance
    return best


def _parted(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether another clause begins between the number and the words of time."""
    low, high = (period.last, q.first) if period.first < q.first else (q.phrase_last, period.first)
    return not _PARTS.isdisjoint(sentence.tokens.word[low:high])


def _modifies(sentence: Sentence, period: Period) -> bool:
    """Whether a date stands before a noun ("the FY23 budget", "a 1 April 2024 interview")."""
    word = sentence.tokens.at(period.last)
    return word.isalpha() and tag(word).split(",")[0] in ("n", "a")


def _of_another_verb(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether the words of time belong to another verb than the one that counts.

    "refugees expelled in 1990 to return": the date is of the expulsion; "their rights were violated
    for decades": a duration is of the verb before it.
    """
    own, word = match.trigger, sentence.tokens.word
    for k in range(period.first - 1, q.phrase_last - 1, -1):
        if own is not None and own.first <= k < own.last:
            return False
        if sentence.verb_triggers.get(k, frozenset()) - {match.measure}:
            return own is not None and own.first > k
        lasting = word[period.first] == "for" and tag(word[k]) in ("vd", "v")
        if lasting and own is not None and own.first < k:
            return True
    return False


def as_of_of(sentence: Sentence) -> str | None:
    """When the count or statement was made, as ISO text."""
    for period in sentence.periods:
        if period.role == "as_of" and period.start:
            return period.end
    for period in sentence.periods:
        if period.start and _says_when_said(sentence, period):
            return period.end or period.start
    return None


def _says_when_said(sentence: Sentence, period: Period) -> bool:
    """Whether a date belongs to the saying ("said on 3 April", "(UNHCR, May 2010)")."""
    word = sentence.tokens.word
    for one in sentence.attributions:
        if word[one.cue] == "(":
            if period.first > one.cue and period.first - one.last <= 2:
                return True
        elif one.cue < period.first <= one.cue + 3:
            return word[one.cue] in _SAID and word[period.first - 1] in (word[one.cue], "on", "in")
        elif word[one.cue] == "according" and 0 <= period.first - one.last <= 2:
            return True
    return False


def attribution_of(sentence: Sentence, q: Quantity) -> Attribution | None:
    """Who says it, as tokens of this sentence."""
    return nearest(sentence.attributions, q.first)


def speaker_words(sentence: Sentence, one: Attribution, memory: Memory) -> str | None:
    """The name that an attribution stands for; a pronoun takes the paragraph's last speaker."""
    return memory.speaker if one.pronoun else sentence.words(one.first, one.last)


def nearest_name(sentence: Sentence, q: Quantity, names: list[Name], limit: float) -> Name | None:
    """The name nearest to a quantity, its own penalty counted in."""
    best: Name | None = None
    cost = limit
    for name in names:
        if name.first < q.last and name.last > q.first:
            continue
        distance = sentence.distance(q, name.first, name.last) + name.weight
        if distance < cost:
            best, cost = name, distance
    return best


def basis_of(
    sentence: Sentence, q: Quantity, match: Match, measure: Measure, promised: bool
) -> tuple[str, str] | None:
    """Estimated, registered or planned, with the word that says so.

    `promised`: the measure is of what may still have to come, if a word says so.
    """
    word = sentence.tokens.word
    trigger = match.trigger
    if trigger is not None:
        for k in range(trigger.first, trigger.last):
            if basis().get(word[k]) == "registered":
                return "registered", word[k]
    near = _nearest_basis(sentence, q)
    if near is not None:
        return near
    if match.planned or measure.to_come:
        return "planned", "what is to come"
    before = word[max(0, q.phrase_first - 7) : q.phrase_first]
    if promised and not future("pledge").isdisjoint(before):
        return "planned", "what is to come"
    return None


def _nearest_basis(sentence: Sentence, q: Quantity) -> tuple[str, str] | None:
    """The nearest word of basis with no other number and no clause border between."""
    word = sentence.tokens.word
    best: tuple[int, str] | None = None
    for k in range(max(0, q.phrase_first - _REACH + 1), min(len(word), q.phrase_last + _REACH)):
        if word[k] not in basis():
            continue
        low, high = (k + 1, q.first) if k < q.first else (q.phrase_last, k)
        if not _BORDERS.isdisjoint(word[low:high]):
            continue
        if any(low <= o.first < high for o in sentence.scan.quantities if o is not q):
            continue
        if best is None or high - low < best[0]:
            best = (high - low, word[k])
    return None if best is None else (basis()[best[1]], best[1])
