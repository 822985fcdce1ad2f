"""Who or what is counted, and what a percentage, an area or a sum is of."""

from plainfigures.figures.counted.antecedents import numbered
from plainfigures.figures.counted.areas import measured_out
from plainfigures.figures.counted.nounless import left_out, others, said_to_be
from plainfigures.figures.grammar.extents import complement, right
from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.figures.sums.purposes import purpose
from plainfigures.figures.trade.bases import base
from plainfigures.figures.triggers.fits import is_shared
from plainfigures.figures.triggers.match import Match
from plainfigures.prose.nouns.heads import NOMINAL, Noun
from plainfigures.prose.nouns.quantity import Quantity
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import is_person, singular, tag
from plainfigures.prose.words.tokens import DASHES, Tokens

# (first token, token after the last, rule)
Found = tuple[int, int, str]

_PLAIN = frozenset("household family person people individual".split())
_ONES = frozenset(("man", "member", "person", "strong"))
_LONGEST = 7


def counted(sentence: Sentence, q: Quantity, match: Match) -> Found | None:
    """The noun phrase counted; of a percentage, area or sum what it is of or for."""
    if is_shared(q):
        return base(sentence, q, match)
    if q.kind == "money":
        return purpose(sentence, q, match)
    if q.kind == "unit":
        return measured_out(sentence, q)
    alone = others(sentence.tokens, q) if match.measure is not None else None
    if alone is not None and (q.noun is None or q.inherited):
        return alone
    noun = None if _is_deed(sentence.tokens, q.noun) else q.noun
    nominal = noun is not None and noun.head in NOMINAL and not _is_term(sentence.tokens, noun)
    if noun is None or q.inherited or nominal:
        said = said_to_be(sentence, q)
        named = noun is not None and sentence.tokens.at(q.last) == "of" and q.last < noun.first
        if said is None and (noun is None or q.inherited) and match.measure and not named:
            said = numbered(sentence, q)  # but "of the dead 40 were men, 12 of them *nuns*"
        if said is not None:
            return said
    if noun is not None and nominal and _is_called(sentence.tokens, noun):
        return noun.first, noun.last - 1, "noun phrase"
    if noun is None or nominal:
        found = None
        if match.measure is not None:
            found = left_out(sentence, q, match)
        if found is not None or noun is None or q.inherited:
            return found  # "left 12 dead and hurt 40": those are not the dead
    span = right(sentence.tokens, noun.last) if q.attributive and noun.head in _ONES else None
    if span is not None and match.measure is not None:
        return *span, "noun that is so many strong"  # "a 46-man patrol"
    first, last = noun.first - _is_term(sentence.tokens, noun), noun.whole
    first += sentence.tokens.word[first] == "own"  # "nine of its | own | men"
    if match.measure is not None or noun.head == "member":
        last = _apposed(sentence.tokens, q, last) or complement(sentence.tokens, last)
    return first, last, "noun of a parallel number" if q.inherited else "noun phrase"


def _is_deed(tokens: Tokens, noun: Noun | None) -> bool:
    """ "Helped 50,000 *return* to Chad": what they do, and no noun."""
    return noun is not None and noun.last - noun.first == 1 and tokens.word[noun.first] == "return"


def _is_called(tokens: Tokens, noun: Noun) -> bool:
    """ "nine *staff* dead": those whom a word behind them says to be so."""
    return noun.last - noun.first > 1 and is_person(singular(tokens.word[noun.last - 2]))


def _is_term(tokens: Tokens, noun: Noun) -> bool:
    """ "40,000 *internally displaced*": those are called so."""
    return tokens.at(noun.last - 2) == "internally"


def _apposed(tokens: Tokens, q: Quantity, last: int) -> int:
    """The end of the name for people behind their plain noun ("40 families - flood victims"), or 0.

    It ends in a noun of people that a sign, "and" or nothing follows.
    """
    if q.noun is None or q.noun.head not in _PLAIN or tokens.at(last) not in DASHES:
        return 0
    k = last + 1
    while k < min(tokens.size, last + _LONGEST) and tokens.word[k][0].isalpha():
        if tokens.word[k] == "and":
            break
        if tag(tokens.word[k])[0] in "vm" or tokens.word[k] in HELPERS:
            return 0  # "half of the dead - 40 people - *were* children"
        k += 1
    after = tokens.at(k)
    ends = not after or after == "and" or not after[0].isalpha()
    return k if ends and k > last + 1 and is_person(singular(tokens.word[k - 1])) else 0
