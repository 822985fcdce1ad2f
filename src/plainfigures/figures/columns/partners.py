"""With whom the reporter trades."""

from plainfigures.figures.actors import is_actor
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.columns.trade import two_sides
from plainfigures.figures.forms import forms
from plainfigures.figures.phrases import (
    before_verb,
    code_of,
    holder_of_role,
    name_ending,
    phrase_right,
    subject_ending,
)
from plainfigures.prose.lexicon import nouns, singular, tag, verb_lemmas
from plainfigures.prose.names import in_name
from plainfigures.prose.tokens import Tokens
from plainfigures.prose.years import year_like

_SHARES = frozenset("share part proportion portion".split())
_TAKERS = frozenset(
    "take buy account absorb represent make supply purchase come rank follow remain".split()
)
_ROLES = frozenset(
    "partner customer buyer purchaser client supplier market destination source".split()
)
_HOLDING = _SHARES | _TAKERS | _ROLES | {"that"}
_TO = frozenset("to with from between".split())
_PARTS = frozenset((";", "and", "while", "but", "whereas"))
_MARKS = frozenset((":", "-", "\u2013", "\u2014"))
_LINKS = frozenset("to from in ( + - \u2013 , or up down by nearly almost about a of".split())


def partner(reading: ColumnReading) -> Value:
    """With whom: after "to", "with" or "from", the owner of a share, or the taker of one.

    Percentages with but a link between them ("from 11 to 9", "doubled (+112%)"), or at least
    no name and no trade ("38 percent, had sunk to 14"), have one partner.
    """
    quantities = reading.sentence.scan.quantities
    sides = two_sides(reading)
    if sides is not None:
        return reading.words(sides[1], "second side of the trade")
    index = _linked(reading)
    first = quantities[index].phrase_first
    floor = quantities[index - 1].phrase_last if index else 0
    following = quantities[reading.index + 1 : reading.index + 2]
    ceiling = following[0].phrase_first if following else reading.tokens.size
    return (
        _joined(reading, range(first - 1, floor - 1, -1), first + 1, "before, after")
        or _holder(reading, floor, first)
        or _bare(reading, floor, first)
        or _joined(reading, range(reading.q.phrase_last, ceiling), ceiling, "after")
    )


def _linked(reading: ColumnReading) -> int:
    """The first of the percentages that end with this one and have one partner."""
    tokens, quantities = reading.tokens, reading.sentence.scan.quantities
    word = tokens.word
    index = reading.index
    while index:
        low, high = quantities[index - 1].phrase_last, quantities[index].phrase_first
        gap = word[low:high]
        if not gap or gap == [","]:
            break
        if index == reading.index and _in_apposition(reading, low, high):
            index -= 1
            continue
        if not (_links(gap) or _shares_verb(gap) or _goes_on(tokens, low, high)):
            break
        index -= 1
    return index


def _in_apposition(reading: ColumnReading, low: int, high: int) -> bool:
    """ "came to 3,400 tonnes last year, a rise of 12 percent": a change of what is before it."""
    tokens, trigger = reading.tokens, reading.match.trigger
    if trigger is None or not low < trigger.first < high:
        return False
    comma = trigger.first - 1
    while comma > low and tag(tokens.word[comma])[0] in "da":
        comma -= 1
    if tokens.word[comma] != "," or not _LINKS.issuperset(tokens.word[trigger.last : high]):
        return False
    return not any(tokens.word[k] in _PARTS or in_name(tokens, k) for k in range(low, comma))


def _goes_on(tokens: Tokens, low: int, high: int) -> bool:
    """Whether a verb, but no name and no other trade stands between two percentages."""
    verb = False
    for k in range(low, high):
        word = tokens.word[k]
        if word in _PARTS or in_name(tokens, k) or singular(word) in nouns("trade"):
            return False
        verb = verb or tag(word).startswith("v")
    return verb


def _links(gap: list[str]) -> bool:
    """Whether words say no more than that another percentage of the same comes ("in 2010 to")."""
    return all(word in _LINKS or year_like(word) for word in gap)


def _shares_verb(gap: list[str]) -> bool:
    """ "accounts for 9 percent of imports and 7 percent": two shares of one holder."""
    inside = all(tag(word).split(",")[0] in ("n", "ns", "a", "d") for word in gap[1:-1])
    return gap[0] == "of" and gap[-1] == "and" and inside


def _joined(reading: ColumnReading, places: range, limit: int, rule: str) -> Value:
    tokens = reading.tokens
    for k in places:
        if tokens.word[k] == ";":
            return None
        if tokens.word[k] in _TO:
            span = phrase_right(tokens, k + 1)
            if span is not None and span[1] <= limit and not _is_reporter(reading, span):
                return reading.words(span, f"{rule} {tokens.word[k]}")
    return None


def _is_reporter(reading: ColumnReading, span: Span) -> bool:
    return reading.sentence.words(*span) == reading.row.get("reporter")


def _holder(reading: ColumnReading, floor: int, first: int) -> Value:
    """ "Russia's share of its imports", "Germany took 22 percent", "China is the main market"."""
    tokens = reading.tokens
    holding = forms(_HOLDING)
    for k in range(first - 1, floor - 1, -1):
        if tokens.word[k] == ";":
            return None
        if tokens.word[k] not in holding:
            continue
        span = _of_share(reading, k) or _taker(reading, k) or _in_role(tokens, k)
        if span is not None and span[0] >= floor and not _is_reporter(reading, span):
            return reading.words(span, "holder of the share")
    return None


def _of_share(reading: ColumnReading, k: int) -> Span | None:
    """ "Russia's share", "the share of China in", "that of India"."""
    tokens = reading.tokens
    word = tokens.word
    share = singular(word[k]) in _SHARES
    if share and k > 1 and word[k - 1] in ("'s", "'"):
        return name_ending(tokens, k - 2)
    if (share or word[k] == "that") and tokens.at(k + 1) == "of":
        span = phrase_right(tokens, k + 2)
        if span is not None and (word[k] == "that" or code_of(reading.sentence.words(*span))):
            following = tag(tokens.at(span[1])).split(",")[0]
            return None if following in ("n", "ns") else span
    return None


def _taker(reading: ColumnReading, k: int) -> Span | None:
    """ "France still buys", "the union took": the subject of a verb of taking."""
    tokens = reading.tokens
    if _TAKERS.isdisjoint(verb_lemmas(tokens.word[k])) or not tokens.raw[k].islower():
        return None
    at = before_verb(tokens, k)
    if at >= 0 and is_actor(tokens.word[at]):
        return subject_ending(reading.sentence, at)
    return name_ending(tokens, at)


def _in_role(tokens: Tokens, k: int) -> Span | None:
    """ "China is the main market"."""
    return holder_of_role(tokens, k) if singular(tokens.word[k]) in _ROLES else None


def _bare(reading: ColumnReading, floor: int, first: int) -> Value:
    """ "and the EU 8.2 percent", "followed by Malta with 11 percent", "and Chad (7 percent)"."""
    tokens = reading.tokens
    bracket = tokens.at(first - 1) == "("
    end = first - 1 if bracket or tokens.at(first - 1) in ("with", "at") else first
    j = end - 1
    while j >= max(floor, 1) and tokens.raw[j][0].isupper():
        j -= 1
    listed = floor or (bracket and j) or tokens.at(j) in _MARKS  # "Partners: Malta 11%"
    if listed and j + 1 < end and tokens.raw[j + 1][0].isupper():
        span = phrase_right(tokens, j + 1)
        if span is not None and span[1] <= end:
            return reading.words(span, "name before the number")
    return None
