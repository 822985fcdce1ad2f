"""Givers in the clause that describes a sum ("that Norway promised"), and before its brackets."""

from plainfigures.figures.columns.giving import opening_subject
from plainfigures.figures.columns.reading import ColumnReading, Span, Value
from plainfigures.figures.columns.taking import takes_at
from plainfigures.figures.grammar.actors import actor_right
from plainfigures.figures.grammar.subjects import verb_subject
from plainfigures.figures.triggers.phrases import phrase_right
from plainfigures.prose.words.closed import DETERMINERS, SUBJECTS
from plainfigures.prose.words.helpers import BE, HELPERS
from plainfigures.prose.words.lexicon import tag, verb_lemmas
from plainfigures.prose.words.signs import WHICH
from plainfigures.prose.words.tokens import Tokens

_VOWING = frozenset("vow undertake agree swear promise pledge commit intend offer decide".split())
_STANDING = frozenset(("it", "they"))
_SUM = frozenset(("n", "ns", "a"))
_FROM = frozenset(("from", "by"))
# The most tokens between a sum and its clause ("in humanitarian aid").
_NEAR = 5


def in_clause(reading: ColumnReading) -> Value:
    """The subject of the verb of giving in the clause behind a sum, "that" or no "that" before.

    "The $3 million that Norway *has vowed to give*", "the $9 million *it* gave in March".
    """
    tokens = reading.tokens
    span, verb = in_own_clause(reading)
    if span is None:
        span, verb = _in_aside(reading)
    if span is None or not BE.isdisjoint(tokens.word[span[1] : verb]):
        return None
    if tokens.word[span[0]] in _STANDING:  # of several givers it is the last
        before = [one for one in reading.sentence.scan.quantities if one.last < reading.q.first]
        alone = sum(one.kind == "money" for one in before) <= 1
        span = opening_subject(reading.sentence) if alone else None
    taken = reading.choice.options.get("taken", ())
    told = reading.sentence.verb_triggers.get(deed(tokens, verb), frozenset()).difference(taken)
    if span is None or tokens.word[span[0]] in SUBJECTS or not told:
        return None
    if takes_at(tokens, verb) or not verb_lemmas(tokens.word[verb]):
        return None  # "that Chad borrowed", "paid $9 million in aid in Chad, most"
    return reading.words(span, f"subject of {tokens.word[verb]}")


def deed(tokens: Tokens, verb: int) -> int:
    """ "That Norway *has vowed to* | give": the verb that somebody promises, or the one told."""
    vows = tokens.at(verb + 1) == "to" and not _VOWING.isdisjoint(verb_lemmas(tokens.at(verb)))
    return verb + 2 if vows and verb_lemmas(tokens.at(verb + 2)) else verb


def _in_aside(reading: ColumnReading) -> tuple[Span | None, int]:
    """ "A gift of $3 million, *which Norway promised* in May, will": the verb that measures."""
    tokens, t = reading.tokens, reading.match.trigger
    if t is None or t.kind != "verb" or t.first < reading.q.phrase_last:
        return None, 0
    span = verb_subject(reading.sentence, t.first)
    if span is None:
        return None, t.first
    led = span[0] - 1 - (tokens.at(span[0] - 1) in DETERMINERS)
    return (span if tokens.at(led) == "which" else None), t.first


def in_own_clause(reading: ColumnReading) -> tuple[Span | None, int]:
    """The subject of the clause behind a sum, and its verb; None where no clause is."""
    tokens, k = reading.tokens, reading.q.phrase_last
    end = min(tokens.size, k + _NEAR)
    while k < end and not _opens(tokens, k):
        if tokens.word[k] != "in" and tag(tokens.word[k]).split(",")[0] not in _SUM:
            return None, k
        k += 1
    k += tokens.at(k) in WHICH
    if tokens.at(k - 1) == "in":
        return None, k  # "in aid in *Chad*"
    stands = tokens.at(k) in _STANDING
    span = (k, k + 1) if stands else phrase_right(tokens, k) or actor_right(tokens, k)
    k = k if span is None else span[1]
    while tokens.at(k) in HELPERS or tag(tokens.at(k) or ".")[0] == "r":
        k += 1
    return span, k - (tokens.at(k) == "from")  # "that Chad *got* from donors"


def in_brackets(reading: ColumnReading, led: frozenset[str] = _FROM) -> Value:
    """ "from Peru ($5 million), Mali ($4 million) and *Chad* ($2 million)": whom a list names."""
    tokens, last = reading.tokens, reading.q.phrase_first - 1
    end, own = last, 0
    while end > 0:
        k = end - 1
        while k > 0 and (tokens.capital(k) or tokens.word[k] in ("the", "of")):
            k -= 1
        own = own or k + 1
        if k + 1 == end:
            return None
        if tokens.word[k] in led:
            own += tokens.word[own] in DETERMINERS
            return reading.words((own, last), f"listed after {tokens.word[k]}")
        while k > 0 and tokens.word[k] in (",", "and"):
            k -= 1
        opens = (j for j in range(k, 0, -1) if tokens.word[j] == "(")
        end = next(opens, 0) if tokens.word[k] == ")" else 0
    return None


def _opens(tokens: Tokens, k: int) -> bool:
    """Whether a clause may begin at token `k`."""
    word = tokens.word[k]
    return word in WHICH or word in DETERMINERS or word in _STANDING or tokens.capital(k)
