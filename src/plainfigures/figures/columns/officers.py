"""Officers: for whom those with an office give ("Norway's foreign minister, Ana Bo, pledged")."""

from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.grammar.subjects import subject_ending
from plainfigures.figures.triggers.phrases import phrase_right
from plainfigures.prose.words.lexicon import countries, nouns, tag, verb_lemmas
from plainfigures.prose.words.tokens import Tokens

_NO_OFFICES = frozenset("king queen prince princess general".split())
_STYLED = frozenset("honourable honorable hon excellency".split())
# What they may do with money of their own.
_OWN = frozenset("give donate contribute bequeath leave send".split())
_OF_A_STATE = frozenset("minister secretary commissioner".split())
_REACH = 4


def body(reading: ColumnReading, span: Span, verb: int) -> Span | None:
    """A giver as it is; of one with an office whose office it is, or None where no word tells."""
    tokens, (first, last) = reading.tokens, span
    if reading.sentence.words(*span) in countries() or not _OWN.isdisjoint(
        verb_lemmas(tokens.word[verb])
    ):
        return span
    if first > 1 and tokens.word[first - 1] == "," and _is_office(tokens.word[first - 2]):
        owner = subject_ending(reading.sentence, first - 2)
        return owner if owner and tokens.capital(owner[0]) else None
    named = range(first, last - 1)  # "Minister Ana Bo", but "the Secretary of State for Aid"
    titled = any(_is_office(tokens.word[k]) and tokens.capital(k + 1) for k in named)
    titled = titled or not _STYLED.isdisjoint(tokens.word[first:last])
    called = _office_behind(tokens, last)
    if called and tokens.at(called + 1) == "of" and tokens.word[called] not in _OF_A_STATE:
        return phrase_right(tokens, called + 2)  # "Ana Bo, head of the Relief Fund,"
    return None if titled or called else span


def _is_office(word: str) -> bool:
    return word in nouns("title") and word not in _NO_OFFICES


def _office_behind(tokens: Tokens, k: int) -> int:
    """ "Ana Bo*, the aid minister*": the office told of a name before token `k`, or 0."""
    if tokens.at(k) == "," and tokens.capital(k - 1):
        for j in range(k + 1, min(tokens.size, k + 1 + _REACH)):
            if _is_office(tokens.word[j]):
                return j
            if tag(tokens.word[j])[0] not in "nad":
                break
    return 0
