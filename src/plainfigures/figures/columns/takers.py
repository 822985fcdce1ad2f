"""Takers of a sum by what they do: who asks for it, signs for it, or takes it in its own clause."""

from plainfigures.figures.columns.given import deed, in_own_clause
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.columns.taking import GIVEN, asked_for, takes_at
from plainfigures.figures.grammar.actors import actor_right
from plainfigures.figures.grammar.lending import LENT
from plainfigures.figures.grammar.subjects import verb_subject
from plainfigures.figures.triggers.phrases import code_of, name_right, phrase_right
from plainfigures.prose.words.bearers import names_country
from plainfigures.prose.words.closed import SUBJECTS
from plainfigures.prose.words.lexicon import countries, nouns, singular, tag, verb_lemmas
from plainfigures.prose.words.stems import verb_forms
from plainfigures.prose.words.tokens import Tokens

_NEAR, _BESIDE = 14, 5
_SIGNING, _LEADING = verb_forms(("sign", "conclude", "ink")), frozenset("to for in with".split())
_WIDE = frozenset("valley delta peninsula plateau".split())


def two_parties(reading: ColumnReading) -> tuple[Span, Span] | None:
    """ "*Oslo* and *Mali* signed a grant of $9 million": the giver and the taker; a bank gives."""
    word, raw = reading.tokens.word, reading.tokens.raw
    verb = next((k for k in range(reading.q.last - 1, 0, -1) if word[k] in _SIGNING), 0)
    span = verb_subject(reading.sentence, verb) if "and" in word[:verb] else None
    if span is None or word[slice(*span)].count("and") != 1 or ";" in word[verb : reading.q.first]:
        return None
    k = word.index("and", *span)
    one, two = (span[0], k), (k + 1 + (word[k + 1] == "the"), span[1])
    name = reading.sentence.words(*two) or ""
    near = range(verb, min(len(raw), reading.q.phrase_last + _BESIDE))
    other = any(word[k - 1] in _LEADING and raw[k] in countries() for k in near)
    if other or not (code_of(name) or name.isupper() or word[two[1] - 1] in nouns("body")):
        return None  # "signed a deal with Chad", "the Ministry of Finance and Planning"
    return (two, one) if name.endswith(("Bank", "IMF", "Monetary Fund")) else (one, two)


def party(reading: ColumnReading) -> Value:
    """ "The bank signed a loan agreement with *Chad* worth $5 million": whose it is."""
    tokens, first, both = reading.tokens, reading.q.phrase_first, two_parties(reading)
    if both is not None:
        return reading.words(both[1], "second party")
    if reading.row.get("donor") is None or reading.row["donor"] in countries():
        return None
    papers = [singular(word) in nouns("paper") for word in tokens.word[:first]]
    for k in (reading.q.phrase_last, *range(first - 2, max(0, first - _NEAR), -1)):
        signed = papers[k - 1] if k < first else any(papers[-_BESIDE:])
        if tokens.at(k) == "with" and signed:
            span = phrase_right(tokens, k + 1) or actor_right(tokens, k + 1)
            country = span is not None and code_of(reading.sentence.words(*span)) is not None
            country = country or (span is not None and tokens.raw[span[1] - 1].islower())
            return reading.words(span, "whom it is agreed with") if span and country else None
    return None


def told_of(reading: ColumnReading) -> Value:
    """ "the $9 million that *Chad* received", "which Malta had promised *Mali*": who takes it."""
    tokens, (span, verb) = reading.tokens, in_own_clause(reading)
    if span is None or verb >= tokens.size:
        return None
    if takes_at(tokens, verb):
        told = tokens.word[span[0]] in SUBJECTS
        return None if told else reading.words(span, f"subject of {tokens.word[verb]}")
    verb = deed(tokens, verb)
    to = tokens.at(verb + 1) == "to"  # "that it gave to *Mali*"
    given = verb in reading.sentence.verb_triggers
    given = given if to else given and not GIVEN.isdisjoint(verb_lemmas(tokens.word[verb]))
    at = verb + 1 + to
    taker = name_right(tokens, at) or actor_right(tokens, at) if given else None
    return reading.words(taker, f"object of {tokens.word[verb]}") if taker else None


def asker(reading: ColumnReading) -> Value:
    """ "*Chad* has asked the bank for $9 million", "With a loan of $4 million *Chad* will pave"."""
    tokens, t, k = reading.tokens, reading.match.trigger, reading.q.phrase_last
    if t is None:
        return None
    if asked_for(tokens, reading.q, t) is not None:
        span = verb_subject(reading.sentence, t.first)
    elif tokens.word[0] == "with" and not LENT.isdisjoint(tokens.word[t.first : t.last]):
        span = phrase_right(tokens, k + (tokens.at(k) == ","))
    else:
        return None
    taker = None if span is None else reading.words(span, "who asks for it")
    return taker if taker is not None and (lasts(taker[0]) or code_of(taker[0])) else None


def land_of(tokens: Tokens, k: int) -> Span | None:
    """ "$5 million to *the coast*": a part of a country without its name."""
    land = tokens.at(k) == "the" and (tokens.at(k + 1) in nouns("area") | _WIDE)
    return (k + 1, k + 2) if land and tag(tokens.at(k + 2) or ".")[0] in "xpcv" else None


def lasts(taker: str) -> bool:
    """Whether later sums are for a taker, too: a land, or a place ("the coast"); no body."""
    return names_country(taker) or singular(taker.split()[-1]) in nouns("area") | _WIDE
