"""Scenes: when people came to harm of whom a sentence tells right after the attack or disaster."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from plainfigures.figures.grammar.context import Memory
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.rows.borders import is_of_dateline
from plainfigures.figures.rows.said import BOUNDS, says_when_said
from plainfigures.figures.rows.things import is_of_thing
from plainfigures.figures.triggers.fits import PEOPLE
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.periods.durations import TIME_UNITS
from plainfigures.prose.periods.period import Period
from plainfigures.prose.words.helpers import HAVE
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.sentences import sentences
from plainfigures.prose.words.stems import verb_forms

_STRIKING = tuple(
    "attack bomb shell raid storm ambush strike hit explode detonate burn collapse sink capsize "
    "crash derail overturn collide flood erupt fire shoot invade assault besiege massacre clash "
    "fight burst ram rocket strafe blast torch loot march enter happen fall capture seize "
    "overrun occupy retake".split()
)
_BY = frozenset("raider gunman attacker militant insurgent rebel troop soldier bomber".split())
# What struck at no one time, or has not yet.
_LATER = frozenset("will would shall might could should if has have is are lasted ended".split())
# Those who take people in tell of no harm.
_HOSTING = frozenset("take host shelter house receive accommodate welcome".split())
# How far back, and how many sentences before, it may be told.
_BACK, _NEAR = 400, 2
# How far from its start "It was *on Friday*." says when.
_IT_WAS = 3
_SEVERAL = frozenset("these those both such two three several all".split())
_THAT = frozenset(("that", "this", "these", "those"))


def before(
    text: str, memory: Memory, read: Callable[[int, int], Iterable[Sentence]]
) -> Iterator[Sentence]:
    """The sentences before one, nearest first; at the start of a paragraph of the one above."""
    low, start = memory.before
    low = max(low if low < start else memory.above, start - _BACK)
    for span in list(sentences(text, low, start))[-_NEAR:][::-1]:
        yield from read(*span)


def scene(
    sentence: Sentence, q: Quantity, match: Match, before: Iterable[Sentence]
) -> tuple[Sentence, Period] | None:
    """ "A bomb fell on the market *on Monday*. 40 died.": its sentence and time."""
    if q.unit not in PEOPLE or match.trigger is None or match.planned:
        return None
    if match.trigger.lemma.split()[0] in _HOSTING:
        return None
    word = sentence.tokens.word
    said = any(one.cue < q.first for one in sentence.attributions)  # "police said 40 had died"
    past = word if not said else [one for one in word if one != "had"]
    if not (HAVE | _LATER).isdisjoint(past) or _sums_up(word) or word[:2] == ["this", "time"]:
        return None
    if any(one.unit in TIME_UNITS for one in sentence.scan.quantities):
        return None  # "Nine years of war took 40 lives"
    if sentence.periods:
        return _clause_before(sentence, q)
    for one in before:
        if one.periods:
            period = one.periods[0] if len(one.periods) == 1 else None
            return (one, period) if period and _strikes(one, period, one.tokens.word) else None
    return None


def _clause_before(sentence: Sentence, q: Quantity) -> tuple[Sentence, Period] | None:
    """ "A bomb fell on the market *on Monday; 40 died*": the scene and its time."""
    word, period = sentence.tokens.word, sentence.periods[0]
    if len(sentence.periods) > 1 or ";" not in word[period.last : q.first]:
        return None
    struck = _strikes(sentence, period, word[: word.index(";", period.last)])
    return (sentence, period) if struck else None


def _sums_up(word: list[str]) -> bool:
    """ "*These wars* drove out a million": told of more than the last of them."""
    events = nouns("event")
    return any(one in _SEVERAL and singular(then) in events for one, then in pairwise(word))


def _strikes(one: Sentence, period: Period, word: list[str]) -> bool:
    """Whether a sentence tells that something struck at one time of its own."""
    led = word[period.first]
    if word[:2] == ["it", "was"] and period.first <= _IT_WAS and period.last >= len(word) - 1:
        return True  # "It was on Friday."
    if period.role != "period" or led in BOUNDS or led in _THAT or is_of_thing(one, period):
        return False
    if is_of_dateline(one.tokens, period):
        return False
    past = word if not one.attributions else [form for form in word if form != "had"]
    if not (_LATER | HAVE).isdisjoint(past) or says_when_said(one, period, None):
        return False
    verbs, events = verb_forms(_STRIKING), nouns("event") | _BY
    for k, form in enumerate(word):
        acts = form in verbs and tag(form)[0] == "v" and not form.endswith("ing")
        named = form in verbs or singular(form) in events
        # no "book about the siege"
        named = named and not any(tag(led)[0] == "p" for led in word[max(0, k - 2) : k])
        if (acts or named) and not period.first <= k < period.last:
            return True
    return False
