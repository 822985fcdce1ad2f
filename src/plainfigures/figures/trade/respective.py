"""Respective lists: "followed by Iraq, Chad and Mali with 9, 7 and 2 percent, respectively"."""

from plainfigures.figures.grammar.sentence import Sentence
from plainfigures.prose.words.helpers import HELPERS
from plainfigures.prose.words.lexicon import nouns, singular, tag
from plainfigures.prose.words.number import is_number
from plainfigures.prose.words.signs import COMMA_AND
from plainfigures.prose.words.tokens import Tokens

# (first token, token after the last)
Span = tuple[int, int]

_LEADS = frozenset("with at by to of for from".split())
_BESIDE = frozenset("in out up down on their own".split())
_INSIDE = frozenset("of the & - 's".split())
# how many words a verb takes before the numbers, and how far its helpers reach
_VERB = 4
_LONGEST = 60


def respective(sentence: Sentence, index: int) -> Span | None:
    """What a number of a list is of: the one at its place in the list of names before.

    Other nouns than names are so shared out where the text says "respectively".
    """
    tokens, quantities = sentence.tokens, sentence.scan.quantities
    low, high = run_of(sentence, index)
    if low == high:
        return None
    rest = tokens.word[quantities[high].phrase_last :]
    said = "respectively" in rest
    after = _after(tokens, quantities[high].phrase_last)
    if said and not after:  # "killed 6 and 9 people in Chad and Mali, respectively"
        after = _names(tokens, tokens.size - len(rest) + rest.index("respectively"), False)
    if len(after) == high - low + 1:
        return after[index - low]
    found = _names(tokens, _before(tokens, quantities[low].phrase_first), said)
    if len(found) != high - low + 1 and not (said and len(found) > high - low):
        return None
    return found[len(found) - (high - low + 1) + index - low]


def run_of(sentence: Sentence, index: int) -> Span:
    """The first and the last number of the list in which a number stands."""
    low = high = index
    while low > 0 and _joined(sentence, low - 1):
        low -= 1
    while high + 1 < len(sentence.scan.quantities) and _joined(sentence, high):
        high += 1
    return low, high


def name_in_turn(sentence: Sentence, index: int) -> Span | None:
    """The name at a number's place where the text says "respectively"."""
    span = respective(sentence, index) if "respectively" in sentence.tokens.word else None
    return span if span is not None and sentence.tokens.capital(span[0]) else None


def _joined(sentence: Sentence, index: int) -> bool:
    """Whether only commas and "and" stand between a quantity and the next one."""
    one, two = sentence.scan.quantities[index : index + 2]
    gap = sentence.tokens.word[one.phrase_last : two.phrase_first]
    alike = one.unit == two.unit or one.kind == "bare" or one.kind == two.kind == "money"
    return bool(gap) and alike and COMMA_AND.issuperset(gap)


def _before(tokens: Tokens, k: int) -> int:
    """The token after the list of names, over "with" or over the verb that they share.

    Over the gift that sums are of, too ("pledged a loan of $4 and $9 million").
    """
    if tokens.at(k - 1) in _LEADS:
        k -= 1 + (tokens.at(k - 2) == ",")  # "have answered, with 4 and 9 million"
        if singular(tokens.at(k - 1) or ".") in nouns("gift") | nouns("sum"):
            k -= 1
            while k > 0 and tag(tokens.word[k - 1])[0] in "da" and not tokens.capital(k - 1):
                k -= 1
    last = k
    while last - k < _VERB and k > 0:
        word = tokens.word[k - 1]
        if not (word in HELPERS or tag(word)[0] in "vr" or word in _BESIDE):
            break
        if tokens.capital(k - 1):
            break
        k -= 1
    return k


def _after(tokens: Tokens, k: int) -> list[Span]:
    """The nouns of the list that numbers are of ("6 and 9 percent of its exports and imports")."""
    if tokens.at(k) != "of":
        return []
    found: list[Span] = []
    first = k = k + 1
    while k < tokens.size and (
        tokens.word[k] in COMMA_AND or tag(tokens.word[k])[0] in "nad" or tokens.word[k] in _INSIDE
    ):
        if tokens.word[k] in COMMA_AND:
            if first < k:
                found.append((first, k))
            first = k + 1
        k += 1
    if first < k:
        found.append((first, k))
    return [_bare(tokens, *span) for span in found]


def _names(tokens: Tokens, end: int, plain: bool) -> list[Span]:
    """The names, or other nouns where they may be `plain`, of the list that ends before a token."""
    found: list[Span] = []
    last = k = end
    while k > 0 and end - k < _LONGEST:
        word = tokens.word[k - 1]
        if word in COMMA_AND:
            if k < last:
                found.append((k, last))
            last = k = k - 1
        elif is_number(word) and not plain:
            return []
        elif k == 1 and tag(word)[0] == "p":  # "In | Canada exports and imports"
            break
        elif tokens.capital(k - 1) or word in _INSIDE or (plain and tag(word)[0] in "nad"):
            k -= 1
        else:
            break
    if k < last:
        found.append((k, last))
    return [_bare(tokens, *span) for span in reversed(found)]


def _bare(tokens: Tokens, first: int, last: int) -> Span:
    """A name without its article, or "only"."""
    while first < last - 1 and tag(tokens.word[first])[0] in "dxr":
        first += 1
    return first, last
