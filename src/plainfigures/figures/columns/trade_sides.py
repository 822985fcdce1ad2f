"""Sides: the two between which trade goes ("trade *between Kenya and Uganda*")."""

from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.trade.amounts import TRADED
from plainfigures.figures.trade.goods import is_land
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.phrases import phrase_right
from plainfigures.prose.words.lexicon import nouns, singular
from plainfigures.prose.words.tokens import DASHES, Tokens

_FURTHEST = 40
# Within so many tokens behind "a third of" stands the trade that it is of.
_WHOLE = 4
# Within so many behind what moves goods stands from where it does.
_MOVED = 5
_FLOWS = frozenset(("export", "import", "shipment"))


def moved_side(reading: ColumnReading) -> Span | None:
    """Whose trade it is by how goods before a percentage of it are moved.

    "Tea was shipped *from Kenya* to Mali, or 9 percent of exports", "*to Mali*, … of imports".
    """
    tokens, word = reading.tokens, reading.tokens.word
    named = [noun for noun in map(singular, word) if noun in _FLOWS]
    for k in range(reading.q.first if named else 0):
        if word[k] != "from" or TRADED.isdisjoint(word[max(0, k - _MOVED) : k]):
            continue
        sender = phrase_right(tokens, k + 1)
        to = tokens.size if sender is None else sender[1]
        taker = phrase_right(tokens, to + 1) if tokens.at(to) == "to" else None
        if sender and taker and all(is_land(tokens, s[0], s[1] - s[0]) for s in (sender, taker)):
            return taker if named[-1] == "import" else sender
    return None


def two_sides(reading: ColumnReading) -> tuple[Span, Span] | None:
    """ "trade between Kenya and Uganda": both sides, where the percentage has no nearer trade."""
    tokens, q = reading.tokens, reading.q
    if forms(nouns("trade")).isdisjoint(tokens.word):
        return None
    end = past_trade(tokens, q.last)
    if end > q.last:  # "a third of trade | between Kenya and Uganda"
        return _sides(tokens, end - 1)
    for k in range(q.phrase_first - 1, max(-1, q.phrase_first - _FURTHEST), -1):
        if tokens.word[k] == ";":
            return None
        if singular(tokens.word[k]) in nouns("trade"):
            return _sides(tokens, k)
    return None


def past_trade(tokens: Tokens, k: int) -> int:
    """The token behind the trade that a percentage is of: "a third | of its exports", or `k`."""
    whole = range(k + 1, min(k + _WHOLE, tokens.size)) if tokens.at(k) == "of" else ()
    return next((j + 1 for j in whole if singular(tokens.word[j]) in nouns("trade")), k)


def _sides(tokens: Tokens, k: int) -> tuple[Span, Span] | None:
    """Both sides of the trade at token `k`: "trade *between Chad and Mali*", "*EU-Chad* trade"."""
    if singular(tokens.word[k]) not in nouns("trade"):
        return None
    pair = _hyphened(tokens, k)
    if pair is not None or tokens.at(k + 1) != "between":
        return pair
    span = phrase_right(tokens, k + 2)
    if span is None:
        return None
    ends = [j for j in range(span[0], span[1] + 1) if tokens.at(j) == "and"]
    second = phrase_right(tokens, ends[0] + 1) if len(ends) == 1 else None
    while second is not None and second[0] + 1 < second[1] and not tokens.capital(second[0]):
        second = second[0] + 1, second[1]  # "its neighbour Chad"
    return None if second is None else ((span[0], ends[0]), second)


def _hyphened(tokens: Tokens, k: int) -> tuple[Span, Span] | None:
    """ "*EU*-*Chad* trade": the countries before a trade noun that a hyphen joins."""
    second = next((size for size in (2, 1) if is_land(tokens, k - size, size)), 0)
    dash = k - second - 1
    whole = k > 2 and is_land(tokens, k - 3, 3)  # "*Asia-Pacific* trade"
    if not second or whole or tokens.at(dash) not in DASHES or not tokens.tight(dash):
        return None
    first = next((size for size in (2, 1) if is_land(tokens, dash - size, size)), 0)
    return ((dash - first, dash), (dash + 1, k)) if first else None
