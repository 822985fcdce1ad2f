"""The context of a figure: when, where, in which event and who says it."""

from dataclasses import dataclass

from plainfigures.figures.measures import Match
from plainfigures.figures.sentence import Sentence
from plainfigures.prose.attribution import Attribution, nearest
from plainfigures.prose.lexicon import singular, tag
from plainfigures.prose.names import Name
from plainfigures.prose.periods import Period
from plainfigures.prose.quantity import Quantity

_REGISTERED = frozenset(
    "registered recorded documented confirmed verified counted listed census register registry registration records".split()
)
_ESTIMATED = frozenset(
    "estimated estimate estimates estimating estimation projected believed thought reckoned approximated".split()
)
_PLANNED = frozenset(
    "plan plans planned planning target targets foresees foresee foreseen envisaged envisages will intends intend pledged promised promise scheduled expected expects aims aim".split()
)


@dataclass
class Memory:
    """What a paragraph remembers from sentence to sentence."""

    place: str | None = None
    event: str | None = None
    speaker: str | None = None
    reporter: str | None = None
    recipient: str | None = None
    before: tuple[int, int] = (0, 0)


def period_of(sentence: Sentence, q: Quantity, match: Match) -> Period | None:
    """The period that stands nearest to the quantity in its clause."""
    if q.rate_over_time:
        return Period(q.rate_first, q.phrase_last, None, None)
    best: Period | None = None
    cost = 40.0
    for period in sentence.periods:
        if period.role != "period" or period.first < q.last and period.last > q.first:
            continue
        distance = sentence.distance(q, period.first, period.last)
        if _says_when_said(sentence, period):
            continue
        if _modifies(sentence, period):
            if singular(sentence.tokens.word[period.last]) in _PAPERS:
                continue
            distance += 10.0
        if _of_another_verb(sentence, q, match, period):
            continue
        if period.first == 0 or period.first == 1:
            distance = min(distance, 14.0)
        if distance < cost:
            best, cost = period, distance
    return best


_PAPERS = frozenset(
    "budget report study survey estimate census agreement law plan edition interview statement document article "
    "book publication speech resolution memorandum declaration treaty constitution election programme program".split()
)


def _modifies(sentence: Sentence, period: Period) -> bool:
    """Whether a date stands before a noun ("the FY23 budget", "a 1 April 2024 interview")."""
    tokens = sentence.tokens
    if period.last >= tokens.size:
        return False
    kinds = tag(tokens.word[period.last]).split(",")
    return tokens.word[period.last].isalpha() and kinds[0] in ("n", "a")


def _of_another_verb(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether the words of time belong to another verb than the one that counts.

    "refugees expelled in 1990 to return": the date is of the expulsion; "their rights were violated
    for decades": a duration is of the verb before it.
    """
    tokens = sentence.tokens
    own = match.trigger
    if period.first < q.phrase_last:
        return False
    for k in range(period.first - 1, q.phrase_last - 1, -1):
        if own is not None and own.first <= k < own.last:
            return False
        if any(
            t.first <= k < t.last and t.kind != "noun" and t.measure != match.measure
            for t in sentence.triggers
        ):
            return own is not None and own.first > k
        if (
            tokens.word[period.first] == "for"
            and tag(tokens.word[k]) in ("vd", "v")
            and own is not None
            and own.first < k
        ):
            return True
    return False


def as_of_of(sentence: Sentence, q: Quantity) -> str | None:
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
        elif one.cue < period.first <= one.cue + 3 and word[period.first - 1] in (
            word[one.cue],
            "on",
            "in",
        ):
            return word[one.cue] in _SAID
        elif (
            word[one.cue] == "according"
            and 0 <= period.first - one.last <= 2
            and word[one.cue + 1] == "to"
        ):
            return True
    return False


_SAID = frozenset(
    "said told stated announced reported declared wrote added noted confirmed".split()
)


def attribution_of(sentence: Sentence, q: Quantity) -> Attribution | None:
    """Who says it, as tokens of this sentence."""
    return nearest(sentence.attributions, q.first, sentence.tokens)


def speaker_words(sentence: Sentence, one: Attribution, memory: Memory) -> str | None:
    """The name that an attribution stands for; a pronoun takes the last speaker of the paragraph."""
    if one.pronoun:
        return memory.speaker
    return sentence.words(one.first, one.last)


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


def basis_of(sentence: Sentence, q: Quantity, match: Match) -> tuple[str, str] | None:
    """Estimated, registered or planned, with the word that says so."""
    word = sentence.tokens.word
    if match.trigger is not None:
        for k in range(match.trigger.first, match.trigger.last):
            if word[k] in _REGISTERED:
                return "registered", word[k]
    low, high = max(0, q.phrase_first - 8), min(sentence.tokens.size, q.phrase_last + 9)
    best: tuple[int, str, str] | None = None
    for k in range(low, high):
        w = word[k]
        kind = "estimated" if w in _ESTIMATED else "registered" if w in _REGISTERED else None
        if kind is None:
            continue
        gap = word[k + 1 : q.first] if k < q.first else word[q.phrase_last : k]
        if any(g in (";", "while", "but", "whereas") for g in gap) or any(
            other.first < k < q.first or q.last < other.first < k
            for other in sentence.scan.quantities
            if other is not q
        ):
            continue
        away = len(gap)
        if best is None or away < best[0]:
            best = (away, kind, w)
    if best is not None and match.measure is not None:
        return best[1], best[2]
    if match.planned or (match.measure is not None and match.measure.endswith("_target")):
        return "planned", "future"
    if match.measure == "pledged" and any(
        w in _PLANS for w in word[max(0, q.phrase_first - 7) : q.phrase_first]
    ):
        return "planned", "plan"
    return None


_PLANS = frozenset(
    "plan plans planned planning intends intend will proposes proposed promised promise".split()
)
