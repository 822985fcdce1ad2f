"""Where a share or change is measured, right behind it: "12 percent *in Chad*", "4 *in Mali*"."""

from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.trade.bracketed import leader, opener
from plainfigures.figures.trade.goods import is_land, land_at, land_ending
from plainfigures.figures.trade.reach import PARTNERED
from plainfigures.figures.triggers.forms import forms
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.lexicon import nouns, tag
from plainfigures.prose.words.tokens import Tokens

_COMPARED = frozenset((("against",), ("than",), ("compared", "to"), ("compared", "with")))
_INCLUDING = frozenset(("including", "in", "for", ",", "and", ";"))
_IN = frozenset(("in", "for"))
_JOINS = frozenset(("and", "but", "while", "whereas"))
_POSTED = frozenset("recorded posted registered reported logged seen achieved enjoyed".split())
_NOUN = 3
_LIST = 2


def measured_in(reading: ColumnReading, alone: bool) -> Span | None:
    """The country behind a number that is told beside another, or in a list of such.

    Or the one that opens its clause. In a list and a clause only where the sentence names no other
    owner of the trade, so that it is `alone`.
    """
    span = _included(reading)
    span = span or ((_bracketed(reading) or _opening(reading)) if alone else None)
    if span is not None:
        return span
    span = _behind(reading, reading.q)
    listed = _has_partner(reading) or _is_listed(reading)  # "imports from Peru fell 9 *in Chad*"
    if span is None or not (_is_compared(reading) or (alone and listed)):
        return None
    return span


def _included(reading: ColumnReading) -> Span | None:
    """ "trade grew, including *in Chad* by 12 percent and *Mali* by 9": whose change it is."""
    tokens, k = reading.tokens, reading.q.phrase_first - 1
    if reading.match.direction is None or tokens.at(k) != "by":
        return None
    size = next((size for size in (3, 2, 1) if is_land(tokens, k - size, size)), 0)
    if not size or "including" not in tokens.word[:k]:
        return None
    before = tokens.at(k - size - 1)
    return (k - size, k) if before in _INCLUDING else None


def _bracketed(reading: ColumnReading) -> Span | None:
    """ "exports rose most *in Chad* (9%), *Mali* (4%)", "the growth recorded *by Chad* (9%)"."""
    tokens, scan = reading.tokens, reading.sentence.scan
    opens = opener(tokens, reading.q)
    size = land_ending(tokens, opens - 1) if opens > 0 else 0
    traded = not forms(nouns("trade")).isdisjoint(tokens.word)  # but "purchases rose in Chad (9%)"
    if not (size and traded) or reading.match.direction is None:
        return None
    first = opener(tokens, scan.quantities[leader(scan, reading.index)])
    lead = first - land_ending(tokens, first - 1) - 1
    lead -= tokens.word[lead] == "the"
    led = tokens.word[lead] == "in" or (
        tokens.word[lead] == "by" and tokens.word[lead - 1] in _POSTED
    )
    return (opens - size, opens) if led else None


def _opening(reading: ColumnReading) -> Span | None:
    """ "*In Chad*, oil makes up 80 percent": what opens the sentence, or the clause behind ";"."""
    tokens = reading.tokens
    first = reading.q.phrase_first
    start = next((k + 1 for k in range(first - 1, -1, -1) if _opens(tokens, k)), 0)
    if tokens.at(start) not in _IN:
        return None
    land = start + 1 + (tokens.at(start + 1) == "the")
    size = land_at(tokens, land)
    after = tokens.at(land + size)
    # "in Chad, oil", "in Chad they", "in Chad the share"
    return (land, land + size) if size and (after == "," or tag(after or ".")[0] in "do") else None


def _opens(tokens: Tokens, k: int) -> bool:
    """Whether a clause of its own begins behind token `k` (", and in Chad the share")."""
    if tokens.word[k] == ";":
        return True
    return tokens.word[k] in _JOINS and tokens.at(k - 1) == "," and tokens.at(k + 1) in _IN


def _is_listed(reading: ColumnReading) -> bool:
    """Whether several numbers of a sentence say where they are measured."""
    quantities = reading.sentence.scan.quantities
    return sum(_behind(reading, q) is not None for q in quantities) >= _LIST


def _behind(reading: ColumnReading, q: Quantity) -> Span | None:
    """ "12 percent *in Chad*", "a 4 percent rise *in Mali*", of a change "for Niger", too."""
    tokens, k = reading.tokens, q.phrase_last
    if reading.match.direction is not None:
        while k < q.phrase_last + _NOUN and tag(tokens.at(k) or ".")[0] == "n":
            k += 1
    changed = reading.match.direction is not None and tokens.at(k) == "for"
    if tokens.at(k) != "in" and not (changed and not _has_partner(reading)):
        return None
    first = k + 1 + (tokens.at(k + 1) == "the")
    size = land_at(tokens, first)
    after = tokens.at(first + size)
    follows = after in ("'s", "'") or tag(after or ".")[0] == "n"
    return None if not size or follows else (first, first + size)


def _has_partner(reading: ColumnReading) -> bool:
    """ "trade with Chad grew by 9 percent, against 4 *for Mali*": another partner, not an owner."""
    tokens = reading.tokens
    led = (k for k in range(reading.q.first) if tokens.word[k] in PARTNERED)
    return any(land_at(tokens, k + 1) for k in led)


def _is_compared(reading: ColumnReading) -> bool:
    """Whether a number is told beside another one ("against 52 percent")."""
    before = reading.tokens.word[max(0, reading.q.phrase_first - 3) : reading.q.phrase_first]
    while before and tag(before[-1])[0] == "d":
        before = before[:-1]
    return (*before[-1:],) in _COMPARED or (*before[-2:],) in _COMPARED
