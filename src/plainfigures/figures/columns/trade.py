"""Whose trade it is, with whom, and which way it moved."""

from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.phrases import code_of, phrase_right
from plainfigures.prose.lexicon import countries, singular, tag, verb_lemmas
from plainfigures.prose.tokens import Tokens

_TRADE = frozenset("export import trade turnover shipment commerce".split())
_SHARES = frozenset("share part proportion portion".split())
_TAKERS = frozenset(
    "take buy account absorb represent make supply purchase come rank follow remain".split()
)
_TO = frozenset("to with from between".split())


def reporter(reading: ColumnReading) -> Value:
    """The owner of the trade ("Armenia's trade turnover", "Kenyan exports"), or the last one."""
    tokens = reading.tokens
    best: tuple[float, Span] | None = None
    for k in range(tokens.size):
        if singular(tokens.word[k]) not in _TRADE:
            continue
        for span in (_owner_before(tokens, k), _owner_after(reading, k)):
            if span is None:
                continue
            away = reading.sentence.distance(reading.q, *span)
            if best is None or away < best[0]:
                best = (away, span)
    if best is not None:
        return reading.words(best[1], "owner of the trade")
    for k in range(1, tokens.size):
        if {"export", "import"} & set(verb_lemmas(tokens.word[k])) and tokens.raw[
            k - 1
        ] in countries():
            return tokens.raw[k - 1], f"subject of {tokens.word[k]}"
    if reading.memory.reporter is not None:
        return reading.memory.reporter, "reporter before"
    return None


def _owner_before(tokens: Tokens, k: int) -> Span | None:
    """A country before a trade noun: a genitive, or the word for its people."""
    for j in range(k - 1, max(-1, k - 6), -1):
        word = tokens.word[j]
        if not (word[0].isalpha() or word in ("'s", "'", "-")):
            return None
        entry = countries().get(tokens.raw[j])
        if tokens.raw[j][0].isupper() and tokens.word[j + 1] in ("'s", "'"):
            return j, j + 1
        if entry is not None and any("adjective" in kind for kind in entry.kinds):
            return j, j + 1
        if word in ("of", "in", "to", "from", "with") or tag(word) in ("v", "vd", "c"):
            return None
    return None


def _owner_after(reading: ColumnReading, k: int) -> Span | None:
    """ "exports of Kenya", "the foreign trade of Adria"."""
    if reading.tokens.word[k + 1 : k + 2] != ["of"]:
        return None
    span = phrase_right(reading.tokens, k + 2, 4)
    return span if span is not None and code_of(reading.sentence.words(*span)) else None


def partner(reading: ColumnReading) -> Value:
    """With whom: after "to", "with" or "from", the owner of a share, or the taker of one."""
    q, quantities = reading.q, reading.sentence.scan.quantities
    floor = quantities[reading.index - 1].phrase_last if reading.index else 0
    following = quantities[reading.index + 1 : reading.index + 2]
    ceiling = following[0].phrase_first if following else reading.tokens.size
    return (
        _joined(
            reading, range(q.phrase_first - 1, floor - 1, -1), q.phrase_first + 1, "before, after"
        )
        or _holder(reading, floor)
        or _bare(reading, floor)
        or _joined(reading, range(q.phrase_last, ceiling), ceiling, "after")
    )


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


def _holder(reading: ColumnReading, floor: int) -> Value:
    """ "Russia's share of its imports", "Germany took 22 percent"."""
    tokens = reading.tokens
    for k in range(reading.q.phrase_first - 1, floor, -1):
        word = tokens.word[k]
        if word == ";":
            return None
        share = singular(word) in _SHARES and tokens.word[k - 1] in ("'s", "'")
        taker = not _TAKERS.isdisjoint(verb_lemmas(word)) and tokens.raw[k].islower()
        if not share and not taker:
            continue
        at = k - 2 if share else k - 1
        if (
            at < floor
            or not tokens.capital(at)
            or (at == 0 and tag(tokens.word[0]) not in ("n", ""))
        ):
            continue
        if not _is_reporter(reading, (at, at + 1)):
            return tokens.raw[at], "holder of the share"
    return None


def _bare(reading: ColumnReading, floor: int) -> Value:
    """ "and the EU 8.2 percent": a name right before a number that goes on with a list."""
    tokens, first = reading.tokens, reading.q.phrase_first
    j = first - 1
    while j > floor and tokens.raw[j][0].isupper():
        j -= 1
    if floor and j + 1 < first and tokens.raw[j + 1][0].isupper():
        span = phrase_right(tokens, j + 1)
        if span is not None:
            return reading.words(span, "name before the number")
    return None


def direction(reading: ColumnReading) -> Value:
    """The direction of the change word that triggered the measure."""
    match = reading.match
    if match.direction is None:
        return None
    return match.direction, f"change word {match.trigger.lemma if match.trigger else ''}".strip()
