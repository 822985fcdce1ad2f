"""Whose a gift is: "Norway's grant", "a gift of the people of Malta", "Malta, whose $75,000"."""

from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.grammar.actors import is_actor
from plainfigures.figures.grammar.subjects import subject_ending, verb_subject
from plainfigures.figures.triggers.match import BUDGETED
from plainfigures.figures.triggers.phrases import is_verb, phrase_right
from plainfigures.prose.words.closed import TURNS
from plainfigures.prose.words.lexicon import countries, nouns, singular, tag

_FAR = 12
_TIMES = frozenset("today yesterday year month week".split())


def possessor(reading: ColumnReading) -> Value:
    """ "Norway's grant of $5 million", "a gift of the people of Malta", "whose *budget* sets"."""
    tokens, first = reading.tokens, reading.q.phrase_first
    owned = nouns("gift") | {"budget" if reading.match.rule == BUDGETED else "payment"}
    word = tokens.word
    if tokens.at(first - 1) == "whose":  # "among them Malta, *whose* | $75,000"
        k = last = first - 1 - (tokens.at(first - 2) == ",")
        k = tokens.name_start(k)
        return None if k == last else reading.words((k, last), "owner of the sum")
    if tokens.at(first - 1) in ("'s", "'") and is_gift(reading):  # "Norway's | $5 million pledge"
        span = subject_ending(reading.sentence, first - 2)
        return None if span is None else reading.words(span, "owner of the sum")
    floor = reading.sentence.scan.quantities[reading.index - 1].last if reading.index else 0
    for k in range(first - 1, max(floor, first - _FAR) - 1, -1):
        if word[k] in TURNS:
            break
        if singular(word[k]) not in owned or tokens.capital(k + 1):
            continue  # nor "the Asian Relief Bank"
        if is_actor(word[k + 1]):
            continue  # nor "Danish aid groups"
        if tokens.capital(k) and tokens.capital(k - 1):
            continue  # nor "Danish Aid"
        led = word[k + 1] == "from" or (word[k + 1] == "of" and word[k] != "relief")
        span = phrase_right(tokens, k + 2) if led else None
        if span is not None and span[1] <= first:
            return reading.words(span, f"after {word[k]} {word[k + 1]}")
        span = _owner(reading, k)
        if span is not None:
            return reading.words(span, f"owner of the {word[k]}")
    if floor and word[0] == "of" and "," in word[:_FAR]:  # "*Of Chad's* grant, $9 will go to …"
        gifts = (k for k in range(word.index(",")) if singular(word[k]) in nouns("gift"))
        span = _owner(reading, next(gifts, 0))
        return None if span is None else reading.words(span, "owner of the whole")
    return None


def is_gift(reading: ColumnReading) -> bool:
    """Whether a sum describes the noun of a gift behind it ("| $5 million food aid |")."""
    tokens, k = reading.tokens, reading.q.phrase_last
    while k < tokens.size - 1 and tag(tokens.word[k]).split(",")[0] in ("a", "n"):
        if singular(tokens.word[k]) in nouns("gift"):
            return True
        k += 1
    return False


def _owner(reading: ColumnReading, gift: int) -> Span | None:
    """Whose the gift at token `gift` is, over the words that describe it."""
    tokens = reading.tokens
    k = gift - 1
    while k >= 0 and gift - k < 4:
        entry = countries().get(tokens.raw[k])
        if entry is None and tag(tokens.word[k]).split(",")[0] not in ("a", "n"):
            break
        if entry is not None and any("adjective" in kind for kind in entry.kinds):
            named = (j for j in range(k + 1, gift) if not tokens.capital(j))
            return k, next(named, gift)  # "*European Union* pledges"
        k -= 1
    if k < 1:
        return None
    if tokens.word[k] in ("'s", "'"):
        if tokens.word[k - 1] in _TIMES:
            return None  # "including today's gift"
        span = subject_ending(reading.sentence, k - 1)
        if span is not None and tag(tokens.word[span[0]])[0] == "r":
            span = tokens.name_start(span[1]), span[1]  # "will duly increase *Norway's* aid"
        return span if span is None or span[0] < span[1] else None
    brings = k - 1  # "Norway gave $2 million, bringing | its total aid to $9 million"
    if tokens.word[k] in ("its", "their") and tokens.word[brings].endswith("ing") and brings > 1:
        verbs = range(brings - 2, 0, -1) if tokens.word[brings - 1] == "," else ()
        spans = (verb_subject(reading.sentence, j) for j in verbs if is_verb(tokens, j))
        return next((span for span in spans if span is not None), None)
    if tokens.word[k] == "whose":
        return subject_ending(reading.sentence, k - 2 if tokens.word[k - 1] == "," else k - 1)
    return None
