"""Officers: for whom those with an office give ("Norway's foreign minister, Ana Bo, pledged")."""

from plainfigures.figures.columns.reading import ColumnReading, Span
from plainfigures.figures.grammar.actors import actor_right
from plainfigures.figures.grammar.subjects import subject_ending
from plainfigures.figures.triggers.phrases import phrase_right
from plainfigures.prose.words.bearers import is_body
from plainfigures.prose.words.lexicon import countries, nouns, tag, verb_lemmas
from plainfigures.prose.words.stems import verb_forms

_NO_OFFICES = frozenset("king queen prince princess general".split())
_STYLED = frozenset("honourable honorable hon excellency friend".split())
# What they may do with money of their own.
_OWN = frozenset("give donate contribute bequeath leave send".split())
_OF_A_STATE = frozenset("minister secretary commissioner".split())
_ANNOUNCED = verb_forms(("announce", "unveil", "declare", "disclose", "reveal"))
_REACH = 5


def body(reading: ColumnReading, span: Span, verb: int) -> Span | None:
    """A giver as it is; of one with an office whose office it is, or None where no word tells.

    Of one who acts for another that one ("*On behalf of Norway*, Ana Bo pledged").
    """
    tokens, (first, last) = reading.tokens, span
    word, offices = tokens.word, nouns("title") - _NO_OFFICES
    told = tokens.at(reading.q.phrase_first - 1) == "the" and word[verb] in _ANNOUNCED
    if told and not offices.isdisjoint(word[last:verb]):
        return None  # "the US secretary announced *the* $9 million": it may be of all donors
    sent = _sender(reading, first)
    if sent is not None:
        return sent
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


def _sender(reading: ColumnReading, first: int) -> Span | None:
    """ "*On behalf of Norway*, Ana Bo", "Ana Bo, *on behalf of the bank*": for whom one acts."""
    tokens, q = reading.tokens, reading.q
    if "behalf" not in tokens.word:
        return None
    k = tokens.word.index("behalf") + 1
    others = [o for o in reading.sentence.scan.quantities if o is not q]
    if any(min(k, first) < o.first and (k > q.last or o.first < q.first) for o in others):
        return None  # "Malta gave $3 million, and Ana Bo, on behalf of Norway, pledged 5"
    span = phrase_right(tokens, k + 1) or actor_right(tokens, k + 1)
    if tokens.at(k) != "of" or span is None or span[0] <= first < span[1]:
        return None
    known = tokens.capital(span[0]) or is_body(tokens, span[1])
    return span if known or tokens.word[span[0]] in nouns("institution") else None
