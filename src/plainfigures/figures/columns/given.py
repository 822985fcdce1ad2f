"""Givers in the clause that describes a sum ("that Norway promised"), and before its brackets."""

from plainfigures.figures.columns.reading import ColumnReading, Value
from plainfigures.figures.columns.taking import GIVEN
from plainfigures.figures.grammar.actors import actor_right
from plainfigures.figures.triggers.phrases import phrase_right
from plainfigures.prose.dates.portions import DETERMINERS
from plainfigures.prose.speakers.subjects import PRONOUNS
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import tag, verb_lemmas
from plainfigures.prose.words.signs import WHICH
from plainfigures.prose.words.tokens import Tokens

_GIVES = GIVEN | frozenset(
    "pledge announce unveil provide contribute donate approve commit allocate spend release "
    "earmark".split()
)
_SUM = frozenset(("n", "ns", "a"))
_FROM = frozenset(("from", "by"))
_IN_NAMES = frozenset(("the", "of"))
# The most tokens between a sum and its clause ("in humanitarian aid").
_NEAR = 5


def in_clause(reading: ColumnReading) -> Value:
    """The subject of the verb of giving in the clause behind a sum, "that" or no "that" before."""
    tokens, k = reading.tokens, reading.q.phrase_last
    end = min(tokens.size, k + _NEAR)
    while k < end and not _opens(tokens, k):
        if tokens.word[k] != "in" and tag(tokens.word[k]).split(",")[0] not in _SUM:
            return None
        k += 1
    k += tokens.at(k) in WHICH
    span = phrase_right(tokens, k) or actor_right(tokens, k)
    if span is None or tokens.word[span[0]] in PRONOUNS:
        return None
    k = span[1]
    while tokens.at(k) in HELPERS or tag(tokens.at(k) or ".")[0] == "r":
        k += 1
    gives = k < tokens.size and not _GIVES.isdisjoint(verb_lemmas(tokens.word[k]))
    return reading.words(span, f"subject of {tokens.word[k]}") if gives else None


def in_brackets(reading: ColumnReading, led: frozenset[str] = _FROM) -> Value:
    """ "from Peru ($5 million), Mali ($4 million) and *Chad* ($2 million)": whom a list names."""
    tokens, last = reading.tokens, reading.q.phrase_first - 1
    end, own = last, 0
    while end > 0:
        k = end - 1
        while k > 0 and (tokens.capital(k) or tokens.word[k] in _IN_NAMES):
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
    return tokens.word[k] in WHICH or tokens.word[k] == "the" or tokens.capital(k)
