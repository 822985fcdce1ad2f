"""Categories of a closed set, looked up from the words of the phrase, then of the sentence."""

from plainfigures.figures.categories import CategoryIndex, Found
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.prose.lexicon import tag

_FURTHEST = 60.0
_AFTER = ("of whom", "of them", "of which", "of these", "all among", "among")


def category(reading: ColumnReading, index: CategoryIndex) -> Value:
    """The category of the phrase or of what is said of it; in a wider scope the nearest one."""
    sentence = reading.sentence
    joined = reading.choice.options.get("joined")
    for first, last in _spans(reading, bool(joined)):
        found = index.find(reading.tokens, first, last)
        if not found:
            continue
        if joined and len({one.category for one in found}) > 1:
            return str(joined), "both in the phrase"
        one = found[-1] if len({each.category for each in found}) > 1 else found[0]
        return one.category, f"phrase: {sentence.words(one.first, one.last)}"
    if reading.choice.options.get("scope") == "phrase":
        return None
    best = _nearest(reading, index, 0.0)
    return (
        None
        if best is None
        else (best.category, f"sentence: {sentence.words(best.first, best.last)}")
    )


def flow(reading: ColumnReading, index: CategoryIndex) -> Value:
    """The flow of the nearest trade word, one before the number preferred."""
    best = _nearest(reading, index, 3.0)
    if best is None:
        return None
    return best.category, f"nearest trade word: {reading.sentence.words(best.first, best.last)}"


def _nearest(reading: ColumnReading, index: CategoryIndex, behind: float) -> Found | None:
    best, cost = None, _FURTHEST
    q = reading.q
    named = reading.sentence.named
    if index.column not in named:
        named[index.column] = index.find(reading.tokens)
    for one in named[index.column]:
        if one.first < q.last and one.last > q.first:
            continue
        away = reading.sentence.distance(q, one.first, one.last) - 0.5 * (one.last - one.first)
        if one.first > q.last:
            away += behind
        if away < cost:
            best, cost = one, away
    return best


def _spans(reading: ColumnReading, joined: bool) -> list[Span]:
    """The phrase, with its aside where categories may be joined, and the noun after "of whom"."""
    q, word = reading.q, reading.tokens.word
    spans = [(q.phrase_first, apposition(reading) if joined else q.phrase_last)]
    after = word[q.phrase_last : q.phrase_last + 5]
    if " ".join(after[:2]) in _AFTER:
        spans.append((q.phrase_last, min(len(word), q.phrase_last + 5)))
    elif after[:3] in ([",", "all", "among"], [",", "all", "of"]):
        spans.append((q.phrase_last, min(len(word), q.phrase_last + 7)))
    return spans


def apposition(reading: ColumnReading) -> int:
    """The end of an aside right after the phrase (", both servicemen and civilians,")."""
    word, n = reading.tokens.word, reading.tokens.size
    j = reading.q.phrase_last
    if j >= n or word[j] != ",":
        return j
    for k in range(j + 1, min(n, j + 10)):
        if word[k] == ",":
            return k
        if word[k][0].isdecimal() or tag(word[k]) in ("vd", "m"):
            break
    return j
