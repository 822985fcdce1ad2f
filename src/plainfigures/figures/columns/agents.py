"""Who did what the figure counts, and under which programme."""

from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.grammar.actors import actor_right, is_actor
from plainfigures.figures.grammar.subjects import verb_subject
from plainfigures.figures.triggers.forms import forms
from plainfigures.figures.triggers.phrases import name_right
from plainfigures.figures.triggers.triggers import ACTING
from plainfigures.prose.words.closed import PARTS
from plainfigures.prose.words.helpers import BE, HAVING
from plainfigures.prose.words.lexicon import nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.tokens import Tokens

_BE = BE | {"still"}
_REACH = 12
# The most words of a phrase that is no more than a verb.
_WORDS = 2
_JOINED = frozenset("of on for the and".split())


def agent(reading: ColumnReading) -> Value:
    """The subject of the verbs that the definition names, or what follows "by"."""
    tokens = reading.tokens
    word = tokens.word
    best: tuple[float, Span, str] | None = None
    for k in _verbs(reading):
        by = _by(tokens, k)
        span = None
        if by is not None:
            span = name_right(tokens, by + 1) or actor_right(tokens, by + 1)
            if span is not None and tokens.at(span[1]) == "-":  # "by *Chadian*-backed rebels"
                backed = actor_right(tokens, span[1] + 1)
                span = None if backed is None else (span[0], backed[1])
        elif k and tag(word[k]).startswith(("vd", "v")) and word[k - 1] not in _BE:
            span = verb_subject(reading.sentence, _finite(tokens, k))
        if span is None:
            continue
        away = reading.sentence.distance(reading.q, k, k + 1)
        if best is None or away < best[0]:
            best = (away, span, word[k])
    return None if best is None else reading.words(best[1], f"agent of {best[2]}")


def _verbs(reading: ColumnReading) -> list[int]:
    """The tokens of the verbs that the definition names, and of those of its measures."""
    options, word = reading.choice.options, reading.tokens.word
    named, measures = options["verbs"], options.get("measures", ())
    meant = forms(tuple(named))
    found = {
        k for k, form in enumerate(word)
        if form in meant and any(lemma in named for lemma in verb_lemmas(form))
    }  # fmt: skip
    for t in reading.sentence.triggers:
        if t.measure in measures and t.kind in ACTING and tag(word[t.first])[0] == "v":
            # "put down", "lay mines", but no "fields *contaminated with* mines", "*be left*"
            does = t.lemma.count(" ") < _WORDS and word[t.first] not in BE
            if does and reading.tokens.at(t.last) != "with" and not t.lemma.endswith(" with"):
                found.add(t.first)
    return sorted(found)


def _finite(tokens: Tokens, verb: int) -> int:
    """ "*admits* to having laid", "are *thought* to have laid": the verb that has the subject."""
    told = verb > 2 and tokens.word[verb - 1] in HAVING and tokens.word[verb - 2] in ("to", "of")
    return verb - 3 if told else verb


def _by(tokens: Tokens, verb: int) -> int | None:
    """The "by" of a passive, with a place or a time between ("laid along the border by rebels")."""
    for k in range(verb + 1, min(tokens.size, verb + _REACH)):
        word = tokens.word[k]
        if word == "by":
            return k
        if word in PARTS or tag(word).split(",")[0] in ("v", "vd", "m"):
            return None
    return None


def programme(reading: ColumnReading) -> Value:
    """The plan, programme or agreement that stands nearest, a name before a common noun."""
    tokens = reading.tokens
    best: tuple[float, Span] | None = None
    meant = forms(nouns("programme"))
    for k in [k for k, form in enumerate(tokens.word) if form in meant]:
        if singular(tokens.word[k]) not in nouns("programme") or _plans(tokens, k):
            continue
        span = _named(tokens, k)
        if span is None:
            continue
        away = reading.sentence.distance(reading.q, *span)
        away -= 8.0 if tokens.raw[span[0]][0].isupper() else 0.0
        if best is None or away < best[0]:
            best = (away, span)
    return None if best is None else reading.words(best[1], "programme in the sentence")


def _plans(tokens: Tokens, k: int) -> bool:
    """ "the High Commissioner *plans to help*": a verb."""
    if tokens.at(k + 1) != "to" or not tokens.raw[k].islower() or k == 0:
        return False
    doer = tokens.capital(k - 1) or is_actor(tokens.word[k - 1])
    return doer and tag(tokens.at(k + 2) or ".")[0] == "v"


def _named(tokens: Tokens, k: int) -> Span | None:
    """The phrase around a programme noun; None where the noun stands alone and small."""
    word, raw, n = tokens.word, tokens.raw, tokens.size
    first = k
    while first > 0 and _leads(tokens, first - 1):
        first -= 1
    if first == k and (raw[k].islower() or (k == 0 and not tokens.capital(1))):
        return None
    last = k + 1
    while last + 1 < n:
        at = last + 1 + (word[last + 1] == "the")
        named = at < n and raw[at][0].isupper()
        if not (raw[last][0].isupper() or (word[last] in _JOINED and named)):
            break
        last += 1
    return first, last


def _leads(tokens: Tokens, k: int) -> bool:
    """Whether a word before a programme noun belongs to its phrase."""
    word = tokens.word[k]
    if word in ("the", "this", "a", "own"):
        return False  # nor "of their own accord"
    if word == "and":
        return k > 0 and tag(tokens.word[k - 1]).split(",")[0] in ("n", "a")
    if word == "-" or tokens.raw[k][0].isupper():
        return True
    return word[0].isalpha() and tag(word).split(",")[0] in ("a", "n", "vd")
