"""Officers: for whom those with an office give ("Norway's foreign minister, Ana Bo, pledged")."""

from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.grammar.subjects import subject_ending
from plainfigures.figures.triggers.phrases import phrase_right
from plainfigures.prose.words.lexicon import countries, nouns, tag, verb_lemmas

_NO_OFFICES = frozenset("king queen prince princess general".split())
_STYLED = frozenset("honourable honorable hon excellency friend".split())
# What they may do with money of their own.
_OWN = frozenset("give donate contribute bequeath leave send".split())
_OF_A_STATE = frozenset("minister secretary commissioner".split())
_REACH = 5


def body(reading: ColumnReading, span: Span, verb: int) -> Span | None:
    """A giver as it is; of one with an office whose office it is, or None where no word tells."""
    tokens, (first, last) = reading.tokens, span
    word, offices = tokens.word, nouns("title") - _NO_OFFICES
    own = not _OWN.isdisjoint(verb_lemmas(word[verb]))
    if own or reading.sentence.words(*span) in countries():
        return span
    if first > 1 and word[first - 1] == "," and word[first - 2] in offices:
        owner = subject_ending(reading.sentence, first - 2)
        return owner if owner and tokens.capital(owner[0]) else None
    named = (word[k] in offices and tokens.capital(k + 1) for k in range(first, last - 1))
    if any(named) or not _STYLED.isdisjoint(word[first:last]):
        return None  # "Minister Ana Bo", but "the Secretary of State for Aid"
    k = last + 1 if tokens.at(last) == "," and tokens.capital(last - 1) else tokens.size
    while (
        tokens.at(k) not in offices and k < last + _REACH and tag(tokens.at(k) or ".")[0] in "nad"
    ):
        k += 1
    if tokens.at(k) not in offices:
        return span
    told = tokens.at(k + 1) == "of" and word[k] not in _OF_A_STATE
    return phrase_right(tokens, k + 2) if told else None  # "Ana Bo, head of the Relief Fund,"
