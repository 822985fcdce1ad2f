"""When: the period of a figure."""

from itertools import pairwise

from plainfigures.figures.grammar.links import OF_THEM
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.rows.borders import is_apart, is_hour, leads
from plainfigures.figures.rows.deeds import of_another_verb
from plainfigures.figures.rows.said import covers, says_when_said
from plainfigures.figures.rows.scopes import is_out_of_scope, when
from plainfigures.figures.trade.respective import run_of
from plainfigures.figures.triggers.fits import SHARED
from plainfigures.figures.triggers.match import Match
from plainfigures.figures.triggers.phrases import is_noun_or_adjective
from plainfigures.prose.dates.years import year_like
from plainfigures.prose.nouns.changes import COMPARATIVES, movements
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.helpers import MODALS
from plainfigures.prose.words.lexicon import calendar, singular, tag
from plainfigures.prose.words.signs import ARE, COMMA_AND, IT, WHO_OR_WHICH
from plainfigures.prose.words.tokens import DASHES

_FURTHEST = 40.0
_MODIFIES = 10.0
_LEADING = 14.0
_BESIDE = 4.0
_PARTS = frozenset((";", "while", "whereas"))
_AGAINST = frozenset(("against", "versus"))
_UNTIL = frozenset("to until till through - \u2013 onwards onward on".split())
_INCLUDED = DASHES | {"including"}
_ALIKE = frozenset("same corresponding comparable equivalent".split())
_PERIODS = frozenset("period time month quarter half week day season".split())
_MOVED = frozenset("up down increase rise gain decrease fall drop decline improvement".split())
_LEVELS = frozenset("level figure rate average number total record".split())
_ABOVE = frozenset(("above", "below", "over"))
_BEFORE = frozenset("previous preceding before earlier".split())
_COMPARING = frozenset("double twice triple compared".split())
_AFTER = frozenset(("after", "following"))
_EARLIER = frozenset(((",", "after"), (",", "following"), (",", "having")))
_ADDING = frozenset("together along addition top besides".split())
_UP_FROM = frozenset((("up", "from"), ("down", "from"), ("times", "what"), ("half", "what")))
_COMPARED = _UP_FROM | {("compared", "with"), ("compared", "to"), ("comparison", "with")}
# The most words of "than in the same period", its end.
_SAME = 6
# Within so many tokens before a number stands what it came after.
_BESIDE_MOVE = 4


def period_of(sentence: Sentence, q: Quantity, match: Match) -> Period | None:
    """The period that stands nearest to the quantity in its clause; a rate is one of its own."""
    if q.rate_over_time:
        return Period(q.rate_first, q.rate_last, None, None)
    best: Period | None = None
    cost = _FURTHEST
    if not sentence.periods:
        return None
    if (own := _in_turn(sentence, q)) is not None:
        return own
    if sentence.relative_clauses and (own := when(sentence, q)) is not None:
        return own
    rated = [o for o in sentence.scan.quantities if o.rate_over_time]
    for period in sentence.periods:
        if period.role != "period" or (period.first < q.last and period.last > q.first):
            continue
        if rated and any(o.rate_first <= period.first < o.rate_last for o in rated if o is not q):
            continue
        if _is_of_else(sentence, q, match, period):
            continue
        distance = _distance(sentence, q, period)
        if distance < cost or (distance == cost and period.first >= q.phrase_last):
            best, cost = period, distance
    return None if best is not None and is_hour(sentence, best) else best


def _in_turn(sentence: Sentence, q: Quantity) -> Period | None:
    """ "In *2001* and *2002* it lifted 40 and 31 mines, respectively": at its place in the list."""
    times = [one for one in sentence.periods if one.role == "period"]
    if len(times) < 2 or "respectively" not in sentence.tokens.word:
        return None
    at = sentence.scan.quantities.index(q)
    low, high = run_of(sentence, at)
    joined = len(times) == high - low + 1 and sentence.tokens.word[times[-2].last] == "and"
    return times[at - low] if joined else None


def _is_of_else(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """Whether a period is that of a saying, a base, another clause, an aside or a part."""
    return (
        says_when_said(sentence, period, match.trigger)
        or of_another_verb(sentence, q, match, period)
        or (sentence.is_told_of_speaker(period.first) and not _tells_time(sentence, q, period))
        or any(_is_of_basis(sentence, o, period) for o in sentence.scan.quantities if o is not q)
        or is_out_of_scope(sentence, q, match, period)
        or is_apart(sentence, q, match, period)
        or _is_base(sentence, q, match, period)
        or (match.planned and sentence.tokens.word[period.first : q.first][:1] == ["since"])
        or _is_measured_against(sentence, period)
        or (not leads(sentence, q, period) and _parted(sentence, q, period))
        or _is_compared(sentence, q, period)
        or _is_of_included(sentence, q, period)
        or _has_own(sentence, q, period)
        or _is_of_other(sentence, q, period)
    )


def _tells_time(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "The 900 men who came in May | found", "data for May": when it was, not who told it."""
    return covers(sentence, period) or any(
        q.phrase_first <= one.first < q.phrase_last for one in sentence.attributions
    )


def _is_of_other(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "gave $3 million, and the union sends more *daily*": of another clause, or how often.

    So is "900 fled, and 40 more could follow *next year*".
    """
    gap = sentence.tokens.word[q.phrase_last : period.first]
    after = gap[gap.index("after") :] if "after" in gap and q.kind == "percent" else []
    pairs = {*pairwise(gap)}
    if q.kind in SHARED and not pairs.isdisjoint(_EARLIER):
        return True  # "a third of exports, *having* taken little in the 1980s"
    if "before" in gap or ("ahead", "of") in pairs or not ARE.isdisjoint(after):
        return True  # "killed 90 *before* a truce began", "fell 7 percent *after* a port was shut"
    others = [one for one in sentence.scan.quantities if q.last <= one.first < period.first]
    if others and not MODALS.isdisjoint(sentence.tokens.word[others[-1].last : period.first]):
        told = sentence.tokens.word[max(0, q.first - 1) : others[-1].first]
        acts = any(tag(one)[0] == "v" for one in told)
        return acts and MODALS.isdisjoint(told) and not COMMA_AND.isdisjoint(told)
    if sentence.tokens.word[period.first] not in calendar("often"):
        return False
    return "with" in gap or (others != [] and "," in gap)


def _has_own(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "40 returned in May *and* 90 returned in June": the time of the one ends before "and"."""
    tokens, k = sentence.tokens, q.phrase_first - 1
    if tokens.at(k) != "and" or not 0 <= k - period.last <= 2:
        return False
    others = sentence.scan.quantities
    end = next((one.phrase_first for one in others if one.first > q.last), tokens.size)
    behind = any(q.phrase_last < one.first < end for one in sentence.periods)
    return behind and any(one.unit == q.unit and one.last <= period.first for one in others)


def _distance(sentence: Sentence, q: Quantity, period: Period) -> float:
    """How far a period is; what leads the sentence is near, what modifies a noun far."""
    distance = sentence.distance(q, period.first, period.last)
    modifies = period.last != q.phrase_first and is_noun_or_adjective(sentence.tokens, period.last)
    after = sentence.tokens.word[period.first] in _AFTER
    distance += _MODIFIES * (modifies + after)  # "gave 9 last week after a storm in May"
    if not leads(sentence, q, period):
        return distance
    return min(distance, _LEADING)


def stands_beside(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether a period follows right after a quantity ("3 hectares of it in 2022")."""
    after = period.first >= q.phrase_last
    return after and sentence.distance(q, period.first, period.last) <= _BESIDE


def _parted(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether another clause begins between the number and the words of time."""
    low, high = (period.last, q.first) if period.first < q.first else (q.phrase_last, period.first)
    return not _PARTS.isdisjoint(sentence.tokens.word[low:high])


def _is_of_basis(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """Whether the time behind a number is of that number alone.

    "40 died, *against 60* in 2020, and 90 fled", "(*60* in 2020)", "up *12 percent* from 2020".
    """
    reach = 1 + (sentence.tokens.word[period.first - 1] == "the")
    if not 0 <= period.first - q.phrase_last <= reach:
        return False
    tokens, k = sentence.tokens, q.phrase_first - 1
    if tokens.at(q.counted_last) == "of" and q.kind in ("noun", "bare", "money"):
        return True  # "two fewer than the *300* of last year"
    if tokens.at(k) == "and" and any(
        one.last == k and _is_of_basis(sentence, other, one)
        for one in sentence.periods
        for other in sentence.scan.quantities
        if other.last <= one.first
    ):
        return True  # "against 60 in 2020 and *90* in 2010"
    k -= tokens.at(k) == "the"
    if tokens.at(k) == "of" and tag(tokens.at(k - 1) or ".")[0] == "n":
        k -= 2  # "against | a peak of *90* in January"
        k -= tokens.at(k) in ("a", "the")
    opener, before = tokens.at(k), tokens.at(k - 1)
    if opener == "(":
        return tokens.at(period.last) == ")"
    if opener == "than":
        return before in COMPARATIVES
    led = tokens.word[max(0, k - _BESIDE_MOVE) : k + 1]
    if "after" in led and not movements().isdisjoint(led):
        return True  # "grew 5 percent in 2021 after a fall of *3 percent* in 2020, and …"
    if opener == "from":  # "fell to 9 in 2021 from *12* in 2020"
        moved = before in _MOVED or before in movements()
        return moved or any(one.last == k for one in sentence.periods)
    if q.kind == "percent" and tokens.word[q.phrase_last] == "from":
        return True
    return opener in _AGAINST or (before == "compared" and opener in ("to", "with"))


def _is_base(sentence: Sentence, q: Quantity, match: Match, period: Period) -> bool:
    """ "rose 4 percent from a year earlier", "nine mines from 2010": since when it is."""
    words = sentence.tokens.word[period.first : period.last]
    changed = match.direction is not None or not leads(sentence, q, period)
    return changed and words[0] == "from" and _UNTIL.isdisjoint(words)


def _is_measured_against(sentence: Sentence, period: Period) -> bool:
    """ "A fifth more than the same month last year", "a third of the level of 2015"."""
    word, k = sentence.tokens.word, period.first - 1
    while k > 1 and (word[k] == "the" or word[k] in _ALIKE):
        k -= 1
    k -= k > 1 and word[k] in ("in", "during") and word[k - 1] == "than"
    before, led = sentence.tokens.at(k), word[period.first]
    if before == "on" and word[period.first - 2] in _MOVED and led not in calendar("weekday"):
        return True  # "14 percent up on the year before", but "blew up on Friday"
    if _is_base_of_change(word, period):
        return any(o.last <= period.first and o.kind in SHARED for o in sentence.scan.quantities)
    if before in _PERIODS:
        return not {"than", "from"}.isdisjoint(word[max(0, period.first - _SAME) : period.first])
    if before == "against" or (word[k - 1], before) in _COMPARED:
        return True  # "*Compared to a year earlier*, exports fell 9 percent"
    dated = year_like(led) or led in calendar("month") or tag(led)[0] in "da"
    if before in _ABOVE or (before == "on" and dated):
        # "9 percent above the same month last year", "up 9 percent on 2020"
        return any(one.phrase_last == k and one.kind in SHARED for one in sentence.scan.quantities)
    level = singular(sentence.tokens.at(period.first - 2))
    # "on the same month of 2018"
    same = sentence.tokens.at(period.first - 3) in _ALIKE and level in _PERIODS
    return before == "than" or (before == "of" and (same or level in _LEVELS))


def _is_base_of_change(word: list[str], period: Period) -> bool:
    """ "14 percent *over 2015*", "… over the *previous* year", "… over last year": no duration."""
    told = word[period.first + 1 : period.last]
    named = told[:1] == [period.start] or told[:1] == ["last"]
    return word[period.first] == "over" and (named or not _BEFORE.isdisjoint(told))


def _is_compared(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "gave $9 million, double what it gave in 2010", "a third, *rising from* little in 2010"."""
    if period.first <= q.phrase_last:  # "90 died in May, *against* | 40 in the war years"
        lead = (*sentence.tokens.word[max(0, q.phrase_first - 2) : q.phrase_first],)
        return period.last <= q.first and (lead in _COMPARED or lead[1:] == ("against",))
    gap = sentence.tokens.word[q.phrase_last : period.first]
    if gap[-1:] == ["than"] or gap[-2:-1] == ["than"]:  # but "and more than 90 others in May"
        return True
    if "than" in gap and gap[gap.index("than") + 1] in IT | {"the"}:
        return True  # "£88 million, a third less than it gave a year ago"
    moved = (one == "from" and led in movements() for led, one in pairwise(gap))
    return not (_COMPARING.isdisjoint(gap) and _UP_FROM.isdisjoint(pairwise(gap))) or any(moved)


def _is_of_included(sentence: Sentence, q: Quantity, period: Period) -> bool:
    """ "90 lost, including 40 since 2005", "40 of them in May", "along with 9 lent in May"."""
    word = sentence.tokens.word
    return any(
        (one.last < period.first and not _ADDING.isdisjoint(word[one.first - 3 : one.first]))
        or (
            tuple(word[one.last : one.last + 2]) in OF_THEM
            and "," not in word[one.last : period.first]
        )
        or (
            word[one.phrase_first - 1] in _INCLUDED
            and (period.first - one.phrase_last in (0, 1) or word[one.phrase_last] in WHO_OR_WHICH)
        )
        for one in sentence.scan.quantities
        if q.last < one.first < period.first
    )
