"""Portions of a time: "the end of", "the first nine months of", "late", and the span they leave."""

from plainfigures.prose.words.closed import DETERMINERS
from plainfigures.prose.words.lexicon import calendar, numbers
from plainfigures.prose.words.tokens import Tokens

Span = tuple[str | None, str | None]

# What tells that those counted come on top of others.
FURTHER = frozenset("another further additional".split())
_NEAR = frozenset("early late mid earlier later small".split())
_DIVIDED = {"half": 6, "quarter": 3}
_MOST = 4


def lead(tokens: Tokens, first: int) -> int:
    """The first token of the portions before the words of time that begin at token `first`."""
    while True:
        before = _portion(tokens, first)
        if before == first:
            return first
        first = before


def _portion(tokens: Tokens, first: int) -> int:
    """The first token of the one portion before token `first`; `first` where there is none."""
    word = tokens.word
    if tokens.at(first - 1) in _NEAR:
        return first - 1
    if tokens.at(first - 1) == "-" and tokens.glued(first - 1):
        return first - 2 if tokens.at(first - 2) in (*_NEAR, "end") else first
    of = first - 1
    while tokens.at(of) in DETERMINERS:
        of -= 1
    head = of - 1
    if of < 1 or word[of] != "of":
        return first
    if word[head] in _DIVIDED:
        if tokens.at(head - 1) not in calendar("ordinal"):
            return first
    elif word[head] not in calendar("portion"):
        return first
    return ordered(tokens, head)


def ordered(tokens: Tokens, head: int) -> int:
    """The first token of the words that say which or how many before the noun `head`."""
    begin = head
    while head - begin < _MOST and _orders(tokens, begin - 1):
        begin -= 1
    return begin


def _orders(tokens: Tokens, i: int) -> bool:
    """Whether token `i` says which or how many ("first", "nine", "early")."""
    word = tokens.at(i)
    return word in calendar("ordinal") or word in _NEAR or word in numbers() or word[:1].isdecimal()


def narrowed(tokens: Tokens, first: int, last: int, span: Span) -> Span:
    """The span of a time without what the portion words in tokens first..last leave out."""
    start, end = span
    for k in range(last - 1, first - 1, -1):
        start, end = _left(tokens, k, first, (start, end))
    return start, end


def _left(tokens: Tokens, k: int, first: int, span: Span) -> Span:
    """What the portion word at token `k` leaves of the span of a year or of years."""
    start, end = span
    if start is None or end is None or len(start) != 4 or len(end) != 4:
        return span
    word = tokens.word[k]
    if word in ("end", "close"):
        return f"{end}-12", f"{end}-12"
    if word in ("start", "beginning"):
        return f"{start}-01", f"{start}-01"
    order = int(calendar("ordinal").get(tokens.at(k - 1), "0"))
    if start != end:
        return span
    if word in _DIVIDED and order and k > first:
        return months(start, order, _DIVIDED[word])
    if word == "months":
        return _months(tokens, k, first, start)
    return span


def months(year: str, order: int, size: int) -> Span:
    """The nth part of a year, of so many months; the last one by -1."""
    close = order * size if order > 0 else 12
    if close > 12:
        return year, year
    return f"{year}-{close - size + 1:02d}", f"{year}-{close:02d}"


def _months(tokens: Tokens, k: int, first: int, year: str) -> Span:
    """ "the first nine months of 2019"."""
    count = tokens.at(k - 1)
    order = calendar("ordinal").get(tokens.at(k - 2))
    kind, value = numbers().get(count, ("cardinal", count))
    if k - 2 < first or order not in ("1", "-1") or kind != "cardinal" or not value.isdecimal():
        return year, year
    return months(year, int(order), int(value)) if 0 < int(value) < 12 else (year, year)
