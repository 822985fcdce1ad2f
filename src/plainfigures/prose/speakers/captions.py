"""Captions: who a heading, or the line below a list, names as the source of its numbers."""

from plainfigures.prose.speakers.subjects import phrase_start, source_right
from plainfigures.prose.speakers.tellers import is_source
from plainfigures.prose.words.lexicon import agents, currencies, groups, is_person, nouns, singular
from plainfigures.prose.words.tokens import Tokens

Span = tuple[int, int]

_SOURCES = frozenset(("source", "sources"))
_MADE = frozenset(
    "counted reported given recorded registered compiled published estimated issued released "
    "supplied collected".split()
)
_PAPERS = frozenset("figures data statistics estimates records counts".split())
_IN_NAME = frozenset("of and the for".split())


def caption(tokens: Tokens) -> Span | None:
    """ "Source: UNHCR", "as counted by the clinic", "Police figures", "(Ministry of Health)"."""
    for k, word in enumerate(tokens.word):
        after = tokens.at(k + 1)
        if (word in _SOURCES and after == ":") or (word in _MADE and after == "by"):
            return _named(tokens, k + 2)
        first = phrase_start(tokens, k - 1) if word in _PAPERS and k else None
        if first is not None and first < k and "of" not in tokens.word[first:k]:
            if is_body(tokens, k - 1, False) or tokens.word[k - 1] in nouns("force"):
                return first, k  # "police figures", no "refugee figures"
    return _bracketed(tokens)


def _named(tokens: Tokens, first: int) -> Span | None:
    """The body or name from a token on; none for what numbers are told apart by ("by province")."""
    span = source_right(tokens, first)
    if span is None or not is_source(tokens, *span):
        return None
    if singular(tokens.word[span[1] - 1]) in nouns("area"):
        return None
    mixed = not "".join(tokens.raw).isupper()
    named = any(is_body(tokens, k) or (mixed and tokens.capital(k)) for k in range(*span))
    return span if named else None


def _bracketed(tokens: Tokens) -> Span | None:
    """ "Lives lost by district (Ministry of Health)": a body in the brackets at the end."""
    if tokens.at(tokens.size - 1) != ")" or "(" not in tokens.word:
        return None
    first = tokens.size - tokens.word[::-1].index("(")
    inside = range(first, tokens.size - 1)
    names = all(tokens.capital(k) or tokens.word[k] in _IN_NAME for k in inside)
    told = names and any(is_body(tokens, k, False) for k in inside)
    return (first, inside.stop) if told else None


def is_body(tokens: Tokens, k: int, of_people: bool = True) -> bool:
    """Whether a token is a word for those who count, people too, or short for their name."""
    raw, one = tokens.raw[k], singular(tokens.word[k])
    if is_person(one) and not of_people:
        return False  # "IDP figures"
    if raw.isupper() and raw.isalpha() and len(raw) > 1 and not "".join(tokens.raw).isupper():
        return raw not in currencies()
    people = of_people and (one in agents() or one in groups() or is_person(one))
    return people or one in nouns("institution")
