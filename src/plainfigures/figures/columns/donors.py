"""Who gives the money: after "from" or "by", the subject of the giving, or the speaker."""

from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.context import attribution_of
from plainfigures.figures.phrases import named, phrase_right, polity, verb_subject
from plainfigures.prose.lexicon import countries, tag

_AFTER = frozenset("from by donated provided".split())
_BORDERS = frozenset((";", "while", "but"))


def donor(reading: ColumnReading) -> Value:
    """The donor, by the first of its rules that finds one."""
    found = _elided(reading) or _after(reading)
    if found is not None or reading.match.measure in reading.choice.options.get("taken", ()):
        return found
    return _giver(reading) or _adjective(reading) or _speaker(reading)


def _elided(reading: ColumnReading) -> Value:
    """ "Norway committed NOK 80 million, Canada C$5m": a name right before a later sum."""
    first = reading.q.phrase_first
    if not reading.index or first < 2 or not reading.tokens.capital(first - 1):
        return None
    if reading.tokens.word[first - 2] not in (",", "and"):
        return None
    return reading.words((first - 1, first), "name before the sum")


def _after(reading: ColumnReading) -> Value:
    """ "$5 million from Japan", "…, donated by Germany"."""
    tokens, q = reading.tokens, reading.q
    word, n = tokens.word, tokens.size
    others = {other.first for other in reading.sentence.scan.quantities if other is not q}
    for k in range(q.last, min(n - 1, q.last + 14)):
        if word[k] in (";", ".") or k in others:
            break
        if word[k] in _AFTER:
            span = phrase_right(tokens, k + 2 if word[k + 1] == "by" else k + 1)
            glued = span is not None and any(
                tokens.tight(m) and tokens.raw[m][0].isdecimal()
                for m in range(span[0], min(n, span[1] + 1))
            )
            if span is not None and not glued:
                return reading.words(span, f"after {word[k]}")
    return None


def _giver(reading: ColumnReading) -> Value:
    """The subject of the trigger, or of any verb between a border and the amount."""
    tokens, q, trigger = reading.tokens, reading.q, reading.match.trigger
    word = tokens.word
    if trigger is not None and trigger.kind in ("verb", "phrase") and trigger.last <= q.first:
        span = verb_subject(reading.sentence, trigger.first)
        if span is not None:
            return reading.words(span, f"subject of {word[trigger.first]}")
    for k in range(q.first - 1, max(-1, q.first - 12), -1):
        if word[k] in _BORDERS:
            break
        if tag(word[k]) in ("v", "vd", "vd,v") and not tokens.raw[k][0].isupper():
            span = verb_subject(reading.sentence, k)
            if span is not None:
                return reading.words(span, f"subject of {word[k]}")
    return None


def _adjective(reading: ColumnReading) -> Value:
    """ "a $5 million Japanese grant"."""
    for k in range(reading.q.last, min(reading.tokens.size, reading.q.last + 3)):
        entry = countries().get(reading.tokens.raw[k])
        if entry is not None and any("adjective" in kind for kind in entry.kinds):
            return reading.tokens.raw[k], "nationality of the grant"
    return None


def _speaker(reading: ColumnReading) -> Value:
    one = attribution_of(reading.sentence, reading.q)
    if one is None:
        return None
    if one.pronoun:
        return (
            None if reading.memory.speaker is None else (reading.memory.speaker, "speaker before")
        )
    span = polity(reading.tokens, one.first, one.last)
    return reading.words(span, "speaker") if named(reading.tokens, *span) else None
